"""One night: every owner who participates is read, whatever happens to the others; pure of terminals and files.

Owners are taken in the order of their last good night, so that whoever was left over yesterday comes first today. A
mailbox host never sees more than so many connections of ours at once. Whatever goes wrong with one owner is a value
here, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from threading import Semaphore
from time import monotonic
from typing import TYPE_CHECKING

from nudger.errors import NudgerError, Refused
from nudger.nightly.health import WELL, Health, Said, after

if TYPE_CHECKING:
    from nudger.app import MailboxOutcome, PollOutcome
    from nudger.config.configuration import Owner

WORST = (1, 74, 73, 78, 77, 75, 0)
"""Exit codes, the worst first; of several the first counts."""

BUG = "bug"


def worst(codes: Iterable[int]) -> int:
    """The exit code that stands for all of these."""
    found = set(codes)
    return next((code for code in WORST if code in found), 0)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one owner. ``failure`` is the key of the first error, ``code`` its exit code, 0 when all is well.

    ``error`` is the error itself where it is one of ours, for a person to read.
    """

    owner: str
    outcome: PollOutcome | None = None
    failure: str = ""
    code: int = 0
    error: NudgerError | None = None

    @property
    def mailboxes(self) -> Sequence[MailboxOutcome]:
        """What was done with each of the owner's mailboxes."""
        return self.outcome.mailboxes if self.outcome else ()


@dataclass(slots=True)
class Night:
    """What became of all. ``skipped`` have not said yes, ``asleep`` are left alone, ``postponed`` were out of time."""

    results: list[Result] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    health: dict[str, Health] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    asleep: list[str] = field(default_factory=list)
    postponed: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code of the whole: the worst of those that count."""
        codes = {result.code for result in self.results if not self.health[result.owner].asleep}
        codes |= {75} if self.postponed else set()
        return worst(codes)


class Doors:
    """At most so many connections to one host at the same time."""

    def __init__(self, per_host: int, hosts: Sequence[str]) -> None:
        self._free = {host: Semaphore(per_host) for host in hosts}

    def through(self, hosts: Sequence[str]) -> ExitStack:
        """Wait for a place at each host, always in the same order, so that nobody waits for each other."""
        with ExitStack() as stack:
            for host in sorted(set(hosts)):
                stack.enter_context(self._free[host])
            return stack.pop_all()


@dataclass(frozen=True, slots=True)
class Budget:
    """So many connections to one host at the same time, and so many seconds after which nobody new is begun."""

    per_host: int = 4
    seconds: float = 4 * 3600.0


def night(
    owners: Sequence[Owner],
    health: Mapping[str, Health],
    poll: Callable[[Owner], PollOutcome],
    pool: Executor,
    today: date,
    budget: Budget,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Night:
    """Poll everyone who participates and is due."""
    done = Night(health=dict(health))
    chosen = list(_chosen(owners, done, today))
    doors = Doors(budget.per_host, [host for owner in chosen for host in _hosts(owner)])
    deadline = monotonic() + budget.seconds

    def one(owner: Owner) -> Result | None:
        with doors.through(_hosts(owner)):
            return None if monotonic() > deadline else result_of(owner, poll)

    futures: dict[Future[Result | None], str] = {pool.submit(one, owner): owner.name for owner in chosen}
    for number, future in enumerate(as_completed(futures), 1):
        _note(done, futures[future], future.result(), today)
        progress(number, len(chosen))
    done.results.sort(key=lambda result: result.owner)
    done.postponed.sort()
    return done


def result_of(owner: Owner, poll: Callable[[Owner], PollOutcome]) -> Result:
    """Poll one owner; every way to fail becomes a value."""
    try:
        outcome = poll(owner)
    except NudgerError as error:
        return Result(owner.name, None, error.key, error.exit_code, error)
    except Exception as error:  # noqa: BLE001 - a bug with one mailbox never stops the others; its values are not told
        return Result(owner.name, None, f"{BUG}-{type(error).__name__}", 1)
    first = next((mailbox.error for mailbox in outcome.mailboxes if mailbox.error), None)
    return Result(owner.name, outcome, first.key if first else "", first.exit_code if first else 0, first)


def _chosen(owners: Sequence[Owner], done: Night, today: date) -> Iterator[Owner]:
    def last(owner: Owner) -> tuple[date, str]:
        return done.health.get(owner.name, WELL).tried or date.min, owner.name

    for owner in sorted(owners, key=last):
        if not owner.participates:
            done.skipped.append(owner.name)
        elif not done.health.get(owner.name, WELL).due(today):
            done.asleep.append(owner.name)
        else:
            yield owner


def _hosts(owner: Owner) -> list[str]:
    return [mailbox.host for mailbox in owner.mailboxes.values()]


def _note(done: Night, name: str, result: Result | None, today: date) -> None:
    if result is None:
        done.postponed.append(name)
        return
    done.results.append(result)
    before = done.health.get(name, WELL)
    refused = isinstance(result.error, Refused)
    done.health[name], done.said[name] = after(before, result.failure, today, refused=refused)
