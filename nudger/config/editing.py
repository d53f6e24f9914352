"""Changing the configuration: one part of a file, with every comment and the order kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.errors import CannotWrite
from nudger.platform import private_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

NEW = ".new"


def edit(path: Path, change: Callable[[TOMLDocument], None]) -> None:
    """Make a change in a TOML file that was read and is valid; it becomes private, as it may hold a secret.

    It is written beside the old one and moved over it, so that a crash leaves one of the two. Raises CannotWrite.
    """
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    change(document)
    beside = private_file(path.with_name(path.name + NEW))
    try:
        beside.write_text(tomlkit.dumps(document), encoding="utf-8")
        beside.replace(path)
    except OSError:
        raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(path)) from None
