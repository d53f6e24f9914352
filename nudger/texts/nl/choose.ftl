# `nudger network choose`: de checklist, de tabel, het advies, de bladzijde voor IT.
choose-intro = Vier vragen. Een andere toets kiest wat bij je doel past.
choose-question = { $point }? [j]a  [h]andig  [n]ee  (bij je doel past: { $usual ->
    [2] ja
    [1] handig
   *[other] nee
  })
choose-ask-exchange = Informatie en vragen uitwisselen
choose-ask-documents = Documenten die altijd bij zijn
choose-ask-video = Video
choose-ask-apps = Apps op de telefoon
choose-network = netwerk
choose-score = past
choose-point-exchange = uitwisselen
choose-point-documents = documenten
choose-point-video = video
choose-point-apps = apps
choose-point-posts = nudger plaatst
choose-point-reads = nudger leest
choose-point-present = jullie hebben het
choose-point-own_server = eigen server
choose-marks = ● ja   ◐ deels   ○ nee   ? niet bekend. De laatste kolom zegt hoeveel van wat je vraagt erin zit.
choose-advice = Ons advies: { $network }.
choose-because = Het heeft wat voor jou het zwaarst weegt: { $points }.
choose-lacks = Dit is er niet, deels of niet bekend: { $points }.
choose-next = Kijk ook naar { $others }.
choose-equal = Volgens deze lijst past dit even goed: { $others }. Neem wat jullie al hebben.
choose-own = Jouw eigen punt, om naar te vragen: { $point }
choose-send = Een bladzijde voor IT: nudger network choose --out advies.md
choose-title = Welk netwerk past bij ons?
choose-why = Wij zoeken een intern netwerk voor gesprekken die nu per mail gaan. Dit zoeken we:
choose-why-goals = Wij zoeken een intern netwerk voor gesprekken die nu per mail gaan. Ons doel: { $goals }. Dit zoeken we:
choose-weight-0 = { $point }: niet nodig
choose-weight-1 = { $point }: handig
choose-weight-2 = { $point }: nodig
choose-table = Wat erover bekend is
choose-recommended = Onze keus voor nu
choose-questions = Wat wij jullie vragen
choose-question-present = Hebben we { $network } al, of iets dat erop lijkt?
choose-question-cost = Wat kost het per jaar, voor ons allemaal?
choose-question-sign-in = Kan iedereen zich aanmelden met het account dat er al is, ook zonder eigen computer?
choose-question-place = In welk land staan de gegevens, en wie kan ze lezen?
choose-question-leaving = Kunnen we alles meenemen als we stoppen?
choose-question-app = Mag een leidinggevende daar haar eigen berichten plaatsen met een eigen programma (nudger)? Wat daarvoor nodig is, zegt `nudger kit it`.
choose-question-own = En dit is ons eigen punt: { $point }
choose-sources = Bronnen: { $sources }. Een vraagteken betekent dat we er niets over vonden.
