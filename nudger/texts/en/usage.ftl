# What can go wrong on the command line.
usage-no-option = There is no option { $option }.
usage-no-option-near = There is no option { $option }. Did you mean { $near }?
usage-missing = Something is missing here: { $name }
usage-bad-value = The value of { $name } does not fit.
usage-unknown = I do not know this: nudger { $words }
usage-help = Help: { $command } --help
usage-bug = Something went wrong that should not ({ $kind } in { $place }). Nothing was sent. Please report this line.
