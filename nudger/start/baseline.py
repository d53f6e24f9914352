"""nudger/start: reading back for the first time: the baseline, and what would have been offered, only to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from nudger.answering import calendar
from nudger.ledger.ledger import Ledger
from nudger.nudges import suggestions
from nudger.nudges.looking_back import Earlier, earlier
from nudger.nudges.loops import waiting
from nudger.shift.facts import gather
from nudger.shift.report import report

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.mail.source import Source

WEEKS = 26
SHOWN = 5


class Baseline(NamedTuple):
    """What 26 weeks hold: mails read, talk by mail, what waits for an answer now."""

    mails: int
    talk: int
    waiting: int


class Looked(NamedTuple):
    """A thread that would have been offered, with its title as the mail has it."""

    earlier: Earlier
    title: str


def read_back(app: App) -> None:
    """Poll for the first time and show what came of it. Nothing is offered today. Raises the first mailbox error."""
    place = app.place
    today = place.now.astimezone(place.zone).date()
    with place.ledger() as ledger, ledger.atomic():
        ledger.settings.put(suggestions.OBSERVE_UNTIL, today.isoformat())
    outcome = app.read()
    for mailbox in outcome.mailboxes:
        if mailbox.error:
            raise mailbox.error
    with place.ledger() as ledger, place.sources() as sources:
        base = _baseline(app, ledger)
        found = _looked(app, ledger, sources)
    app.emit(lambda: _json(base, found), lambda: _tell(app, base, found))


def _baseline(app: App, ledger: Ledger) -> Baseline:
    place = app.place
    facts = gather(ledger, place.now, weeks=WEEKS, aims=())
    whole = report(facts, place.now, place.zone, weeks=WEEKS)
    mails = sum(n for outcome, n in ledger.mail.outcomes().items() if outcome != "duplicate")
    return Baseline(mails, whole.talk, len(waiting(ledger.loops.all(), place.now)))


def _looked(app: App, ledger: Ledger, sources: dict[str, Source]) -> list[Looked]:
    place = app.place
    candidates = suggestions.candidates(ledger)
    days, sure = calendar(place, ledger), place.model.bands.suggest_from
    found = earlier(candidates, place.policy, place.now, days, sure)
    newest = sorted(found, key=lambda one: one.candidate.thread.last, reverse=True)[:SHOWN]
    titled = ((one, place.read_thread(one.candidate.thread.key, ledger, sources)) for one in newest)
    return [Looked(one, messages[0].topic or messages[0].subject) for one, messages in titled if messages]


def _tell(app: App, base: Baseline, found: list[Looked]) -> None:
    screen = app.screen
    screen.say("init-baseline", mails=base.mails, talk=base.talk, weeks=WEEKS)
    if base.waiting:
        screen.say("init-waiting", n=base.waiting)
    screen.line()
    screen.say("init-earlier" if found else "init-earlier-none", style="bold" if found else "")
    titles = {goal.id: goal.title for goal in app.place.goals}
    for one in found:
        thread, goals = one.earlier.candidate.thread, one.earlier.candidate.goals
        day = screen.texts.short_date(thread.last.astimezone(app.place.zone).date())
        screen.say("init-earlier-line", day=day, title=one.title[:48], people=thread.people)
        own = screen.texts("init-earlier-own") if thread.own_start else ""
        goal = titles.get(goals[0], "") if goals else ""
        if about := ", ".join(filter(None, (own, goal))):
            screen.line(about, indent=8, style="dim")


def _json(base: Baseline, found: list[Looked]) -> dict[str, Any]:
    threads = [one.earlier.candidate.thread for one in found]
    rows = [{"kind": t.kind, "people": t.people, "own_start": t.own_start, "last": t.last.isoformat()} for t in threads]
    return {**base._asdict(), "earlier": rows}
