"""Labelled rows pass the same reading as mail from a mailbox."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest

from nudger.mail import labelled
from nudger.mail.labelled import examples, mail_of, message_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from tests.nudger.mail.mails import raw_of

ROW = {
    "id": "nl-x-001",
    "from": "Hilde Maassen <hilde@jeugd.example>",
    "to": ["team@jeugd.example"],
    "cc": [],
    "subject": "RE: eerste bladzijde",
    "date": "Tue, 03 Sep 2024 14:18:49 +0200",
    "headers": {"In-Reply-To": "<a@jeugd.example>"},
    "body": "Dag allemaal,\n\nMijn idee\u00eb: we laten de eerste bladzijde leeg.\n\nHilde",
    "kind": "idea",
    "repost": 3,
    "sensitive": 0,
}
REAL = ROW | {"id": "t1", "source": "enron", "from": "a.b@enron.com", "to": ["c..d@enron.com"], "subject": "Gas desk"}


def written(tmp_path, *rows, name="rows.jsonl"):
    path = tmp_path / name
    octets = "\n".join(map(json.dumps, rows)).encode()
    path.write_bytes(gzip.compress(octets) if name.endswith(".gz") else octets)
    return path


def groups(tmp_path, *rows):
    return [example.group for example in examples([written(tmp_path, *rows)])]


def test_a_row_becomes_an_example(tmp_path):
    (example,) = examples([written(tmp_path, ROW)])
    found = example.message
    assert (example.label.kind, example.label.repost, example.label.sensitive) == ("idea", 3, 0)
    assert example.source == "rows.jsonl#nl-x-001"
    assert "we laten de eerste bladzijde leeg" in found.core
    assert (found.internal, found.topic, found.is_reply) == (True, "eerste bladzijde", True)
    assert found.references == ("<a@jeugd.example>",)
    assert found.language == "nl"


def test_it_is_the_very_reading_of_a_mailbox():
    seen = Perspective(domains=frozenset({"jeugd.example"}))
    assert message_of(ROW) == read(raw_of(mail_of(ROW)), seen, now=labelled.UNDATED)


def test_real_rows_are_seen_from_inside_their_firm():
    assert message_of(REAL).internal is True
    assert message_of(REAL | {"from": "a@elders.example"}).internal is False
    assert message_of(ROW | {"source": "enron-told-anew"}).internal is True


def test_the_number_of_addressees_is_true_where_the_row_kept_the_first_only():
    found = message_of(REAL | {"n_to": 88})
    assert found.addressees == 88
    assert found.internal is True


@pytest.mark.parametrize(("written_as", "media_type"), [("text/html; charset=x", "text/html"), ("", "text/plain")])
def test_the_media_type_is_that_of_the_original(written_as, media_type):
    assert message_of(REAL | {"headers": {"Content-Type": written_as}}).media_type == media_type


def test_a_value_cannot_add_a_field():
    found = message_of(ROW | {"subject": "a\r\nList-Id: b", "headers": {"X-A": "c\nPrecedence: bulk"}})
    assert (found.list_id, found.precedence) == ("", "")


def test_a_row_that_cannot_be_read_is_not_dropped(tmp_path):
    path = written(tmp_path, ROW | {"subject": "x", "headers": {f"X-{n}": "x" for n in range(1_200)}}, ROW)
    first, second = examples([path])
    assert (first.message.own_words, first.message.sent_sure, first.label.kind) == ("", False, "idea")
    assert second.message.own_words


def test_real_rows_of_one_sender_topic_or_original_stay_together(tmp_path):
    rows = [
        REAL,
        REAL | {"id": "t2", "subject": "Other"},  # the same sender
        REAL | {"id": "t3", "from": "x@enron.com", "subject": "RE: other"},  # the topic of t2
        REAL | {"id": "t4", "from": "y@enron.com", "subject": ""},
        REAL | {"id": "t5", "from": "z@enron.com", "subject": ""},  # no subject is no topic
        REAL | {"id": "t4", "source": "enron-told-anew", "from": "q@bank.example", "subject": "anders"},
    ]
    found = groups(tmp_path, *rows)
    assert found[0] == found[1] == found[2]
    assert found[3] == found[5]
    assert len(set(found)) == 3


def test_written_rows_of_one_domain_stay_together(tmp_path):
    rows = [ROW, ROW | {"id": "2", "from": "x@jeugd.example"}, ROW | {"id": "3", "from": "x@elders.example"}]
    first, second, third = groups(tmp_path, *rows)
    assert first == second != third


@pytest.mark.shared
def test_all_rows_are_read(shared):
    paths = [
        shared / "data" / name for name in ("public/labelled-nl.jsonl.gz", "own/nl-train.jsonl", "own/en-train.jsonl")
    ]
    found = list(examples(paths))
    assert len(found) == 950
    assert not [example.source for example in found if "unreadable" in example.message.id]
    assert Counter(example.message.internal for example in found)[True] >= 920
    assert sum(not example.message.own_words for example in found) <= 20  # bare forwards
    assert Counter(example.group for example in found).most_common(1)[0][1] <= 40
