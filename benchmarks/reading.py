"""How many messages a CPU second the reader takes, beside the standard library's bare parse of the same octets.

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/reading.py [--messages N] [--rounds N]

``bare parse`` is ``email.message_from_bytes`` alone: no header is decoded, no body, no words are found. ``structure``
finds the parts and cuts the text out; ``header`` reads people, dates and facts; ``header and words`` adds own words and
language; ``reading`` is the whole, from octets to Message.
"""

from __future__ import annotations

import argparse
import email
import itertools
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nudger.errors import Unreadable
from nudger.mail.mime.tree import structure_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read, read_header
from nudger.mail.source import RawMessage
from nudger.mail.stored.mbox import message_of, message_starts, open_plain_or_gzip

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
MAILBOX = SHARED / "data" / "public" / "mailbox.mbox.gz"
ENRON = Perspective(domains=frozenset({"enron.com"}))
NOW = datetime(2001, 12, 1, tzinfo=UTC)


def main() -> None:
    """Print a line for each step: messages a CPU second, and how it stands to the bare parse."""
    arguments = argparse.ArgumentParser(description="Speed of reading")
    arguments.add_argument("--messages", type=int, default=2_977)
    arguments.add_argument("--rounds", type=int, default=3, help="the fastest counts")
    chosen = arguments.parse_args()
    if not MAILBOX.exists():
        raise SystemExit(f"not measured: {MAILBOX} is not here")
    mails = list(filter(readable, messages()[: chosen.messages]))
    raws = [raw_of(octets) for octets in mails]
    size = sum(map(len, mails)) / 1e6
    print(f"{len(mails)} messages of a leader's mailbox, {size:.1f} MB; CPU of one process, best of {chosen.rounds}")
    steps: dict[str, Callable[[], object]] = {
        "bare parse": lambda: [email.message_from_bytes(octets) for octets in mails],
        "structure": lambda: [structure_of(octets) for octets in mails],
        "header": lambda: [read_header(raw, ENRON, now=NOW) for raw in raws],
        "header and words": lambda: [read(raw, ENRON, now=NOW) for raw in raws],
        "reading": lambda: [read(raw_of(octets), ENRON, now=NOW) for octets in mails],
    }
    bare = 0.0
    for name, step in steps.items():
        speed = len(mails) / min(cpu_seconds(step) for _ in range(chosen.rounds))
        bare = bare or speed
        print(f"{name:20} {speed:8,.0f} messages/s   {speed / bare:6.2f} x the bare parse")


def messages() -> list[bytes]:
    """The mails of the public mailbox as octets."""
    with open_plain_or_gzip(MAILBOX) as stream:
        octets = stream.read()
    with open_plain_or_gzip(MAILBOX) as stream:
        marks = [*message_starts(stream), len(octets)]
    return [message_of(octets[start:end]) for start, end in itertools.pairwise(marks)]


def raw_of(octets: bytes) -> RawMessage:
    """What a source of files gives."""
    header, parts, bodies = structure_of(octets)
    return RawMessage(1, header, len(octets), parts=parts, bodies=bodies)


def readable(octets: bytes) -> bool:
    """Whether the message can be read; the few that cannot are left out of every line."""
    try:
        read(raw_of(octets), ENRON, now=NOW)
    except Unreadable:
        return False
    return True


def cpu_seconds(step: Callable[[], object]) -> float:
    """CPU time of this process."""
    started = time.process_time()
    step()
    return time.process_time() - started


if __name__ == "__main__":
    main()
