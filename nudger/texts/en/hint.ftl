# Small hints on what you write yourself. You are free to ignore them.
hint-tried = Hint: “{ $words }” can end a talk. What went wrong then, and what is different now?
hint-refuses = Hint: “{ $words }” sounds like a closed door. What would it take to try it?
hint-budget = Hint: “{ $words }” closes the talk. What would a small first step look like?
hint-always = Hint: “{ $words }” leaves little room. Ask how others would do it.
