"""The fields a rule may name: what each holds, its text form, and when it is known."""

from __future__ import annotations

import pytest

from rules.fields import FIELDS, HEADER, TEXT
from rules.message import Attachment
from tests.rules.messages import ANNA, CLIENT, TEAM, mail


@pytest.mark.parametrize(
    ("field", "change", "form"),
    [
        ("subject", {"subject": "Idee"}, "Idee"),
        ("sender", {"sender": ANNA}, "anna.bos@voorbeeld.example"),
        ("sender", {"sender": None}, ""),
        ("sender.name", {"sender": ANNA}, "Anna Bos"),
        ("sender.name", {"sender": None}, ""),
        ("to", {"to": (TEAM, CLIENT)}, "team-noord@voorbeeld.example\nklant@elders.example"),
        ("cc.name", {"cc": (TEAM, CLIENT)}, "Team Noord\nKlant"),
        ("internal", {"internal": True}, "true"),
        ("internal", {"internal": False}, "false"),
        ("internal", {"internal": None}, "unknown"),
        ("is_reply", {"is_reply": True}, "true"),
        ("questions", {"questions": 3}, "3"),
        ("addressees", {"to": (TEAM,), "cc": (ANNA,)}, "2"),
        ("marks", {"marks": ("deny", "network")}, "deny\nnetwork"),
        ("attachments", {"attachments": (Attachment("plan.pdf", "application/pdf", 9),)}, "plan.pdf"),
        ("part_types", {"part_types": ("text/plain", "text/html")}, "text/plain\ntext/html"),
    ],
)
def test_text_form(field, change, form):
    assert FIELDS[field].text(mail(**change)).original == form


def test_what_has_no_text_form_is_no_field():
    assert not {"sent", "cuts", "id2"} & FIELDS.keys()


def test_a_field_that_needs_the_text_is_not_a_header_field():
    text = {name for name, field in FIELDS.items() if field.stage == TEXT}
    assert text == {"own_words", "core", "context", "language", "greeting", "questions", "links"}
    assert {field.stage for field in FIELDS.values()} == {HEADER, TEXT}
