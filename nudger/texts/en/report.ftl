# The report.
report-title = From mail to the network
report-period = { $from } up to and including { $until }
report-owner-only = This overview is yours alone.
report-no-goal = There is no goal yet, so there is nothing to report on. Choose one or two with `nudger goal`; after that this shows what changed.
report-nothing = Nothing is counted yet. Begin with: nudger poll
report-written = Report written: { $path }
report-count = { $k } of { $n }
report-proportion = { $k } of { $n } ({ $share }, between { $low } and { $high })

report-answers = Ideas and answers
report-asked-none = No idea or question came to you by mail.
report-asked = { $asked ->
    [one] 1 idea or question to you by mail.
   *[other] { $asked } ideas and questions to you by mail.
  } { $open ->
    [0] None is open.
    [one] 1 is open now.
   *[other] { $open } are open now.
  }
report-in-time = Answered by you within { $days ->
    [one] 1 working day
   *[other] { $days } working days
  }: { $share }.
report-sent-unread = Your sent mail is not read. So we call no idea or question unanswered.
report-wait-mail = By mail half of the { $n } ideas and questions had a first answer within { $time }. { $open } have none yet.
report-wait-mail-few = By mail: { $n } ideas and questions, without an answer yet: { $open }.
report-wait-network-few = On the network: { $n } posts, without an answer yet: { $open }.
report-wait-mail-open = Of { $n } ideas and questions by mail { $open } have no answer; that is too many for a middle waiting time.
report-wait-network = On the network half of the { $n } posts had a first answer within { $time }. { $open } have none yet.
report-wait-network-open = Of { $n } posts on the network { $open } have no answer; that is too many for a middle waiting time.

report-conversations = Conversations
report-talk = { $talk ->
    [0] No conversations by mail
    [one] 1 conversation by mail
   *[other] { $talk } conversations by mail
  } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
  }: ideas, discussions and questions with two or more people.
report-network = { $n ->
    [0] No conversations on the network.
    [one] 1 conversation on the network.
   *[other] { $n } conversations on the network.
  }
report-placed = Of these began with a post by way of nudger: { $n }.
report-own = Begun by you by mail: { $mail }.
report-own-both = Begun by you: { $mail } by mail, { $network } on the network.
report-offered = Suggested: { $offered }. Moved: { $taken }.
report-pace-network = Conversations a week on the network: { $after } (middle week), { $before } before the start.
report-pace-mail = Conversations a week by mail: { $after } (middle week), { $before } before the start.
report-silent = After the move the mail fell silent in { $k } of { $n } conversations.
report-left = Rightly left on mail: { $left ->
    [one] 1 other conversation.
   *[other] { $left } other conversations.
  }

report-goal = Goal
report-aim = { $title }.
report-aim-figures = { $title }: { $figures }
report-load-median = Watched beside it, the total load: { $n } mails a working day (middle week).
report-load-change = Watched beside it, the total load: { $before } mails a working day before the start, { $after } after it.

report-shift = The shift
report-moved = { $moved ->
    [0] No conversation has moved to the network yet.
    [one] 1 conversation moved to the network.
   *[other] { $moved } conversations moved to the network.
  }
report-share = Stayed on mail: { $share }.
report-share-both = Share by mail: { $share }.
report-too-early = Too early for a percentage: { $n ->
    [0] no conversations
    [one] 1 conversation
   *[other] { $n } conversations
  } counted so far.
report-verdict-not-announced = The network is not announced yet. From that day on we compare before with after.
report-verdict-too-early = Too early to tell: { $before } conversations before the start, { $after } after it.
report-verdict-no-baseline = Before and after cannot be compared. From before the start { $before } conversations are known, in { $known } weeks. It takes { $need }, in { $weeks } weeks. Look at the conversations themselves.
report-verdict-new-series = The model or the definition changed on the way. Before and after cannot be compared.
report-verdict-no-change-seen = No clear change can be seen.
report-verdict-lower = The share by mail went down.
report-verdict-higher = The share by mail went up.
report-visible = At this pace a change of 15 points becomes visible about week { $week } after the start.
report-not-visible = At this pace a change of 15 points does not become visible within two years. Look at the conversations themselves.
report-before-after = { $weeks } weeks before the start: { $before }. After it: { $after }.
report-difference = Difference: { $points } points (between { $low } and { $high }).
report-was-falling = Note: the share was going down before the start already.
report-was-not-falling = Was it going down before the start? Not visibly.
report-next-date = The question is asked again on { $date }.
report-trial = Does nudger help? Suggested: { $k } of { $n } conversations moved. Not suggested, by lot: { $held } of { $of }.
report-trial-moved = Moved means here: within two weeks there was a link to the network in the mail.
report-trial-runs = The trial goes on. The answer comes on { $date }.
report-trial-few = Cannot be said: there were too few conversations.
report-trial-yes = Probably yes: difference { $points } points (between { $low } and { $high }).
report-trial-no = Probably not: difference { $points } points (between { $low } and { $high }).
report-trial-unclear = Cannot be said: difference { $points } points (between { $low } and { $high }).

