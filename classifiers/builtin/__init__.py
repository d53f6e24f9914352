"""The model that is shipped, and its card."""
