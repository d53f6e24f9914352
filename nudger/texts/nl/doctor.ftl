# Het onderzoek van `nudger doctor`.
doctor-level-ok = goed
doctor-level-warn = let op
doctor-level-fail = fout
doctor-config = Configuratie: { $path }
doctor-rules = { $n } regels in orde
doctor-model = Model { $model } in orde
doctor-ledger = Grootboek: { $path } ({ $n ->
    [one] 1 mail bekeken
   *[other] { $n } mails bekeken
  })
doctor-folder = Postvak { $mailbox }, map { $folder }: { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }, alleen gelezen
doctor-mailbox = Postvak { $mailbox }
doctor-sent = Postvak { $mailbox }: verzonden mail staat in { $folder }
doctor-no-sent = Postvak { $mailbox }: de map met verzonden mail is niet gevonden. Zet de naam bij sent in de configuratie. Zonder die map weet nudger niet wat je al beantwoord hebt, dus staan openstaande antwoorden uit.
doctor-no-goal = Er is nog geen doel gekozen. Zet er één of twee bij [[goals]] in de configuratie.
doctor-no-network = Er is nog geen netwerk. Je kunt teksten wel kopiëren en zelf plaatsen.
