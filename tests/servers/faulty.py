"""tests/servers: a server that does everything wrong that HTTP allows, and more: by the path that is asked for."""

from __future__ import annotations

import socketserver
import time

from nudger.networks.http import LARGEST


def reply(status: str, body: bytes = b"{}", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


class Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        words = self.rfile.readline().decode().split()
        while self.rfile.readline().strip():
            pass
        self.server.seen.append(words[1])
        self.play(self.server.always or words[1].split("?")[0])

    def play(self, path: str) -> None:
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        plays = {
            "/fine": reply("200 OK", b'{"ok": true}'),
            "/page": reply("200 OK", b"<html>Sign in</html>", "Content-Type: text/html"),
            "/empty": reply("200 OK", b""),
            "/unauthorised": reply("401 Unauthorized", b"Invalid Bearer token"),
            "/forbidden": reply("403 Forbidden", b"Forbidden"),
            "/busy": reply("429 Too Many Requests", b"limit exceeded", "Retry-After: 2.128"),
            "/away": reply("503 Service Unavailable", b"<html>", "Retry-After: 30"),
            "/broken": reply("502 Bad Gateway", b"<html>"),
            "/timeout": reply("408 Request Timeout"),
            "/here": reply("302 Found", b"", "Location: /fine"),
            "/round": reply("302 Found", b"", f"Location: {here}/round?x"),
            "/elsewhere": reply("301 Moved Permanently", b"", "Location: http://localhost:9/fine"),
            "/huge": reply("200 OK", b"x" * (LARGEST + 70_000)),
            "/cut": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
            "/nonsense": b"220 mail.example ESMTP\r\n",
            "/silent": b"",
        }
        if self.server.raw:
            self.wfile.write(self.server.raw)
        elif path in plays:
            self.wfile.write(plays[path])
        else:
            self.drip(path)

    def drip(self, path: str) -> None:
        """A byte now and then, for ever: in the head or in the body."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" if path == "/slow-head" else b"HTTP/1.1 200 OK\r\n\r\n")
        try:
            while True:
                self.wfile.write(b"X-A: b\r\n" if path == "/slow-head" else b"x")
                time.sleep(0.05)
        except OSError:
            return


class Server(socketserver.ThreadingTCPServer):
    """What it plays is named by the path, or by ``always``; ``raw`` is said instead of all."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[str] = []
        self.always = ""
        self.raw = b""
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what these tests are about."""
