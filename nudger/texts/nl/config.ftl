# Wat in de configuratie staat: config-BLOK en config-BLOK-NAAM, en de woorden van `config show` en de naslag.

config-example-head = De configuratie van nudger. Wat achter # staat geldt niet; haal het # weg als je het nodig hebt.
    Een wachtwoord of token zet je hier liever niet neer. Zeg waar het te vinden is.
config-reference-title = Configuratie
config-reference-intro = Gemaakt door `make docs` uit de modellen; wijzig dit blad niet met de hand.
config-reference-search = nudger leest het bestand achter `--config`. Anders leest het `$NUDGER_CONFIG`, en anders `nudger.toml` in de map voor instellingen van je systeem. Paden in het bestand beginnen in de map van dat bestand.
config-reference-leaders = Voor een organisatie staat er naast dit bestand een map `leaders` met één bestand per leidinggevende, `NAAM.toml`. Daarin staan dezelfde blokken voor `language`, `goals`, `mailboxes`, `digest` en `participation`. Wat erin staat, gaat voor.
config-reference-policy = Een beheerder kan in `policy.toml` een blok `[nudge]` zetten. Een lager getal hier mag dan nog, een hoger getal niet.
config-column-key = Naam
config-column-kind = Soort
config-column-default = Standaard
config-column-meaning = Betekenis
config-kind-switch = `true` of `false`
config-kind-text = tekst
config-kind-whole = heel getal
config-kind-number = getal
config-kind-date = datum
config-kind-file = pad
config-kind-secret = geheim
config-kind-moment = dag en tijd
config-kind-table = blok
config-kind-list = lijst: { $of }
config-required = nodig
config-origin-default = standaard
config-hosts = Voor { $network } gaat nudger naar: { $hosts }
config-hosts-none = niemand, je plakt de tekst zelf

config-top-version = De versie van deze indeling.
config-top-language = De taal van nudger: "nl" of "en". Anders volgt nudger de taal van je computer.

config-organisation = De organisatie.
config-organisation-domains = De eigen domeinen. Een mail is intern als alle adressen hieronder vallen.
config-organisation-time_zone = De tijdzone waarin dagen en weken tellen.
config-organisation-country = Het land, voor de feestdagen.
config-organisation-deny = Mail van of aan deze adressen wordt nooit bekeken. Een heel domein mag ook: "@voorbeeld.example".
config-organisation-optout = Het bestand met collega's die niet willen meedoen. Het geldt voor iedereen.
config-organisation-contact = Het adres waar collega's "geen nudger" en leidinggevenden "ik doe mee" naartoe mailen.
config-organisation-authserv_id = De naam die jullie mailserver in Authentication-Results zet. Dan telt nudger mee of de afzender echt is.

config-goals = Je doel. Je hebt er één of twee.
config-goals-id = De korte naam. Klaar om te kiezen zijn ideas, workload en errors; een eigen naam mag ook.
config-goals-title = Het doel in een paar woorden.
config-goals-words = Woorden waaraan je een mail over dit doel herkent.
config-goals-community = De groep op het netwerk waar dit thuishoort.
config-goals-promise_days = Binnen zoveel werkdagen antwoord jij op elk idee.
config-goals-paused = Bij true rust dit doel en telt het niet mee.

config-mailboxes = Je postvak, met een naam die je zelf kiest. Heb je meer postvakken, geef elk dan een eigen blok; het eerste geeft je grootboek zijn naam.
config-mailboxes-host = De IMAP-server.
config-mailboxes-tls = De beveiliging: "implicit", "starttls", of "loopback-plain" voor een server op deze computer.
config-mailboxes-port = De poort. Standaard 993, en 143 bij de andere twee soorten beveiliging.
config-mailboxes-username = De naam waarmee je je aanmeldt. Bij Dovecot kan ook "naam*beheerder".
config-mailboxes-auth = Hoe je je aanmeldt: "password", "oauth2-microsoft" of "oauth2-google".
config-mailboxes-password = Waar het wachtwoord te vinden is: command, env, file of keyring.
config-mailboxes-ca_file = Het bestand met het certificaat van jullie eigen CA.
config-mailboxes-addresses = Jouw eigen adressen.
config-mailboxes-folders = De mappen die nudger leest.
config-mailboxes-sent = De map met verzonden mail, als nudger die niet zelf vindt.
config-mailboxes-look_back_days = Zoveel dagen kijkt de eerste keer terug. Bij 0 is dat alles.

config-networks = Je netwerk, met een naam die je zelf kiest. Zonder dit blok krijg je tekst om zelf te plakken.
config-networks-type = De soort, zoals "viva-engage", "matrix" of "handoff".
config-networks-url = Het adres van het netwerk. Alleen die server wordt gevraagd. Viva Engage, Teams en Slack hebben hun API op www.yammer.com, graph.microsoft.com en slack.com: staat hier het adres van hun pagina's, dan gaat nudger daarheen en nergens anders. Het adres van een Teams-workflow ligt op logic.azure.com of api.powerplatform.com.
config-networks-token = Waar de sleutel te vinden is: command, env, file of keyring.
config-networks-username = De naam waarmee je je aanmeldt, als het netwerk daarom vraagt.
config-networks-team = Het team, als het netwerk daarom vraagt.
config-networks-post_as = Wat een bericht in Jive wordt: "discussion", "question", "post" (in een blog) of "idea".
config-networks-smtp = Bij "email": de mailserver die het bericht verstuurt. De sleutels zijn die van [digest.smtp].
config-networks-reader = Een account dat alleen leest. Daarmee kan een nachtelijke service reacties zien en gesprekken tellen; een sleutel om te plaatsen heeft die niet.
config-reader = Een account dat alleen leest. Daarmee kan een nachtelijke service reacties zien en gesprekken tellen.
config-reader-token = Waar de sleutel van dat account te vinden is: command, env, file of keyring.
config-reader-username = De naam van dat account, als het netwerk daarom vraagt.
config-networks-feeds = Atom- of RSS-adressen die vertellen wat er nieuw is, voor een netwerk dat je alleen met plakken of mail bereikt.
config-networks-notifications = De afzenders van mails over reacties op jouw berichten.
config-networks-ca_file = Het bestand met het certificaat van jullie eigen CA.

