"""From a mailbox to Messages: sources, reading, threads."""
