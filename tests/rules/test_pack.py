"""Packs: those that are shipped, those of an organisation, and every mistake in them at once."""

from __future__ import annotations

import pytest

from rules.matching import AnyOf, AtLeast, Patterns, Present
from rules.pack import BUILTIN, PackError, builtin_packs, digest_of, load_packs, read_packs
from tests.rules.packs import pack, rule, written


def test_the_shipped_packs_load():
    packs = builtin_packs()
    assert [each.file.replace("\\", "/").rpartition("/")[2] for each in packs] == ["common.toml", "nl.toml", "en.toml"]
    assert all(each.rules and not each.problems for each in packs)


def test_dutch_and_english_have_as_much_to_say():
    _, dutch, english = builtin_packs()
    findings = [sum(not each.gate for each in pack.rules) for pack in (dutch, english)]
    assert findings[0] == findings[1]
    assert 25 <= findings[0] <= 40


@pytest.mark.parametrize(
    ("body", "test"),
    [
        ('field = "internal"\nis = false', AnyOf(frozenset({"false"}))),
        ('field = "internal"\nis = "unknown"', AnyOf(frozenset({"unknown"}))),
        ('field = "precedence"\nany_of = ["Bulk "]', AnyOf(frozenset({"bulk"}))),
        ('field = "nudger"\npresent = true', Present(True)),
        ('field = "addressees"\nat_least = 4', AtLeast(4)),
    ],
)
def test_each_kind_of_test(tmp_path, body, test):
    (only,) = pack(tmp_path, rule("proef.een", body)).rules
    assert only.condition.test == test


def test_a_pattern_alone_is_a_list_of_one(tmp_path):
    one = pack(tmp_path, rule("proef.een", 'field = "core"\npattern = "idee"'))
    many = pack(tmp_path, rule("proef.een", 'field = "core"\npatterns = ["idee"]'))
    assert one == many
    assert isinstance(one.rules[0].condition.test, Patterns)


def test_words_stand_for_what_they_name(tmp_path):
    head = "words = { wij = '(?:we|wij)' }"
    (only,) = pack(tmp_path, rule("proef.een", 'field = "core"\npattern = "{wij} x{1,2}"'), head=head).rules
    assert only.condition.test.patterns[0].source == "(?:we|wij) x{1,2}"


def test_the_language_of_a_pack_is_that_of_its_findings_and_not_of_its_gates(tmp_path):
    finding = rule("nl.een", 'field = "core"\npattern = "idee"')
    gate = rule("nl.twee", 'gate = "thread"\nfield = "core"\npattern = "geheim"')
    rules = pack(tmp_path, finding, gate, head='language = "nl"').rules
    assert [each.language for each in rules] == ["nl", ""]
    assert [each.twin for each in rules] == ["en.een", "en.twee"]


def test_the_digest_is_of_what_matches_and_not_of_the_texts(tmp_path):
    body = 'field = "core"\npattern = "idee"'
    plain = pack(tmp_path, rule("proef.een", body))
    reworded = pack(tmp_path, rule("proef.een", body, texts='\ntitle = { nl = "Anders" }'))
    other = pack(tmp_path, rule("proef.een", body.replace("idee", "ideetje")))
    gate = pack(tmp_path, rule("proef.een", body + '\ngate = "thread"'))
    assert plain == reworded
    assert len({plain.digest, other.digest, gate.digest}) == 3


def test_the_digest_for_a_model_is_of_the_findings_alone(tmp_path):
    finding, gate = 'field = "core"\npattern = "idee"', 'gate = "thread"\nfield = "core"\npattern = "geheim"'
    plain = pack(tmp_path, rule("proef.een", finding))
    stricter = pack(tmp_path, rule("proef.twee", gate), rule("proef.een", finding))
    other = pack(tmp_path, rule("proef.een", finding.replace("idee", "plan")))
    assert digest_of([plain]) == digest_of([stricter]) != digest_of([other])
    assert plain.digest != stricter.digest


def test_a_folder_gives_all_its_packs_in_order(tmp_path):
    written(tmp_path, rule("b.een", 'field = "core"\npattern = "b"'), name="b.toml")
    written(tmp_path, rule("a.een", 'field = "core"\npattern = "a"'), name="a.toml")
    loaded = load_packs([tmp_path, "common"])
    assert [each.rules[0].id for each in loaded] == ["a.een", "b.een", "common.external"]


