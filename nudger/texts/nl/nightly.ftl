# De nachtelijke ronde langs veel postvakken.
nightly-reading = postvakken lezen
nightly-done = { $ok ->
    [one] 1 eigenaar gelezen
   *[other] { $ok } eigenaren gelezen
  }, { $failed ->
    [0] geen mislukt.
    [one] 1 mislukt.
   *[other] { $failed } mislukt.
  }
nightly-skipped = Geen ja gezegd, dus niet gelezen ({ $n }): { $names }
nightly-asleep = Slaapt, één keer per week een poging ({ $n }): { $names }
nightly-postponed = Geen tijd meer, volgende nacht het eerst ({ $n }): { $names }
nightly-owner-fails = { $owner }: { $reason }
nightly-owner-asleep = { $owner }: inloggen is vijf nachten geweigerd. Vanaf nu proberen we het één keer per week. { $reason }
nightly-owner-recovered = { $owner }: alles is weer goed.
nightly-bug = er ging iets mis dat niet hoort ({ $kind })
