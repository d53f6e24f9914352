# Goals.
goal-ideas = More ideas from the work floor
goal-workload = Less workload
goal-errors = Fewer errors
goal-none = no goal chosen
goal-line = { $id }: { $title } (answer within { $days ->
    [one] 1 working day
   *[other] { $days } working days
  })
goal-list-none = There is no goal yet. Put one or two in the configuration, for example the built-in ideas, workload or errors.
goal-noted = Noted for { $month }: { $value }
