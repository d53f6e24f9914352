"""Open loops: what waits, what is settled without a word, promises in working days, undo; a machine over the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import HOWS, LOOP_MOVES, Asked, IllegalLoopMoveError, Loop, LoopState, Reaction
from nudger.nudges.answers import Answers, stage, update, write
from nudger.nudges.leave import begin, end, leave
from nudger.nudges.loops import Close, Defer, Open, Promise, Wake, decide, holds_back, waiting
from nudger.nudges.workdays import Calendar
from tests.factories import NOW, message_row

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PROMISE = Promise(2, Calendar(AMSTERDAM, "NL"))


def asked(message: str = "m1", **changes: object) -> Asked:
    one = Asked(message, f"t-{message}", "idea", NOW - timedelta(days=7), 1, None, None)
    return one._replace(**changes)  # type: ignore[arg-type]


def id_of(kind: str, message: str) -> str:
    return f"l-{kind}-{message}"


def opened(*asks: Asked, reactions: tuple[Reaction, ...] = ()) -> list[Loop]:
    actions = decide(asks, reactions, [], PROMISE, NOW, id_of)
    return [action.loop for action in actions if isinstance(action, Open)]


def test_an_unanswered_idea_opens_and_deciding_again_changes_nothing() -> None:
    loops = opened(asked())
    assert [loop.kind for loop in loops] == ["idea"]
    assert decide([asked()], [], loops, PROMISE, NOW, id_of) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"own": NOW},
        {"kind": "question", "addressees": 3, "other": NOW},
        {"addressees": 13},
        {"opened": NOW - timedelta(days=29)},
        {"opened": NOW + timedelta(days=1)},
    ],
)
def test_what_needs_no_answer_opens_nothing(changes: dict[str, object]) -> None:
    assert opened(asked())
    assert opened(asked(**changes)) == []


def test_an_idea_that_a_colleague_answered_still_waits_for_the_leader() -> None:
    assert opened(asked(addressees=3, other=NOW))


def test_one_loop_a_thread() -> None:
    assert len(opened(asked("m1", thread="t"), asked("m2", thread="t"), asked("m3", thread="u"))) == 2


def test_an_answer_in_sent_closes_and_a_gate_withdraws() -> None:
    (loop,) = opened(asked())
    assert decide([asked(own=NOW)], [], [loop], PROMISE, NOW, id_of) == [Close(loop, "answered")]
    assert decide([], [], [loop], PROMISE, NOW, id_of) == [Close(loop, "withdrawn")]


def test_a_snoozed_one_wakes_and_a_closed_one_stays_closed() -> None:
    (loop,) = opened(asked())
    asleep = replace(loop, state=LoopState.SNOOZED, until=NOW)
    assert decide([asked()], [], [asleep], PROMISE, NOW, id_of) == [Wake(asleep)]
    assert decide([asked()], [], [asleep], PROMISE, NOW - timedelta(minutes=1), id_of) == []
    closed = replace(loop, state=LoopState.CLOSED, how="not-for-me")
    assert decide([asked()], [], [closed], PROMISE, NOW, id_of) == []


def test_the_promise_counts_working_days_and_leave_moves_its_end() -> None:
    friday = datetime(2026, 6, 5, 10, tzinfo=UTC)
    assert PROMISE.calendar.after(friday, 2) == datetime(2026, 6, 9, 22, tzinfo=UTC)
    (loop,) = opened(asked(opened=friday - timedelta(days=7)))
    away = Promise(2, replace(PROMISE.calendar, leave=((date(2026, 5, 30), date(2026, 6, 7)),)))
    (action,) = decide([asked(opened=friday - timedelta(days=7))], [], [loop], away, NOW, id_of)
    assert isinstance(action, Defer)
    assert action.due == datetime(2026, 6, 9, 22, tzinfo=UTC)


def test_holidays_summer_time_and_quiet_hours() -> None:
    calendar = Calendar(AMSTERDAM, "NL")
    assert not calendar.works(date(2026, 4, 27)), "King's Day"
    assert calendar.works(date(2026, 4, 28))
    assert Calendar(AMSTERDAM).works(date(2026, 4, 27))
    assert Calendar(AMSTERDAM, "QQ").works(date(2026, 4, 27))
    # The clock goes forward in the night of 28 to 29 March 2026: 08:00 is 07:00 UTC before and 06:00 after.
    assert calendar.opens(datetime(2026, 3, 26, 20, tzinfo=UTC), 18, 8) == datetime(2026, 3, 27, 7, tzinfo=UTC)
    assert calendar.opens(datetime(2026, 3, 27, 20, tzinfo=UTC), 18, 8) == datetime(2026, 3, 30, 6, tzinfo=UTC)
    assert not calendar.quiet(datetime(2026, 3, 30, 6, tzinfo=UTC), 18, 8)
    assert calendar.quiet(datetime(2026, 3, 30, 16, tzinfo=UTC), 18, 8)


def test_only_reactions_and_ideas_past_the_promise_hold_back() -> None:
    questions = opened(*(asked(f"q{n}", kind="question") for n in range(20)))
    ideas = opened(*(asked(f"i{n}") for n in range(3)))
    reaction = opened(reactions=(Reaction("c1", NOW - timedelta(hours=1), answered=False),))
    fresh = opened(asked("new", opened=NOW - timedelta(hours=1)))
    assert not holds_back([*questions, *ideas, *fresh], NOW)
    assert holds_back([*ideas, *reaction], NOW)
    assert fresh[0] not in waiting([*questions, *ideas, *fresh], NOW)
    assert waiting([*questions, *ideas], NOW)[0].kind == "idea"


def test_from_the_rows_of_a_ledger() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        for number, thread, role in ((1, "open", "to"), (2, "done", "to"), (3, "done", "from"), (4, "cc", "cc")):
            sent = NOW - timedelta(days=9) + timedelta(hours=number)
            kind = "other" if role == "from" else "idea"
            ledger.mail.add(message_row(number, thread=thread, role=role, sent=sent, kind=kind))
        ledger.mail.add(message_row(5, thread="gated", sent=NOW - timedelta(days=9)))
        ledger.mail.add(message_row(6, thread="gated", gates=("x",), thread_gate="x", sent=NOW - timedelta(days=9)))
        for thread in ("open", "done", "cc", "gated"):
            ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
        ledger.activity.put(_post("own", own=True))
        ledger.activity.put(_post("others", own=False))
        assert update(ledger, PROMISE, NOW) == {"opened": 2}
        assert update(ledger, PROMISE, NOW) == {}
        assert {(loop.kind, loop.thread) for loop in ledger.loops.all()} == {("idea", "open"), ("reaction", "")}
        ledger.mail.add(message_row(7, thread="open", role="from", sent=NOW))
        assert update(ledger, PROMISE, NOW) == {"answered": 1}


def _post(conversation: str, *, own: bool) -> ActivityRow:
    at = NOW - timedelta(days=1)
    return ActivityRow(
        network="plein", community="zorg", conversation=conversation, week="2026-W23", started=at, people=2, replies=1,
        own=own, first_answer=at + timedelta(hours=1),
    )  # fmt: skip


def test_undo_until_the_sitting_is_left_and_an_idea_goes_on() -> None:
    with Ledger.in_memory() as ledger:
        (loop,) = opened(asked())
        with ledger.atomic():
            ledger.loops.open(loop)
        sitting = Answers(ledger, NOW)
        sitting.settle(loop, "handed-over")
        assert sitting.waiting() == []
        assert sitting.undo() == loop
        assert sitting.undo() is None
        assert ledger.loops.all() == [loop]
        write(ledger, loop, NOW, title="Een fiets", stage="tried")
        write(ledger, loop, NOW, note="Scheelt een half uur.")
        idea = ledger.loops.ideas()[loop.key]
        assert (idea.title, idea.stage, idea.note) == ("Een fiets", "tried", "Scheelt een half uur.")
        assert stage(loop, idea) == "tried"
        assert stage(replace(loop, how="answered"), None) == "answered"


def test_leave_is_remembered_and_ends_when_the_leader_is_back() -> None:
    with Ledger.in_memory() as ledger, ledger.atomic():
        begin(ledger, date(2026, 7, 1), date(2026, 7, 21))
        end(ledger, date(2026, 7, 10))
        assert leave(ledger) == ((date(2026, 7, 1), date(2026, 7, 9)),)
        begin(ledger, date(2026, 8, 1), date(2026, 8, 7))
        begin(ledger, date(2026, 8, 2), date(2026, 8, 9))
        end(ledger, date(2026, 8, 2))
        assert leave(ledger) == ((date(2026, 7, 1), date(2026, 7, 9)),)


class LoopMachine(RuleBasedStateMachine):
    """Any order of decisions: the table holds, nothing is lost, an undo puts back what was."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger.in_memory()
        self.asks: dict[str, Asked] = {}
        self.now = NOW

    @rule(kind=st.sampled_from(["idea", "question"]))
    def somebody_asks(self, kind: str) -> None:
        name = f"m{len(self.asks)}"
        self.asks[name] = asked(name, kind=kind, opened=self.now)

    @rule(data=st.data())
    def the_leader_answers_in_mail(self, data: st.DataObject) -> None:
        if self.asks:
            name = data.draw(st.sampled_from(sorted(self.asks)))
            self.asks[name] = self.asks[name]._replace(own=self.now)

    @rule(days=st.integers(0, 9))
    def time_passes_and_a_poll_runs(self, days: int) -> None:
        self.now += timedelta(days=days)
        for again in (False, True):
            loops = self.ledger.loops.all()
            actions = decide(list(self.asks.values()), [], loops, PROMISE, self.now, self.ledger.loops.id_of)
            assert not (again and actions)
            with self.ledger.atomic():
                for action in actions:
                    match action:
                        case Open(loop):
                            assert self.ledger.loops.open(loop)
                        case Close(loop, how):
                            self.ledger.loops.move(loop, LoopState.CLOSED, how=how, closed=self.now)
                        case Wake(loop):
                            self.ledger.loops.move(loop, LoopState.OPEN, until=None)

    @rule(data=st.data(), state=st.sampled_from(LoopState), how=st.sampled_from(HOWS))
    def a_move(self, data: st.DataObject, state: LoopState, how: str) -> None:
        loops = self.ledger.loops.all()
        if not loops:
            return
        loop = data.draw(st.sampled_from(loops))
        closed = {"how": how, "closed": self.now} if state is LoopState.CLOSED else {"how": "", "closed": None}
        until = self.now + timedelta(days=7) if state is LoopState.SNOOZED else None
        with self.ledger.atomic():
            if state in LOOP_MOVES[loop.state]:
                self.ledger.loops.move(loop, state, until=until, **closed)
            else:
                with pytest.raises(IllegalLoopMoveError):
                    self.ledger.loops.move(loop, state)

    @invariant()
    def each_loop_is_one_ask_and_says_how_it_closed(self) -> None:
        loops = self.ledger.loops.all()
        assert len({loop.key for loop in loops}) == len(loops) <= len(self.asks)
        for loop in loops:
            assert bool(loop.how) == (loop.state is LoopState.CLOSED)
            assert bool(loop.until) == (loop.state is LoopState.SNOOZED) or loop.state is LoopState.CLOSED


TestLoopMachine = LoopMachine.TestCase
TestLoopMachine.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
