"""The contact mailbox: where a leader says yes or stop, and a colleague says no; read before all other mailboxes."""
