"""The only door to secrets and sign-in."""
