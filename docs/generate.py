"""Writes the generated part of the documentation, or with ``--check`` tells what is out of date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from cli import main
from nudger.launch import Context
from nudger.privacy.kit import PAPERS, blank, page
from nudger.texts import LANGUAGES, Language, Texts

ROOT = Path(__file__).resolve().parent
WIDTH = 100


def commands() -> str:
    """The help of every command, in both languages."""
    parts = ["# Commands", "", "Written by `make docs` from `nudger --help`; do not edit.", ""]
    for language in LANGUAGES:
        parts += [f"## {Texts(language)('cli-language-name')}", ""]
        for name, text in _helps(language):
            parts += [f"### `{name}`", "", "```text", text.rstrip(), "```", ""]
    return "\n".join(parts)


def _helps(language: str) -> Iterator[tuple[str, str]]:
    context = Context()
    context.lang = language
    with click.Context(main, info_name="nudger", obj=context, terminal_width=WIDTH, max_content_width=WIDTH) as top:
        yield from _walk(main, top)


def _walk(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    with context.scope(cleanup=False):
        yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for name, child in sorted(command.commands.items()):
            yield from _walk(child, click.Context(child, parent=context, info_name=name, terminal_width=WIDTH))


def configuration() -> str:
    """The reference of the configuration, made from the models."""
    from nudger.config.example import reference

    return reference()


def paper(name: str, language: Language) -> str:
    """One paper of the privacy kit, as it is before an organisation fills it in."""
    from nudger.config.models import LedgerPlace

    texts = Texts(language)
    return page(name, blank(texts, LedgerPlace().keep_days), texts)


PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/configuration.md": configuration,
    **{f"privacy/{language}/{name}.md": partial(paper, name, language) for language in LANGUAGES for name in PAPERS},
}


def run(check: bool) -> int:
    """Write the pages, or count those that are out of date."""
    stale = 0
    for name, make in PAGES.items():
        path, text = ROOT / name, make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            sys.stderr.write(f"docs/{name} is out of date: make docs\n")
            stale += 1
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(1 if run("--check" in sys.argv) else 0)
