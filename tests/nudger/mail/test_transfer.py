"""Undoing transfer encodings and format=flowed, also on parts that were cut anywhere."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.mime.charset import decode
from nudger.mail.mime.transfer import joined, text_of, unbase64, unwrap
from nudger.mail.source import TEXT_LIMIT, Part


def part(encoding="7bit", **parameters):
    return Part("1", "text/plain", {"charset": "utf-8"} | parameters, encoding)


@given(st.binary(max_size=200), st.integers(0, 300))
def test_base64_cut_anywhere_gives_the_start(octets, cut):
    assert octets.startswith(unbase64(base64.encodebytes(octets)[:cut]))
    assert unbase64(base64.encodebytes(octets)) == octets


@given(st.binary(max_size=500))
def test_base64_of_anything_never_raises(octets):
    unbase64(octets)


@given(st.text(alphabet="idee\u00eb=\u20ac ", max_size=60), st.integers(0, 300))
def test_quoted_printable_cut_anywhere_gives_the_start(text, cut):
    encoded = quopri.encodestring(text.encode())
    assert text_of(part("quoted-printable"), encoded) == text
    assert text.startswith(decode(unwrap(encoded[:cut], "quoted-printable"), "utf-8", cut=True))


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_a_part_cut_at_the_limit_loses_no_more_than_half_a_character(encoding):
    whole = "\u20ac" * TEXT_LIMIT
    encoders = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    octets = encoders.get(encoding, bytes)(whole.encode())[:TEXT_LIMIT]
    assert set(text_of(part(encoding), octets)) == {"\u20ac"}


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "binary", "x-unknown", ""])
def test_other_encodings_are_none(encoding):
    assert unwrap(b"a=3Db", encoding) == b"a=3Db"


def test_lines_end_in_a_line_feed():
    assert text_of(part(), b"een\r\ntwee\rdrie\n") == "een\ntwee\ndrie\n"


def test_flowed_lines_are_joined_each_quote_level_on_its_own():
    text = "Dit is een \nlange regel.\n>> diep \n>> citaat\n> ondiep \nslot"
    assert joined(text, delete_space=False) == "Dit is een lange regel.\n>> diep citaat\n> ondiep \nslot"


def test_a_signature_mark_never_flows():
    assert joined("Groet \n-- \nJan", delete_space=False) == "Groet \n-- \nJan"


def test_delsp_takes_the_space_away():
    assert text_of(part(format="Flowed", delsp="Yes"), b"samen \r\ngesteld") == "samengesteld"


def test_stuffing_is_taken_away_but_the_authors_own_greater_than_stays_apart():
    assert joined(" From hier\n >eigen\n  ingesprongen", delete_space=False) == "From hier\n >eigen\n ingesprongen"


def test_only_plain_text_flows():
    assert text_of(Part("1", "text/html", {"format": "flowed"}), b"<p>a \nb") == "<p>a \nb"
