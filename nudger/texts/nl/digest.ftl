# Het weekoverzicht.
digest-subject = nudger week { $week }: { $n ->
    [one] 1 gesprek om te delen
   *[other] { $n } gesprekken om te delen
  }
digest-question = Kan dit naar het netwerk?
digest-facts = { $kind }, { $people ->
    [one] 1 persoon
   *[other] { $people } mensen
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, laatste { $ago }.
digest-own = Je begon dit zelf.
digest-last-week = Vorige week
digest-counts = { $load ->
    [one] 1 mail
   *[other] { $load } mails
  } in je postvak, { $moved ->
    [0] geen gesprek
    [one] 1 gesprek
   *[other] { $moved } gesprekken
  } verhuisd.
digest-review = nudger review     bekijken, aanpassen, plaatsen, overslaan
digest-less = Minder vaak? nudger pause     Stoppen? nudger stop
digest-private = Niemand anders ziet dit overzicht.
digest-nothing = Er is niets te melden. Er gaat dan ook geen mail uit.
