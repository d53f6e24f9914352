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

## De fase
status-phase-observe = Fase: alleen kijken. Er wordt nog niets voorgesteld.
status-phase-before = Fase: voor de aankondiging. Hooguit één keer per week iets wat je zelf begon. Is je netwerk aangekondigd: nudger announce --done DATUM
status-phase-first = Fase: de eerste weken na de aankondiging. Hooguit twee voorstellen tegelijk.
status-phase-run = Fase: op gang.
status-now-paused = Tot { $day } stelt nudger niets voor. Eerder weer beginnen: nudger resume
status-now-stopped = nudger stelt niets meer voor. Weer beginnen: nudger resume
status-now-asked = Vier weken zonder een ja. Zal nudger stoppen? Doorgaan: nudger resume. Zonder antwoord stopt het vanzelf.
status-now-answers = Eerst de antwoorden: er wacht te veel op jou voor nieuwe voorstellen. nudger answers
