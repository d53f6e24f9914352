"""The laws of reading, for whatever arrives: a Message is clean and the same when read again, goes through ledger, JSON
and terminal unchanged, and cutting invents nothing and loses nothing.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from functools import cache
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from classifiers.model import load as load_model
from nudger.errors import Unreadable
from nudger.ledger.ledger import Ledger
from nudger.looking import Reader
from nudger.mail.html.text import to_text
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.stored.whole import taken_apart
from nudger.mail.words.clean import clean
from nudger.mail.words.own_words import OwnWords, extract
from nudger.mail.words.restoring import restored
from nudger.nudges.judging import judge
from nudger.poll import _row, message_key
from nudger.texts.safe import safe
from rules.characters import FORBIDDEN
from rules.message import Message
from rules.pack import builtin_packs, digest_of
from tests.nudger.mail.mails import ACME, FIELDS, NOW, load, mail, message

CUT_KINDS = {"quote", "forward", "attribution", "signature", "disclaimer", "footer", "banner", "meeting"}
IDEA = "Ik stel voor dat we het een maand proberen."
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


# Any octets to a Message


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


# Message, ledger row, JSON, terminal


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


# Cutting


PIECES = st.sampled_from(
    [
        *("Hoi Jan,", IDEA, "Groet,", "Piet", "", "", "-- ", "--", "> citaat", ">> dieper", "Van: Jan <jan@x.example>"),
        *("Verzonden: maandag 5 mei 2025 10:00", "Aan: Piet", "Onderwerp: x", "-----Original Message-----", "________"),
        *("On 5/5/2025 10:00, Jan wrote:", "Verstuurd vanaf mijn iPhone", "T 030 - 123 45 67", "[EXTERN]", "PS: soep"),
        *(
            "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde.",
            "x" * 400,
            "Microsoft Teams",
            "\u202e",
        ),
        *(
            ">>> Jan 5-5-2025 10:00 >>>",
            "JB> citaat",
            "begin 644 x",
            "end",
            "To",
            "Subject",
            "Bedankt,",
            "\x00\x1b[31m",
        ),
        *("Zie mijn antwoorden hieronder in rood.", "[Piet Smit] Ja, dat kan.", "==> Nee.", "Jan", "Kan het eerder?"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("\n".join)


def own_lines(found: OwnWords) -> list[str]:
    return [line for line in found.own_words.split("\n") if line]


@settings(deadline=None, max_examples=300)
@given(TEXTS | st.text())
@example("> a\n\n> b")
def test_cutting_invents_nothing_and_loses_nothing(text):
    found = extract(text, None)
    given_lines = iter(line.rstrip() for line in clean(text).split("\n"))
    assert all(line in given_lines for line in own_lines(found)), "own lines are lines of the text, in their order"
    kept = own_lines(found) + [line for cut in found.cuts for line in cut.text.split("\n")]
    everything = [line.rstrip() for line in clean(text).split("\n") if line.strip()]
    assert sorted(line for line in kept if line.strip()) == sorted(everything)
    assert {cut.kind for cut in found.cuts} <= CUT_KINDS


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_the_same_through_html(text):
    html = "".join(
        f"<div>{line.replace('>', '&gt;').replace('<', '&lt;') or '<br>'}</div>" for line in text.split("\n")
    )
    given_lines = iter(line.text for line in to_text(html).lines)
    assert all(line in given_lines for line in own_lines(extract(None, html)))


@settings(deadline=None)
@given(st.text(), st.text())
def test_never_raises(plain, html):
    extract(plain, html)


@settings(deadline=None, max_examples=300)
@given(TEXTS | st.text())
def test_all_cuts_together_give_the_text_again(text: str) -> None:
    found = extract(text, None)
    whole = restored(found.own_words, found.cuts, range(len(found.cuts)))
    assert filled_lines(whole) == filled_lines(clean(text))


COLOURS = st.sampled_from(["", "color:red", "color:#0070C0", "background:yellow", "color:black"])


@settings(deadline=None, max_examples=200)
@given(st.lists(st.lists(st.tuples(COLOURS, PIECES), min_size=1, max_size=3), max_size=20))
def test_no_colour_invents_or_loses_a_letter(rows: list[list[tuple[str, str]]]) -> None:
    html = "".join(
        f"<p>{''.join(f'<span style={style!r}>{escape(text)}</span>' for style, text in row)}</p>" for row in rows
    )
    found = extract(None, html)
    if not any(line.bare for line in to_text(html).lines):
        return
    whole = restored(found.own_words, found.cuts, range(len(found.cuts)))
    assert "".join(whole.split()) == "".join(to_text(html).text.split())


def filled_lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]