config-microsoft = De app die IT in Microsoft 365 heeft aangemaakt, voor mail en Viva Engage.
config-microsoft-tenant = De naam of het nummer van jullie omgeving.
config-microsoft-client_id = Het nummer van de app.
config-microsoft-client_secret = Voor een dienst: waar het geheim van de app te vinden is.
config-microsoft-certificate = Voor een dienst: het bestand met de sleutel en het certificaat van de app. Dit is veiliger dan een geheim.

config-google = De app die IT bij Google heeft aangemaakt, voor mail.
config-google-client_id = Het nummer van de app, voor iemand die zich aanmeldt.
config-google-client_secret = Waar het geheim van die app te vinden is.
config-google-service_account = Voor een dienst: het bestand met de sleutel van het dienstaccount.

config-digest = Het weekbericht.
config-digest-when = Wanneer het komt: één of twee keer per week.
config-digest-to = Het adres waar het naartoe gaat.
config-digest-smtp = De server die het verstuurt.
config-digest-sendmail = Zonder server: het programma dat het verstuurt.
config-smtp = De server die het weekbericht verstuurt.
config-smtp-host = De SMTP-server.
config-smtp-tls = De beveiliging: "starttls", "implicit", of "loopback-plain" voor een server op deze computer.
config-smtp-port = De poort. Standaard 587, bij "implicit" 465, en bij "loopback-plain" 25.
config-smtp-username = De naam waarmee nudger zich aanmeldt.
config-smtp-auth = Hoe nudger zich aanmeldt: "password", "oauth2-microsoft" of "oauth2-google".
config-smtp-password = Waar het wachtwoord te vinden is: command, env, file of keyring.
config-smtp-ca_file = Het bestand met het certificaat van jullie eigen CA.

config-contact = Het postvak van het adres bij contact. `nudger poll --all` leest het eerst, en verandert er niets in.
config-contact-host = De IMAP-server.
config-contact-tls = De beveiliging: "implicit", "starttls", of "loopback-plain" voor een server op deze computer.
config-contact-port = De poort. Standaard 993, en 143 bij de andere twee soorten beveiliging.
config-contact-username = De naam waarmee nudger zich aanmeldt.
config-contact-auth = Hoe nudger zich aanmeldt: "password", "oauth2-microsoft" of "oauth2-google".
config-contact-password = Waar het wachtwoord te vinden is: command, env, file of keyring.
config-contact-ca_file = Het bestand met het certificaat van jullie eigen CA.
config-contact-folder = De map waarin de mail binnenkomt.

config-nudge = Hoe vaak nudger iets voorstelt. Alle getallen staan in `nudger/nudges/policy.toml`.

config-judge = Het oordeel.
config-judge-packs = Eigen regels, naast die van nudger.
config-judge-model = Het model: "builtin", of de map van een ander model.
config-judge-ask_from = Vanaf deze kans vraagt nudger het je.
config-judge-suggest_from = Vanaf deze kans stelt nudger het voor.

config-ledger = Wat nudger onthoudt. Er staat geen tekst uit je mail in.
config-ledger-directory = De map. Kies er nooit een op een netwerkschijf.
config-ledger-keep_days = Zoveel dagen blijft het bewaard.

config-nightly = De nachtelijke run voor veel postvakken.
config-nightly-engine = Op deze computer ("local") of op meer computers ("dask").
config-nightly-workers = Zoveel postvakken tegelijk.
config-nightly-per_host = Hoogstens zoveel verbindingen tegelijk met één mailserver.
config-nightly-minutes = Na zoveel minuten begint er geen nieuw postvak meer; wat over is komt de volgende nacht eerst.
config-nightly-metrics_file = Een bestand met cijfers voor Prometheus, gemaakt aan het eind van elke nacht.
config-nightly-ca_file = Het bestand met het certificaat van de CA, voor dask.
config-nightly-cert_file = Het certificaat van nudger, voor dask.
config-nightly-key_file = De sleutel bij dat certificaat.
config-nightly-scheduler = Het adres van de dask-scheduler. Op een andere computer begint het met tls://.

config-mailbox_template = Voor een organisatie: hoe elk postvak eruitziet. Voor {"{user}"} komt de naam van het bestand in de map leaders.

config-participation = Het eigen ja van een leidinggevende. Dit blok staat in leaders/NAAM.toml.
config-participation-who = Wie ja zei.
config-participation-when = Op welke dag.
config-participation-how = Hoe: per mail, op papier.
config-participation-figures = Een apart ja: haar totalen per week tellen mee in het rapport van de organisatie.
config-name = NAAM
config-all-well = Alles klopt.
