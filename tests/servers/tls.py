"""tests/servers: an IMAP server whose encryption is wrong in one way, which counts every octet that reaches it.

``Odd(certificate)`` speaks implicit TLS, with ``starttls`` STARTTLS. ``plain`` holds what arrived in the clear,
``secret`` what arrived encrypted after the handshake.
"""

from __future__ import annotations

import socket
import ssl
import threading
import warnings
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

GREETING = b"* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready\r\n"


@dataclass(frozen=True)
class Certificate:
    """A certificate with its key in ``path``; it is its own authority, so that trusting it is a matter of ca_file."""

    path: Path

    @classmethod
    def make(cls, path: Path, name: str = "localhost", *, days: tuple[int, int] = (-1, 30)) -> Certificate:
        """Valid for this host name from and until so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.now(UTC)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + timedelta(days=days[0]))
            .not_valid_after(now + timedelta(days=days[1]))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
        return cls(path)

    def context(self, newest: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED) -> ssl.SSLContext:
        """The server's side, speaking nothing newer than this."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path)
        if newest is not ssl.TLSVersion.MAXIMUM_SUPPORTED:
            context.set_ciphers("ALL:@SECLEVEL=0")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                context.minimum_version = ssl.TLSVersion.TLSv1
                context.maximum_version = newest
        return context


class Odd:
    """Listens on ``port`` while entered. ``after_starttls`` is sent in one piece with the answer to STARTTLS."""

    def __init__(
        self,
        certificate: Certificate,
        *,
        newest: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED,
        starttls: bool = False,
        greeting: bytes = GREETING,
        answer: bytes = b"OK begin",
        after_starttls: bytes = b"",
    ) -> None:
        self._context = certificate.context(newest)
        self._starttls = starttls
        self._greeting = greeting
        self._answer = answer
        self._after = after_starttls
        self.plain = b""
        self.secret = b""
        self.ended = threading.Event()

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve_once, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._thread.join(5)

    def _serve_once(self) -> None:
        with suppress(OSError):
            client, _ = self._listener.accept()
            client.settimeout(5)
            with client:
                if not self._starttls or self._asked_for_tls(client):
                    self._encrypted(client)
        self.ended.set()

    def _asked_for_tls(self, client: socket.socket) -> bool:
        client.sendall(self._greeting)
        while octets := client.recv(4096):
            self.plain += octets
            for line in octets.splitlines():
                tag, _, command = line.partition(b" ")
                if command == b"STARTTLS":
                    client.sendall(tag + b" " + self._answer + b"\r\n" + self._after)
                    return self._answer.startswith(b"OK")
                capabilities = self._greeting.partition(b"[CAPABILITY ")[2].partition(b"]")[0] or b"IMAP4rev1"
                client.sendall(b"* CAPABILITY " + capabilities + b"\r\n" + tag + b" OK done\r\n")
        return False

    def _encrypted(self, client: socket.socket) -> None:
        with self._context.wrap_socket(client, server_side=True) as safe:
            safe.sendall(b"" if self._starttls else GREETING)
            while octets := safe.recv(4096):
                self.secret += octets
                tag = octets.split(b" ")[0]
                safe.sendall(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + tag + b" OK done\r\n")
