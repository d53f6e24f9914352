"""The one function that makes text from a mail safe for a terminal; everything printed goes through it."""

from __future__ import annotations

from rules import characters

ELLIPSIS = "…"


def safe(text: str, *, width: int | None = None, lines: bool = False) -> str:
    """The text without terminal escapes, bidi tricks, hidden or private characters.

    One line, unless ``lines``: then line feeds stay. With ``width`` each line is cut to that many cells of the screen
    (a wide character takes two) and ends in an ellipsis where something was cut. Markup of rich is left as it is: print
    with ``markup=False``.
    """
    text = characters.strip(text, keep="\n" if lines else "")
    if width is None:
        return text
    return "\n".join(_cut(line, width) for line in text.split("\n"))


def _cut(line: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size

    if cell_len(line) <= width:
        return line
    return set_cell_size(line, max(width - 1, 0)).rstrip() + ELLIPSIS if width > 0 else ""
