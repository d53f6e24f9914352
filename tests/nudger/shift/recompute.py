"""The numbers of a report again, from an exported ledger and the definition under the report; knows nothing of nudger.

python recompute.py LEDGER.db 2011-07-01T12:00:00+00:00 WEEKS ANNOUNCED
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

ZONE, WEEK, PROMISE, TALK = ZoneInfo("Europe/Amsterdam"), timedelta(days=7), 2, {"idea", "question", "discussion"}


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ZONE)


def name(moment: date) -> str:
    return moment.strftime("%G-W%V")


def workdays(first: date, last: date) -> int:
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range(1, (last - first).days + 1))


def both(weeks: list[Counter[str]]) -> list[int]:
    mail = sum(week["talk"] for week in weeks)
    return [mail, mail + sum(week["conversations"] for week in weeks)]


def main(path: str, now: datetime, span: int, announced: date) -> dict[str, object]:
    tables = sqlite3.connect(path)
    tables.row_factory = sqlite3.Row
    weeks: dict[str, Counter[str]] = defaultdict(Counter)
    threads: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in tables.execute("SELECT * FROM messages ORDER BY sent, key"):
        weeks[name(local(row["sent"]))]["load"] += 1
        threads[row["thread"]].append(row)
    waits: list[tuple[int, bool]] = []
    done: list[int] = []
    still: list[int] = []
    for rows in threads.values():
        begun = local(rows[0]["sent"])
        early = [row for row in rows if local(row["sent"]) <= begun + WEEK]
        if now - begun >= WEEK and sum(row["new_author"] for row in early) > 1:
            week, talk = weeks[name(begun)], bool(TALK & {row["kind"] for row in early})
            week["talk" if talk else "left_on_mail"] += 1
            week["own_talk"] += talk and rows[0]["role"] == "from"
            kind = max(rows, key=lambda row: row["key"])["kind"]
            week[f"{kind}s"] += talk and kind in ("idea", "question")
        asks = [row for row in rows if row["kind"] in ("idea", "question") and local(row["sent"]) >= now - span * WEEK]
        if not asks or local(asks[0]["sent"]) > now:
            continue
        opened, later = (
            local(asks[0]["sent"]),
            [row for row in rows if asks[0]["sent"] < row["sent"] <= now.isoformat()],
        )
        own = [local(row["sent"]) for row in later if row["role"] == "from"]
        first = [local(r["sent"]) for r in later if r["new_author"] or (r["role"] == "from" != asks[0]["role"])]
        waits.append(((min(first, default=now.astimezone(ZONE)) - opened) // timedelta(hours=1), bool(first)))
        if asks[0]["role"] == "to":
            (done if own else still).append(workdays(opened.date(), (own or [now.astimezone(ZONE)])[0].date()))
    for row in tables.execute("SELECT * FROM activity"):
        if row["people"] > 1 and row["replies"] and now - local(row["started"]) >= WEEK:
            weeks[name(local(row["started"]))].update(conversations=1, own_conversations=row["own"])
    shown = [name(now.astimezone(ZONE) - WEEK * back) for back in reversed(range(span))]
    known = [week for week in shown if week <= name((now - 2 * WEEK).astimezone(ZONE)) and weeks[week]["load"]]
    waiting, left, steps = 1.0, len(waits), {}
    for hours in sorted({hours for hours, _ in waits}):
        waiting *= 1 - waits.count((hours, True)) / left
        left -= waits.count((hours, True)) + waits.count((hours, False))
        steps[hours] = waiting
    edges = (-1, 2, 5, 10, 20, 10**9)
    return {
        "weeks": {week: +weeks[week] for week in shown if +weeks[week]},
        "on_mail": [
            sum(weeks[w]["talk"] for w in shown),
            sum(weeks[w]["talk"] + weeks[w]["conversations"] for w in shown),
        ],
        "load": median(weeks[week]["load"] / 5 for week in known),
        "sides": [both([weeks[name(announced + sign * WEEK * n)] for n in range(1, 53)]) for sign in (-1, 1)],
        "asked": len(done) + len(still),
        "in_time": [sum(n <= PROMISE for n in done), len(done) + sum(n > PROMISE for n in still)],
        "ages": [sum(low < n <= high for n in still) for low, high in pairwise(edges)],
        "steps": steps,
    }


if __name__ == "__main__":
    ledger, moment, number, start = sys.argv[1:]
    print(json.dumps(main(ledger, datetime.fromisoformat(moment), int(number), date.fromisoformat(start))))
