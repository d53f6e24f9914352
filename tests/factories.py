"""Plain values for tests: messages, threads and suggestions with sensible defaults."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from nudger.ledger.records import MessageRow, Suggestion, ThreadRow
from nudger.ledger.states import State
from rules.message import Address, Message

NOW = datetime(2026, 6, 2, 9, 0, tzinfo=UTC)
ANNA = Address("Anna de Wit", "anna@voorbeeld.example", internal=True)
FATIMA = Address("Fatima Jansen", "fatima@voorbeeld.example", internal=True)
TOM = Address("Tom Bakker", "tom@voorbeeld.example", internal=True)
OWNER = frozenset({FATIMA.email})


def message(number: int = 1, **changes: Any) -> Message:
    """An internal mail from Anna to Fatima and Tom."""
    values: dict[str, Any] = {
        "id": f"<m{number}@voorbeeld.example>",
        "sent": NOW + timedelta(hours=number),
        "sender": ANNA,
        "to": (FATIMA, TOM),
        "internal": True,
        "owner_role": "to",
        "subject": "Fiets naar de cliënt",
        "topic": "Fiets naar de cliënt",
        "own_words": "Zullen we de fiets nemen? Wat vinden jullie?",
        "core": "Zullen we de fiets nemen? Wat vinden jullie?",
        "language": "nl",
        "questions": 2,
    }
    return Message(**{**values, **changes})


def message_row(number: int = 1, **changes: Any) -> MessageRow:
    """The ledger's row of such a mail, judged an idea worth suggesting."""
    values: dict[str, Any] = {
        "key": f"k{number}",
        "thread": "t1",
        "sent": NOW + timedelta(hours=number),
        "sent_sure": True,
        "week": "2026-W23",
        "role": "to",
        "addressees": 2,
        "language": "nl",
        "is_reply": number > 1,
        "new_author": True,
        "kind": "idea",
        "talk": 0.9,
        "worth": 0.8,
        "verdict": "suggest",
        "gates": (),
        "thread_gate": "",
        "findings": (),
        "model": "m1",
    }
    return MessageRow(**{**values, **changes})


def thread(key: str = "t1", **changes: Any) -> ThreadRow:
    """A young thread of three people, good enough to offer."""
    values: dict[str, Any] = {
        "key": key,
        "first": NOW - timedelta(days=1),
        "last": NOW - timedelta(hours=3),
        "messages": 3,
        "authors": 3,
        "people": 3,
        "addressees": 2,
        "own_messages": 1,
        "to_owner": 2,
        "own_start": False,
        "language": "nl",
        "kind": "idea",
        "verdict": "suggest",
        "worth": 0.8,
        "gate": "",
        "best": "k1",
    }
    return ThreadRow(**{**values, **changes})


def suggestion(thread_key: str = "t1", state: State = State.OFFERED, **changes: Any) -> Suggestion:
    """An offer made now."""
    values: dict[str, Any] = {
        "id": f"s{thread_key}",
        "thread": thread_key,
        "state": state,
        "week": "2026-W23",
        "kind": "idea",
        "own": False,
        "goal": "",
        "offered_at": NOW,
    }
    return Suggestion(**{**values, **changes})
