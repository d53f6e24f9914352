"""nudger/start: what comes before the first suggestion: the wizard, the goals, the announcement, who does not join."""
