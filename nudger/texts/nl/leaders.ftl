# Wie er meedoet in een organisatie.
leaders-added = { $n ->
    [one] 1 leidinggevende toegevoegd
   *[other] { $n } leidinggevenden toegevoegd
  }, { $known } al bekend. Ieder wordt gelezen vanaf de dag dat zij zelf ja zegt.
leaders-none = Er zijn nog geen leidinggevenden. Voeg ze toe met: nudger leaders import BESTAND.csv
leaders-yes = { $name }: zei ja op { $when } ({ $how })
leaders-own = { $name }: werkt zelf met deze instellingen
leaders-no = { $name }: heeft geen ja gezegd en wordt dus niet gelezen
leaders-trouble = · het postvak is nu niet te lezen
leaders-remove = Dit verwijdert { $name } met alles wat bewaard is: { $path }
leaders-type-name = Typ de naam { $name } om te verwijderen; bij iets anders blijft alles staan:
leaders-kept = Er is niets verwijderd.
leaders-removed = { $name } is weg, met alles wat bewaard was.
