"""tests/servers: what the lines between a program and a server share: they listen on loopback and pass on."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self


class Relay:
    """Listens on ``port`` of loopback while entered; a subclass passes on to the server's ``target`` port."""

    def __init__(self, target: int) -> None:
        self._target = target

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
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        """One connection, in a thread of its own."""
        raise NotImplementedError

    def _reached(self, client: socket.socket) -> socket.socket:
        """The server's end for this client; neither end waits to fill a packet. Raises OSError."""
        server = socket.create_connection(("127.0.0.1", self._target))
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return server
