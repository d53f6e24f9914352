# The weekly digest.
digest-subject = nudger week { $week }: { $what }
digest-waiting = { $n ->
    [one] 1 message waits for you
   *[other] { $n } messages wait for you
  }
digest-share = { $n ->
    [one] 1 conversation to share
   *[other] { $n } conversations to share
  }
digest-asks-to-stop-short = shall nudger stop?
digest-asks-to-stop = There was nothing for you for a while. Shall nudger stop suggesting? If it hears nothing, it stops by itself.
digest-confirmed = Done after your answer: { $what }.
digest-did-posted = posted
digest-did-no = will not be posted
digest-did-later = comes back later
digest-did-done = done
digest-did-pause = paused
digest-did-stop = stopped
digest-did-go-on = nudger goes on
digest-not-unknown = not found
digest-not-late = was settled before
digest-not-garbled = one line was not understood
digest-first = First this (you promised an answer within { $n ->
    [one] 1 working day
   *[other] { $n } working days
  })
digest-more = And { $n } more.
digest-question = Could this go to the network?
digest-facts = { $kind }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, last { $ago }.
digest-own = You began this.
digest-paste = Put this in { $where }:
digest-paste-masked = Check this ({ $n ->
    [one] 1 detail was left out
   *[other] { $n } details were left out
  }) and put it in { $where }:
digest-invite = A colleague began this. Ask whether they will post it in { $where }:
digest-apart = (text in { $file })
digest-apart-here = (text: nudger review)
digest-link = Open { $where }
digest-last-week = Last week
digest-counts = { $load ->
    [one] 1 mail
   *[other] { $load } mails
  } in your mailbox, { $moved ->
    [0] no conversation
    [one] 1 conversation
   *[other] { $moved } conversations
  } moved.
digest-review = nudger review     look, edit, post, skip
digest-less = Less often? nudger pause     Stop? nudger stop
digest-private = Nobody else sees this overview.
digest-nothing = There is nothing to tell. So no mail goes out.
digest-answer = Answer this mail with one choice a line, for example:
digest-answer-suggestion = { $id } posted LINK  |  { $id } no  |  { $id } later
digest-answer-loop = { $id } done
digest-answer-pause = pause 4w  |  stop
digest-answer-stop = go on  |  stop
digest-sent = The weekly message was sent to { $to }.
digest-sent-before = The weekly message of { $day } was sent before. Nothing goes out.
digest-quiet = The weekly message waits until { $day }, { $clock }: now it is evening, a weekend, a day off or leave.
digest-paused = nudger is paused. No weekly message goes out.
digest-all = { $sent ->
    [0] No weekly message sent
    [one] 1 weekly message sent
   *[other] { $sent } weekly messages sent
  }, { $failed ->
    [0] none failed.
    [one] 1 failed.
   *[other] { $failed } failed.
  }
digest-unlearned = You made { $n } choices since nudger last learned from them. To let it learn: nudger train
