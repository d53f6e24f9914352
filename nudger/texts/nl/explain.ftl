# Waarom.
explain-suggest = Voorgesteld. Ik denk: { $kind }, met { $worth } kans dat een bredere groep er iets aan heeft.
explain-ask = Twijfel. Ik denk: { $kind }, met { $worth } kans dat een bredere groep er iets aan heeft.
explain-leave = Niet voorgesteld. Ik denk: { $kind }, met { $worth } kans dat een bredere groep er iets aan heeft.
explain-gated = Nooit voorgesteld.
explain-gate = { $title }. { $why }
explain-for = Dit sprak ervoor
explain-against = Dit sprak ertegen
explain-cut = Weggelaten: { $what }.
explain-cut-quote = citaat { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-forward = doorgestuurd { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-attribution = aanhef van een citaat { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-signature = ondertekening { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-disclaimer = disclaimer { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-footer = voettekst { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-banner = waarschuwing { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-cut-meeting = vergaderlink { $n ->
    [one] { $n } regel
   *[other] { $n } regels
}
explain-goal = Het past bij je doel: { $goal }.
explain-change-gate = Zolang dit zo is, stelt nudger het niet voor, wat er ook in staat.
explain-change-suggested = De grens ligt bij { $threshold }. Zeg je in review nee, dan komt dit gesprek nooit terug.
explain-change-below = De grens ligt bij { $threshold }. Een open vraag aan de groep of een uitgewerkt idee zou het verschil maken.
explain-model = Model { $model }.
