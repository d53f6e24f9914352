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
answers-keys = [a]nswer  answered [e]lsewhere  [n]ot for me  [h]anded over  [l]ater  [u]ndo  [q]uit
answers-start = You can begin like this. Finish it in your own words:
answers-text-idea = Thank you for this idea. What would it take to try it on a small scale?
answers-text-question = Thank you for asking. What have you found so far?
answers-text-reaction = Thank you for your reaction. How do you do that now?
answers-sent = Did you send it? [y/N]
answers-settled = Noted.
answers-state-open = waits
answers-state-snoozed = later
answers-state-closed = done
answers-how-answered = answered
answers-how-elsewhere = answered elsewhere
answers-how-not-for-me = not for you
answers-how-handed-over = handed over
answers-how-withdrawn = gone
answers-walk = { $n ->
    [one] One conversation in { $where } has had no reply yet.
   *[other] { $n } conversations in { $where } have had no reply yet.
  }
answers-walk-none = Every conversation in { $where } had a reply.
answers-walk-line = { $ago }  { $url }
