# Het gesprek van `nudger review`.
review-nothing = Er ligt niets klaar. Dat is ook goed.
review-intro = { $n ->
    [one] Eén gesprek om naar te kijken. Er gaat niets weg zonder jouw ja.
   *[other] { $n } gesprekken om naar te kijken. Er gaat niets weg zonder jouw ja.
  }
review-vanished = { $n ->
    [one] Eén mail staat niet meer in je postvak. Die suggestie is vervallen.
   *[other] { $n } mails staan niet meer in je postvak. Die suggesties zijn vervallen.
  }
review-item = { $i }/{ $n }  { $kind }
review-facts = { $people ->
    [one] 1 persoon
   *[other] { $people } mensen
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, laatste bericht { $ago }
review-goal = doel: { $goal }
review-own = Je begon dit zelf, per mail.
review-took-part = Je deed hierin mee, per mail. De woorden van een ander gaan niet mee.
review-other = Dit komt van een collega. De woorden van een ander gaan niet mee.
review-thread = Het gesprek
review-draft = Concept voor { $where }
review-audience = { $members ->
    [0] Iedereen in { $where } kan dit lezen; hoeveel dat er zijn is niet bekend. De mail ging naar { NUMBER($people) } mensen.
   *[other] { $members } mensen kunnen dit lezen. De mail ging naar { NUMBER($people) } mensen.
  }
review-masked = { $n ->
    [one] Eén persoonlijk gegeven is vervangen door puntjes.
   *[other] { $n } persoonlijke gegevens zijn vervangen door puntjes.
  }
review-invite = Je kunt { $name } vragen om dit zelf te plaatsen (v).
review-keys = [p]laatsen  [b]ewerken  [f] andere vorm  [k]opiëren  [m]ailtekst
    {"["}v]raag de schrijver  [w] citeren  [l]ater  [n]ee
    {"["}u] ongedaan  [s]toppen  [?]
review-keys-help = p  plaatsen: je ziet eerst de precieze tekst en wie hem kan lezen
    b  bewerken in je eigen tekstprogramma
    f  andere vorm: een uitnodiging om mee te praten, of wat eruit kwam
    k  kopiëren om zelf te plakken
    m  een kort mailtje dat vertelt waar het gesprek verdergaat
    v  de schrijver vragen om het zelf te plaatsen
    w  de woorden van de schrijver citeren; die zei daar ja op
    l  later: het komt over een week terug
    n  nee: dit gesprek komt nooit terug
    u  de laatste keuze ongedaan maken
    s  stoppen; de rest blijft liggen
review-unknown-key = Die toets ken ik hier niet. Met ? zie je wat kan.
review-exact = Zo komt het er te staan:
review-confirm = Deze tekst in { $where } plaatsen? [j/N]
review-by-hand = In { $where } kan nudger zelf niet plaatsen. Plak de tekst daar.
review-open-link = Link: { $url }
review-link = Staat het er? Plak hier de link (leeg mag ook):
review-handed-off = Genoteerd. Dit gesprek is verhuisd.
review-copied = Gekopieerd.
review-copy-by-hand = Kopieer de tekst tussen de lijnen.
review-mail = Een mailtje dat vertelt waar het gesprek verdergaat:
review-mail-text = Dit gesprek gaat verder in { $where }, zodat meer collega’s kunnen meedenken. Reageer daar gerust: { $url }
review-mail-text-soon = Dit gesprek gaat verder in { $where }, zodat meer collega’s kunnen meedenken. Reageer daar gerust.
review-ask = Een bericht aan de schrijver:
review-ask-text = Mooi punt. Wil je dit zelf in { $where } zetten? Dan kunnen meer collega’s meedenken.
review-asked = Over een week komt het terug.
review-later = Over een week komt het terug.
review-let-go = Dit kwam al twee keer terug. Ik laat het los.
review-why = Waarom niet? [1] privé  [2] geen goede vondst  [3] staat er al  [4] mail is prima  [Enter] zeg ik niet
review-declined = Goed. Dit gesprek komt niet meer terug.
review-undone = Ongedaan gemaakt.
review-nothing-to-undo = Er is niets om ongedaan te maken.
review-empty-draft = Het concept is nog niet af. Met b vul je het aan in je eigen woorden.
review-form-edited = Je hebt deze tekst al bewerkt. Opnieuw beginnen in een andere vorm? [j/N]
review-form-idea = Vorm: een idee.
review-form-discussion = Vorm: een gesprek.
review-form-question = Vorm: een vraag.
review-form-share = Vorm: iets om van te leren.
review-form-living = Vorm: een uitnodiging om mee te praten.
review-form-outcome = Vorm: wat eruit kwam.
review-no-author = Dit zijn je eigen woorden; er is niemand om het aan te vragen.
review-consent = Zei de schrijver ja? [1] per mail  [2] mondeling  [3] netwerk  [Enter] nee
review-no-consent = Dan blijven die woorden hier weg. Met v vraag je het, met b schrijf je het zelf op.
review-asked-before = Je vroeg het de schrijver { $ago }. Staat het er al? Kies n, en dan 3.
review-opener = { $n ->
    [one] Je stuurde dit aan één persoon. Kan dit opener?
   *[other] Je stuurde dit aan { $n } mensen. Kan dit opener?
  }
review-capitals = Kijk of hier namen bij zijn: { $words }
review-personal = { $n ->
    [one] Hierin staat een persoonlijk gegeven:
   *[other] Hierin staan { $n } persoonlijke gegevens:
  }
review-personal-word = Typ “weg” (het worden puntjes) of “mag” (het blijft staan). Enter: terug.
review-unchanged = Niets veranderd.
review-no-editor = Ik vond geen tekstprogramma. Zet de naam ervan in EDITOR, bijvoorbeeld: export EDITOR=nano
review-edit-title = Titel op de eerste regel, daarna een lege regel, daarna de tekst.
review-doubt = Een vraag om van te leren: hoort dit gesprek op het netwerk?
review-audit-intro = { $n ->
    [one] Nog een korte vraag over een eerder gesprek,
   *[other] Nog { $n } korte vragen over eerdere gesprekken,
  } door het lot gekozen. Zo ziet het verslag hoe vaak het model zich vergist.
review-audit = Ging dit gesprek over een idee, een vraag of een discussie?
review-audit-keys = [j]a  [n]ee  [Enter] weet niet  [u] terug  [s]toppen  [x] nooit meer vragen
review-audit-off = Goed. Deze vraag komt niet meer. Toch weer? Typ: nudger resume
review-doubt-keys = [j]a  [n]ee  [u] ongedaan  [s]toppen
review-thanks = Dank je. Dat telt mee.
review-done = { $n ->
    [0] Klaar.
    [one] Klaar. Eén gesprek verhuisd.
   *[other] Klaar. { $n } gesprekken verhuisd.
  }
review-needs-terminal = `nudger review` stelt je vragen en werkt daarom alleen in een terminal.
