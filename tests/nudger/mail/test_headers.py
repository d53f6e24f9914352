"""The header block: fields, encoded words, dates and ids."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.errors import Unreadable
from nudger.mail.mime.headers import FIELD_LIMIT, Headers, decoded, identifiers, message_id, moment, shown
from nudger.mail.mime.parameters import assembled, parameters


def test_fields_are_unfolded_and_kept_in_order():
    headers = Headers(b"To: a@x.example,\r\n\tb@x.example\r\nReceived: 1\r\nRECEIVED: 2\r\n\r\n")
    assert headers.first("to") == "a@x.example,\tb@x.example"
    assert headers.all("received") == ["1", "2"]
    assert headers.only("received") == ""
    assert headers.only("to") == headers.first("to")
    assert headers.first("from") == ""


@pytest.mark.parametrize("line", [b"no colon here", b"=?broken", b"From jan Mon Nov 23", b": no name", b"\xff: odd"])
def test_an_odd_line_hides_nothing(line):
    headers = Headers(b"Subject: een\r\n" + line + b"\r\nFrom: jan@acme.example\r\n")
    assert headers.first("subject") == "een"
    assert headers.all("from") == ["jan@acme.example"]


def test_a_space_before_the_colon_is_forgiven_so_that_two_senders_are_seen():
    assert Headers(b"From : a@x.example\r\nFrom: b@x.example\r\n").only("from") == ""


def test_carriage_returns_alone_end_lines_only_where_there_is_no_line_feed():
    assert Headers(b"From: a\rSubject: b\r").first("subject") == "b"
    assert Headers(b"Subject: b\rFrom: a\r\nTo: c\r\n").all("from") == []


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        ("Idee\u00ebn".encode(), "Idee\u00ebn"),
        ("Idee\u00ebn".encode("cp1252"), "Idee\u00ebn"),
        (b"\x93a\x94", "\u201ca\u201d"),
    ],
)
def test_raw_octets_are_utf8_or_cp1252(octets, text):
    assert Headers(b"Subject: " + octets + b"\r\n").first("subject") == text


@pytest.mark.parametrize("block", [b"X: " + b"a" * 140_000, b"X: a\r\n" * 1_001, b"A:\n" + b" \n" * 1_000])
def test_a_block_that_is_too_large_is_refused(block):
    with pytest.raises(Unreadable, match="header-too-large"):
        Headers(block)


def test_one_field_that_is_too_long_is_cut_and_remembered():
    headers = Headers(b"Subject: " + b"a" * 5_000 + b"\r\nTo: " + b"b" * 5_000 + b"\r\n")
    assert len(headers.first("subject")) == FIELD_LIMIT
    assert headers.cut == {"subject"}


def test_of_a_long_conversation_both_ends_are_kept():
    value = b" ".join(b"<%d@x.example>" % number for number in range(3_000))
    ids = list(identifiers(Headers(b"References: " + value).first("references")))
    assert ids[0] == "<0@x.example>"
    assert ids[-1] == "<2999@x.example>"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?Q?Idee=C3=ABn?=", "Idee\u00ebn"),
        ("=?UTF-8?B?SWRlZcOrbg==?=", "Idee\u00ebn"),
        ("=?iso-8859-1?q?a_b?= =?iso-8859-1?q?_c?=", "a b c"),
        ("=?utf-8?B?ww==?= =?utf-8?B?qw==?=", "\u00eb"),  # one character in two words
        ("=?utf-8*nl?Q?idee?=", "idee"),
        ("Re: =?utf-8?Q?een?= en =?utf-8?Q?twee?=", "Re: een en twee"),
        ("=?utf-8?Q?a?= =?iso-8859-1?Q?=EB?=", "a\u00eb"),
        ("=?zlib?B?eJwDAAAAAAE=?=", decoded("=?x-unknown?B?eJwDAAAAAAE=?=")),
        ("=?utf-8?B?!!!?=", ""),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ("=?utf-8?Q?a", "=?utf-8?Q?a"),
        ("=?utf-8?Q?Een idee?=", "Een idee"),
    ],
)
def test_encoded_words(value, text):
    assert decoded(value) == text


def test_what_is_shown_has_no_control_characters_and_is_one_line():
    assert shown("=?utf-8?Q?Jan=0D=0AFrom=3A_x=1B[31m=E2=80=AE?=") == "Jan From: x[31m"
    assert shown("a" * 5_000, 10) == "a" * 10


@given(st.text(max_size=300))
def test_decoding_any_value_never_raises(value):
    shown(value).encode("utf-8")


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0100", (2026, 11, 23, 9)),
        ("23 Nov 2026 10:00 GMT", (2026, 11, 23, 10)),
        ("Mon, 23 Nov 2026 10:00:00 -0000", (2026, 11, 23, 10)),
        ("Thu, 25 Oct 2001 07:20:04 -0700 (PDT)", (2001, 10, 25, 14, 20, 4)),
        ("Mon, 31 Dec 2016 23:59:60 +0000", (2016, 12, 31, 23, 59, 59)),
        ("Mon, 23 Nov 2026 10:00:00 +9900", None),
        ("Mon, 30 Feb 2026 10:00:00 +0100", None),
        ("Mon, 23 Nov 99999 10:00:00 +0100", None),
        ("gisteren", None),
        ("", None),
        ("1" * 5_000, None),
    ],
)
def test_dates(value, when):
    assert moment(value) == (when and datetime(*when, tzinfo=UTC))


@given(st.text(max_size=60))
def test_any_date_is_a_moment_or_none(value):
    found = moment(value)
    assert found is None or found.tzinfo is UTC


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<a@b.example>", "<a@b.example>"),
        ("  <a@b.example> (comment) <c@d.example>", "<a@b.example>"),
        ("<[a1b2@exchange.example]>", "<[a1b2@exchange.example]>"),
        ("a@b.example", "<a@b.example>"),
        ("<>", ""),
        ("<a b@c.example>", ""),
        ("<" + "a" * 300 + "@b.example>", ""),
        ("<caf\u00e9@b.example>", ""),
        ("", ""),
    ],
)
def test_message_ids(value, expected):
    assert message_id(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('text/plain; charset="utf-8"; Format=flowed', {"charset": "utf-8", "format": "flowed"}),
        ('x/y; name="a\\"b;c.txt"; name=second', {"name": 'a"b;c.txt'}),
        ("x/y; filename*=utf-8'nl'idee%C3%ABn.txt", {"filename": "idee\u00ebn.txt"}),
        ("x/y; name*0*=utf-8''id%C3; name*1*=%ABe; name*2=.txt", {"name": "id\u00ebe.txt"}),
        ("x/y; name*1=b; name*0=a", {"name": "ab"}),
        ("x/y; name*=broken", {"name": "broken"}),
        ('x/y; name="open', {"name": "open"}),
        (";;;;=;a", {}),
    ],
)
def test_parameters(value, expected):
    assert parameters(value) == expected


@given(st.dictionaries(st.text(alphabet="abn*01", max_size=8), st.text(max_size=20), max_size=8))
def test_any_pieces_can_be_assembled(raw):
    for value in assembled(raw).values():
        value.encode("utf-8")
