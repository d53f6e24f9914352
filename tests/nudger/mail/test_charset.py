"""The charset ladder: only text codecs, never an exception, never an invented character."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.mime.charset import codec_name, decode


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf_8"),
        ('"UTF8"', "utf_8"),
        ("iso-8859-1", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("ANSI_X3.4-1968", "cp1252"),
        ("cp-850", "cp850"),
        ("windows-1252", "cp1252"),
        ("iso-8859-15", "iso8859_15"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("ISO-2022-JP-MS", "iso2022_jp_ext"),
        ("iso-8859-8-i", "iso8859_8"),
    ],
)
def test_a_charset_is_read_with_the_codec_that_is_really_meant(charset, codec):
    assert codec_name(charset) == codec


OTHER_CODECS = """
zlib hex base64 rot13 bz2 uu quopri punycode idna undefined unicode_escape raw_unicode_escape utf-7 unknown-8bit
x-user-defined none default binary ../../etc/passwd mbcs
"""


@pytest.mark.parametrize("charset", [*OTHER_CODECS.split(), "", " ", "\0", "A" * 5000, "ütf-8"])
def test_no_other_codec_is_ever_asked(charset, monkeypatch):
    asked = set()
    getter = codecs.getincrementaldecoder
    monkeypatch.setattr(codecs, "getincrementaldecoder", lambda name: asked.add(name) or getter(name))
    assert codec_name(charset) == ""
    assert decode(b"idee\xeb", charset) == "idee\u00eb"
    assert asked == {"utf_8"}


@pytest.mark.parametrize(
    ("octets", "charset", "text"),
    [
        ("idee\u00ebn".encode(), "iso-8859-1", "idee\u00ebn"),  # UTF-8 under a wrong name
        ("idee\u00ebn \u20ac".encode("cp1252"), "iso-8859-1", "idee\u00ebn \u20ac"),
        ("idee\u00ebn".encode("cp1252"), "utf-8", "idee\u00ebn"),
        ("idee\u00ebn".encode("cp1252"), "", "idee\u00ebn"),
        (b"\x93quote\x94", "x-unknown", "\u201cquote\u201d"),
        (
            "caf\u00e9 \u20ac".encode() + b" \xe9",
            "utf-8",
            "caf\u00e9 \u20ac \u00e9",
        ),  # one foreign octet spoils nothing
        ("\u65e5\u672c".encode("iso2022_jp"), "iso-2022-jp", "\u65e5\u672c"),
        ("\u20ac".encode("utf-16"), "utf-16", "\u20ac"),
        (codecs.BOM_UTF8 + b"idee", "us-ascii", "idee"),
        (b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
    ],
)
def test_text_is_what_was_written(octets, charset, text):
    assert decode(octets, charset) == text


@given(
    st.binary(), st.sampled_from(["", "utf-8", "iso-8859-1", "utf-16", "iso-2022-jp", "gb2312", "big5", "utf-32", "hz"])
)
def test_any_octets_become_text_without_surrogates(octets, charset):
    decode(octets, charset).encode("utf-8")


@given(st.text(), st.integers(0, 100))
def test_cutting_never_invents_a_character(text, cut):
    octets = text.encode()
    assert decode(octets) == text.removeprefix("\ufeff")
    assert text.removeprefix("\ufeff").startswith(decode(octets[:cut], cut=True))
