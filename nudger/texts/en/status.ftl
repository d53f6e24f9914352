# Where things stand.
status-never = nudger has not read anything yet. Begin with: nudger poll
status-last-poll = Last read: { $ago } ({ $n ->
    [one] 1 new mail
   *[other] { $n } new mails
  }).
status-waiting = { $n ->
    [0] Nothing is waiting now.
    [one] One conversation is waiting.
   *[other] { $n } conversations are waiting.
  }
status-taken = { $n ->
    [0] No conversation has moved yet.
    [one] One conversation moved.
   *[other] { $n } conversations moved.
  }
status-seen = Looked at: { $n ->
    [one] 1 mail.
   *[other] { $n } mails.
  }
status-unlearned = nudger can learn from your last { $n } choices: nudger train
status-goals = Goal: { $goals }.
status-paused = Fine. Until { $day } nudger suggests nothing. To begin earlier: nudger resume
status-stopped = Fine. nudger suggests nothing any more. To begin again: nudger resume
status-resumed = nudger suggests conversations again.

## The phase
status-phase-observe = Phase: only looking. Nothing is offered yet.
status-phase-before = Phase: before the announcement. At most once a week something that you began yourself. If your network was announced: nudger announce --done DATE
status-phase-first = Phase: the first weeks after the announcement. At most two suggestions at a time.
status-phase-run = Phase: under way.
status-now-paused = Until { $day } nudger offers nothing. To begin again earlier: nudger resume
status-now-stopped = nudger offers nothing any more. To begin again: nudger resume
status-now-asked = Four weeks without a yes. Shall nudger stop? To go on: nudger resume. Without an answer it stops by itself.
status-now-answers = Answers first: too much waits for you to offer anything new. nudger answers
