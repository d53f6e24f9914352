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
draft-living = Een paar collega’s mailen hier nu over.
draft-opening-living = Hierover mail ik al met een paar collega’s. Ik hoor graag ook wat anderen vinden.
draft-opening-outcome = Hierover hadden we het per mail. Dit kwam eruit:
draft-quote = Een collega schreef dit en vindt het goed dat ik het hier deel:
