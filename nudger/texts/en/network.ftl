# `nudger network`: what can be done where, which communities there are, whether the network lets us in.
network-row = { $name }: { $does } ({ $tested })
network-row-chosen = { $name }: { $does } ({ $tested }), in your configuration
network-hosts =     contacts only: { $hosts }
network-does-all = post, read replies, take back
network-does-posts = post; replies cannot be read here
network-does-paste = you paste the text, nudger keeps the link
network-tested-server = tested with a real server
network-tested-documentation = made from the documentation
network-tested-hand = nothing to test
network-others = Is your network not here? Then you paste the text yourself: use type = "handoff".
network-no-communities = There are no communities here yet. Join one on the network, or name one with your goal.
network-community = { $name } ({ $id }): { $members ->
    [0] number of members not known
    [one] 1 member
   *[other] { $members } members
  }, { $who ->
    [members] only members can read
    [organisation] everyone with an account can read
    [world] outsiders can read too
   *[unknown] who can read is not known
  }{ $may ->
    [yes] { "" }
   *[no] , you may not post here
  }
network-signed-in = { $name } lets you in as { $account }.
network-by-hand = On { $name } you post yourself. No sign-in is needed.
network-place = { $name }: { $state ->
    [yes] found, you may post
    [no] found, but you may not post there
   *[missing] not found; see with `nudger network communities` what it is called
  }
