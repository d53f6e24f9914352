"""What can be said of a message: the lint of rule packs, which finds every mistake of all packs in one go.

Besides what makes a rule unreadable: does each example match and each counter-example not; has each Dutch rule its
English twin; are ids unique and texts there in both languages; does each pattern stay on one line, bounded and fast.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rules import redos, triggers
from rules.matching import Pattern, Patterns, Text
from rules.pack import Pack
from rules.rule import LANGUAGES, Problem, Rule

_ID = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9-]+)+")


def problems(packs: Sequence[Pack], *, attack: bool = True) -> list[Problem]:
    """All mistakes, pack by pack. ``attack`` tries each pattern on hostile texts too, which takes some seconds."""
    everything = [rule for pack in packs for rule in pack.rules]
    checks: list[Callable[[Rule], Iterator[tuple[str, str]]]] = [
        lambda rule: _identity(rule, everything),
        _texts,
        _examples,
        _patterns,
    ]
    slow = frozenset(redos.slow(sorted(_all_patterns(everything), key=str))) if attack else frozenset()
    checks.append(lambda rule: (("slow", pattern.source) for pattern in _patterns_of(rule) if pattern in slow))
    return [
        *(problem for pack in packs for problem in pack.problems),
        *(
            Problem(pack.file, rule.line, rule.id, code, detail)
            for pack in packs
            for rule in pack.rules
            for check in checks
            for code, detail in check(rule)
        ),
    ]


def _identity(rule: Rule, everything: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    by_id = {each.id: each for each in everything}
    if not _ID.fullmatch(rule.id):
        yield "bad-id", "expected words in lower case with a dot between, such as nl.asks-opinion"
    if Counter(each.id for each in everything)[rule.id] > 1:
        yield "duplicate-id", ""
    if rule.gate and rule.language:
        yield "gate-language", "a gate is for mail in every language"
    if not rule.twin:
        return
    if rule.twin not in by_id:
        yield "no-twin", rule.twin
    elif _shape(rule) != _shape(by_id[rule.twin]):
        yield "twin-differs", f"{rule.twin} has another gate or other fields"


def _shape(rule: Rule) -> tuple[str, tuple[str, ...]]:
    return rule.gate, tuple(field.name for field in rule.condition.fields)


def _texts(rule: Rule) -> Iterator[tuple[str, str]]:
    for key in ("title", "why"):
        for language in LANGUAGES:
            if not getattr(getattr(rule, key), language):
                yield "no-text", f"{key}.{language}"


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    if not rule.examples:
        yield "no-example", ""
    for example in rule.examples:
        if not _matches(rule, example):
            yield "example-missed", example
    for example in rule.counter_examples:
        if _matches(rule, example):
            yield "counter-example-hit", example


def _matches(rule: Rule, example: str) -> bool:
    """Whether the rule matches this text form of one of its fields; other fields are not known here."""
    text = Text(example, prose=any(field.prose for field in rule.condition.fields))
    excused = rule.unless and set(rule.unless.fields) <= set(rule.condition.fields) and rule.unless.test.find(text)
    return bool(rule.condition.test.find(text)) and not excused


def _patterns(rule: Rule) -> Iterator[tuple[str, str]]:
    for pattern in _patterns_of(rule):
        plain = triggers.plain_characters(pattern.source)
        if not triggers.is_bounded(pattern.source):
            yield "unbounded", pattern.source
        if pattern.search(""):
            yield "matches-nothing", pattern.source
        if plain & {"\n", "\r"}:
            yield "line-break", pattern.source
        if not pattern.case and any(character != character.lower() for character in plain):
            yield "capital", pattern.source


def _patterns_of(rule: Rule) -> tuple[Pattern, ...]:
    tests = [condition.test for condition in (rule.condition, rule.unless) if condition]
    return tuple(pattern for test in tests if isinstance(test, Patterns) for pattern in test.patterns)


def _all_patterns(rules: Sequence[Rule]) -> frozenset[Pattern]:
    return frozenset(pattern for rule in rules for pattern in _patterns_of(rule))
