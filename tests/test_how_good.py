"""The page that says how good the judging is says what the card of the shipped model says, in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from classifiers import storage

ROOT = Path(__file__).resolve().parents[1]
CARD = json.loads((Path(storage.__file__).parent / "builtin" / storage.CARD).read_text(encoding="utf-8"))
SETS = ("real-en", "told-nl", "written-nl", "written-en")


@pytest.mark.parametrize("name", ["how-good-is-it.md", "hoe-goed-is-het.md"])
def test_the_page_says_what_the_card_says(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    rows = [tuple(map(int, found)) for found in re.findall(r"\| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)]
    bands = [CARD["held_out"][each]["band"] for each in SETS]
    assert rows == [(band["suggested"], band["right"], band["worth"]) for band in bands]
    assert sum(band["sensitive"] for band in bands) == 0
    for edge in ("suggest_from", "ask_from"):
        assert f"{CARD['bands'][edge]:.0%}".replace("%", " %") in text
