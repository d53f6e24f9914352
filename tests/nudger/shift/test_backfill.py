"""Ten years of public lists, half taken as mail and half as network: every number of the report, computed twice."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
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
from nudger.privacy.archive import unseal
from nudger.shift.definition import DEFINITION
from nudger.shift.settling import settle
from tests.factories import message_row

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKS = 104
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


CONFIG = """version = 1
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
[mailboxes.fatima]
host = "127.0.0.1"
username = "fatima"
addresses = ["fatima@voorbeeld.example"]
password = { env = "NOWHERE" }
[ledger]
directory = "ledgers"
"""
ANNOUNCED = f"{YEAR}-06-01"


@pytest.mark.shared
def test_every_number_can_be_computed_again_from_the_export(shared: Path, tmp_path: Path) -> None:
    """By the commands that a user types: ``report --json`` here, ``export`` and a script of its own there."""
    every, now = threads(shared / "data/public/threads.jsonl.gz"), datetime(YEAR + 1, 7, 1, 12, tzinfo=UTC)
    with Ledger.open(tmp_path / "ledgers" / "fatima.db") as ledger, ledger.atomic():
        network_lists = on_network(every, YEAR)
        for thread in every:
            fill(ledger, thread, network_lists)
        settle(ledger, now, ZONE)
        ledger.settings.put("announced", ANNOUNCED)
    told = reported(tmp_path, now)
    again = json.loads(run(ROOT / RECOMPUTE, exported(tmp_path), now.isoformat(), WEEKS, ANNOUNCED))
    assert told["weeks"] == again["weeks"]
    for name in ("on_mail", "load", "asked", "in_time", "ages", "sides"):
        assert told[name] == again[name], name
    assert told["steps"] == pytest.approx(list(again["steps"].values()))
    assert told["intervals"] == [
        pytest.approx(wilson(*share)) for share in (again["on_mail"], again["in_time"], *again["sides"])
    ]
    assert min(again["on_mail"][0], again["on_mail"][1] - again["on_mail"][0], again["asked"]) > 30


RECOMPUTE = Path("tests/nudger/shift/recompute.py")
ROOT = Path(__file__).resolve().parents[3]
COUNTS = ("load", "talk", "own_talk", "left_on_mail", "ideas", "questions", "conversations", "own_conversations")


def run(*words: object) -> str:
    command = [sys.executable, *map(str, words)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environ)
    assert done.returncode == 0, done.stderr
    return done.stdout


def nudger(folder: Path, *words: object) -> str:
    config = folder / "nudger.toml"
    if not config.exists():
        config.write_text(CONFIG, encoding="utf-8")
        config.chmod(0o600)
    return run(ROOT / "cli.py", *words, "--config", config)


def reported(folder: Path, now: datetime) -> dict[str, Any]:
    """What ``report --json`` says, in the form of the script."""
    found = json.loads(nudger(folder, "report", "--json", "--weeks", WEEKS, "--as-of", _here(now)))
    weeks = {week["week"]: {name: week[name] for name in COUNTS if week[name]} for week in found["weeks"]}
    answers, test = found["answers"], found["verdict"]["test"]
    shares = [found["on_mail"], answers["in_time"], test["before"], test["after"]]
    pairs = [[share["k"], share["n"]] for share in shares]
    return {
        "weeks": {week: counts for week, counts in weeks.items() if counts},
        **dict(zip(("on_mail", "in_time"), pairs, strict=False)),
        "sides": pairs[2:],
        "load": found["load"],
        "asked": answers["asked"],
        "ages": answers["ages"],
        "steps": answers["by_mail"]["waiting"],
        "intervals": [(share["low"], share["high"]) for share in shares],
    }


def _here(now: datetime) -> str:
    """A moment as ``--as-of`` takes it: local time."""
    return now.astimezone().strftime("%Y-%m-%dT%H:%M:%S")


def exported(folder: Path) -> Path:
    """The ledger inside the file that ``export`` wrote."""
    phrase = folder / "phrase"
    phrase.write_text("een lange zin om mee te sluiten", encoding="utf-8")
    phrase.chmod(0o600)
    nudger(folder, "export", folder / "all.nudger", "--passphrase-file", phrase)
    parts = unseal((folder / "all.nudger").read_bytes(), phrase.read_text(encoding="utf-8"), folder)
    copy = folder / "copy.db"
    copy.write_bytes(parts["ledger.db"])
    return copy


def wilson(k: int, n: int) -> tuple[float, float]:
    from statsmodels.stats.proportion import proportion_confint

    return tuple(map(float, proportion_confint(k, n, method="wilson")))  # type: ignore[return-value]
