# Why.
explain-suggest = Suggested. I think: { $kind }, with a { $worth } chance that a wider group gains from it.
explain-ask = In doubt. I think: { $kind }, with a { $worth } chance that a wider group gains from it.
explain-leave = Not suggested. I think: { $kind }, with a { $worth } chance that a wider group gains from it.
explain-gated = Never suggested.
explain-gate = { $title }. { $why }
explain-for = This spoke for it
explain-against = This spoke against it
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
explain-change-gate = As long as this is so, nudger does not suggest it, whatever it says.
explain-change-suggested = The threshold is { $threshold }. Say no in review, and this conversation never comes back.
explain-change-below = The threshold is { $threshold }. An open question to the group, or an idea worked out, would make the difference.
explain-model = Model { $model }.
