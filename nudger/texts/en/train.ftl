# Learning.
train-begins = Learning from { $n } labelled mails. This takes some minutes.
train-done = The model is in { $path }.
