# Words that complete a draft. Each post ends in one open question.
draft-question-idea = What would you add?
draft-question-discussion = How do you see this?
draft-question-question = Who knows more about this?
draft-question-share = What can we learn from this?
draft-question-living = Who would like to join in?
draft-question-outcome = How do you do this?
draft-fill-about = [Write here, in your own words, what this is about.]
draft-fill-asked = [Write here, in your own words, what the question was.]
draft-fill-seen = [Write here what you saw or read, with the link.]
draft-fill-result = [Write here what came of it.]
draft-fill-document = [Put the document on the network and paste its link here.]
draft-living = A few colleagues are mailing about this now.
draft-opening-living = I am mailing about this with a few colleagues. I would like to hear from others too.
draft-opening-outcome = We talked about this by mail. This is what came of it:
draft-quote = A colleague wrote this and is happy for me to share it here:
