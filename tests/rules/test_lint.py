"""The lint: the shipped packs are clean, and each kind of defect is named."""

from __future__ import annotations

import pytest

from rules import redos
from rules.lint import problems
from rules.matching import compiled
from rules.pack import builtin_packs
from tests.rules.packs import pack, rule


def test_the_shipped_packs_are_clean():
    assert problems(builtin_packs()) == []


GOOD = 'field = "core"\npattern = "idee"\nexamples = ["Een idee"]\ncounter_examples = ["Een plan"]'


def defects(folder, *tables, head="", attack=False):
    return [(each.rule, each.code) for each in problems([pack(folder, *tables, head=head)], attack=attack)]


def test_a_good_rule_has_no_defects(tmp_path):
    assert defects(tmp_path, rule("proef.een", GOOD), attack=True) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('field = "core"\npattern = "("', "bad-pattern"),
        ('field = "kern"\npattern = "idee"', "unknown-field"),
        (GOOD.replace("Een idee", "Een plannetje"), "example-missed"),
        (GOOD.replace("Een plan", "Mijn idee"), "counter-example-hit"),
        (GOOD.replace('["Een idee"]', '["Een idee", "Niets"]'), "example-missed"),
        ('field = "core"\npattern = "idee"', "no-example"),
        (GOOD.replace('"idee"', '"Idee"'), "capital"),
        (GOOD.replace('"idee"', "'idee.*'"), "unbounded"),
        (GOOD.replace('"idee"', "'idee[^\\n]?'"), "line-break"),
        (GOOD.replace('"idee"', "'(?:idee)?'").replace("Een plan", ""), "matches-nothing"),
        (GOOD + '\ngate = "thread"\nlanguage = "nl"', "gate-language"),
    ],
)
def test_each_kind_of_defect_is_named(tmp_path, body, code):
    assert ("proef.een", code) in defects(tmp_path, rule("proef.een", body))


@pytest.mark.parametrize("texts", ["", 'title = { nl = "Titel" }', 'why = { nl = "Daarom.", en = "" }'])
def test_texts_are_there_in_both_languages(tmp_path, texts):
    assert ("proef.een", "no-text") in defects(tmp_path, rule("proef.een", GOOD + "\n", texts=texts))


def test_ids_are_unique_over_all_packs(tmp_path):
    twice = pack(tmp_path, rule("proef.een", GOOD))
    assert [each.code for each in problems([twice, twice], attack=False)] == ["duplicate-id", "duplicate-id"]


def test_an_id_is_made_of_words(tmp_path):
    assert defects(tmp_path, rule("Een Regel", GOOD)) == [("Een Regel", "bad-id")]


@pytest.mark.parametrize(("here", "there"), [("nl", "en"), ("en", "nl")])
def test_each_rule_has_its_twin(tmp_path, here, there):
    assert defects(tmp_path, rule(f"{here}.een", GOOD)) == [(f"{here}.een", "no-twin")]
    assert defects(tmp_path, rule(f"{here}.een", GOOD), rule(f"{there}.een", GOOD)) == []


def test_twins_stop_the_same(tmp_path):
    gate = rule("en.een", GOOD + '\ngate = "thread"')
    assert defects(tmp_path, rule("nl.een", GOOD), gate) == [("nl.een", "twin-differs"), ("en.een", "twin-differs")]


def test_an_example_that_is_excused_does_not_match(tmp_path):
    body = GOOD.replace("Een plan", "Geen idee") + '\nunless = { field = "core", pattern = "geen idee" }'
    assert defects(tmp_path, rule("proef.een", body)) == []


@pytest.fixture
def hasty(monkeypatch):
    """The child has half the CPU time for a pattern, so that the tests of slow ones are quick."""
    monkeypatch.setattr(redos, "CPU_LIMIT", 1)


SLOW = {
    "exponential": "(?:a{1,9}){1,60}b",
    "polynomial": r"\w{0,200}\w{0,200}x",
}


@pytest.mark.parametrize("source", SLOW.values(), ids=SLOW)
def test_a_slow_pattern_is_named_and_the_others_are_still_tried(hasty, source):
    quick, slow, also_quick = (compiled(each) for each in ("idee", source, "plan"))
    assert redos.slow([quick, slow, also_quick]) == (slow,)


def test_a_slow_pattern_is_a_defect_of_its_rule(hasty, tmp_path):
    body = GOOD.replace('"idee"', f"'idee|{SLOW['exponential']}'")
    assert defects(tmp_path, rule("proef.een", body), rule("proef.twee", GOOD), attack=True) == [("proef.een", "slow")]


def test_the_clock_of_the_parent_is_enough_where_cpu_time_cannot_be_limited(monkeypatch):
    monkeypatch.setattr(redos, "PATIENCE", 1.5)
    monkeypatch.setattr(redos, "CPU_LIMIT", 0)
    slow = compiled(SLOW["exponential"])
    assert redos.slow([slow]) == (slow,)
