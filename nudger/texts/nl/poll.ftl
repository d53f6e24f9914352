# Wat een poll deed.
poll-reading = { $folder } lezen
poll-folder = { $folder }: { $n } nieuw ({ $counts })
poll-nothing-new = { $folder }: niets nieuws
poll-offered = { $n ->
    [0] Geen nieuwe suggestie.
    [one] Eén nieuwe suggestie.
   *[other] { $n } nieuwe suggesties.
  }
poll-network-not-read = { $network } was nu niet te lezen: reacties daar zijn nog niet bekend. Kijk met `nudger network test`.
poll-waiting = { $n ->
    [0] Er ligt niets klaar.
    [one] Er ligt één gesprek klaar: nudger review
   *[other] Er liggen { $n } gesprekken klaar: nudger review
  }
