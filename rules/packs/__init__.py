"""The rules themselves, as data."""
