# The weekly digest.
digest-subject = nudger week { $week }: { $n ->
    [one] 1 conversation to share
   *[other] { $n } conversations to share
  }
digest-question = Could this go to the network?
digest-facts = { $kind }, { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, last { $ago }.
digest-own = You began this.
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
