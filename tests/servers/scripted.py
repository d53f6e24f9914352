"""tests/servers: a small IMAP server that does wrong what it is told to do wrong; otherwise it serves plain messages.

``Scripted(messages=3, faults={2: {"BODYSTRUCTURE": "NIL"}})`` spoils one answer about one message;
``answers={"UID SEARCH": [CUT, None]}`` spoils a command: its first answer is cut, after that all is well.
"""

from __future__ import annotations

import re
import socket
import socketserver
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from nudger.mail.imap.account import ImapAccount

UIDVALIDITY = 77
STRUCTURE = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" {size} 1)'
NO = "NO"
"""As a fault: the server refuses a whole FETCH in which this message occurs."""
ABSENT = "ABSENT"
"""As a fault: the server says nothing of this message."""
CUT = "CUT"
"""As an answer: half a line, then the end."""
STALL = "STALL"
"""As an answer: silence."""

Answer = str | None
"""Lines with ``{tag}`` in the tagged one, CUT, STALL, or None for the usual answer."""


@dataclass
class Scripted:
    """Listens while it is entered. ``lines`` holds every line that came in, ``connections`` counts sessions."""

    messages: int = 3
    faults: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    greeting: str = "* OK ready\r\n"
    capabilities: str = "IMAP4rev1 SPECIAL-USE"
    vanished: frozenset[int] = frozenset()
    lines: list[str] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer.serve(self)

        self._used: dict[str, int] = {}
        self._closing = threading.Event()
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def account(self, **changes: object) -> ImapAccount:
        """How nudger reaches it."""
        values: dict[str, object] = {
            "name": "leider",
            "host": "127.0.0.1",
            "port": self._server.server_address[1],
            "tls": "loopback-plain",
            "username": "leider",
            "password": lambda: "geheim",
        }
        return ImapAccount(**(values | changes))  # type: ignore[arg-type]

    def commands(self, start: str = "") -> list[str]:
        """The commands that came in, without their tags, of those that begin so."""
        return [command for line in self.lines if (command := line.partition(" ")[2]).startswith(start)]

    # The server

    def serve(self, handler: socketserver.StreamRequestHandler) -> None:
        """One session."""
        self.connections += 1
        try:
            handler.wfile.write(self.greeting.encode())
            for line in handler.rfile:
                self.lines.append(line.decode("latin-1").rstrip("\r\n"))
                if not self._answer(handler, *self.lines[-1].split(" ", 1)):
                    return
        except (OSError, ValueError):
            return

    def _answer(self, handler: socketserver.StreamRequestHandler, tag: str, command: str = "") -> bool:
        """Answer one command; False ends the session."""
        answer = self._next_answer(command)
        if answer == STALL:
            self._closing.wait(10)
            return False
        if answer == CUT:
            handler.wfile.write(b"* 1 FETCH (UID 1 BODY[1]<0> {400}\r\nhalf a te")
            handler.connection.shutdown(socket.SHUT_RDWR)
            return False
        text = self._usual(command) if answer is None else answer
        handler.wfile.write(text.replace("{tag}", tag).encode("latin-1"))
        return not command.startswith("LOGOUT") and "* BYE" not in text

    def _next_answer(self, command: str) -> Answer:
        for start, answers in self.answers.items():
            if command.startswith(start):
                used = self._used[start] = self._used.get(start, 0) + 1
                return answers[min(used, len(answers)) - 1]
        return None

    def _usual(self, command: str) -> str:
        word = command.removeprefix("UID ").split(" ")[0]
        untagged = {
            "CAPABILITY": lambda: f"* CAPABILITY {self.capabilities}\r\n",
            "STATUS": lambda: (
                f"* STATUS INBOX (MESSAGES {self.messages} UIDNEXT {self.messages + 1} UIDVALIDITY 77)\r\n"
            ),
            "EXAMINE": lambda: (
                f"* {self.messages} EXISTS\r\n* OK [UIDVALIDITY 77] v\r\n* OK [UIDNEXT {self.messages + 1}] n\r\n"
            ),
            "SEARCH": lambda: f"* SEARCH {' '.join(map(str, self._listed(command)))}\r\n",
            "FETCH": lambda: self._fetched(command),
            "LIST": lambda: '* LIST (\\HasNoChildren) "/" INBOX\r\n',
            "LOGOUT": lambda: "* BYE bye\r\n",
        }.get(word, lambda: "")()
        return untagged if "{tag}" in untagged else f"{untagged}{{tag}} OK done\r\n"

    def _listed(self, command: str) -> Iterator[int]:
        wanted = re.search(r"UID ([\d,:*]+)", command.removeprefix("UID "))
        return self._in_set(wanted[1] if wanted else "1:*")

    def _in_set(self, uid_set: str) -> Iterator[int]:
        for one in uid_set.split(","):
            first, _, last = one.partition(":")
            end = self.messages if last == "*" else int(last or first)
            yield from (uid for uid in range(int(first), min(end, self.messages) + 1) if uid not in self.vanished)

    def _fetched(self, command: str) -> str:
        _, _, uid_set, asked = command.split(" ", 3)
        uids = list(self._in_set(uid_set))
        items = [item for item in ("HEADER.FIELDS", "BODYSTRUCTURE", "HEADER]", "TEXT", "[1]") if item in asked]
        if any(self.faults.get(uid, {}).get(item) == NO for uid in uids for item in items):
            return "{tag} NO [SERVERBUG] Internal error\r\n"
        return "".join(self._message(uid, items) for uid in uids)

    def _message(self, uid: int, items: Sequence[str]) -> str:
        faults = self.faults.get(uid, {})
        if any(faults.get(item) == ABSENT for item in items):
            return ""
        told = " ".join(faults.get(item) or usual_item(uid, item) for item in items)
        return f"* {uid} FETCH (UID {uid} {told})\r\n"


def usual_item(uid: int, item: str) -> str:
    """What a sound server says of a message."""
    facts = 'RFC822.SIZE 200 INTERNALDATE "02-Mar-2026 08:30:00 +0000"'
    header = f"From: jan@voorbeeld.example\r\nMessage-ID: <{uid}@voorbeeld.example>\r\n\r\n"
    text = f"Tekst {uid}.\r\n"
    return {
        "HEADER.FIELDS": f"{facts} BODY[HEADER.FIELDS (FROM)] {literal(header)}",
        "HEADER]": f"BODY[HEADER] {literal(header)}",
        "BODYSTRUCTURE": f"BODYSTRUCTURE {STRUCTURE.format(size=len(text))}",
        "TEXT": f"BODY[TEXT]<0> {literal(text)}",
        "[1]": f"BODY[1]<0> {literal(text)}",
    }[item]


def literal(text: str) -> str:
    """Text as an IMAP literal."""
    return f"{{{len(text)}}}\r\n{text}"
