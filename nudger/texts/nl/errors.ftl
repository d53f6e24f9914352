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
errors-config-google-missing = ontbreekt; het is nodig voor auth = "oauth2-google"
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
errors-secret-keyring-missing-hint = Zet het erin met `nudger login`.
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
errors-init-missing = Zonder vragen heeft `nudger init` deze opties nodig: { $options }
errors-init-missing-hint = In een terminal vraagt `nudger init` alles stap voor stap.
errors-init-exists = Er staat al een configuratie in { $path }. Die blijft zoals ze is.
errors-init-exists-hint = Met --overwrite komt de nieuwe ervoor in de plaats. De oude blijft bewaard, met .old achter de naam.
errors-goal-third = Je hebt al twee doelen, en twee is genoeg: zo weet iedereen waar het om gaat.
errors-goal-third-hint = Zet er eerst een stil met `nudger goal pause`.
errors-not-a-host = { $host } is geen naam van een server, zoals imap.voorbeeld.example
errors-demo-missing = De demo is hier niet gespeeld.
errors-demo-missing-hint = Speel haar eerst met `nudger demo`.
errors-demo-server-silent = De mailserver van de demo start niet. Probeer het nog een keer.

## Bestanden met mail
errors-file-missing = { $path } bestaat niet.
errors-file-closed = { $path } is niet te openen. Kijk of het van jou is.
errors-file-damaged = { $path } is beschadigd: de schijf geeft een leesfout.
errors-file-no-message = { $path } is geen mail die ik kan lezen.
errors-outlook-extra = { $count ->
    [one] { $path } is een mail in de eigen vorm van Outlook. Het onderdeel dat die leest, is niet geïnstalleerd.
   *[other] Deze { $count } mails zijn in de eigen vorm van Outlook. Het onderdeel dat die leest, is niet geïnstalleerd.
  }
errors-outlook-extra-hint = Typ `pipx inject nudger "nudger[outlook]"`, of bewaar de mails als .eml.
errors-pst-program = { $path } is een gegevensbestand van Outlook. Om het te lezen heb ik het programma readpst nodig.
errors-pst-program-hint = Debian of Ubuntu: `sudo apt install pst-utils`. macOS: `brew install libpst`. Elders: sleep de mails uit Outlook naar een map, en geef die map aan scan.
errors-pst-damaged = readpst kan { $path } niet lezen. Misschien is het beschadigd, heeft het een wachtwoord, of heeft Outlook het nog open.
errors-pst-damaged-hint = Sluit Outlook en probeer het nog eens. Helpt dat niet, sleep de mails dan naar een map, en geef die map aan scan.
errors-pst-slow = Het uitpakken van { $path } duurt langer dan een kwartier. Ik ben gestopt.
errors-pst-slow-hint = Sleep de mails die je wilt bekijken uit Outlook naar een map, en geef die map aan scan.
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
errors-imap-tls-certificate = { $host } heeft geen geldig certificaat ({ $reason }). Er is niets naartoe gestuurd.
errors-imap-tls-stranger-hint = Is het de server van je organisatie, vraag IT dan om het rootcertificaat. Zet het pad bij ca_file en typ `nudger doctor`.
errors-imap-tls-name-hint = Het certificaat is voor een andere naam. Kijk naar host in de configuratie en typ `nudger doctor`.
errors-imap-tls-expired-hint = Het certificaat is verlopen. Dat kan alleen IT in orde maken; typ daarna `nudger doctor`.
errors-imap-tls-clock-hint = Het certificaat is nog niet geldig. Kijk of de datum van deze computer klopt en typ `nudger doctor`.
errors-imap-tls-failed = Met { $host } lukt geen veilige verbinding ({ $reason }). Er is niets naartoe gestuurd.
errors-imap-tls-failed-hint = Kijk of tls en port bij elkaar passen: "implicit" hoort bij 993, "starttls" bij 143. Typ daarna `nudger doctor`.
errors-imap-tls-old-hint = De server kan alleen TLS 1.0 of 1.1, en dat is niet meer veilig. Vraag IT om TLS 1.2 of nieuwer en typ `nudger doctor`.
errors-imap-tls-injected = Iemand tussen jou en { $host } heeft iets op de lijn gezet voordat die veilig was. Er is niets naartoe gestuurd.
errors-imap-tls-injected-hint = Probeer een ander netwerk. Gebeurt het weer, zeg het dan tegen IT en laat `nudger doctor` zien.
errors-imap-no-starttls = { $host } biedt geen STARTTLS. Er is niets naartoe gestuurd.
errors-imap-no-starttls-hint = Probeer tls = "implicit" met poort 993 en typ `nudger doctor`. Werkte het eerder wel, zeg het dan tegen IT: misschien verandert iemand iets aan de lijn.
errors-imap-login-characters = De naam of het wachtwoord van postvak { $account } heeft tekens die { $host } niet aanneemt.
errors-imap-folder-missing = Postvak { $account } op { $host } heeft geen map { $folder }. Kijk naar folders en sent in de configuratie.
errors-imap-folder-forbidden = De map { $folder } van postvak { $account } mag niet gelezen worden. De server zegt: { $answer }
errors-imap-declined = { $host } weigert { $command } bij postvak { $account }. De server zegt: { $answer }
errors-imap-reply-unusable = { $host } geeft bij postvak { $account } een antwoord op { $command } dat niet klopt.
errors-imap-no-uids = { $host } geeft de mails van postvak { $account } geen vaste nummers. Zo kan nudger niet onthouden wat het al las.
errors-imap-uidvalidity-changed = { $host } heeft de mails in { $folder } opnieuw genummerd ({ $account }). De volgende keer leest nudger die map opnieuw, zonder iets dubbel voor te stellen.
errors-imap-plaintext-refused = Postvak { $account }: onversleuteld kan alleen met een server op deze computer, en { $host } is dat niet.
errors-imap-ca-file = Het certificaat { $path } van postvak { $account } is niet te lezen.

