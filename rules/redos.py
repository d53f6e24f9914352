"""What can be said of a message: which patterns a hostile mail can stall, measured in a child process.

Every pattern meets the texts that stall mail programs (runs of spaces, quote signs, dots, addresses, and of its own
characters) in the size in which a mail's text is fetched. The child is limited in its CPU time where the system knows
such limits, and by the clock of its parent everywhere: a pattern that stalls the child is named, and the rest go on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from rules import triggers
from rules.matching import MAX_LINE, Pattern

LIMIT = 0.2
"""Seconds of CPU time for one pattern on one text."""
SIZE = 65_536
"""Characters of a text."""
CPU_LIMIT = 2
"""Whole seconds of CPU time that the child has for one pattern on all texts; 0 for no limit."""
PATIENCE = 20.0
"""Seconds in which the child must say something."""

FILLERS = (
    *" \t\u00a0>-_=*.a1?<[`\u200d\U0001f600",
    *("> ", "a ", "a.", "a@", "1 ", "[a](", "*_", "on ", "op ", "jan ", "Jan ", "www.", "http://", "+31 6 ", "e\u0301"),
)
"""What the texts of reliability tests repeat without end."""


def slow(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Those patterns that need more than :data:`LIMIT` on some text."""
    found: list[Pattern] = []
    rest = list(patterns)
    while rest:
        times = _measured(rest)
        found += [pattern for pattern, seconds in zip(rest, times, strict=False) if seconds > LIMIT]
        found += rest[len(times) : len(times) + 1]
        rest = rest[len(times) + 1 :]
    return tuple(found)


def _measured(patterns: Sequence[Pattern]) -> list[float]:
    """The worst time of each pattern, in order, up to the first that stalls the child."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measure, args=(list(patterns), sender, CPU_LIMIT), daemon=True)
    child.start()
    sender.close()
    try:
        times = list(_received(receiver, len(patterns)))
        if len(times) < len(patterns):
            child.join(1)
        if (child.exitcode or 0) > 0:
            raise RuntimeError(f"the child that tries the patterns ended with {child.exitcode}")
        return times
    finally:
        child.kill()
        child.join()
        receiver.close()


def _received(receiver: Connection, expected: int) -> Iterator[float]:
    with suppress(EOFError):
        for _ in range(expected):
            if not receiver.poll(PATIENCE):
                return
            yield receiver.recv()


def _measure(patterns: Sequence[Pattern], sender: Connection, cpu_limit: int) -> None:
    """In the child: the worst time of each pattern."""
    for pattern in patterns:
        _allow_cpu(cpu_limit)
        sender.send(max(_seconds(pattern, line) for line in _lines(pattern)))


def _allow_cpu(seconds: int) -> None:
    """So many seconds from now the system ends this process, where it knows such limits."""
    try:
        import resource
    except ImportError:
        return
    if not seconds:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds, hard))


def _lines(pattern: Pattern) -> Iterator[str]:
    """Hostile lines, with and without what a match of this pattern holds."""
    hook = " ".join([*sorted(pattern.words)[:1], pattern.part])
    own = sorted(triggers.plain_characters(pattern.source))
    for filler in (*FILLERS, *own):
        run = filler * (MAX_LINE // len(filler))
        yield f"{hook} {run}"[:MAX_LINE]
        yield f"{run[: MAX_LINE - len(hook) - 1]} {hook}"
        yield f"{hook} {filler}" * max(1, MAX_LINE // (len(hook) + len(filler) + 1))


def _seconds(pattern: Pattern, line: str) -> float:
    """CPU time on a text full of this line. What seems too much is measured again, as the machine may be busy."""
    lines = SIZE / len(line)
    seconds = _clocked(pattern, line) * lines
    return seconds if seconds < LIMIT else min(_clocked(pattern, line) for _ in range(5)) * lines


def _clocked(pattern: Pattern, line: str) -> float:
    start = time.process_time()
    pattern.search(line)
    return time.process_time() - start
