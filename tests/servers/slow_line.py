"""tests/servers: a line to a server with a delay and a width: ``with SlowLine(port, 0.03, 50e6) as line:``."""

from __future__ import annotations

import queue
import socket
import threading
import time
from contextlib import suppress
from typing import Self

CHUNK = 16_384


class SlowLine:
    """Listens on ``port`` while entered; passes on after half of ``round_trip`` seconds, ``bits`` a second each way."""

    def __init__(self, target: int, round_trip: float, bits: float) -> None:
        self._target = target
        self._half = round_trip / 2
        self._bits = bits

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                for end in (client, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._join(client, server)
                self._join(server, client)

    def _join(self, source: socket.socket, target: socket.socket) -> None:
        on_the_way: queue.Queue[tuple[float, bytes]] = queue.Queue()
        threading.Thread(target=self._take, args=(source, on_the_way), daemon=True).start()
        threading.Thread(target=_give, args=(target, on_the_way), daemon=True).start()

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