report-week = week
report-load = mails
report-talk-short = by mail
report-network-short = network
report-moved-short = moved
report-left-short = fine on mail
report-crowd = On the network { $n } people took part in the four weeks from { $begun } on.
report-crowd-few = On the network fewer than { $n } people took part in the four weeks from { $begun } on.
report-counted = A conversation by mail: only people of the organisation take part, two or more people write, and there is an idea, a question or a discussion in it. It counts in the week of the first mail. After seven days it is fixed. Each percentage comes with a margin of 95%.
report-counted-both = A conversation by mail: only people of the organisation take part, two or more people write, and there is an idea, a question or a discussion in it. A conversation on the network: two or more people and a reply. It counts in the week in which it began. After seven days it is fixed. Each percentage comes with a margin of 95%.
report-open-weeks = A week in brackets still counts on: a conversation is fixed seven days after it began.
report-new-series = The model changed on the way. A new series begins there; weeks before it do not count.
report-causes = What may be a cause too: holidays, another team, another model, a new network.
report-causes-free = Days off were in { $n ->
    [one] week
   *[other] the weeks
  } { $weeks }.
report-blind-mail = Counted is what reached this mailbox. The network itself is not read.
report-blind-both = Counted is what reached this mailbox and what can be read on the network. Compare weeks, not teams.
report-network-read = { $network } was read from { $begun } to { $until }. What went on there before is not counted.
report-network-broken = { $network } was read from { $begun } to { $until } and could not be read after that: what went on there later is not counted.
report-network-never = { $network } could not be read until now: nothing of it is counted.
report-not-corrected = Not corrected for mistakes of the model: that takes answers of yours, now { $n } of { $of }.
report-corrected = Corrected for mistakes of the model, from { $audited } conversations that you checked: about { $talk } conversations by mail (between { $low } and { $high }) instead of { $counted }.
report-definition = Definition { $hash }. No figure is about a person.

report-picture-weeks = Conversations a week
report-picture-load = All mails a week
report-picture-share = Share by mail
report-picture-open = What waits for an answer
report-picture-waiting = How long the first answer takes
report-picture-trial = Does nudger help?
report-picture-alt-weeks = Bars a week from { $from } up to and including { $until }: { $talk } conversations by mail, of which { $moved } moved.
report-picture-alt-network = Bars a week from { $from } up to and including { $until }: { $talk } conversations by mail, { $network } on the network.
report-picture-alt-load = Line of the number of mails a week from { $from } up to and including { $until }: lowest week { $low }, highest week { $high }.
report-picture-alt-share = Line of the share by mail with a band of uncertainty. Over all: { $share }.
report-picture-alt-open = Bars of { $n } open ideas and questions by age: { $ages }.
report-picture-alt-waiting = A line in steps: which part still waits for a first answer after so many days.
report-picture-alt-trial = Two points with uncertainty: suggested { $suggested }, not suggested { $held }.
report-legend-mail = on mail
report-legend-moved = moved
report-legend-network = on the network
report-legend-announced = start
report-legend-series = new model
report-legend-read = network read
report-legend-band = uncertainty
report-legend-limits = ordinary variation
report-axis-weeks = week
report-axis-days = days
report-axis-workdays = working days open
report-legend-suggested = suggested
report-legend-held = not suggested
report-picture-free-note = Grey: a week with days off.
report-picture-share-week-note = Each point is a week; the band shows how uncertain it is. Between the dotted lines it is ordinary variation.
report-picture-share-note = Each point adds up four weeks or more; the band shows how uncertain it is.
report-numbers = The numbers
report-what = What is counted
report-suggestions = What lies ready

report-hold-out = Does nudger help? With `hold_out = 1` under `[nudge]` the lot keeps one in three conversations back for half a year, to compare.
