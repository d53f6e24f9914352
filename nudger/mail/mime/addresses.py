"""Reading a mail: the syntax of address fields, strictly: an address is read with certainty or not at all.

RFC 5322 section 3.4 in one linear pass. ``email.utils.getaddresses`` differs by patch release of Python, and
``email.headerregistry`` reads one address in fields that hold two; both take spoofed senders for colleagues.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from nudger.mail.mime.headers import decoded, line

MAILBOX_LIMIT = 5_000
"""Mailboxes of one field that are looked at."""
NAME_LIMIT = 200
"""Characters of a display name that are kept."""

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|\s+|[()<>,;:"\\]|[^\s"(),:;<>\\]+', re.DOTALL)
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,128}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,20}[A-Za-z][A-Za-z0-9-]{0,62}\Z"
)
_ADDRESS_IN_NAME = re.compile(r"[^\s<>()\[\]\",;:@]{1,100}@[^\s<>()\[\]\",;:@]{1,100}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories of characters that nobody sees in a name."""
_JOINER = "\u200d"
"""Seen after all: it makes one picture of two."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox of a field. ``email`` is lower case, and empty when it cannot be read with certainty.

    ``plain`` is False where the name holds another address or a character that nobody sees.
    """

    name: str
    email: str = ""
    plain: bool = True


@dataclass(frozen=True, slots=True)
class AddressField:
    """All mailboxes of one field, those of groups included.

    ``grouped`` tells of group syntax; ``complete`` is False when somebody may be missing: an empty group, a broken end.
    """

    mailboxes: tuple[Mailbox, ...] = ()
    grouped: bool = False
    complete: bool = True


def address_field(value: str) -> AddressField:
    """Read the value of a From, Sender, Reply-To, To, Cc or Bcc field, not yet decoded."""
    reader = _Reader()
    value = value.replace("\t", " ")
    for token in _TOKEN.finditer(value):
        if token[0] == '"' or len(reader.mailboxes) > MAILBOX_LIMIT:
            reader.give_up(value[token.start() :])
            break
        reader.feed(token[0])
    reader.end()
    return AddressField(tuple(reader.mailboxes), reader.grouped, reader.complete)


@dataclass(slots=True)
class _Draft:
    """What was read of one mailbox so far; ``inner`` is what stands between angle brackets."""

    words: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    inner: list[str] | None = None
    odd: bool = False

    def mailbox(self) -> Mailbox | None:
        """The mailbox, or None where nothing was written."""
        if not ("".join(self.words).strip() or self.comments or self.inner is not None):
            return None
        written = "".join(self.words if self.inner is None else self.inner).strip()
        email = written.lower() if not self.odd and len(written) < 500 and _ADDRESS.match(written) else ""
        name = "" if email and self.inner is None else _name(self.words)
        comment = decoded(" ".join(self.comments)).strip()
        return Mailbox(line(name or comment, NAME_LIMIT), email, _is_plain(f"{name} {comment}", email))


def _name(words: list[str]) -> str:
    """The text of a phrase: quotes off, encoded words decoded."""
    return decoded("".join(map(_unquoted, words))).strip()


def _unquoted(word: str) -> str:
    return _ESCAPED.sub(r"\1", word[1:-1]) if word.startswith('"') else word


def _is_plain(name: str, email: str) -> bool:
    name = name[: 2 * NAME_LIMIT]
    if not (name.isascii() and name.isprintable()):
        name = unicodedata.normalize("NFKC", name)
        if any(unicodedata.category(character) in _UNSEEN for character in name.replace(_JOINER, "")):
            return False
    return all(found.lower().strip(".'") == email for found in _ADDRESS_IN_NAME.findall(name))


@dataclass(slots=True)
class _Reader:
    """The state of reading one field, a piece at a time."""

    mailboxes: list[Mailbox] = field(default_factory=list)
    grouped: bool = False
    complete: bool = True
    _draft: _Draft = field(default_factory=_Draft)
    _comment: list[str] = field(default_factory=list)
    _depth: int = 0
    _in_angle: bool = False
    _group_from: int = -1

    def feed(self, piece: str) -> None:
        """Take the next piece of the field."""
        if self._depth:
            self._within_comment(piece)
        elif piece == "(":
            self._depth, self._comment = 1, []
        elif self._in_angle:
            self._within_angle(piece)
        else:
            self._outside(piece)

    def give_up(self, rest: str) -> None:
        """Keep what cannot be read as a name without an address."""
        self._draft.odd, self.complete = True, False
        self._draft.words.append(rest[:NAME_LIMIT].replace('"', " "))

    def end(self) -> None:
        """The field ends here, whatever is still open."""
        if self._depth or self._in_angle:
            self._draft.odd, self.complete = True, False
        self._flush()
        self._close_group()

    def _within_comment(self, piece: str) -> None:
        self._depth += (piece == "(") - (piece == ")")
        if self._depth:
            self._comment.append(piece)
        else:
            self._draft.comments.append("".join(self._comment))

    def _within_angle(self, piece: str) -> None:
        if piece == ">":
            self._in_angle = False
        elif self._draft.inner is not None:
            self._draft.inner.append(piece)

    def _outside(self, piece: str) -> None:
        match piece:
            case "<":
                self._draft.odd |= self._draft.inner is not None
                self._draft.inner, self._in_angle = [], True
            case ",":
                self._flush()
            case ";":
                self._flush()
                self._close_group()
            case ":":
                self._open_group()
            case ")" | ">" | "\\":
                self._draft.odd = True
            case _:
                self._draft.odd |= self._draft.inner is not None and not piece.isspace()
                self._draft.words.append(piece)

    def _open_group(self) -> None:
        """What was read so far is the name of a group, unless it holds an address."""
        if self._group_from >= 0 or "@" in "".join(self._draft.words):
            self._draft.odd = True
        self._draft = _Draft(odd=self._draft.odd)
        self.grouped, self._group_from = True, len(self.mailboxes)

    def _close_group(self) -> None:
        if self._group_from == len(self.mailboxes):
            self.complete = False
        self._group_from = -1

    def _flush(self) -> None:
        if mailbox := self._draft.mailbox():
            self.mailboxes.append(mailbox)
        self._draft = _Draft()