## Aanmelden
errors-login-needs-terminal = `nudger login` vraagt je iets, en er is hier niemand om te antwoorden.
errors-login-needs-terminal-hint = Typ het in een terminal. Laat password of token voor een nachtelijke ronde naar een bestand of een opdracht wijzen.
errors-signin-unreachable = { $host } is niet te bereiken om aan te melden. Probeer het later weer.
errors-signin-needed = Je bent niet aangemeld bij { $host }.
errors-signin-needed-hint = Typ `nudger login`.
errors-signin-extra = Voor deze manier van aanmelden ontbreekt een onderdeel.
errors-signin-extra-hint = Typ `pipx inject nudger "nudger[{ $extra }]"`.
errors-signin-certificate = De sleutel of het certificaat van de app is niet te gebruiken.
errors-signin-certificate-hint = Het is een PEM-bestand met de sleutel en het certificaat erin. Het pad staat bij certificate onder [microsoft].
errors-signin-service-account = De sleutel van het dienstaccount is niet te gebruiken: { $path }
errors-signin-service-account-hint = Het is het JSON-bestand dat Google geeft. Het pad staat bij service_account onder [google].
errors-signin-no-google-app = In de configuratie staat geen Google-app voor een persoon.
errors-signin-no-google-app-hint = Zet client_id onder [google]. `nudger kit it` zegt wat IT daarvoor aanmaakt.
errors-signin-no-microsoft-app = In de configuratie staat geen Microsoft-app.
errors-signin-no-microsoft-app-hint = Zet tenant en client_id onder [microsoft]. `nudger kit it` zegt wat IT daarvoor aanmaakt.
errors-signin-no-token = Bij { $host } kan postvak { $account } zich niet aanmelden via Microsoft of Google.
errors-signin-no-token-hint = Kijk naar host en auth in de configuratie.
errors-signin-refused = { $host } laat { $account } niet binnen. De server zegt: { $answer }
errors-signin-refused-silent = { $host } laat { $account } niet binnen, en zegt niet waarom.
errors-signin-refused-hint = Kijk naar de naam en het wachtwoord. nudger probeert het maar één keer, zodat er niets op slot gaat. `nudger login` meldt je opnieuw aan.

