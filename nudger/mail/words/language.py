"""Reading a mail: the language its author wrote in, decided by stop words first.

Only ``nl`` and ``en`` matter to nudger; other languages are known just well enough to say ``other``. Where stop words
are silent (a mail of three words) the spelling of the words is weighed: by py3langid when the extra ``language`` is
installed, else by a few letter clusters. Measured in ``docs/experiments/language.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from nudger.mail.words import stopwords

LIMIT = 6_000
"""Characters of a text that are looked at."""

Evidence = tuple[float, float, float]
"""How much speaks for ``nl``, ``en`` and ``other``."""

_LANGUAGES = ("nl", "en", "other")

_ADDRESS = re.compile(r"[^\s:@]{0,80}(?:://|@)\S{0,200}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2}\b)?")
_FOREIGN = re.compile(r"[ñãõßåøæäłąęćńśźżğşıčřžšěůőű]|[^a-zà-ɏ']")
"""Letters that Dutch and English words do not have."""
_DUTCH_SPELLING = re.compile(
    r"ij|aa|uu|oe(?!s\b)|eu|sch(?!ed)|cht|ui|ieu|ouw|ee[gkmnrst]|oo[nprt]|kk|eid\b|lijk|tje|isch|\bge[^nto]|\bver[^bsty]"
    r"|\bzo|\bv[aei]n|[^aeiou]en\b|dag\b|[lrnd]ing\b|iek\b|uur|el[dt]\b"
)
_ENGLISH_SPELLING = re.compile(
    r"th|wh|ough|tion|ck|[^aeo]y\b|ea|[ao]y\b|ow\b|qu|sh|ould|ee[dnpt]\b|oo[dkmt]\b|\bcon|ed\b|ness|ment\b|[^lrnd]ings?\b"
)


def language(text: str, *, hint: str = "") -> str:
    """The language of most running words of ``text``: ``nl``, ``en``, ``other`` or ``unknown``.

    ``hint`` is the language of the thread or of the leader; it decides only where the text itself says nothing ("OK").
    A Dutch mail full of English terms is ``nl``: its function words are Dutch.
    """
    text = text[:LIMIT]
    if "@" in text or "://" in text:
        text = _ADDRESS.sub(" ", text)
    words = _WORD.findall(text.lower().replace("’", "'"))
    if hint and all(word in _BORROWED for word in words):
        return hint
    return _by_stop_words(words) or _by_spelling(words) or hint or "unknown"


def _by_stop_words(words: Sequence[str]) -> str:
    """The language that leads, or an empty text when the stop words are silent or undecided."""
    weights = [weight for word in words if (weight := _WEIGHTS.get(word))]
    foreign = sum(bool(_FOREIGN.search(word)) for word in words if not word.isascii() and word not in _WEIGHTS)
    dutch, english, other = map(sum, zip(*weights, (0, 0, foreign), strict=True))
    second, best = sorted((dutch, english, other))[1:]
    if best - second < 0.5:
        return ""
    if best == other and best < 2 and second:
        return ""
    return _LANGUAGES[(dutch, english, other).index(best)]


def _by_spelling(words: Sequence[str]) -> str:
    text = " ".join(words)
    lean = _trained_lean(text)
    if abs(lean) < 2:
        lean = len(_DUTCH_SPELLING.findall(text)) - len(_ENGLISH_SPELLING.findall(text))
    return "nl" if lean > 0 else "en" if lean < 0 else ""


def _trained_lean(text: str) -> float:
    """How much more py3langid believes in Dutch than in English (a log-probability); 0 without the extra."""
    if (rank := _ranker()) is None:
        return 0.0
    scores = dict(rank(text))
    return scores["nl"] - scores["en"]


@cache
def _ranker() -> Callable[[str], list[tuple[str, float]]] | None:
    """py3langid's ``rank``, restricted to Dutch and English, or None when the extra is not installed."""
    try:
        import py3langid
    except ImportError:
        return None
    py3langid.set_languages(["nl", "en"])
    rank: Callable[[str], list[tuple[str, float]]] = py3langid.rank
    return rank


def _weights() -> dict[str, Evidence]:
    lists: tuple[tuple[str, Evidence], ...] = (
        (stopwords.DUTCH, (1, 0, 0)),
        (stopwords.ENGLISH, (0, 1, 0)),
        (stopwords.OTHER, (0, 0, 1)),
        (stopwords.DUTCH_OR_OTHER, (1, 0, 0.6)),
        (stopwords.ENGLISH_OR_OTHER, (0, 1, 0.6)),
        (stopwords.DUTCH_OR_ENGLISH, (0.3, 0.3, 0)),
    )
    return {word: weight for words, weight in lists for word in words.split()}


_WEIGHTS = _weights()
_BORROWED = frozenset(stopwords.BORROWED.split())
