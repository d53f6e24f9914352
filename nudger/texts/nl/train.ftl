# Leren.
train-begins = Leren van { $n } gelabelde mails. Dit duurt enkele minuten.
train-done = Het model staat in { $path }.
train-learned = Geleerd van { $n } keuzes: { $yes } keer ja, { $no } keer nee.
train-numbers = Van { $n ->
    [one] 1 keuze
   *[other] { $n } keuzes
  } is de mail weg; de getallen die ervan bewaard zijn, tellen mee.
train-lost = Van { $n ->
    [one] 1 keuze
   *[other] { $n } keuzes
  } was niets meer te lezen.
train-silent = { $n ->
    [one] 1 keuze telt
   *[other] { $n } keuzes tellen
  } niet mee: privé of al verplaatst zegt niets over het gesprek zelf.
train-used = Geprobeerd op je laatste { $n } keuzes: je eigen model gaf wat jij koos gemiddeld een kans van { $learned }, het model van iedereen { $base }. Je eigen model ({ $model }) beoordeelt vanaf nu nieuwe mail. Terug kan met: nudger model rollback
train-not-used = Geprobeerd op je laatste { $n } keuzes: je eigen model gaf wat jij koos gemiddeld een kans van { $learned }, het model van iedereen { $base }. Dat is geen zekere winst, dus er verandert niets. Probeer het na meer keuzes opnieuw.
