"""nudger/mail: what a mail server's silence, refusal or nonsense means, in the terms of nudger.errors.

The words of a server are shortened and printable; those at sign-in, which may echo a password, are weighed by
:mod:`nudger.signin.refusals`.
The words of a parser are never kept: they quote the mail.
"""

from __future__ import annotations

import imaplib
import re
import ssl
from typing import TypeGuard

from nudger.errors import FolderMissing, LoginRefused, MailboxError, MailboxUnavailable, NudgerError, Refused
from nudger.mail.connection import why_lost
from nudger.mail.imap.wire import InjectedError
from nudger.signin.refusals import refused

ANSWER_LIMIT = 200

_BACKOFF = re.compile(r"Suggested Backoff Time:\s{0,5}(\d{1,9})\s{0,5}milliseconds", re.IGNORECASE)
_THROTTLED = re.compile(r"\[(?:OVERQUOTA|THROTTLED)\]|\bthrottled\b|Suggested Backoff Time", re.IGNORECASE)
_BUSY = re.compile(r"\[(?:UNAVAILABLE|INUSE|LIMIT)\]", re.IGNORECASE)
_NOT_CONNECTED = re.compile(r"User is authenticated but not connected", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\[NOPERM\]", re.IGNORECASE)
_OCTETS = re.compile(r"""b(['"])(.*)\1""", re.DOTALL)
_CERTIFICATE_HINTS = {
    9: "imap-tls-clock-hint",
    10: "imap-tls-expired-hint",
    62: "imap-tls-name-hint",
    64: "imap-tls-name-hint",
}
"""By OpenSSL's number (x509_vfy.h): not yet valid, expired, another host name, another address."""
_LINE_TOO_LONG = "got more than"


class UidValidityChanged(MailboxError):
    """The server has renumbered a folder since its STATUS: no UID of before may be used; ask for its state again.

    ``values``: account, folder, before, now.
    """

    def __init__(self, account: str, folder: str, before: int, now: int) -> None:
        super().__init__("imap-uidvalidity-changed", account=account, folder=folder, before=before, now=now)


class DeclinedError(Exception):
    """The server answered NO or BAD to one command; the session goes on. ``answer`` is what it said."""

    def __init__(self, answer: str) -> None:
        super().__init__("declined")
        self.answer = answer


class UnusableReplyError(Exception):
    """A reply that cannot be parsed, is too long, or never came whole; other messages may be read without it."""


class OutOfStepError(UnusableReplyError):
    """The rest of a reply is still to come, so that the connection cannot be used any more."""


def is_lost(error: Exception) -> bool:
    """The connection is gone: ``abort`` (and ``readonly``) of imaplib, any OSError."""
    return isinstance(error, (imaplib.IMAP4.abort, OSError))


def is_tls_trouble(error: Exception) -> TypeGuard[ssl.SSLError]:
    """The two ends do not trust or understand each other; a line that is merely cut is none of it."""
    return isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError)


def is_too_long(error: Exception) -> bool:
    """A line of more than a million octets, of which imaplib leaves the rest unread."""
    return _LINE_TOO_LONG in str(error)


def explained(error: Exception, *, account: str, host: str, step: str, folder: str = "") -> NudgerError:
    """The one mapping from what imaplib, ssl and this module raise to an error that people understand.

    ``step`` is ``connect``, ``starttls``, ``sign-in`` or the IMAP command.
    """
    if isinstance(error, InjectedError):
        return Refused("imap-tls-injected", hint="imap-tls-injected-hint", account=account, host=host)
    if is_tls_trouble(error) and step in ("connect", "starttls"):
        return _tls_trouble(error, account, host)
    if isinstance(error, DeclinedError | imaplib.IMAP4.error):
        answer = error.answer if isinstance(error, DeclinedError) else shown_answer(error)
        return _said_no(answer, account, host, step, folder, lost=is_lost(error))
    if is_lost(error):
        return MailboxUnavailable("imap-unreachable", account=account, host=host, reason=why_lost(error))
    return MailboxError("imap-reply-unusable", account=account, host=host, command=step)


def _tls_trouble(error: ssl.SSLError, account: str, host: str) -> NudgerError:
    if isinstance(error, ssl.SSLCertVerificationError):
        hint = _CERTIFICATE_HINTS.get(error.verify_code, "imap-tls-stranger-hint")
        reason = error.verify_message or "unverified"
        return Refused("imap-tls-certificate", hint=hint, account=account, host=host, reason=reason)
    reason = error.reason or "handshake"
    hint = "imap-tls-old-hint" if "PROTOCOL" in reason else "imap-tls-failed-hint"
    return Refused("imap-tls-failed", hint=hint, account=account, host=host, reason=reason)


def _said_no(answer: str, account: str, host: str, step: str, folder: str, *, lost: bool) -> NudgerError:
    if _THROTTLED.search(answer):
        return MailboxUnavailable("imap-throttled", retry_after=backoff_seconds(answer), account=account, host=host)
    if lost or step == "connect" or _BUSY.search(answer):
        key = "imap-connection-lost" if lost else "imap-busy"
        return MailboxUnavailable(key, account=account, host=host)
    return _refused(answer, account, host, step, folder)


def _refused(answer: str, account: str, host: str, step: str, folder: str) -> NudgerError:
    match step:
        case "sign-in":
            return LoginRefused("signin-refused-silent", hint="signin-refused-hint", account=account, host=host)
        case "starttls":
            return Refused("imap-no-starttls", hint="imap-no-starttls-hint", account=account, host=host)
        case _ if _NOT_CONNECTED.search(answer):
            return refused(answer, account=account, host=host)
        case "STATUS" | "EXAMINE":
            key = "imap-folder-forbidden" if _FORBIDDEN.search(answer) else "imap-folder-missing"
            return FolderMissing(key, account=account, host=host, folder=folder, answer=answer)
    return MailboxError("imap-declined", account=account, host=host, command=step, answer=answer)


def backoff_seconds(answer: str) -> float:
    """The pause that Microsoft 365 asks for, in seconds; 0 when the server names none."""
    found = _BACKOFF.search(answer)
    return int(found[1]) / 1000 if found else 0.0


def shown_answer(error: Exception) -> str:
    """What the server said, on one printable line."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(error)[:ANSWER_LIMIT])


def full_answer(error: Exception) -> str:
    """Everything the server said; imaplib gives octets, and imapclient their repr."""
    said = str(error)
    quoted = _OCTETS.fullmatch(said)
    return quoted[2] if quoted else said
