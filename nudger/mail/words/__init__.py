"""From the text of a mail to what its author wrote, and in which language."""
