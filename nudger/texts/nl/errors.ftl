# Wat er mis kan gaan, en wat je dan doet. Wat achter een pad komt (goals[1].id: ...), begint klein.

## De configuratie als bestand
errors-config-missing = Er is nog geen configuratie: { $path } bestaat niet.
errors-config-missing-hint = Kijk eerst rond met `nudger demo`. Een voorbeeld om mee te beginnen geeft `nudger config example`.
errors-config-unreadable = { $path } is niet te lezen. Kijk of je het bestand zelf kunt openen.
errors-config-too-large = { $path } is groter dan 1 MB. Dat kan geen configuratie van nudger zijn.
errors-config-too-deep = In { $path } staan te veel lijsten of tabellen in elkaar.
errors-config-not-utf8 = { $path } is niet als UTF-8 opgeslagen. Kies in je editor voor UTF-8 en sla het opnieuw op.
errors-config-not-toml = { $path } is geen geldige TOML. Vaak mist er een aanhalingsteken of een haakje.
errors-config-not-toml-at = { $path } is geen geldige TOML: kijk op regel { NUMBER($line, useGrouping: 0) }, bij teken { NUMBER($column, useGrouping: 0) }. Vaak mist er een aanhalingsteken of een haakje.
errors-config-wrong = { $count ->
    [one] Er klopt iets niet in { $path }:
   *[other] Er kloppen { $count } dingen niet in { $path }:
  }
errors-config-wrong-hint = Een goed voorbeeld geeft `nudger config example`. Kijk daarna met `nudger config validate` of alles klopt.

## De configuratie: wat er mist of te veel is
errors-config-required = ontbreekt
errors-config-unknown = deze naam ken ik niet
errors-config-unknown-nearest = deze naam ken ik niet; bedoel je { $nearest }?
errors-config-unknown-elsewhere = deze naam hoort onder [{ $section }]
errors-config-unknown-top = deze naam hoort bovenaan, vóór het eerste [blok]
errors-config-type-text = hier hoort tekst tussen aanhalingstekens
errors-config-type-number = hier hoort een getal zonder aanhalingstekens
errors-config-type-whole = hier hoort een heel getal zonder aanhalingstekens
errors-config-type-boolean = hier hoort true of false
errors-config-type-date = hier hoort een datum, zoals 2026-11-24
errors-config-type-list = hier hoort een lijst, zoals ["een", "twee"]
errors-config-type-table = hier hoort een blok met eigen regels
errors-config-choice = kies uit: { $choices }
errors-config-choice-nearest = bedoel je { $nearest }? Kies uit: { $choices }
errors-config-at-least = hier hoort { NUMBER($bound, useGrouping: 0) } of meer
errors-config-at-most = hier hoort { NUMBER($bound, useGrouping: 0) } of minder
errors-config-too-few = hier horen er { NUMBER($bound, useGrouping: 0) } of meer
errors-config-too-many = hier passen er niet meer dan { NUMBER($bound, useGrouping: 0) }
errors-config-not-valid = deze waarde past hier niet

## De configuratie: hoe een waarde eruitziet
errors-config-line = hier hoort één regel tekst, niet leeg
errors-config-name = een naam heeft kleine letters, cijfers, punten en streepjes, en is niet langer dan 40 tekens
errors-config-address = hier hoort een mailadres, zoals fatima@voorbeeld.example
errors-config-domain = hier hoort een domein, zoals voorbeeld.example
errors-config-group = hier hoort een mailadres, of een heel domein zoals @voorbeeld.example
errors-config-host = hier hoort de naam van een server, zoals imap.voorbeeld.example
errors-config-country = hier hoort een landcode van twee letters, zoals NL
errors-config-time-zone = deze tijdzone ken ik niet; een voorbeeld is Europe/Amsterdam
errors-config-url = hier hoort een adres dat met https:// begint, zonder wachtwoord erin
errors-config-moment = hier hoort een dag en een tijd, zoals "di 08:30"
errors-config-plain-not-loopback = onversleuteld kan alleen met een server op deze computer; kies "implicit" of "starttls"
errors-config-password-missing = ontbreekt; geef een wachtwoord, of kies een andere auth
errors-config-password-unused = met auth = "{ $auth }" is er geen wachtwoord nodig; laat deze regel weg
errors-config-bands = suggest_from ligt niet lager dan ask_from
errors-config-scheduler-open = een scheduler op een andere computer begint met tls:// en heeft ook ca_file, cert_file en key_file nodig
errors-config-goals-same = twee doelen hebben dezelfde id
errors-config-microsoft-missing = ontbreekt; het is nodig voor auth = "oauth2-microsoft"
errors-config-secret-open = hier staat een geheim, en anderen kunnen { $path } lezen; sluit het af met `chmod 600`, of zet het geheim ergens anders
errors-config-policy-only-nudge = een policy.toml heeft alleen een blok [nudge]
errors-config-owner-twice = er is al een postvak met deze naam; geef dit bestand een andere naam

