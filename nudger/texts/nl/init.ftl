# `nudger init`: de vragen, in hun volgorde.
init-ask = { $question }
init-ask-usual = { $question } [{ $usual }]
init-step = { $number } van { $of } · { $about }
init-about-commitment = Jij
init-about-goals = Je doel
init-about-mailbox = Je mail
init-about-inside = Wat van jullie zelf is
init-about-folders = Aanmelden, en de mappen
init-about-network = Waar jullie praten
init-about-moment = Het weekbericht

init-language = Nederlands (nl) / English (en):
init-language-wrong = Typ nl of en.
init-replace = Er staat al een configuratie in { $path }. Wil je die vervangen? De oude blijft bewaard, met .old achter de naam. ja of nee:
init-replace-wrong = Typ ja of nee.
init-intro = nudger zoekt in jouw mail de gesprekken die meer mensen verder helpen.
    Zeven korte vragen. Enter neemt wat tussen [ ] staat. Ctrl-C stopt; wat je dan al zei, blijft bewaard.
init-resumed = Je was al eens begonnen. Wat je toen zei, staat tussen [ ]; Enter neemt het over.

init-commitment = Dit werkt als jij het voordoet: zelf plaatsen, en antwoord geven op elk idee.
    Een idee zonder antwoord is het ergste wat er kan gebeuren, ook op een netwerk.
init-behind = Sta je daar zelf achter? ja of nee:
init-behind-wrong = Typ ja of nee.
init-days = Binnen hoeveel werkdagen geef jij antwoord op elk idee?
init-days-wrong = Typ een getal van 1 tot 30.
init-not-now = Dat is een eerlijk antwoord. Er is niets ingesteld. Rondkijken kan altijd: nudger demo

init-goal-own = iets anders, in eigen woorden
init-goals = Welk doel? Eén nummer, of twee met een spatie ertussen:
init-goals-wrong = Kies één of twee nummers van de lijst. Meer dan twee doelen maakt het voor niemand duidelijk.
init-goal-title = Je doel in een paar woorden:
init-goal-title-wrong = Typ een paar woorden.
init-goal-words = Welke woorden horen daarbij, met komma's ertussen?

init-address = Je mailadres:
init-address-wrong = Dat is geen mailadres. Een voorbeeld: fatima@voorbeeld.example
init-server-known = Die mail staat op { $host }.
init-app-password = Daar opent je gewone wachtwoord de mail niet voor programma's. Maak op hun website een app-wachtwoord.
init-server = Waar staat je mail?
init-server-wrong = Typ een van de nummers.
init-server-microsoft = Microsoft 365 (Outlook)
init-server-google = Google Workspace (Gmail van het werk)
init-server-other = ergens anders
init-host = De naam van de mailserver:
init-host-wrong = Typ de naam van de server, zoals imap.voorbeeld.example
init-username = De naam om mee aan te melden:
init-others = Andere adressen van jou, met komma's ertussen (Enter: geen):
init-others-wrong = Een van die adressen is geen mailadres.
init-client-why = Hier meldt een programma zich aan met een app die IT eerst aanmaakt.
init-client = De client_id van die app (Enter: die is er nog niet):

init-inside = Alleen gesprekken tussen eigen mensen komen in aanmerking. Is er iemand van buiten bij, dan blijft het mail.
init-domains = Wat staat er na de @ bij jullie eigen mensen? Met komma's ertussen:
init-domains-wrong = Typ een of meer domeinen, zoals voorbeeld.example

init-sign-in = nudger leest alleen. Het zet niets op gelezen, verplaatst niets en bewaart geen tekst.
init-signed-in = Je bent al aangemeld.
init-again = Nog een keer proberen? ja of nee:
init-again-wrong = Typ ja of nee.
init-sign-in-later = Goed, dan straks: nudger login
init-folders = Dit zijn de mappen van je postvak:
init-folder = { $number }  { $name } ({ $n ->
    [one] 1 mail
   *[other] { $n } mails
  })
