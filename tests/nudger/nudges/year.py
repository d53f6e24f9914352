"""A year of mail on a real ledger, night after night, with a leader who does as told; all is written down.

The nights and the digest use the functions of the program; what is made up is the mail and the leader. The clock is
that of Amsterdam, with both changes of the clock, the Dutch holidays, and leave.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from nudger.config.types import Moment
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.retention import purge
from nudger.ledger.states import State
from nudger.nudges import answers, suggestions
from nudger.nudges.digest import last_moment
from nudger.nudges.leave import begin, leave
from nudger.nudges.loops import Promise, holds_back
from nudger.nudges.restraint import Phase, bar
from nudger.nudges.rules import Policy, policy
from nudger.nudges.suggestions import situation_of
from nudger.nudges.workdays import Calendar
from nudger.shift.settling import settle
from rules.message import Address
from tests.factories import FATIMA, message, message_row

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 1, 5)
WEEKS = 52
NIGHT, TRIES = time(2, 30), (time(7), time(8, 30), time(12), time(19))
WHEN = (Moment(1, time(8, 30)),)
SURE = 0.7
COLLEAGUES = [Address(f"C{n}", f"c{n}@voorbeeld.example", internal=True) for n in range(12)]
OWNER = frozenset({FATIMA.email})

Leader = Callable[["Year", Suggestion], None]
"""What the leader does with one suggestion of a digest that went out."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One offer, with what was so at that moment."""

    at: datetime
    suggestion: Suggestion
    thread: ThreadRow
    phase: Phase
    bar: float
    left: tuple[ThreadRow, ...]
    """Threads that could have been offered that night and were not."""


