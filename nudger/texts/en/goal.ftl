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
goal-rests = (rests)
goal-added = This goal counts now: { $title }.
goal-paused = This goal rests now: { $title }. To let it count again: nudger goal add
goal-removed = Taken out: { $title }. The figures that you noted are kept.
goal-measure = This is how you see it: { $what }
goal-counter = And this is watched: { $what }
goal-measure-ideas = how many ideas got an answer within your promise, and what became of them (nudger ideas).
goal-counter-ideas = the load: the number of messages may not grow.
goal-measure-workload = the number of messages a working day, mail and network together.
goal-counter-workload = the ideas: fewer messages only count while questions keep getting answers.
goal-measure-errors = the figure that you note each month yourself (nudger goal note errors 12).
goal-counter-errors = the reports: are there fewer because less gets reported? And the load.
goal-measure-own = the figure that you note each month yourself with nudger goal note.
goal-counter-own = the load: the number of messages may not grow.

## Examples
goal-examples = Examples to think with, none from marketing or sales. They are made up, but this is how it goes.
goal-sector-care = Care
goal-example-care-1 = Fewer errors. By mail: "who has a good list for the hand-over?" On the network three other teams saw it, and one had such a list.
goal-example-care-2 = Less workload. Whether the evening round can change went to six people. In the group the night shift joined in, and there was the answer.
goal-example-care-3 = More ideas. A trainee had a plan for the bikes. Now all could read it, and it got an answer within two days.
goal-sector-production = Production
goal-example-production-1 = Fewer errors. What one shift learns about a machine, the next one reads before it starts.
goal-example-production-2 = Less workload. A photo of a full aisle and "how do you do this?" brought a way out from another hall.
goal-example-production-3 = More ideas. The leader posts a film of another firm and asks: what can we learn from this?
goal-sector-schools = Schools
goal-example-schools-1 = Less workload. One lesson plan for the trip, kept up together, and not made anew by mail each year.
goal-example-schools-2 = More ideas. How do you get quiet pupils to join in? The answers came from people who had never met.
goal-example-schools-3 = Fewer errors. What went wrong with the timetable now stands with its cure where the next one finds it.