## Wachtwoorden en tokens
errors-secret-form = hier hoort een van deze vier: command = ["pass", "show", "mail"], env = "NAAM", file = "PAD" of keyring = "NAAM", tussen accolades
errors-secret-command-form = hier hoort een lijst met de woorden van de opdracht, zoals ["pass", "show", "mail"]
errors-secret-command-missing = De opdracht { $where } voor je wachtwoord kan niet starten.
errors-secret-command-failed = De opdracht { $where } voor je wachtwoord gaf een fout.
errors-secret-command-slow = De opdracht { $where } voor je wachtwoord was na { $seconds } seconden niet klaar.
errors-secret-command-hint = Probeer de opdracht zelf in een terminal. Wat zij op de eerste regel zet, is het wachtwoord.
errors-secret-env-missing = De omgevingsvariabele { $where } voor je wachtwoord bestaat niet.
errors-secret-file-missing = Het bestand { $where } met je wachtwoord is niet te lezen.
errors-secret-file-missing-hint = Kijk of het pad klopt en of het bestand van jou is.
errors-secret-file-open = Anderen kunnen het bestand { $where } met je wachtwoord lezen. Daarom gebruik ik het niet.
errors-secret-file-open-hint = Zorg dat het van jou is, en sluit het af met `chmod 600`.
errors-secret-keyring-missing = In je sleutelbos staat niets onder de naam { $where }.
errors-secret-keyring-missing-hint = Zet het erin met `pipx run keyring set nudger { $where }`.
errors-secret-keyring-closed = Je sleutelbos is op slot, of deze computer heeft er geen. Daarom kan ik { $where } niet ophalen.
errors-secret-keyring-closed-hint = Meld je aan op deze computer. Voor een nachtelijke run is `file` of `command` handiger.
errors-secret-empty = De eerste regel van { $where } is leeg, of het is geen gewone tekst.

## Bestanden en mappen
errors-not-yours = { $path } is niet van jou, of wijst naar een andere plek. Daarom schrijf ik er niets in.
errors-cannot-write = Ik kan { $path } niet schrijven.
errors-cannot-write-hint = Kijk of er ruimte is op de schijf en of de map van jou is.

## Keuzes op de opdrachtregel
errors-no-mailbox = In de configuratie staat geen postvak.
errors-no-mailbox-hint = Zet er een bij onder [mailboxes.NAAM]. Een voorbeeld geeft `nudger config example`.
errors-mailbox-unknown = Een postvak { $name } ken ik niet. Kies uit: { $known }
errors-id-too-short = { $id } is te kort: geef drie tekens of meer.
errors-id-unknown = Er is geen voorstel { $id }.
errors-id-unknown-hint = Wat er klaarligt, zie je met `nudger digest`.
errors-id-not-unique = { $n } voorstellen beginnen met { $id }. Geef een teken meer.
errors-mail-gone = De mail van dit voorstel staat niet meer in je postvak.
errors-mail-gone-hint = Het voorstel vervalt vanzelf.
errors-review-needs-terminal = `nudger review` stelt vragen. Dat kan alleen in een terminal.
errors-review-needs-terminal-hint = Wat er klaarligt, lees je met `nudger digest`.
errors-scan-needs-internal = Ik weet niet welke domeinen van jullie zelf zijn.
errors-scan-needs-internal-hint = Noem er een of meer, zoals `--internal voorbeeld.example`.
errors-demo-missing = De demo is hier niet gespeeld.
errors-demo-missing-hint = Speel haar eerst met `nudger demo`.
errors-demo-server-silent = De mailserver van de demo start niet. Probeer het nog een keer.

## Bestanden met mail
errors-file-missing = { $path } bestaat niet.
errors-file-closed = { $path } is niet te openen. Kijk of het van jou is.
errors-file-damaged = { $path } is beschadigd: de schijf geeft een leesfout.
errors-file-no-message = { $path } is geen mail die ik kan lezen.
errors-folder-missing = Het postvak { $account } heeft geen map { $folder }.
errors-folder-name-unsafe = De naam van deze map in het postvak { $account } heeft vreemde tekens: { $folder }

