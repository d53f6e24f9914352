# Doelen.
goal-ideas = Meer ideeën van de werkvloer
goal-workload = Minder werkdruk
goal-errors = Minder fouten
goal-none = geen doel gekozen
goal-line = { $id }: { $title } (antwoord binnen { $days ->
    [one] 1 werkdag
   *[other] { $days } werkdagen
  })
goal-list-none = Er is nog geen doel. Zet er één of twee in de instellingen, bijvoorbeeld de ingebouwde ideas, workload of errors.
goal-noted = Genoteerd bij { $month }: { $value }
goal-rests = (rust)
goal-added = Dit doel telt nu mee: { $title }.
goal-paused = Dit doel rust nu: { $title }. Weer meetellen: nudger goal add
goal-removed = Weggehaald: { $title }. De cijfers die je noteerde, blijven bewaard.
goal-measure = Daaraan zie je het: { $what }
goal-counter = En dat houden we in het oog: { $what }
goal-measure-ideas = hoeveel ideeën binnen je belofte antwoord kregen, en wat ervan kwam (nudger ideas).
goal-counter-ideas = de drukte: het aantal berichten mag niet groeien.
goal-measure-workload = het aantal berichten per werkdag, mail en netwerk samen.
goal-counter-workload = de ideeën: minder berichten telt alleen als vragen antwoord blijven krijgen.
goal-measure-errors = het cijfer dat je zelf elke maand noteert (nudger goal note errors 12).
goal-counter-errors = de meldingen: worden het er minder omdat er minder gemeld wordt? En de drukte.
goal-measure-own = het cijfer dat je zelf elke maand noteert met nudger goal note.
goal-counter-own = de drukte: het aantal berichten mag niet groeien.

## Voorbeelden
goal-examples = Voorbeelden om op ideeën te komen, niet van marketing of verkoop. Ze zijn verzonnen, maar zo gaat het.
goal-sector-care = Zorg
goal-example-care-1 = Minder fouten. In de mail: "wie heeft een goede lijst voor de overdracht?" Op het netwerk zagen drie andere teams het, en één had er al een.
goal-example-care-2 = Minder werkdruk. De vraag of de avondronde anders kan, ging naar zes mensen. In de groep deed de nachtdienst ook mee, en daar zat het antwoord.
goal-example-care-3 = Meer ideeën. Een stagiair had een plan voor de fietsen. Nu stond het waar iedereen het las, en kreeg het binnen twee dagen antwoord.
goal-sector-production = Productie
goal-example-production-1 = Minder fouten. Wat de ene ploeg over een machine leert, leest de andere ploeg voor de dienst begint.
goal-example-production-2 = Minder werkdruk. Een foto van een volle gang en de vraag "hoe doen jullie dit?" bracht een oplossing uit een andere hal.
goal-example-production-3 = Meer ideeën. De leiding plaatst zelf een filmpje van een ander bedrijf en vraagt: wat kunnen wij hiervan leren?
goal-sector-schools = Scholen
goal-example-schools-1 = Minder werkdruk. Eén lesbrief over de excursie, samen bijgewerkt, in plaats van elk jaar opnieuw per mail.
goal-example-schools-2 = Meer ideeën. De vraag hoe je stille leerlingen laat meedoen, kreeg antwoord van collega's die elkaar niet kenden.
goal-example-schools-3 = Minder fouten. Wat er misging met het rooster, staat nu met de oplossing erbij waar de volgende het vindt.
