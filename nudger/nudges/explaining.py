"""Why: gates, findings, the words that weighed, the threshold, and what would change the verdict; as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from classifiers.labels import Verdict
from nudger.ledger.records import ThreadRow
from nudger.mail.words.restoring import cut_lines
from nudger.nudges.judging import Judgement, judge
from rules.message import Message
from rules.pack import Pack
from rules.rule import Rule

if TYPE_CHECKING:
    from classifiers.reasons import Reason
    from nudger.poll import Reader

WEIGHTS_SHOWN = 4
"""Reasons for and against that are shown, at most each."""
LEAST = 0.05
"""Reasons of less weight (log-odds) say nothing to a person."""


@dataclass(frozen=True, slots=True)
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
    def supporting(self) -> list[Reason]:
        """What spoke for it, the strongest first."""
        return [reason for reason in self._named if reason.weight > LEAST][:WEIGHTS_SHOWN]

    @property
    def opposing(self) -> list[Reason]:
        """What spoke against it, the strongest first."""
        return [reason for reason in self._named if reason.weight < -LEAST][:WEIGHTS_SHOWN]

    @property
    def changes(self) -> str:
        """Which sentence says what would change the verdict: a stable word."""
        if self.judgement.gates:
            return "gate"
        return "suggested" if self.judgement.verdict is Verdict.SUGGEST else "below"

    @property
    def _named(self) -> list[Reason]:
        return [reason for reason in self.reasons if reason.id not in ("rest", "base")]

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
                for reason in self.reasons
            ],
            "threshold": self.threshold,
            "goal": self.goal or None,
            "cut": cut_lines(self.message.cuts),
        }


def explanation(message: Message, reader: Reader, *, thread: ThreadRow | None = None) -> Explanation:
    """Judge this message again and say why; a gated one is scored too, so that one sees what the gate held back."""
    judgement = judge([message], reader.packs, reader.model, goals=reader.goals, ungated=True)[0]
    if thread and thread.gate and thread.gate not in judgement.gates:
        # Another mail of the thread closed it: this one is closed with it.
        judgement = replace(judgement, gates=(*judgement.gates, thread.gate), verdict=Verdict.LEAVE)
    findings = tuple(name for name in judgement.findings if not name.startswith("goal."))
    return Explanation(
        message=message,
        judgement=judgement,
        gates=_rules(judgement.gates, reader.packs),
        findings=_rules(findings, reader.packs),
        reasons=reader.model.reasons(message, judgement.findings),
        threshold=reader.model.bands.suggest_from,
        ask_from=reader.model.bands.ask_from,
        model=reader.model_id,
        thread=thread,
    )


def _rules(ids: Sequence[str], packs: Sequence[Pack]) -> tuple[Rule, ...]:
    known = {rule.id: rule for pack in packs for rule in pack.rules}
    return tuple(known[name] for name in ids if name in known)
