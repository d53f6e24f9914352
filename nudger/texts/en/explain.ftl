# Why.
explain-suggest = Suggested: to me this is { $kind } that a wider group gains from. The chance of that is { $worth }.
explain-ask = In doubt: to me this is { $kind }. The chance that a wider group gains from it is { $worth }.
explain-leave = Not suggested: to me this is { $kind }. The chance that a wider group gains from it is { $worth }.
explain-gated = Never suggested. { $why }
explain-gated-more = { $why }
explain-for = This spoke for it:
explain-against = This spoke against it:
explain-ground = – { $what }
explain-ground-heavy = – { $what }; that weighs heavily
explain-kind-idea = an idea
explain-kind-discussion = a discussion
explain-kind-question = an open question
explain-kind-share = something to share
explain-kind-announcement = an announcement
explain-kind-task = a task
explain-kind-logistics = an appointment or planning
explain-kind-automatic = an automatic message
explain-kind-social = something personal or friendly
explain-kind-other = something else
explain-change-gate = As long as this is so, nudger does not suggest it, whatever it says.
explain-change-suggested = From { $threshold } on nudger suggests. Say no in review, and this conversation never comes back.
explain-change-one = From { $threshold } on nudger suggests. Without that one thing ({ $what }) it would have been about { $chance }.
explain-change-asked = From { $threshold } on nudger suggests. It may ask what you think of this one in review.
explain-change-far = From { $threshold } on nudger suggests. This stays far below.
explain-cut = Cut: { $what }.
explain-cut-quote = quote { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-forward = forwarded { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-attribution = heading of a quote { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-signature = signature { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-disclaimer = disclaimer { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-footer = footer { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-banner = banner { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-cut-meeting = meeting link { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
explain-goal = It fits your goal: { $goal }.
explain-model = Model { $model }.
