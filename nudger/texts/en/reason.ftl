# Reasons, each behind a dash: “the mail …”. $words is empty, or the author's own words in brackets.
reason-audience-one = went to one person
reason-audience-few = went to a few people
reason-audience-many = went to five people or more
reason-audience-group = went to a group or a list
reason-asks = asks a question
reason-asks-opinion = asks what others think or know{ $words }
reason-proposes = proposes something{ $words }
reason-weighs = weighs one thing against another{ $words }
reason-opinion = gives a view{ $words }
reason-we = is about us together{ $words }
reason-to-many = speaks to a group{ $words }
reason-you = speaks to one reader{ $words }
reason-request = asks someone to do something{ $words }
reason-delivers = hands something over or sends something along{ $words }
reason-passes-on = passes something on to read or see{ $words }
reason-meets = is about time and place{ $words }
reason-thanks = gives thanks or is friendly talk{ $words }
reason-informs = tells how something stands or will be{ $words }
reason-deal = is about a deal, money or law{ $words }
reason-person = is about one person{ $words }
reason-answer = is an answer in a conversation that was going on
reason-length-none = has hardly any words of its own
reason-length-short = is short
reason-length-long = goes into detail
reason-problem = names a lesson, or something that goes wrong more often
reason-words = { $n ->
    [one] the word { $words } counted too
   *[other] words like { $words } counted too
  }
reason-cue-reasons = gives reasons{ $words }
reason-cue-i = tells from own experience{ $words }
reason-cue-would = leaves room for others{ $words }
reason-cue-system = is about how the work goes{ $words }
reason-structure-outside = someone from outside takes part
reason-structure-bullets = has a list of points
reason-structure-figures = has figures in it
reason-finding-offers-help = offers help
