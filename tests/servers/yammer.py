"""tests/servers: a stub of the Yammer REST API v1, built from its documentation.

Sources: learn.microsoft.com/rest/api/yammer (messages-json-post, messagesjson, messagesin_threadthreadidjson,
yammer-api-rate-limits); the form of a message from Apache Camel's camel-yammer page. Not in the documents, so chosen
here and named in docs/networks: the status for a text that is too long (400) and for a group that is closed (403).
"""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

GROUP, CLOSED = "4711", "4712"
USERS = {"leider": 7, "anna": 8}
"""By token."""
PAGE = 3


class Yammer(ThreadingHTTPServer):
    """``allowance`` is how many posts go before it says 429."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, allowance: int = 1000) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.allowance = allowance
        self.messages: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.forms: list[dict[str, list[str]]] = []
        self.group: dict[str, Any] = {
            "id": int(GROUP),
            "full_name": "Zorg",
            "privacy": "public",
            "stats": {"members": 9},
        }

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def add(self, sender: int, body: str, replied_to: int | None = None) -> dict[str, Any]:
        id_ = 1000 + len(self.messages)
        parent = next((one for one in self.messages if one["id"] == replied_to), None)
        message = {
            "id": id_,
            "sender_id": sender,
            "replied_to_id": replied_to,
            "thread_id": parent["thread_id"] if parent else id_,
            "group_id": int(GROUP),
            "created_at": datetime.now(UTC).strftime("%Y/%m/%d %H:%M:%S +0000"),
            "body": {"plain": body, "parsed": body, "rich": body},
            "web_url": f"https://www.yammer.com/voorbeeld/messages/{id_}",
        }
        self.messages.append(message)
        return message


class _Handler(BaseHTTPRequestHandler):
    server: Yammer

    def log_message(self, *_: object) -> None:
        """Quiet."""

    @property
    def user(self) -> int | None:
        return USERS.get(self.headers.get("Authorization", "").removeprefix("Bearer "))

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.server.requests.append(parts.path)
        match parts.path.removeprefix("/api/v1/").removesuffix(".json").split("/"):
            case _ if self.user is None:
                self._answer(401, {"response": {"message": "Token not found.", "code": 16, "stat": "fail"}})
            case ["users", "current"]:
                self._answer(200, {"id": self.user, "network_id": 1})
            case ["groups"]:
                self._answer(200, [self.server.group])
            case ["groups", number]:
                self._answer(200, self.server.group) if number == GROUP else self._answer(404, "Not found")
            case ["messages", "in_group", number] if number == GROUP:
                older = int(parse_qs(parts.query).get("older_than", ["999999"])[0])
                found = [one for one in reversed(self.server.messages) if one["id"] < older]
                meta = {"older_available": len(found) > PAGE}
                self._answer(200, {"messages": found[:PAGE], "references": [], "meta": meta})
            case _:
                self._answer(403, "Forbidden")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.forms.append(form)
        assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        if self.user is None:
            return self._answer(401, "")
        if form.get("group_id", [GROUP])[0] != GROUP:
            return self._answer(403, "Forbidden")
        if len(form["body"][0]) > 10_000:
            return self._answer(400, "Too long")
        self.server.allowance -= 1
        if self.server.allowance < 0:
            return self._answer(429, "Rate limited", ("Retry-After", "30"))
        replied_to = form.get("replied_to_id")
        made = self.server.add(self.user, form["body"][0], int(replied_to[0]) if replied_to else None)
        return self._answer(201, {"messages": [made], "references": [], "meta": {}})

    def do_DELETE(self) -> None:
        id_ = int(self.path.rsplit("/", 1)[1])
        there = [one for one in self.server.messages if one["id"] == id_ and one["sender_id"] == self.user]
        for one in there:
            self.server.messages.remove(one)
        self._answer(200 if there else 404, "")

    def _answer(self, status: int, body: object, *headers: tuple[str, str]) -> None:
        content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
