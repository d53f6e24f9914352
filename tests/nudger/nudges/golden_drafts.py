"""The mails of the golden drafts: each file holds one written mail (a line of JSON) and the draft that it becomes.

``python -m tests.nudger.nudges.golden_drafts`` writes the drafts anew; look at what changed before keeping it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from nudger.mail.labelled import message_of
from nudger.nudges.drafts import Drafted, draft
from nudger.show import sentence

FOLDER = Path(__file__).parents[2] / "golden" / "drafts"
LINE = "=" * 72


def drafted(row: dict[str, Any]) -> Drafted:
    """The draft of a labelled mail, as if the leader had written it."""
    message = replace(message_of(row), from_owner=True, owner_role="from")
    return draft([message], "zorg", sentence, kind=row["kind"])


def golden(row: dict[str, Any]) -> str:
    """The content of a golden file."""
    made = drafted(row)
    return f"{json.dumps(row, ensure_ascii=False)}\n{LINE}\n# {made.draft.title}\n\n{made.draft.body}\n"


def row_of(text: str) -> dict[str, Any]:
    """The mail in a golden file."""
    row: dict[str, Any] = json.loads(text.partition("\n")[0])
    return row


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.txt")):
        path.write_text(golden(row_of(path.read_text("utf-8"))), encoding="utf-8")
