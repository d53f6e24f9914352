"""Learning: a leader's choices are kept as numbers, and become a model of her own where that proves better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from nudger import models
from nudger.errors import NudgerError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.verdict_rows import VerdictRow
from nudger.nudges.judging import gated
from nudger.nudges.taste import LEAST, LEAST_EACH, SEEN, choices, enough, liked
from nudger.reread import where_it_stood

if TYPE_CHECKING:
    from classifiers.model import Model
    from classifiers.personal import Decision
    from classifiers.proof import Proof
    from nudger.app import App
    from nudger.mail.source import Source
    from nudger.workplace import Workplace
    from rules.message import Message

DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned, and whether it judges from now on.

    ``words`` and ``numbers`` count the choices whose mail could be read again and those of which only numbers are left,
    ``lost`` those of which nothing is left, ``silent`` the verdicts that say nothing of worth. ``model`` is empty where
    it was not taken into use.
    """

    yes: int
    no: int
    words: int
    numbers: int
    lost: int
    silent: int
    proof: Proof
    model: str = ""


# --- the numbers of decided threads


def remember(place: Workplace, ledger: Ledger, sources: Mapping[str, Source]) -> None:
    """Keep the numbers of threads that were decided since the last time; when the mail cannot be reached, later."""
    base = models.digest(place.base) if (rows := choices(ledger.verdicts.all())) else ""
    fresh = [row for row in rows if row.base != base[: models.ID]]
    if fresh:
        try:
            _keep(place, ledger, fresh, _read(place, ledger, sources, fresh))
        except NudgerError:
            return


def _read(
    place: Workplace, ledger: Ledger, sources: Mapping[str, Source], rows: Sequence[VerdictRow]
) -> dict[str, Message]:
    keys = [row.message for row in rows]
    return where_it_stood(keys, ledger, sources, place.perspective, place.now)


def _keep(place: Workplace, ledger: Ledger, rows: Sequence[VerdictRow], messages: Mapping[str, Message]) -> None:
    from classifiers import personal

    base = place.base
    there = [row for row in rows if row.message in messages]
    data = _features(place, [messages[row.message] for row in there])
    made = dict(zip([row.thread for row in there], personal.kept(base, data).tolist(), strict=True)) if there else {}
    with ledger.atomic():
        for row in rows:
            numbers = [round(value, DECIMALS) for value in made.get(row.thread, ())]
            ledger.verdicts.keep_numbers(row.thread, numbers, models.digest(base)[: models.ID])


def _features(place: Workplace, messages: Sequence[Message]) -> Any:
    findings = [gated(message, place.packs).findings for message in messages]
    return place.base.extractor.encode(messages, findings)


# --- train


def train(app: App) -> None:
    """Learn from the leader's choices, and use what was learned where it proves at least as good as the base.

    Raises UsageError when there are too few choices, MailboxUnavailable and the like when the mail cannot be reached.
    """
    place = app.place
    with place.ledger(alone=True) as ledger, place.sources() as sources:
        rows = choices(ledger.verdicts.all())
        if not enough(rows):
            raise UsageError("train-too-few", hint="train-too-few-hint", n=len(rows), least=LEAST, each=LEAST_EACH)
        messages = _read(place, ledger, sources, rows)
        _keep(place, ledger, _unread(rows, messages, models.digest(place.base)), messages)
        lesson = _learn(place, ledger, messages)
        with ledger.atomic():
            ledger.settings.put(SEEN, str(len(rows)))
    app.emit(lambda: _lesson_json(lesson), lambda: _tell(app, lesson))


def _unread(rows: Sequence[VerdictRow], messages: Mapping[str, Message], base: str) -> list[VerdictRow]:
    """The rows whose numbers are made anew: all that could be read, and those that only another base knew."""
    return [row for row in rows if row.message in messages or row.base != base[: models.ID]]


def _learn(place: Workplace, ledger: Ledger, messages: Mapping[str, Message]) -> Lesson:
    from classifiers import personal
    from classifiers.proof import proof

    rows = ledger.verdicts.all()
    known = [row for row in choices(rows) if row.numbers]
    decisions = _decisions(place, known, messages)
    found = proof(place.base, decisions)
    lesson = Lesson(
        yes=sum(decision.yes for decision in decisions),
        no=sum(not decision.yes for decision in decisions),
        words=sum(bool(decision.meaning) for decision in decisions),
        numbers=sum(not decision.meaning for decision in decisions),
        lost=len(choices(rows)) - len(known),
        silent=len(rows) - len(choices(rows)),
        proof=found,
    )
    if not found.holds:
        return lesson
    return replace(lesson, model=_take_into_use(place, personal.adapted(place.base, decisions), lesson))


def _decisions(place: Workplace, rows: Sequence[VerdictRow], messages: Mapping[str, Message]) -> list[Decision]:
    """Oldest first; with the meaning of the words where the mail could be read."""
    from classifiers import personal
    from classifiers.personal import Decision

    there = [row for row in rows if row.message in messages]
    data = _features(place, [messages[row.message] for row in there])
    meanings = personal.meaning(place.base, data).tolist() if there else []
    by_thread = {row.thread: tuple(values) for row, values in zip(there, meanings, strict=True)}
    return [Decision(row.numbers, bool(liked(row)), meaning=by_thread.get(row.thread, ())) for row in rows]


def _take_into_use(place: Workplace, learned: Model, lesson: Lesson) -> str:
    """Keep the model with its card, and let it judge."""
    card = {
        "packs": place.base.card["packs"],
        "base": models.digest(place.base),
        "made": place.now.isoformat(timespec="seconds"),
        "decisions": lesson.yes + lesson.no,
        "learned_from": {name: getattr(lesson, name) for name in ("yes", "no", "words", "numbers")},
        "proof": asdict(lesson.proof),
    }
    name = place.shelf.add(replace(learned, card=card))
    place.shelf.use(name)
    return name


def _tell(app: App, lesson: Lesson) -> None:
    say, texts = app.screen.say, app.place.texts
    say("train-learned", n=lesson.yes + lesson.no, yes=lesson.yes, no=lesson.no)
    for key, n in (("train-numbers", lesson.numbers), ("train-lost", lesson.lost), ("train-silent", lesson.silent)):
        if n:
            say(key, n=n)
    chances = {name: texts.percent(round(100 * getattr(lesson.proof, name)), 100) for name in ("base", "learned")}
    say("train-used" if lesson.model else "train-not-used", n=lesson.proof.n, model=lesson.model, **chances)


def _lesson_json(lesson: Lesson) -> dict[str, Any]:
    values = asdict(lesson)
    return {**values, "model": lesson.model or None, "used": bool(lesson.model)}
