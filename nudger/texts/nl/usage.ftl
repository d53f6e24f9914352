# Wat er op de opdrachtregel mis kan gaan.
usage-no-option = De optie { $option } bestaat niet.
usage-no-option-near = De optie { $option } bestaat niet. Bedoel je { $near }?
usage-missing = Hier hoort nog iets bij: { $name }
usage-bad-value = De waarde van { $name } past niet.
usage-unknown = Dit ken ik niet: nudger { $words }
usage-help = Hulp: { $command } --help
usage-bug = Er ging iets mis dat niet hoort ({ $kind } in { $place }). Er is niets verzonden. Meld dit met deze regel erbij.
