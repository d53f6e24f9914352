"""What can be said of a message: the Message itself, the rule packs, and the small engine that applies them."""
