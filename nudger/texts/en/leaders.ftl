# Who takes part in an organisation.
leaders-added = { $n ->
    [one] 1 leader added
   *[other] { $n } leaders added
  }, { $known } known already. Each is read from the day she says yes herself.
leaders-none = There are no leaders yet. Add them with: nudger leaders import FILE.csv
leaders-yes = { $name }: said yes on { $when } ({ $how })
leaders-own = { $name }: works with this configuration herself
leaders-no = { $name }: has not said yes, so is not read
leaders-trouble = · the mailbox cannot be read at the moment
leaders-remove = This removes { $name } with all that was kept: { $path }
leaders-type-name = Type the name { $name } to remove it; anything else keeps it:
leaders-kept = Nothing was removed.
leaders-removed = { $name } is gone, with all that was kept.
