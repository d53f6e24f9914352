"""The shipped gates on labelled mail: they stop hardly anything that may be posted, and what is clearly private."""

from __future__ import annotations

import hashlib

import pytest

from nudger.mail.labelled import examples
from rules.engine import findings
from rules.pack import builtin_packs

pytestmark = pytest.mark.shared

WRITTEN = ["own/nl-train.jsonl", "own/en-train.jsonl"]
REAL = ["public/labelled.jsonl.gz"]


def stopped(shared, files, wanted):
    """For each message that is wanted, whether a gate in words (not one of structure) stops its thread."""
    packs = builtin_packs()[1:]
    chosen = [each for each in examples(shared / "data" / file for file in files) if wanted(each)]
    return [any(finding.gate == "thread" for finding in findings(packs, each.message)) for each in chosen]


def postable(example):
    return example.label.repost >= 2 and example.label.sensitive == 0 and not held_out(example)


def private(example):
    return example.label.sensitive == 2


def held_out(example):
    sender = example.message.sender.email if example.message.sender else ""
    return hashlib.sha256(sender.encode()).hexdigest()[0] in "012"


@pytest.mark.parametrize("files", [WRITTEN, REAL], ids=["written", "real"])
def test_less_than_one_in_a_hundred_that_may_be_posted_is_stopped(shared, files):
    stops = stopped(shared, files, postable)
    assert len(stops) > 200
    assert sum(stops) / len(stops) < 0.01


def test_most_of_what_is_clearly_private_is_stopped_by_its_words(shared):
    stops = stopped(shared, WRITTEN, private)
    assert sum(stops) / len(stops) > 0.7
