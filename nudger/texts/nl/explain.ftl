# Waarom.
explain-suggest = Voorgesteld: dit lijkt me { $kind } waar een bredere groep iets aan heeft. De kans daarop is { $worth }.
explain-ask = Twijfel: dit lijkt me { $kind }. De kans dat een bredere groep er iets aan heeft, is { $worth }.
explain-leave = Niet voorgesteld: dit lijkt me { $kind }. De kans dat een bredere groep er iets aan heeft, is { $worth }.
explain-gated = Nooit voorgesteld. { $why }
explain-gated-more = { $why }
explain-for = Dit sprak ervoor:
explain-against = Dit sprak ertegen:
explain-ground = – { $what }
explain-ground-heavy = – { $what }; dat telt zwaar
explain-kind-idea = een idee
explain-kind-discussion = een discussie
explain-kind-question = een open vraag
explain-kind-share = iets om te delen
explain-kind-announcement = een aankondiging
explain-kind-task = een taak
explain-kind-logistics = een afspraak of planning
explain-kind-automatic = een automatisch bericht
explain-kind-social = iets persoonlijks of gezelligs
explain-kind-other = iets anders
explain-change-gate = Zolang dit zo is, stelt nudger het niet voor, wat er ook in staat.
explain-change-suggested = Vanaf { $threshold } stelt nudger voor. Zeg je in review nee, dan komt dit gesprek nooit terug.
explain-change-one = Vanaf { $threshold } stelt nudger voor. Zonder dat ene ({ $what }) was het ongeveer { $chance } geweest.
explain-change-asked = Vanaf { $threshold } stelt nudger voor. Hierover kan het in review je mening vragen.
explain-change-far = Vanaf { $threshold } stelt nudger voor. Daar blijft dit ver onder.
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
explain-model = Model { $model }.
