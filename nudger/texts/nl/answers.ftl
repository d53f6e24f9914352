# Wat op antwoord wacht: `nudger answers`.
answers-none = Er wacht niemand op jouw antwoord.
answers-intro = { $n ->
    [one] Eerst dit: één bericht wacht op jouw antwoord. Een kort bedankje is vaak genoeg.
   *[other] Eerst dit: { $n } berichten wachten op jouw antwoord. Een kort bedankje is vaak genoeg.
  }
answers-item = { $i }/{ $n }  { $kind }, { $ago }
answers-line = { $id }  { $kind }, { $ago }: { $state }
answers-kind-idea = een idee voor jou
answers-kind-question = een vraag aan jou
answers-kind-reaction = een reactie op jouw bericht
answers-gone = Deze mail staat niet meer in je postvak.
answers-keys = [a]ntwoorden  [e]lders beantwoord  [n]iet voor mij  [d]oorgegeven  [l]ater  [u] ongedaan  [s]toppen
answers-start = Zo kun je beginnen. Maak het af in je eigen woorden:
answers-text-idea = Dank je voor dit idee. Wat is er nodig om het klein uit te proberen?
answers-text-question = Dank je voor je vraag. Wat heb je zelf al gevonden?
answers-text-reaction = Dank je voor je reactie. Hoe doen jullie dat nu?
answers-sent = Heb je het verstuurd? [j/N]
answers-settled = Genoteerd.
answers-state-open = wacht
answers-state-snoozed = later
answers-state-closed = klaar
answers-how-answered = beantwoord
answers-how-elsewhere = elders beantwoord
answers-how-not-for-me = niet voor jou
answers-how-handed-over = doorgegeven
answers-how-withdrawn = vervallen
answers-walk = { $n ->
    [one] Eén gesprek in { $where } kreeg nog geen reactie.
   *[other] { $n } gesprekken in { $where } kregen nog geen reactie.
  }
answers-walk-none = In { $where } kreeg elk gesprek een reactie.
answers-walk-line = { $ago }  { $url }
