"""tests/servers: what the stubs of networks share. A stub says only how its server words things.

Two people are there, ``leider`` (7) and ``anna`` (8), each with her name as token. ``allowance`` is how many posts go
before the server says: too fast. ``kept`` holds what was posted, as plain values.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

LEADER, ANNA = 7, 8
USERS = {"leider": LEADER, "anna": ANNA}
"""Ids by token."""

Reply = tuple[int, object] | tuple[int, object, Mapping[str, str]]
"""Status, body (text as it is, anything else as JSON), headers."""


@dataclass(frozen=True)
class Request:
    """What came in."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def steps(self) -> list[str]:
        """The path in parts."""
        return [unquote(step) for step in self.path.strip("/").split("/")]

    @cached_property
    def json(self) -> Any:
        """The body, which says itself that it is JSON."""
        assert self.headers["content-type"].startswith("application/json")
        return json.loads(self.body)

    @cached_property
    def form(self) -> dict[str, str]:
        """The body, which says itself that it is a form."""
        assert self.headers["content-type"] == "application/x-www-form-urlencoded"
        return {name: values[0] for name, values in parse_qs(self.body.decode(), keep_blank_values=True).items()}

    @property
    def user(self) -> int | None:
        """Who asks: by a bearer token, or by the password of Basic."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        if scheme == "Basic":
            token = base64.b64decode(token).decode().partition(":")[2]
        return USERS.get(token)


@dataclass
class Kept:
    """One post or reply. ``root`` is the id of the post that it belongs to, its own for a post."""

    id: int
    author: int
    text: str
    root: int
    title: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def milliseconds(self) -> int:
        return int(self.at.timestamp() * 1000)

    @property
    def iso(self) -> str:
        """With milliseconds, as most servers write it."""
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Stub(ThreadingHTTPServer):
    """A server on this machine. A subclass gives :meth:`reply` and names its communities."""

    community = "4711"
    closed = "4712"
    daemon_threads = True
    block_on_close = False

    def __init__(self, allowance: int = 1000) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.allowance = allowance
        self.kept: list[Kept] = []
        self.requests: list[Request] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def reply(self, request: Request) -> Reply:
        """What the server says."""
        raise NotImplementedError

    def add(self, author: int, text: str, root: int = 0, title: str = "", **more: Any) -> Kept:
        """Keep a post."""
        id_ = 1000 + len(self.requests) * 10 + len(self.kept)
        one = Kept(id_, author, text, root or id_, title, more)
        self.kept.append(one)
        return one

    def answer(self, root: str) -> str:
        """Anna's reply to a post, given with the ids that the connector uses."""
        return str(self.add(ANNA, "Goed idee.", int(root)).id)

    def get(self, id_: str | int) -> Kept | None:
        """The post with this id."""
        return next((one for one in self.kept if str(one.id) == str(id_)), None)

    def remove(self, id_: str, user: int | None) -> bool:
        """Take back one's own post; False where it is not there."""
        found = [one for one in self.kept if str(one.id) == id_ and one.author == user]
        self.kept = [one for one in self.kept if one not in found]
        return bool(found)

    @property
    def newest(self) -> list[Kept]:
        return self.kept[::-1]

    def hurried(self) -> bool:
        """Count a post; whether it came too fast."""
        self.allowance -= 1
        return self.allowance < 0


class _Handler(BaseHTTPRequestHandler):
    server: Stub

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, parts.path, query, headers, body)
        self.server.requests.append(request)
        status, said, *more = self.server.reply(request)
        content = said.encode("utf-8", "surrogateescape") if isinstance(said, str) else json.dumps(said).encode()
        self.send_response(status)
        for name, value in {**(more[0] if more else {}), "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = _serve
