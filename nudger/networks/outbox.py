"""The outbox: posts exactly once, whatever dies when (promises M3 and M4). The one place that calls ``publish``.

The row of an attempt is committed, with a random marker, before the network is touched. What came of it is written
afterwards. If this program dies in between, or the answer gets lost, the next start waits until the server can be busy
with it no more, and looks for the marker on the network: found is sent; surely not there goes back to the leader, who
decides anew; anything else is uncertain, until somebody looks. Nothing is ever sent again by itself.

Intent, marker and read-back are mbsync's way of copying mail (its X-TUID).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar

from filelock import FileLock, Timeout

from nudger.errors import LedgerLocked, NudgerError, Refused
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import OPEN, Attempt, Sending, new_marker
from nudger.ledger.records import Reply, Suggestion
from nudger.ledger.states import State
from nudger.networks.base import (
    Absent,
    Community,
    Draft,
    Network,
    Outcome,
    Post,
    Published,
    Queued,
    Rejected,
    Removal,
    Retracted,
    Sought,
    Unknown,
    compose,
)
from nudger.networks.http import SECONDS

SETTLE = timedelta(seconds=SECONDS + 10)
"""How long after an attempt began the network can still be busy with it: longer than a request may take."""

MARGIN = timedelta(hours=1)
"""A post is looked for from this long before its attempt began, for the clocks may differ."""

_LOCK_SECONDS = 90.0


T = TypeVar("T", Suggestion, Reply)
"""What can be sent: a post that was suggested, or a reply to reactions."""


class Rows(Protocol[T]):
    """Where the ledger keeps what is sent: ``SuggestionRows`` or ``ReplyRows``."""

    def find(self, prefix: str) -> list[T]:
        """Those whose id begins so."""
        ...

    def in_states(self, states: Sequence[State]) -> list[T]:
        """Those in one of these states."""
        ...

    def move(self, suggestion: T, state: State, **changes: Any) -> T:
        """The same one in another state."""
        ...

    def change(self, suggestion: T, **changes: Any) -> T:
        """The same state with other fields changed."""
        ...


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What came of a post. ``suggestion`` is what was to be sent, ``state`` where it stands now.

    ``reason`` is a stable word: the kind of a refusal, ``void`` when text or audience changed after the approval,
    ``absent`` when it was looked for and is not there, ``queued`` when a moderator has it.
    """

    suggestion: T
    reason: str = ""
    retry_after: float = 0.0

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.suggestion.state


# Decisions


def judged(outcome: Outcome | Sought) -> tuple[Sending, dict[str, str]]:
    """What an answer of the network makes of an attempt: its state and what is written beside it."""
    match outcome:
        case Published(remote_id, url):
            return Sending.SENT, {"remote_id": remote_id, "url": url}
        case Queued(remote_id):
            return Sending.SENT, {"remote_id": remote_id, "reason": "queued"}
        case Rejected(kind):
            return Sending.REFUSED, {"reason": kind}
        case Absent():
            return Sending.ABSENT, {"reason": "absent"}
        case Unknown():
            return Sending.UNCERTAIN, {}


def missing(attempts: Sequence[Attempt], parts: int) -> list[int]:
    """The parts that do not stand on the network yet."""
    sent = {attempt.part for attempt in attempts if attempt.state is Sending.SENT}
    return [part for part in range(parts) if part not in sent]


def standing(attempts: Sequence[Attempt], parts: int) -> State:
    """Where a suggestion stands by its attempts: sent when every part is, uncertain while one is unknown."""
    if any(attempt.state in OPEN for attempt in attempts):
        return State.UNCERTAIN
    if not missing(attempts, parts):
        return State.SENT
    newest = latest(attempts)
    return State.REFUSED if newest and newest.state is Sending.REFUSED else State.ACCEPTED


def latest(attempts: Sequence[Attempt]) -> Attempt | None:
    """The attempt that began last."""
    return max(attempts, key=lambda attempt: (attempt.started_at, attempt.part, attempt.attempt), default=None)


def marker(attempts: Sequence[Attempt], part: int, approved_hash: str) -> str:
    """The marker for the next attempt: that of an earlier one for the same bytes and audience, else a new one."""
    same = (attempt for attempt in attempts if attempt.part == part and attempt.approved_hash == approved_hash)
    return next((attempt.marker for attempt in same), "") or new_marker()


def stands_otherwise(attempts: Sequence[Attempt], approved_hash: str) -> bool:
    """Whether a part of another text, or for another audience, stands on the network already."""
    return any(a.state is Sending.SENT and a.approved_hash != approved_hash for a in attempts)


