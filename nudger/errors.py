"""Every error a user can meet, as a tree; the class says how the program ends and whether trying again helps.

NudgerError
├── UsageError            2   the command line asks for something impossible
├── ConfigError          78   configuration missing, wrong or unsafe
├── UnreadableInput      65   a file given by the user cannot be read
├── CannotWrite          73   a file or folder cannot be made
│   └── DiskTrouble      74   disk full or an I/O error
├── Temporary            75   try again later
│   ├── MailboxUnavailable    server away, cut, stalled, throttled
│   ├── NetworkUnavailable    the social network is away
│   └── LedgerLocked          another nudger works on this ledger
├── Refused              77   a person, server or policy said no
│   ├── LoginRefused          never tried twice
│   └── NotParticipating      the owner has not said yes
├── MailboxError         75   the server said something that cannot be used
│   └── FolderMissing    78   no such folder
├── LedgerError          74   the ledger is damaged or of another version
│   └── LedgerTooNew     78   written by a newer nudger
├── ModelError           78   a model file that cannot be trusted or does not fit
└── Unreadable                one message that cannot be read; counted, never shown as an error

An error carries ``problems`` (what happened, where; one line each) and ``hint`` (what to type next). Texts are
catalogue keys with their values, so that an error reads well in Dutch and English; see ``nudger.texts``.
"""

from __future__ import annotations

from typing import Any


class NudgerError(Exception):
    """A failure that is explained to the user in one or a few lines, without a traceback.

    ``key`` names the sentence in the catalogue (``errors.ftl``), ``values`` fill it, ``hint`` names the sentence that
    says what to type next, ``problems`` are further lines already made for people (config paths, for example).
    """

    exit_code = 1

    def __init__(self, key: str, *, hint: str = "", problems: tuple[str, ...] = (), **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.hint = hint
        self.problems = problems
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[NudgerError], args: tuple[Any, ...], state: dict[str, Any]) -> NudgerError:
    """The same error in another process; its class may want other arguments than it keeps."""
    error = kind.__new__(kind)
    error.args, error.__dict__ = args, state
    return error


class UsageError(NudgerError):
    """The command line asks for something impossible."""

    exit_code = 2


class ConfigError(NudgerError):
    """Configuration missing, wrong or unsafe."""

    exit_code = 78


class UnreadableInput(NudgerError):
    """A file given by the user cannot be read."""

    exit_code = 65


class CannotWrite(NudgerError):
    """A file or folder cannot be made."""

    exit_code = 73


class DiskTrouble(CannotWrite):
    """Disk full, or an input/output error."""

    exit_code = 74


class Temporary(NudgerError):
    """Trying again later helps."""

    exit_code = 75


class MailboxUnavailable(Temporary):
    """The mail server is away, cut the line, stalled or asked to wait (``retry_after`` seconds, 0 when not said)."""

    def __init__(self, key: str, *, retry_after: float = 0.0, **kwargs: Any) -> None:
        super().__init__(key, **kwargs)
        self.retry_after = retry_after


class NetworkUnavailable(Temporary):
    """The social network is away."""


class LedgerLocked(Temporary):
    """Another nudger works on this ledger."""


class Refused(NudgerError):
    """A person, a server or a policy said no."""

    exit_code = 77


class LoginRefused(Refused):
    """Sign-in refused; never tried twice."""


class NotParticipating(Refused):
    """The owner has not said yes."""


class MailboxError(NudgerError):
    """The mail server said something that cannot be used."""

    exit_code = 75


class FolderMissing(MailboxError):
    """No such folder on the server."""

    exit_code = 78


class LedgerError(NudgerError):
    """The ledger is damaged or of another version."""

    exit_code = 74


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer nudger."""

    exit_code = 78


class ModelError(NudgerError):
    """A model file that cannot be trusted or does not fit this program."""

    exit_code = 78


class Unreadable(Exception):
    """One message cannot be read; ``reason`` is a short stable word such as ``too-large`` or ``no-header``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
