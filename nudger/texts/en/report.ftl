# The report.
report-title = From mail to the network
report-period = { $from } to { $until }
report-owner-only = This overview is yours alone.
report-talk = { $talk ->
    [0] No conversations by mail
    [one] 1 conversation by mail
   *[other] { $talk } conversations by mail
  } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
  }: ideas, discussions and questions with two or more people.
report-moved = { $moved ->
    [0] No conversation has moved to the network yet.
    [one] 1 conversation moved to the network.
   *[other] { $moved } conversations moved to the network.
  }
report-share = Stayed on mail: { $k } of { $n } ({ $share }, between { $low } and { $high }).
report-too-early = Too early for a percentage: { $n ->
    [0] no conversations
    [one] 1 conversation
   *[other] { $n } conversations
  } counted so far.
report-left = Rightly left on mail: { $left ->
    [one] 1 other conversation.
   *[other] { $left } other conversations.
  }
report-offered = Suggested: { $offered }. Moved: { $taken }.
report-week = week
report-load = mails
report-talk-short = conversations
report-moved-short = moved
report-left-short = fine on mail
report-open-weeks = A week in brackets still counts on: a conversation is fixed seven days after it began.
report-new-series = The model changed on the way. Do not compare the weeks before with those after.
report-definition = Definition { $hash }. Counted is what reached this mailbox, not what happened elsewhere. No figure is about a person.
report-picture-weeks = Conversations a week, on mail and moved
report-picture-load = All mails a week
report-picture-alt-weeks = Bars a week from { $from } to { $until }: { $talk } conversations by mail, of which { $moved } moved.
report-picture-alt-load = Line of the number of mails a week from { $from } to { $until }: lowest week { $low }, highest week { $high }.
report-legend-mail = on mail
report-legend-moved = moved to the network
report-numbers = The numbers
report-what = What is counted
report-suggestions = What lies ready
report-written = Report written: { $path }
report-nothing = Nothing is counted yet. Begin with: nudger poll
