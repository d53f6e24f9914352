# `nudger network`: wat kan waar, welke groepen zijn er, laat het netwerk ons binnen.
network-head-name = Netwerk
network-head-posts = Plaatsen
network-head-reads = Reacties lezen
network-head-retracts = Terughalen
network-head-tested = Getest
network-can = { $may ->
    [yes] ja
   *[no] nee
  }
network-tested-server = met een echte server
network-tested-documentation = naar de documentatie
network-tested-hand = je plakt zelf
network-chosen = { $name } staat in je configuratie.{ $asks ->
    [yes] {" "}nudger maakt daarvoor alleen verbinding met { $hosts }.
   *[no] {""}
  }
network-other = { $name } komt uit een ander pakket op deze computer.
network-paste = Kan plaatsen niet, of staat jullie netwerk er niet bij? Dan plak je de tekst zelf en onthoudt nudger de link: type = "handoff".
network-no-communities = Er zijn hier nog geen groepen. Word op het netwerk lid van een groep, of noem er een bij je doel.
network-community = { $name } ({ $id }): { $members ->
    [0] aantal leden onbekend
    [one] 1 lid
   *[other] { $members } leden
  }, { $who ->
    [members] alleen leden lezen mee
    [organisation] iedereen met een account leest mee
    [world] ook buitenstaanders lezen mee
   *[unknown] wie meeleest is niet bekend
  }{ $may ->
    [yes] { "" }
   *[no] , plaatsen mag hier niet
  }
network-signed-in = { $name } laat je binnen als { $account }.
network-by-hand = Op { $name } plaats je zelf. Er is geen aanmelding nodig.
network-place = { $name }: { $state ->
    [yes] gevonden, plaatsen mag
    [no] gevonden, maar plaatsen mag daar niet
   *[missing] niet gevonden; kijk met `nudger network communities` hoe de groep heet
  }
