# Learning.
train-begins = Learning from { $n } labelled mails. This takes some minutes.
train-done = The model is in { $path }.
train-learned = Learned from { $n } choices: { $yes } yes, { $no } no.
train-numbers = Of { $n ->
    [one] 1 choice
   *[other] { $n } choices
  } the mail is gone; the numbers that were kept of it counted.
train-lost = Of { $n ->
    [one] 1 choice
   *[other] { $n } choices
  } nothing could be read any more.
train-silent = { $n ->
    [one] 1 choice was
   *[other] { $n } choices were
  } left out: private or moved already says nothing about the conversation itself.
train-used = Tried on your last { $n } choices: your own model gave what you chose a chance of { $learned } on average, the model that everyone has { $base }. Your own model ({ $model }) judges new mail from now on. To go back: nudger model rollback
train-not-used = Tried on your last { $n } choices: your own model gave what you chose a chance of { $learned } on average, the model that everyone has { $base }. That is no sure gain, so nothing changes. Try again after some more choices.
