# De hulp van de opdrachtregel. Per opdracht: cli-NAAM is één korte regel, cli-NAAM-long een alinea; één zin per regel.

cli-language-name = Nederlands
cli-main = Vindt de goede gesprekken in je mail en helpt ze naar het netwerk.
cli-main-long = nudger leest je mail, alleen om te lezen.
    Het zoekt interne mails die eigenlijk een gesprek of een idee zijn, en stelt voor om ze op het netwerk te zetten.
    Er gaat niets weg zonder jouw ja.

## Kopjes
cli-heading-everyday = Elke dag
cli-heading-files = Met bestanden
cli-heading-upkeep = Onderhoud
cli-heading-commands = Opdrachten
cli-heading-options = Opties
cli-heading-always = Bij elke opdracht

## Opties bij elke opdracht
cli-option-config = De configuratie staat in dit bestand.
cli-option-lang = Nederlands of Engels.
cli-option-json = Geef JSON, voor andere programma's.
cli-option-mailbox = Alleen dit postvak.
cli-option-quiet = Geen voortgang laten zien.
cli-option-verbose = Meer laten zien; tweemaal voor nog meer.
cli-option-log = Schrijf een logboek in dit bestand, zonder tekst uit mail.
cli-option-exit-code = Eindig met 10 als er iets op je wacht.
cli-option-as-of = Doe alsof het nu dit moment is.
cli-option-demo = Werk op het verzonnen postvak van de demo.
cli-option-version = Laat het versienummer zien.
cli-option-help = Laat deze hulp zien.

## Opties die bij meer opdrachten horen
cli-option-all = Voor iedereen die meedoet.
cli-option-passphrase-file = De wachtzin is de eerste regel van dit bestand, dat alleen jij kunt lezen.
cli-option-html = Schrijf een pagina naar dit bestand.
cli-option-csv = Schrijf de cijfers naar deze map.
cli-option-weeks = Zoveel weken terug.
cli-option-internal = Dit domein is van de eigen organisatie.
cli-option-owner = Dit mailadres is van jou.
cli-option-send = Verstuur het per mail.
cli-option-until = Tot en met deze datum.
cli-option-organisation = Over de hele organisatie, vanaf tien deelnemers.

## Elke dag
cli-demo = Alles zien op een verzonnen postvak.
cli-demo-long = Speelt een half jaar van een verzonnen organisatie na: lezen, voorstellen, redenen en een verslag.
    Je hebt er geen account voor nodig en er gaat niets het internet op.

cli-poll = Nieuwe mail lezen en beoordelen.
cli-poll-option-all = Lees iedereen die meedoet; één slecht postvak houdt de andere niet tegen.
cli-poll-long = Leest wat er nieuw is in je postvak, beoordeelt het en onthoudt de uitkomst.
    Er verandert niets in je postvak, en van je mail wordt geen tekst bewaard.
    Je kunt deze opdracht zo vaak herhalen als je wilt.

cli-review = Bekijken wat er klaarligt.
cli-review-long = Laat eerst zien wie er op jouw antwoord wacht, en dan de gesprekken die op het netwerk passen.
    Bij elk gesprek kies je: plaatsen, bewerken, kopiëren, de schrijver vragen, later of nee.
    Je ziet altijd eerst de precieze tekst en wie hem kan lezen.

cli-answers = Wie wacht er op jouw antwoord?
cli-answers-long = Toont de ideeën, vragen en reacties die op jouw antwoord wachten.
    Je kunt antwoorden, het doorgeven of zeggen dat je al gereageerd hebt.

cli-answers-option-network = Op dit netwerk, zonder postvak.
cli-answers-option-community = In deze groep.

cli-ideas = De ideeën, en wat ermee gebeurde.
cli-ideas-long = Toont elk idee dat jou bereikte en wat er daarna mee gebeurde.

cli-ideas-option-title = Jouw titel voor dit idee; die wordt bewaard.
cli-ideas-option-note = Wat het opleverde, in jouw woorden; dat wordt bewaard.

cli-digest = Het weekbericht.
cli-digest-long = Maakt het korte weekbericht: wie op je wacht, en wat op het netwerk past.
    Is er niets te melden, dan komt er geen bericht.
    Met --send gaat het per mail naar jou alleen, één keer per afgesproken moment. Je kunt het per mail beantwoorden.

