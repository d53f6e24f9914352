"""Reading a mail: names of people in a text: those of the headers, and third persons by title, kinship or given name.

A line becomes words; at each word the question is whether a name begins there, and how far it goes (particles,
initials, surname). Nothing looks further than eight words ahead, so any line takes time in proportion to its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nudger.mail.personal import given_names, near
from nudger.mail.words import stopwords
from rules.message import Address

LONGEST = 8
"""Words of a name at most, particles and initials counted."""

_TOKEN = re.compile(
    r"(?P<particle>(?<!\w)(?:[vV]\.? ?d\.|[vV]/d|['’]t)(?!\w))"
    r"|(?P<initials>(?<![^\W_])(?:[^\W\d_a-zß-ÿ](?:h|hr|s|j)?\.){1,6}(?!\w{2}))"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<other>\d+|[^\w\s])"
)
_AFTER_NAME = re.compile(r"\(.*?\)|[|/–—].*| - .*|\bvia\b.*")


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a thread's people, folded: given names, words of surnames, initials (``mvd``).

    ``told`` holds the names of others that the text has shown to be names ("de vader van Sem", later "Sem").
    """

    given: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    def participates(self, folded: str) -> bool:
        """Whether this is part of a participant's name."""
        return folded in self.given or folded in self.surnames

    def is_given(self, folded: str) -> bool:
        """Whether this is a participant's given name, or a common one."""
        return folded in self.given or folded in _GIVEN


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line, of kind ``particle``, ``initials``, ``word`` or ``other``; ``folded`` is what is looked up."""

    text: str
    start: int
    end: int
    kind: str
    folded: str = field(default="")


def known_names(people: Iterable[Address]) -> Known:
    """What the display names of the headers give, or the address where there is none. Groups are no people."""
    given, surnames, initials = set[str](), set[str](), set[str]()
    for person in people:
        parts = _name_parts(person)
        if not parts or any(_is_of_group(part) for part in parts):
            continue
        given.update(part for part in parts[:1] if len(part) > 1)
        surnames.update(piece for part in parts[1:] if part not in near.PARTICLES for piece in {part, *part.split("-")})
        initials.update({"".join(part[0] for part in parts), parts[0][0]})
    return Known(frozenset(given), frozenset(filter(_long, surnames)), frozenset(initials))


def _is_of_group(part: str) -> bool:
    return part in near.GROUP or part.endswith(("desk", "team", "dienst", "afdeling", "beheer", "service"))


def _long(part: str) -> bool:
    return len(part) > 2


def _name_parts(person: Address) -> list[str]:
    """Folded words of a name, given name first: also of "Berg, Jan van den (Zonnehof)" and of jan.vandenberg@."""
    name = _AFTER_NAME.sub("", person.name[:200].strip("'\" "))
    if not name or "@" in name:
        name = re.sub(r"[._\d]+", " ", person.email.partition("@")[0])
        name = name if " " in name.strip() or name.strip() in _GIVEN else ""
    surname, comma, rest = name.partition(",")
    ordered = f"{rest} {surname}" if comma else name
    return [word.folded for word in words_of(ordered) if word.kind != "other" and word.folded]


def words_of(line: str) -> list[Word]:
    """The words, initials, particles and marks of a line, in order."""
    return [
        Word(match[0], match.start(), match.end(), kind, _fold(match[0], kind))
        for match in _TOKEN.finditer(line)
        if (kind := match.lastgroup or "other")
    ]


def _fold(text: str, kind: str) -> str:
    folded = text.casefold().replace("’", "'")
    if not folded.isascii():
        folded = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    if kind == "initials":
        return folded.replace(".", "")
    return folded[:-2] if kind == "word" and folded.endswith("'s") else folded


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line and what is known: ``greeted`` when the line before it was a mere greeting."""

    words: Sequence[Word]
    known: Known
    greeted: bool = False

    def at(self, index: int) -> Word:
        """The word there, or an empty one outside the line."""
        return self.words[index] if 0 <= index < len(self.words) else _NO_WORD

    @property
    def alone(self) -> bool:
        """Whether the line is so short that a name on it is a signature."""
        return len(self.words) <= 3