## Het postvak op de server
errors-imap-unreachable = { $host } is niet te bereiken voor postvak { $account }: { $reason ->
    [timeout] de server antwoordt niet op tijd
    [refused] de server neemt niet op; kijk naar de poort
    [name-unknown] deze naam bestaat niet; kijk naar host
   *[other] de verbinding viel weg
  }.
errors-imap-connection-lost = De verbinding met { $host } viel weg bij postvak { $account }. Wat al gelezen is, blijft bewaard; de volgende keer gaat nudger verder.
errors-imap-busy = { $host } heeft het te druk voor postvak { $account }. De volgende keer gaat nudger verder.
errors-imap-throttled = { $host } vraagt om even te wachten met postvak { $account }. De volgende keer gaat nudger verder.
errors-imap-tls-certificate = { $host } heeft geen geldig certificaat ({ $reason }). Is het een certificaat van jullie zelf, zet het dan bij ca_file.
errors-imap-tls-failed = Met { $host } lukt geen veilige verbinding ({ $reason }). Kijk of tls en port bij elkaar passen.
errors-imap-no-starttls = { $host } biedt geen STARTTLS. Er is niets verstuurd; probeer tls = "implicit" met poort 993.
errors-imap-login-refused = { $host } laat postvak { $account } niet binnen. Kijk naar de naam en het wachtwoord; nudger probeert het niet nog eens.
errors-imap-login-characters = De naam of het wachtwoord van postvak { $account } heeft tekens die { $host } niet aanneemt.
errors-imap-not-connected = { $host } herkent postvak { $account }, maar IMAP staat daar niet aan. Vraag IT om het aan te zetten.
errors-imap-folder-missing = Postvak { $account } op { $host } heeft geen map { $folder }. Kijk naar folders en sent in de configuratie.
errors-imap-folder-forbidden = De map { $folder } van postvak { $account } mag niet gelezen worden. De server zegt: { $answer }
errors-imap-declined = { $host } weigert { $command } bij postvak { $account }. De server zegt: { $answer }
errors-imap-reply-unusable = { $host } geeft bij postvak { $account } een antwoord op { $command } dat niet klopt.
errors-imap-no-uids = { $host } geeft de mails van postvak { $account } geen vaste nummers. Zo kan nudger niet onthouden wat het al las.
errors-imap-uidvalidity-changed = { $host } heeft de mails in { $folder } opnieuw genummerd ({ $account }). De volgende keer leest nudger die map opnieuw, zonder iets dubbel voor te stellen.
errors-imap-plaintext-refused = Postvak { $account }: onversleuteld kan alleen met een server op deze computer, en { $host } is dat niet.
errors-imap-ca-file = Het certificaat { $path } van postvak { $account } is niet te lezen.

## Het grootboek en het model
errors-already-running = nudger is al bezig met { $owner }. Wacht tot dat klaar is.
errors-night-already-running = Er loopt al een nachtelijke ronde.
errors-night-already-running-hint = Wacht tot die klaar is. Het slot gaat vanzelf open.
errors-ledger-locked = Een ander programma gebruikt { $path }.
errors-ledger-locked-hint = Wacht even en probeer het nog een keer.
errors-ledger-damaged = { $path } is beschadigd.
errors-ledger-damaged-hint = Zet een kopie terug, of leg het bestand opzij en begin opnieuw.
errors-ledger-key-damaged = De sleutel { $path } is beschadigd.
errors-ledger-key-damaged-hint = Zet een kopie terug. Zonder de oude sleutel herkent nudger je gesprekken niet meer.
errors-ledger-too-new = { $path } is gemaakt door een nieuwere nudger.
errors-ledger-too-new-hint = Zet de nieuwe nudger ook hier op, bijvoorbeeld met `pipx upgrade nudger`.
errors-ledger-cannot-write = Ik kan { $path } niet schrijven.
errors-ledger-cannot-write-hint = Kijk of er ruimte is op de schijf en of de map van jou is.
errors-model-refused = Het model { $path } wordt niet gebruikt ({ $reason }).
errors-model-refused-hint = Zet `model = "builtin"` in het blok [judge], of maak het model opnieuw.
errors-rules-wrong = Er klopt iets niet in de regels:
errors-rules-wrong-hint = Kijk met `nudger config validate` of alles klopt.

