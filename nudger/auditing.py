"""Auditing: short questions at the end of a review, drawn by lot, that tell the report how often the model is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from nudger.ledger.audit_rows import OTHER, TALK
from nudger.ledger.ledger import Ledger
from nudger.shift.correction import MIN_AUDITED, MIN_EACH, Audits
from nudger.shift.facts import present_model

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.texts.screen import Screen
    from rules.message import Message

OFF = "audits-off"
"""The setting with the moment at which the leader wanted no such question any more."""
BACK = timedelta(weeks=26)
"""How far back a conversation may lie: as far as the report looks."""
TRIES = 3
"""Threads that are looked for in the mailbox for each question; older mail is often gone."""
LINES = (8, 4)
"""Lines that are shown of the first mail and of the first answer."""


class Drawn(NamedTuple):
    """A conversation that the lot fell on: its thread, what it was counted as, and the model that counted it."""

    thread: str
    counted_as: str
    model: str


Item = tuple[Drawn, Sequence["Message"]]
"""A conversation that was drawn, with its mails, oldest first."""


def talk(app: App, ledger: Ledger) -> None:
    """Ask about a few conversations whether they were talk. Nothing happens where the leader wants no questions."""
    most = app.place.policy.audits
    drawn = () if ledger.settings.get(OFF) else tuple(islice(draw(ledger, app.place.now), TRIES * most))
    if not drawn:
        return
    with app.place.sources() as sources:
        readable = ((one, mails) for one in drawn if (mails := app.place.read_thread(one.thread, ledger, sources)))
        items = list(islice(readable, most))
    if items:
        app.screen.line()
        app.screen.say("review-audit-intro", style="dim", n=len(items))
        _walk(app.screen, ledger, items, app.place.now)


def resume(ledger: Ledger) -> None:
    """Ask again; inside a transaction."""
    ledger.settings.remove(OFF)


def draw(ledger: Ledger, now: datetime) -> Iterator[Drawn]:
    """The conversations to ask about, the sort of which fewer were looked at first; none once there are enough."""
    model = present_model(ledger.weeks.all())
    found = Audits(ledger.audits.found(TALK, model), ledger.audits.found(OTHER, model))
    if found.enough:
        return
    asked = {TALK: found.talk.n, OTHER: found.other.n}
    lots = {sort: iter(ledger.audits.draw(sort, model, now - BACK)) for sort in asked}
    while wanted := [sort for sort in lots if asked[sort] < MIN_AUDITED - MIN_EACH]:
        sort = min(wanted, key=asked.__getitem__)
        if thread := next(lots[sort], None):
            asked[sort] += 1
            yield Drawn(thread, sort, model)
        else:
            del lots[sort]


def _walk(screen: Screen, ledger: Ledger, items: Sequence[Item], now: datetime) -> None:
    """Each in turn; ``u`` goes one back, any other key leaves this one open."""
    place = 0
    while place < len(items):
        one, mails = items[place]
        _show(screen, mails)
        key = screen.ask_key()
        if key in ("s", "q", "x"):
            if key == "x":
                _never(screen, ledger, now)
            return
        if key in ("j", "y", "n"):
            with ledger.atomic():
                ledger.audits.put(one.thread, one.counted_as, one.model, now, talk=key != "n")
            screen.say("review-thanks")
        if key == "u" and place:
            place -= 1
            _take_back(screen, ledger, items[place][0])
        else:
            place += key != "u"


def _show(screen: Screen, mails: Sequence[Message]) -> None:
    screen.line()
    screen.say("review-audit", style="bold")
    screen.line(f"“{mails[0].topic or mails[0].subject}”")
    for mail, most in zip(mails, LINES, strict=False):
        lines = mail.core.strip().splitlines()
        screen.line("\n".join(lines[:most] + ["…"] * (len(lines) > most)), indent=2, style="dim")
    screen.say("review-audit-keys", style="dim")


def _take_back(screen: Screen, ledger: Ledger, one: Drawn) -> None:
    with ledger.atomic():
        ledger.audits.remove(one.thread)
    screen.say("review-undone")


def _never(screen: Screen, ledger: Ledger, now: datetime) -> None:
    with ledger.atomic():
        ledger.settings.put(OFF, now.isoformat())
    screen.say("review-audit-off")
