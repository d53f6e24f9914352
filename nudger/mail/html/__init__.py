"""The text of an HTML mail."""
