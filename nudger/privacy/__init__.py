"""Rights and retention: what is kept, of whom, how long; how it is forgotten, and how it moves to a new computer."""
