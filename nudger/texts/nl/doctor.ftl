# Het onderzoek van `nudger doctor`.
doctor-level-ok = goed
doctor-level-warn = let op
doctor-level-fail = fout
doctor-config = Configuratie: { $path }
doctor-rules = { $n } regels in orde
doctor-model-outdated = Jouw eigen model { $name } hoort bij een andere versie van nudger; nu oordeelt het model van iedereen. Opnieuw leren kan met: nudger train
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
doctor-folder-open = Postvak { $mailbox }, map { $folder }: { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }. nudger leest alleen, maar de server zegt niet dat de map alleen voor lezen open is.
doctor-outsiders = In de laatste { $days } dagen stopten { $threads } gesprekken met collega's bij één domein van buiten: { $domain }. Is dit van jullie? Zet het dan bij domains onder [organisation].
doctor-server = { $n } van de { $of } mails zeggen dat ze via { $server } binnenkwamen. Is dit jullie eigen mailserver? Zet hem dan bij authserv_id onder [organisation], dan telt nudger mee of een afzender echt is.
doctor-server-other = authserv_id onder [organisation] is { $configured }, maar { $n } van de { $of } mails zeggen dat ze via { $server } binnenkwamen. Daardoor geldt bijna geen afzender als echt. Is { $server } jullie eigen mailserver? Zet dan die naam daar.
doctor-sending = { $host } laat nudger binnen om te versturen
doctor-network = Netwerk { $network }: aangemeld als { $account }
doctor-network-hosts = Netwerk { $network }: nudger gaat alleen naar { $hosts }
doctor-notifications-unproven = Netwerk { $network }: mails over reacties gelden niet, want niets bewijst de afzender. Zet bij authserv_id onder [organisation] de naam van jullie eigen mailserver.
doctor-network-by-hand = Netwerk { $network }: je plakt de tekst zelf, dus er is niets om aan te melden
doctor-community-ok = Community { $community }: hier kun je een bericht plaatsen
doctor-community-closed = Community { $community }: je account kan hier geen bericht plaatsen. Vraag het aan wie erover gaat.
doctor-community-missing = Community { $community } is er niet voor je account. `nudger network communities` laat zien welke er zijn.
doctor-not-participating = { $owner } heeft geen ja gezegd; het postvak is niet geopend.
doctor-contact = Contactpostvak
doctor-of = { $name }: { $ok } van { $all } in orde
doctor-owner = { $owner } is niet na te kijken.
