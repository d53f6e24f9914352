# Goals.
goal-ideas = More ideas from the work floor
goal-workload = Less workload
goal-errors = Fewer errors
goal-none = no goal chosen
