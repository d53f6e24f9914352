"""tests/servers: a proxy between a client and a real server that spoils octets on their way, at a chosen place.

``with FaultProxy(port, Cut(SERVER, 117)) as proxy:`` breaks the first connection after 117 octets of the server; a
connection after ``fault.connections`` of them is left alone. What a fault does is a function of one answer or offset.
"""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from tests.servers.relay import Relay

CLIENT, SERVER = "client", "server"
CHUNK = 65_536


class BrokenLineError(Exception):
    """Both sides are to be closed."""


class Fault(Protocol):
    """Spoils one connection; ``connections`` is how many are spoilt."""

    connections: int

    def begin(self) -> Callable[[str, bytes], bytes]:
        """A new connection: what turns octets of a side into those that are passed on. It may raise BrokenLineError."""
        ...


@dataclass(frozen=True)
class Cut:
    """Pass on ``at`` octets of one side, then close."""

    side: str
    at: int
    connections: int = 1

    def begin(self) -> Callable[[str, bytes], bytes]:
        passed = 0

        def spoil(side: str, octets: bytes) -> bytes:
            nonlocal passed
            if side != self.side:
                return octets
            kept = octets[: self.at - passed]
            passed += len(kept)
            if passed >= self.at:
                raise BrokenLineError(kept)
            return kept

        return spoil


@dataclass(frozen=True)
class Answer:
    """Turn the server's whole answer to the ``command``-th line of the client (from 0; -1 is the greeting)."""

    command: int
    change: Callable[[bytes, bytes], bytes]
    """From the tag and the answer up to its tagged line; it may sleep or raise BrokenLineError."""
    connections: int = 1

    def begin(self) -> Callable[[str, bytes], bytes]:
        asked = held = b""

        def spoil(side: str, octets: bytes) -> bytes:
            nonlocal asked, held
            if side == CLIENT:
                asked += octets
                return octets
            lines = asked.split(b"\r\n")[:-1]
            if len(lines) - 1 != self.command:
                return octets
            held += octets
            tag = lines[-1].split(b" ")[0] if lines else b"*"
            if not _complete(held, tag):
                return b""
            answer, held = held, b""
            return self.change(tag, answer)

        return spoil


def _complete(answer: bytes, tag: bytes) -> bool:
    """Whether the tagged line, or a question for more, has come."""
    start = b"\r\n" + tag + b" "
    return answer.endswith(b"\r\n") and (start in b"\r\n" + answer or answer.startswith(b"+"))


@dataclass
class Seen:
    """What passed in a connection, octets by side."""

    octets: dict[str, bytes] = field(default_factory=lambda: {CLIENT: b"", SERVER: b""})


class FaultProxy(Relay):
    """A line that breaks, stalls or lies as ``fault`` says."""

    def __init__(self, target: int, fault: Fault | None = None) -> None:
        super().__init__(target)
        self._fault = fault
        self.connections: list[Seen] = []

    def _serve(self, client: socket.socket) -> None:
        seen = Seen()
        spoilt = self._fault is not None and len(self.connections) < self._fault.connections
        self.connections.append(seen)
        spoil = self._fault.begin() if self._fault and spoilt else lambda _, octets: octets
        with suppress(OSError), client, self._reached(client) as server:
            _pump(client, server, spoil, seen)


def _pump(client: socket.socket, server: socket.socket, spoil: Callable[[str, bytes], bytes], seen: Seen) -> None:
    """Pass octets on until an end closes or the fault breaks the line."""
    names, others = {client: CLIENT, server: SERVER}, {client: server, server: client}
    while True:
        for end in select.select([client, server], [], [])[0]:
            octets = end.recv(CHUNK)
            if not octets:
                return
            try:
                passed = spoil(names[end], octets)
            except BrokenLineError as broken:
                others[end].sendall(broken.args[0] if broken.args else b"")
                return
            seen.octets[names[end]] += passed
            others[end].sendall(passed)


def stall(seconds: float) -> Callable[[bytes, bytes], bytes]:
    """Give the answer later."""

    def change(_: bytes, answer: bytes) -> bytes:
        time.sleep(seconds)
        return answer

    return change


def replace(status: bytes) -> Callable[[bytes, bytes], bytes]:
    """Only a tagged line, with this status, instead of the answer."""
    return lambda tag, _: tag + b" " + status + b"\r\n"


def inject(line: bytes) -> Callable[[bytes, bytes], bytes]:
    """A line before the answer."""
    return lambda _, answer: line + b"\r\n" + answer


def inject_last(line: bytes) -> Callable[[bytes, bytes], bytes]:
    """A line before the tagged one."""

    def change(tag: bytes, answer: bytes) -> bytes:
        before, _, after = (b"\r\n" + answer).rpartition(b"\r\n" + tag + b" ")
        return (before + b"\r\n")[2:] + line + b"\r\n" + tag + b" " + after

    return change


def cut_in_half(_: bytes, answer: bytes) -> bytes:
    """Half of the answer, then the end."""
    raise BrokenLineError(answer[: len(answer) // 2])
