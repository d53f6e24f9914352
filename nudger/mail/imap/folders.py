"""nudger/mail: folder names: which may be asked for, and which one holds the sent mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nudger.errors import FolderMissing

SENT_NAMES = (
    "Verzonden items",
    "Sent Items",
    "Verzonden berichten",
    "Sent Mail",
    "Verzonden",
    "Sent",
    "Sent Messages",
    "Verstuurd",
    "Verzonden mail",
    "Verzonden post",
)
"""Last parts of the names that Exchange, Gmail and other programs give in Dutch and English, the surest first."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One line of a folder list; ``flags`` in lower case, without the backslash."""

    name: str
    delimiter: str = "/"
    flags: frozenset[str] = frozenset()

    @property
    def selectable(self) -> bool:
        """Whether it can hold messages (RFC 9051 section 7.3.1)."""
        return self.flags.isdisjoint({"noselect", "nonexistent"})


def sent_folder(folders: Sequence[Folder]) -> str | None:
    r"""The folder marked ``\Sent`` (RFC 6154), else the best one by name, else None."""
    selectable = [folder for folder in folders if folder.selectable]
    for folder in selectable:
        if "sent" in folder.flags:
            return folder.name
    by_name = {last_part(folder): folder.name for folder in reversed(selectable)}
    return next((by_name[name.casefold()] for name in SENT_NAMES if name.casefold() in by_name), None)


def checked_name(folder: str, account: str) -> str:
    """The name itself. Raises FolderMissing for a control character: with it a name could become a second command."""
    if any(letter < " " or letter == "\x7f" for letter in folder):
        shown = "".join(letter if letter.isprintable() else "?" for letter in folder)
        raise FolderMissing("folder-name-unsafe", account=account, folder=shown)
    return folder


def last_part(folder: Folder) -> str:
    """The name without what it is filed under, in lower case."""
    return folder.name.rsplit(folder.delimiter or "/", 1)[-1].casefold()
