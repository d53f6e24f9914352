"""The only door to SQLite: what nudger remembers, without any mail text."""
