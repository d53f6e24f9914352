"""tests/servers: a real SMTP server (aiosmtpd) with STARTTLS or implicit TLS and sign-in, which keeps what it takes.

``fails`` holds what to answer instead, by step (``RCPT``, ``DATA``); ``cuts`` lets the line drop after the text.
"""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

PASSWORD = "geheim-1d7e"


@dataclass
class Sink:
    """What came in, and what the server does wrong."""

    port: int = 0
    ca_file: Path = Path()
    mails: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    fails: dict[str, str] = field(default_factory=dict)
    cuts: bool = False

    @property
    def messages(self) -> list[EmailMessage]:
        """What came in, parsed."""
        return [message_from_bytes(raw, policy=policy.default) for raw in self.mails]  # type: ignore[misc]

    async def handle_RCPT(  # noqa: N802 - named by the library
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        """Take every recipient, or answer as was asked."""
        envelope.rcpt_tos.append(address)
        return self.fails.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep it."""
        if self.cuts:
            assert server.transport is not None
            server.transport.abort()
        if "DATA" in self.fails:
            return self.fails["DATA"]
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        self.senders.append(envelope.mail_from or "")
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, words: list[str]) -> AuthResult:  # noqa: N802
        """Let a token in that stands in ``tokens``."""
        import base64

        shown = base64.b64decode(words[1]).decode()
        user, bearer = shown.split("\1")[:2]
        good = self.tokens.get(user.removeprefix("user=")) == bearer.removeprefix("auth=Bearer ")
        return AuthResult(success=good)

    def check(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """Whether the password is right."""
        return AuthResult(success=data.password.decode() == PASSWORD, handled=False)


@contextmanager
def serve(folder: Path, *, implicit: bool = False, tls: bool = True, auth: bool = True) -> Iterator[Sink]:
    """A server on a free port of ``localhost``; without ``tls`` it is plain and offers no STARTTLS."""
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "smtp-key.pem", "-out", "smtp-cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "smtp-cert.pem", folder / "smtp-key.pem")
    sink = Sink(_free_port(), folder / "smtp-cert.pem")
    starttls = tls and not implicit
    controller = Controller(
        sink,
        hostname="127.0.0.1",
        port=sink.port,
        ssl_context=context if implicit else None,
        tls_context=context if starttls else None,
        require_starttls=starttls,
        authenticator=sink.check,
        auth_required=starttls and auth,
        auth_require_tls=starttls,
        auth_exclude_mechanism=["LOGIN"] if auth else ["LOGIN", "PLAIN", "XOAUTH2"],
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def smtp(tmp_path: Path) -> Iterator[Sink]:
    """A server with STARTTLS that wants a sign-in."""
    folder = tmp_path / "smtp"
    folder.mkdir()
    with serve(folder) as sink:
        yield sink
