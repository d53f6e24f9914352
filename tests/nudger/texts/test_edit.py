"""Two leaders who edit a draft at the same moment on one server do not get each other's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.texts import Texts
from nudger.texts.screen import Screen


def test_each_draft_is_edited_in_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor of the first opens the second's in the middle, and both keep what they wrote."""
    script, names = tmp_path / "editor", tmp_path / "names"
    script.write_text(f'#!/bin/sh\necho "$1" >> {names}\nls {tmp_path}/drafts >> {names}\n', encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    folder = tmp_path / "drafts"
    folder.mkdir()
    screen = Screen(Texts("nl"), quiet=True)
    assert [screen.edit(text, folder) for text in ("van Anna", "van Tom")] == ["van Anna", "van Tom"]
    opened = [line for line in names.read_text().splitlines() if line.startswith("/")]
    assert len(set(opened)) == 2
    assert not list(folder.iterdir())
