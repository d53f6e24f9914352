# What is looked at before a post: how much went out today, and what stands there already.
audience-enough = nudger has placed enough for today. This one can wait until tomorrow; it stays here.
audience-similar = There is a post about the same already, it seems ({ $ago }): “{ $first }”
audience-similar-still = Reply there instead? Then no. Or post this beside it after all? [y/N]
