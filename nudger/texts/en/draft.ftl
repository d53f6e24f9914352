# Words that complete a draft.
draft-question = What do you think?
draft-template-idea = [Write here, in your own words, what this is about.]

    What could this mean for us? Who thinks along?
draft-template-question = [Write here, in your own words, what the question is.]

    Who knows this, or has tried it?
