"""What can be said of a message: what a pattern cannot do without, known before it is tried.

Every mail meets some 800 patterns and matches few, so a pattern is tried only on lines that hold one of its words. They
are read from Python's own parse of the pattern. What is not understood is left out: the words may be too few to help,
but they never hide a match. ``benchmarks/rules_speed.py`` shows what they save.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]  # private, but the one parser that agrees with re
from re import _parser  # type: ignore[attr-defined]
from typing import Any

MOST_STRINGS = 400
"""Spellings of one word that are looked at; more is not one word."""

DIGIT = "0"
"""Stands among the words of a pattern for any digit."""

_IN_MOST_MAILS = (
    "de en het van ik in een is dat met op niet voor er bij we die je als te dan zijn wat om maar heb of over aan ze "
    "heeft naar nog hebben ook kan dit wil wie mijn jullie moet uit geen per dus doen jij al graag tot waar kunnen wel "
    "wij hoe ons hij nu moeten the to and a of i for on that be this with it have you are as if not will would at or "
    "from can an by our but all has what do any there they me should your was one up some so more about could how no "
    "let don"
)
COMMON = frozenset({DIGIT, *_IN_MOST_MAILS.split()})
"""A pattern that needs one of these is tried too often, so another choice is better."""

_WORD = re.compile(r"\w+")
_A_DIGIT = frozenset({DIGIT})
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_GROUPS = frozenset({op.SUBPATTERN, op.BRANCH})

Node = tuple[Any, Any]


def words(source: str) -> frozenset[str]:
    """Words of which every match of ``source``, standing between word boundaries, holds at least one whole.

    Lower case where the pattern is. Empty when there are no such words. Raises :class:`re.error`.
    """
    return _needed(list(_parser.parse(source))) or frozenset()


def part(source: str) -> str:
    """The longest run of plain characters that every match of ``source`` holds, perhaps inside a word; or empty."""
    runs = [""]
    for kind, value in _parser.parse(source):
        runs = [*runs[:-1], runs[-1] + chr(value)] if kind is op.LITERAL else [*runs, ""]
    return max(runs, key=len)


def is_bounded(source: str) -> bool:
    """Whether every repetition in the pattern has an upper limit."""
    return not any(kind in _REPEATS and value[1] is op.MAXREPEAT for kind, value in _every_node(_parser.parse(source)))


def plain_characters(source: str) -> frozenset[str]:
    """All characters that the pattern names one by one."""
    found = [value for kind, value in _every_node(_parser.parse(source)) if kind in (op.LITERAL, op.NOT_LITERAL)]
    return frozenset(map(chr, found))


def _every_node(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _every_node(_inside(node))


def _inside(node: Node) -> Iterable[Node]:
    kind, value = node
    if kind is op.IN:
        return list(value)
    if kind in _GROUPS:
        return [each for choice in _choices(node) for each in choice]
    if kind in _REPEATS:
        return list(value[2])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return list(value[1])
    return ()


def _needed(nodes: Sequence[Node]) -> frozenset[str] | None:
    """The best choice of words in a sequence that stands between word boundaries; None when there is none."""
    choices = [choice for slot in _slots(nodes) if (choice := _of_slot(slot))]
    return min(choices, key=lambda choice: (len(choice & COMMON), -min(map(len, choice)), len(choice)), default=None)


def _slots(nodes: Sequence[Node]) -> list[list[Node]]:
    """The sequence cut at what is surely no word: what each slot matches stands between word boundaries.

    Whatever may stand between two words with a space of its own, such as ``(?:\\w{1,12} ){0,3}``, is left out.
    """
    slots: list[list[Node]] = [[]]
    seen = [node for node in nodes if node[0] not in _ZERO_WIDTH]
    for node, ends_word in zip(seen, _word_ends(seen), strict=True):
        if ends_word:
            slots.append([])
        elif slots[-1] or not _edge(node, -1):
            slots[-1].append(node)
    return slots


def _word_ends(nodes: Sequence[Node]) -> list[bool]:
    """For each node, whether a word before it surely ends there, whether the node matches anything or not."""
    ends, after = [], True
    for node in reversed(nodes):
        after = _is_gap(node) or (_edge(node, 0) and after)
        ends.append(after)
    return ends[::-1]


def _is_gap(node: Node) -> bool:
    """Whether a node matches one character or more, all of them no part of a word."""
    kind, value = node
    if kind is op.LITERAL:
        return not _WORD.match(chr(value))
    if kind is op.IN:
        return all(_is_gap(each) for each in value)
    return kind in _REPEATS and value[0] > 0 and all(map(_is_gap, value[2]))


def _edge(node: Node, end: int) -> bool:
    """Whether all that a group or repeated group matches has a gap at this end (0 the first, -1 the last)."""
    kind, value = node
    if kind in _REPEATS:
        inner = list(value[2])
        return bool(inner) and (_is_gap(inner[end]) or _edge(inner[end], end))
    if kind in _GROUPS:
        return all(choice and (_is_gap(choice[end]) or _edge(choice[end], end)) for choice in _choices(node))
    return False


def _of_slot(slot: Sequence[Node]) -> frozenset[str] | None:
    if len(slot) == 1 and slot[0][0] in _GROUPS:
        return _of_choices(_choices(slot[0]))
    strings = _strings(slot)
    chosen = _one_of_each(strings) if strings else None
    return chosen or (_A_DIGIT if any(map(_is_digit, slot)) else None)


def _is_digit(node: Node) -> bool:
    """Whether a node matches one digit or more, and nothing else."""
    kind, value = node
    if kind is op.IN:
        return bool(value == [(op.CATEGORY, op.CATEGORY_DIGIT)])
    return kind in _REPEATS and value[0] > 0 and all(map(_is_digit, value[2]))


def _of_choices(choices: Iterable[Sequence[Node]]) -> frozenset[str] | None:
    needed = [_needed(choice) for choice in choices]
    return frozenset().union(*(chosen for chosen in needed if chosen)) if all(needed) else None


def _choices(node: Node) -> list[list[Node]]:
    kind, value = node
    inner = [list(value[3])] if kind is op.SUBPATTERN else [list(choice) for choice in value[1]]
    single = len(inner) == 1 and len(inner[0]) == 1 and inner[0][0][0] in _GROUPS
    return _choices(inner[0][0]) if single else inner


def _one_of_each(strings: Iterable[str]) -> frozenset[str] | None:
    chosen = [max(_WORD.findall(string), key=_rarity, default="") for string in strings]
    return frozenset(chosen) if all(chosen) else None


def _rarity(word: str) -> tuple[bool, int]:
    return word not in COMMON, len(word)


def _strings(nodes: Iterable[Node]) -> set[str] | None:
    """All texts that a sequence matches, or None when they are too many."""
    texts = {""}
    for node in nodes:
        more = _spellings(node)
        if more is None or len(texts) * len(more) > MOST_STRINGS:
            return None
        texts = {first + second for first, second in product(texts, more)}
    return texts


def _spellings(node: Node) -> set[str] | None:
    kind, value = node
    if kind is op.LITERAL:
        return {chr(value)}
    if kind in _ZERO_WIDTH:
        return {""}
    if kind is op.IN and all(each[0] is op.LITERAL for each in value):
        return {chr(each[1]) for each in value}
    if kind in _REPEATS and value[1] == 1:
        once = _strings(value[2])
        return once if once is None or value[0] else once | {""}
    if kind in _GROUPS:
        choices = [_strings(choice) for choice in _choices(node)]
        return set().union(*(texts for texts in choices if texts is not None)) if None not in choices else None
    return None
