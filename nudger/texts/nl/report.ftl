# Het verslag.
report-title = Van mail naar netwerk
report-period = { $from } tot en met { $until }
report-owner-only = Dit overzicht is alleen van jou.
report-no-goal = Er is nog geen doel gekozen, dus valt er niets te verslaan. Kies er één of twee met `nudger goal`; daarna staat hier wat er veranderde.
report-nothing = Er is nog niets geteld. Begin met: nudger poll
report-written = Verslag geschreven: { $path }
report-count = { $k } van { $n }
report-proportion = { $k } van { $n } ({ $share }, tussen { $low } en { $high })

report-answers = Ideeën en antwoorden
report-asked-none = Er kwam geen idee of vraag aan jou per mail.
report-asked = { $asked ->
    [one] 1 idee of vraag aan jou per mail.
   *[other] { $asked } ideeën en vragen aan jou per mail.
  } { $open ->
    [0] Er staat niets open.
    [one] 1 staat nu open.
   *[other] { $open } staan nu open.
  }
report-in-time = Door jou beantwoord binnen { $days ->
    [one] 1 werkdag
   *[other] { $days } werkdagen
  }: { $share }.
report-sent-unread = Je verzonden mail wordt niet gelezen. Daarom noemen we geen idee of vraag onbeantwoord.
report-wait-mail = Per mail kreeg de helft van de { $n } ideeën en vragen binnen { $time } een eerste antwoord. Nog zonder: { $open }.
report-wait-mail-few = Per mail: { $n } ideeën en vragen, nog zonder antwoord: { $open }.
report-wait-network-few = Op het netwerk: { $n } berichten, nog zonder antwoord: { $open }.
report-wait-mail-open = Van { $n } ideeën en vragen per mail heeft { $open } geen antwoord; dat is te veel voor een middelste wachttijd.
report-wait-network = Op het netwerk kreeg de helft van de { $n } berichten binnen { $time } een eerste antwoord. Nog zonder: { $open }.
report-wait-network-open = Van { $n } berichten op het netwerk heeft { $open } geen antwoord; dat is te veel voor een middelste wachttijd.

report-conversations = Gesprekken
report-talk = { $talk ->
    [0] Geen gesprekken per mail
    [one] 1 gesprek per mail
   *[other] { $talk } gesprekken per mail
  } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weken
  }: ideeën, discussies en vragen met twee of meer mensen.
report-network = { $n ->
    [0] Geen gesprekken op het netwerk.
    [one] 1 gesprek op het netwerk.
   *[other] { $n } gesprekken op het netwerk.
  }
report-placed = Daarvan begonnen met een bericht via nudger: { $n }.
report-own = Door jou begonnen per mail: { $mail }.
report-own-both = Door jou begonnen: { $mail } per mail, { $network } op het netwerk.
report-offered = Voorgesteld: { $offered }. Verhuisd: { $taken }.
report-pace-network = Gesprekken per week op het netwerk: { $after } (middelste week), { $before } vóór de start.
report-pace-mail = Gesprekken per week per mail: { $after } (middelste week), { $before } vóór de start.
report-silent = Na het verhuizen viel de mail stil in { $k } van { $n } gesprekken.
report-left = Prima per mail gebleven: { $left ->
    [one] 1 ander gesprek.
   *[other] { $left } andere gesprekken.
  }

report-goal = Doel
report-aim = { $title }.
report-aim-figures = { $title }: { $figures }
report-load-median = Daarnaast bekeken, de totale drukte: { $n } mails per werkdag (middelste week).
report-load-change = Daarnaast bekeken, de totale drukte: { $before } mails per werkdag vóór de start, { $after } erna.

report-shift = De verschuiving
report-moved = { $moved ->
    [0] Nog geen gesprek verhuisde naar het netwerk.
    [one] 1 gesprek verhuisde naar het netwerk.
   *[other] { $moved } gesprekken verhuisden naar het netwerk.
  }
report-share = Op mail gebleven: { $share }.
report-share-both = Aandeel per mail: { $share }.
report-too-early = Te vroeg voor een percentage: er zijn { $n ->
    [0] nog geen gesprekken
    [one] nog maar 1 gesprek
   *[other] { $n } gesprekken
  } geteld.
report-verdict-not-announced = Het netwerk is nog niet aangekondigd. Vanaf die dag vergelijken we ervoor met erna.
report-verdict-too-early = Te vroeg voor een oordeel: { $before } gesprekken vóór de start, { $after } erna.
report-verdict-no-baseline = Ervoor en erna zijn niet te vergelijken. Van vóór de start zijn { $before } gesprekken bekend, in { $known } weken. Nodig zijn er { $need }, in { $weeks } weken. Kijk naar de gesprekken zelf.
report-verdict-new-series = Het model of de definitie veranderde onderweg. Ervoor en erna zijn niet te vergelijken.
report-verdict-no-change-seen = Er is geen duidelijke verandering te zien.
report-verdict-lower = Het aandeel per mail is gedaald.
report-verdict-higher = Het aandeel per mail is gestegen.
report-visible = Op dit tempo wordt een verandering van 15 punten zichtbaar rond week { $week } na de start.
report-not-visible = Op dit tempo wordt een verandering van 15 punten binnen twee jaar niet zichtbaar. Kijk naar de gesprekken zelf.
report-before-after = { $weeks } weken vóór de start: { $before }. Erna: { $after }.
report-difference = Verschil: { $points } punten (tussen { $low } en { $high }).
report-was-falling = Let op: het aandeel daalde al vóór de start.
report-was-not-falling = Daalde het al vóór de start? Nee, niet zichtbaar.
report-next-date = De vraag wordt weer gesteld op { $date }.
report-trial = Helpt nudger? Voorgesteld: { $k } van { $n } gesprekken verhuisd. Niet voorgesteld, door het lot: { $held } van { $of }.
report-trial-moved = Verhuisd is hier: binnen twee weken stond in de mail een link naar het netwerk.
report-trial-runs = De proef loopt nog. Het antwoord komt op { $date }.
report-trial-few = Nog niet te zeggen: er waren te weinig gesprekken.
report-trial-yes = Waarschijnlijk wel: verschil { $points } punten (tussen { $low } en { $high }).
report-trial-no = Waarschijnlijk niet: verschil { $points } punten (tussen { $low } en { $high }).
report-trial-unclear = Niet te zeggen: verschil { $points } punten (tussen { $low } en { $high }).

