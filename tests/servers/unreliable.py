"""tests/servers: a home server that speaks just enough Matrix, and stores a post and then fails.

It takes every request as a new one (no transaction ids), lists five messages a page, refuses 8 in 100 posts, stores 10
and answers 502, stores 10 and drops the line, and takes its time. The worst that an outbox can meet.
"""

from __future__ import annotations

import json
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

ROOM = "!plein:nudger.test"
ME = "@leider:nudger.test"
PAGE = 5


class Unreliable(ThreadingHTTPServer):
    """``latency`` in seconds is the longest it takes to store a post. ``events`` holds what was stored."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, latency: float = 0.05, seed: int = 1) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.latency = latency
        self.dice = random.Random(seed)
        self.rooms = [ROOM]
        self.events: list[dict[str, Any]] = []
        self.lock = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is no news."""

    def texts(self) -> list[str]:
        """The bodies stored."""
        return [event["content"]["body"] for event in self.events]

    def store(self, content: dict[str, Any], room: str = ROOM) -> str:
        with self.lock:
            event_id = f"$e{len(self.events)}"
            stamp = int(time.time() * 1000)
            event = {"event_id": event_id, "sender": ME, "origin_server_ts": stamp, "content": content}
            event["room_id"] = room
            self.events.append(event | {"type": "m.room.message"})
        return event_id


class _Handler(BaseHTTPRequestHandler):
    server: Unreliable

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path.endswith("/whoami"):
            return self._answer(200, {"user_id": ME})
        if path.endswith("/sync"):
            state = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "public"}}
            room = {"state": {"events": [state]}, "summary": {"m.joined_member_count": 9}}
            return self._answer(200, {"rooms": {"join": dict.fromkeys(self.server.rooms, room)}})
        start = int(parse_qs(urlsplit(self.path).query).get("from", ["0"])[0])
        newest = [event for event in reversed(self.server.events) if event["room_id"] in path]
        page: dict[str, Any] = {"chunk": newest[start : start + PAGE]}
        if start + PAGE < len(newest):
            page["end"] = str(start + PAGE)
        return self._answer(200, page)

    def do_PUT(self) -> None:
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        room, _, rest = unquote(urlsplit(self.path).path).partition("/rooms/")[2].partition("/")
        if rest.startswith("redact/"):
            taken_back = rest.split("/")[1]
            self.server.events = [event for event in self.server.events if event["event_id"] != taken_back]
            return self._answer(200, {"event_id": "$taken-back"})
        time.sleep(self.server.dice.random() * self.server.latency)
        luck = self.server.dice.random()
        if luck < 0.08:
            return self._answer(400, {"errcode": "M_UNKNOWN"})
        event = self.server.store(content, room)
        if luck < 0.18:
            return self._answer(502, None)
        if luck < 0.28:
            self.close_connection = True
            return None
        return self._answer(200, {"event_id": event})

    def _answer(self, status: int, body: object) -> None:
        content = json.dumps(body).encode() if body is not None else b"<html>Bad gateway</html>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
