"""nudger/mail: a mailbox on an IMAP server, read without a trace. The only door to imapclient.

EXAMINE and BODY.PEEK only (RFC 9051 sections 6.3.3 and 6.4.5); messages are addressed by UID, and nothing that stands
in a mail ever enters a command. :class:`ImapSource` is the mailbox; :mod:`nudger.mail.imap.session` mends what breaks.
"""

from __future__ import annotations

import imaplib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from typing import Any, TypeVar

from imapclient import IMAPClient, SocketTimeout, imap_utf7
from imapclient.exceptions import ProtocolError

from nudger.errors import FolderMissing, NudgerError
from nudger.mail.batches import batches
from nudger.mail.imap.account import ImapAccount, tls_context
from nudger.mail.imap.choosing import FolderChoice, Namespace, choices, own_folders
from nudger.mail.imap.errors import (
    DeclinedError,
    OutOfStepError,
    UnusableReplyError,
    explained,
    is_lost,
    is_tls_trouble,
    is_too_long,
    shown_answer,
)
from nudger.mail.imap.fetching import fetch_headers, fetch_texts, search_windows
from nudger.mail.imap.folders import Folder, sent_folder
from nudger.mail.imap.session import USUAL, Patience, Session
from nudger.mail.imap.signin import sign_in
from nudger.mail.imap.wire import InjectedError, wire
from nudger.mail.source import FolderState, RawMessage, Traffic

NARROW = 1_000
"""UIDs in a SEARCH that is no longer halved when its answer cannot be used."""
CLOSE_SECONDS = 5.0

_BROKEN_DATA = (ProtocolError, ValueError, TypeError, LookupError, AttributeError, RuntimeError)
"""What imapclient's parser raises for a reply that it does not understand; RuntimeError includes RecursionError."""

T = TypeVar("T")


