"""Mail that is no plain mail between two people, read and judged: signed, encrypted, invited, reacted, forwarded."""

from __future__ import annotations

from functools import cache

import pytest

from classifiers.model import Model
from classifiers.model import load as load_model
from nudger.nudges.judging import judge
from rules.pack import Pack, builtin_packs, digest_of
from tests.nudger.mail.mails import mail, message

IDEA = "Ik stel voor dat we de overdracht een maand digitaal doen. Wat vinden jullie?"
PLAIN = "Content-Type: text/plain; charset=utf-8"
INVITATION = "Content-Type: text/calendar; charset=utf-8; method=REPLY"
PGP = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA7\r\n=abcd\r\n-----END PGP MESSAGE-----\r\n"
REACTED = (
    "Jan Vos reacted to your message:\r\n________________________________\r\nFrom: Leider <leider@acme.example>\r\n"
    f"Sent: Monday, November 23, 2026 10:00 AM\r\nTo: Jan <jan@acme.example>\r\nSubject: Idee\r\n\r\n{IDEA}\r\n"
)
NESTED = (
    "Zie hieronder, dit is iets voor ons allemaal.\r\n\r\n---------- Forwarded message ---------\r\n"
    "Van: Els <els@acme.example>\r\nDate: ma 23 nov 2026 om 10:00\r\nSubject: Fwd: idee\r\n"
    "To: Jan <jan@acme.example>\r\n\r\nMooi!\r\n\r\n---------- Forwarded message ---------\r\n"
    "From: Piet <piet@acme.example>\r\n"
    f"Date: zo 22 nov 2026 om 09:00\r\nSubject: idee\r\nTo: Els <els@acme.example>\r\n\r\n{IDEA}\r\n"
)
MOBILE = (
    f"{IDEA}\r\n\r\nOutlook voor Android<https://aka.ms/AAb9ysg> downloaden\r\n________________________________\r\n"
    "Van: Leider <leider@acme.example>\r\nVerzonden: maandag 23 november 2026 10:00:12\r\n"
    "Aan: Jan <jan@acme.example>\r\nOnderwerp: rooster\r\n\r\nKan het eerder?\r\n"
)
MEETING = (
    "Ik ben er tien minuten later, begin gerust.\r\n\r\n" + "_" * 80 + "\r\nMicrosoft Teams-vergadering\r\n"
    "Deelnemen: https://teams.microsoft.com/meet/123?p=abc\r\nVergadering-id: 123 456 789\r\n" + "_" * 80 + "\r\n"
)


@cache
def judges() -> tuple[tuple[Pack, ...], Model]:
    packs = tuple(builtin_packs())
    return packs, load_model(packs=digest_of(packs))


def parts(*inner: tuple[str, str]) -> str:
    return "".join(f"--b\r\n{header}\r\n\r\n{body}\r\n" for header, body in inner) + "--b--\r\n"


def signed(signature: str) -> bytes:
    body = parts((PLAIN, IDEA), (f"Content-Type: {signature}", "AAAA"))
    return mail(body, Content_Type=f'multipart/signed; boundary=b; protocol="{signature}"')


@pytest.mark.parametrize(
    ("octets", "words", "gate"),
    [
        (signed("application/pkcs7-signature"), IDEA, ""),
        (signed("application/pgp-signature"), IDEA, ""),
        (mail("AAAA", Content_Type="application/pkcs7-mime; smime-type=enveloped-data"), "", "common.encrypted"),
        (mail("AAAA", Content_Type="application/pkcs7-mime; smime-type=signed-data"), "", "common.encrypted"),
        (mail(PGP), None, "common.encrypted-words"),
        (
            mail(
                parts((PLAIN, MEETING), (INVITATION, "BEGIN:VCALENDAR")),
                Content_Type="multipart/alternative; boundary=b",
            ),
            "Ik ben er tien minuten later, begin gerust.",
            "common.calendar",
        ),
        (mail("\r\n", Subject="Geaccepteerd: Teamoverleg"), "", "nl.calendar-subject"),
        (
            mail("Ga naar Teams", From="Jan in Teams <noreply@email.teams.microsoft.com>"),
            "Ga naar Teams",
            "common.no-reply-sender",
        ),
        (mail("Jan wil het bericht Rooster intrekken.", Subject="Intrekken: Rooster"), None, "nl.bounce-subject"),
        (mail(REACTED), "", ""),
        (mail(NESTED), "Zie hieronder, dit is iets voor ons allemaal.", ""),
        (mail(MOBILE), IDEA, ""),
    ],
)
def test_read_and_gated(octets: bytes, words: str | None, gate: str) -> None:
    found = message(octets)
    packs, model = judges()
    [judgement] = judge([found], packs, model, goals=())
    assert words is None or found.own_words == words
    assert gate in judgement.gates if gate else not judgement.gates


def test_a_mail_that_is_attached_is_forwarded_and_not_read() -> None:
    body = parts((PLAIN, "Zie bijlage."), ("Content-Type: message/rfc822", mail(IDEA).decode()))
    found = message(mail(body, Content_Type="multipart/mixed; boundary=b", Subject="FW: Idee"))
    assert (found.own_words, found.is_forward) == ("Zie bijlage.", True)
    assert [one.media_type for one in found.attachments] == ["message/rfc822"]
