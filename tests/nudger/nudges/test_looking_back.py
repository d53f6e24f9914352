"""Looking back: what would have been offered, by the same policy; nothing is remembered."""

from __future__ import annotations

from datetime import timedelta

from nudger.nudges.looking_back import earlier
from nudger.nudges.policy import Candidate
from nudger.nudges.rules import policy
from nudger.nudges.workdays import Calendar
from tests.factories import NOW, thread

RULES = policy()


def days_ago(*ages: float, **changes: object) -> list[Candidate]:
    return [Candidate(thread(f"t{n}", last=NOW - timedelta(days=age), **changes)) for n, age in enumerate(ages)]


def found(candidates: list[Candidate]) -> list[tuple[int, str]]:
    return [
        ((NOW - one.at).days, one.candidate.thread.key)
        for one in earlier(candidates, RULES, NOW, Calendar(), suggest_from=0.0)
    ]


def test_each_thread_once_at_the_first_look_after_it() -> None:
    assert found(days_ago(1, 9, 16, 27)) == [(21, "t3"), (14, "t2"), (7, "t1"), (0, "t0")]


def test_the_caps_hold_and_what_is_older_than_a_month_stays_out() -> None:
    assert found(days_ago(29, 40)) == []
    many = found(days_ago(*(1 + n / 100 for n in range(20))))
    assert len(many) == RULES.per_digest
    busy = found(days_ago(*(1 + n for n in range(27))))
    assert max([at for at, _ in busy].count(week) for week in (0, 7, 14, 21)) <= RULES.per_digest


def test_what_may_not_be_offered_would_not_have_been() -> None:
    assert found(days_ago(1, 2, gate="common.external")) == []
    assert found(days_ago(1, 2, verdict="ask")) == []
