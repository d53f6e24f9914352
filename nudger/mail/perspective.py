"""Whose eyes a message is read with: the organisation's domains and lists, and the owner's own addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Perspective:
    """All entries are lower case. ``deny``, ``optout`` and ``notifications`` hold addresses or ``@domain``.

    ``authserv_id`` is the name the organisation's own mail server puts in Authentication-Results; empty when unknown.
    """

    domains: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    deny: frozenset[str] = frozenset()
    optout: frozenset[str] = frozenset()
    notifications: frozenset[str] = frozenset()
    authserv_id: str = ""
