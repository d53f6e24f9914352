"""nudger/mail: a mailbox on an IMAP server, read without a trace. The only door to imapclient.

EXAMINE and BODY.PEEK only (RFC 9051 sections 6.3.3, 6.4.5); messages are addressed by UID, and nothing that stands in a
mail ever enters a command. :class:`ImapSource` is the mailbox; below it, :class:`_Session` is one connection that mends
itself, and :class:`_Client` is imapclient with its counters on and its debugging off.
"""

from __future__ import annotations

import imaplib
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from imapclient import IMAPClient, SocketTimeout, imap_utf7
from imapclient.exceptions import LoginError, ProtocolError

from nudger.errors import LoginRefused, MailboxError
from nudger.mail.batches import batches
from nudger.mail.folders import Folder, checked_name, sent_folder
from nudger.mail.imap_account import ImapAccount, tls_context
from nudger.mail.imap_errors import (
    DeclinedError,
    UidValidityChanged,
    UnusableReplyError,
    explained,
    is_lost,
    is_tls_trouble,
    is_too_long,
    shown_answer,
)
from nudger.mail.imap_fetch import MAX_UID, Reply, fetch_headers, fetch_texts, search_windows
from nudger.mail.source import FolderState, RawMessage, Traffic

__all__ = ["ImapAccount", "ImapSource", "Patience", "UidValidityChanged"]

LITERAL_LIMIT = 64 * 1024 * 1024
"""Octets that one literal may announce; imaplib would read any number that a hostile server gives."""
NARROW = 1_000
"""UIDs in a SEARCH that is no longer halved when its answer cannot be used."""
CLOSE_SECONDS = 5.0

_BROKEN_DATA = (ProtocolError, ValueError, TypeError, LookupError, AttributeError, RuntimeError)
"""What imapclient's parser raises for a reply that it does not understand; RuntimeError includes RecursionError."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and how often a lost connection is made again before the mailbox is given up."""

    connect: float = 15.0
    read: float = 60.0
    reconnects: int = 4
    first_pause: float = 1.0
    """Doubled each time, times a random 0.5 to 1.5."""


