"""tests/golden/sessions: what a person at a terminal of 80 by 24 saw from beginning to end, as text."""

from __future__ import annotations

import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent


def same(name: str, session: str, home: Path, *ports: int) -> None:
    """The session is the one that is kept; with ``NUDGER_GOLDEN=write`` it is kept anew, to be read and committed.

    What differs in every run (the home folder, a port) is written over with marks of the same length, so that lines
    break where they broke.
    """
    text = session.replace(str(home), re.sub(r"[^/]", "~", str(home)))
    for port in ports:
        text = text.replace(str(port), "#" * len(str(port)))
    path = FOLDER / f"{name}.txt"
    if os.environ.get("NUDGER_GOLDEN") == "write":
        path.write_text(text + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text + "\n"
