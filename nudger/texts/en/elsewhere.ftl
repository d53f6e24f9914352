# A post that was taken back and goes to another community.
elsewhere-keys = Place this there? [y]es  [e]dit first  any other key: no
elsewhere-not = Nothing was placed. To begin again: nudger retract { $id } --to COMMUNITY
