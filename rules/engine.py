"""What can be said of a message: the engine, which applies packs to one message and gives findings.

Pure, and called for every mail: rules are grouped by field once, a field is read and made ready once a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.fields import FIELDS, Field
from rules.matching import Pattern, Patterns, Test, Text
from rules.message import Message
from rules.pack import Pack
from rules.rule import Condition, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that matched. ``gate`` is ``message``, ``thread`` or empty.

    ``start`` and ``end`` are offsets in the text form of ``field`` (:func:`evidence` gives the words); never the text
    itself, so that a finding can be stored and logged.
    """

    rule_id: str
    gate: str
    field: str
    start: int
    end: int


def findings(packs: Sequence[Pack], message: Message, stage: str | None = None) -> tuple[Finding, ...]:
    """What the packs find in a message, in the order of the rules, at most one finding a rule and field.

    ``stage`` ``header`` judges only the fields that are known before any text is fetched, ``text`` only the others.
    A finding for one language is left out where the message is surely in another; a gate never is.
    """
    found: dict[tuple[int, str], Finding] = {}
    for checks in _plan(tuple(packs), stage):
        text = checks.field.text(message)
        for place, rule, test in checks.worth_trying(text) if text.original else checks.on_empty:
            key = (place, checks.field.name)
            if key not in found and (span := test.find(text)) and _applies(rule, message):
                found[key] = Finding(rule.id, rule.gate, checks.field.name, *span)
    return tuple(found[key] for key in sorted(found))


def gates(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that forbid."""
    return tuple(finding for finding in found if finding.gate)


def evidence(message: Message, finding: Finding) -> str:
    """The words that a finding is about; for the screen of the owner, never to be stored."""
    return FIELDS[finding.field].read(message)[finding.start : finding.end]


def _applies(rule: Rule, message: Message) -> bool:
    spoken = not rule.language or message.language in (rule.language, "unknown")
    return spoken and not (rule.unless and _holds(rule.unless, message))


def _holds(condition: Condition, message: Message) -> bool:
    return any(condition.test.find(each.text(message)) for each in condition.fields)


Check = tuple[int, Rule, Pattern | Test]
"""A rule with its place in the order of all, and one of its patterns, or its test where that is of another kind."""


@dataclass(frozen=True, slots=True)
class _Checks:
    """What is asked of one field, in order.

    ``on_empty`` where there is no text; else ``always``, and the others where one of their words occurs.
    """

    field: Field
    checks: Sequence[Check]
    on_empty: Sequence[Check]
    always: frozenset[int]
    by_word: Mapping[str, Sequence[int]]

    def worth_trying(self, text: Text) -> Sequence[Check]:
        """The checks that may match, in order."""
        if not self.by_word:
            return self.checks
        words = self.by_word.keys() & text.places.keys()
        chosen = self.always.union(*(self.by_word[word] for word in words))
        return [self.checks[number] for number in sorted(chosen)]


@lru_cache(maxsize=16)
def _plan(packs: tuple[Pack, ...], stage: str | None) -> tuple[_Checks, ...]:
    rules = [rule for pack in packs for rule in pack.rules]
    fields = dict.fromkeys(field for rule in rules for field in rule.condition.fields if stage in (None, field.stage))
    return tuple(_checks(field, rules) for field in fields)


def _checks(field: Field, rules: Sequence[Rule]) -> _Checks:
    mine = [(place, rule) for place, rule in enumerate(rules) if field in rule.condition.fields]
    checks = [(place, rule, test) for place, rule in mine for test in _parts(rule.condition.test)]
    by_word: dict[str, list[int]] = {}
    for number, (_, _, test) in enumerate(checks):
        for word in _words(test):
            by_word.setdefault(word, []).append(number)
    always = frozenset(number for number, (_, _, test) in enumerate(checks) if not _words(test))
    on_empty = [check for check in checks if check[2].find(Text(""))]
    return _Checks(field, checks, on_empty, always, by_word)


def _parts(test: Test) -> Sequence[Pattern | Test]:
    return test.patterns if isinstance(test, Patterns) else (test,)


def _words(test: Pattern | Test) -> frozenset[str]:
    return test.words if isinstance(test, Pattern) else frozenset()
