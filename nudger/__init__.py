"""nudger finds the good conversations in a leader's mail and helps to move them to the organisation's network."""

__version__ = "0.1.0"
