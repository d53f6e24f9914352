# Een bericht dat is teruggehaald en naar een andere groep gaat.
elsewhere-keys = Dit daar plaatsen? [j]a  [b]ewerk eerst  een andere toets: nee
elsewhere-not = Er is niets geplaatst. Opnieuw beginnen: nudger retract { $id } --to GROEP
