"""Checks on the catalogues: complete in both languages, kind in tone, readable at B1 level.

``python -m nudger.texts.lint`` prints what it finds and ends with 1 when that is anything.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from nudger.texts import FOLDER, LANGUAGES, Language, Texts
from nudger.texts.readability import readable

TONE: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        r"moet(en)?",
        r"nog steeds",
        r"alweer",
        r"slechts",
        r"achter(blijf\w*|blijven|gebleven|loop\w*)",
        r"verplicht",
        r"u|uw",
        r"(rang|top)lijst\w*|ranglijst\w*|klassement\w*|badges?|streaks?",
    ),
    "en": (
        r"must",
        r"still (not|no|have|has)|still haven['’]t",
        r"merely",
        r"(lag|lags|lagging|fall|falls|falling|fell) behind",
        r"should have",
        r"leaderboards?|badges?|streaks?|rankings?",
    ),
}
"""Words that push, shame or compare (reference page product.md §4); in Dutch the reader is ``je``, never ``u``."""

MARKS = re.compile(r"!|\?\?|…{2}")
_CODE = re.compile(r"`[^`]*`|\[\w\]|^\s*\w {2}", re.MULTILINE)
"""Commands, and the letters of keys: ``[u]``, or a letter alone before its explanation."""
_TONE = {language: re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE) for language, words in TONE.items()}


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """What is wrong with one message: ``nl/poll.ftl poll-done: uses 'moet'``."""

    where: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.where} {self.key}: {self.what}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message: its ``key``, the names of its ``variables``, and the texts it can give, a placeable written as 3."""

    key: str
    variables: frozenset[str]
    texts: tuple[str, ...]


def tone(text: str, language: Language) -> list[str]:
    """The words and marks in ``text`` that push, shame or compare."""
    plain = _CODE.sub("", text)
    return [found[0] for pattern in (_TONE[language], MARKS) for found in pattern.finditer(plain)]


def issues(folder: Path = FOLDER) -> Iterator[Issue]:
    """Everything wrong with the catalogues in ``folder``."""
    rooms = sorted({path.stem for path in folder.glob("*/*.ftl")})
    for room in rooms:
        sides = {language: folder / language / f"{room}.ftl" for language in LANGUAGES}
        found: dict[Language, dict[str, Sentence]] = {}
        for language, path in sides.items():
            where = f"{language}/{path.name}"
            if not path.is_file():
                yield Issue(where, room, "the file is missing")
                continue
            body = FluentParser().parse(path.read_text("utf-8")).body
            yield from _form(body, where, room)
            found[language] = sentences(body)
            yield from _wording(found[language].values(), where, language)
            yield from _renders(found[language].values(), where, Texts(language, folder))
        if len(found) == len(LANGUAGES):
            yield from _equal(found["nl"], found["en"], f"nl,en/{room}.ftl")


def sentences(body: Iterable[ast.EntryType]) -> dict[str, Sentence]:
    """The messages of a parsed file by key."""
    return {entry.id.name: _sentence(entry) for entry in body if isinstance(entry, ast.Message)}


def _form(body: list[ast.EntryType], where: str, room: str) -> Iterator[Issue]:
    """Syntax; each key once, with its room in front."""
    seen: set[str] = set()
    for entry in body:
        if isinstance(entry, ast.Junk):
            yield Issue(where, (entry.content or "").split("=")[0].strip()[:40], "cannot be read as Fluent")
        elif isinstance(entry, ast.Message):
            if entry.id.name in seen:
                yield Issue(where, entry.id.name, "stands here twice")
            if entry.id.name.partition("-")[0] != room:
                yield Issue(where, entry.id.name, f"its first word is not '{room}'")
            seen.add(entry.id.name)


def _equal(nl: Mapping[str, Sentence], en: Mapping[str, Sentence], where: str) -> Iterator[Issue]:
    for key in sorted(nl.keys() ^ en.keys()):
        yield Issue(where, key, f"only in {'nl' if key in nl else 'en'}")
    for key in sorted(nl.keys() & en.keys()):
        if odd := nl[key].variables ^ en[key].variables:
            yield Issue(where, key, f"variables differ: {', '.join(sorted(odd))}")


def _wording(sentences: Iterable[Sentence], where: str, language: Language) -> Iterator[Issue]:
    for sentence in sentences:
        for text in sentence.texts:
            for word in tone(text, language):
                yield Issue(where, sentence.key, f"uses '{word}'")
            if (why := readable(text, language)) is not None:
                yield Issue(where, sentence.key, why)


def _renders(sentences: Iterable[Sentence], where: str, texts: Texts) -> Iterator[Issue]:
    for sentence in sentences:
        try:
            texts(sentence.key, **dict.fromkeys(sentence.variables, 3))
        except (KeyError, ValueError) as error:
            yield Issue(where, sentence.key, f"cannot be shown: {error}")


def _sentence(message: ast.Message) -> Sentence:
    names = _Names()
    names.visit(message)
    texts = tuple(_texts(message.value)) if message.value else ()
    return Sentence(message.id.name, frozenset(names.found), texts)


class _Names(Visitor):
    """Collects the names of variables."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - named by the library
        self.found.add(node.id.name)


def _texts(pattern: ast.Pattern) -> list[str]:
    """One text for each choice of variants: the n-th variant of every selection together, as many as there are."""
    count = max((len(choice.variants) for choice in _choices(pattern)), default=1)
    return [_text(pattern, n) for n in range(count)]


def _choices(pattern: ast.Pattern) -> Iterator[ast.SelectExpression]:
    for element in pattern.elements:
        if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            yield element.expression
            for variant in element.expression.variants:
                yield from _choices(variant.value)


def _text(pattern: ast.Pattern, n: int) -> str:
    return "".join(
        element.value if isinstance(element, ast.TextElement) else _placeable(element, n)
        for element in pattern.elements
    )


def _placeable(placeable: ast.Placeable, n: int) -> str:
    expression = placeable.expression
    if isinstance(expression, ast.SelectExpression):
        return _text(expression.variants[n % len(expression.variants)].value, n)
    return str(expression.value) if isinstance(expression, ast.StringLiteral) else "3"


def main(write: Callable[[str], object] = sys.stdout.write) -> int:
    """Print every issue; the exit code."""
    found = sorted(issues())
    for issue in found:
        write(f"{issue}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
