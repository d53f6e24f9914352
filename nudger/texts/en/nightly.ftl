# The nightly run over many mailboxes.
nightly-reading = reading mailboxes
nightly-done = { $ok ->
    [one] 1 owner read
   *[other] { $ok } owners read
  }, { $failed ->
    [0] none failed.
    [one] 1 failed.
   *[other] { $failed } failed.
  }
nightly-skipped = Did not say yes, so not read ({ $n }): { $names }
nightly-asleep = Asleep, tried once a week ({ $n }): { $names }
nightly-postponed = Out of time, first in line next night ({ $n }): { $names }
nightly-owner-fails = { $owner }: { $reason }
nightly-owner-asleep = { $owner }: sign-in was refused on five nights. From now on we try once a week. { $reason }
nightly-owner-recovered = { $owner }: all is well again.
nightly-bug = something went wrong that should not ({ $kind })
nightly-owner-away-subject = nudger cannot read your mailbox
nightly-owner-away-body = For seven days now nudger has not been able to read your mailbox { $name }.

    Nothing is lost. As soon as it works again, nudger reads what came in that time.
    Tell the administrator. Do you want to stop? You always can.
    You get no second message about this.
nightly-owner-refused-subject = nudger is no longer let into your mailbox
nightly-owner-refused-body = For seven days now nudger is refused at your mailbox { $name }.

    Perhaps your password has changed, or the right to read was taken away.
    Nothing is lost. As soon as it works again, nudger reads what came in that time.
    Tell the administrator. Do you want to stop? You always can.
    You get no second message about this.
