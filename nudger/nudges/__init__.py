"""What to say, when, how often and in whose words: judging, policy, suggestions, drafts, review."""
