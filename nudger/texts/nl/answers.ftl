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
answers-no-link = Kijk op het netwerk zelf. De link ken ik niet.
answers-keys = [a]ntwoorden  [e]lders beantwoord  [n]iet voor mij  [d]oorgeven  [l]ater
    {"["}u] ongedaan  [s]toppen  [?]
answers-keys-help = a  antwoorden: je krijgt een eerste zin, die je zelf afmaakt
    e  het is al ergens anders beantwoord
    n  niet voor mij: dit komt niet meer terug
    d  doorgeven aan wie er meer van weet; je krijgt een kort tekstje
    l  later: het komt over een week terug
    u  de laatste keuze ongedaan maken
    s  stoppen; de rest blijft liggen
answers-promised = Je zei: ik kom erop terug.
answers-start = Zo kun je beginnen. Maak het af in je eigen woorden:
answers-text-keys = [j]a, verstuurd  [b]ewerken  [k]opiëren  [Enter] terug
answers-post-keys = [p]laatsen  [j]a, zelf geplaatst  [b]ewerken  [k]opiëren  [Enter] terug
answers-audience = { $members ->
    [0] Iedereen in { $where } kan dit lezen.
    [one] Eén persoon in { $where } kan dit lezen.
   *[other] { $members } mensen in { $where } kunnen dit lezen.
  }
answers-on-its-way = Of je antwoord er staat, weet ik niet zeker. Kijk zelf, en zeg het met `nudger resolve { $id }`.
answers-hand-over = Een bericht aan wie er meer van weet:
answers-back = Welkom terug. Dit kwam binnen toen je weg was ({ $n }):
answers-back-line = { $i }  { $kind }{ $topic }, { $ago }
answers-back-which = Welke krijgen vast een “gezien”? Nummers of alle; Enter: geen.
answers-seen = { $n ->
    [one] Genoteerd. Het komt over een week terug. Stuur of plaats dit intussen zelf:
   *[other] Genoteerd. De { $n } berichten komen over een week terug. Stuur of plaats dit intussen zelf:
  }
answers-text-seen = Gezien, dank je. Ik was er even niet en kom erop terug.
answers-text-hand-over = Hier wacht iemand op een antwoord, en jij weet er meer van dan ik. Wil jij reageren?
answers-text-idea = Dank je voor dit idee. Wat is er nodig om het klein uit te proberen?
answers-text-question = Dank je voor je vraag. Wat heb je zelf al gevonden?
answers-text-reaction = Dank je voor je reactie. Hoe doen jullie dat nu?
answers-settled = Genoteerd.
answers-state-open = wacht
answers-state-snoozed = later
answers-state-closed = klaar
answers-how-answered = beantwoord
answers-how-elsewhere = elders beantwoord
answers-how-seen = gezien, je komt erop terug
answers-how-not-for-me = niet voor jou
answers-how-handed-over = doorgegeven
answers-how-withdrawn = vervallen
answers-walk = { $n ->
    [one] Eén gesprek in { $where } kreeg nog geen reactie.
   *[other] { $n } gesprekken in { $where } kregen nog geen reactie.
  }
answers-walk-none = In { $where } kreeg elk gesprek een reactie.
answers-walk-line = { $ago }  { $url }
