"""tests/servers: a line to a server with a delay and a width: ``with SlowLine(port, 0.03, 50e6) as line:``."""

from __future__ import annotations

import queue
import socket
import threading
import time
from contextlib import suppress

from tests.servers.relay import Relay

CHUNK = 16_384


class SlowLine(Relay):
    """Passes on after half of ``round_trip`` seconds, ``bits`` a second each way."""

    def __init__(self, target: int, round_trip: float, bits: float) -> None:
        super().__init__(target)
        self._half = round_trip / 2
        self._bits = bits

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), client, self._reached(client) as server:
            ways = [*self._way(client, server), *self._way(server, client)]
            for thread in ways:
                thread.start()
            for thread in ways:
                thread.join()

    def _way(self, source: socket.socket, target: socket.socket) -> tuple[threading.Thread, threading.Thread]:
        """What takes in and what gives out, in one direction."""
        on_the_way: queue.Queue[tuple[float, bytes]] = queue.Queue()
        taking = threading.Thread(target=self._take, args=(source, on_the_way), daemon=True)
        return taking, threading.Thread(target=_give, args=(target, on_the_way), daemon=True)

    def _take(self, source: socket.socket, on_the_way: queue.Queue[tuple[float, bytes]]) -> None:
        free = 0.0
        octets = b"begin"
        while octets:
            try:
                octets = source.recv(CHUNK)
            except OSError:
                octets = b""
            free = max(free, time.monotonic()) + len(octets) * 8 / self._bits
            on_the_way.put((free + self._half, octets))


def _give(target: socket.socket, on_the_way: queue.Queue[tuple[float, bytes]]) -> None:
    octets = b"begin"
    with suppress(OSError):
        while octets:
            arrives, octets = on_the_way.get()
            time.sleep(max(arrives - time.monotonic(), 0.0))
            target.sendall(octets)
        target.shutdown(socket.SHUT_WR)
