"""Threads: sixty written pairs, list mail whose ids were damaged, any order, any index, in time."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.subjects import topic_of
from nudger.mail.threads import PARENTS, MemoryIndex, links, place
from rules.message import Address, Message

PAIRS = tomllib.loads((Path(__file__).parents[2] / "golden" / "threads.toml").read_text(encoding="utf-8"))["pair"]
START = datetime(2025, 6, 2, 9, tzinfo=UTC)
OWNER = frozenset(["fatima@voorbeeld.example"])


def hashed(value: str) -> str:
    """A key function as a ledger would use."""
    return hashlib.sha256(value.encode()).hexdigest()


def person(name: str) -> Address:
    if name.startswith("?"):
        return Address(name[1:], "", None)
    return Address(name.title(), f"{name}@voorbeeld.example", True)


def message(number: int, mail: dict[str, Any]) -> Message:
    """A Message from one line of the golden file."""
    topic = topic_of(mail["subject"])
    return Message(
        id=f"<{mail.get('id', number)}@voorbeeld.example>",
        references=tuple(f"<{name}@voorbeeld.example>" for name in mail.get("refs", "").split()),
        conversation=tuple(f"{kind}:{mail[kind]}" for kind in ("outlook", "gmail") if kind in mail),
        sent=START + timedelta(days=mail["day"]),
        sender=person(mail["from"]),
        to=tuple(map(person, mail["to"].split())),
        subject=mail["subject"],
        topic=topic.text,
        is_reply=topic.is_reply,
        is_forward=topic.is_forward,
    )


def threads_of(messages: Iterable[Message], key: Callable[[str], str] = str) -> list[str]:
    """The thread of each message once all have been read."""
    index = MemoryIndex()
    placed = [place(links(one, owner=OWNER, key=key), index) for one in messages]
    return [index.current(thread) for thread in placed]


@pytest.mark.parametrize("key", [str, hashed], ids=["plain", "keyed"])
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["why"] for pair in PAIRS])
def test_written_pair(pair: dict[str, Any], key: Callable[[str], str]) -> None:
    first, *_, last = threads_of(map(message, count(), pair["mails"]), key)
    assert (first == last) is pair["same"], pair["why"]


def test_sixty_pairs() -> None:
    assert len(PAIRS) == 60


# --- List mail -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    with gzip.open(shared / "data" / "public" / "threads.jsonl.gz", "rt", encoding="utf-8") as lines:
        return sorted(map(json.loads, lines), key=lambda row: (row["date"], row["message_id"]))


def list_message(row: dict[str, Any], id_: str, references: tuple[str, ...]) -> Message:
    """A Message from a row: the sender by display name only, the list as addressee."""
    topic = topic_of(row["subject"])
    return Message(
        id=id_,
        references=references,
        sent=datetime.fromisoformat(row["date"]),
        sender=Address(row["from"].rpartition("<")[0].strip(), "", None),
        to=tuple(Address(name, "", None) for name in row["to"]),
        subject=row["subject"],
        topic=topic.text,
        is_reply=topic.is_reply,
        is_forward=topic.is_forward,
    )


def damaged(rows: Iterable[dict[str, Any]], seed: int) -> list[Message]:
    """Every fifth In-Reply-To gone, every twentieth Message-ID broken."""
    draw = random.Random(seed)
    messages = []
    for number, row in enumerate(rows):
        parent = row["in_reply_to"]
        references = (parent,) if parent and draw.random() >= 0.20 else ()
        id_ = row["message_id"] if draw.random() >= 0.05 else f"<broken-{number}>"
        messages.append(list_message(row, id_, references))
    return messages


def pairs(groups: Iterable[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def precision_recall_f1(rows: Sequence[dict[str, Any]], messages: Iterable[Message]) -> tuple[float, float, float]:
    """Of pairs of messages that are, and are said to be, in one thread."""
    found, truth = threads_of(messages), [row["thread"] for row in rows]
    right = pairs(zip(found, truth, strict=True))
    precision, recall = right / pairs(found), right / pairs(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_damaged_ids(rows: list[dict[str, Any]], seed: int) -> None:
    assert precision_recall_f1(rows, damaged(rows, seed))[2] >= 0.95


@pytest.mark.shared
def test_damaged_ids_in_any_order(rows: list[dict[str, Any]]) -> None:
    shuffled = random.Random(5).sample(rows, len(rows))
    assert precision_recall_f1(shuffled, damaged(shuffled, 1))[2] >= 0.94


@pytest.mark.shared
def test_subjects_alone(rows: list[dict[str, Any]]) -> None:
    bare = [list_message(row, f"<{number}>", ()) for number, row in enumerate(rows)]
    precision, _, f1 = precision_recall_f1(rows, bare)
    assert f1 >= 0.90
    assert precision >= 0.94


@pytest.mark.shared
def test_speed(rows: list[dict[str, Any]]) -> None:
    messages = damaged(rows, 1)
    start = time.process_time()
    threads_of(messages)
    assert len(messages) / (time.process_time() - start) > 20_000


# --- Laws ------------------------------------------------------------------------------------------------------------


def bare_message(number: int, references: Iterable[int], conversation: Iterable[int] = (), topic: str = "") -> Message:
    return Message(
        id=f"<{number}>",
        references=tuple(f"<{reference}>" for reference in references),
        conversation=tuple(f"outlook:{name}" for name in conversation),
        sent=START,
        topic=topic,
    )


def components(messages: Sequence[Message]) -> list[int]:
    """Brute force: which messages hang together through any shared id, by repainting until nothing changes."""
    names = [{message.id, *message.references} for message in messages]
    colours = list(range(len(messages)))
    changed = True
    while changed:
        changed = False
        for one in range(len(messages)):
            for other in range(one):
                if names[one] & names[other] and colours[one] != colours[other]:
                    colours[one] = colours[other] = min(colours[one], colours[other])
                    changed = True
    return colours


@given(st.lists(st.lists(st.integers(0, 12), max_size=3, unique=True), min_size=1, max_size=10))
def test_ids_of_one_topic_tie_as_a_graph_does_in_any_order(references: list[list[int]]) -> None:
    messages = [bare_message(number, refs, topic="overdracht") for number, refs in enumerate(references)]
    found, truth = threads_of(messages), components(messages)
    assert pairs(zip(found, truth, strict=True)) == pairs(found) == pairs(truth)


@given(st.permutations([bare_message(number, range(number)) for number in range(6)]))
def test_the_thread_that_was_created_first_wins(messages: list[Message]) -> None:
    assert set(threads_of(messages)) == {messages[0].id}


def test_older_thread_takes_in_the_younger() -> None:
    index = MemoryIndex()
    early, late, between = bare_message(1, []), bare_message(3, [2]), bare_message(2, [1])
    assert place(links(early), index) == "<1>"
    assert place(links(late), index) == "<3>"
    assert place(links(between), index) == "<1>"
    assert index.current("<3>") == "<1>"


def mails(*rows: dict[str, Any]) -> list[Message]:
    return [message(number, row) for number, row in enumerate(rows)]


def test_a_reply_with_another_subject_to_somebody_new_stays() -> None:
    found = threads_of(
        mails(
            {"id": "a1", "from": "jan", "to": "fatima", "day": 0, "subject": "Nachtkast"},
            {"id": "a2", "from": "fatima", "to": "priya", "day": 1, "subject": "RE: Bedside table", "refs": "a1"},
        )
    )
    assert found[0] == found[1]


def test_a_thread_begun_on_an_old_mail_does_not_take_that_mail_along() -> None:
    found = threads_of(
        mails(
            {"id": "a1", "from": "jan", "to": "fatima", "day": 0, "subject": "Cursus tiltechniek"},
            {"id": "b1", "from": "fatima", "to": "karin", "day": 1, "subject": "Afscheid van Riet", "refs": "a1"},
            {"id": "a2", "from": "jan", "to": "fatima piet", "day": 2, "subject": "Tilcursus", "refs": "a1"},
        )
    )
    assert found[0] == found[2] != found[1]


@pytest.mark.parametrize(
    "last",
    [
        {"from": "karin", "to": "fatima", "day": 4, "subject": "Rust op de gang"},
        {"from": "karin", "to": "fatima", "day": 150, "subject": "Re: Rust op de gang", "refs": "a3"},
    ],
    ids=["topic and person", "topic"],
)
def test_a_merged_thread_keeps_topics_and_people_of_both(last: dict[str, Any]) -> None:
    found = threads_of(
        mails(
            {"id": "a1", "from": "jan", "to": "fatima", "day": 0, "subject": "Stille uren"},
            {"id": "a3", "from": "karin", "to": "fatima", "day": 2, "subject": "Re: Rust op de gang", "refs": "a2"},
            {"id": "a2", "from": "fatima", "to": "jan", "day": 1, "subject": "Re: Stille uren", "refs": "a1"},
            last,
        )
    )
    assert len(set(found)) == 1


@pytest.mark.parametrize("year", [1, 1970, 2038, 9999])
def test_any_clock_can_be_placed(year: int) -> None:
    first = bare_message(1, [], topic="Idee voor de hal")
    odd = Message(id="<2>", sent=datetime(year, 1, 1, tzinfo=UTC), topic="Idee voor de hal", is_reply=True)
    assert len(set(threads_of([first, odd]))) == 2


def test_owner_is_nobody_in_particular() -> None:
    mail = message(1, {"from": "fatima", "to": "jan fatima", "day": 0, "subject": "x"})
    assert links(mail, owner=OWNER).people == {"jan@voorbeeld.example"}
    assert links(mail).people == {"jan@voorbeeld.example", "fatima@voorbeeld.example"}


def test_every_id_and_topic_is_keyed() -> None:
    mail = bare_message(1, [2, 3], [4], topic="Idee voor de hal")
    tied = links(mail, key=lambda value: f"key of {value}")
    assert all(value.startswith("key of ") for value in (tied.id, tied.topic, *tied.parents, *tied.conversations))


def test_endless_references_are_cut_nearest_first() -> None:
    tied = links(bare_message(100_000, range(99_999)))
    assert len(tied.parents) == PARENTS
    assert tied.parents[0] == "<99998>"


def test_many_threads_of_one_topic_stay_fast() -> None:
    mails = [
        message(number, {"from": "jan", "to": "piet", "day": number * 5, "subject": "RE: Weekoverleg"})
        for number in range(3_000)
    ]
    start = time.process_time()
    assert len(set(threads_of(mails))) == 3_000
    assert time.process_time() - start < 3
