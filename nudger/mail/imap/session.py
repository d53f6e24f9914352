"""nudger/mail: one signed-in IMAP session, which mends itself and never reads a renumbered folder."""

from __future__ import annotations

import imaplib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from nudger.errors import LoginRefused, MailboxError, MailboxUnavailable, NudgerError
from nudger.mail.imap.account import ImapAccount
from nudger.mail.imap.choosing import Namespace, Whose
from nudger.mail.imap.errors import DeclinedError, OutOfStepError, UidValidityChanged, UnusableReplyError, explained
from nudger.mail.imap.fetching import MAX_UID, Reply
from nudger.mail.imap.folders import Folder, checked_name
from nudger.mail.source import FolderState

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and how often in a row a lost connection is made again.

    ``throttle`` is how long a server may ask to wait, all its requests of one session together.
    """

    connect: float = 15.0
    read: float = 60.0
    reconnects: int = 4
    first_pause: float = 1.0
    throttle: float = 10.0

    def pause(self, losses: int) -> float:
        """Seconds before the next try: doubled each time, and not the same for all who lost the same server."""
        spread: float = random.SystemRandom().uniform(0.5, 1.5)
        return self.first_pause * (1 << (losses - 1)) * spread


USUAL = Patience()
"""While somebody waits at a terminal."""
NIGHTLY = Patience(throttle=600.0)
"""For a poll: Microsoft 365 asks for three to five minutes."""
LEAST_WAIT = 1.0
"""Seconds that a throttled session waits at least, so that tiny requests end too."""


class Client(Protocol):
    """A connection that is signed in."""

    def ask(self, command: Callable[[Any], T]) -> T:
        """Run a command of imapclient.

        Raises DeclinedError (NO or BAD) and UnusableReplyError, after which the connection goes on, and ``abort`` or
        OSError when it is lost.
        """
        ...

    def folders(self, prefix: str = "") -> list[Folder]:
        """Every line of LIST, under a prefix; raises as ``ask``."""
        ...

    def leave(self) -> None:
        """Sign out and close; never raises."""
        ...

    def hang_up(self) -> None:
        """Close, whatever state it is in; never raises."""
        ...


class Session:
    """At most one connection with at most one examined folder; ``connect`` makes a new one.

    Every command may raise DeclinedError and UnusableReplyError, after which the session goes on; all else comes out as
    a NudgerError.
    """

    def __init__(
        self, account: ImapAccount, patience: Patience, connect: Callable[[], Client], sleep: Callable[[float], None]
    ) -> None:
        self._account = account
        self._patience = patience
        self._connect = connect
        self._sleep = sleep
        self._client: Client | None = None
        self._selected = ""
        self._states: dict[str, FolderState] = {}
        self._proven = False
        self._losses = 0
        self._waited = 0.0

    # One method a command

    def folders(self, prefix: str = "") -> list[Folder]:
        """Every line of LIST, under a prefix."""
        checked_name(prefix, self._account.name)
        return self._run(lambda client: client.folders(prefix))

    def namespaces(self) -> list[Namespace]:
        """The prefixes of all folders (RFC 2342); none where the server does not tell."""
        if not self._ask(lambda imap: imap.has_capability("NAMESPACE")):
            return []
        own, others, shared = self._ask(lambda imap: imap.namespace())
        told: tuple[tuple[Whose, Any], ...] = (("own", own), ("others", others), ("shared", shared))
        return [Namespace(prefix, whose) for whose, spaces in told for prefix, _ in spaces or ()]

    def status(self, folder: str) -> FolderState:
        """STATUS, against which every later EXAMINE is held."""
        checked_name(folder, self._account.name)
        if folder == self._selected:
            return self._reopened(folder)
        items = ["MESSAGES", "UIDNEXT", "UIDVALIDITY"]
        reply = self._ask(lambda imap: imap.folder_status(folder, items))
        self._states[folder] = self._state(reply, b"MESSAGES")
        return self._states[folder]

    def examined(self, folder: str) -> FolderState:
        """The folder, opened, as its STATUS or else its first EXAMINE showed it."""
        self._run(lambda client: client, folder)
        return self._states[folder]

    def search(self, folder: str, first: int, last: int, since: date | None) -> Sequence[int]:
        """UIDs from ``first`` to ``last`` of mail that arrived on or after ``since``."""
        criteria: list[str | date] = ["UID", f"{first}:{'*' if last == MAX_UID else last}"]
        if since:
            criteria += ["SINCE", since]
        found: Sequence[int] = self._ask(lambda imap: imap.search(criteria), folder)
        return found

    def listed(self, folder: str, uids: Sequence[int]) -> set[int]:
        """Those of these UIDs that still exist."""
        return set(self._ask(lambda imap: imap.search(["UID", ",".join(map(str, uids))]), folder))

    def fetch(self, folder: str, uids: Sequence[int], items: Sequence[str]) -> Mapping[int, Reply]:
        """UID FETCH. A batch on which the line broke twice is given up as unusable, so that it is halved."""
        divisible = len(uids) > 1
        # imapclient accepts a set as text ("1:*") too, but then fails on the whole answer (its issue 666).
        reply: Mapping[int, Reply] = self._ask(lambda imap: imap.fetch(list(uids), items), folder, divisible=divisible)
        return reply

    def opens_read_only(self, folder: str) -> bool:
        """Whether EXAMINE is answered with the code READ-ONLY."""
        self._selected = ""
        reply = self._ask(lambda imap: imap.select_folder(folder, readonly=True))
        return b"READ-ONLY" in reply

    def is_gmail(self, folder: str) -> bool:
        """Whether thread ids can be had (Gmail IMAP extensions, X-GM-THRID)."""
        return bool(self._ask(lambda imap: imap.has_capability("X-GM-EXT-1"), folder))

    def close(self) -> None:
        """LOGOUT where there is a connection; waits a few seconds at most, never raises."""
        client, self._client, self._selected = self._client, None, ""
        if client is not None:
            client.leave()

    def trouble(self, error: Exception, step: str, folder: str = "") -> NudgerError:
        """This error in the words of nudger.errors."""
        return explained(error, account=self._account.name, host=self._account.host, step=step, folder=folder)

    # Running a command, and what can go wrong with it

    def _ask(self, command: Callable[[Any], Any], folder: str = "", *, divisible: bool = False) -> Any:
        return self._run(lambda client: client.ask(command), folder, divisible=divisible)

    def _run(self, command: Callable[[Client], T], folder: str = "", *, divisible: bool = False) -> T:
        """Give what ``command`` gives, on a connection on which ``folder`` is open."""
        while True:
            try:
                result = command(self._ready(folder))
            except (imaplib.IMAP4.abort, OSError) as error:
                self._lost(error, divisible=divisible)
            except OutOfStepError:
                self._drop()
                raise
            except (DeclinedError, MailboxUnavailable) as refusal:
                self._obey(self._whole_mailbox(refusal))
            else:
                self._losses = 0
                return result

    def _whole_mailbox(self, refusal: Exception) -> Exception:
        """The trouble of the whole mailbox that a refusal of one command stands for, or the refusal itself."""
        if not isinstance(refusal, DeclinedError):
            return refusal
        trouble = self.trouble(refusal, "any")
        return trouble if isinstance(trouble, MailboxUnavailable | LoginRefused) else refusal

    def _obey(self, trouble: Exception) -> None:
        """Wait as long as the server asks for, so that the caller may try again; raise where that is too long."""
        stated = trouble.retry_after if isinstance(trouble, MailboxUnavailable) else 0.0
        asked = max(stated, LEAST_WAIT)
        if not stated or self._waited + asked > self._patience.throttle:
            raise trouble from None
        self._waited += asked
        self._sleep(asked)

    def _lost(self, error: Exception, *, divisible: bool) -> None:
        """Wait, so that the caller may try again; raise when there has been enough of that.

        Nothing is tried again before a first sign-in has succeeded: a server may count a cut one as a wrong password.
        """
        in_command = self._client is not None
        self._drop()
        self._losses += 1
        trouble = self.trouble(error, "any")
        if trouble.key == "imap-throttled":
            self._obey(trouble)
            return
        if not self._proven or self._losses > self._patience.reconnects:
            raise trouble from None
        self._sleep(self._patience.pause(self._losses))
        if divisible and in_command and self._losses > 1:
            raise UnusableReplyError from None

    def _drop(self) -> None:
        client, self._client, self._selected = self._client, None, ""
        if client is not None:
            client.hang_up()

    # Connecting and opening

    def _ready(self, folder: str) -> Client:
        checked_name(folder, self._account.name)
        if self._client is None:
            self._client = self._connect()
            self._proven = True
        if folder and folder != self._selected:
            self._examine(self._client, folder)
        return self._client

    def _examine(self, client: Client, folder: str) -> None:
        """Open a folder for reading only. Raises UidValidityChanged when its UIDs are not those of its STATUS."""
        self._selected = ""
        try:
            reply = client.ask(lambda imap: imap.select_folder(folder, readonly=True))
        except (DeclinedError, UnusableReplyError) as error:
            raise self.trouble(error, "EXAMINE", folder) from None
        now = self._state(reply, b"EXISTS").uidvalidity
        before = self._states.setdefault(folder, self._state(reply, b"EXISTS")).uidvalidity
        if before != now:
            raise UidValidityChanged(self._account.name, folder, before, now)
        self._selected = folder

    def _reopened(self, folder: str) -> FolderState:
        """The state of the open folder, of which STATUS may tell what it was when it was opened (RFC 9051 6.3.11)."""
        self._selected = ""
        del self._states[folder]
        return self.examined(folder)

    def _state(self, reply: Mapping[bytes, Any], count: bytes) -> FolderState:
        values = [
            value if isinstance(value := reply.get(key), int) else 0 for key in (b"UIDVALIDITY", b"UIDNEXT", count)
        ]
        state = FolderState(*values)
        if not state.uidvalidity:
            raise MailboxError("imap-no-uids", account=self._account.name, host=self._account.host)
        return state
