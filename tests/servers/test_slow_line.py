"""The slow line passes on every octet in order, and no sooner than its delay and width let it."""

from __future__ import annotations

import socket
import threading
import time

from tests.servers.slow_line import SlowLine

ROUND_TRIP, BITS, SENT = 0.04, 8e6, bytes(range(256)) * 400


def echo(listener: socket.socket) -> None:
    client, _ = listener.accept()
    with client:
        while octets := client.recv(65_536):
            client.sendall(octets)


def test_every_octet_comes_back_in_order_and_not_too_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=echo, args=(listener,), daemon=True).start()
        with SlowLine(listener.getsockname()[1], ROUND_TRIP, BITS) as line:
            began, back = time.monotonic(), b""
            with socket.create_connection(("127.0.0.1", line.port)) as end:
                end.sendall(SENT)
                while len(back) < len(SENT):
                    back += end.recv(65_536)
    assert back == SENT
    assert time.monotonic() - began >= ROUND_TRIP + len(SENT) * 8 / BITS
