"""How easily a text reads: Flesch-Douma for Dutch, Flesch-Kincaid grade for English.

W. H. Douma, *De leesbaarheid van landbouwbladen* (1960): 206.84 − 0.77 · syllables per 100 words − 0.93 · words per
sentence; 60 and more is plain language. J. P. Kincaid and others (1975): 0.39 · words per sentence + 11.8 · syllables
per word − 15.59; the school year that can read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nudger.texts import Language

LEAST_DOUMA = 60.0
MOST_KINCAID = 9.0
LONGEST_SENTENCE = 25
"""In words."""
FEWEST_WORDS = 15
"""Both formulas swing wildly on shorter texts; there only the length of a sentence is judged."""

_CODE = re.compile(r"`[^`]*`|\S*[-/_@.]\S*\w\S*|\b[A-Z]{2,}\b")
"""Commands, options, addresses and abbreviations: names to copy, not words to read."""
_SENTENCE_END = re.compile(r"[.?:;](?:\s|$)|\n")
"""A line in a catalogue holds whole sentences, or is one of a list."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = {
    "nl": re.compile(r"[ëïöü]?(?:aai|ooi|oei|eeuw|ieuw|[aeiouyáéèêíóúàâ]+)|[ëïöü]"),
    "en": re.compile(r"[aeiouyéèêëïöü]+"),
}
_SILENT = re.compile(r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzhg])es$")
"""English endings without a syllable of their own."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a text, without what is only to be copied."""

    words: int
    sentences: int
    syllables: int
    longest: int
    """Words in the longest sentence."""


def syllables(word: str, language: Language) -> int:
    """About how many syllables: runs of vowels, with what each language does with them. At least 1."""
    word = word.lower()
    if language == "en":
        word = _SILENT.sub("", word)
    return max(1, len(_VOWELS[language].findall(word)))


def count(text: str, language: Language) -> Counts:
    """The counts that both formulas use."""
    sentences = [words for part in _SENTENCE_END.split(_CODE.sub("", text)) if (words := _WORD.findall(part))]
    return Counts(
        words=sum(map(len, sentences)),
        sentences=len(sentences),
        syllables=sum(syllables(word, language) for words in sentences for word in words),
        longest=max(map(len, sentences), default=0),
    )


def douma(counts: Counts) -> float:
    """Flesch-Douma reading ease; higher is easier."""
    return 206.84 - 77 * counts.syllables / counts.words - 0.93 * counts.words / counts.sentences


def kincaid(counts: Counts) -> float:
    """Flesch-Kincaid grade; lower is easier."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def readable(text: str, language: Language) -> str | None:
    """Why the text reads too hard, or None."""
    counts = count(text, language)
    if counts.longest > LONGEST_SENTENCE:
        return f"a sentence of {counts.longest} words"
    if counts.words < FEWEST_WORDS:
        return None
    if language == "nl" and (ease := douma(counts)) < LEAST_DOUMA:
        return f"Flesch-Douma {ease:.0f}, at least {LEAST_DOUMA:.0f} is asked"
    if language == "en" and (grade := kincaid(counts)) > MOST_KINCAID:
        return f"Flesch-Kincaid grade {grade:.1f}, at most {MOST_KINCAID:.0f} is asked"
    return None
