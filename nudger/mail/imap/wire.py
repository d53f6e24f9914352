"""nudger/mail: the connection under imapclient, with its traffic counted."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from typing import Any

from nudger.mail.source import Traffic

LITERAL_LIMIT = 64 * 1024 * 1024
"""Octets that one literal may announce; imaplib would believe any number, and we never ask for a tenth of this."""
_ECHO = re.compile(rb"(?<=[( ])BODY\[HEADER\.FIELDS \([^()\[\]{}]*\)\]")
"""The list of asked fields, which a server repeats for each message: half a kilobyte through imapclient's lexer, which
takes a fifth of the CPU of a pass."""


class InjectedError(Exception):
    """Somebody sent octets in the clear where only the handshake may follow."""


def wire(traffic: Traffic, host: str, port: int, context: ssl.SSLContext | None, timeout: float) -> imaplib.IMAP4:
    """A connection that was greeted; encrypted from the first octet where there is a context."""
    made = (
        _Encrypted(traffic, host, port, ssl_context=context, timeout=timeout)
        if context
        else _Plain(traffic, host, port, timeout=timeout)
    )
    # imapclient sends the end of a SEARCH apart; Nagle's algorithm would let it wait 40 ms for an acknowledgement.
    made.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


class _Counting(imaplib.IMAP4):
    """Counts octets that arrive (after decryption) and tagged commands; read and readline are hooks of imaplib."""

    def __init__(self, traffic: Traffic, *args: Any, **kwargs: Any) -> None:
        self._traffic = traffic
        super().__init__(*args, **kwargs)

    def read(self, size: int) -> bytes:
        """Read a literal. Raises abort for one that is larger than anything we ask for."""
        if size > LITERAL_LIMIT:
            raise self.abort("literal too large")
        return self._counted(super().read(size))

    def readline(self) -> bytes:
        """Read a line."""
        return _ECHO.sub(b"BODY[HEADER]", self._counted(super().readline()), count=1)

    def _counted(self, octets: bytes) -> bytes:
        self._traffic.bytes_in += len(octets)
        return octets

    def _new_tag(self) -> bytes:
        self._traffic.commands += 1
        tag: bytes = super()._new_tag()  # type: ignore[misc]
        return tag


class _Plain(_Counting):
    """In plain text, until STARTTLS."""

    def _simple_command(self, name: str, *args: Any) -> Any:
        answer = super()._simple_command(name, *args)  # type: ignore[misc]
        if name == "STARTTLS":
            self._refuse_octets_in_the_clear()
        return answer

    def _refuse_octets_in_the_clear(self) -> None:
        """Nothing may follow the answer to STARTTLS before the handshake (RFC 3207 section 4.2, CVE-2011-0411).

        What came before it was not protected either, and is forgotten.
        """
        self.untagged_responses.clear()
        stream: Any = self.file
        before = self.sock.gettimeout()
        self.sock.settimeout(0.0)
        try:
            injected = stream.peek(1)
        finally:
            self.sock.settimeout(before)
        if injected:
            raise InjectedError


class _Encrypted(_Counting, imaplib.IMAP4_SSL):
    """Implicit TLS."""
