"""Suggestions and open loops as a state machine on a real ledger: the tables of states are the only ways, text is wiped
at every end, what is said twice is said once, and undo gives back what was.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import HOWS, LOOP_MOVES, IllegalLoopMoveError, Loop, LoopState
from nudger.ledger.records import Suggestion
from nudger.ledger.states import MAY_HOLD_TEXT, MOVES, State
from nudger.ledger.suggestion_rows import IllegalMoveError
from nudger.nudges.answers import reopen, settle, snooze
from tests.factories import NOW, suggestion

DESIGN = """
candidate -> offered held
offered -> accepted asked_author declined snoozed expired withdrawn
snoozed -> offered expired withdrawn
asked_author -> offered expired withdrawn
accepted -> sending handed_off withdrawn
sending -> sent refused uncertain
refused -> accepted declined
uncertain -> sent accepted
handed_off -> retracted
sent -> retracted
retracted -> accepted
"""
"""The table as the design writes it; a post that was taken back may be placed elsewhere after a fresh yes."""
FINAL = {State.DECLINED, State.EXPIRED, State.WITHDRAWN, State.HELD}
THREADS = st.sampled_from([f"t{n}" for n in range(4)])
LOOPS = st.sampled_from([f"l{n}" for n in range(4)])
TEXT = "kanarie in een concept"


def test_the_table_is_that_of_the_design() -> None:
    rows = (line.split(" -> ") for line in DESIGN.strip().splitlines())
    table = {State(before): {State(after) for after in afters.split()} for before, afters in rows}
    assert {state: set(after) for state, after in MOVES.items()} == {**{state: set() for state in FINAL}, **table}
    assert {state for state, after in MOVES.items() if not after} == FINAL


class States(RuleBasedStateMachine):
    """Every step is tried from everywhere; the model beside the ledger says what may be."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger.in_memory().__enter__()
        self.now = NOW
        self.model: dict[str, Suggestion] = {}
        self.ended: set[str] = set()
        self.loops: dict[str, Loop] = {}

    def teardown(self) -> None:
        """Close the ledger."""
        self.ledger.__exit__(None, None, None)

    @rule(thread=THREADS)
    def offer(self, thread: str) -> None:
        """A thread is offered once; offering it again changes nothing."""
        with self.ledger.atomic():
            new = self.ledger.suggestions.offer(suggestion(thread, offered_at=self.now))
        assert new == (thread not in self.model)
        if new:
            self.model[thread] = suggestion(thread, offered_at=self.now)

    @rule(thread=THREADS, state=st.sampled_from(State), text=st.booleans())
    def move(self, thread: str, state: State, text: bool) -> None:
        """Along the table, and nowhere else."""
        before = self.model.get(thread)
        if before is None:
            return
        changes = {"title": TEXT, "body": TEXT} if text else {}
        try:
            with self.ledger.atomic():
                self.model[thread] = self.ledger.suggestions.move(before, state, decided_at=self.now, **changes)
        except IllegalMoveError:
            assert state not in MOVES[before.state]
        else:
            assert state in MOVES[before.state]
            self.ended |= {thread} if state in FINAL else set()

    @rule(thread=THREADS, state=st.sampled_from(State))
    def move_what_another_moved(self, thread: str, state: State) -> None:
        """A decision on a row that another run has moved meanwhile is refused."""
        now = self.model.get(thread)
        if now is None or now.state is State.OFFERED or state not in MOVES[State.OFFERED]:
            return
        stale = suggestion(thread, offered_at=now.offered_at)
        with pytest.raises(IllegalMoveError), self.ledger.atomic():
            self.ledger.suggestions.move(stale, state)

    @rule(thread=THREADS, state=st.sampled_from([State.ACCEPTED, State.DECLINED, State.SNOOZED, State.ASKED_AUTHOR]))
    def decide_and_undo(self, thread: str, state: State) -> None:
        """Undo before the sitting is left: as if nothing was said."""
        before = self.model.get(thread)
        if before is None or before.state is not State.OFFERED:
            return
        with self.ledger.atomic():
            after = self.ledger.suggestions.move(before, state, decided_at=self.now)
            self.model[thread] = self.ledger.suggestions.restore(after, before)
        assert self.model[thread].state is State.OFFERED

    @rule(days=st.integers(0, 9))
    def time_passes(self, days: int) -> None:
        """The clock goes on."""
        self.now += timedelta(days=days)

    # --- open loops

    @rule(key=LOOPS)
    def ask(self, key: str) -> None:
        """Something comes in; known, it is no second loop, also when it was closed."""
        loop = Loop(key=key, kind="idea", thread=key, message=key, opened=self.now, due=self.now)
        with self.ledger.atomic():
            new = self.ledger.loops.open(loop)
        assert new == (key not in self.loops)
        self.loops.setdefault(key, loop)

    @rule(key=LOOPS, what=st.sampled_from([*HOWS, "later", "undo"]))
    def answer(self, key: str, what: str) -> None:
        """The leader says what became of it; only from closed it is opened again by undo."""
        loop = self.loops.get(key)
        if loop is None:
            return
        goal = {"later": LoopState.SNOOZED, "undo": LoopState.OPEN}.get(what, LoopState.CLOSED)
        try:
            match what:
                case "later":
                    self.loops[key] = snooze(self.ledger, loop, self.now)
                case "undo":
                    self.loops[key] = reopen(self.ledger, loop)
                case _:
                    self.loops[key] = settle(self.ledger, loop, what, self.now)
        except IllegalLoopMoveError:
            assert goal not in LOOP_MOVES[loop.state]
        else:
            assert goal in LOOP_MOVES[loop.state]

    # --- what always holds

    @invariant()
    def the_ledger_is_the_model(self) -> None:
        """Nothing else changed."""
        found = {one.thread: (one.state, one.title) for one in self.ledger.suggestions.all()}
        assert found == {thread: (one.state, one.title) for thread, one in self.model.items()}
        loops = {one.key: (one.state, one.how) for one in self.ledger.loops.all()}
        assert loops == {key: (one.state, one.how) for key, one in self.loops.items()}

    @invariant()
    def text_stands_only_where_it_may(self) -> None:
        """No draft outlives its end (promise M6)."""
        for one in self.ledger.suggestions.all():
            assert one.state in MAY_HOLD_TEXT or not (one.title or one.body)

    @invariant()
    def an_end_is_an_end(self) -> None:
        """A dismissal is final, and so are the other ends."""
        states = {one.thread: one.state for one in self.ledger.suggestions.all()}
        assert all(states[thread] in FINAL for thread in self.ended)


States.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
test_states = States.TestCase
