"""The engine: what it finds, where, in which order, at which stage, and how it bears hostile text."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine import Finding, evidence, findings, gates
from rules.message import Attachment
from rules.pack import builtin_packs
from tests.rules.messages import ANNA, CLIENT, mail
from tests.rules.packs import pack, rule

PACKS = builtin_packs()


def ids(message, stage=None, packs=PACKS):
    return [finding.rule_id for finding in findings(packs, message, stage=stage)]


def test_findings_stand_in_the_order_of_the_rules():
    message = mail("Ik stel voor dat we het proberen. Wat vinden jullie?", internal=False, list_id="<x.example>")
    order = [each.id for pack in PACKS for each in pack.rules]
    found = ids(message)
    assert found == sorted(found, key=order.index)
    assert {"common.external", "common.list", "nl.proposal", "nl.asks-opinion"} <= set(found)
    assert ids(mail("Kees is ziek.", "Vertrouwelijk")) == ["nl.confidential-subject", "nl.person-ill"]


def test_a_finding_carries_offsets_and_never_text():
    message = mail("Hoi allemaal,\n\nWat vinden jullie van dit idee?")
    (finding,) = [each for each in findings(PACKS, message) if each.rule_id == "nl.asks-opinion"]
    assert evidence(message, finding) == "Wat vinden jullie"
    assert finding == Finding("nl.asks-opinion", "", "core", 15, 32)
    assert {field.type for field in fields(Finding)} == {"str", "int"}


def test_an_offset_in_a_list_lies_in_its_lines(tmp_path):
    message = mail(attachments=(Attachment("plan.pdf", "application/pdf", 1), Attachment("smime.p7m", "x/y", 1)))
    (finding,) = gates(findings(PACKS, message))
    assert (finding.rule_id, evidence(message, finding)) == ("common.encrypted-file", "smime.p7m")


def test_gates_are_the_findings_that_forbid():
    found = findings(PACKS, mail("Strikt vertrouwelijk. Wat vinden jullie?"))
    assert [each.rule_id for each in gates(found)] == ["nl.confidential-words"]
    assert {each.gate for each in found} == {"", "thread"}


def test_each_rule_is_found_once_a_field():
    found = findings(PACKS, mail("wachtwoord: Welkom01, wachtwoord: Welkom02", "wachtwoord: Welkom01"))
    assert [(each.rule_id, each.field) for each in found] == [
        ("nl.credentials", "own_words"),
        ("nl.credentials", "subject"),
    ]


def test_the_header_stage_needs_no_text():
    message = mail("Dit is vertrouwelijk.", "Vertrouwelijk: plan", precedence="bulk")
    assert ids(message, "header") == ["common.bulk", "nl.confidential-subject"]
    assert ids(mail("", "Vertrouwelijk: plan", precedence="bulk"), "header") == ids(message, "header")


def test_the_stages_together_are_the_whole():
    message = mail("Dit is vertrouwelijk. Wie weet meer?", "Voorstel: vertrouwelijk plan", questions=1, language="nl")
    parts = findings(PACKS, message, stage="header") + findings(PACKS, message, stage="text")
    assert sorted(parts, key=str) == sorted(findings(PACKS, message), key=str)
    assert len(parts) > 4


@pytest.mark.parametrize(
    ("language", "found"),
    [("nl", ["nl.een"]), ("en", ["en.een"]), ("unknown", ["nl.een", "en.een"]), ("other", [])],
)
def test_a_finding_is_for_mail_in_its_language(tmp_path, language, found):
    body = 'field = "core"\npattern = "idee"'
    dutch = pack(tmp_path, rule("nl.een", body), head='language = "nl"')
    english = pack(tmp_path, rule("en.een", body), head='language = "en"')
    assert ids(mail("idee", language=language), packs=[dutch, english]) == found


def test_a_gate_is_for_mail_in_every_language():
    assert ids(mail("Strictly confidential", language="nl")) == ["en.confidential-words"]
    assert ids(mail("Strikt vertrouwelijk", language="en")) == ["nl.confidential-words"]


def test_an_excuse_lifts_a_rule():
    external_list = mail(list_id="<leden.elders.example>", internal=None)
    internal_list = mail(list_id="<team.voorbeeld.example>", internal=True)
    assert "common.list" in ids(external_list)
    assert "common.list" not in ids(internal_list)


def test_packs_of_an_organisation_come_on_top(tmp_path):
    own = pack(tmp_path, rule("acme.project", 'gate = "thread"\nfield = "subject"\npattern = "project zeester"'))
    assert ids(mail(subject="Re: Project Zeester"), packs=[*PACKS, own]) == ["acme.project"]


HOSTILE = {
    "one giant line": "wat vinden jullie " * 600_000,
    "many lines": "wie weet dit?\n" * 600_000,
    "no spaces": "x" * 10_000_000,
    "digits": "1" * 5_000_000,
    "spaces": " " * 5_000_000,
    "names": "Jan de Vries " * 400_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_less_than_a_second(text):
    message = mail(text, text)
    started = time.process_time()
    findings(PACKS, message)
    assert time.process_time() - started < 1


def test_every_word_that_rules_look_for_takes_less_than_a_second():
    examples = " ".join(example for pack in PACKS for rule in pack.rules for example in rule.examples)
    message = mail((examples * 100)[:65_536])
    started = time.process_time()
    findings(PACKS, message)
    assert time.process_time() - started < 1


TEXTS = st.text() | st.lists(
    st.sampled_from(["niet doorsturen", "Wim", "is ziek", "\n", " ", "?", "İ", "\ud800", "€ 5"])
).map("".join)


@given(TEXTS, TEXTS, st.sampled_from([None, True, False]), st.sampled_from(["nl", "en", "other", "unknown"]), TEXTS)
def test_no_text_ever_raises_and_every_offset_fits(words, subject, internal, language, other):
    message = mail(
        words,
        subject,
        internal=internal,
        language=language,
        sender=None if internal is None else ANNA,
        to=(CLIENT,),
        label=other,
        marks=(other,),
        attachments=(Attachment(other, other, 0),),
    )
    for finding in findings(PACKS, message):
        assert 0 <= finding.start <= finding.end
        assert len(evidence(message, finding)) == finding.end - finding.start
