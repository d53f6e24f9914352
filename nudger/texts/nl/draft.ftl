# Woorden die een concept aanvullen.
draft-question = Wat denken jullie?
draft-template-idea = [Schrijf hier in je eigen woorden waar het over gaat.]

    Wat zou dit voor ons kunnen betekenen? Wie denkt mee?
draft-template-question = [Schrijf hier in je eigen woorden wat de vraag is.]

    Wie weet dit, of heeft er ervaring mee?
