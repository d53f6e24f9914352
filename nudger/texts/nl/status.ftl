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
status-goals = Doel: { $goals }.
