"""The pages for users: each command that stands in them exists, and each link leads somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from cli import main

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted(path for folder in ("how-to", "operations", "privacy") for path in (DOCS / folder).rglob("*.md"))
GENERATED = {"nl", "en"}


def commands(text: str) -> list[list[str]]:
    """The words after ``nudger`` in code, up to a remark."""
    fenced = "\n".join(re.findall(r"^ *```[a-z]*\n(.*?)^ *```", text, re.M | re.S))
    lines = re.findall(r"^ *(?:/opt/nudger/bin/)?nudger ([a-z].*)$", fenced, re.M)
    lines += re.findall(r"`nudger ([a-z][^`]*)`", text)
    return [shlex.split(line.split("#")[0].split("  ")[0]) for line in lines]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_can_be_typed(path: Path) -> None:
    for words in commands(path.read_text(encoding="utf-8")):
        group: click.Command = main
        rest = list(words)
        while isinstance(group, click.Group) and rest:
            assert rest[0] in group.commands, f"{path.name}: nudger {' '.join(words)}"
            group = group.commands[rest.pop(0)]
        if rest:
            group.make_context(words[0], rest, obj=None)


@pytest.mark.parametrize("path", [page for page in PAGES if page.parent.name not in GENERATED], ids=lambda p: p.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (path.parent / link).exists()]
    assert missing == []
