"""Ten years of public lists, half taken as mail and half as network: every number of the report, computed twice."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ledger import Ledger
from nudger.ledger.times import iso_week
from nudger.ledger.week_rows import WeekRow
from nudger.shift.definition import DEFINITION
from nudger.shift.facts import Aim, gather
from nudger.shift.report import report
from nudger.shift.settling import settle
from tests.factories import message_row

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKS = 156
YEAR = 2010
"""Most lists were alive then."""
KINDS = ("idea", "question", "discussion", "task", "other")


def digest(text: str) -> int:
    return int(sha256(text.encode()).hexdigest()[:8], 16)


def threads(path: Path) -> list[list[dict[str, Any]]]:
    """The messages of each thread, oldest first, with their time as a datetime."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines if line.strip()]
    for one in found:
        one["sent"] = datetime.fromisoformat(one["date"]).astimezone(UTC)
    found.sort(key=lambda one: (one["thread"], one["sent"], one["message_id"]))
    return [list(group) for _, group in groupby(found, key=lambda one: one["thread"])]


def on_network(every: list[list[dict[str, Any]]], year: int) -> set[str]:
    """Every second list, by how much it held in that year."""
    sizes = Counter(str(thread[0]["to"]) for thread in every if thread[0]["sent"].year == year)
    return {name for name, _ in sizes.most_common()[1::2]}


def fill(ledger: Ledger, thread: list[dict[str, Any]], network: set[str]) -> None:
    """One thread as mail of an owner who is the second person of every third thread; kinds are drawn from the id."""
    first, authors = thread[0], [one["from"] for one in thread]
    if str(first["to"]) in network:
        replies = [one["sent"] for one in thread if one["from"] != first["from"]]
        ledger.activity.put(
            ActivityRow(
                network="lists",
                community="list",
                conversation=first["thread"],
                week=iso_week(first["sent"], ZONE),
                started=first["sent"],
                people=len(set(authors)),
                replies=len(thread) - 1,
                own=digest(first["from"]) % 9 == 0,
                first_answer=min(replies, default=None),
            )
        )
        return
    owner = (
        next((author for author in authors if author != first["from"]), "") if digest(first["thread"]) % 3 == 0 else ""
    )
    for number, one in enumerate(thread):
        row = message_row(
            number,
            key=one["message_id"],
            thread=first["thread"],
            sent=one["sent"].replace(microsecond=0),
            role="from" if one["from"] == owner else "to",
            new_author=one["from"] not in authors[:number],
            kind=KINDS[digest(one["message_id"]) % len(KINDS)],
        )
        ledger.mail.add(row)
        ledger.weeks.add(WeekRow(week=iso_week(one["sent"], ZONE), definition=DEFINITION, model="m1", load=1))
    ledger.threads.refresh(first["thread"], ledger.mail.of_thread(first["thread"]))


@pytest.mark.shared
def test_every_number_can_be_computed_again_from_the_export(shared: Path, tmp_path: Path) -> None:
    every = threads(shared / "data/public/threads.jsonl.gz")
    now = datetime(YEAR + 1, 7, 1, 12, tzinfo=UTC)
    with Ledger.open(tmp_path / "a.db") as ledger:
        network_lists = on_network(every, YEAR)
        with ledger.atomic():
            for thread in every:
                fill(ledger, thread, network_lists)
            settle(ledger, now, ZONE)
            ledger.settings.put("announced", f"{YEAR}-06-01")
        facts = gather(ledger, now, weeks=WEEKS, aims=[Aim("x")])
        export = {name: _named(ledger, name) for name in ("messages", "threads", "activity")}
    result = report(facts, now, ZONE, weeks=WEEKS)
    again = recompute(export, now)
    assert {name: value for name, value in again.items() if value} == {
        week.week: {"load": week.load, "talk": week.talk, "own_talk": week.own_talk, "n": week.conversations}
        for week in result.weeks
        if week.load or week.conversations
    }
    talk, network = (sum(week[name] for week in again.values()) for name in ("talk", "n"))
    assert (result.on_mail.k, result.on_mail.n) == (talk, talk + network)
    assert talk > 50
    assert network > 50
    assert (result.answers.asked, result.answers.open, result.answers.in_time.k) == asked(export, now)
    test = result.verdict.test
    sides = [week.share for week in result.weeks]
    start = next(
        place
        for place, week in enumerate(result.weeks)
        if week.week == iso_week(datetime(YEAR, 6, 1, 12, tzinfo=UTC), ZONE)
    )
    assert result.verdict.weeks == 52
    if test:
        before, after = sides[start - 52 : start], sides[start + 1 : start + 53]
        assert (test.before.k, test.before.n) == tuple(map(sum, zip(*before, strict=True)))
        assert (test.after.k, test.after.n) == tuple(map(sum, zip(*after, strict=True)))


