"""nudger/mail: the folders of a mailbox as a person chooses among them: how many messages, what for, and whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nudger.mail.imap.folders import SENT_NAMES, Folder, last_part, sent_folder

Role = Literal["inbox", "sent", "archive", "all", "flagged", "drafts", "trash", "junk", "other", ""]
"""``all`` and ``flagged`` show again what stands elsewhere, ``other`` holds no mail; a folder of one's own has none."""
Whose = Literal["own", "others", "shared"]
"""The three kinds of namespace (RFC 2342): personal, other users', shared."""

USUAL_ROLES: frozenset[Role] = frozenset({"inbox", "sent"})
"""What is read where nobody chooses."""

_BY_FLAG: Mapping[str, Role] = {
    "sent": "sent",
    "archive": "archive",
    "all": "all",
    "flagged": "flagged",
    "important": "flagged",
    "drafts": "drafts",
    "trash": "trash",
    "junk": "junk",
}
"""RFC 6154; ``important`` is RFC 8457."""

_NAMES: Mapping[Role, tuple[str, ...]] = {
    "inbox": ("INBOX",),
    "sent": SENT_NAMES,
    "archive": ("Archive", "Archives", "Archief"),
    "all": ("All Mail", "Alle berichten", "Alle e-mail"),
    "flagged": ("Starred", "Met ster", "Important", "Belangrijk"),
    "drafts": ("Drafts", "Draft", "Concepten"),
    "trash": ("Trash", "Bin", "Prullenbak", "Prullenmand", "Deleted Items", "Deleted Messages", "Verwijderde items"),
    "junk": ("Junk", "Spam", "Junk Email", "Junk E-mail", "Ongewenste e-mail", "Ongewenste reclame"),
    "other": (
        *("Outbox", "Postvak UIT", "Calendar", "Agenda", "Contacts", "Contactpersonen", "Tasks", "Taken"),
        *("Notes", "Notities", "Journal", "Logboek", "Sync Issues", "Synchronisatieproblemen"),
        *("Conversation History", "Gespreksgeschiedenis", "RSS Feeds", "RSS-feeds"),
    ),
}
_BY_NAME: Mapping[str, Role] = {name.casefold(): role for role, names in _NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Namespace:
    """A prefix that the names of some folders have, and whose they are."""

    prefix: str
    whose: Whose


@dataclass(frozen=True, slots=True)
class FolderChoice:
    """A folder to choose. ``messages`` is None where the server does not let us ask."""

    name: str
    messages: int | None
    role: Role = ""
    whose: Whose = "own"

    @property
    def usual(self) -> bool:
        """Whether it is read where nobody chooses: the owner's own incoming and sent mail."""
        return self.whose == "own" and self.role in USUAL_ROLES


def choices(
    folders: Sequence[Folder], namespaces: Sequence[Namespace], counts: Mapping[str, int]
) -> list[FolderChoice]:
    """What there is to choose: own folders first, the inbox and the sent mail before the others, then by name."""
    sent = sent_folder(own_folders(folders, namespaces))
    made = [
        FolderChoice(
            folder.name,
            counts.get(folder.name),
            _role(folder, sent),
            whose(folder.name, namespaces),
        )
        for folder in folders
        if folder.selectable
    ]
    return sorted(made, key=_place)


def whose(name: str, namespaces: Sequence[Namespace]) -> Whose:
    """Whose folder it is, by the longest prefix that fits; one's own where none does."""
    fitting = [space for space in namespaces if name.startswith(space.prefix)]
    return max(fitting, key=lambda space: len(space.prefix)).whose if fitting else "own"


def own_folders(folders: Sequence[Folder], namespaces: Sequence[Namespace]) -> list[Folder]:
    """Those of the owner, in their order."""
    return [folder for folder in folders if whose(folder.name, namespaces) == "own"]


def _role(folder: Folder, sent: str | None) -> Role:
    marked = next((_BY_FLAG[flag] for flag in sorted(folder.flags) if flag in _BY_FLAG), None)
    found = marked or _BY_NAME.get(last_part(folder), "")
    return "" if found == "sent" and folder.name != sent else found


def _place(choice: FolderChoice) -> tuple[object, ...]:
    order = {"inbox": 0, "sent": 1, "": 2, "archive": 3}
    return (choice.whose != "own", choice.whose, order.get(choice.role, 4), choice.name.casefold())
