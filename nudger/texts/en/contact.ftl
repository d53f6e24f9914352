# The contact mailbox: what was done with it, and the confirmations.
contact-done = Contact mailbox: { $n ->
    [one] 1 request carried out.
   *[other] { $n } requests carried out.
  }
contact-unclear = Contact mailbox: { $n ->
    [one] 1 mail is not clear. Read it yourself.
   *[other] { $n } mails are not clear. Read them yourself.
  }
contact-doubtful = Contact mailbox: the sender of { $n ->
    [one] 1 mail is not proven. Nothing was done with it.
   *[other] { $n } mails is not proven. Nothing was done with them.
  }
contact-fails = Contact mailbox: { $reason }
contact-recovered = Contact mailbox: all is well again.

contact-join-subject = You take part in nudger
contact-join-body = You wrote that you join. From tonight on nudger reads your mailbox.

    nudger only reads. It changes nothing in your mailbox and keeps no text of your mail.
    What it sees comes to you alone, in your weekly message.
    Your manager and colleagues do not see this. The administrator can get at it technically.

    Do you want to stop? Then mail only the word "stop" to { $contact }.
    Did you not know of this? Then mail "stop" too, and tell the administrator.
contact-stop-subject = nudger no longer reads your mailbox
contact-stop-body = You wrote stop. From now on nudger does not read your mailbox.

    What was waiting is taken back, and there are no drafts any more.
    Do you want all to be wiped that nudger kept of you? Ask the administrator.
    Do you want to join again later? Then mail only "I join" to { $contact }.
contact-opt-out-subject = nudger leaves your conversations alone
contact-opt-out-body = You wrote that you want no part in this. That counts from now on, with every leader.

    A talk that you are in is never suggested again. What was waiting is taken back.
    The leader only sees that a talk is protected, not by whom.
    Your address stands in a list that only the administrator can open.

    Do you want to take part after all? Then ask the administrator.
contact-share-subject = Your totals are counted
contact-share-body = You wrote that you share your figures. Your totals a week count in the report of the organisation.

    That report is about ten or more leaders together. Nobody sees your own figures.
    Do you want to end this? Then mail only "I do not share" to { $contact }.
contact-unshare-subject = Your totals are no longer counted
contact-unshare-body = You wrote that you do not share any more. Your totals no longer go to the report of the organisation.

    What stood in a report that was made before stays there. It holds only totals of many.
    Nothing else changes.
