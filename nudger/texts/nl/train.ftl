# Leren.
train-begins = Leren van { $n } gelabelde mails. Dit duurt enkele minuten.
train-done = Het model staat in { $path }.
