# What a poll did.
poll-reading = reading { $folder }
poll-folder = { $folder }: { $n } new ({ $counts })
poll-nothing-new = { $folder }: nothing new
poll-offered = { $n ->
    [0] No new suggestion.
    [one] One new suggestion.
   *[other] { $n } new suggestions.
  }
poll-network-not-read = { $network } could not be read now: reactions there are not known yet. See `nudger network test`.
poll-waiting = { $n ->
    [0] Nothing is waiting.
    [one] One conversation is waiting: nudger review
   *[other] { $n } conversations are waiting: nudger review
  }
