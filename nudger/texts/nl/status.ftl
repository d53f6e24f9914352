# Hoe het ervoor staat.
status-never = nudger heeft nog niets gelezen. Begin met: nudger poll
status-last-poll = Laatst gelezen: { $ago } ({ $n ->
    [one] 1 nieuwe mail
   *[other] { $n } nieuwe mails
  }).
status-waiting = { $n ->
    [0] Er ligt nu niets klaar.
    [one] Er ligt één gesprek klaar.
   *[other] Er liggen { $n } gesprekken klaar.
  }
status-taken = { $n ->
    [0] Nog geen gesprek verhuisd.
    [one] Eén gesprek verhuisd.
   *[other] { $n } gesprekken verhuisd.
  }
status-seen = Bekeken: { $n ->
    [one] 1 mail.
   *[other] { $n } mails.
  }
status-unlearned = nudger kan leren van je laatste { $n } keuzes: nudger train
status-goals = Doel: { $goals }.
status-paused = Goed. Tot { $day } stelt nudger niets voor. Eerder weer beginnen: nudger resume
status-stopped = Goed. nudger stelt niets meer voor. Weer beginnen: nudger resume
status-resumed = nudger stelt weer gesprekken voor.
