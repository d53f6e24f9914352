"""Any octets: Message, ledger row, JSON, terminal; nothing is lost or changed on the way, and nothing raises."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.model import load as load_model
from nudger.errors import Unreadable
from nudger.ledger.ledger import Ledger
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.stored.whole import taken_apart
from nudger.nudges.judging import judge
from nudger.poll import Reader, _row, message_key
from nudger.texts.safe import safe
from rules.characters import FORBIDDEN
from rules.message import Message
from rules.pack import builtin_packs, digest_of
from tests.nudger.mail.mails import ACME, NOW
from tests.nudger.mail.test_properties import mails, texts


@cache
def reader() -> Reader:
    packs = builtin_packs()
    return Reader(ACME, packs, load_model(packs=digest_of(packs)), (), ZoneInfo("Europe/Amsterdam"), NOW)


def message_of(octets: bytes) -> Message | None:
    """The message as a file of these octets gives it; None where it is refused with a reason."""
    try:
        return read(taken_apart(RawMessage(1), octets), ACME, now=NOW)
    except Unreadable as refused:
        assert refused.reason in {"empty", "no-header"}  # noqa: PT017 - both ends are right
        return None


@settings(deadline=None, max_examples=150)
@given(mails() | st.binary(max_size=300))
def test_message_ledger_json_terminal(octets: bytes) -> None:
    found = message_of(octets)
    assert message_of(octets) == found, "reading is idempotent"
    if found is None:
        return
    judgement = judge([found], reader().packs, reader().model, goals=())[0]
    with Ledger.in_memory() as ledger:
        with ledger.atomic():
            row = _row(ledger, message_key(ledger, found), found, judgement, reader())
            ledger.mail.add(row)
        assert ledger.mail.of_thread(row.thread) == [row]
        tables = ledger.canonical()
        assert json.loads(json.dumps(tables, ensure_ascii=False)) == json.loads(json.dumps(tables))
    values = asdict(found) | {"sent": found.sent.isoformat()}
    assert list(texts(json.loads(json.dumps(values, ensure_ascii=False).encode()))) == list(texts(values))
    for _, text in texts(values):
        assert not FORBIDDEN.search(safe(text))
        assert set(FORBIDDEN.findall(safe(text, lines=True))) <= {"\n"}