_NO_WORD = Word("", 0, 0, "other")
_GIVEN = frozenset(_fold(name, "word") for name in given_names.GIVEN.split())
_WORDS = frozenset(given_names.WORDS.split())
_EVERYDAY = frozenset(f"{stopwords.DUTCH} {stopwords.ENGLISH} {stopwords.DUTCH_OR_ENGLISH}".split()) - _GIVEN - _WORDS
_PLAIN = near.NOT_NAMES | _EVERYDAY
_NEVER_TOLD = _PLAIN | _WORDS | near.PARTICLES
_ANNOUNCING = near.TITLES | near.ROLES


def names(line: Line) -> Iterator[tuple[str, int, int]]:
    """Names as (kind, start, end): ``name`` of a participant, ``person`` for anybody else."""
    index, company = 0, line.greeted
    while index < len(line.words):
        word = line.words[index]
        start = _after_title(line, index)
        end = _name_end(line, start) if start else _known_name_end(line, index, company)
        if end:
            first = start or index
            yield _kind(line, first, end), line.words[first].start, line.words[end - 1].end
            index, company = end, True
        else:
            company = word.folded in near.GREETINGS or word.text == "@" or (company and word.folded in near.CONNECTORS)
            index += 1


def told_names(line: Line) -> Iterator[str]:
    """Words by which people are named in this line that cannot be everyday words, folded."""
    spans = [(start, end) for _, start, end in names(line)]
    for word in line.words:
        within = any(start <= word.start < end for start, end in spans)
        if within and _capitalised(word) and len(word.text) > 2 and word.folded not in _NEVER_TOLD:
            yield word.folded


def _kind(line: Line, start: int, end: int) -> str:
    known = line.known
    folded = [word.folded for word in line.words[start:end]]
    return "name" if any(known.participates(part) or part in known.initials for part in folded) else "person"


def _after_title(line: Line, index: int) -> int:
    """Where the name begins that a title, role or kinship at ``index`` announces; 0 when there is none."""
    word = line.words[index]
    kin = word.folded in near.KIN or (word.folded in near.POSSESSED and line.at(index - 1).folded in near.POSSESSIVES)
    if not (kin or word.folded in _ANNOUNCING) or _shouted(word):
        return 0
    start = index + 1
    while start - index < LONGEST and (_is_abbreviation_dot(line, start) or line.at(start).folded in _ANNOUNCING):
        start += 1
    if kin and line.at(start).text in {",", "("}:
        return start + 1 if _is_full_name(line, start + 1) else 0
    if line.at(start).text == ":" or (kin and start == index + 1 and line.at(start).folded in near.OF):
        start += 1
    return start if _begins_name(line, start) else 0


def _is_abbreviation_dot(line: Line, index: int) -> bool:
    return line.at(index).text == "." and line.at(index - 1).folded in near.TITLES


def _is_full_name(line: Line, index: int) -> bool:
    word = line.at(index)
    known = line.known.is_given(word.folded) or _capitalised(line.at(index + 1))
    return known and _capitalised(word) and word.folded not in _EVERYDAY


def _begins_name(line: Line, index: int) -> bool:
    """Whether a capital that is no everyday word stands here, or particles before one."""
    word = line.at(_skip_particles(line, index))
    return _is_initial(word) or (_capitalised(word) and word.folded not in near.NOT_NAMES) or _shouted_name(word)


def _known_name_end(line: Line, index: int, company: bool) -> int:
    """Where a name ends that begins at ``index`` without any title; 0 when none does."""
    word = line.words[index]
    surname = _skip_particles(line, index)
    if surname > index or _is_initial(word):
        follows = line.at(surname if surname > index else _skip_particles(line, index + 1))
        if _capitalised(follows) and (follows.folded in line.known.surnames or _written_initials(word, follows)):
            return _name_end(line, index)
    if word.kind == "word" and _is_name(line, index, company):
        return _name_end(line, index)
    if _is_hidden_name(line, index):
        return index + 1
    signed = line.alone or line.at(index - 1).folded in near.GREETINGS or (line.greeted and index == 0)
    if signed and word.text[:1].isupper() and word.folded in line.known.initials and line.at(index + 1).text != "&":
        return index + 1
    return 0


