# Tijd.
time-just-now = zojuist
