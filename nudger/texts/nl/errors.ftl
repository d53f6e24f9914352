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
errors-config-at-least = hier hoort { $bound } of meer
errors-config-at-most = hier hoort { $bound } of minder
errors-config-too-few = hier horen er { $bound } of meer
errors-config-too-many = hier passen er niet meer dan { $bound }
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
errors-secret-command-missing = De opdracht { $program } voor je wachtwoord kan niet starten.
errors-secret-command-failed = De opdracht { $program } voor je wachtwoord gaf een fout.
errors-secret-command-slow = De opdracht { $program } voor je wachtwoord was na { $seconds } seconden niet klaar.
errors-secret-command-hint = Probeer de opdracht zelf in een terminal. Wat zij op de eerste regel zet, is het wachtwoord.
errors-secret-env-missing = De omgevingsvariabele { $name } voor je wachtwoord bestaat niet.
errors-secret-file-missing = Het bestand { $path } met je wachtwoord is niet te lezen.
errors-secret-file-missing-hint = Kijk of het pad klopt en of het bestand van jou is.
errors-secret-file-open = Anderen kunnen het bestand { $path } met je wachtwoord lezen. Daarom gebruik ik het niet.
errors-secret-file-open-hint = Zorg dat het van jou is, en sluit het af met `chmod 600`.
errors-secret-keyring-missing = In je sleutelbos staat niets onder de naam { $name }.
errors-secret-keyring-missing-hint = Zet het erin met `pipx run keyring set nudger { $name }`.
errors-secret-keyring-closed = Je sleutelbos is op slot, of deze computer heeft er geen. Daarom kan ik { $name } niet ophalen.
errors-secret-keyring-closed-hint = Meld je aan op deze computer. Voor een nachtelijke run is `file` of `command` handiger.
errors-secret-empty = De eerste regel van { $where } is leeg, of het is geen gewone tekst.

## Bestanden en mappen
errors-not-yours = { $path } is niet van jou, of wijst naar een andere plek. Daarom schrijf ik er niets in.
errors-cannot-write = Ik kan { $path } niet schrijven ({ $why }).
errors-cannot-write-hint = Kijk of er ruimte is op de schijf en of de map van jou is.
