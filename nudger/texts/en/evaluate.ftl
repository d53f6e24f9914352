# Honest scores, for makers of nudger.
evaluate-begins = Learning and testing on { $n } labelled mails. This takes some minutes.
evaluate-by-sender = Mail of senders of whom nothing was learned
evaluate-by-thread = Mail of conversations of which nothing was learned
evaluate-by-time = Mail that was sent after everything that was learned from
evaluate-set = { $name }: { $n } mails, { $talk } talk, { $worth } worth posting
evaluate-talk = {"  "}talk: average precision { $value } ({ $low } to { $high }), error of the chances { $error }
evaluate-worth = {"  "}worth posting: average precision { $value } ({ $low } to { $high }), error of the chances { $error }
evaluate-suggested = {"  "}suggested: { $right } of { $n } right; { $worth } were worth posting; { $sensitive } clearly sensitive
evaluate-meaning = Between brackets: 95 of 100 draws of senders lie there. The senders that are kept for the last measurement took no part.
