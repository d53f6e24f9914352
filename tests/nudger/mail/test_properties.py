"""Whatever octets arrive: the Message is clean, survives JSON, and is the same when read again."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nudger.errors import Unreadable
from rules.message import Message
from tests.nudger.mail.mails import FIELDS, load, mail, message

MANY_LINES = {"own_words", "core", "context", "text"}
BIDI_AND_UNSEEN = set(
    map(chr, [0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)])
)

load()

NAMES = st.sampled_from(
    [*FIELDS, "Cc", "Sender", "References", "Content-Type", "List-Id", "Thread-Index", "Msip_labels"]
)
PIECES = st.sampled_from(
    [
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\0",
        "=?utf-8?Q?=1B=E2=80=AE?=",
        "=?unicode_escape?Q?=5Cud800?=",
        "\x85",
        "\r",
        "\ud800",
        '"',
        "<a@b.example>",
    ]
)
VALUES = st.lists(PIECES | st.text(max_size=20), max_size=5).map("".join)
MEDIA_TYPES = st.sampled_from(
    ["text/plain; charset=utf-8", "text/html; charset=x", "text/plain; format=flowed", "multipart/mixed; boundary=b"]
)


@st.composite
def mails(draw) -> bytes:
    """Mail with odd values in its fields, and any octets as its body."""
    header = [f"{draw(NAMES)}: {draw(VALUES)}" for _ in range(draw(st.integers(0, 6)))]
    header += [f"Content-Type: {draw(MEDIA_TYPES)}", f"Subject: {draw(VALUES)}"]
    body = draw(st.binary(max_size=200) | VALUES.map(lambda text: text.encode("utf-8", "surrogatepass")))
    return "\r\n".join(header).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + body


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in nested values, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, key)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts(inner, name)


def is_clean(name: str, text: str) -> bool:
    """No control or format character, surrogate or other unseen character; line feeds only in text of many lines."""
    allowed = "\n" if name in MANY_LINES else ""
    return not any(
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in BIDI_AND_UNSEEN
        for character in text
        if character not in allowed
    )


def check(found: Message) -> None:
    """Assert what holds for every Message."""
    for name, text in texts(asdict(found)):
        assert is_clean(name, text), (name, text)
    as_json = json.dumps(asdict(found), default=datetime.isoformat)
    assert json.loads(as_json) == json.loads(json.dumps(json.loads(as_json)))
    assert json.loads(as_json)["own_words"] == found.own_words
    as_json.encode("utf-8")
    assert found.sent.utcoffset().total_seconds() == 0
    assert found.id
    assert {type(getattr(found, field.name)) for field in fields(found) if field.name.startswith("is_")} == {bool}


@settings(deadline=None)
@given(st.binary(max_size=300))
@example(b"Subject: \x9b31m\x85\xff\r\n\r\n\x00\x1b[31m\xe2\x80\xae")
def test_any_octets(octets):
    try:
        found = message(octets)
    except Unreadable as refused:
        assert refused.reason in {"empty", "no-header"}  # noqa: PT017 - both ends are right
        return
    check(found)


@settings(deadline=None, max_examples=300)
@given(mails())
def test_any_mail(octets):
    found = message(octets)
    check(found)
    assert message(octets) == found


@settings(deadline=None)
@given(st.text(max_size=300))
def test_own_words_are_the_authors_characters(text):
    found = message(mail(text.encode("utf-8", "replace"), Content_Type="text/plain; charset=utf-8"))
    written = unicodedata.normalize("NFC", text)
    assert {character for character in found.own_words if not character.isspace()} <= set(written) | set("?")
