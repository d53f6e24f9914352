"""What can be said of a message: the engine, which applies packs to one message and gives findings.

Pure, and called for every mail: rules are grouped by field once, a field is read and made ready once a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.fields import FIELDS, Field
from rules.matching import Text
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
    for field, checks in _plan(tuple(packs), stage):
        text = Text(field.read(message), prose=field.prose)
        for place, rule in checks:
            if rule.language and message.language not in (rule.language, "unknown"):
                continue
            if (span := rule.condition.test.find(text)) and not (rule.unless and _holds(rule.unless, message)):
                found.append((place, Finding(rule.id, rule.gate, field.name, *span)))
    return tuple(finding for _, finding in sorted(found, key=lambda each: each[0]))


def gates(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that forbid."""
    return tuple(finding for finding in found if finding.gate)


def evidence(message: Message, finding: Finding) -> str:
    """The words that a finding is about; for the screen of the owner, never to be stored."""
    return FIELDS[finding.field].read(message)[finding.start : finding.end]


def _holds(condition: Condition, message: Message) -> bool:
    return any(condition.test.find(Text(each.read(message), prose=each.prose)) for each in condition.fields)


Checks = tuple[tuple[int, Rule], ...]
"""Rules that look at one field, each with its place in the order of all."""


@lru_cache(maxsize=16)
def _plan(packs: tuple[Pack, ...], stage: str | None) -> tuple[tuple[Field, Checks], ...]:
    rules = [rule for pack in packs for rule in pack.rules]
    fields = dict.fromkeys(field for rule in rules for field in rule.condition.fields if stage in (None, field.stage))
    return tuple((field, _checks(rules, field)) for field in fields)


def _checks(rules: Sequence[Rule], field: Field) -> Checks:
    return tuple((place, rule) for place, rule in enumerate(rules) if field in rule.condition.fields)
