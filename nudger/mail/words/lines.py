"""Mail room: a text as lines, each with its depth of quoting and what it turned out to be.

Every rule of own words looks at one line, or at a few joined, and only at a bounded stretch of it. That is what keeps
reading linear whatever a sender writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MOST_LINES = 5_000
"""Lines of a text that are read; a person writes fewer."""

MATCHED = 300
"""Characters of a line that rules look at."""

OWN = ""
"""The kind of a line that the author wrote. The other kinds are those of :class:`rules.message.Cut`."""

_QUOTED = re.compile(r"(?:> ?){1,50}")
_MBOX_FROM = re.compile(r">+From ")
_CITED = ("quote", "forward", "attribution")


@dataclass(slots=True)
class Line:
    """``text`` as it stands, ``depth`` of quoting (0 is the author), ``kind`` what it is, ``links`` where its HTML
    links to, ``hue`` the colour of its letters from ``hue_from`` to its end. Rules match ``bare``, its start without
    quote marks, or ``low``, the same in lower case.
    """

    text: str
    depth: int = 0
    kind: str = OWN
    links: tuple[str, ...] = ()
    hue: str = ""
    hue_from: int = 0
    bare: str = field(init=False)
    low: str = field(init=False)

    def __post_init__(self) -> None:
        self.bare = unquoted(self.text)[:MATCHED] if self.depth else self.text.strip()[:MATCHED].rstrip()
        self.low = self.bare.lower()

    def release(self) -> None:
        """Make it a line of the author again, quote marks and all."""
        self.depth, self.kind, self.bare = 0, OWN, self.text.strip()[:MATCHED]
        self.low = self.bare.lower()

    @property
    def own(self) -> bool:
        """Whether it holds words of the author, as far as is known."""
        return self.kind == OWN and bool(self.bare)


def unquoted(text: str) -> str:
    """Give a quoted line without its quote marks and without space around it."""
    mark = _QUOTED.match(text)
    return text[mark.end() :].strip() if mark else text.strip()


def from_plain(text: str) -> list[Line]:
    """Split clean plain text into at most :data:`MOST_LINES` lines; ``>`` quotes only in the first column."""
    lines = [_line(raw) for raw in text.split("\n", MOST_LINES)[:MOST_LINES]]
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if _MBOX_FROM.match(line.text) and not (_is_quote(before) or _is_quote(after)):
            line.release()
    return lines


def _line(raw: str) -> Line:
    mark = _QUOTED.match(raw)
    return Line(raw, mark[0].count(">"), "quote") if mark else Line(raw)


def _is_quote(line: Line | None) -> bool:
    return line is not None and line.depth > 0


def mark(lines: Sequence[Line], kind: str) -> None:
    """Call these lines ``kind``, blank ones too; what was already called something else stays that."""
    for line in lines:
        if line.kind == OWN:
            line.kind = kind


def regions(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the stretches between quotes, which may hold words of the author."""
    region: list[Line] = []
    for line in lines:
        if line.kind in _CITED:
            if region:
                yield region
            region = []
        else:
            region.append(line)
    if region:
        yield region


def paragraphs(region: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of own lines without a blank or a cut between them."""
    paragraph: list[Line] = []
    for line in region:
        if line.own:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