class ImapSource:
    """A mailbox on an IMAP server; see :class:`nudger.mail.source.Source` for what each method gives.

    Nothing is sent before the first question, and sign-in is tried once. One instance serves one thread. ``with_html``
    fetches the HTML twin of a plain text too. Methods raise LoginRefused, Refused (TLS), ConfigError, FolderMissing,
    MailboxUnavailable, :class:`nudger.mail.imap.errors.UidValidityChanged` and other MailboxErrors.
    """

    def __init__(
        self,
        account: ImapAccount,
        *,
        with_html: bool = False,
        patience: Patience = USUAL,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.account = account.name
        self.traffic = Traffic()
        self._sent = account.sent
        self._with_html = with_html
        self._session = Session(account, patience, partial(_signed_in, account, patience, self.traffic), sleep)

    def folders(self) -> Sequence[str]:
        """Names of all folders that can hold messages, decoded."""
        return [folder.name for folder in self._list() if folder.selectable]

    def sent_folder(self) -> str | None:
        """The configured folder of sent mail, else the marked one (RFC 6154), else one with a well-known name."""
        return self._sent or sent_folder(own_folders(self._list(), self._namespaces()))

    def choices(self) -> list[FolderChoice]:
        """Every folder that can be read, also shared ones and those of others, with its number of messages."""
        namespaces = self._namespaces()
        foreign = (space.prefix for space in namespaces if space.whose != "own" and space.prefix)
        listed = {folder.name: folder for prefix in ("", *foreign) for folder in self._list(prefix)}
        readable = [folder for folder in listed.values() if folder.selectable]
        counts = {folder.name: count for folder in readable if (count := self._count(folder.name)) is not None}
        return choices(readable, namespaces, counts)

    def state(self, folder: str) -> FolderState:
        """STATUS; selects nothing. From here on the folder is only read while it keeps this UIDVALIDITY."""
        with self._translated("STATUS", folder):
            return self._session.status(folder)

    def uids(self, folder: str, after: int = 0, since: date | None = None) -> list[int]:
        """Ascending UIDs greater than ``after``; ``since`` is a day in the server's time zone (RFC 9051 SINCE)."""
        with self._translated("SEARCH", folder):
            view = self._session.examined(folder)
            windows = search_windows(after, view.uidnext, view.messages)
            # An answer without any UID is asked for again: what is skipped now is never seen.
            found = self._found(folder, windows, since) or self._found(folder, windows, since)
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

    def opens_read_only(self, folder: str) -> bool:
        """Whether the server itself says that EXAMINE opened the folder for reading only (RFC 9051 section 6.3.3)."""
        with self._translated("EXAMINE", folder):
            return self._session.opens_read_only(folder)

    def close(self) -> None:
        """Sign out, if still connected; never raises."""
        self._session.close()

    def _list(self, prefix: str = "") -> list[Folder]:
        with self._translated("LIST"):
            return self._session.folders(prefix)

    def _namespaces(self) -> list[Namespace]:
        """None where the server cannot tell them: then all folders count as the owner's."""
        try:
            return self._session.namespaces()
        except (DeclinedError, UnusableReplyError):
            return []

    def _count(self, folder: str) -> int | None:
        """Messages by STATUS; None for a folder that may be seen but not opened."""
        try:
            return self.state(folder).messages
        except FolderMissing:
            return None

    def _found(self, folder: str, windows: Iterable[tuple[int, int]], since: date | None) -> set[int]:
        return {uid for first, last in windows for uid in self._search(folder, first, last, since)}

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


def _signed_in(account: ImapAccount, patience: Patience, traffic: Traffic) -> _Client:
    """A new connection. Raises ``abort`` or OSError when it is cut, NudgerError for anything that stays wrong."""
    client = _reached(account, patience, traffic)
    try:
        client.sign_in()
    except BaseException:
        client.hang_up()
        raise
    return client


def _reached(account: ImapAccount, patience: Patience, traffic: Traffic) -> _Client:
    """Connected to the right host and encrypted, before any secret is sent."""
    context = tls_context(account)
    client, step = None, "connect"
    try:
        client = _Client(account, context, patience, traffic)
        if account.tls == "starttls":
            step = "starttls"
            client.starttls(context)
    except (imaplib.IMAP4.error, OSError, InjectedError) as error:
        if client is not None:
            client.hang_up()
        if is_lost(error) and not is_tls_trouble(error):
            raise
        raise explained(error, account=account.name, host=account.host, step=step) from None
    return client


class _Client(IMAPClient):  # type: ignore[misc]
    """imapclient, counted and quiet, with its errors sorted into lost, declined and unusable."""

    def __init__(self, account: ImapAccount, context: Any, patience: Patience, traffic: Traffic) -> None:
        self._account = account
        self._traffic = traffic
        super().__init__(
            account.host,
            account.port,
            ssl=account.tls == "implicit",
            ssl_context=context,
            timeout=SocketTimeout(patience.connect, patience.read),
        )
        self.normalise_times = False
        quieten(self)

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - imapclient's name
        context = self.ssl_context if self.ssl else None
        return wire(self._traffic, self.host, self.port, context, self._timeout.connect)

    def sign_in(self) -> None:
        """One try; see :func:`nudger.mail.imap.signin.sign_in`."""
        sign_in(self, self._account)
        if "CAPABILITY" in self._imap.untagged_responses:
            # The answer to LOGIN tells them; after the next command they would have to be asked for.
            self.capabilities()

    def ask(self, command: Callable[[Any], T]) -> T:
        """Run a command of imapclient; see :class:`nudger.mail.imap.session.Client`."""
        try:
            return command(self)
        except (imaplib.IMAP4.abort, OSError, NudgerError):
            raise
        except _BROKEN_DATA:
            raise UnusableReplyError from None
        except imaplib.IMAP4.error as error:
            if is_too_long(error):
                raise OutOfStepError from None
            raise DeclinedError(shown_answer(error)) from None

    def folders(self, prefix: str = "") -> list[Folder]:
        """Every line of LIST under a prefix; decoded one by one, because one broken name must not hide the others."""
        encoded = imap_utf7.encode(prefix)
        self.folder_encode = False
        try:
            lines = self.ask(lambda imap: imap.list_folders(encoded))
        finally:
            self.folder_encode = True
        return [Folder(_name(name), _text(delimiter), frozenset(map(_flag, flags))) for flags, delimiter, name in lines]

    def leave(self) -> None:
        """LOGOUT without waiting for a server that is gone."""
        try:
            self.socket().settimeout(CLOSE_SECONDS)
            self.logout()
        except (imaplib.IMAP4.error, OSError, ValueError):
            self.hang_up()

    def hang_up(self) -> None:
        """Close the socket, whatever state it is in."""
        with suppress(OSError, ValueError):
            self.shutdown()


def quieten(client: IMAPClient) -> None:
    """Switch off imaplib's debugging, which imapclient switches on: it renders every literal, logged or not.

    That costs eleven times the CPU of a whole pass, and would write mail into a debug log.
    """
    client._imap.debug = 0


def _name(name: bytes | str) -> str:
    """A mailbox name out of modified UTF-7 (RFC 3501 section 5.1.3), or as near to it as a wrong one comes."""
    if isinstance(name, str):
        return name
    try:
        return str(imap_utf7.decode(name)) if name.isascii() else name.decode("utf-8", "replace")
    except ValueError:
        return name.decode("ascii", "replace")


def _text(atom: Any) -> str:
    return atom.decode("ascii", "replace") if isinstance(atom, bytes) else ""


def _flag(atom: Any) -> str:
    return _text(atom).lower().lstrip("\\")