# Voor elk id in nudger/signin/refusals.toml.
errors-signin-device-code-blocked = Bij { $host } kun je je hier niet met een code aanmelden. De server zegt: { $answer }
errors-signin-device-code-blocked-hint = Een regel van je organisatie houdt het tegen. Print `nudger kit it` en vraag IT om een uitzondering voor nudger.
errors-signin-policy = Een regel van je organisatie houdt deze aanmelding tegen. { $host } zegt: { $answer }
errors-signin-policy-hint = Probeer het op een computer van je organisatie. Helpt dat niet, stuur deze regel dan naar IT; `nudger kit it` zegt wat zij kunnen doen.
errors-signin-consent = IT heeft nog niet ingestemd met nudger. { $host } zegt: { $answer }
errors-signin-consent-hint = Typ `nudger kit it` en stuur dat blad naar IT. Er staat een link in om in te stemmen.
errors-signin-not-assigned = Je account mag de app van nudger niet gebruiken. { $host } zegt: { $answer }
errors-signin-not-assigned-hint = Vraag IT om je toe te voegen aan de gebruikers van de app.
errors-signin-public-client-off = Bij de app van nudger kun je je niet met een code aanmelden. { $host } zegt: { $answer }
errors-signin-public-client-off-hint = Vraag IT om "Allow public client flows" op Yes te zetten, bij Authentication van de app.
errors-signin-app-unknown = { $host } kent de app van nudger niet. De server zegt: { $answer }
errors-signin-app-unknown-hint = Kijk naar client_id en tenant in de configuratie.
errors-signin-app-secret = Het geheim van de app is fout of te oud. { $host } zegt: { $answer }
errors-signin-app-secret-hint = Vraag IT om een nieuw geheim, en zet het waar de configuratie naar wijst.
errors-signin-tenant-unknown = { $host } kent je organisatie niet. De server zegt: { $answer }
errors-signin-tenant-unknown-hint = Kijk naar tenant onder [microsoft] in de configuratie.
errors-signin-other-tenant = Dit account is niet van deze organisatie. { $host } zegt: { $answer }
errors-signin-other-tenant-hint = Meld je aan met het account van je werk. Een privévenster van je browser helpt als een ander account in de weg zit.
errors-signin-resource-missing = { $host } kent niet wat nudger vraagt. De server zegt: { $answer }
errors-signin-resource-missing-hint = Stuur deze regel naar IT; `nudger kit it` zegt welke rechten bij de app horen.
errors-signin-account-locked = Dit account zit op slot. { $host } zegt: { $answer }
errors-signin-account-locked-hint = Vraag IT om het weer te openen. nudger probeert het niet uit zichzelf.
errors-signin-password-expired = Het wachtwoord van dit account is te oud. { $host } zegt: { $answer }
errors-signin-password-expired-hint = Kies een nieuw wachtwoord, en typ weer `nudger login`.
errors-signin-declined = De aanmelding is geweigerd bij { $host }.
errors-signin-declined-hint = Was dat niet je keuze? Typ weer `nudger login` en stem dan in.
errors-signin-code-expired = De code is niet op tijd gebruikt.
errors-signin-code-expired-hint = Typ weer `nudger login`. Zei de browser nee nadat je de code had getypt, dan heeft IT er misschien een regel tegen; zie `nudger kit it`.
errors-signin-delegation = Het dienstaccount mag dit postvak niet lezen. { $host } zegt: { $answer }
errors-signin-delegation-hint = Vraag IT om het nummer van het dienstaccount bij domain-wide delegation te zetten, met het recht https://mail.google.com/.
errors-signin-again = Je aanmelding bij { $host } is verlopen.
errors-signin-again-hint = Typ `nudger login`. Dit gebeurt na een nieuw wachtwoord, of als je lang weg was.
errors-signin-app-password = { $host } wil hier een app-wachtwoord, niet je eigen wachtwoord.
errors-signin-app-password-hint = Maak er een op de beveiligingspagina van je account (Google: myaccount.google.com/apppasswords). Typ daarna `nudger login mail`.
errors-signin-imap-off = { $host } kent postvak { $account }, maar IMAP staat daar uit.
errors-signin-imap-off-hint = Vraag IT om IMAP voor dit postvak aan te zetten. Bij Gmail doe je het zelf: Instellingen, Doorsturen en POP/IMAP.
errors-signin-not-connected = { $host } weet wie je bent, maar opent postvak { $account } niet.
errors-signin-not-connected-hint = Is dit je eigen postvak, vraag IT dan om IMAP ervoor aan te zetten. Is het gedeeld of van een ander, vraag dan het recht om het te lezen (Full Access).
errors-signin-smtp-off = Bij { $host } mag dit postvak niet via SMTP versturen.
errors-signin-smtp-off-hint = Vraag IT om "Authenticated SMTP" voor dit postvak aan te zetten.
errors-signin-basic-auth-off = { $host } neemt geen wachtwoord meer aan.
errors-signin-basic-auth-off-hint = Zet auth = "oauth2-microsoft" of "oauth2-google" in de configuratie, laat het wachtwoord weg, en typ `nudger login mail`.
errors-signin-web-login = { $host } wil eerst dat je je met een browser aanmeldt. De server zegt: { $answer }
errors-signin-web-login-hint = Open je mail in een browser, beantwoord wat die vraagt, en probeer het weer.
errors-signin-send-as = Bij { $host } mag { $account } niet onder deze naam versturen.
errors-signin-send-as-hint = Kijk naar username en to onder [digest]. Of vraag IT om het recht om namens dat adres te sturen.
errors-signin-too-many = { $host } heeft te veel pogingen gezien voor { $account }.
errors-signin-too-many-hint = Wacht een uur, en kijk naar het wachtwoord voor je het weer probeert.

