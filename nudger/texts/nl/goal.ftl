# Doelen.
goal-ideas = Meer ideeën van de werkvloer
goal-workload = Minder werkdruk
goal-errors = Minder fouten
goal-none = geen doel gekozen
