"""The verdict of a thread, computed from its message rows alone."""

from __future__ import annotations

from itertools import permutations

from nudger.ledger.summary import is_talk, summarise
from tests.factories import message_row

ROWS = [
    message_row(1, verdict="ask", worth=0.5, kind="question", role="from"),
    message_row(2, verdict="suggest", worth=0.7, kind="idea"),
    message_row(3, verdict="suggest", worth=0.7, kind="discussion", role="cc"),
]


def test_the_strongest_ungated_message_carries_the_thread() -> None:
    thread = summarise("t1", ROWS, people=4, authors=3)
    assert (thread.verdict, thread.worth, thread.best) == ("suggest", 0.7, "k3")
    assert (thread.own_start, thread.own_messages, thread.to_owner) == (True, 1, 1)


def test_a_thread_gate_on_one_message_closes_the_thread() -> None:
    gated = message_row(4, gates=("common.external",), thread_gate="common.external")
    thread = summarise("t1", [*ROWS, gated], people=4, authors=3)
    assert (thread.verdict, thread.gate) == ("leave", "common.external")
    assert not is_talk([*ROWS, gated])


def test_a_gated_message_neither_counts_nor_revives() -> None:
    absent = message_row(40, gates=("common.auto-reply",), verdict="leave", kind="", worth=None)
    thread = summarise("t1", [*ROWS, absent], people=4, authors=3)
    assert thread.messages == 3
    assert thread.last == ROWS[-1].sent
    assert thread.verdict == "suggest"


def test_the_order_of_reading_does_not_matter() -> None:
    rows = [*ROWS, message_row(4, gates=("b",), thread_gate="b"), message_row(5, gates=("a",), thread_gate="a")]
    results = {
        summarise("t1", sorted(order, key=lambda row: (row.sent, row.key)), people=4, authors=3)
        for order in permutations(rows)
    }
    assert len(results) == 1


def test_talk_needs_two_authors_and_a_reply() -> None:
    assert is_talk(ROWS)
    assert not is_talk(ROWS[:1])
    assert not is_talk([message_row(1), message_row(2, new_author=False)])
    assert not is_talk([message_row(n, kind="task") for n in (1, 2, 3)])
