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
nightly-owner-away-subject = nudger kan je postvak niet lezen
nightly-owner-away-body = Al zeven dagen lukt het nudger niet om je postvak { $name } te lezen.

    Er is niets verloren. Zodra het weer lukt, leest nudger wat er in die tijd kwam.
    Laat het de beheerder weten. Wil je stoppen, dan mag dat altijd.
    Je krijgt hierover geen tweede bericht.
nightly-owner-refused-subject = nudger komt niet meer in je postvak
nightly-owner-refused-body = Al zeven dagen wordt nudger geweigerd bij je postvak { $name }.

    Misschien is je wachtwoord veranderd, of is de toegang weggehaald.
    Er is niets verloren. Zodra het weer lukt, leest nudger wat er in die tijd kwam.
    Laat het de beheerder weten. Wil je stoppen, dan mag dat altijd.
    Je krijgt hierover geen tweede bericht.
