"""Looking back: what the policy would have offered lately. A pure function; it remembers and offers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.nudges.policy import Candidate, Offer, decide
from nudger.nudges.restraint import Situation
from nudger.nudges.rules import Policy
from nudger.nudges.workdays import Calendar

WEEKS = 4


class Earlier(NamedTuple):
    """A thread that would have been offered, and when."""

    at: datetime
    candidate: Candidate


def earlier(
    candidates: Sequence[Candidate], rules: Policy, now: datetime, calendar: Calendar, suggest_from: float
) -> list[Earlier]:
    """One look a week over the last four weeks, as if the beginning lay behind and each offer was taken over."""
    situation = Situation(calendar=calendar, phase="run", suggest_from=suggest_from)
    lately = [one for one in candidates if one.thread.last > now - timedelta(weeks=WEEKS)]
    found: list[Earlier] = []
    for back in reversed(range(WEEKS)):
        at = now - timedelta(weeks=back)
        here = [one for one in lately if one.thread.last <= at]
        history = [_taken(one) for one in found]
        actions = decide(here, history, rules, at, situation)
        found += [Earlier(at, action.candidate) for action in actions if isinstance(action, Offer)]
    return found


def _taken(one: Earlier) -> Suggestion:
    thread = one.candidate.thread
    return Suggestion(
        id=thread.key,
        thread=thread.key,
        state=State.HANDED_OFF,
        week="",
        kind=thread.kind,
        own=thread.own_start,
        goal="",
        offered_at=one.at,
        decided_at=one.at,
    )
