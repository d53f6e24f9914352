"""tests: the office is there for every test of the contact mailbox."""

from tests.nudger.contact.stage import office

__all__ = ["office"]