@dataclass
class Year:
    """One run. ``announced`` is the day of the announcement, ``away`` one leave, ``moves`` the week of a move."""

    path: Path
    leader: Leader
    seed: int = 1
    weeks: int = WEEKS
    announced: date = MONDAY + timedelta(weeks=4)
    observed: date = MONDAY + timedelta(weeks=1)
    away: tuple[date, date] | None = None
    moves: int = -1
    storm: int = -1
    answers_ideas: bool = True
    rules: Policy = field(default_factory=policy)

    now: datetime = field(init=False)
    ledger: Ledger = field(init=False)
    offered: list[Offered] = field(default_factory=list, init=False)
    digests: list[tuple[datetime, int]] = field(default_factory=list, init=False)
    nights: list[tuple[datetime, int, bool]] = field(default_factory=list, init=False)
    """Each night: when, how many wait, and whether answers come first."""
    asked: list[datetime] = field(default_factory=list, init=False)
    stopped: list[datetime] = field(default_factory=list, init=False)
    _count: int = field(default=0, init=False)

    def play(self) -> Year:
        """The whole time, from the first night to the last."""
        self.random = random.Random(self.seed)
        self.ledger = Ledger.open(self.path).__enter__()
        try:
            with self.ledger.atomic():
                self.ledger.settings.put(suggestions.OBSERVE_UNTIL, self.observed.isoformat())
                if self.announced < MONDAY:
                    self.ledger.settings.put(suggestions.ANNOUNCED, self.announced.isoformat())
            for number in range(self.weeks * 7):
                self._day(MONDAY + timedelta(days=number))
            self.final = self.ledger.canonical()
            self.all = self.ledger.suggestions.all()
        finally:
            self.ledger.__exit__(None, None, None)
        return self

    @property
    def calendar(self) -> Calendar:
        """The owner's working days as the ledger has them now."""
        return Calendar(ZONE, "NL", leave(self.ledger))

    def _day(self, day: date) -> None:
        self.now = datetime.combine(day, NIGHT, ZONE).astimezone(UTC)
        if day == MONDAY + timedelta(weeks=self.moves):
            self._new_machine()
        if day == self.announced:
            self._put(suggestions.ANNOUNCED, day.isoformat())
        if self.away and day == self.away[0]:
            with self.ledger.atomic():
                begin(self.ledger, *self.away)
                suggestions.pause(self.ledger, datetime.combine(self.away[1] + timedelta(days=1), time(), ZONE))
        self._mail(day)
        self._night()
        for at in TRIES:
            self.now = datetime.combine(day, at, ZONE).astimezone(UTC)
            self._digest()

    def _put(self, name: str, value: str) -> None:
        with self.ledger.atomic():
            self.ledger.settings.put(name, value)

    # --- the night

    def _night(self) -> None:
        known = {one.thread for one in self.ledger.suggestions.all()}
        before = self._situation()
        history = [one for one in self.ledger.suggestions.all() if one.state is not State.HELD]
        done = self._poll()
        if self.random.random() < 0.1:
            first = self.ledger.canonical()
            assert not self._poll(), "a second night at the same moment does something"
            assert self.ledger.canonical() == first
        fresh = [one for one in self.ledger.suggestions.all() if one.thread not in known and one.state is State.OFFERED]
        left = tuple(self.ledger.threads.suggested()) if fresh else ()
        for one in fresh:
            row = self.ledger.threads.get(one.thread)
            assert row
            self.offered.append(Offered(self.now, one, row, before.phase, bar(history, self.rules, SURE), left))
        self.asked += [self.now] * done["asked-to-stop"]
        self.stopped += [self.now] * done["stopped"]
        waiting = len(self.ledger.suggestions.in_states((State.OFFERED,)))
        self.nights.append((self.now, waiting, holds_back(self.ledger.loops.all(), self.now)))

    def _poll(self) -> dict[str, int]:
        """What a poll does after the last folder."""
        with self.ledger.atomic():
            settle(self.ledger, self.now, ZONE)
            answers.update(self.ledger, Promise(2, self.calendar), self.now)
            done = suggestions.update(self.ledger, self.rules, self.now, self.calendar, suggest_from=SURE)
            purge(self.ledger, self.now, 180)
        return done

    def _situation(self) -> suggestions.Situation:
        return situation_of(self.ledger, self.rules, self.now, self.calendar, SURE)

    def _new_machine(self) -> None:
        """The ledger and its key are carried to another folder; the old one is not used any more."""
        before = self.ledger.canonical()
        there = self.path.parent / "there" / self.path.name
        there.parent.mkdir()
        there.write_bytes(self.ledger.copy())
        there.with_suffix(".key").write_bytes(self.path.with_suffix(".key").read_bytes())
        self.ledger.__exit__(None, None, None)
        self.ledger = Ledger.open(there).__enter__()
        assert self.ledger.canonical() == before

    # --- the digest, and the leader

    def _digest(self) -> None:
        """As ``digest --send`` from cron: the last moment of the week, once, never in quiet hours."""
        moment = last_moment(WHEN, self.now, ZONE)
        quiet = self.calendar.quiet(self.now, self.rules.quiet_from, self.rules.quiet_until)
        if quiet or suggestions.paused_until(self.ledger, self.now) or self.ledger.digests.known(moment):
            return
        waiting = self.ledger.suggestions.in_states((State.OFFERED,))
        shown = [one for one in waiting if one.shown < self.rules.max_shown]
        with self.ledger.atomic():
            if not shown:
                self.ledger.digests.skip(moment, self.now)
                return
            self.ledger.digests.begin(moment, f"<{moment:%Y%m%d}@voorbeeld.example>", "t", self.now)
            self.ledger.digests.sent(moment)
            shown = [self.ledger.suggestions.change(one, shown=one.shown + 1) for one in shown]
        self.digests.append((self.now, len(shown)))
        for one in shown:
            self.leader(self, one)

    def move(self, suggestion: Suggestion, state: State, **changes: object) -> None:
        """What the leader decides."""
        with self.ledger.atomic():
            self.ledger.suggestions.move(suggestion, state, decided_at=self.now, **changes)

    # --- the mail

    def _mail(self, day: date) -> None:
        if self.storm >= 0 and day == MONDAY + timedelta(weeks=self.storm):
            for _ in range(500):
                self._thread(worth=self.random.uniform(0.7, 0.99), gate="")
        if not Calendar(ZONE, "NL").works(day):
            return
        for _ in range(self.random.choice((0, 1, 2, 2))):
            gate = "common.external" if self.random.random() < 0.1 else ""
            self._thread(worth=self.random.uniform(0.2, 0.99), gate=gate)
        if self.random.random() < 0.15:
            self._idea_for_the_leader()

    def _thread(self, *, worth: float, gate: str) -> None:
        own = self.random.random() < 0.3
        circle = self.random.sample(COLLEAGUES, self.random.randint(1, 6))
        writers = [FATIMA, *circle] if own else [*circle, FATIMA]
        verdict = "suggest" if worth >= SURE else "ask" if worth >= 0.5 else "leave"
        findings = ("goal.errors",) if self.random.random() < 0.3 else ()
        shared = {"kind": "question", "worth": worth, "verdict": verdict, "thread_gate": gate, "findings": findings}
        self._write(writers[: self.random.randint(2, 4)], circle, **shared)

    def _idea_for_the_leader(self) -> None:
        writer = self.random.choice(COLLEAGUES)
        people = [writer, FATIMA] if self.answers_ideas else [writer]
        self._write(people, [writer], kind="idea", worth=0.1, verdict="leave")

    def _write(self, writers: list[Address], circle: list[Address], **judged: object) -> None:
        self._count += 1
        topic, first = f"Onderwerp {self._count}", ""
        for place, writer in enumerate(writers):
            own, id_ = writer is FATIMA, f"<{self._count}.{place}@voorbeeld.example>"
            mail = message(
                id=id_, sent=self.now - timedelta(hours=16 - place), sender=writer, from_owner=own,
                to=tuple(one for one in (FATIMA, *circle) if one is not writer), owner_role="from" if own else "to",
                subject=topic, topic=topic, references=(first,) if first else (), is_reply=bool(first),
            )  # fmt: skip
            first = first or id_
            with self.ledger.atomic():
                self._remember(mail, place, judged)

    def _remember(self, mail: object, place: int, judged: dict[str, object]) -> None:
        key = self.ledger.key.of("message", mail.id)  # type: ignore[attr-defined]
        thread, new_author = self.ledger.threads.place(mail, OWNER, counts=True)  # type: ignore[arg-type]
        changes = {"role": mail.owner_role, "sent": mail.sent, "new_author": new_author, **judged}  # type: ignore[attr-defined]
        if place:
            changes |= {"kind": "other", "verdict": "leave"}
        self.ledger.mail.add(message_row(place + 1, key=key, thread=thread, is_reply=bool(place), **changes))
        for touched in sorted(self.ledger.threads.take_touched()):
            self.ledger.threads.refresh(touched, self.ledger.mail.of_thread(touched))


# --- leaders


def says_yes(year: Year, one: Suggestion) -> None:
    """Takes everything over at once."""
    year.move(one, State.ACCEPTED)
    [accepted] = [s for s in year.ledger.suggestions.in_states((State.ACCEPTED,)) if s.id == one.id]
    year.move(accepted, State.HANDED_OFF)


def never_answers(year: Year, one: Suggestion) -> None:
    """Reads and does nothing."""


def dismisses_all(year: Year, one: Suggestion) -> None:
    """No, each time."""
    year.move(one, State.DECLINED, reason="mail-is-fine")


def as_it_comes(year: Year, one: Suggestion) -> None:
    """Now yes, now no, now later, now nothing: by the lot of this year."""
    kind = year.random.choice(("yes", "no", "later", "nothing", "ask"))
    if kind == "yes":
        says_yes(year, one)
    elif kind == "no":
        dismisses_all(year, one)
    elif kind == "later" and one.snoozes < year.rules.most_snoozes:
        year.move(one, State.SNOOZED, until=year.now + timedelta(days=7), snoozes=one.snoozes + 1)
    elif kind == "ask":
        year.move(one, State.ASKED_AUTHOR, until=year.now + timedelta(days=7))
