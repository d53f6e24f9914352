"""The only door to secrets and sign-in: keyring, msal, google-auth; for mail, SMTP and the networks alike."""
