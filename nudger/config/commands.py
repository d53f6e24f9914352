"""``nudger config``: show every value and its origin, find all mistakes at once, give an example to begin with."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from nudger import show
from nudger.config import example
from nudger.errors import ConfigError
from rules.lint import problems as rule_problems
from rules.pack import BUILTIN, read_packs

if TYPE_CHECKING:
    from nudger.launch import Context


def show_config(context: Context) -> None:
    """Every value with where it comes from; secrets as dots. Raises ConfigError."""
    config = context.config()
    if context.json:
        show.json_line([{**asdict(value), "value": example.toml(value.value)} for value in example.values(config)])
    else:
        context.screen.plain(example.show(config, context.texts))


def validate_config(context: Context) -> None:
    """The configuration and the rule packs, with every mistake of both. Raises ConfigError.

    Without a configuration the packs that come with nudger are checked.
    """
    packs: list[str | Path] = list(BUILTIN)
    if context.has_configuration():
        packs += context.config().settings.judge.packs
    found = rule_problems(read_packs(packs))
    if found:
        lines = tuple(map(str, found))
        raise ConfigError("rules-wrong", hint="rules-wrong-hint", problems=lines)
    context.screen.say("config-all-well")


def show_example(context: Context) -> None:
    """A commented configuration in the user's language."""
    context.screen.plain(example.example(context.texts.language))
