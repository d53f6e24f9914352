"""A mailbox on an IMAP server, read without a trace."""
