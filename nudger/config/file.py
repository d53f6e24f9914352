"""One TOML file of the configuration, read but not yet checked; cheap, because even the help asks it for a language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nudger.errors import ConfigError

Raw = dict[str, Any]

LARGEST = 1_048_576
"""Bytes of a configuration file that are read at most."""
DEEPEST = 12
"""Levels of tables and arrays; ours has five."""
MISSING = "config-missing"

_POSITION = re.compile(r"at line (\d+), column (\d+)")


def read(path: Path) -> Raw:
    """The tables of a TOML file. Raises ConfigError; its message holds no text of the file, which may hold a secret."""
    key = ""
    position: dict[str, Any] = {}
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            key = "config-too-large"
        else:
            key, position, raw = _parsed(content)
    except FileNotFoundError:
        key = MISSING
    except (OSError, ValueError):  # ValueError: a path with a NUL
        key = "config-unreadable"
    if key:
        raise ConfigError(key, hint="config-missing-hint" if key == MISSING else "", path=str(path), **position)
    return raw


def _parsed(content: bytes) -> tuple[str, dict[str, Any], Raw]:
    """What is wrong, where, and the tables. Nothing is raised: a caught error carries the file's text."""
    import tomllib

    try:
        raw = tomllib.loads(content.decode("utf-8-sig"))  # Notepad writes a mark in front
    except UnicodeDecodeError:
        return "config-not-utf8", {}, {}
    except RecursionError:
        return "config-too-deep", {}, {}
    except ValueError as error:  # TOMLDecodeError; also a number of more than 4,300 digits
        found = _POSITION.search(str(error))
        if found:
            return "config-not-toml-at", {"line": int(found[1]), "column": int(found[2])}, {}
        return "config-not-toml", {}, {}
    return ("config-too-deep" if _depth(raw) > DEEPEST else "", {}, raw)


def _depth(raw: Raw) -> int:
    """How many tables and arrays stand in each other; without recursion, because a dotted key can be very long."""
    depth = 0
    level: list[Raw | list[Any]] = [raw]
    while level and depth <= DEEPEST:
        depth += 1
        level = [inner for outer in level for inner in _values(outer) if isinstance(inner, dict | list)]
    return depth


def _values(container: Any) -> Any:
    return container.values() if isinstance(container, dict) else container
