"""Restraint: the table of the beginning, the bar after a no, resting, asking to stop, a circle called private."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.nudges.policy import Candidate, End, Offer, Wake, decide
from nudger.nudges.restraint import AskToStop, GoOn, Situation, Stop, bar, phase, rests, stopping
from nudger.nudges.rules import policy
from nudger.nudges.suggestions import RESUMED, STOP_ASKED, paused_until, resume, update
from nudger.nudges.workdays import Calendar
from tests.factories import ANNA, FATIMA, NOW, TOM, message, message_row, suggestion, thread

RULES = policy()
MANY = [Candidate(thread(f"t{n}", own_start=n % 2 == 0)) for n in range(20)]


def offers(situation: Situation, history: list[Suggestion] | None = None) -> list[Candidate]:
    actions = decide(MANY, history or [], RULES, NOW, situation)
    return [action.candidate for action in actions if isinstance(action, Offer)]


def past(state: State, *days: float) -> list[Suggestion]:
    return [
        suggestion(f"past{n}", state, offered_at=NOW - timedelta(days=ago), decided_at=NOW - timedelta(days=ago))
        for n, ago in enumerate(days)
    ]


def test_the_phases_follow_the_announcement() -> None:
    day = date(2026, 6, 2)
    assert phase(None, None, day, RULES) == "before"
    assert phase(day, date(2026, 6, 30), day, RULES) == "observe"
    assert phase(day + timedelta(days=1), None, day, RULES) == "before"
    assert phase(day - timedelta(days=13), None, day, RULES) == "first"
    assert phase(day - timedelta(days=14), None, day, RULES) == "run"


@pytest.mark.parametrize(("name", "n"), [("observe", 0), ("before", 1), ("first", 2), ("run", 3)])
def test_the_table_of_the_beginning(name: str, n: int) -> None:
    found = offers(Situation(phase=name))  # type: ignore[arg-type]
    assert len(found) == n
    assert name != "before" or all(candidate.thread.own_start for candidate in found)


def test_before_the_announcement_one_a_week() -> None:
    assert offers(Situation(phase="before"), past(State.EXPIRED, 6)) == []
    assert len(offers(Situation(phase="before"), past(State.EXPIRED, 8))) == 1


def test_answers_come_first_and_a_muted_circle_is_left_alone() -> None:
    assert offers(Situation(answers_first=True)) == []
    muted = frozenset(candidate.thread.key for candidate in MANY[2:])
    assert {candidate.thread.key for candidate in offers(Situation(muted=muted))} == {"t0", "t1"}
    one = suggestion("t5")
    assert End(one, State.WITHDRAWN) in decide(MANY, [one], RULES, NOW, Situation(muted=muted))


def test_three_dismissals_in_a_row_raise_the_bar_and_a_yes_lowers_it() -> None:
    assert bar(past(State.DECLINED, 30, 20), RULES, 0.6) == 0.0
    assert bar(past(State.DECLINED, 30, 20, 10), RULES, 0.6) == pytest.approx(0.7)
    assert bar(past(State.DECLINED, *range(10, 70)), RULES, 0.6) < 1
    assert bar([*past(State.DECLINED, 30, 20, 10), *past(State.SENT, 1)], RULES, 0.6) == 0.0
    assert bar(past(State.EXPIRED, 30, 20, 10), RULES, 0.6) == 0.0
    unsure = Situation(suggest_from=0.8)
    assert offers(unsure, past(State.DECLINED, 20, 15)) != []
    assert offers(unsure, past(State.DECLINED, 20, 15, 10)) == []


def test_eight_without_a_yes_rest_two_weeks() -> None:
    days = [13.0, *(20.0 + n for n in range(7))]
    assert rests(past(State.EXPIRED, *days), RULES, NOW)
    assert not rests(past(State.EXPIRED, *days[1:]), RULES, NOW)
    assert not rests(past(State.EXPIRED, 14.5, *days[1:]), RULES, NOW)
    assert not rests([*past(State.EXPIRED, *days), suggestion("yes", State.SENT)], RULES, NOW)


def test_four_weeks_without_a_yes_it_asks_then_stops_and_leave_does_not_count() -> None:
    tried = past(State.EXPIRED, 29)
    assert stopping(tried, Situation(), RULES, NOW) == AskToStop()
    assert stopping(past(State.EXPIRED, 27), Situation(), RULES, NOW) is None
    assert stopping([*tried, *past(State.SENT, 27)], Situation(), RULES, NOW) is None
    away = Calendar(leave=((date(2026, 5, 10), date(2026, 5, 12)),))
    assert stopping(tried, Situation(calendar=away), RULES, NOW) is None
    asked = Situation(stop_asked=NOW - timedelta(days=7))
    assert stopping(tried, asked, RULES, NOW) == Stop()
    assert stopping(tried, replace(asked, stop_asked=NOW - timedelta(days=6)), RULES, NOW) is None
    assert stopping([*tried, *past(State.SENT, 1)], asked, RULES, NOW) == GoOn()
    assert offers(replace(asked, stop_asked=NOW), tried) == []


def test_the_question_is_remembered_and_resume_counts_anew() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        for one in past(State.EXPIRED, 29):
            ledger.suggestions.offer(one)
        assert update(ledger, RULES, NOW, Calendar()) == {"asked-to-stop": 1}
        assert update(ledger, RULES, NOW, Calendar()) == {}
        later = NOW + timedelta(days=7)
        assert update(ledger, RULES, later, Calendar()) == {"stopped": 1}
        assert paused_until(ledger, later)
        resume(ledger, later)
        assert (paused_until(ledger, later), ledger.settings.get(STOP_ASKED)) == (None, "")
        assert ledger.settings.get(RESUMED)
        assert update(ledger, RULES, later, Calendar()) == {}


def test_an_author_who_answers_brings_the_suggestion_back_at_once() -> None:
    asked = suggestion(state=State.ASKED_AUTHOR, decided_at=NOW, until=NOW + timedelta(days=7))
    later = NOW + timedelta(days=1)
    assert decide([Candidate(thread())], [asked], RULES, later) == []
    assert decide([Candidate(thread(last=later))], [asked], RULES, later) == [], "the leader's own mail is no answer"
    assert decide([Candidate(thread(last=later), heard=later)], [asked], RULES, later) == [Wake(asked)]


def test_private_mutes_the_same_circle_for_what_was_read_and_what_comes() -> None:
    people = {ANNA.email, TOM.email}
    with Ledger.in_memory() as ledger, ledger.atomic():
        same = message(1, sender=ANNA, to=(FATIMA, TOM))
        other = message(2, sender=ANNA, to=(FATIMA,), subject="Anders", topic="Anders")
        first, _ = ledger.threads.place(same, {FATIMA.email}, counts=True)
        second, _ = ledger.threads.place(other, {FATIMA.email}, counts=True)
        ledger.mail.add(message_row(1, thread=first))
        ledger.mutes.mute(people, "elsewhere", NOW + timedelta(days=90))
        assert ledger.mutes.threads(NOW) == {"elsewhere", first}
        ledger.mutes.note(people, "later", NOW)
        ledger.mutes.note({ANNA.email}, second, NOW)
        assert ledger.mutes.threads(NOW) == {"elsewhere", first, "later"}
        assert ledger.mutes.threads(datetime(2026, 12, 1, tzinfo=UTC)) == frozenset()
        ledger.mutes.lift(people)
        assert ledger.mutes.threads(NOW) == frozenset()
