"""From raw octets to a Message: identity, time, facts, structure, words; closed when in doubt."""

from __future__ import annotations

import base64
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from nudger.errors import Unreadable
from nudger.mail import reading
from nudger.mail.guard import closed_when_in_doubt
from nudger.mail.reading import read, read_header
from nudger.mail.source import Part, RawMessage
from rules.message import Attachment
from tests.nudger.mail.mails import ACME, NOW, mail, message, raw_of

ARRIVED = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_a_small_mail():
    found = message(mail("Beste collega's,\r\n\r\nWat vinden jullie van https://www.zorg.example/x?utm_source=y ?\r\n"))
    assert found.id == "<een@acme.example>"
    assert found.sent == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert found.subject == found.topic == "Idee: kunnen we dit delen?"
    assert "Wat vinden jullie" in found.own_words
    assert found.links == ("https://www.zorg.example/x",)
    assert found.language == "nl"
    assert (found.media_type, found.part_types) == ("text/plain", ("text/plain",))


# Identity and conversation


def test_without_a_message_id_the_id_is_a_digest_that_survives_refolding():
    one = message(mail(Message_ID=None, Subject="Een idee"))
    assert one.id.startswith("digest:")
    assert len(one.id) == len("digest:") + 64
    assert message(mail("andere tekst", Message_ID="<>", Subject="Een\r\n idee", X_Other="1")).id == one.id
    assert message(mail(Message_ID=None, Subject="Een ander idee")).id != one.id


def test_two_message_ids_give_the_first():
    assert message(mail(Message_ID="<a@b.example>\r\nMessage-ID: <c@d.example>")).id == "<a@b.example>"


def test_references_are_in_order_without_doubles_addresses_and_the_mail_itself():
    octets = mail(
        References="<1@x.example> <2@x.example>\r\n <1@x.example> <een@acme.example>",
        In_Reply_To="Bericht van <jan@acme.example> <3@x.example>",
    )
    assert message(octets).references == ("<1@x.example>", "<2@x.example>", "<3@x.example>")


def test_of_many_references_the_first_and_last_are_kept():
    found = message(mail(References=" ".join(f"<{number}@x.example>" for number in range(200)))).references
    assert len(found) == reading.FIRST_REFERENCES + reading.LAST_REFERENCES
    assert (found[0], found[-1]) == ("<0@x.example>", "<199@x.example>")


GUID = bytes(range(16))


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (b"\x01\xdc\x5c\x1f\x2b\x3a" + GUID, (f"outlook:{GUID.hex()}",)),
        (b"\x01\xdc\x5c\x1f\x2b\x3a" + GUID + b"reply" * 9, (f"outlook:{GUID.hex()}",)),
        (b"\x01\xdc\x5c\x1f\x2b\x3a" + GUID[:15], ()),
        (b"", ()),
    ],
)
def test_outlook_conversations_share_the_guid(index, expected):
    assert message(mail(Thread_Index=base64.b64encode(index).decode())).conversation == expected
    assert message(mail(Thread_Index="\u00e9!")).conversation == ()


def test_gmail_conversations():
    assert message(mail(), gmail_thread="1792").conversation == ("gmail:1792",)


# Time


@pytest.mark.parametrize(
    ("date", "arrived", "sent", "sure"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0100", ARRIVED, datetime(2026, 11, 23, 9, tzinfo=UTC), True),
        ("Mon, 23 Nov 2026 10:00:00 +0100", None, datetime(2026, 11, 23, 9, tzinfo=UTC), True),
        ("Tue, 24 Nov 2026 10:00:00 +0000", ARRIVED, ARRIVED + timedelta(days=1), True),
        ("Tue, 24 Nov 2026 10:00:01 +0000", ARRIVED, ARRIVED, True),
        ("Mon, 31 Dec 1979 10:00:00 +0000", ARRIVED, ARRIVED, True),
        ("Mon, 31 Dec 1979 10:00:00 +0000", None, NOW, False),
        ("gisteren", ARRIVED, ARRIVED, True),
        (None, ARRIVED, ARRIVED, True),
        (None, None, NOW, False),
        ("Mon, 23 Nov 2099 10:00:00 +0000", None, NOW, False),
        ("Mon, 23 Nov 2026 10:00:00 +0100\r\nDate: Sun, 22 Nov 2026 10:00:00 +0100", ARRIVED, ARRIVED, True),
    ],
)
def test_when_it_was_sent(date, arrived, sent, sure):
    found = message(mail(Date=date), internal_date=arrived)
    assert (found.sent, found.sent_sure) == (sent, sure)


def test_times_are_utc_whatever_the_source_gives():
    arrived = ARRIVED.astimezone(timezone(timedelta(hours=2)))
    found = message(mail(Date=None), internal_date=arrived)
    assert found.sent == ARRIVED
    assert found.sent.tzinfo is UTC


# Facts


def test_header_facts():
    found = message(
        mail(
            List_Id="Iedereen <all.acme.example>",
            Precedence="bulk",
            Auto_Submitted="auto-generated",
            X_Auto_Response_Suppress="All",
            Return_Path="<>",
            Content_Class="urn:content-classes:calendarmessage",
            Sensitivity="Company-Confidential",
            X_Nudger="digest",
            List_Unsubscribe="<mailto:x@y.example>",
        )
    )
    assert (found.list_id, found.precedence, found.return_path) == ("Iedereen <all.acme.example>", "bulk", "<>")
    assert (found.auto_submitted, found.auto_suppress, found.nudger) == ("auto-generated", "All", "digest")
    assert (found.content_class, found.sensitivity) == ("urn:content-classes:calendarmessage", "Company-Confidential")
    assert found.list_unsubscribe == "<mailto:x@y.example>"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({}, ""),
        ({"msip_labels": "MSIP_Label_1_Name=Geheim"}, "MSIP_Label_1_Name=Geheim"),
        ({"X_Classification": "GEHEIM"}, "x-classification: GEHEIM"),
        ({"msip_labels": "a", "X_Protective_Marking": "b"}, "a; x-protective-marking: b"),
    ],
)
def test_every_kind_of_label_counts(fields, label):
    assert message(mail(**fields)).label == label


