"""A year of a leader with a network that is read: something in every part and every picture of the report."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ask_rows import Ask
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.ledger.week_rows import WeekRow
from nudger.nudges.workdays import Calendar
from nudger.shift import calendar
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import Aim, Facts
from nudger.shift.report import Report, report
from tests.factories import suggestion

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ANNOUNCED = date(2026, 8, 3)
HOUR = 3600


def facts(weeks: int = 30, pace: int = 9) -> Facts:
    """Talk goes from mail to the network after the announcement; asks, suggestions and a hold-out beside it."""
    dice = Random(1)
    names = calendar.until(NOW, ZONE, weeks)
    rows, activity = [], []
    for name in names:
        begun = calendar.monday(name) > ANNOUNCED
        talk = max(0, dice.randint(pace // 2, pace) - (3 if begun else 0))
        counts = {
            "load": dice.randint(160, 230),
            "talk": talk,
            "own_talk": talk // 4,
            "left_on_mail": dice.randint(2, 6),
        }
        rows.append(WeekRow(week=name, definition=DEFINITION, model="m1", **counts))
        activity += [_conversation(name, number, dice) for number in range(dice.randint(3, 6) if begun else 2)]
    suggestions, last = _suggestions(dice)
    return Facts(
        rows=rows,
        activity=activity,
        suggestions=suggestions,
        asks=[_ask(dice) for _ in range(60)],
        last=last,
        announced=ANNOUNCED,
        calendar=Calendar(ZONE, "NL", ((date(2026, 7, 20), date(2026, 8, 7)),)),
        aims=(Aim("Minder fouten in de overdracht", 2, (("2026-09", 14), ("2026-10", 11), ("2026-11", 8))),),
    )


def rich() -> Report:
    """The report of it."""
    return report(facts(), NOW, ZONE)


def _conversation(week: str, number: int, dice: Random) -> ActivityRow:
    started = datetime.combine(calendar.monday(week), datetime.min.time(), UTC) + timedelta(hours=9 + 20 * number)
    answer = started + timedelta(hours=dice.randint(1, 60)) if dice.random() < 0.85 else None
    return ActivityRow(
        network="plein",
        community="zorg",
        conversation=f"{week}-{number}",
        week=week,
        started=started,
        people=3,
        replies=2,
        own=number == 0,
        first_answer=answer,
    )


def _ask(dice: Random) -> Ask:
    opened = int(NOW.timestamp()) - dice.randint(2, 170 * 24) * HOUR
    answered = opened + dice.randint(1, 200) * HOUR if dice.random() < 0.8 else None
    own = answered if dice.random() < 0.7 else None
    later = [moment if moment and moment < NOW.timestamp() else None for moment in (answered, own)]
    return Ask(opened, dice.choice(("to", "to", "cc", "from")), *later)


def _suggestions(dice: Random) -> tuple[list[Suggestion], dict[str, datetime]]:
    made, last = [], {}
    for number in range(60):
        state = State.HELD if number % 3 == 0 else State.SENT if number % 2 else State.DECLINED
        offered = NOW - timedelta(days=200 - 3 * number)
        linked = state is State.SENT or number % 15 == 0
        crossed = offered + timedelta(days=2) if linked else None
        facts = {"offered_at": offered, "decided_at": offered, "drawn": True, "crossed": crossed, "week": "2026-W40"}
        made.append(suggestion(f"t{number}", state, **facts))
        if state is State.SENT:
            last[f"t{number}"] = offered + timedelta(days=dice.choice((0, 0, 0, 9)))
    return made, last
