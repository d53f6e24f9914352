"""Language: right on short mail, on mixed mail, with and without the extra; hints only where the text is silent."""

from __future__ import annotations

import json
import random
import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.words import language as module
from nudger.mail.words import stopwords
from nudger.mail.words.language import language

TINY = tomllib.loads((Path(__file__).parents[2] / "golden" / "language.toml").read_text(encoding="utf-8"))
SENTENCE_END = re.compile(r"(?<=[.!?\n])\s+")


@pytest.fixture(params=["with the extra", "without"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """The same function, with py3langid and as on an installation without the extra ``language``."""
    if request.param == "without":
        monkeypatch.setattr(module, "_ranker", lambda: None)
    else:
        pytest.importorskip("py3langid")
    return language


@pytest.mark.parametrize(("expected", "text"), [(name, text) for name in TINY for text in TINY[name] if text != "Jan"])
def test_tiny(expected: str, text: str, either: Callable[..., str]) -> None:
    assert either(text) == expected


@pytest.mark.parametrize("text", ["", "OK", "12:30", "Thanks!", "update"])
def test_hint_decides_where_the_text_is_silent(text: str, either: Callable[..., str]) -> None:
    assert either(text, hint="nl") == "nl"
    assert either(text, hint="en") == "en"


def test_hint_never_overrules_the_text(either: Callable[..., str]) -> None:
    assert either("Akkoord, doen we", hint="en") == "nl"
    assert either("Sounds good", hint="nl") == "en"


def test_addresses_and_links_do_not_count() -> None:
    link = "https://intranet.voorbeeld.example/het/nieuws/van/de/afdeling/en/wij"
    assert language(f"Please look at {link} {link}") == "en"


def test_majority_of_running_words_decides() -> None:
    dutch = "Ik denk dat we dit niet moeten doen, want het kost te veel."
    english = "I think that we should not do this, because it costs too much."
    assert language(dutch + " " + dutch + " " + english) == "nl"
    assert language(dutch + " " + english + " " + english) == "en"


def test_no_word_stands_in_two_lists() -> None:
    lists = "DUTCH ENGLISH OTHER DUTCH_OR_OTHER ENGLISH_OR_OTHER DUTCH_OR_ENGLISH"
    counts = Counter(word for name in lists.split() for word in getattr(stopwords, name).split())
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.shared
@pytest.mark.parametrize("expected", ["nl", "en"])
def test_shared_mail(expected: str, shared: Path, either: Callable[..., str]) -> None:
    lines = (shared / "data" / "own" / f"{expected}-train.jsonl").read_text(encoding="utf-8").splitlines()
    bodies = [json.loads(line)["body"] for line in lines]
    sentences = sorted({part.strip() for body in bodies for part in SENTENCE_END.split(body)})
    short = [sentence for sentence in sentences if 2 <= len(sentence.split()) <= 8]
    drawn = random.Random(7).sample(short, 600)
    assert sum(either(body) == expected for body in bodies) / len(bodies) >= 0.99
    assert sum(either(sentence, hint=expected) == expected for sentence in drawn) / len(drawn) >= 0.96
    assert sum(either(sentence) == expected for sentence in drawn) / len(drawn) >= 0.88


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    assert language(text) in {"nl", "en", "other", "unknown"}


@pytest.mark.parametrize("piece", ["@", "://", "a", " ", "'", "é", "a@", "een ", "x' "])
def test_bounded_time(piece: str) -> None:
    start = time.process_time()
    language(piece * 1_000_000)
    assert time.process_time() - start < 0.5


def test_fast_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ranker", lambda: None)
    texts = [text for name in TINY for text in TINY[name]] * 500
    start = time.process_time()
    for text in texts:
        language(text)
    assert len(texts) / (time.process_time() - start) > 50_000
