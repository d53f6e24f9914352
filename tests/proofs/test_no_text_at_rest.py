"""No mail text, no name, no address and no secret in any file that nudger left, after every command (promise M6)."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from nudger.privacy.archive import unseal
from tests.proofs.conftest import Day
from tests.proofs.world import CANARIES, colleagues, rare_words

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("proofs"), pytest.mark.timeout(600)]

ASKED_FOR = {"report.html"}
"""A page that a person asked for, to read: it holds the titles and own words of what waits."""


def forms(word: str) -> Iterator[bytes]:
    """The word as it may lie in a file: as it is, in UTF-16, in hex and in base64 wherever it begins."""
    for text in {word, word.lower()}:
        raw = text.encode()
        yield from (raw, text.encode("utf-16-le"), raw.hex().encode())
        for offset in range(3):
            coded = base64.b64encode(b"\0" * offset + raw)
            yield coded[4 * (offset > 0) : len(coded) - 4]


def leaks(content: bytes, words: Sequence[str]) -> set[str]:
    """Which of the words the content holds, in any form."""
    return {word for word in words if any(form in content for form in forms(word))}


def in_plain(content: bytes, words: Sequence[str]) -> set[str]:
    """Which of the words the content holds as they are, whatever the case."""
    text = content.lower()
    return {word for word in words if re.search(rb"(?<![a-z])" + re.escape(word.lower().encode()), text)}


def test_nothing_of_a_mail_is_left_in_any_file(day: Day) -> None:
    looked_at = [path for path in day.home.files() if path.name not in ASKED_FOR]
    assert {".db", ".db-wal", ".key", ".log", ".nudger", ".csv"} <= {path.suffix for path in looked_at}
    people = [*colleagues(), *colleagues().values()]
    for path in looked_at:
        content = path.read_bytes()
        assert not leaks(content, [*CANARIES.values(), *day.home.secrets]), path
        assert not in_plain(content, [*rare_words(), *people]), path


def test_nothing_of_a_mail_is_in_what_goes_to_another_computer(day: Day, tmp_path: Path) -> None:
    parts = unseal((day.home.folder / "out" / "reis.nudger").read_bytes(), day.phrase.read_text().strip(), tmp_path)
    assert any(name.endswith(".db") for name in parts)
    for name, content in parts.items():
        assert not leaks(content, [*CANARIES.values(), *day.home.secrets]), name
        assert not in_plain(content, [*rare_words(), *colleagues()]), name


def test_every_file_is_made_where_nudger_lives_or_where_it_was_asked_to(day: Day) -> None:
    written = {str(value) for ran in day.ran.values() for one in ran for event, value in one.notes if event == "open"}
    places = (str(day.home.folder / "home"), str(day.home.folder / "temp"), "/dev/")
    elsewhere = {path for path in written if Path(path).is_absolute() and not path.startswith(places)}
    assert elsewhere <= {str(day.home.folder / "out" / name) for name in ("report.html", "reis.nudger")}


def test_a_bug_is_told_without_the_words_that_it_stumbled_over(day: Day) -> None:
    bugs = [one for one in day.ran["poll"] if one.code == 1]
    assert len(bugs) == 2
    for one in bugs:
        assert "ValueError" in one.err
        assert "looking.py:" in one.err
        assert not leaks(one.text.encode(), [*CANARIES.values(), *rare_words(), *day.home.secrets])


def test_the_search_finds_what_is_hidden() -> None:
    word = CANARIES["own"]
    for hidden in (word, word.upper(), f"x{word}"):
        assert in_plain(f"een {word} daar".encode(), [word])
        for form in forms(hidden.lower()):
            assert leaks(b"\x00\x01" + form + b"\x02", [word])
    for offset in range(3):
        assert leaks(base64.b64encode(b"abc"[:offset] + word.encode() + b"tail"), [word])
