"""Why: gates, findings, the words that weighed, the threshold, and what would change the verdict; as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING, Any

from classifiers.labels import TALK, Verdict
from nudger.ledger.records import ThreadRow
from nudger.mail.words.restoring import cut_lines
from nudger.nudges.grounds import WORDS, Ground, grounds
from nudger.nudges.judging import Judgement, judge
from rules.message import Message
from rules.pack import Pack
from rules.rule import Rule

if TYPE_CHECKING:
    from classifiers.reasons import Reason
    from nudger.looking import Reader

SHOWN = 3
"""Grounds for and against that are shown, at most each."""
TALK_FROM = 0.5
TERMS = 8
"""Terms of the score that stand alone in ``explain --json``."""


@dataclass(frozen=True)
class Explanation:
    """Everything behind one verdict. ``thread`` is None for a message that is not in the ledger."""

    message: Message
    judgement: Judgement
    gates: tuple[Rule, ...]
    findings: tuple[Rule, ...]
    reasons: tuple[Reason, ...]
    threshold: float
    ask_from: float
    model: str
    thread: ThreadRow | None

    @property
    def goal(self) -> str:
        """The first goal whose words occur, or empty."""
        named = (name for name in self.judgement.findings if name.startswith("goal."))
        return next(named, "").removeprefix("goal.")

    @property
    def kind(self) -> str:
        """What it is called: of talk the likeliest kind of talk, else the likeliest kind of all."""
        kinds, judgement = self.judgement.kinds, self.judgement
        if kinds and (judgement.talk or 0) >= TALK_FROM:
            return max(sorted(TALK), key=lambda kind: kinds[kind])
        return judgement.kind or "other"

    @cached_property
    def grounds(self) -> list[Ground]:
        """What spoke for and against, the strongest first."""
        return grounds(self.reasons, self.message)

    @property
    def supporting(self) -> list[Ground]:
        """What spoke for it."""
        return [ground for ground in self.grounds if ground.weight > 0][:SHOWN]

    @property
    def opposing(self) -> list[Ground]:
        """What spoke against it."""
        return [ground for ground in self.grounds if ground.weight < 0][:SHOWN]

    @property
    def without(self) -> float:
        """About what the chance would be without the one thing that spoke most against it."""
        if not self.opposing or self.opposing[0].id == WORDS:
            return self.judgement.worth or 0.0
        odds = sum(reason.weight for reason in self.reasons) - self.opposing[0].weight
        return 1 / (1 + exp(-odds))

    @property
    def changes(self) -> str:
        """Which sentence says what would change the verdict: a stable word."""
        if self.judgement.gates:
            return "gate"
        if self.judgement.verdict is Verdict.SUGGEST:
            return "suggested"
        if self.without >= self.threshold:
            return "one"
        return "asked" if self.judgement.verdict is Verdict.ASK else "far"

    def as_json(self) -> dict[str, Any]:
        """The form of ``explain --json``."""
        judgement = self.judgement
        return {
            "message_id": self.message.id,
            "kind": judgement.kind or None,
            "kinds": judgement.kinds,
            "score": judgement.talk,
            "worth": judgement.worth,
            "verdict": str(judgement.verdict),
            "gates": list(judgement.gates),
            "findings": [name for name in judgement.findings if not name.startswith("goal.")],
            "reasons": [
                {"what": reason.id, "words": list(reason.words), "weight": round(reason.weight, 4)}
                for reason in _strongest(self.reasons)
            ],
            "threshold": self.threshold,
            "goal": self.goal or None,
            "cut": cut_lines(self.message.cuts),
        }


def explanation(message: Message, reader: Reader, *, thread: ThreadRow | None = None) -> Explanation:
    """Judge this message again and say why; a gated one is scored too, so that one sees what the gate held back."""
    judgement = _with_gate(
        judge([message], reader.packs, reader.model, goals=reader.goals, ungated=True)[0], thread.gate if thread else ""
    )
    findings = tuple(name for name in judgement.findings if not name.startswith("goal."))
    return Explanation(
        message=message,
        judgement=judgement,
        gates=_rules(judgement.gates, reader.packs),
        findings=_rules(findings, reader.packs),
        reasons=reader.model.reasons(message, judgement.findings, shown=1_000),
        threshold=reader.model.bands.suggest_from,
        ask_from=reader.model.bands.ask_from,
        model=reader.model_id,
        thread=thread,
    )


def _strongest(reasons: Sequence[Reason]) -> list[Reason]:
    """A few terms alone; the others are added to ``rest``, so that the weights still add up to the score."""
    *terms, rest, base = reasons
    return [*terms[:TERMS], replace(rest, weight=rest.weight + sum(term.weight for term in terms[TERMS:])), base]


def _with_gate(judgement: Judgement, gate: str) -> Judgement:
    """The judgement under the gate that another message put on the thread; empty: none."""
    if not gate or gate in judgement.gates:
        return judgement
    return replace(judgement, gates=(*judgement.gates, gate), thread_gate=gate, verdict=Verdict.LEAVE)


def _rules(ids: Sequence[str], packs: Sequence[Pack]) -> tuple[Rule, ...]:
    known = {rule.id: rule for pack in packs for rule in pack.rules}
    return tuple(known[name] for name in ids if name in known)