report-week = week
report-load = mails
report-talk-short = per mail
report-network-short = netwerk
report-moved-short = verhuisd
report-left-short = prima per mail
report-crowd = Op het netwerk deden { $n } mensen mee in de vier weken vanaf { $begun }.
report-crowd-few = Op het netwerk deden minder dan { $n } mensen mee in de vier weken vanaf { $begun }.
report-counted = Een gesprek per mail: alleen mensen van de organisatie doen mee, twee of meer mensen schrijven, en er is een idee, een vraag of een discussie bij. Het telt in de week van de eerste mail. Na zeven dagen staat het vast. Bij elk percentage hoort een marge van 95%.
report-counted-both = Een gesprek per mail: alleen mensen van de organisatie doen mee, twee of meer mensen schrijven, en er is een idee, een vraag of een discussie bij. Een gesprek op het netwerk: twee of meer mensen en een antwoord. Het telt in de week waarin het begon. Na zeven dagen staat het vast. Bij elk percentage hoort een marge van 95%.
report-open-weeks = Een week tussen haakjes telt nog door: een gesprek staat vast zeven dagen na het begin.
report-new-series = Het model is onderweg veranderd. Daar begint een nieuwe reeks; weken ervoor tellen niet mee.
report-causes = Wat ook een oorzaak kan zijn: vakantie, een ander team, een ander model, een nieuw netwerk.
report-causes-free = Vrije dagen waren er in { $n ->
    [one] week
   *[other] de weken
  } { $weeks }.
report-blind-mail = Geteld is wat in dit postvak aankwam. Het netwerk zelf wordt niet gelezen.
report-blind-both = Geteld is wat in dit postvak aankwam en wat op het netwerk te lezen is. Vergelijk weken met elkaar, geen teams.
report-network-read = { $network } is gelezen van { $begun } tot en met { $until }. Wat daar eerder gebeurde, telt niet mee.
report-network-broken = { $network } is gelezen van { $begun } tot en met { $until } en was daarna niet te lezen: wat daar later gebeurde, telt niet mee.
report-network-never = { $network } was tot nu toe niet te lezen: er telt niets van mee.
report-not-corrected = Niet verbeterd voor fouten van het model: daarvoor zijn antwoorden van jou nodig, nu { $n } van { $of }.
report-corrected = Verbeterd voor fouten van het model, op grond van { $audited } gesprekken die jij nakeek: ongeveer { $talk } gesprekken per mail (tussen { $low } en { $high }) in plaats van { $counted }.
report-definition = Definitie { $hash }. Geen enkel getal gaat over een persoon.

report-picture-weeks = Gesprekken per week
report-picture-load = Alle mails per week
report-picture-share = Aandeel per mail
report-picture-open = Wat op antwoord wacht
report-picture-waiting = Hoe lang het eerste antwoord duurt
report-picture-trial = Helpt nudger?
report-picture-alt-weeks = Staafgrafiek per week van { $from } tot en met { $until }: { $talk } gesprekken per mail, waarvan { $moved } verhuisd.
report-picture-alt-network = Staafgrafiek per week van { $from } tot en met { $until }: { $talk } gesprekken per mail, { $network } op het netwerk.
report-picture-alt-load = Lijn van het aantal mails per week van { $from } tot en met { $until }: laagste week { $low }, hoogste week { $high }.
report-picture-alt-share = Lijn van het aandeel per mail met een band van onzekerheid. Over alles: { $share }.
report-picture-alt-open = Staven van { $n } open ideeën en vragen naar leeftijd: { $ages }.
report-picture-alt-waiting = Trapvormige lijn: welk deel na zoveel dagen nog op een eerste antwoord wacht.
report-picture-alt-trial = Twee punten met onzekerheid: voorgesteld { $suggested }, niet voorgesteld { $held }.
report-legend-mail = op mail
report-legend-moved = verhuisd
report-legend-network = op het netwerk
report-legend-announced = start
report-legend-series = nieuw model
report-legend-read = netwerk gelezen
report-legend-band = onzekerheid
report-legend-limits = gewone schommeling
report-axis-weeks = week
report-axis-days = dagen
report-axis-workdays = werkdagen open
report-legend-suggested = voorgesteld
report-legend-held = niet voorgesteld
report-picture-free-note = Grijs: een week met vrije dagen.
report-picture-share-week-note = Elk punt is een week; de band laat zien hoe onzeker het is. Tussen de stippellijnen is het de gewone schommeling.
report-picture-share-note = Elk punt telt vier weken of meer samen; de band laat zien hoe onzeker het is.
report-numbers = De getallen
report-what = Wat is geteld
report-suggestions = Wat er ligt

report-hold-out = Weten of nudger helpt? Met `hold_out = 1` onder `[nudge]` houdt het lot een half jaar één op de drie gesprekken achter, om te vergelijken.
