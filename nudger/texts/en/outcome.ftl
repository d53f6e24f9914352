# What became of a mail.
outcome-suggest = { $n } to share
outcome-ask = { $n } in doubt
outcome-leave = { $n } fine on mail
outcome-gated = { $n } skipped
outcome-unreadable = { $n } unreadable
outcome-gone = { $n } gone
outcome-duplicate = { $n } double
