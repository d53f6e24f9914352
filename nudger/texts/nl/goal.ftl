# Doelen.
goal-ideas = Meer ideeën van de werkvloer
goal-workload = Minder werkdruk
goal-errors = Minder fouten
goal-none = geen doel gekozen
goal-line = { $id }: { $title } (antwoord binnen { $days ->
    [one] 1 werkdag
   *[other] { $days } werkdagen
  })
goal-list-none = Er is nog geen doel. Zet er één of twee in de instellingen, bijvoorbeeld de ingebouwde ideas, workload of errors.
goal-noted = Genoteerd bij { $month }: { $value }