cli-report = Het verslag: van mail naar netwerk.
cli-report-long = Laat zien hoe het gesprek van mail naar het netwerk gaat: eerst ideeën en antwoorden, dan je doel, dan de cijfers.
    Bij elk cijfer staat waarop het rust.
    Is het te vroeg om iets te zeggen, dan zegt het verslag dat.
cli-report-option-organisation = Het rapport over tien of meer leidinggevenden samen.
cli-report-option-team = Over één team bestaat geen rapport; dit legt uit waarom.

cli-status = Hoe het ervoor staat.
cli-status-long = Laat zien wanneer er voor het laatst gelezen is, wat er klaarligt en wanneer het volgende weekbericht komt.

cli-doctor = Nakijken of alles werkt.
cli-doctor-long = Kijkt de configuratie na, meldt zich aan bij je postvak en je netwerk, en zegt wat je kunt doen als er iets niet werkt.
    Er wordt niets geplaatst of veranderd.
cli-doctor-option-all = Het contactpostvak en iedereen die meedoet; van elk alleen wat niet in orde is.

cli-explain = Waarom is dit een voorstel, of juist niet?
cli-explain-long = Zegt waarom een gesprek wel of niet voorgesteld is: de regels, de woorden die meetelden en je doel.
    Je geeft het nummer van een voorstel, of een bestand met één mail.

## Met bestanden
cli-scan = Een mailbestand bekijken.
cli-scan-long = Kijkt één keer naar een mbox, een Maildir of losse mails, en laat zien welke gesprekken op het netwerk passen.
    Er wordt niets bewaard.

cli-scan-option-imap = Bekijk het postvak uit de configuratie.

cli-classify = Elke mail in één regel JSON.
cli-classify-long = Geeft voor elke mail één regel JSON met het oordeel en de kansen, in de volgorde van de invoer.
    Dit is voor scripts en om te meten.

cli-classify-option-ungated = Geef ook cijfers waar een regel het voorstel tegenhoudt.
cli-classify-option-text = Zet de eigen woorden van de schrijver erbij.

## Onderhoud
cli-init = nudger instellen, stap voor stap.
cli-init-long = Vraagt wat nudger nodig heeft: je doel, je netwerk, je postvak en wanneer je het weekbericht wilt.
    Er wordt pas iets gelezen als jij ja zegt.

cli-init-option-goal = Een doel: ideas, workload, errors, of je eigen woorden. Eén of twee keer.
cli-init-option-days = Binnen zoveel werkdagen geef je antwoord.
cli-init-option-address = Je mailadres; herhaal het voor andere adressen van jou.
cli-init-option-host = De mailserver, als die niet uit het adres blijkt.
cli-init-option-auth = Hoe je je aanmeldt.
cli-init-option-client-id = De client_id van de app die IT aanmaakte.
cli-init-option-username = De naam om mee aan te melden, als dat niet het adres is.
cli-init-option-password-env = Het wachtwoord staat in deze omgevingsvariabele.
cli-init-option-password-file = Het wachtwoord staat in dit bestand.
cli-init-option-domain = Een domein van jullie zelf; mag vaker.
cli-init-option-folder = Een map om te lezen; mag vaker.
cli-init-option-sent = De map met verzonden mail, als die niet te vinden is.
cli-init-option-network = De soort netwerk (zie nudger network list).
cli-init-option-url = De link naar het netwerk.
cli-init-option-community = De groep waar je doel thuishoort.
cli-init-option-when = Dag en tijd van het weekbericht.
cli-init-option-overwrite = Vervang de configuratie die er al staat.
cli-init-option-no-read = Lees nog niets terug.

cli-login = Aanmelden bij je mail of je netwerk.
cli-login-long = Meldt je aan bij je mail of je netwerk. De sleutel komt in de sleutelbos van je computer, of in een bestand dat alleen jij kunt lezen.
    Met `mail` of `network` alleen die ene. Een wachtwoord of sleutel typ je als nudger erom vraagt, nooit in de opdracht.

cli-logout = Afmelden.
cli-logout-long = Haalt de sleutel van je mail of je netwerk weg uit de sleutelbos.

