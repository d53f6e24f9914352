"""The MIME tree of whole messages: numbering, caps, odd trees, and agreement with the standard library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.errors import Unreadable
from nudger.mail.mime import tree as mime
from nudger.mail.mime.tree import structure_of
from nudger.mail.source import TEXT_LIMIT
from tests.nudger.mail.mails import as_imap, mail


def multipart(subtype, *parts, boundary="B", end="--"):
    """Octets of a multipart entity, header included."""
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    return (
        f"Content-Type: multipart/{subtype}; boundary={boundary}\r\n\r\n".encode()
        + body
        + f"--{boundary}{end}".encode()
    )


def leaf(media_type="text/plain", body="tekst", *fields):
    return "\r\n".join([f"Content-Type: {media_type}", *fields, "", body]).encode()


def whole(entity):
    return b"From: jan@acme.example\r\nTo: leider@acme.example\r\nMIME-Version: 1.0\r\n" + entity


def tree(octets):
    return [(part.section, part.media_type, part.inside) for part in structure_of(octets)[1]]


NESTED = whole(
    multipart(
        "mixed",
        multipart("alternative", leaf(), leaf("text/html", "<p>tekst</p>"), boundary="A"),
        leaf("message/rfc822", "From: x@y.example\r\n\r\na"),
        leaf(
            "application/pdf",
            "JVBERi0=",
            "Content-Transfer-Encoding: BASE64",
            'Content-Disposition: Attachment; filename="a.pdf"',
        ),
    )
)


def test_parts_are_numbered_as_imap_does():
    assert tree(NESTED) == [
        ("1.1", "text/plain", ("multipart/mixed", "multipart/alternative")),
        ("1.2", "text/html", ("multipart/mixed", "multipart/alternative")),
        ("2", "message/rfc822", ("multipart/mixed",)),
        ("3", "application/pdf", ("multipart/mixed",)),
    ]


def test_a_forwarded_message_is_one_leaf_whatever_is_in_it():
    octets = whole(multipart("mixed", b"Content-Type: message/rfc822\r\n\r\n" + NESTED, boundary="C"))
    assert tree(octets) == [("1", "message/rfc822", ("multipart/mixed",))]


def test_a_single_part_is_number_one():
    assert tree(mail()) == [("1", "text/plain", ())]


def test_what_is_known_of_a_part():
    part = structure_of(NESTED)[1][3]
    assert (part.encoding, part.disposition, part.filename, part.size) == ("base64", "attachment", "a.pdf", 8)


def test_only_the_text_and_its_twin_are_given():
    header, _, bodies = structure_of(NESTED)
    assert bodies == {"1.1": b"tekst", "1.2": b"<p>tekst</p>"}
    assert header.startswith(b"From: jan@acme.example\r\n")
    assert b"JVBERi0" not in header


def test_sizes_and_bodies_count_cr_lf_whatever_the_file_has():
    unix = NESTED.replace(b"\r\n", b"\n")
    assert structure_of(unix)[1:] == structure_of(NESTED)[1:]
    assert structure_of(mail(b"a\nb\r\nc"))[1][0].size == 7


def test_a_body_is_cut():
    _, (part,), bodies = structure_of(mail(b"a\n" * TEXT_LIMIT))
    assert part.size == 3 * TEXT_LIMIT
    assert bodies["1"] == (b"a\r\n" * TEXT_LIMIT)[:TEXT_LIMIT]


@pytest.mark.parametrize(
    ("octets", "types"),
    [
        (whole(multipart("mixed", leaf())[:-7]), ["text/plain"]),  # no last boundary
        (whole(multipart("mixed", leaf(), end="")), ["text/plain"]),
        (whole(b"Content-Type: multipart/mixed\r\n\r\ntekst"), ["text/plain"]),  # no boundary at all
        (whole(b'Content-Type: multipart/mixed; boundary=""\r\n\r\ntekst'), ["text/plain"]),
        (whole(b"Content-Type: multipart/mixed; boundary=B\r\n\r\ntekst"), ["text/plain"]),
        (whole(multipart("mixed", b"\r\ntekst")), ["text/plain"]),  # a part without header
        (whole(multipart("mixed", b"tekst zonder lege regel")), ["text/plain"]),
        (whole(multipart("digest", b"\r\nFrom: x@y.example\r\n\r\na")), ["message/rfc822"]),
        (whole(b"Content-Type: garbage\r\n\r\ntekst"), ["text/plain"]),
        (whole(b"Content-Type: image/png name=x\r\n\r\nx"), ["image/png"]),
        (
            whole(multipart("mixed", leaf(), leaf("text/html"), boundary="B B")).replace(b"=B B", b'="B B"'),
            ["text/plain", "text/html"],
        ),
    ],
)
def test_odd_trees(octets, types):
    assert [part.media_type for part in structure_of(octets)[1]] == types


def test_a_boundary_that_begins_like_another_is_another():
    inner = multipart("alternative", leaf(), leaf("text/html"), boundary="Bx")
    assert [part.section for part in structure_of(whole(multipart("mixed", inner, leaf("image/png"))))[1]] == [
        "1.1",
        "1.2",
        "2",
    ]


def test_preamble_and_epilogue_are_nobodys_words():
    octets = whole(multipart("mixed", leaf()).replace(b"\r\n\r\n--B", b"\r\n\r\nvooraf\r\n--B", 1)) + b"\r\nachteraf"
    assert structure_of(octets)[2] == {"1": b"tekst"}


def test_a_bare_carriage_return_ends_lines_where_there_is_nothing_else():
    assert structure_of(NESTED.replace(b"\r\n", b"\r"))[1] == structure_of(NESTED)[1]


def test_blank_lines_before_the_header_are_skipped():
    assert tree(b"\r\n\n" + mail()) == tree(mail())


@pytest.mark.parametrize(
    ("octets", "reason"),
    [
        (b"", "empty"),
        (b"\r\n\n\n", "empty"),
        (b"a" * (mime.MESSAGE_LIMIT + 1), "too-large"),
        (b"Subject: " + b"a" * 200_000, "header-too-large"),
        (whole(multipart("mixed", *[leaf()] * 301)), "too-many-parts"),
        (whole(b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"--Bx\n" * 30_000), "too-many-parts"),
    ],
)
def test_caps(octets, reason):
    with pytest.raises(Unreadable) as caught:
        structure_of(octets)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("depth", "refused"), [(20, False), (21, True), (3_000, True)])
def test_depth_is_capped(depth, refused):
    octets = leaf()
    for number in range(min(depth, 100)):
        octets = multipart("mixed", octets, boundary=f"B{number:04}")
    if depth > 100:
        octets = (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%04d\r\n\r\n--b%04d\r\n" % (n, n) for n in range(depth))
            + leaf()
        )
    if refused:
        with pytest.raises(Unreadable, match="too-deep"):
            structure_of(whole(octets))
    else:
        assert structure_of(whole(octets))[1][0].section == ".".join(["1"] * depth)


def test_300_parts_are_read():
    assert len(structure_of(whole(multipart("mixed", *[leaf()] * 300)))[1]) == 300


def test_a_large_attachment_hides_nothing_behind_it():
    octets = whole(
        multipart("mixed", leaf(), leaf("application/pdf", "A" * 76 + "\r\n" * 2_000_000), leaf("application/x-rpmsg"))
    )
    assert [part.media_type for part in structure_of(octets)[1]] == [
        "text/plain",
        "application/pdf",
        "application/x-rpmsg",
    ]


def test_agrees_with_the_standard_library():
    assert [(p.section, p.media_type, p.size) for p in as_imap(NESTED).parts[:2]] == [
        (p.section, p.media_type, p.size) for p in structure_of(NESTED)[1][:2]
    ]


@given(st.binary(max_size=400))
def test_any_octets_have_a_structure(octets):
    header, parts, bodies = structure_of(b"a" + octets)
    assert len(header) <= len(octets) + 3
    assert set(bodies) <= {part.section for part in parts}
    assert parts


@given(
    st.lists(
        st.sampled_from(
            [b"--B\r\n", b"--B--\r\n", b"Content-Type: multipart/mixed; boundary=B\r\n", b"\r\n", b"x\r\n"]
        ),
        max_size=15,
    )
)
def test_any_order_of_boundary_lines_is_survived(lines):
    octets = whole(b"Content-Type: multipart/mixed; boundary=B\r\n\r\n") + b"".join(lines)
    sections = [part.section for part in structure_of(octets)[1]]
    assert len(set(sections)) == len(sections)