## Het grootboek en het model
errors-already-running = nudger is al bezig met { $owner }. Wacht tot dat klaar is.
errors-nightly-no-dask = Voor engine = "dask" ontbreekt een onderdeel.
errors-clock-jumped = De klok van deze computer staat op { $clock }; de vorige keer was het { $last }.
errors-clock-jumped-hint = Zet de klok goed. Klopt hij toch, geef dan de dag mee: --as-of { $clock }
errors-nightly-no-dask-hint = Installeer het: pip install "nudger[dask]". Of kies engine = "local".
errors-nightly-no-scheduler = De scheduler { $address } geeft geen antwoord.
errors-nightly-worker-lost = De worker die dit postvak las, viel weg ({ $kind }). Morgen probeert nudger het opnieuw.
errors-nightly-other-version = Een worker heeft een andere versie, model of regels (nudger { $here }, hier { $there }).
errors-nightly-secret-plain = Een wachtwoord dat in de configuratie zelf staat gaat niet naar een worker.
errors-nightly-secret-plain-hint = Zet het in een bestand, een variabele of een opdracht: password = { "{" } file = "..." { "}" }.
errors-night-already-running = Er loopt al een nachtelijke ronde.
errors-night-already-running-hint = Wacht tot die klaar is. Het slot gaat vanzelf open.
errors-ledger-locked = Een ander programma gebruikt { $path }.
errors-ledger-locked-hint = Wacht even en probeer het nog een keer.
errors-ledger-damaged = { $path } is beschadigd.
errors-ledger-damaged-hint = Zet een kopie terug, of leg het bestand opzij en begin opnieuw.
errors-ledger-key-damaged = De sleutel { $path } is beschadigd.
errors-ledger-key-damaged-hint = Zet een kopie terug. Zonder de oude sleutel herkent nudger je gesprekken niet meer.
errors-ledger-too-new = { $path } is gemaakt door een nieuwere nudger ({ $version }).
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
errors-network-other-host = nudger gaat niet naar { $host }: dat adres hoort niet bij dit netwerk.
errors-network-other-host-hint = Zet bij url in de configuratie het adres van het netwerk. `nudger config show` zegt welke servers gevraagd worden.
errors-network-reading-long = Het lezen van { $network } duurde te lang.
errors-post-enough = Vandaag plaatste nudger { NUMBER($most) } berichten, en meer doet het niet.
errors-post-enough-hint = Probeer het morgen weer. Het aantal is posts_per_day onder [nudge].
errors-network-ca-file = Het certificaat { $path } is niet te lezen.
errors-network-no-url = Bij het netwerk { $network } ontbreekt url.
errors-network-no-url-hint = Zet erbij waar de server staat, zoals url = "https://plein.voorbeeld.example".
errors-network-no-team = Bij het netwerk { $network } ontbreekt team.
errors-network-no-team-hint = Zet in de configuratie bij team het nummer van het team. Hoe je dat vindt, staat in docs/networks.
errors-network-feeds-extra = Voor het lezen van feeds is een onderdeel nodig dat er niet is.
errors-network-feeds-extra-hint = Typ `pipx inject nudger "nudger[feeds]"`.
errors-network-no-smtp = Bij het netwerk { $network } ontbreekt een mailserver met een wachtwoord.
errors-network-no-smtp-hint = Zet in de configuratie bij smtp de mailserver, de naam en het wachtwoord. Hoe dat gaat, staat in docs/networks/email.md.
errors-network-plugin = De uitbreiding voor netwerken van de soort "{ $type }" kan niet worden geladen, of er zijn er twee.
errors-network-plugin-hint = Installeer haar opnieuw, of haal er een weg.
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
errors-elsewhere-same = Dit bericht staat al in { $name }.
errors-elsewhere-closed = In { $name } mag je niet plaatsen.

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