cli-resolve = Uitzoeken of een bericht geplaatst is.
cli-resolve-long = Soms valt de verbinding weg terwijl een bericht wordt geplaatst.
    Hiermee kijk je of het er staat, en kies je wat er dan gebeurt.

cli-resolve-option-sent = Het staat er, en dit is de link.
cli-resolve-option-not-sent = Het staat er niet; leg het weer klaar.

cli-retract = Een bericht terughalen.
cli-retract-long = Haalt een geplaatst bericht terug.
    Je ziet eerst wie erop gereageerd heeft.
    Waar terughalen niet kan, zegt nudger dat.
    Met --to gaat het naar een andere groep, na een nieuw ja.

cli-retract-option-to = Zet het daarna in deze groep.

cli-goal = Je doel bekijken of kiezen.
cli-goal-long = Laat je doelen zien, met voorbeelden.
    Je hebt er één of twee, zodat iedereen weet waar het om gaat.

cli-goal-list = Toon je doelen met hun cijfers.
cli-goal-note-option-month = Het cijfer van deze maand (2026-11) in plaats van de huidige.
cli-goal-note = Het cijfer van deze maand noteren.
cli-goal-note-long = Noteert het cijfer van deze maand bij je doel, zodat het in het verslag staat.
cli-goal-add = Een doel erbij nemen.
cli-goal-add-long = Neemt een doel erbij: ideas, workload of errors, of een doel in je eigen woorden.
    Er tellen er hooguit twee tegelijk. Een doel dat rust, telt zo weer mee.
cli-goal-add-option-word = Een woord waaraan je een mail over dit doel herkent; mag vaker.
cli-goal-add-option-community = De groep waar dit doel thuishoort.
cli-goal-add-option-days = Binnen zoveel werkdagen geef je antwoord.
cli-goal-pause = Een doel laten rusten.
cli-goal-pause-long = Laat een doel rusten. Het weegt dan nergens in mee; je cijfers blijven bewaard.
cli-goal-remove = Een doel weghalen.
cli-goal-remove-long = Haalt een doel uit je configuratie. De cijfers die je noteerde, blijven bewaard.
cli-goal-examples = Voorbeelden uit de zorg, de productie en scholen.

cli-network = Je netwerk kiezen of nakijken.
cli-network-long = Helpt met een lijst vragen om een netwerk te kiezen, toont de groepen en kijkt of nudger erbij kan.

cli-network-list = Laten zien wat nudger op elk netwerk kan.
cli-network-list-long = Laat van elk netwerk zien wat nudger er kan, en hoe dat getest is.

cli-network-choose = Een netwerk kiezen met een checklist.
cli-network-choose-long = Stelt vier vragen en zegt welk netwerk bij je doel past, met de redenen.
    Maakt ook een bladzijde die je naar IT kunt sturen.

cli-network-choose-option-exchange = Informatie uitwisselen: 2 nodig, 1 handig, 0 niet.
cli-network-choose-option-documents = Documenten die altijd bij zijn: 2, 1 of 0.
cli-network-choose-option-video = Video: 2, 1 of 0.
cli-network-choose-option-apps = Apps op de telefoon: 2, 1 of 0.
cli-network-choose-option-point = Een eigen punt; mag vaker dan één keer.
cli-network-choose-option-out = Schrijf de bladzijde voor IT als Markdown.
cli-network-choose-option-html = Schrijf de bladzijde voor IT als webpagina.

cli-network-communities = Laten zien welke groepen er zijn.
cli-network-communities-long = Laat de groepen zien waar je account bij kan, met wie er meeleest.

cli-network-test = Kijken of het netwerk je binnenlaat.
cli-network-test-long = Meldt zich aan bij je netwerk en kijkt of de groepen van je doelen er zijn.
    Er wordt niets geplaatst.

cli-announce = Aankondigen wat je gaat doen.
cli-announce-long = Maakt de teksten om eerst je doel aan te kondigen, en het netwerk pas als het doel voor iedereen duidelijk is.

cli-announce-option-done = Op deze dag is het aangekondigd.

cli-kit = Een blad om uit te delen.
cli-kit-long = Maakt een blad van één pagina: voor de start met je team, voor de IT-afdeling of voor de ondernemingsraad.

