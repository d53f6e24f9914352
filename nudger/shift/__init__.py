"""The measured move of talk from mail to the network."""
