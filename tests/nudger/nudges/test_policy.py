"""Policy: caps, order, ends; a pure function that repeats itself."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.nudges.policy import Candidate, End, Offer, Wake, decide, offerable, policy, problems
from nudger.nudges.suggestions import pause, paused_until, resume, update
from nudger.nudges.workdays import Calendar
from tests.factories import NOW, message_row, suggestion, thread

RULES = policy()


def candidates(*rows: ThreadRow) -> list[Candidate]:
    return [Candidate(row) for row in rows]


def offered(actions: list[Any]) -> list[str]:
    return [action.candidate.thread.key for action in actions if isinstance(action, Offer)]


def test_at_most_as_many_as_the_digest_bears() -> None:
    many = candidates(*(thread(f"t{n}") for n in range(20)))
    assert len(offered(decide(many, [], RULES, NOW))) == RULES.per_digest


def test_at_most_so_many_a_week() -> None:
    history = [suggestion(f"old{n}", State.DECLINED, offered_at=NOW - timedelta(days=3)) for n in range(4)]
    many = candidates(*(thread(f"t{n}") for n in range(20)))
    assert len(offered(decide(many, history, RULES, NOW))) == RULES.per_week - 4
    history = [suggestion(f"old{n}", State.DECLINED, offered_at=NOW - timedelta(days=8)) for n in range(4)]
    assert len(offered(decide(many, history, RULES, NOW))) == RULES.per_digest


def test_repeating_it_changes_nothing() -> None:
    many = candidates(*(thread(f"t{n}") for n in range(2)))
    first = decide(many, [], RULES, NOW)
    history = [suggestion(key) for key in offered(first)]
    assert decide(many, history, RULES, NOW) == []


@pytest.mark.parametrize("state", [state for state in State if state is not State.CANDIDATE])
def test_a_thread_is_offered_once_ever(state: State) -> None:
    assert offered(decide(candidates(thread()), [suggestion(state=state, until=NOW + timedelta(1))], RULES, NOW)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": "ask"},
        {"verdict": "leave"},
        {"gate": "common.external"},
        {"own_messages": 0, "to_owner": 0},
        {"people": 1},
        {"last": NOW - timedelta(days=11)},
        {"last": NOW + timedelta(days=2)},
    ],
)
def test_what_may_not_be_offered(changes: dict[str, Any]) -> None:
    assert offerable(thread(), RULES, NOW, RULES.max_age_days)
    assert not offerable(thread(**changes), RULES, NOW, RULES.max_age_days)


def test_a_beginner_sees_the_best_of_two_months_and_later_only_what_is_young() -> None:
    rows = candidates(thread(last=NOW - timedelta(days=40)))
    assert offered(decide(rows, [], RULES, NOW)) == ["t1"]
    assert offered(decide(rows, [suggestion("other", State.DECLINED)], RULES, NOW)) == []


def test_own_starts_first_then_the_goal_then_the_good_moment() -> None:
    rows = [
        Candidate(thread("surest", worth=0.99, people=9)),
        Candidate(thread("moment", worth=0.6)),
        Candidate(thread("goal", worth=0.6, people=9), goals=("errors",)),
        Candidate(thread("own", worth=0.5, people=9, own_start=True)),
    ]
    assert offered(decide(rows, [], policy({"per_digest": 4}), NOW)) == ["own", "goal", "moment", "surest"]


def test_an_offer_expires_after_five_working_days_without_a_reminder() -> None:
    tuesday = NOW
    open_offer = suggestion(offered_at=tuesday)
    still = decide(candidates(thread()), [open_offer], RULES, tuesday + timedelta(days=7))
    assert still == []
    gone = decide(candidates(thread()), [open_offer], RULES, tuesday + timedelta(days=8))
    assert gone == [End(open_offer, State.EXPIRED)]


def test_a_gate_that_appears_later_withdraws_the_offer() -> None:
    for state in (State.OFFERED, State.SNOOZED, State.ASKED_AUTHOR):
        one = suggestion(state=state, until=NOW + timedelta(days=3))
        assert decide(candidates(thread(gate="common.external")), [one], RULES, NOW) == [End(one, State.WITHDRAWN)]
        assert decide([], [one], RULES, NOW) == [End(one, State.WITHDRAWN)]


def test_a_snoozed_one_wakes_on_its_day_and_takes_a_place() -> None:
    asleep: Suggestion = suggestion("asleep", State.SNOOZED, until=NOW)
    rows = candidates(thread("asleep"), *(thread(f"t{n}") for n in range(5)))
    actions = decide(rows, [asleep], RULES, NOW)
    assert Wake(asleep) in actions
    assert len(offered(actions)) == RULES.per_digest - 1


def test_no_configuration_passes_a_ceiling() -> None:
    assert policy({"per_week": 500}).per_week == 10
    assert policy({"per_week": 1}).per_week == 1


def test_what_is_wrong_with_a_configuration_is_said_all_at_once() -> None:
    known = [field.name for field in fields(RULES)]
    assert problems({"per_week": 500, "max_age_days": "ten", "per_day": 3}) == [
        "max_age_days: 0, 1, 2, …",
        f"per_day: unknown ({', '.join(known)})",
        "per_week: ≤ 10",
    ]
    assert problems({"per_week": 2}) == []
    assert problems({"private_days": 30}) == ["private_days: ≥ 90"]


def test_working_days_skip_the_weekend() -> None:
    friday = datetime(2026, 6, 5, 12, tzinfo=UTC)
    assert Calendar().between(friday, friday + timedelta(days=3)) == 1
    assert Calendar().between(friday, friday) == 0


def test_nothing_is_offered_in_a_pause_and_offers_still_end(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger, ledger.atomic():
        ledger.mail.add(message_row(1, thread="new", key="k1", sent=NOW))
        ledger.mail.add(message_row(2, thread="new", key="k2", sent=NOW, role="from"))
        ledger.threads.refresh("new", ledger.mail.of_thread("new"))
        ledger._db.conn.execute("UPDATE threads SET people = 3")
        ledger.settings.put("announced", "2026-01-01")
        pause(ledger, NOW + timedelta(days=7))
        assert update(ledger, RULES, NOW, Calendar()) == {}
        assert update(ledger, RULES, NOW + timedelta(days=7), Calendar()) == {"offered": 1}
        pause(ledger, None)
        assert update(ledger, RULES, NOW + timedelta(days=40), Calendar()) == {"expired": 1}
        resume(ledger)
        assert paused_until(ledger, NOW) is None
