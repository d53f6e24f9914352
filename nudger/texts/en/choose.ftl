# `nudger network choose`: the checklist, the table, the advice, the page for IT.
choose-intro = Four questions. Any other key takes what fits your goal.
choose-question = { $point }? [y]es  [h]elps  [n]o  (your goal says: { $usual ->
    [2] yes
    [1] helps
   *[other] no
  })
choose-ask-exchange = Exchange of information and questions
choose-ask-documents = Documents that are always up to date
choose-ask-video = Video
choose-ask-apps = Apps on the phone
choose-network = network
choose-score = fits
choose-point-exchange = exchange
choose-point-documents = documents
choose-point-video = video
choose-point-apps = apps
choose-point-posts = nudger posts
choose-point-reads = nudger reads
choose-point-present = you have it
choose-point-own_server = own server
choose-marks = ● yes   ◐ partly   ○ no   ? not known. The column at the end says how much of what you ask is met.
choose-advice = Our advice: { $network }.
choose-because = It has what weighs most for you: { $points }.
choose-lacks = Missing, in part or not known: { $points }.
choose-next = Look at these too: { $others }.
choose-equal = By this list these fit as well: { $others }. Take the one that you have already.
choose-own = Your own point, to ask about: { $point }
choose-send = A page to send to IT: nudger network choose --out advice.md
choose-title = Which network suits us?
choose-why = We look for an internal network for conversations that now go by mail. This is what we look for:
choose-why-goals = We look for an internal network for conversations that now go by mail. Our goal: { $goals }. This is what we look for:
choose-weight-0 = { $point }: not needed
choose-weight-1 = { $point }: it would help
choose-weight-2 = { $point }: needed
choose-table = What is documented
choose-recommended = Our choice for now
choose-questions = What we ask you
choose-question-present = Do we have { $network } already, or something like it?
choose-question-cost = What does it cost a year, for all of us?
choose-question-sign-in = Can everyone sign in with the account they have, also without an own computer?
choose-question-place = In which country is the data, and who can read it?
choose-question-leaving = Can we take everything with us when we stop?
choose-question-app = May a leader place her own posts there with a program of her own (nudger)? `nudger kit it` says what that needs.
choose-question-own = And this is our own point: { $point }
choose-sources = Sources: { $sources }. A question mark means that we found nothing about it.
