# ruff: noqa: E402 - the path comes before the imports
"""Read damaged mail, a hundred thousand of it: ``make fuzz``, or ``python tests/fuzz_reading.py [--count N]``.

Seeds are the shared odd messages, the bombs and the written replies; mutations are flipped bits, cuts, swapped lines,
doubled headers and splices, the same in every run. Prints one line of counts and the slowest message, and ends with 1
when an exception came out or a message took more than a second of CPU. ``--show N`` reads number N alone.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a program, it would find tests/nudger instead of nudger

from nudger.errors import Unreadable
from nudger.mail.mime.tree import structure_of
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from tests.nudger.mail.hostile import Mutations, bombs, make_bombs, odd_mail, replies
from tests.nudger.mail.mails import ACME, NOW, load

SEED = 20261124
LIMIT_SECONDS = 1.0
HANG_SECONDS = 20.0
STEP = 250


class Hang(BaseException):
    """A message was still being read after HANG_SECONDS of CPU; not an Exception, so that nothing swallows it."""


@dataclass
class Tally:
    """What came of a number of messages."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    megabytes: int = 0

    def add(self, other: Tally) -> None:
        self.outcomes += other.outcomes
        self.failures += other.failures
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.outcomes.most_common())
        seconds, number = self.slowest
        slowest = f"slowest {seconds:.3f} s (number {number}), {self.megabytes} MB with all seeds"
        return "\n".join([f"{self.outcomes.total()} messages: {counts}; {slowest}", *self.failures[:20]])


def fuzz(shared: Path, *, count: int, workers: int, folder: Path) -> Tally:
    """Read the first ``count`` mutations; bombs are written into ``folder``."""
    bomb_folder = make_bombs(shared, folder, SEED)
    some = partial(read_some, shared, bomb_folder)
    steps = [range(start, min(start + STEP, count)) for start in range(0, count, STEP)]
    total = Tally()
    if workers == 1:
        for tally in map(some, steps):
            total.add(tally)
        return total
    with ProcessPoolExecutor(workers) as pool:
        for tally in pool.map(some, steps):
            total.add(tally)
    return total


@cache
def supply(shared: Path, bomb_folder: Path) -> Mutations:
    """The mutations; each process reads the seeds once."""
    load()
    seeds = [*odd_mail(shared).values(), *replies(shared).values(), *(octets for *_, octets in bombs(bomb_folder))]
    return Mutations(seeds, SEED)


def read_some(shared: Path, bomb_folder: Path, numbers: range) -> Tally:
    """Read these mutations, one after the other."""
    tally, mutations = Tally(), supply(shared, bomb_folder)
    for number in numbers:
        octets = mutations[number]
        seconds, outcome = timed(octets)
        if seconds > LIMIT_SECONDS:
            seconds = min(seconds, *(timed(octets)[0] for _ in range(2)))  # a busy machine costs CPU time too
        tally.outcomes[outcome] += 1
        tally.slowest = max(tally.slowest, (seconds, number))
        if seconds > LIMIT_SECONDS or outcome.startswith("!"):
            tally.failures.append(f"number {number}: {outcome}, {seconds:.2f} s, {len(octets)} octets")
    tally.megabytes = _peak_megabytes()
    return tally


def timed(octets: bytes) -> tuple[float, str]:
    """CPU seconds, and ``read``, the reason why not, or ``!`` and the name of an exception."""
    signal.signal(signal.SIGVTALRM, _hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG_SECONDS)
    started = time.process_time()
    try:
        outcome = _outcome(octets)
    except (Exception, Hang) as error:
        outcome = f"!{type(error).__name__}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started, outcome


def _outcome(octets: bytes) -> str:
    # Without the guard that makes every exception a reason: here each of them is to be seen.
    try:
        header, parts, bodies = structure_of.__wrapped__(octets)
        read.__wrapped__(RawMessage(1, header, len(octets), parts=parts, bodies=bodies), ACME, now=NOW)
    except Unreadable as refused:
        return refused.reason
    return "read"


def _hang(*_: object) -> None:
    raise Hang


def _peak_megabytes() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    parser = argparse.ArgumentParser(description="Read damaged mail.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--show", type=int, metavar="N", help="read number N alone, with traceback")
    arguments = parser.parse_args()
    shared = Path(os.environ.get("NUDGER_SHARED", ROOT.parent / "shared"))
    if not (shared / "data").is_dir():
        print("skipped: the shared data is not here")
        return 1 if os.environ.get("CI") == "true" else 0
    with tempfile.TemporaryDirectory(prefix="nudger-fuzz-") as folder:
        if arguments.show is not None:
            octets = supply(shared, make_bombs(shared, Path(folder), SEED))[arguments.show]
            print(_outcome(octets))
            return 0
        tally = fuzz(shared, count=arguments.count, workers=arguments.workers, folder=Path(folder))
    print(tally)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
