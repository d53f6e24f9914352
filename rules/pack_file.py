"""What can be said of a message: the TOML of a rule pack, turned into rules.

A pack may name its ``language`` and ``words``, and holds an array of rules::

    language = "nl"                      # its findings are for mail in this language; gates are for all mail
    words = { jullie = "(?:je|jij|jullie|u)" }    # what {jullie} in a pattern stands for

    [[rule]]
    id = "nl.asks-opinion"               # en.asks-opinion is its twin
    title = { nl = "...", en = "..." }   # a few words
    why = { nl = "...", en = "..." }     # one plain sentence
    field = ["topic", "core"]            # or one; names of rules.fields.FIELDS
    patterns = ["wat vinden? {jullie}"]  # or pattern, any_of, present, is, at_least: exactly one of these
    case = true                          # patterns see the text as written; else in lower case
    gate = "message"                     # or "thread"; without it the rule is a finding
    unless = { field = "internal", is = true }
    examples = ["Wat vinden jullie?"]
    counter_examples = ["Wat vindt hij?"]

How patterns are tried is told in :mod:`rules.matching`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from rules.fields import FIELDS, Field
from rules.matching import AnyOf, AtLeast, Patterns, Present, Test, compiled, fold
from rules.rule import GATES, LANGUAGES, Condition, Problem, Rule, Said


def read_rules(text: str, file: str) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules that can be used, and every mistake in the others; ``file`` is how a mistake names its place."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        return (), (Problem(file, int(line[1]) if line else 0, "", "not-toml", str(error)),)
    reader = _Reader(file, text)
    return reader.rules(raw), tuple(reader.problems)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _is_table_of(value: Any, keys: Callable[[str], bool]) -> bool:
    return isinstance(value, dict) and all(keys(key) and isinstance(text, str) for key, text in value.items())


_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str) and value != "",
    "list of texts": _is_texts,
    "text or list of texts": lambda value: isinstance(value, str) or _is_texts(value),
    "table of nl and en": lambda value: _is_table_of(value, LANGUAGES.__contains__),
    "table of texts": lambda value: _is_table_of(value, str.isidentifier),
    "table": lambda value: isinstance(value, dict),
    "list of tables": lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
    "message or thread": lambda value: value in GATES,
    "nl or en": lambda value: value in LANGUAGES,
    "true or false": lambda value: isinstance(value, bool),
    "true, false or unknown": lambda value: isinstance(value, bool) or value == "unknown",
    "whole number": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
"""The shapes of values, as a mistake names them."""

_PACK_KEYS = {"language": "nl or en", "words": "table of texts", "rule": "list of tables"}
_CONDITION_KEYS = {
    "field": "text or list of texts",
    "pattern": "text",
    "patterns": "list of texts",
    "case": "true or false",
    "any_of": "list of texts",
    "present": "true or false",
    "is": "true, false or unknown",
    "at_least": "whole number",
}
_RULE_KEYS = _CONDITION_KEYS | {
    "id": "text",
    "title": "table of nl and en",
    "why": "table of nl and en",
    "gate": "message or thread",
    "language": "nl or en",
    "unless": "table",
    "examples": "list of texts",
    "counter_examples": "list of texts",
}
_HOLDS = {
    "pattern": "text",
    "patterns": "text",
    "any_of": "text",
    "present": "text",
    "is": "flag",
    "at_least": "number",
}
"""The keys that say how a rule matches, and what its fields must hold."""


class _Reader:
    """Reads one pack, collecting its mistakes; ``place`` is the line and id of the rule at hand."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.starts = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[rule]]"]
        self.place = (0, "")
        self.problems: list[Problem] = []
        self.words: Mapping[str, str] = {}
        self.language = ""

    def problem(self, code: str, detail: str) -> None:
        line, rule = self.place
        self.problems.append(Problem(self.file, line, rule, code, detail))

    def rules(self, raw: Mapping[str, Any]) -> tuple[Rule, ...]:
        good = self.checked(raw, _PACK_KEYS, required=["rule"])
        self.words = good.get("words", {})
        self.language = good.get("language", "")
        tables = good.get("rule", [])
        starts = self.starts if len(self.starts) == len(tables) else [0] * len(tables)
        rules = [self.rule(table, start) for table, start in zip(tables, starts, strict=True)]
        return tuple(rule for rule in rules if rule)

    def checked(self, raw: Mapping[str, Any], keys: Mapping[str, str], required: Sequence[str]) -> dict[str, Any]:
        """What of a table has a known key and the right shape."""
        for key in required:
            if key not in raw:
                self.problem("missing", key)
        good = {}
        for key, value in raw.items():
            if key not in keys:
                self.problem("unknown-key", _with_nearest(key, keys))
            elif not _SHAPES[keys[key]](value):
                self.problem("wrong-value", f"{key}: expected {keys[key]}")
            else:
                good[key] = value
        return good

    def rule(self, raw: Mapping[str, Any], line: int) -> Rule | None:
        self.place = (line, str(raw.get("id", "")))
        before = len(self.problems)
        good = self.checked(raw, _RULE_KEYS, required=["id", "field"])
        condition = self.condition(good)
        unless = self.condition(self.checked(good["unless"], _CONDITION_KEYS, ["field"])) if "unless" in good else None
        if condition is None or len(self.problems) > before:
            return None
        gate = good.get("gate", "")
        return Rule(
            id=good["id"],
            condition=condition,
            unless=unless,
            gate=gate,
            language=good.get("language", "" if gate else self.language),
            title=Said(**good.get("title", {})),
            why=Said(**good.get("why", {})),
            examples=tuple(good.get("examples", ())),
            counter_examples=tuple(good.get("counter_examples", ())),
            line=line,
        )

    def condition(self, good: Mapping[str, Any]) -> Condition | None:
        fields = self.fields(good.get("field", []))
        kinds = [key for key in _HOLDS if key in good]
        if len(kinds) != 1:
            self.problem("one-test", f"needs exactly one of {', '.join(_HOLDS)}")
            return None
        (kind,) = kinds
        for each in fields:
            if each.holds != _HOLDS[kind]:
                self.problem("wrong-test", f"{kind} cannot be asked of {each.name}, which holds a {each.holds}")
        test = self.test(kind, good[kind], case=good.get("case", False))
        return Condition(fields, test) if fields and test else None

    def fields(self, names: str | list[str]) -> tuple[Field, ...]:
        names = [names] if isinstance(names, str) else names
        for name in names:
            if name not in FIELDS:
                self.problem("unknown-field", _with_nearest(name, FIELDS))
        return tuple(FIELDS[name] for name in names if name in FIELDS)

    def test(self, kind: str, value: Any, *, case: bool) -> Test | None:
        match kind:
            case "present":
                return Present(value)
            case "is":
                return AnyOf(frozenset({str(value).lower()}))
            case "at_least":
                return AtLeast(value)
            case "any_of":
                return AnyOf(frozenset(fold(item).strip() for item in value))
            case _:
                return self.patterns([value] if kind == "pattern" else value, case=case)

    def patterns(self, sources: Sequence[str], *, case: bool) -> Patterns | None:
        good = []
        for source in sources:
            try:
                good.append(compiled(self.expanded(source), case=case))
            except (re.error, RecursionError, OverflowError) as error:
                self.problem("bad-pattern", f"{source}: {error}")
        return Patterns(tuple(good)) if len(good) == len(sources) else None

    def expanded(self, source: str) -> str:
        """The pattern with the pack's words in place of their names; ``{2,5}`` is no name."""
        return re.sub(r"\{([a-z_]+)\}", lambda found: self.words.get(found[1], found[0]), source)


def _with_nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"{name}; did you mean {near[0]}?" if near else name
