# One look at a file.
scan-counts = { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }, { $threads } conversations and single messages: { $counts }.
scan-nothing-stored = Nothing was stored and nothing was sent.
scan-facts = { $worth }  { $kind }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, { $date }
scan-found = { $n ->
    [0] No conversations found to share.
    [one] One conversation found to share.
   *[other] { $n } conversations found to share; { $shown } shown.
  }
