# What waits for an answer: `nudger answers`.
answers-none = Nobody waits for your answer.
answers-intro = { $n ->
    [one] First this: one message waits for your answer. A short thank-you is often enough.
   *[other] First this: { $n } messages wait for your answer. A short thank-you is often enough.
  }
answers-item = { $i }/{ $n }  { $kind }, { $ago }
answers-line = { $id }  { $kind }, { $ago }: { $state }
answers-kind-idea = an idea for you
answers-kind-question = a question to you
answers-kind-reaction = a reaction to your post
answers-gone = This mail is no longer in your mailbox.
answers-no-link = Have a look on the network itself. I do not know the link.
answers-keys = [a]nswer  answered [e]lsewhere  [n]ot for me  [h]and over  [l]ater
    {"["}u]ndo  [q]uit  [?]
answers-keys-help = a  answer: you get a first sentence, which you finish yourself
    e  it was answered somewhere else
    n  not for me: this does not come back
    h  hand over to someone who knows more; you get a short text
    l  later: it comes back in a week
    u  undo the last choice
    q  quit; the rest stays where it is
answers-promised = You said: I will come back to this.
answers-start = You can begin like this. Finish it in your own words:
answers-text-keys = [y]es, sent  [e]dit  [c]opy  [Enter] back
answers-post-keys = [p]ost  [y]es, posted it myself  [e]dit  [c]opy  [Enter] back
answers-audience = { $members ->
    [0] Everyone in { $where } can read this.
    [one] One person in { $where } can read this.
   *[other] { $members } people in { $where } can read this.
  }
answers-on-its-way = Whether your answer is there is not known. Have a look, and say so with `nudger resolve { $id }`.
answers-hand-over = A message to someone who knows more:
answers-back = Welcome back. This came in while you were away ({ $n }):
answers-back-line = { $i }  { $kind }{ $topic }, { $ago }
answers-back-which = Which get a “seen” for now? Numbers or all; Enter: none.
answers-seen = { $n ->
    [one] Noted. It comes back in a week. Send or post this yourself meanwhile:
   *[other] Noted. The { $n } messages come back in a week. Send or post this yourself meanwhile:
  }
answers-text-seen = Seen, thank you. I was away and will come back to this.
answers-text-hand-over = Someone is waiting for an answer here, and you know more about it than I do. Would you reply?
answers-text-idea = Thank you for this idea. What would it take to try it on a small scale?
answers-text-question = Thank you for asking. What have you found so far?
answers-text-reaction = Thank you for your reaction. How do you do that now?
answers-settled = Noted.
answers-state-open = waits
answers-state-snoozed = later
answers-state-closed = done
answers-how-answered = answered
answers-how-elsewhere = answered elsewhere
answers-how-seen = seen, you will come back to it
answers-how-not-for-me = not for you
answers-how-handed-over = handed over
answers-how-withdrawn = gone
answers-walk = { $n ->
    [one] One conversation in { $where } has had no reply yet.
   *[other] { $n } conversations in { $where } have had no reply yet.
  }
answers-walk-none = Every conversation in { $where } had a reply.
answers-walk-line = { $ago }  { $url }
