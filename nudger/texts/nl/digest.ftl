# Het weekoverzicht.
digest-subject = nudger week { $week }: { $what }
digest-waiting = { $n ->
    [one] 1 bericht wacht op jou
   *[other] { $n } berichten wachten op jou
  }
digest-share = { $n ->
    [one] 1 gesprek om te delen
   *[other] { $n } gesprekken om te delen
  }
digest-asks-to-stop-short = zal nudger stoppen?
digest-asks-to-stop = Er zat een tijd niets voor je bij. Zal nudger stoppen met voorstellen? Antwoord je niet, dan stopt nudger vanzelf.
digest-confirmed = Verwerkt na jouw antwoord: { $what }.
digest-did-posted = geplaatst
digest-did-no = gaat niet door
digest-did-later = komt later terug
digest-did-done = klaar
digest-did-pause = pauze
digest-did-stop = gestopt
digest-did-go-on = nudger gaat verder
digest-not-unknown = niet gevonden
digest-not-late = was al afgehandeld
digest-not-garbled = een regel niet begrepen
digest-first = Eerst dit (je beloofde antwoord binnen { $n ->
    [one] 1 werkdag
   *[other] { $n } werkdagen
  })
digest-more = En nog { $n }.
digest-question = Kan dit naar het netwerk?
digest-facts = { $kind }, { $people ->
    [one] 1 persoon
   *[other] { $people } mensen
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, laatste { $ago }.
digest-own = Je begon dit zelf.
digest-paste = Zet dit in { $where }:
digest-paste-masked = Kijk dit na ({ $n ->
    [one] 1 gegeven is weggelaten
   *[other] { $n } gegevens zijn weggelaten
  }) en zet het in { $where }:
digest-invite = Een collega begon dit. Vraag of die het zelf in { $where } zet:
digest-apart = (tekst in { $file })
digest-apart-here = (tekst: nudger review)
digest-link = Open { $where }
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
digest-answer = Antwoord op deze mail met één keuze per regel, bijvoorbeeld:
digest-answer-suggestion = { $id } geplaatst LINK  |  { $id } nee  |  { $id } later
digest-answer-loop = { $id } klaar
digest-answer-pause = pauze 4w  |  stop
digest-answer-stop = verder  |  stop
digest-sent = Het weekbericht is verstuurd naar { $to }.
digest-sent-before = Het weekbericht van { $day } is al verstuurd. Er gaat niets uit.
digest-quiet = Het weekbericht wacht tot { $day }, { $clock }: nu is het avond, weekend, een vrije dag of verlof.
digest-paused = nudger is gepauzeerd. Er gaat geen weekbericht uit.
digest-all = { $sent ->
    [0] Geen weekbericht verstuurd
    [one] 1 weekbericht verstuurd
   *[other] { $sent } weekberichten verstuurd
  }, { $failed ->
    [0] niets mislukt.
    [one] 1 mislukt.
   *[other] { $failed } mislukt.
  }
digest-unlearned = Je maakte { $n } keuzes sinds nudger er voor het laatst van leerde. Laten leren kan met: nudger train
