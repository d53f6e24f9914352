"""A plain internal mail for tests of rules, of which each test changes what matters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rules.message import Address, Message

ANNA = Address("Anna Bos", "anna.bos@voorbeeld.example", True)
TEAM = Address("Team Noord", "team-noord@voorbeeld.example", True)
CLIENT = Address("Klant", "klant@elders.example", False)


def mail(words: str = "", subject: str = "Overdracht", **other: Any) -> Message:
    """An ordinary mail from Anna to her team; ``words`` are its own words."""
    plain: dict[str, Any] = {
        "id": "<1@voorbeeld.example>",
        "sent": datetime(2025, 3, 4, 9, 30, tzinfo=UTC),
        "sender": ANNA,
        "to": (TEAM,),
        "internal": True,
        "subject": subject,
        "topic": subject,
        "own_words": words,
        "core": words,
        "part_types": ("text/plain",),
    }
    return Message(**(plain | other))