def patience(attempt: Attempt, now: datetime, settle: timedelta) -> float:
    """Seconds until an attempt can be looked for; never more than ``settle``, whatever a clock says."""
    return min(max((attempt.started_at + settle - now).total_seconds(), 0.0), settle.total_seconds())


def _now() -> datetime:
    return datetime.now(UTC)


class Box(Generic[T]):
    """The outbox of one owner on one network. Only one process at a time sends or looks; the lock dies with it."""

    def __init__(
        self,
        ledger: Ledger,
        network: Network,
        rows: Rows[T],
        *,
        settle: timedelta = SETTLE,
        waiting: Callable[[float], None] = time.sleep,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._ledger = ledger
        self._network = network
        self._rows: Rows[T] = rows
        self._settle = settle
        self._waiting = waiting
        self._clock = clock

    def send(self, suggestion: T) -> Result[T]:
        """Post what the leader approved, if text and audience are still exactly that.

        Raises NetworkUnavailable, LoginRefused or Refused before anything was sent; then it is still accepted.
        """
        with self._alone():
            post = self._as_it_is_now(suggestion)
            if post is None or post.hash != suggestion.approved_hash:
                return self._void(suggestion, "void")
            if not post.community.may_post:
                return self._void(suggestion, "forbidden")
            if stands_otherwise(self._ledger.outbox.of(suggestion.id), post.hash):
                raise Refused("post-partly-sent", hint="post-partly-sent-hint", id=suggestion.id[:5])
            return self._send(suggestion, post)

    def recover(self) -> list[Result[T]]:
        """Find out what became of everything that was on its way when a run ended."""
        with self._alone():
            waiting = self._rows.in_states((State.SENDING, State.UNCERTAIN))
            return [self._recovered(suggestion) for suggestion in waiting]

    def settle(self, suggestion: T, *, sent: bool, url: str = "") -> T:
        """The leader looked: it stands there, or it does not and comes back."""
        with self._alone(), self._ledger.atomic():
            for attempt in self._ledger.outbox.of(suggestion.id):
                if attempt.state in OPEN:
                    state = Sending.SENT if sent else Sending.ABSENT
                    self._ledger.outbox.settle(attempt, state, self._clock(), reason="by-hand", url=url)
            return self._moved(suggestion, State.SENT if sent else State.ACCEPTED, url)

    def retract(self, suggestion: T) -> Removal:
        """Take every part back, the last one first. Interrupted, it can be repeated."""
        with self._alone():
            attempts = self._ledger.outbox.of(suggestion.id)
            for attempt in reversed([a for a in attempts if a.state is Sending.SENT]):
                removal = self._network.retract(attempt.community, attempt.remote_id)
                if not isinstance(removal, Retracted):
                    return removal
                with self._ledger.atomic():
                    self._ledger.outbox.settle(attempt, Sending.RETRACTED, self._clock())
            with self._ledger.atomic():
                self._moved(suggestion, State.RETRACTED, suggestion.url)
            return Retracted()

    # Sending

    def _as_it_is_now(self, suggestion: T) -> Post | None:
        """The post as it would be made at this moment; None when the community is gone."""
        account = self._network.check()
        community = self._network.community(suggestion.community)
        if community is None:
            return None
        return compose(self._network, _draft(suggestion), account, community, reply=bool(suggestion.root))

    def _void(self, suggestion: T, reason: str) -> Result[T]:
        with self._ledger.atomic():
            return Result(self._rows.change(suggestion, approved_hash=""), reason)

    def _send(self, suggestion: T, post: Post) -> Result[T]:
        pieces = post.pieces
        retry_after = 0.0
        for part in missing(self._ledger.outbox.of(suggestion.id), len(pieces)):
            suggestion, attempt = self._intend(suggestion, post, part)
            outcome: Outcome | Sought = self._network.publish(pieces[part], attempt.marker, self._root(suggestion))
            if isinstance(outcome, Unknown):
                outcome = self._look(attempt, pieces[part])
            retry_after = outcome.retry_after if isinstance(outcome, Rejected) else 0.0
            attempt = self._conclude(attempt, outcome)
            if attempt.state is not Sending.SENT or (attempt.reason and part + 1 < len(pieces)):
                break
        return self._result(suggestion, len(pieces), retry_after)

    def _intend(self, suggestion: T, post: Post, part: int) -> tuple[T, Attempt]:
        """Commit what is about to happen, if the ledger still holds the suggestion that was approved."""
        with self._ledger.atomic():
            rows = self._rows.find(suggestion.id)
            if suggestion not in rows:
                raise LedgerLocked("post-changed-meanwhile", hint="ledger-locked-hint")
            if suggestion.state is not State.SENDING:
                suggestion = self._rows.move(suggestion, State.SENDING)
            attempt = Attempt(
                suggestion=suggestion.id,
                part=part,
                attempt=0,
                marker=marker(self._ledger.outbox.of(suggestion.id), part, post.hash),
                state=Sending.SENDING,
                network=post.network,
                account=post.account,
                community=post.community.id,
                approved_hash=post.hash,
                started_at=self._clock(),
            )
            return suggestion, self._ledger.outbox.begin(attempt)

    def _root(self, suggestion: T) -> str | None:
        """What is answered: that of a reply, else by the parts after the first one the first."""
        if suggestion.root:
            return suggestion.root
        first = (a for a in self._ledger.outbox.of(suggestion.id) if a.part == 0 and a.state is Sending.SENT)
        return next((attempt.remote_id for attempt in first), None)

    def _conclude(self, attempt: Attempt, outcome: Outcome | Sought) -> Attempt:
        state, found = judged(outcome)
        with self._ledger.atomic():
            return self._ledger.outbox.settle(attempt, state, self._clock(), **found)

    def _result(self, suggestion: T, parts: int, retry_after: float = 0.0) -> Result[T]:
        """Move the suggestion to where its attempts put it."""
        attempts = self._ledger.outbox.of(suggestion.id)
        url = next((a.url for a in attempts if a.part == 0 and a.state is Sending.SENT), "")
        newest = latest(attempts)
        reason = newest.reason if newest else "absent"
        state = standing(attempts, parts)
        if state is State.ACCEPTED and reason == "queued":
            state = State.UNCERTAIN
        with self._ledger.atomic():
            suggestion = self._moved(suggestion, state, url)
        return Result(suggestion, reason, retry_after)

    def _moved(self, suggestion: T, state: State, url: str) -> T:
        """In its new state, by the table of states; what comes back to the leader needs a new approval."""
        rows = self._rows
        if state is State.ACCEPTED and suggestion.state is State.SENDING:
            suggestion = rows.move(suggestion, State.UNCERTAIN)
        if suggestion.state is state:
            return suggestion
        changes = {"approved_hash": ""} if state is State.ACCEPTED else {"url": url, "decided_at": self._clock()}
        return rows.move(suggestion, state, **changes)

    # Looking

    def _recovered(self, suggestion: T) -> Result[T]:
        pieces = self._pieces(suggestion)
        if not pieces:
            with self._ledger.atomic():
                return Result(self._moved(suggestion, State.UNCERTAIN, ""))
        for attempt in self._ledger.outbox.of(suggestion.id):
            if attempt.state in OPEN:
                known = attempt.part < len(pieces)
                self._conclude(attempt, self._look(attempt, pieces[attempt.part]) if known else Unknown())
        return self._result(suggestion, len(pieces))

    def _pieces(self, suggestion: T) -> Sequence[Post]:
        """The posts as they were sent, to compare with; none where the network cannot be asked."""
        try:
            account = self._network.check()
            community = Community(suggestion.community, suggestion.community)
            reply = bool(suggestion.root)
            return compose(self._network, _draft(suggestion), account, community, reply=reply).pieces
        except NudgerError:
            return ()

    def _look(self, attempt: Attempt, piece: Post) -> Sought:
        """Wait until the network cannot be busy with it any more, then look for it."""
        if not self._network.capabilities.finds:
            return Unknown()
        if (attempt.network, attempt.account) != (piece.network, piece.account):
            return Unknown()
        if (seconds := patience(attempt, self._clock(), self._settle)) > 0:
            self._waiting(seconds)
        return self._network.find(piece, attempt.marker, attempt.started_at - MARGIN)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes of this owner from sending and looking. Raises LedgerLocked."""
        path = self._ledger.path
        lock = FileLock(path.with_suffix(".outbox.lock"), timeout=_LOCK_SECONDS, mode=0o600) if path else nullcontext()
        try:
            with lock:
                yield
        except Timeout:
            raise LedgerLocked("post-busy", hint="ledger-locked-hint") from None
        self._ledger.wipe_traces()


class Outbox(Box[Suggestion]):
    """The outbox of one owner on one network for suggestions."""

    def __init__(self, ledger: Ledger, network: Network, **options: Any) -> None:
        super().__init__(ledger, network, ledger.suggestions, **options)


class ReplyBox(Box[Reply]):
    """The same for replies to reactions."""

    def __init__(self, ledger: Ledger, network: Network, **options: Any) -> None:
        super().__init__(ledger, network, ledger.replies, **options)


def _draft(suggestion: Suggestion | Reply) -> Draft:
    return Draft(suggestion.title, suggestion.body, suggestion.community, suggestion.language)
