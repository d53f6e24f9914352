"""Personal data in a text that may be posted."""
