"""Many owners, one machine: who is read tonight, what became of it, and what IT is told."""