BROKEN = {
    "a.toml": (
        '[[rule]]\nid = "a.een"\nfield = "subjekt"\npattern = "x"\n\n'
        '[[rule]]\nid = "a.twee"\nfield = "core"\npattern = "("\n'
    ),
    "b.toml": "[[rule\n",
    "c.toml": (
        '[[rule]]\nfield = "core"\npattern = "x"\n\n'
        '[[rule]]\nid = "c.twee"\nfield = "core"\n\n'
        '[[rule]]\nid = "c.drie"\nfield = "core"\npattern = "x"\nany_of = ["y"]\n\n'
        '[[rule]]\nid = "c.vier"\nfield = "internal"\npattern = "x"\n\n'
        '[[rule]]\nid = "c.vijf"\nfield = "core"\npaterns = ["x"]\n\n'
        '[[rule]]\nid = "c.zes"\nfield = "core"\npattern = 3\n\n'
        '[[rule]]\nid = "c.zeven"\nfield = "core"\npattern = "x"\ngate = "mail"\n\n'
        '[[rule]]\nid = "c.acht"\nfield = "core"\npattern = "x"\nunless = { field = "nergens", present = true }\n\n'
        '[[rule]]\nid = "c.negen"\npattern = "x"\n'
    ),
}
MISTAKES = [
    ("a.toml", 1, "a.een", "unknown-field", "subjekt; did you mean subject?"),
    ("a.toml", 6, "a.twee", "bad-pattern", "(: missing ), unterminated subpattern at position 0"),
    ("b.toml", 1, "", "not-toml", None),
    ("c.toml", 1, "", "missing", "id"),
    ("c.toml", 5, "c.twee", "one-test", None),
    ("c.toml", 9, "c.drie", "one-test", None),
    ("c.toml", 15, "c.vier", "wrong-test", "pattern cannot be asked of internal, which holds a flag"),
    ("c.toml", 20, "c.vijf", "unknown-key", "paterns; did you mean patterns?"),
    ("c.toml", 20, "c.vijf", "one-test", None),
    ("c.toml", 25, "c.zes", "wrong-value", "pattern: expected text"),
    ("c.toml", 25, "c.zes", "one-test", None),
    ("c.toml", 30, "c.zeven", "wrong-value", "gate: expected message or thread"),
    ("c.toml", 36, "c.acht", "unknown-field", None),
    ("c.toml", 42, "c.negen", "missing", "field"),
]


def test_a_folder_of_broken_packs_gives_every_mistake_at_once_with_its_place(tmp_path):
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(PackError) as caught:
        load_packs([tmp_path])
    places = [(tmp_path / name, line, rule_id, code) for name, line, rule_id, code, _ in MISTAKES]
    assert [(p.file, p.line, p.rule, p.code) for p in caught.value.problems] == [(str(f), *rest) for f, *rest in places]
    for problem, (*_, detail) in zip(caught.value.problems, MISTAKES, strict=True):
        assert detail is None or problem.detail == detail
    assert f"{tmp_path / 'a.toml'}:1: a.een: unknown-field (subjekt; did you mean subject?)" in str(caught.value)


def test_the_rules_without_mistakes_are_there(tmp_path):
    good = rule("proef.goed", 'field = "core"\npattern = "idee"')
    read = pack(tmp_path, rule("proef.fout", 'field = "core"'), good)
    assert [each.id for each in read.rules] == ["proef.goed"]
    assert [problem.rule for problem in read.problems] == ["proef.fout"]


def test_a_pack_that_cannot_be_read_is_a_mistake_too(tmp_path):
    (tmp_path / "binair.toml").write_bytes(b"\xff\xfe")
    nowhere, binary = read_packs([tmp_path / "nergens.toml", tmp_path / "binair.toml"])
    assert [each.problems[0].code for each in (nowhere, binary)] == ["unreadable", "unreadable"]


def test_names_are_not_paths():
    assert load_packs(["nl"]) == (builtin_packs()[BUILTIN.index("nl")],)