def _is_hidden_name(line: Line, index: int) -> bool:
    """``K.`` in "waarom K. niet mag", how colleagues name a client; not "plan B." and no end of a sentence."""
    word, before, after = line.words[index], line.at(index - 1), line.at(index + 1)
    if word.kind != "initials" or word.folded in near.ABBREVIATIONS or not after.text[:1].islower():
        return False
    return not before.text or before.text in ".!?" or (before.text.islower() and before.folded not in near.LETTERED)


def _is_name(line: Line, index: int, company: bool) -> bool:
    word, before = line.words[index], line.at(index - 1)
    if word.folded in near.MONTHS and line.at(index + 1).text.isdigit():
        return False
    greeted = before.folded in near.GREETINGS or before.text == "@" or (line.greeted and index == 0)
    if not _capitalised(word):
        return greeted and line.known.is_given(word.folded)
    if word.folded in _WORDS:
        return _is_word_name(line, index, greeted, company)
    if line.known.participates(word.folded) or word.folded in line.known.told or word.folded in _GIVEN:
        return True
    opening = greeted and index <= 1
    return opening and word.folded not in _PLAIN and word.folded not in near.GROUP


def _is_word_name(line: Line, index: int, greeted: bool, company: bool) -> bool:
    """A name that is a word too: after a greeting, beside another name, or a participant's within a sentence."""
    word, before, after = line.words[index], line.at(index - 1), line.at(index + 1)
    if greeted or _is_given(line, before) or _begins_surname(line, index + 1):
        return True
    if company and before.folded in near.CONNECTORS:
        return before.text != "," or after.folded in near.CONNECTORS or not after.text
    within = before.kind == "word" and before.text.islower() and word.folded not in near.CALENDAR
    spoken_to = index == 0 and after.text == ","
    participant = line.known.participates(word.folded)
    return participant and (within or spoken_to or after.folded in near.DOES or line.alone)


def _begins_surname(line: Line, index: int) -> bool:
    """Whether what follows a given name can only be the rest of that name."""
    word = line.at(index)
    surname = line.at(_skip_particles(line, index))
    if not _capitalised(surname):
        return _is_initial(word)
    return surname is not word or surname.folded in line.known.surnames or surname.folded in _GIVEN


def _skip_particles(line: Line, index: int) -> int:
    """The first word after the particles here; the same place when they are no particles of a name."""
    if line.at(index).folded in near.OPENING_PARTICLES and line.at(index + 1).folded not in near.ARTICLES:
        return index
    end = index
    while line.at(end).folded in near.PARTICLES and end - index < 4:
        end += 1
    return end


def _name_end(line: Line, start: int) -> int:
    """The end of the name that begins here: capitalised words, initials, and particles between them."""
    end = index = start
    while index < min(start + LONGEST, len(line.words)) and (index == start or _adjacent(line, index)):
        index = _skip_particles(line, index)
        word = line.at(index)
        first = end == start
        if not (_is_initial(word) or _capitalised(word) or (first and _shouted_name(word))):
            break
        if not first and word.folded in _PLAIN and not _is_initial(word):
            break
        end = index = index + 1
    return max(end, start + 1)


def _adjacent(line: Line, index: int) -> bool:
    return line.words[index].start - line.words[index - 1].end <= 2


def _capitalised(word: Word) -> bool:
    return word.kind == "word" and word.text[:1].isupper() and word.text != word.text.upper()


def _is_initial(word: Word) -> bool:
    """``T.``, ``A.M.`` or a lone capital, but not ``I``."""
    return word.text[:1].isupper() and (word.kind == "initials" or (len(word.text) == 1 and word.text != "I"))


def _written_initials(word: Word, surname: Word) -> bool:
    return word.kind == "initials" and word.folded not in near.ABBREVIATIONS and surname.folded not in _PLAIN


def _shouted(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _shouted_name(word: Word) -> bool:
    return word.kind == "word" and len(word.text) > 3 and word.text.isupper()


def _is_given(line: Line, word: Word) -> bool:
    return _capitalised(word) and line.known.is_given(word.folded)
