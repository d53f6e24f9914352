"""The door of the installed command: makes sure that our own rooms open, and not a stranger's of the same name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOMS = ("cli", "classifiers", "rules")
HOUSE = Path(__file__).resolve().parents[1]
EX_CONFIG = 78

# The catalogue cannot be asked: it stands on one of the rooms that may be a stranger's.
SENTENCES = (
    "nudger: een ander programma heeft hier ook iets met de naam {names} ({places}).",
    "Installeer nudger apart, met pipx of uv: pipx install nudger",
    "nudger: another program has something named {names} here too ({places}).",
    "Install nudger by itself, with pipx or uv: pipx install nudger",
)


def strangers() -> Iterator[tuple[str, str]]:
    """The names among ours that lead elsewhere, with where they lead."""
    for name in ROOMS:
        spec = find_spec(name)
        origin = Path(spec.origin).resolve() if spec and spec.origin else None
        ours = {HOUSE / f"{name}.py", HOUSE / name / "__init__.py"}
        if origin not in ours:
            yield name, str(origin)


def run() -> None:
    """Start the command line; exit code 78 where a stranger stands in the way."""
    if found := dict(strangers()):
        for sentence in SENTENCES:
            sys.stderr.write(sentence.format(names=", ".join(found), places=", ".join(found.values())) + "\n")
        sys.exit(EX_CONFIG)
    import_module("cli").run()


if __name__ == "__main__":
    run()
