"""Every sentence a person reads, in Dutch and English, and the templates that carry them.

A sentence is a message of Project Fluent in ``<language>/<room>.ftl``; its key is ``room-thing``, so the file is found
by the key's first word, and only the files that are asked for are read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from rules import characters

if TYPE_CHECKING:
    from babel import Locale
    from fluent.runtime import FluentBundle
    from fluent.syntax.ast import Resource

    from nudger.errors import NudgerError

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

FOLDER = Path(__file__).parent
LOCALES: Mapping[Language, str] = {"nl": "nl", "en": "en_GB"}
"""English here is European: day before month, 24 hours."""

_LARGER_UNIT_FROM = 2
"""Durations go to the next larger unit from two of it on: 13 days, then 2 weeks."""


def choose_language(flag: str | None, configured: str | None, environ: Mapping[str, str]) -> Language:
    """The language to speak: ``--lang``, else the configuration, else the locale of the environment, else English.

    Of the environment the first that is set counts: ``LC_ALL``, ``LC_MESSAGES``, ``LANG`` (POSIX, XBD 8.2).
    """
    from_environment = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    wish = flag or configured or re.split("[_.@-]", from_environment.lower())[0]
    return "nl" if wish == "nl" else "en"


class Texts:
    """The catalogue of one language, and its way of writing dates and numbers.

    ``texts("poll-done", n=3)`` gives the sentence with its values filled in. Numbers are written as the language does;
    text loses what :mod:`rules.characters` forbids, so that a subject or name from a mail can be a value. A value is at
    most 2,500 characters (Fluent's own bound).
    """

    def __init__(self, language: Language, folder: Path = FOLDER) -> None:
        self.language = language
        self._folder = folder / language
        self._loaded: set[str] = set()

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence. Raises KeyError for an unknown key, ValueError when a value is missing or cannot be shown."""
        pattern = self._bundle.get_message(key).value if key in self else None
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, {name: _shown(value) for name, value in values.items()})
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        return str(text)

    def __contains__(self, key: str) -> bool:
        """Whether the catalogue has this sentence."""
        self._load(key.partition("-")[0])
        return bool(self._bundle.has_message(key))

    def error(self, error: NudgerError) -> Iterator[str]:
        """The lines that explain a failure: what happened, each problem, and what to do next."""
        yield self(f"errors-{error.key}", **error.values)
        yield from (f"  - {problem}" for problem in error.problems)
        if error.hint:
            yield self(f"errors-{error.hint}", **error.values)

    def date(self, day: dt.date) -> str:
        """``24 november 2026``."""
        from babel.dates import format_date

        return format_date(day, format="long", locale=self._locale)

    def short_date(self, day: dt.date) -> str:
        """``24 nov``, ``24 Nov``."""
        from babel.dates import format_skeleton

        return format_skeleton("MMMd", day, locale=self._locale).rstrip(".")

    def weekday(self, day: dt.date) -> str:
        """``dinsdag``, ``Tuesday``."""
        from babel.dates import format_date

        return format_date(day, format="EEEE", locale=self._locale)

    def clock(self, moment: dt.datetime | dt.time) -> str:
        """``08:30``."""
        return f"{moment:%H:%M}"

    def ago(self, delta: dt.timedelta) -> str:
        """How long ago something was: ``3 dagen geleden``; under a minute ``zojuist``."""
        if delta < dt.timedelta(minutes=1):
            return self("time-just-now")
        return self._delta(-delta, add_direction=True)

    def duration(self, delta: dt.timedelta) -> str:
        """How long something takes: ``3 dagen``; under a minute with a decimal: ``0,8 seconden``."""
        from babel.units import format_unit

        if delta < dt.timedelta(minutes=1):
            return format_unit(delta.total_seconds(), "second", format="0.#", locale=self._locale)
        return self._delta(delta)

    def percent(self, k: int, n: int) -> str:
        """``k`` of ``n`` as a whole percentage; a dash where there is nothing to divide."""
        from babel.numbers import format_percent

        return format_percent(k / n, locale=self._locale) if n else "–"

    def _delta(self, delta: dt.timedelta, *, add_direction: bool = False) -> str:
        from babel.dates import format_timedelta

        return format_timedelta(
            delta,
            granularity="minute",
            threshold=_LARGER_UNIT_FROM,
            add_direction=add_direction,
            locale=self._locale,
        )

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(LOCALES[self.language])

    @cached_property
    def _bundle(self) -> FluentBundle:
        from fluent.runtime import FluentBundle

        return FluentBundle([LOCALES[self.language]], use_isolating=False)

    def _load(self, room: str) -> None:
        """Add the room's file to the bundle, once; a room without a file has no sentences."""
        if room in self._loaded:
            return
        self._loaded.add(room)
        path = self._folder / f"{room}.ftl"
        if room.isalpha() and path.is_file():
            self._bundle.add_resource(_parsed(path))


@cache
def _parsed(path: Path) -> Resource:
    """A file of the catalogue, parsed once in a process: 8 ms for a hundred messages."""
    from fluent.runtime import FluentResource

    return FluentResource(path.read_text("utf-8"))


def _shown(value: object) -> object:
    """Text without forbidden characters; anything else as it is, for Fluent to format or refuse."""
    return characters.strip(value) if isinstance(value, str) else value
