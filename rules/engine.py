"""What can be said of a message: the engine, which applies packs to one message and gives findings.

Pure, and called for every mail: rules are grouped by field once, a field is read and made ready once a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.fields import FIELDS, Field
from rules.matching import Patterns, Text
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
    found = []
    for checks in _plan(tuple(packs), stage):
        text = checks.field.text(message)
        for place, rule in checks.worth_trying(text):
            if (span := rule.condition.test.find(text)) and _applies(rule, message):
                found.append((place, Finding(rule.id, rule.gate, checks.field.name, *span)))
    return tuple(finding for _, finding in sorted(found, key=lambda each: each[0]))


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


Placed = tuple[int, Rule]
"""A rule with its place in the order of all."""


@dataclass(frozen=True, slots=True)
class _Checks:
    """The rules that look at one field: those to try on every text, those on an empty one, those by a word they need."""

    field: Field
    always: tuple[Placed, ...]
    by_word: Mapping[str, tuple[Placed, ...]]

    def worth_trying(self, text: Text) -> Iterable[Placed]:
        """The rules that may match."""
        if not self.by_word or not text.original:
            return self.always
        chosen = {placed for word in self.by_word.keys() & text.places.keys() for placed in self.by_word[word]}
        return (*self.always, *chosen)


@lru_cache(maxsize=16)
def _plan(packs: tuple[Pack, ...], stage: str | None) -> tuple[_Checks, ...]:
    rules = [rule for pack in packs for rule in pack.rules]
    fields = dict.fromkeys(field for rule in rules for field in rule.condition.fields if stage in (None, field.stage))
    return tuple(_checks(field, rules) for field in fields)


def _checks(field: Field, rules: Sequence[Rule]) -> _Checks:
    placed = [(place, rule) for place, rule in enumerate(rules) if field in rule.condition.fields]
    by_word: dict[str, list[Placed]] = {}
    for each in placed:
        for word in _words(each[1]):
            by_word.setdefault(word, []).append(each)
    always = tuple(each for each in placed if not _words(each[1]))
    return _Checks(field, always, {word: tuple(each) for word, each in by_word.items()})


def _words(rule: Rule) -> frozenset[str]:
    return rule.condition.test.words if isinstance(rule.condition.test, Patterns) else frozenset()
