# De demo.
demo-intro = Dit is een verzonnen postvak: { $n } mails, { $weeks } weken, een zorgteam. Er gaat niets het internet op.
demo-server = De mails worden over IMAP gelezen, van een server op deze computer.
demo-no-server = De mails worden uit bestanden gelezen. Met pip install 'nudger[demo]' gaat dat over IMAP, zoals in het echt.
demo-playing = Zes maanden spelen
demo-read = Gelezen: { $n } mails ({ $counts }).
demo-digest = Het weekoverzicht, zoals Fatima het op dinsdag krijgt
demo-why = Waarom het eerste gesprek?
demo-report = Wat er in { $weeks } weken veranderde
demo-next = Nu jij:
demo-next-review = nudger --demo review       bekijk de suggesties en beslis
demo-next-explain = nudger --demo explain { $id }  waarom dit gesprek
demo-next-report = nudger --demo report       alle getallen
demo-next-own = nudger scan MAP.mbox       een eigen geëxporteerde map, zonder account
demo-page = Het verslag als pagina: { $path }
demo-played = { $n ->
    [0] In de demo nam Fatima nog niets over.
    [one] In de demo nam Fatima één gesprek over naar het netwerk.
   *[other] In de demo nam Fatima { $n } gesprekken over naar het netwerk.
  }