cli-kit-it = Een blad voor de IT-afdeling.
cli-kit-it-long = Print één blad voor IT, ingevuld uit je configuratie: welke app nodig is, met welke rechten, en wat er verder aan gaat.

cli-kit-team = Een blad voor de start met je team.
cli-kit-team-long = Print één blad voor de start: het doel, een half uur samen, je belofte, en de vraag wie er meehelpt.
    Namen staan er alleen op als jij ze typt.
cli-kit-team-option-ambassador = Iemand die zelf ja zei; mag vaker. Het wordt nergens bewaard.

cli-train = Leren van jouw keuzes.
cli-train-long = Leert van wat je wel en niet plaatste, zodat de voorstellen beter bij jou passen.
    Van je mail wordt daarbij geen tekst bewaard.

cli-train-option-base = Leer van deze gelabelde bestanden (voor makers van nudger).
cli-train-option-out = Zet het model in deze map.

cli-evaluate = Meten hoe goed het oordeel is.
cli-evaluate-long = Meet hoe vaak het oordeel klopt, per taal, op mail die het model niet eerder zag.

cli-evaluate-option-by = Wat er nieuw is in de toets: afzenders, gesprekken of tijd.

cli-model = Het model bekijken of wisselen.
cli-model-long = Laat zien welk model er oordeelt, en zet een ander of een ouder model aan.

cli-model-list = De modellen op deze computer.
cli-model-use = Dit model gebruiken.
cli-model-rollback = Terug naar het vorige model.

cli-leaders = Wie er meedoen.
cli-leaders-long = Beheert de leidinggevenden die meedoen.
    Wie meedoet, heeft daar zelf ja op gezegd en kan altijd stoppen.

cli-leaders-import = Leidinggevenden toevoegen uit een CSV-bestand.
cli-leaders-list = Laten zien wie er meedoen.
cli-leaders-remove = Iemand weghalen, met alles wat bewaard is.

cli-privacy = Wat er bewaard is.
cli-privacy-long = Laat zien wat er bewaard is, wist wat over één adres gaat, of maakt een overzicht voor de privacyfunctionaris.

cli-privacy-show = Wat er over een adres bewaard is.
cli-privacy-forget = Wissen wat over een adres bewaard is.
cli-privacy-report-option-sample = Toon ook een verzonnen regel van elke tabel.
cli-privacy-report = Wat er bewaard wordt, en hoe lang.

cli-optout = Een collega laten overslaan.
cli-optout-long = Zorgt dat gesprekken met deze collega nooit worden voorgesteld.
    Wat al klaarlag, vervalt.

cli-purge = Wissen wat oud is.
cli-purge-long = Wist wat langer bewaard is dan is afgesproken.
    Dat gebeurt ook bij elke `nudger poll`.

cli-export = Meenemen naar een andere computer.
cli-export-long = Zet instellingen, grootboek en sleutels in één bestand met een wachtzin, voor een nieuwe computer.
    Wachtwoorden en tokens gaan niet mee.

cli-import = Terugzetten op deze computer.
cli-import-long = Zet terug wat je met `nudger export` hebt gemaakt.

cli-pause = Even geen voorstellen.
cli-pause-long = Zet alles stil, bijvoorbeeld in je vakantie.
    Zolang loopt er geen termijn en komt er geen bericht.

cli-resume = Weer verder.
cli-resume-long = Begint weer na een pauze, met één lijst van wat er intussen is binnengekomen.

cli-stop = Ophouden met nudger.
cli-stop-long = Stopt met lezen en voorstellen.
    Je kiest zelf of wat bewaard is ook gewist wordt.

cli-config = De configuratie.
cli-config-long = Laat de configuratie zien, kijkt haar na of geeft een voorbeeld.

cli-config-show = Alle waarden, en waar ze vandaan komen.
cli-config-show-long = Toont elke waarde en of die uit een bestand komt of standaard is.
    Wachtwoorden en tokens blijven onzichtbaar.

cli-config-validate = Nakijken of de configuratie klopt.
cli-config-validate-long = Leest de configuratie en de regels, en noemt alles wat niet klopt in één keer.

cli-config-example = Een voorbeeld om mee te beginnen.
cli-config-example-long = Geeft een configuratie met uitleg bij elke regel, klaar om aan te passen.