errors-leaders-no-name = { $path } heeft geen kolom met de naam "name".
errors-leaders-no-name-hint = De eerste regel is: name,language,address
errors-leaders-wrong = { $path } heeft regels die niet te gebruiken zijn: { $rows }. Er is niets toegevoegd.
errors-leaders-wrong-hint = Een naam heeft kleine letters, cijfers, een punt of een streepje; de taal is nl of en.
errors-leaders-uncertain = Van { $name } is nog niet bekend of er iets geplaatst is: { $urls }
errors-leaders-uncertain-hint = Maak dat eerst duidelijk: nudger resolve
errors-leaders-needs-terminal = Verwijderen gaat in een terminal, omdat de naam getypt wordt.
errors-loop-unknown = Er wacht niets met nummer { $id }.
errors-loop-unknown-hint = Wat er wacht, zie je met `nudger answers`.
errors-loop-closed = { $id } is al klaar.
errors-loop-closed-hint = Met `undo` zet je het weer open.
errors-loop-withdrawn = { $id } is vervallen, want de mail is weg of valt onder een regel.
errors-loop-no-idea = { $id } is geen idee.
errors-network-unknown = Er is geen netwerk { $name } in de configuratie. Wel: { $known }
errors-network-cannot-read = nudger kan op { $name } geen gesprekken lezen.
errors-community-unknown = Er is geen groep { $name } op dit netwerk.

errors-no-goal = Er is nog geen doel, dus er is niets aan te kondigen.
errors-no-goal-hint = Zet er één of twee in de instellingen: nudger config example
errors-goal-first = Het doel komt eerst; het netwerk volgt als het doel voor iedereen helder is.
errors-goal-first-hint = Begin met: nudger announce goal
errors-goal-unknown = Er is hier geen doel { $goal }. Wel: { $known }
errors-not-a-month = { $month } is geen maand. Schrijf het als 2026-11.
## De server die het weekbericht verstuurt
errors-smtp-unreachable = { $host } is niet te bereiken om te versturen: { $reason ->
    [timeout] de server antwoordt niet op tijd
    [refused] de server neemt niet op; kijk naar de poort
    [name-unknown] deze naam bestaat niet; kijk naar host
   *[other] de verbinding viel weg
  }. Er is niets verstuurd.
