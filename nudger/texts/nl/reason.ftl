# Redenen, elk achter een streepje: “de mail …”. $words is leeg, of de woorden van de schrijver tussen haakjes.
reason-audience-one = ging naar één persoon
reason-audience-few = ging naar een paar mensen
reason-audience-many = ging naar vijf mensen of meer
reason-audience-group = ging naar een groep of lijst
reason-asks = stelt een vraag
reason-asks-opinion = vraagt wat anderen vinden of weten{ $words }
reason-proposes = stelt iets voor{ $words }
reason-weighs = weegt voor en tegen af{ $words }
reason-opinion = geeft een mening{ $words }
reason-we = gaat over ons samen{ $words }
reason-to-many = spreekt een groep aan{ $words }
reason-you = spreekt één lezer aan{ $words }
reason-request = vraagt iemand om iets te doen{ $words }
reason-delivers = levert iets af of stuurt iets mee{ $words }
reason-passes-on = geeft iets door om te lezen of te zien{ $words }
reason-meets = gaat over tijd en plaats{ $words }
reason-thanks = bedankt of is gezellig{ $words }
reason-informs = meldt hoe iets staat of wordt{ $words }
reason-deal = gaat over een zaak, geld of recht{ $words }
reason-person = gaat over één persoon{ $words }
reason-answer = is een antwoord in een lopend gesprek
reason-length-none = heeft bijna geen eigen woorden
reason-length-short = is kort
reason-length-long = is uitgebreid
reason-problem = noemt een les, of iets dat vaker misgaat
reason-words = { $n ->
    [one] het woord { $words } woog mee
   *[other] woorden als { $words } wogen mee
  }
reason-cue-reasons = geeft redenen{ $words }
reason-cue-i = vertelt uit eigen ervaring{ $words }
reason-cue-would = laat ruimte voor een ander{ $words }
reason-cue-system = gaat over hoe het werk gaat{ $words }
reason-structure-outside = iemand van buiten doet mee
reason-structure-bullets = heeft een lijst met punten
reason-structure-figures = bevat cijfers
reason-finding-offers-help = biedt hulp aan