class ImapSource:
    """A mailbox on an IMAP server; see :class:`nudger.mail.source.Source` for what each method gives.

    Nothing is sent before the first question. One instance serves one thread. ``with_html`` fetches the HTML twin of a
    plain text too. Methods raise LoginRefused, Refused (TLS), ConfigError, FolderMissing, MailboxUnavailable,
    UidValidityChanged and other MailboxErrors.
    """

    def __init__(
        self,
        account: ImapAccount,
        *,
        with_html: bool = False,
        patience: Patience = Patience(),  # noqa: B008 - frozen
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.account = account.name
        self.traffic = Traffic()
        self._settings = account
        self._with_html = with_html
        self._session = _Session(account, patience, self.traffic, sleep)

    def folders(self) -> Sequence[str]:
        """Names of all folders that can hold messages, decoded."""
        return [folder.name for folder in self._list() if folder.selectable]

    def sent_folder(self) -> str | None:
        """The configured folder of sent mail, else the marked one (RFC 6154), else one with a well-known name."""
        return self._settings.sent or sent_folder(self._list())

    def state(self, folder: str) -> FolderState:
        """STATUS; selects nothing. From here on the folder is only read while it keeps this UIDVALIDITY."""
        with self._translated("STATUS", folder):
            return self._session.status(folder)

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """Ascending UIDs greater than ``after``; ``since`` is a day in the server's time zone (RFC 9051 SINCE)."""
        with self._translated("SEARCH", folder):
            view = self._session.examined(folder)
            windows = search_windows(after, view.uidnext, view.messages)
            found = {uid for first, last in windows for uid in self._search(folder, first, last, since)}
        # ``UID n:*`` always gives the last message, also when its UID is below n.
        return sorted(uid for uid in found if uid > after)

    def headers(self, folder: str, uids: Sequence[int]) -> Iterator[RawMessage]:
        """Header fields, size and arrival, ascending; ``problem`` is set where the server cannot give a message."""
        for batch in batches(sorted(set(uids))):
            with self._translated("FETCH", folder):
                yield from fetch_headers(self._session, folder, batch, gmail=self._session.is_gmail(folder))

    def complete(self, folder: str, raws: Iterable[RawMessage]) -> Iterator[RawMessage]:
        """The messages with parts and text; ``problem`` is set where there is none to be had."""
        for batch in batches(raws):
            with self._translated("FETCH", folder):
                yield from fetch_texts(self._session, folder, batch, with_html=self._with_html)

    def close(self) -> None:
        """Sign out, if still connected; never raises."""
        self._session.close()

    def _list(self) -> list[Folder]:
        with self._translated("LIST"):
            return self._session.list()

    def _search(self, folder: str, first: int, last: int, since: date | None) -> Iterator[int]:
        """UIDs in a window; halved when the answer is too long or makes no sense."""
        try:
            yield from self._session.search(folder, first, last, since)
        except UnusableReplyError:
            if last - first < NARROW:
                raise
            middle = (first + last) // 2
            yield from self._search(folder, first, middle, since)
            yield from self._search(folder, middle + 1, last, since)

    @contextmanager
    def _translated(self, step: str, folder: str = "") -> Iterator[None]:
        try:
            yield
        except (DeclinedError, UnusableReplyError) as error:
            raise self._session.trouble(error, step, folder) from None


class _Session:
    """A signed-in connection with at most one examined folder, made again when it is lost.

    Every command may raise DeclinedError (NO or BAD) and UnusableReplyError, after which the session goes on; all else
    comes out as a NudgerError.
    """

    def __init__(
        self, account: ImapAccount, patience: Patience, traffic: Traffic, sleep: Callable[[float], None]
    ) -> None:
        self._account = account
        self._patience = patience
        self._traffic = traffic
        self._sleep = sleep
        self._client: _Client | None = None
        self._selected = ""
        self._states: dict[str, FolderState] = {}
        self._proven = False
        self._losses = 0

    # One method a command

    def list(self) -> list[Folder]:
        """Every line of LIST."""
        return self._run(lambda client: client.folders())

    def status(self, folder: str) -> FolderState:
        """STATUS, against which every later EXAMINE is held."""
        checked_name(folder, self._account.name)
        items = ["MESSAGES", "UIDNEXT", "UIDVALIDITY"]
        reply = self._run(lambda client: client.folder_status(folder, items))
        self._states[folder] = self._state(reply, b"MESSAGES")
        return self._states[folder]

    def examined(self, folder: str) -> FolderState:
        """The folder as its STATUS or EXAMINE last showed it, opened."""
        self._run(lambda client: client, folder)
        return self._states[folder]

    def search(self, folder: str, first: int, last: int, since: date | None) -> Sequence[int]:
        """UIDs from ``first`` to ``last`` of mail that arrived on or after ``since``."""
        criteria: list[str | date] = ["UID", f"{first}:{'*' if last == MAX_UID else last}"]
        if since:
            criteria += ["SINCE", since]
        return self._run(lambda client: client.search(criteria), folder)

    def listed(self, folder: str, uids: Sequence[int]) -> set[int]:
        """Those of these UIDs that still exist."""
        return set(self._run(lambda client: client.search(["UID", ",".join(map(str, uids))]), folder))

    def fetch(self, folder: str, uids: Sequence[int], items: Sequence[str]) -> Mapping[int, Reply]:
        """UID FETCH. A batch on which the line broke twice is given up as unusable, so that it is halved."""
        return self._run(lambda client: client.fetch(list(uids), items), folder, divisible=len(uids) > 1)

    def is_gmail(self, folder: str) -> bool:
        """Whether thread ids can be had (Gmail IMAP extensions, X-GM-THRID)."""
        return self._run(lambda client: client.has_capability("X-GM-EXT-1"), folder)

    def close(self) -> None:
        """LOGOUT where there is a connection; waits a few seconds at most."""
        client, self._client = self._client, None
        if client is not None:
            client.leave()

    def trouble(self, error: Exception, step: str, folder: str = "") -> NudgerError:
        """This error in the words of nudger.errors."""
        return explained(error, account=self._account.name, host=self._account.host, step=step, folder=folder)

    # Running a command, and what can go wrong with it

    def _run(self, command: Callable[[_Client], T], folder: str = "", *, divisible: bool = False) -> T:
        """Give what ``command`` gives, on a connection on which ``folder`` is open."""
        while True:
            try:
                result = command(self._ready(folder))
            except (imaplib.IMAP4.abort, OSError) as error:
                self._lost(error, divisible=divisible)
            except _BROKEN_DATA:
                raise UnusableReplyError from None
            except imaplib.IMAP4.error as error:
                raise self._declined(error) from None
            else:
                self._losses = 0
                return result

    def _declined(self, error: imaplib.IMAP4.error) -> Exception:
        if is_too_long(error):
            self._drop()
            return UnusableReplyError()
        said_no = DeclinedError(shown_answer(error))
        trouble = self.trouble(said_no, "FETCH")
        return trouble if isinstance(trouble, MailboxUnavailable | LoginRefused) else said_no

    def _lost(self, error: Exception, *, divisible: bool) -> None:
        """Wait, so that the caller may try again; or raise, when there has been enough of that."""
        connected, self._losses = self._client is not None, self._losses + 1
        self._drop()
        trouble = self.trouble(error, "FETCH")
        if not self._proven or self._losses > self._patience.reconnects or trouble.key == "imap-throttled":
            raise trouble from None
        self._sleep(self._patience.first_pause * 2 ** (self._losses - 1) * random.SystemRandom().uniform(0.5, 1.5))
        if divisible and connected and self._losses > 1:
            raise UnusableReplyError

    def _drop(self) -> None:
        client, self._client, self._selected = self._client, None, ""
        if client is not None:
            client.hang_up()

    # Connecting

    def _ready(self, folder: str) -> _Client:
        if self._client is None:
            self._client = self._connected()
        if folder and folder != self._selected:
            self._examine(self._client, checked_name(folder, self._account.name))
        return self._client

    def _connected(self) -> _Client:
        context = tls_context(self._account)
        step = "connect"
        try:
            client = _Client(self._account, context, self._patience, self._traffic)
