"""Judging: gates first, then the model, then the verdict; a pure function of messages, packs and model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from classifiers.labels import KINDS, Verdict
from rules.engine import Finding, findings
from rules.message import Message
from rules.pack import Pack

if TYPE_CHECKING:
    from classifiers.model import Model, Scores

LONG_ENOUGH = 5
"""Letters of a word that is sought inside other words too."""
DECIMALS = 4
"""Probabilities are rounded, so that the same mail gives the same row on every machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is thought of one message. Scores are None where a gate holds (unless asked for ungated)."""

    gates: tuple[str, ...] = ()
    thread_gate: str = ""
    findings: tuple[str, ...] = ()
    kind: str = ""
    kinds: Mapping[str, float] | None = None
    talk: float | None = None
    worth: float | None = None
    verdict: Verdict = Verdict.LEAVE


def gated(message: Message, packs: Sequence[Pack], stage: str | None = None) -> Judgement:
    """Gates and findings alone; ``stage="header"`` uses only what is known before any text is fetched."""
    return _from_findings(findings(packs, message, stage=stage))


def judge(
    messages: Sequence[Message],
    packs: Sequence[Pack],
    model: Model,
    *,
    goals: Sequence[Goal] = (),
    ungated: bool = False,
) -> list[Judgement]:
    """A judgement for each message, in order. With ``ungated`` gated ones get scores too, their verdict stays leave."""
    first = [_from_findings(findings(packs, message), matching(goals, message)) for message in messages]
    scored = [index for index, judgement in enumerate(first) if ungated or not judgement.gates]
    if scored:
        scores = model.score([messages[i] for i in scored], [first[i].findings for i in scored])
        for row, index in enumerate(scored):
            first[index] = _with_scores(first[index], messages[index], scores, row, model)
    return first


@dataclass(frozen=True, slots=True)
class Goal:
    """One of at most two purposes: its id, its title as written or built in, words that belong to it, its community."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    community: str = ""
    promise_days: int = 2


def matching(goals: Iterable[Goal], message: Message) -> tuple[str, ...]:
    """``goal.ID`` for each goal of which a word occurs in the own words or the subject."""
    text = f"{message.subject}\n{message.own_words}".casefold()
    return tuple(f"goal.{goal.id}" for goal in goals if any(_occurs(word.casefold(), text) for word in goal.words))


def _occurs(word: str, text: str) -> bool:
    """Anywhere, for Dutch joins words (``medicatiefouten``); a short word only where a word begins (``ai`` in mail)."""
    if len(word) >= LONG_ENOUGH:
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None


def _from_findings(found: Sequence[Finding], goals: tuple[str, ...] = ()) -> Judgement:
    gates = tuple(dict.fromkeys(finding.rule_id for finding in found if finding.gate))
    thread = min((finding.rule_id for finding in found if finding.gate == "thread"), default="")
    others = tuple(dict.fromkeys(finding.rule_id for finding in found if not finding.gate))
    return Judgement(gates=gates, thread_gate=thread, findings=others + goals)


def _with_scores(before: Judgement, message: Message, scores: Scores, row: int, model: Model) -> Judgement:
    kinds = {kind: round(float(p), DECIMALS) for kind, p in zip(KINDS, scores.kinds[row], strict=True)}
    worth = round(float(scores.worth[row]), DECIMALS)
    own_share = kinds["share"] if message.from_owner and message.links else 0.0
    return Judgement(
        gates=before.gates,
        thread_gate=before.thread_gate,
        findings=before.findings,
        kind=max(KINDS, key=lambda kind: kinds[kind]),
        kinds=kinds,
        talk=round(float(scores.talk[row]), DECIMALS),
        worth=worth,
        verdict=Verdict.LEAVE if before.gates else _band(model, worth, own_share),
    )


def _band(model: Model, worth: float, own_share: float) -> Verdict:
    """The verdict on worth; what the owner herself passes on with a public link has a cut-off of its own."""
    if own_share >= model.bands.share_from:
        return Verdict.SUGGEST
    return model.bands.verdict(worth)
