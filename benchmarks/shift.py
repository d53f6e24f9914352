"""What a report costs over many message rows, against one full scan of the same tables by sqlite3.

python -m benchmarks.shift [ROWS]
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

from nudger.ledger.ledger import Ledger
from nudger.ledger.times import iso_week, to_text
from nudger.ledger.week_rows import WeekRow
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import Aim, gather
from nudger.shift.page import page
from nudger.shift.report import report
from nudger.texts import Texts

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
KINDS = ("idea", "discussion", "question", "task", "logistics", "automatic", "social", "other", "share", "announcement")
COLUMNS = 18


def fill(path: Path, rows: int) -> None:
    """A ledger of so many messages of the last half year, four a thread, a fifth of them ideas and questions."""
    with Ledger.open(path) as ledger, ledger.atomic():
        for back in range(26):
            week = iso_week(NOW - timedelta(weeks=back), ZONE)
            ledger.weeks.add(WeekRow(week=week, definition=DEFINITION, model="m1", load=rows // 26, talk=12))
    connection = sqlite3.connect(path)
    with connection:
        connection.executemany(
            f"INSERT INTO messages VALUES ({', '.join('?' * COLUMNS)})", (_row(number, rows) for number in range(rows))
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _row(number: int, rows: int) -> tuple[object, ...]:
    thread, place = divmod(number, 4)
    opened = NOW - timedelta(days=180) + timedelta(days=179) * (thread * 4 / rows)
    sent = opened + timedelta(hours=(thread % 60) * place)
    role = "from" if place and thread % 3 == 0 else ("to", "cc")[thread % 2]
    key = f"{number * 2654435761 % 2**64:032x}"
    kind = KINDS[(thread + place) % len(KINDS)]
    findings = json.dumps(["question.mark", "topic.idea"] if place == 0 else [])
    return (
        *(key, f"{thread * 2654435761 % 2**64:032x}", to_text(sent), 1, "2026-W23", role, 4, "nl"),
        *(int(place > 0), int(place < 3), kind, 0.51, 0.42, "leave", "[]", "", findings, "abcdef12"),
    )


def scan(path: Path) -> float:
    """CPU seconds of one full scan of the tables that a report reads, every column fetched."""
    connection = sqlite3.connect(path)
    before = process_time()
    for table in ("messages", "weeks", "activity", "suggestions"):
        for _ in connection.execute(f"SELECT * FROM {table}"):
            pass
    spent = process_time() - before
    connection.close()
    return spent


def reported(path: Path) -> tuple[float, float]:
    """CPU seconds, and megabytes above what the imports need, of a report with its page."""
    from scipy.stats import ecdf  # noqa: F401 - imports are not what is measured

    texts = Texts("nl")
    with Ledger.in_memory() as warm:
        page(report(gather(warm, NOW, weeks=26, aims=[Aim("x")]), NOW, ZONE), texts)
    base, before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    with Ledger.open(path) as ledger:
        result = report(gather(ledger, NOW, weeks=26, aims=[Aim("x")]), NOW, ZONE)
    page(result, texts)
    spent = process_time() - before
    return spent, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024


def main(rows: int) -> dict[str, float]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        fill(path, rows)
        spent, megabytes = reported(path)
        whole = scan(path)
    return {"rows": rows, "scan": round(whole, 2), "report": round(spent, 2), "megabytes": round(megabytes, 1)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)))
