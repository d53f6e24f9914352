# Het verslag.
report-title = Van mail naar netwerk
report-period = { $from } tot { $until }
report-owner-only = Dit overzicht is alleen van jou.
report-talk = { $talk ->
    [0] Geen gesprekken per mail
    [one] 1 gesprek per mail
   *[other] { $talk } gesprekken per mail
  } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weken
  }: ideeën, discussies en vragen met twee of meer mensen.
report-moved = { $moved ->
    [0] Nog geen gesprek verhuisde naar het netwerk.
    [one] 1 gesprek verhuisde naar het netwerk.
   *[other] { $moved } gesprekken verhuisden naar het netwerk.
  }
report-share = Op mail gebleven: { $k } van { $n } ({ $share }, tussen { $low } en { $high }).
report-too-early = Te vroeg voor een percentage: er zijn { $n ->
    [0] nog geen gesprekken
    [one] nog maar 1 gesprek
   *[other] { $n } gesprekken
  } geteld.
report-left = Prima per mail gebleven: { $left ->
    [one] 1 ander gesprek.
   *[other] { $left } andere gesprekken.
  }
report-offered = Voorgesteld: { $offered }. Verhuisd: { $taken }.
report-week = week
report-load = mails
report-talk-short = gesprekken
report-moved-short = verhuisd
report-left-short = prima per mail
report-open-weeks = Een week tussen haakjes telt nog door: een gesprek staat vast zeven dagen na het begin.
report-new-series = Het model is onderweg veranderd. Vergelijk de weken ervoor en erna niet met elkaar.
report-definition = Definitie { $hash }. Geteld is wat in dit postvak aankwam, niet wat elders gebeurde. Geen enkel getal gaat over een persoon.
report-picture-weeks = Gesprekken per week, op mail en verhuisd
report-picture-load = Alle mails per week
report-picture-alt-weeks = Staafgrafiek per week van { $from } tot { $until }: { $talk } gesprekken per mail, waarvan { $moved } verhuisd.
report-picture-alt-load = Lijn van het aantal mails per week van { $from } tot { $until }: laagste week { $low }, hoogste week { $high }.
report-legend-mail = op mail
report-legend-moved = verhuisd naar het netwerk
report-numbers = De getallen
report-what = Wat is geteld
report-suggestions = Wat er ligt
report-written = Verslag geschreven: { $path }
report-nothing = Er is nog niets geteld. Begin met: nudger poll