def test_a_second_value_cannot_hide_behind_the_first():
    assert message(mail(Sensitivity="Normal\r\nSensitivity: Private")).sensitivity == "Normal; Private"


def test_old_auto_replies_are_auto_submitted():
    assert message(mail(X_Autoreply="yes")).auto_submitted == "auto-replied"


@pytest.mark.parametrize(
    ("subject", "topic", "is_reply", "is_forward"),
    [
        ("RE: [EXTERN] Antw: Koffie", "Koffie", True, False),
        ("Doorst: =?utf-8?Q?Idee=C3=ABn?=", "Idee\u00ebn", False, True),
        ("Koffie", "Koffie", False, False),
        ("", "", False, False),
    ],
)
def test_subjects(subject, topic, is_reply, is_forward):
    found = message(mail(Subject=subject))
    assert (found.topic, found.is_reply, found.is_forward) == (topic, is_reply, is_forward)


# Structure and words


def test_attachments_are_named_from_the_structure():
    parts = (
        Part("1.1.1", "text/plain", size=9, inside=("multipart/mixed", "multipart/related", "multipart/alternative")),
        Part("1.1.2", "text/html", size=9, inside=("multipart/mixed", "multipart/related", "multipart/alternative")),
        Part("1.2", "image/png", filename="logo.png", size=1, inside=("multipart/mixed", "multipart/related")),
        Part("2", "application/pdf", filename="plan\u202efdp.exe", size=7, inside=("multipart/mixed",)),
        Part("3", "text/plain", disposition="attachment", size=8, inside=("multipart/mixed",)),
        Part("4", "text/plain", size=8, inside=("multipart/mixed",)),
    )
    found = read_header(RawMessage(1, mail(), parts=parts), ACME, now=NOW)
    assert found.attachments == (
        Attachment("planfdp.exe", "application/pdf", 7),
        Attachment("", "text/plain", 8),
    )
    assert len(found.part_types) == 6


def test_the_header_alone_has_no_words():
    found = read_header(RawMessage(1, mail()), ACME, now=NOW)
    assert found == replace(
        message(mail()), own_words="", core="", greeting="none", questions=0, language="unknown", part_types=()
    )


def test_a_message_without_text_has_no_words():
    found = message(mail("x", Content_Type="image/png"))
    assert (found.own_words, found.language != "") == ("", True)
    assert found.attachments == (Attachment("", "image/png", 1),)


def test_html_alone_is_read():
    found = message(
        mail("<p>Beste allen,</p><p>Wat vinden jullie hiervan?</p>", Content_Type="text/html; charset=utf-8")
    )
    assert "Wat vinden jullie hiervan?" in found.own_words
    assert "<p>" not in found.own_words


def test_charset_and_encoding_come_from_the_structure():
    octets = mail(
        b"Idee=EBn voor de caf=E9s?",
        Content_Type="text/plain; charset=iso-8859-1",
        Content_Transfer_Encoding="quoted-printable",
    )
    assert message(octets).own_words.strip() == "Idee\u00ebn voor de caf\u00e9s?"


def test_a_message_whose_structure_no_server_can_tell_is_taken_apart_here():
    header, _, body = mail().partition(b"\r\n\r\n")
    whole = Part(section="TEXT", media_type="message/rfc822", size=99)
    raw = RawMessage(1, header + b"\r\n\r\n", parts=(whole,), bodies={"TEXT": body})
    assert read(raw, ACME, now=NOW) == message(mail())


# Closed when in doubt


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (RawMessage(1, problem="no-data"), "no-data"),
        (RawMessage(1, mail(), problem="too-deep", parts=()), "too-deep"),
        (RawMessage(1, b"\r\n", parts=()), "no-header"),
        (RawMessage(1, b"X-Only: this\r\n", parts=()), "no-header"),
        (RawMessage(1, b"Subject: " + b"a" * 200_000, parts=()), "header-too-large"),
        (RawMessage(1, mail(), parts=(Part("1", "text/plain"),) * 301), "too-many-parts"),
        (RawMessage(1, mail()), "no-structure"),
        (RawMessage(1, mail(), parts=(Part("1", "text/plain", size=9),)), "no-text"),
    ],
)
def test_reasons(raw, reason):
    with pytest.raises(Unreadable) as caught:
        read(raw, ACME, now=NOW)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError, "too-nested"),
        (MemoryError, "out-of-memory"),
        (ZeroDivisionError, "unexpected"),
        (AssertionError, "unexpected"),
    ],
)
def test_any_accident_becomes_a_reason_and_no_text_leaks(error, reason, monkeypatch, caplog):
    def explode(*_: object) -> None:
        raise error("geheime tekst uit de mail")

    monkeypatch.setattr(reading, "extract", explode)
    with caplog.at_level(logging.DEBUG), pytest.raises(Unreadable) as caught:
        message(mail())
    assert caught.value.reason == reason
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "geheim" not in caplog.text + str(caught.value)
    assert f"{error.__name__} at {__file__}" in caplog.text


def test_an_interrupt_is_no_accident():
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        closed_when_in_doubt(interrupted)()


def test_reading_is_idempotent():
    raw = raw_of(mail())
    assert read(raw, ACME, now=NOW) == read(raw, ACME, now=NOW)