def _named(ledger: Ledger, table: str) -> list[dict[str, Any]]:
    names = [row[1] for row in ledger._db.conn.execute(f"PRAGMA table_info({table})")]
    return [dict(zip(names, row, strict=True)) for row in ledger.canonical()[table]]


# What follows knows nothing of nudger but the definition under the report: some thirty lines.


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ZoneInfo("Europe/Amsterdam"))


def week_of(moment: datetime) -> str:
    return moment.strftime("%G-W%V")


def mail_threads(export: dict[str, Any]) -> list[list[dict[str, Any]]]:
    found = defaultdict(list)
    for row in sorted(export["messages"], key=lambda row: (row["sent"], row["key"])):
        found[row["thread"]].append(row)
    return list(found.values())


def recompute(export: dict[str, Any], now: datetime) -> dict[str, dict[str, int]]:
    names = [week_of(now.astimezone(ZONE) - timedelta(weeks=back)) for back in range(WEEKS)]
    weeks: dict[str, dict[str, int]] = {name: {"load": 0, "talk": 0, "own_talk": 0, "n": 0} for name in names}
    elsewhere: dict[str, int] = defaultdict(int)
    for row in export["messages"]:
        weeks.get(week_of(local(row["sent"])), elsewhere)["load"] += 1
    for rows in mail_threads(export):
        begun = local(rows[0]["sent"])
        early = [row for row in rows if local(row["sent"]) <= begun + timedelta(days=7)]
        talk = len(early) > 1 and sum(row["new_author"] for row in early) > 1
        if (
            talk
            and {"idea", "question", "discussion"} & {row["kind"] for row in early}
            and now - begun > timedelta(days=7)
        ):
            weeks.get(week_of(begun), elsewhere)["talk"] += 1
            weeks.get(week_of(begun), elsewhere)["own_talk"] += rows[0]["role"] == "from"
    for row in export["activity"]:
        weeks.get(row["week"], elsewhere)["n"] += row["people"] >= 2 and row["replies"] >= 1
    return {name: week for name, week in weeks.items() if any(week.values())}


def asked(export: dict[str, Any], now: datetime) -> tuple[int, int, int]:
    mine = still = kept = 0
    for every in mail_threads(export):
        rows = [row for row in every if local(row["sent"]) <= now]
        asks = [
            row
            for row in rows
            if row["kind"] in ("idea", "question") and local(row["sent"]) >= now - timedelta(weeks=WEEKS)
        ]
        if asks and asks[0]["role"] == "to":
            done = [
                local(row["sent"]).date() for row in rows if row["role"] == "from" and row["sent"] > asks[0]["sent"]
            ]
            opened = local(asks[0]["sent"]).date()
            mine, still = mine + 1, still + (not done)
            days = [opened + timedelta(days=step) for step in range(1, (done[0] - opened).days + 1)] if done else []
            kept += bool(done) and sum(day.weekday() < 5 for day in days) <= 2
    return mine, still, kept