init-sent = Daarbij komt { $name } ({ $n ->
    [one] 1 mail
   *[other] { $n } mails
  }), want daar staat wat je zelf schreef.
init-which-folders = Welke lezen? Nummers of namen, met komma's ertussen:
init-which-folders-wrong = Een van die mappen staat er niet bij.
init-no-sent = In welke map staat wat je zelf schreef? (Enter: dat weet ik niet)
init-no-sent-wrong = Die map bestaat niet.

init-yes = ja
init-writer = In { $sent } staat ook { $address } als afzender. Is dat een adres van jou? ja of nee:
init-writer-wrong = Typ ja of nee.
init-writer-unknown = In { $sent } staat ook { $address } als afzender. Is dat een adres van jou, noem het dan met --address.

init-network = Welk netwerk?
init-network-wrong = Typ een van de nummers.
init-network-by-hand = ik plak zelf (dat kan overal)
init-network-help = help me kiezen
init-network-take = Dit netwerk nemen? Bij nee plak je zelf. ja of nee:
init-network-take-wrong = Typ ja of nee.
init-network-usual = plein
init-network-name = Hoe noemen jullie het?
init-network-name-wrong = Typ een naam.
init-network-url = De link ernaartoe (Enter: die weet ik nog niet):
init-network-url-wrong = Een link begint met https://
init-network-team = De naam van het team daar:
init-community = In welke groep praten jullie? (Enter: kies ik later)
init-choose = ›

init-digest = Eén keer in de week zet nudger op een rij wat wacht, en niets als er niets is. Alleen jij ziet het.
init-when = Op welke dag en tijd?
init-when-wrong = Typ een dag en een tijd, zoals di 08:30

init-summary = Dit komt in { $path }:
    {"  "}doel       { $goals }
    {"  "}belofte    antwoord binnen { $days ->
        [one] 1 werkdag
       *[other] { $days } werkdagen
    }
    {"  "}mail       { $mail } op { $host }
    {"  "}mappen     { $folders }
    {"  "}netwerk    { $network }
    {"  "}bericht    { $when }
init-write = Opslaan? ja of nee:
init-write-wrong = Typ ja of nee.
init-kept = Wat je zei, is bewaard. Verdergaan: nudger init
init-unchanged = Goed. Alles blijft zoals het was.
init-written = Opgeslagen in { $path }. Alleen jij kunt het lezen.
init-next-it = Nu is IT aan de beurt. Dit blad is voor hen: nudger kit it
    Heb je de client_id, ga dan verder met nudger init.
init-read-back = Zal nudger nu 26 weken teruglezen? Alleen om te kijken. ja of nee:
init-read-back-wrong = Typ ja of nee.

init-baseline = De laatste { $weeks } weken: { $mails } mails, en { $talk ->
    [0] geen gesprek
    [one] één gesprek
   *[other] { $talk } gesprekken
  } per mail. Hiermee vergelijkt het overzicht straks.
init-waiting = { $n ->
    [one] Eén vraag of idee wacht
   *[other] { $n } vragen en ideeën wachten
  } nu op jouw antwoord. Bekijken: nudger answers
init-earlier = Dit had nudger je de laatste maand voorgesteld. Het is alleen om naar te kijken:
init-earlier-none = De laatste maand had nudger je niets voorgesteld.
init-earlier-line = { $day }  "{ $title }", { $people } mensen
init-earlier-own = zelf begonnen
init-next = Vandaag kijkt nudger alleen. Vanaf morgen legt het af en toe iets voor je klaar.
    {"  "}nudger                begin elke dag zo: wat wacht er?
    {"  "}nudger announce goal  een tekst om je doel aan je team te vertellen
    {"  "}nudger doctor         klopt alles?

init-file-head = Gemaakt met nudger init. Alles wat er kan staan: nudger config example
