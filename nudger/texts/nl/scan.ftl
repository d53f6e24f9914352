# Eén blik op een bestand.
scan-counts = { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }, { $threads } gesprekken en losse berichten: { $counts }.
scan-nothing-stored = Er is niets bewaard en niets verzonden.
scan-facts = { $worth }  { $kind }, { $people ->
    [one] 1 persoon
   *[other] { $people } mensen
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, { $date }
scan-found = { $n ->
    [0] Geen gesprekken gevonden om te delen.
    [one] Eén gesprek gevonden om te delen.
   *[other] { $n } gesprekken gevonden om te delen; { $shown } getoond.
  }
