"""The configuration: found, read, checked as a whole, and shown."""
