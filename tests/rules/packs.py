"""Small packs for tests, as TOML."""

from __future__ import annotations

from pathlib import Path

from rules.pack import Pack, read_packs

TEXTS = """
title = { nl = "Titel", en = "Title" }
why = { nl = "Daarom.", en = "Because." }
"""


def rule(rule_id: str, body: str, *, texts: str = TEXTS) -> str:
    """One rule table; ``body`` is TOML."""
    return f'[[rule]]\nid = "{rule_id}"\n{body}\n{texts}'


def written(folder: Path, *tables: str, head: str = "", name: str = "proef.toml") -> Path:
    """A pack file of these tables."""
    path = folder / name
    path.write_text("\n".join([head, *tables]), "utf-8")
    return path


def pack(folder: Path, *tables: str, head: str = "") -> Pack:
    """A pack of these tables, mistakes and all."""
    (read,) = read_packs([written(folder, *tables, head=head)])
    return read
