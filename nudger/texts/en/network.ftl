# `nudger network`: what can be done where, which communities there are, whether the network lets us in.
network-head-name = Network
network-head-posts = Post
network-head-reads = Read replies
network-head-retracts = Take back
network-head-tested = Tested
network-can = { $may ->
    [yes] yes
   *[no] no
  }
network-tested-server = with a real server
network-tested-documentation = from the documentation
network-tested-hand = you paste it yourself
network-chosen = { $name } is in your configuration.{ $asks ->
    [yes] {" "}For it, nudger contacts only { $hosts }.
   *[no] {""}
  }
network-other = { $name } comes from another package on this computer.
network-paste = No posting, or is your network not here? Then you paste the text yourself and nudger keeps the link: type = "handoff".
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
