# `nudger network`: wat kan waar, welke groepen zijn er, laat het netwerk ons binnen.
network-row = { $name }: { $does } ({ $tested })
network-row-chosen = { $name }: { $does } ({ $tested }), staat in je configuratie
network-hosts =     gaat alleen naar: { $hosts }
network-does-all = plaatsen, reacties lezen, terughalen
network-does-posts = plaatsen; reacties lezen kan hier niet
network-does-paste = jij plakt de tekst, nudger onthoudt de link
network-tested-server = getest met een echte server
network-tested-documentation = gemaakt naar de documentatie
network-tested-hand = niets om te testen
network-others = Staat jullie netwerk er niet bij? Dan plak je zelf: zet er type = "handoff" bij.
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