errors-smtp-busy = { $host } neemt nu geen mail aan (code { $code }). Er is niets verstuurd; probeer het later.
errors-smtp-refused = { $host } weigert deze mail (code { $code }). Er is niets verstuurd.
errors-smtp-refused-hint = Kijk naar username, en naar het adres waar de mail heen gaat.
errors-smtp-unknown = De verbinding met { $host } viel weg tijdens het versturen. nudger weet niet of de mail aankomt, en verstuurt hem daarom niet nog een keer.
errors-smtp-tls-certificate = { $host } heeft geen geldig certificaat ({ $reason }). Is het een certificaat van jullie zelf, zet het dan bij ca_file, naast host in je configuratie.
errors-smtp-tls-failed = Met { $host } lukt geen veilige verbinding ({ $reason }). Kijk of tls en port bij elkaar passen.
errors-smtp-no-starttls = { $host } biedt geen STARTTLS. Er is niets verstuurd; probeer tls = "implicit" met poort 465.
errors-smtp-plaintext-refused = Onversleuteld versturen kan alleen via een server op deze computer, en { $host } is dat niet.
errors-smtp-ca-file = Het certificaat { $path } is niet te lezen.
errors-smtp-login-characters = De naam of het wachtwoord van { $account } heeft tekens die { $host } niet aanneemt.
errors-smtp-no-sign-in = { $host } kent geen manier om { $account } aan te melden. Er is niets verstuurd.
errors-sendmail-failed = Het programma { $path } heeft de mail niet aangenomen.
errors-sendmail-failed-hint = Kijk of dit programma er is en mail kan versturen.
errors-digest-no-way = Er staat niet in de configuratie hoe het weekbericht weggaat.
errors-digest-no-way-hint = Zet een blok [digest.smtp] in de configuratie, of sendmail = "/usr/sbin/sendmail" onder [digest].
errors-digest-not-yours = Het weekbericht gaat alleen naar jezelf, en { $address } staat niet bij de adressen van je postvak.
errors-digest-not-yours-hint = Zet dit adres bij addresses, of zet bij to een adres dat daar al staat.
errors-digest-address = Het adres { $address } heeft tekens die niet in een mail passen.

## Meedoen en niet meedoen
errors-optout-wrong = { $path } is niet te begrijpen. Tot het klopt, leest nudger geen enkel postvak.
errors-optout-wrong-hint = Er hoort één lijst in te staan: addresses = ["eva@voorbeeld.example"]
errors-participation-damaged = { $path } is beschadigd. Tot het klopt, leest nudger geen enkel postvak.
errors-participation-damaged-hint = Zet dit bestand terug uit een reservekopie. Weet je zeker dat niemand stop heeft gezegd, dan mag het weg.
errors-contact-damaged = { $path } is beschadigd, dus er is niets uit het contactpostvak gedaan.
errors-contact-damaged-hint = Zet dit bestand terug uit een reservekopie. Zonder dit bestand doet nudger elke mail in het postvak opnieuw.
errors-config-contact-not-proven = dit postvak heeft ook contact en authserv_id nodig onder [organisation]: alleen een bewezen afzender telt
errors-config-contact-no-way = dit postvak heeft ook [digest.smtp] of sendmail nodig: elk verzoek krijgt een bevestiging
errors-not-participating = { $owner } heeft geen ja gezegd, dus dit postvak wordt niet gelezen.
errors-not-participating-hint = Een leidinggevende zegt zelf ja: met een mail aan het contactadres, of met een blok [participation] in haar bestand.
errors-bug = Er ging iets mis dat niet hoort ({ $kind }).
errors-organisation-damaged = { $path } is beschadigd, dus er wordt geen nieuwe periode gemaakt.
errors-organisation-damaged-hint = Zet dit bestand terug uit een reservekopie. Zonder dit bestand zou een periode twee keer gemaakt kunnen worden.
errors-goal-there = Dit doel heb je al: { $goal }
errors-goal-rests = Dit doel rust al: { $goal }
errors-goal-words = Een doel is één regel tekst, en een woord ook.
errors-model-own-refused-hint = Misschien heeft iemand anders het veranderd. Het model van iedereen gebruiken kan met: nudger model use base
errors-model-unknown = Er is geen model { $name }. Er zijn: { $known }.
errors-model-no-earlier = Er is geen eerder model om naar terug te gaan.
errors-train-too-few = Er zijn { $n } keuzes om van te leren; dat is te weinig.
errors-train-too-few-hint = Het kan vanaf { $least } keuzes, met minstens { $each } keer ja en { $each } keer nee.
errors-evaluate-too-few = Er zijn { $n } gelabelde mails; vanaf { $least } is er iets te meten.
errors-announced-before = De aankondiging staat al op { $day }. Die dag kan niet meer veranderen.
errors-announced-before-hint = Het verslag vergelijkt ervoor met erna. Een dag die achteraf gekozen is, maakt dat oneerlijk.
errors-evaluate-too-alike = Deze mails zijn allemaal van één afzender, domein of gesprek; er is niets om op te toetsen.
