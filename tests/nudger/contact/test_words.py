"""What a mail to the contact address asks: one sentence and nothing else, from a proven sender."""

from __future__ import annotations

from datetime import date

import pytest

from nudger.config.participation import Said
from nudger.contact.decide import Deed, decide
from nudger.contact.words import is_proven, wish_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from rules.message import Message
from tests.nudger.contact.stage import CONTACT, DAY, NOW, mail, owner, raw_message

EVA = "eva@voorbeeld.example"
EYES = Perspective(domains=frozenset({"voorbeeld.example"}), authserv_id="mail.voorbeeld.example")


def message(text: str, **changes: str) -> Message:
    return read(raw_message(mail(text, **changes)), EYES, now=NOW)


def asked(text: str, **changes: str) -> str | None:
    wish = wish_of(message(text, **changes), CONTACT)
    return wish.word if wish else None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ik doe mee", "join"),
        ("Ik doe mee.", "join"),
        ("Hoi,\n\nIk doe mee.\n\nGroet,\nFatima", "join"),
        ("I join", "join"),
        ("“Stop”", "stop"),
        ("geen  nudger", "opt-out"),
        ("Beste collega,\n\nGeen nudger\n\nMet vriendelijke groet,\nEva de Wit", "opt-out"),
        ("No nudger\n\nKind regards,\nEva", "opt-out"),
        ("ik deel mijn cijfers", "share"),
        ("I do not share", "unshare"),
        ('geen nudger\n\nOp 3 juni 2026 schreef IT <it@voorbeeld.example>:\n> Mail "ik doe mee" naar ons.', "opt-out"),
    ],
)
def test_one_sentence_is_understood(text: str, word: str) -> None:
    assert asked(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "ik doe niet mee",
        "ik doe mee als het na de zomer kan",
        "ik doe mee\nmaar pas na de zomer",
        "geen nudger\nik doe mee",
        "Kunnen jullie stoppen? stop",
        "stop ermee",
        "geen nudger voor Tom",
        "",
        "> ik doe mee",
    ],
)
def test_anything_else_is_nothing(text: str) -> None:
    assert asked(text) is None


def test_without_a_text_the_subject_speaks() -> None:
    assert asked("", Subject="Geen nudger") == "opt-out"
    assert asked("\n\n", Subject="Re: ik doe mee") == "join"


@pytest.mark.parametrize(
    "changes",
    [
        {"Subject": "ik doe mee"},
        {"To": f"{CONTACT}, tom@voorbeeld.example"},
        {"Cc": "tom@voorbeeld.example"},
        {"To": "tom@voorbeeld.example"},
        {"Auto-Submitted": "auto-replied"},
        {"List-Id": "<team.voorbeeld.example>"},
        {"Precedence": "bulk"},
        {"X-Nudger": "contact"},
    ],
)
def test_a_subject_that_disagrees_more_readers_or_a_program_say_nothing(changes: dict[str, str]) -> None:
    assert asked("geen nudger", **changes) is None


@pytest.mark.parametrize(("text", "language"), [("ik doe mee", "nl"), ("no nudger", "en"), ("stop", None)])
def test_the_answer_comes_in_the_language_of_the_sentence(text: str, language: str | None) -> None:
    wish = wish_of(message(text), CONTACT)
    assert wish is not None
    assert wish.language == language or language is None


@pytest.mark.parametrize(
    ("changes", "proven"),
    [
        ({}, True),
        ({"Authentication-Results": ""}, False),
        ({"Authentication-Results": "mx.elders.example; dmarc=pass"}, False),
        ({"Authentication-Results": "mail.voorbeeld.example; dmarc=fail"}, False),
        ({"Authentication-Results": "mail.voorbeeld.example; spf=pass"}, False),
        ({"From": "eva@elders.example"}, False),
        ({"From": "eva@voorbeeld.example, tom@voorbeeld.example"}, False),
        ({"From": '"eva@voorbeeld.example" <eva@elders.example>'}, False),
        ({"Sender": "tom@voorbeeld.example"}, False),
        ({"Reply-To": "eva@elders.example"}, False),
        ({"From": "noreply@voorbeeld.example"}, False),
    ],
)
def test_only_a_proven_sender_inside_counts(changes: dict[str, str], proven: bool) -> None:
    assert is_proven(message("geen nudger", **changes)) is proven


def test_a_leader_joins_stops_and_shares() -> None:
    anna, busy = owner("anna"), owner("anna", yes=DAY)
    address = "anna@voorbeeld.example"

    def deed(text: str, who: object) -> Deed | None:
        wish = wish_of(message(text, From=address), CONTACT)
        assert wish is not None
        return decide(wish, address, [who], DAY)  # type: ignore[list-item]

    assert deed("ik doe mee", anna) == Deed("join", address, "anna", Said(True, False, DAY))
    assert deed("stop", busy) == Deed("stop", address, "anna", Said(False, False, DAY))
    assert deed("ik deel mijn cijfers", busy) == Deed("share", address, "anna", Said(True, True, DAY))
    assert deed("ik deel mijn cijfers", anna) is None
    assert deed("geen nudger", busy) == Deed("opt-out", address, "anna", Said(False, False, DAY))


def test_a_colleague_can_only_opt_out() -> None:
    for text, expected in (("geen nudger", Deed("opt-out", EVA)), ("ik doe mee", None), ("stop", None)):
        wish = wish_of(message(text), CONTACT)
        assert wish is not None
        assert decide(wish, EVA, [owner("anna")], DAY) == expected


def test_an_address_of_two_leaders_is_nobody_in_particular() -> None:
    wish = wish_of(message("ik doe mee"), CONTACT)
    assert wish is not None
    assert decide(wish, "anna@voorbeeld.example", [owner("anna"), owner("tom", "anna")], date(2026, 6, 1)) is None
