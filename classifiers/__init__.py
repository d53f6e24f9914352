"""How sure are we: from messages to calibrated probabilities of kind, talk and worth posting, with their reasons."""
