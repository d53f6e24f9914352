"""Mail room: what was cut from a mail, counted by kind and put back where it stood; in memory only."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rules.message import Cut


def cut_lines(cuts: Sequence[Cut]) -> dict[str, int]:
    """Kind → lines that were cut, blank ones not counted; in the order in which the kinds come."""
    found: dict[str, int] = {}
    for cut in cuts:
        found[cut.kind] = found.get(cut.kind, 0) + cut.lines
    return found


def restored(own_words: str, cuts: Sequence[Cut], chosen: Collection[int]) -> str:
    """The own words with these cuts (numbers in ``cuts``) in their place, a blank line around each.

    ``cuts`` are those of the same message, in their order. Raises IndexError for a number that is none.
    """
    lines = own_words.split("\n") if own_words else []
    for number in sorted(chosen, reverse=True):
        cut = cuts[number]
        before, after = lines[: cut.place], lines[cut.place :]
        lines = [*_ended(before), cut.text, *_begun(after)]
    return "\n".join(lines)


def _ended(lines: list[str]) -> list[str]:
    return [*lines, ""] if lines and lines[-1] else lines


def _begun(lines: list[str]) -> list[str]:
    return ["", *lines] if lines and lines[0] else lines
