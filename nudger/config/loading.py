"""Reading the configuration's files: the main one, one a leader, and the organisation's policy; all their mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from nudger.config.configuration import LEADERS, Leader
from nudger.config.file import MISSING, Raw, read
from nudger.config.models import MOST_GOALS, Mailbox, OwnerSettings, Section, Settings
from nudger.config.problems import Place, Problem, problems
from nudger.config.types import valid_name
from nudger.errors import ConfigError
from nudger.platform import open_to_others
from nudger.texts import Texts
from nudger.texts.safe import safe

Table = TypeVar("Table", bound=Section)
SECRETS = frozenset({"password", "token", "client_secret"})
USER = "{user}"

_INCOMPLETE = frozenset({"config-required", "config-password-missing"})
"""What may be missing in a part that is completed elsewhere."""


def check(raw: Raw, root: type[Table], folder: Path) -> tuple[Table | None, list[Problem]]:
    """The table, or everything that is wrong with it. ``folder`` is where relative paths begin."""
    try:
        return root.model_validate(raw, context={"folder": folder}), []
    except ValidationError as error:
        found = list(problems(error, root))
    goals = raw.get("goals")
    if isinstance(goals, list) and _active(goals) > MOST_GOALS:  # pydantic does not count the wrong ones
        found.append(Problem(("goals",), "config-too-many", {"bound": MOST_GOALS}))
    return None, list({(problem.place, problem.key): problem for problem in found}.values())


def _active(goals: list[Any]) -> int:
    return sum(not (isinstance(goal, Mapping) and goal.get("paused") is True) for goal in goals)


def plain_secrets(raw: Any, place: Place = ()) -> Iterator[Place]:
    """Where a password or token stands in plain."""
    items = raw.items() if isinstance(raw, Mapping) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in items:
        if key in SECRETS and isinstance(value, str):
            yield (*place, key)
        yield from plain_secrets(value, (*place, key))


class Loading:
    """One pass over all files; ``lines`` gathers every problem in the user's language."""

    def __init__(self, path: Path, texts: Texts) -> None:
        self.path = path
        self.folder = path.parent
        self.lines: list[str] = []
        self._texts = texts
        self._raw: Raw = {}
        self._template: Raw | None = {}
        """None where it has problems of its own."""

    def main(self) -> Settings | None:
        """The main file; None when it has problems. Raises ConfigError when it cannot be read at all."""
        self._raw = read(self.path)
        settings, found = check(self._raw, Settings, self.folder)
        template = self._raw.get("mailbox_template")
        if isinstance(template, dict):
            of_template = self._template_problems(template)
            self._template = None if of_template else template
            found += of_template
        self._report(found + self._open_secrets(self._raw, self.path))
        return settings

    def leaders(self, main: Settings | None) -> Iterator[Leader]:
        """Every valid file in ``leaders/``, by name, completed by the template and the common digest."""
        taken = {*list(main.mailboxes)[:1]} if main else set()
        for path in sorted((self.folder / LEADERS).glob("*.toml")):
            raw = self._read(path)
            if raw is None:
                continue
            settings, found = check(self._completed(raw, path.stem), OwnerSettings, self.folder)
            if main is None or self._template is None:
                found = [problem for problem in found if problem.key not in _INCOMPLETE]
            found += self._of_leader(path.stem, settings, main, taken) + self._open_secrets(raw, path)
            self._report(found, f"{LEADERS}/{safe(path.name, width=60)}")
            if settings:
                yield Leader(path.stem, path, settings, frozenset(_paths(raw)))

    def ceilings(self, path: Path) -> Mapping[str, Any]:
        """What the organisation's policy says of ``[nudge]``; empty where there is none."""
        raw = self._read(path, may_miss=True) or {}
        nudge = raw.get("nudge", {})
        found = [Problem((key,), "config-policy-only-nudge") for key in raw if key != "nudge"]
        found += [] if isinstance(nudge, dict) else [Problem(("nudge",), "config-type-table")]
        self._report(found, str(path))
        return nudge if isinstance(nudge, dict) else {}

    def failure(self) -> ConfigError:
        """All that was found, each line once."""
        lines = tuple(dict.fromkeys(self.lines))
        return ConfigError(
            "config-wrong", hint="config-wrong-hint", problems=lines, path=str(self.path), count=len(lines)
        )

    def _read(self, path: Path, *, may_miss: bool = False) -> Raw | None:
        try:
            return read(path)
        except ConfigError as error:
            if not (may_miss and error.key == MISSING):
                self.lines.append(self._texts(f"errors-{error.key}", **error.values))
            return None

    def _report(self, found: list[Problem], file: str = "") -> None:
        self.lines += [problem.line(self._texts, file) for problem in found]

    def _template_problems(self, template: Raw) -> list[Problem]:
        """What is wrong with the template itself; each leader completes it, so keys may be missing."""
        _, found = check(_filled(template, "name"), Mailbox, self.folder)
        return [
            replace(problem, place=("mailbox_template", *problem.place))
            for problem in found
            if problem.key not in _INCOMPLETE
        ]

    def _completed(self, raw: Raw, name: str) -> Raw:
        """A leader's file with what the main file gives all leaders, except the address of the digest."""
        completed = dict(raw)
        mailboxes = raw.get("mailboxes") or ({name: {}} if self._template else {})
        if self._template and isinstance(mailboxes, dict):
            completed["mailboxes"] = {
                key: {**_filled(self._template, name), **own} if isinstance(own, dict) else own
                for key, own in mailboxes.items()
            }
        common, digest = self._raw.get("digest"), raw.get("digest", {})
        if isinstance(common, dict) and isinstance(digest, dict):
            completed["digest"] = {**{key: value for key, value in common.items() if key != "to"}, **digest}
        return completed

    def _of_leader(self, name: str, own: OwnerSettings | None, main: Settings | None, taken: set[str]) -> list[Problem]:
        """What one file cannot know of the others."""
        found = [] if valid_name(name) else [Problem((), "config-name")]
        if name in taken:
            found.append(Problem((), "config-owner-twice"))
        if own and main and not own.mailboxes and self._template is not None:
            found.append(Problem(("mailboxes",), "config-required"))
        for provider in ("microsoft", "google"):
            if own and main and getattr(main, provider) is None and own.uses(provider):
                found.append(Problem((provider,), f"config-{provider}-missing"))
        return found

    def _open_secrets(self, raw: Raw, path: Path) -> list[Problem]:
        if not open_to_others(path.stat().st_mode):
            return []
        return [Problem(place, "config-secret-open", {"path": str(path)}) for place in plain_secrets(raw)]


def _filled(value: Any, name: str) -> Any:
    """The template with the owner's name in the place of ``{user}``."""
    if isinstance(value, str):
        return value.replace(USER, name)
    if isinstance(value, list):
        return [_filled(item, name) for item in value]
    return {key: _filled(item, name) for key, item in value.items()} if isinstance(value, dict) else value


def _paths(raw: Raw, prefix: str = "") -> Iterator[str]:
    for key, value in raw.items():
        yield prefix + key
        if isinstance(value, dict):
            yield from _paths(value, f"{prefix}{key}.")
