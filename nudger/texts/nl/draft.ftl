# Woorden die een concept aanvullen. Elk bericht eindigt met één open vraag.
draft-question-idea = Wie denkt er mee?
draft-question-discussion = Hoe kijken jullie hiernaar?
draft-question-question = Wie weet hier meer van?
draft-question-share = Wat kunnen wij hiervan leren?
draft-question-living = Wie praat er mee?
draft-question-outcome = Hoe doen jullie dat?
draft-fill-about = [Schrijf hier in je eigen woorden waar het over gaat.]
draft-fill-asked = [Schrijf hier in je eigen woorden wat de vraag was.]
draft-fill-seen = [Schrijf hier wat je zag of las, met de link.]
draft-fill-result = [Schrijf hier wat eruit kwam.]
draft-fill-document = [Zet het document op het netwerk en plak hier de link.]
draft-living = Een paar collega’s praten hier nu per mail over. Hier kan iedereen meedoen.
draft-opening-living = Hier praten we met een paar collega’s al over per mail. Ik hoor graag ook van anderen.
draft-opening-outcome = Per mail hadden we het hierover. Dit kwam eruit:
draft-quote = Een collega schreef dit en vindt het goed dat ik het hier deel:
