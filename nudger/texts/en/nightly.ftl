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
