"""nudger/mail/structure: which part is the text, and BODYSTRUCTUREs as servers really send them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient.response_parser import parse_fetch_response

from nudger.errors import Unreadable
from nudger.mail.mime.structure import (
    DEPTH_LIMIT,
    PART_LIMIT,
    choose_text,
    choose_texts,
    is_hollow,
    parts_from_bodystructure,
)
from nudger.mail.source import TEXT_LIMIT, Part

MIXED, ALTERNATIVE, RELATED = "multipart/mixed", "multipart/alternative", "multipart/related"
SIGNED, REPORT = "multipart/signed", "multipart/report"


def part(section: str, media_type: str = "text/plain", *inside: str, size: int = 100, disposition: str = "") -> Part:
    return Part(section, media_type, size=size, inside=inside, disposition=disposition)


def html(section: str, *inside: str, size: int = 100) -> Part:
    return part(section, "text/html", *inside, size=size)


CHOICES: dict[str, tuple[list[Part], str]] = {
    "nothing": ([], ""),
    "one text": ([part("1")], "1"),
    "one html": ([html("1")], "1"),
    "no text at all": ([part("1", "application/pdf")], ""),
    "plain before html": ([part("1", "text/plain", ALTERNATIVE), html("2", ALTERNATIVE)], "1"),
    "html before plain": ([html("1", ALTERNATIVE), part("2", "text/plain", ALTERNATIVE)], "2"),
    "plain is an empty line": ([part("1", "text/plain", ALTERNATIVE, size=2), html("2", ALTERNATIVE)], "2"),
    "all are empty": ([part("1", "text/plain", ALTERNATIVE, size=0), html("2", ALTERNATIVE, size=0)], "1"),
    "html with pictures, then plain": (
        [
            html("1.1", ALTERNATIVE, RELATED),
            part("1.2", "image/png", ALTERNATIVE, RELATED),
            part("2", "text/plain", ALTERNATIVE),
        ],
        "2",
    ),
    "an alternative in a mixed": (
        [html("1.1", MIXED, ALTERNATIVE), part("1.2", "text/plain", MIXED, ALTERNATIVE), part("2", "image/png", MIXED)],
        "1.2",
    ),
    "a plain footer below an html body": ([html("1", MIXED), part("2", "text/plain", MIXED)], "1"),
    "another alternative is no twin": (
        [html("1.1", MIXED, ALTERNATIVE), part("2.1", "text/plain", MIXED, ALTERNATIVE)],
        "1.1",
    ),
    "an attached text first": ([part("1", disposition="attachment"), part("2", "text/plain", MIXED)], "2"),
    "an inline text": ([part("1", disposition="inline")], "1"),
    "a forwarded message": (
        [part("1", "message/rfc822", MIXED), part("2.1", "text/plain", MIXED, "message/rfc822")],
        "",
    ),
    "signed": ([part("1", "text/plain", SIGNED), part("2", "text/plain", SIGNED)], "1"),
    "a signature that is a text": ([part("1", "image/png", SIGNED), part("2", "text/plain", SIGNED)], ""),
    "signed within mixed": ([part("1.1", "text/plain", MIXED, SIGNED), part("2", "text/plain", MIXED)], "1.1"),
    "signed over mixed": ([html("1.1", SIGNED, MIXED), part("1.2", "text/plain", SIGNED, MIXED)], "1.1"),
    "a report": ([part("1", "text/plain", REPORT), part("3", "text/plain", REPORT)], "1"),
    "a report whose words are not first": ([part("1", "image/png", REPORT), part("2", "text/plain", REPORT)], ""),
    "other texts": ([part("1", "text/calendar"), part("2", "text/rfc822-headers")], ""),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "section"), CHOICES.values(), ids=CHOICES.keys())
def test_the_text(parts: list[Part], section: str) -> None:
    chosen = choose_text(parts)
    assert (chosen.section if chosen else "") == section


def test_the_html_twin_comes_along_while_it_is_small() -> None:
    plain, small, large = (
        part("1", "text/plain", ALTERNATIVE),
        html("2", ALTERNATIVE),
        html("2", ALTERNATIVE, size=TEXT_LIMIT),
    )
    assert choose_texts([plain, small]) == (plain, small)
    assert choose_texts([plain, large]) == (plain,)
    assert choose_texts([small]) == (small,)
    assert choose_texts([part("1", "text/plain", MIXED), html("2", MIXED)]) == (part("1", "text/plain", MIXED),)
    assert choose_texts([]) == ()


def test_hollow_structures() -> None:
    assert is_hollow([])
    assert is_hollow([part("1", "text/plain", MIXED, size=0)])
    assert not is_hollow([part("1", size=0)])
    assert not is_hollow([part("1", "text/plain", MIXED, size=0), html("2", MIXED)])


# From BODYSTRUCTURE


def parts_of(structure: str) -> tuple[Part, ...]:
    """As imapclient hands it over."""
    [reply] = parse_fetch_response([f"1 (UID 5 BODYSTRUCTURE {structure})".encode()]).values()
    return parts_from_bodystructure(reply[b"BODYSTRUCTURE"])


PLAIN = '("TEXT" "PLAIN" ("CHARSET" "UTF-8" "FORMAT" "flowed") NIL NIL "QUOTED-PRINTABLE" 120 4 NIL NIL NIL NIL)'
PICTURE = (
    '("IMAGE" "PNG" ("NAME" "oud.png") "<id@x>" NIL "BASE64" 900 NIL ("ATTACHMENT" ("FILENAME" "nieuw.png")) NIL NIL)'
)
FORWARDED = (
    f'("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 800 ("d" "s" NIL NIL NIL NIL NIL NIL NIL NIL) ({PLAIN}{PLAIN} "MIXED") 9'
    ' NIL ("inline" NIL) NIL NIL)'
)


def test_a_single_text() -> None:
    assert parts_of(PLAIN) == (
        Part("1", "text/plain", {"charset": "UTF-8", "format": "flowed"}, "quoted-printable", size=120),
    )


def test_a_tree() -> None:
    tree = f'((({PLAIN}{PLAIN} "ALTERNATIVE" ("BOUNDARY" "a") NIL NIL){PICTURE} "RELATED"){FORWARDED} "MIXED")'
    assert [(one.section, one.media_type, one.inside) for one in parts_of(tree)] == [
        ("1.1.1", "text/plain", (MIXED, RELATED, ALTERNATIVE)),
        ("1.1.2", "text/plain", (MIXED, RELATED, ALTERNATIVE)),
        ("1.2", "image/png", (MIXED, RELATED)),
        ("2", "message/rfc822", (MIXED,)),
    ]


def test_an_attachment() -> None:
    [picture] = parts_of(PICTURE)
    assert (picture.disposition, picture.filename, picture.encoding, picture.size) == (
        "attachment", "nieuw.png", "base64", 900,
    )  # fmt: skip


DISPOSITIONS = {
    "a list": ('("attachment" ("filename" "a b.txt")) NIL NIL', "attachment", "a b.txt"),
    "without parameters": ('("inline" NIL) NIL NIL', "inline", ""),
    "a string, as Exchange sends it": ('"inline" NIL NIL', "inline", ""),
    "a string with parameters, as pymap sends it": (
        r'"attachment; filename=\"a b.txt\"" NIL NIL', "attachment", "a b.txt",
    ),
    "two languages are none": ('NIL ("nl" "en") NIL', "", ""),
    "pieces of a name (RFC 2231)": (
        "(\"attachment\" (\"filename*0*\" \"utf-8''id%C3%A9\" \"filename*1*\" \"e.txt\")) NIL NIL",
        "attachment",
        "idée.txt",
    ),
    "nothing": ("NIL NIL NIL", "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("written", "kind", "filename"), DISPOSITIONS.values(), ids=DISPOSITIONS.keys())
def test_dispositions(written: str, kind: str, filename: str) -> None:
    [found] = parts_of(f'("TEXT" "PLAIN" NIL NIL NIL "7BIT" 10 1 NIL {written})')
    assert (found.disposition, found.filename) == (kind, filename)


ODD = {
    "nothing but a type": ('("TEXT" "PLAIN")', [("1", "text/plain")]),
    "no subtype": ('("TEXT" NIL NIL NIL NIL "7BIT" 10 1)', [("1", "text/plain")]),
    "numbers for words": ("(1 2 3 4 5 6 7 8)", [("1", "1/2")]),
    "an empty multipart": ('("mixed" NIL NIL NIL)', []),
    "an empty multipart inside": (f'(("ALTERNATIVE"){PLAIN} "MIXED")', [("2", "text/plain")]),
    "only empty multiparts": ('(("ALTERNATIVE") "MIXED")', []),
    "a multipart without a subtype": (f"({PLAIN}{PICTURE})", [("1", "text/plain"), ("2", "image/png")]),
}


@pytest.mark.parametrize(("structure", "expected"), ODD.values(), ids=ODD.keys())
def test_odd_structures(structure: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.section, one.media_type) for one in parts_of(structure)] == expected


def nested(depth: int) -> Any:
    structure: Any = (b"TEXT", b"PLAIN", None, None, None, b"7BIT", 10, 1)
    for _ in range(depth):
        structure = ([structure], b"MIXED")
    return structure


def test_limits() -> None:
    leaf = nested(0)
    assert len(parts_from_bodystructure(nested(DEPTH_LIMIT))) == 1
    with pytest.raises(Unreadable, match="too-deep"):
        parts_from_bodystructure(nested(DEPTH_LIMIT + 1))
    assert len(parts_from_bodystructure(([leaf] * PART_LIMIT, b"MIXED"))) == PART_LIMIT
    with pytest.raises(Unreadable, match="too-many-parts"):
        parts_from_bodystructure(([leaf] * (PART_LIMIT + 1), b"MIXED"))
    with pytest.raises(Unreadable, match="no-structure"):
        parts_from_bodystructure(None)


ATOMS = st.none() | st.integers(-5, 2**40) | st.binary(max_size=12) | st.sampled_from([b"TEXT", b"PLAIN", b"mixed"])
TREES = st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=12) | st.lists(inner, max_size=12).map(tuple))


@given(TREES)
def test_any_tree_gives_parts_or_a_reason(tree: object) -> None:
    try:
        parts = parts_from_bodystructure(tree)
    except Unreadable:
        return
    assert len({one.section for one in parts}) == len(parts)
    assert {chosen.section for chosen in choose_texts(parts)} <= {one.section for one in parts}
