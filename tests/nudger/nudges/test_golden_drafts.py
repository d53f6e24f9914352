"""Drafts of written mail: twenty kept to read, and all that are worth posting looked at for what no post may carry."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from nudger.mail.labelled import message_of
from nudger.nudges.drafts import draft, personal
from nudger.show import sentence
from tests.nudger.nudges.golden_drafts import FOLDER, drafted, golden, row_of

FILES = sorted(FOLDER.glob("*.txt"))
GREETS = re.compile(
    r"(?:beste|hoi|hallo|dag|hey|lieve|geachte|dear|hi|hello)\b(?: \S+){0,3},|\[…\],|(?-i:[A-Z]\w+ [A-Z]\w+,)",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"\b(?:\+31|0)[ -]?[1-9](?:[ -]?\d){8}\b|\b[A-Z]{2}\d{2} ?[A-Z]{4}|\S@\S+\.\w")
WISHES = re.compile(r"(?:groet(?:en)?|regards|cheers|mvg|gr)[\s.,]*\Z", re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mail_becomes_the_draft_that_was_looked_at(path: Path) -> None:
    text = path.read_text("utf-8")
    assert golden(row_of(text)) == text


def test_there_are_twenty_in_both_languages() -> None:
    languages = [drafted(row_of(path.read_text("utf-8"))).draft.language for path in FILES]
    assert len(languages) == 20
    assert min(languages.count("nl"), languages.count("en")) >= 8


@pytest.mark.shared
@pytest.mark.parametrize("name", ["nl-train.jsonl", "en-train.jsonl"])
def test_no_draft_of_what_is_worth_posting_carries_what_no_post_may(shared: Path, name: str) -> None:
    lines = (shared / "data" / "own" / name).read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["repost"] >= 2]
    assert len(rows) > 100
    for row in rows:
        assert not list(_wrong(row)), row["id"]


def _wrong(row: dict[str, object]) -> list[str]:
    """What is wrong with the draft of a mail, in words."""
    message, made = message_of(row), drafted(row)
    body, whole = made.draft.body, f"{made.draft.title}\n{made.draft.body}"
    author = re.findall(r"[^\W\d_]{4,}", message.sender.name if message.sender else "")
    words, _, question = body.rpartition("\n\n")
    theirs = [line.strip() for cut in message.cuts for line in cut.text.split("\n") if len(line.strip()) > 15]
    faults = {
        "personal data": bool(personal(whole, [message])),
        "a number or an address": bool(NUMBERS.search(whole)),
        "another's words": any(line in body for line in theirs) or bool(re.search(r"^\s*>", body, re.MULTILINE)),
        "a greeting": bool(GREETS.match(body)),
        "a wish at the end": bool(WISHES.search(words or body)),
        "a signature": any(name in (words or body).split("\n")[-1] for name in author),
        "no question": "?" not in question,
        "words in a template": made.own and _in_template(row),
    }
    return [name for name, wrong in faults.items() if wrong]


def _in_template(row: dict[str, object]) -> bool:
    """Whether the draft for a colleague's reader holds any of the author's words."""
    message = message_of(row)
    template = draft([message], "zorg", sentence, kind=str(row["kind"])).draft
    lines = [line.strip() for line in message.core.split("\n") if len(line.strip()) > 15]
    return bool(template.title) or any(line in template.body for line in lines)
