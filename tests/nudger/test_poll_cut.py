"""nudger/poll over a line that is cut at every octet, and spoilt at every command, before a real Dovecot.

The ledger of a disturbed poll, tried again as a nightly run is, always equals that of an undisturbed one, and the
mailbox is as it was. A sample runs by default; ``make soak`` takes every position and prints how many there were.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from nudger.errors import NudgerError
from nudger.ledger.ledger import Ledger
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.imap.session import Patience
from tests.nudger.polling import NOW, letter, poll, reader
from tests.servers.dovecot import Dovecot, User
from tests.servers.proxy import (
    CLIENT,
    SERVER,
    Answer,
    Cut,
    Fault,
    FaultProxy,
    cut_in_half,
    inject,
    inject_last,
    replace,
    stall,
)

pytestmark = pytest.mark.dovecot

QUICK = Patience(connect=5.0, read=5.0, reconnects=3, first_pause=0.0, throttle=60.0)
IMPATIENT = Patience(connect=5.0, read=0.5, reconnects=3, first_pause=0.0)
NIGHTS = 6
PROXIES = 4
STRIDE = 83
"""A prime, so that the sample of the default run meets each command at another place."""

Tables = dict[str, list[tuple[Any, ...]]]


class Line:
    """A mailbox of two messages, and what a poll of it comes to when nothing is wrong."""

    def __init__(self, user: User) -> None:
        self.user = user
        user.append_all((letter(number), NOW) for number in (1, 2))
        user.create("Sent")
        reader()
        self.calm, [self.session] = self.nights(None)
        self.commands = len(self.session[CLIENT].splitlines())

    def nights(self, fault: Fault | None, patience: Patience = QUICK) -> tuple[Tables, Sequence[dict[str, bytes]]]:
        """Poll until two nights went well: the ledger, and what passed in each session of the first night."""
        with FaultProxy(self.user.server.port, fault) as proxy, Ledger.in_memory() as ledger:
            passed: list[dict[str, bytes]] = []
            for _ in range(NIGHTS):
                good = self._night(proxy.port, ledger, patience)
                passed = passed or [seen.octets for seen in proxy.connections]
                if good:
                    break
            return ledger.canonical(), passed

    def _night(self, port: int, ledger: Ledger, patience: Patience) -> bool:
        """Whether it went well and left nothing to be tried again."""
        account = self.user.account("loopback-plain", port=port)
        try:
            poll(ImapSource(account, patience=patience, sleep=lambda _: None), ledger)
        except NudgerError:
            return False
        return "unreadable" not in ledger.mail.outcomes()

    def broken(self, faults: Iterable[Fault], patience: Patience = QUICK) -> list[Fault]:
        """Those faults after which the ledger is another."""
        listed = list(faults)
        with ThreadPoolExecutor(PROXIES) as pool:
            tables = pool.map(lambda fault: self.nights(fault, patience)[0], listed)
            return [fault for fault, found in zip(listed, tables, strict=True) if found != self.calm]


@pytest.fixture(scope="module")
def line(dovecot: Dovecot) -> Line:
    return Line(dovecot.add_user())


def cuts(line: Line, stride: int, connections: int = 1) -> list[Fault]:
    """A cut at every ``stride``-th octet of both sides, and at the first and the last."""
    return [
        Cut(side, at, connections)
        for side in (SERVER, CLIENT)
        for at in sorted({*range(0, len(line.session[side]) + 1, stride), len(line.session[side])})
    ]


def test_an_undisturbed_poll_knows_both_messages(line: Line) -> None:
    assert len(line.calm["messages"]) == 2
    assert len(line.session[SERVER]) > 2_000
    assert line.commands == 9


def test_cut_at_some_octets(line: Line) -> None:
    before = line.user.snapshot()
    assert line.broken(cuts(line, STRIDE)) == []
    assert line.user.snapshot() == before


@pytest.mark.slow
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("connections", [1, 3], ids=["once", "three times"])
def test_cut_at_every_octet(line: Line, connections: int, capsys: pytest.CaptureFixture[str]) -> None:
    before, started = line.user.snapshot(), time.monotonic()
    stride = 1 if connections == 1 else 7
    every = cuts(line, stride, connections)
    assert line.broken(every) == []
    assert line.user.snapshot() == before
    with capsys.disabled():
        print(f"\n{len(every):,} cut positions ({connections}x) in {time.monotonic() - started:.0f} s")


THROTTLED = b"BAD Request is throttled. Suggested Backoff Time: 30000 milliseconds"
CHANGES: dict[str, Callable[[bytes, bytes], bytes]] = {
    "late": stall(0.05),
    "no": replace(b"NO [SERVERBUG] Internal error occurred"),
    "bad": replace(b"BAD Error in IMAP command"),
    "throttled": replace(THROTTLED),
    "nothing": replace(b"OK done"),
    "half": cut_in_half,
    "bye": inject(b"* BYE Server shutting down"),
    "bye-last": inject_last(b"* BYE Server shutting down"),
    "alert": inject_last(b"* OK [ALERT] Er is onderhoud vannacht"),
    "flags": inject(b"* 2 FETCH (FLAGS (\\Seen))"),
    "flags-uid": inject_last(b"* 1 FETCH (UID 1 FLAGS (\\Seen))"),
    "expunge": inject_last(b"* 7 EXPUNGE"),
    "exists": inject(b"* 99 EXISTS"),
    "garbage": inject_last(b"* 1 FETCH (UID 1 BODY[1]"),
    "no-protocol": inject(b"HTTP/1.1 200 OK"),
    "literal": inject(b"* 1 FETCH (UID 1 BODY[1] {10}\r\nte kort)"),
    "nul": inject_last(b"* OK \0\xff\xfe"),
    "too-long": inject_last(b"* OK " + b"x" * 1_100_000),
}


def spoilt(line: Line, names: Iterable[str], stride: int) -> dict[str, list[int]]:
    """By change, the commands (-1 is the greeting) after which the ledger is another."""
    faults = {
        Answer(command, CHANGES[name]): name
        for number, name in enumerate(names)
        for command in range(-1 + number % stride, line.commands, stride)
    }
    found: dict[str, list[int]] = {}
    for fault in line.broken(faults):
        assert isinstance(fault, Answer)
        found.setdefault(faults[fault], []).append(fault.command)
    return found


def test_spoilt_at_some_commands(line: Line) -> None:
    before = line.user.snapshot()
    assert spoilt(line, CHANGES, 4) == {}
    assert line.user.snapshot() == before


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", CHANGES)
def test_spoilt_at_every_command(line: Line, name: str) -> None:
    before = line.user.snapshot()
    assert spoilt(line, [name], 1) == {}
    assert line.user.snapshot() == before


@pytest.mark.slow
def test_stalled_at_every_command(line: Line) -> None:
    faults = [Answer(number, stall(1.5)) for number in range(-1, line.commands)]
    assert line.broken(faults, IMPATIENT) == []


def test_the_sweep_sees_a_difference(line: Line) -> None:
    with Ledger.in_memory() as ledger:
        assert ledger.canonical() != line.calm
    drop = partial(_without, b"* SEARCH 1 2")
    assert line.broken([Answer(4, drop)]) != []


def _without(line: bytes, _: bytes, answer: bytes) -> bytes:
    return answer.replace(line, b"* SEARCH 2")