# Networks
errors-network-unreachable = { $host } is niet te bereiken voor het netwerk { $network }: { $reason ->
    [timeout] de server antwoordt niet op tijd
    [refused] de server neemt niet op
    [name-unknown] deze naam bestaat niet
    [tls] de beveiligde verbinding lukt niet; is het een certificaat van jullie zelf, zet het dan bij ca_file
    [address] dit adres kan niet kloppen
   *[cut] de verbinding viel weg
  }.
errors-network-hint = Kijk met `nudger network test` of het weer lukt.
errors-network-login-refused = Het netwerk { $network } laat je niet binnen. De sleutel klopt niet, of is verlopen.
errors-network-login-refused-hint = Maak een nieuwe sleutel en zet hem waar `token` naar wijst. Hoe dat gaat, staat in docs/networks.
errors-network-forbidden = { $host } laat dit account daar niet kijken ({ $network }).
errors-network-moved = { $host } verwijst naar een andere server ({ $network }). Daar gaat nudger niet vanzelf heen.
errors-network-moved-hint = Klopt dat adres, zet het dan bij url in de configuratie.
errors-network-busy = Het netwerk { $network } heeft het te druk. Probeer het over { $seconds } seconden nog een keer.
errors-network-busy-hint = Er is niets verloren.
errors-network-reply-unusable = { $host } geeft geen antwoord dat nudger begrijpt ({ $network }).
errors-network-not-secure = Met { $host } kan alleen een beveiligde verbinding.
errors-network-not-secure-hint = Laat url in de configuratie met https:// beginnen.
errors-network-ca-file = Het certificaat { $path } is niet te lezen.
errors-network-no-url = Bij het netwerk { $network } ontbreekt url.
errors-network-no-url-hint = Zet erbij waar de server staat, zoals url = "https://plein.voorbeeld.example".
errors-network-no-token = Bij het netwerk { $network } ontbreekt token.
errors-network-no-token-hint = Zet erbij waar de sleutel ligt, zoals token = {"{"} keyring = "plein" {"}"}.
errors-post-too-long = Deze tekst is te lang voor het netwerk, ook in delen.
errors-post-too-long-hint = Maak hem korter met b, of zet er een document van neer.
errors-post-partly-sent = Een deel van { $id } staat al op het netwerk, met een andere tekst of voor andere lezers.
errors-post-partly-sent-hint = Haal dat eerst weg op het netwerk zelf, of maak het daar af.
errors-post-changed-meanwhile = Dit voorstel is intussen ergens anders veranderd. Er is niets geplaatst.
errors-post-busy = Een andere nudger plaatst nu iets.
errors-resolve-needs-id = Over welk bericht gaat het?
errors-resolve-needs-id-hint = Geef het kenmerk erbij, zoals `nudger resolve s7f2 --not-sent`.
errors-retract-needs-terminal = `nudger retract` stelt vragen. Dat kan alleen in een terminal.
errors-retract-needs-terminal-hint = Start het in een terminal.
errors-retract-not-posted = { $id } staat niet op het netwerk.

errors-not-an-address = { $address } is geen e-mailadres.
errors-export-exists = { $path } bestaat al. Kies een andere naam.
errors-not-an-export = { $path } is niet gemaakt met `nudger export`.
errors-export-closed = { $path } gaat niet open.
errors-export-closed-hint = De wachtzin klopt niet, of het bestand is veranderd.
errors-import-exists = Hier is al een logboek: { $path }
errors-import-exists-hint = Er is niets vervangen. Zet dat bestand eerst weg als je het zeker weet.
errors-passphrase-short = Een wachtzin heeft { $n } tekens of meer.
errors-passphrase-differs = De twee wachtzinnen zijn niet gelijk.
errors-passphrase-needs-terminal = De wachtzin wordt in een terminal gevraagd.
errors-passphrase-needs-terminal-hint = Of zet hem in een bestand dat alleen jij kunt lezen: --passphrase-file BESTAND
errors-cannot-read = { $path } kan niet gelezen worden.
errors-loop-unknown = Er wacht niets met nummer { $id }.
errors-loop-unknown-hint = Wat er wacht, zie je met `nudger answers`.
errors-loop-closed = { $id } is al klaar.
errors-loop-closed-hint = Met `undo` zet je het weer open.
errors-loop-withdrawn = { $id } is vervallen, want de mail is weg of valt onder een regel.
errors-loop-no-idea = { $id } is geen idee.
errors-network-unknown = Er is geen netwerk { $name } in de configuratie. Wel: { $known }
errors-network-cannot-read = nudger kan op { $name } geen gesprekken lezen.
errors-community-unknown = Er is geen groep { $name } op dit netwerk.
