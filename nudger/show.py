"""How results look: for a person in the terminal, or as JSON with stable keys that are never translated."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.errors import CannotWrite
from nudger.following import UNREADABLE
from nudger.mail.words.restoring import cut_lines
from nudger.networks import unfinished
from nudger.networks.unfinished import Unfinished
from nudger.nudges import explained
from nudger.nudges.digest import Entry
from nudger.shift import sentences, table
from nudger.shift.report import Report
from nudger.start import phases
from nudger.start.phases import Standing
from nudger.texts import Language, Texts
from nudger.texts.screen import Screen

if TYPE_CHECKING:
    from nudger.app import PollOutcome
    from nudger.doctor import Check
    from nudger.looking import Reader
    from nudger.nudges.explaining import Explanation
    from nudger.scanning import Found, Scan
    from nudger.workplace import Workplace

LEVEL_STYLES = {"ok": "green", "warn": "yellow", "fail": "red"}
OUTCOMES = ("suggest", "ask", "leave", "gated", "unreadable", "gone", "duplicate")


@dataclass(frozen=True, slots=True)
class Status:
    """Where things stand."""

    last_poll: tuple[datetime, dict[str, object]] | None
    outcomes: dict[str, int]
    waiting: int
    taken: int
    verdicts: int
    unlearned: int
    unfinished: Unfinished
    standing: Standing


def json_line(value: object) -> None:
    """One JSON value on a line of stdout; only ASCII, so that no terminal and no log is surprised."""
    sys.stdout.write(json.dumps(value, sort_keys=False) + "\n")


def sentence(language: str) -> Callable[..., str]:
    """The catalogue in the language of a draft, which may differ from the language of the screen."""
    chosen: Language = "nl" if language == "nl" else "en"
    return Texts(chosen)


def lines(screen: Screen, texts: Iterable[str]) -> None:
    """Print each line."""
    for text in texts:
        screen.line(text)


def poll(screen: Screen, outcome: PollOutcome) -> None:
    """One line a folder, then what waits."""
    if screen.quiet:
        return
    for mailbox in outcome.mailboxes:
        for folder in mailbox.folders:
            counts = [screen.texts(f"outcome-{name}", n=n) for name in OUTCOMES if (n := folder.outcomes[name])]
            key = "poll-folder" if folder.new else "poll-nothing-new"
            screen.say(key, folder=folder.folder, n=folder.new, counts=", ".join(counts))
    for heard in outcome.heard:
        if heard.trouble and heard.trouble != UNREADABLE:
            screen.say("poll-network-not-read", network=heard.network)
    screen.say("poll-offered", n=outcome.offered)
    screen.say("poll-waiting", n=outcome.waiting)


def entry_json(entry: Entry) -> dict[str, Any]:
    """A suggestion without its title and text."""
    values = asdict(entry)
    del values["title"], values["draft"]
    return {**values, "last": entry.last.isoformat()}


def report(screen: Screen, result: Report, *, brief: bool = False) -> None:
    """The parts in their order, bars a week, a table, and what the numbers mean; ``brief``: totals and bars alone."""
    screen.say("report-title", style="bold")
    if not any(week.load for week in result.weeks):
        screen.say("report-nothing")
        return
    if brief:
        lines(screen, sentences.brief(result, screen.texts))
        _bars(screen, result)
        return
    for number, section in enumerate(sentences.sections(result, screen.texts)):
        if number:
            screen.line()
        screen.say(section.key, style="bold")
        for text in section.lines:
            screen.line(text, indent=2)
    if not result.aims:
        return
    _bars(screen, result)
    _weeks(screen, result)
    for text in sentences.footer(result, screen.texts):
        screen.line(text, style="dim")


def _bars(screen: Screen, result: Report) -> None:
    # What still counts on would look like a fall.
    series = {
        "report-talk-short": [week.talk for week in result.fixed],
        "report-network-short": [week.conversations for week in result.fixed] if result.both_sides else [],
        "report-load": [week.load for week in result.fixed],
    }
    screen.line()
    # One character a week; what is older than the line is wide falls off on the left.
    room = max(8, screen.width - 16)
    for head, values in series.items():
        if values:
            screen.line(f"{table.sparkline(values)[-room:]}  {screen.texts(head)}")
    screen.line()


def _weeks(screen: Screen, result: Report) -> None:
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="dim")
    for number, head in enumerate(table.heads(result)):
        grid.add_column(screen.texts(head), justify="left" if number == 0 else "right")
    for row in table.rows(result):
        grid.add_row(*row)
    screen.console.print(grid)
    screen.line()


def report_json(result: Report) -> dict[str, Any]:
    """All numbers of the report; dates as text. Without a goal there is nothing to report on."""
    if not result.aims:
        return {"refused": "no-goal"}
    values: dict[str, Any] = json.loads(json.dumps(asdict(result), default=str))
    for week in values["weeks"]:
        week["share"] = dict(zip(("k", "n"), week["share"], strict=True))
    values["answers"]["open"] = result.answers.open
    return values


def write_csv(folder: Path, result: Report) -> None:
    """Write the data behind the report, for the owner's eyes only. Raises CannotWrite."""
    from nudger.platform import private_file, private_folder

    private_folder(folder)
    for name, text in table.files(result).items():
        try:
            # The writer of CSV ends lines itself.
            private_file(folder / name).write_text(text, encoding="utf-8", newline="")
        except OSError:
            raise CannotWrite("cannot-write", path=str(folder / name)) from None


def write_page(path: Path, result: Report, texts: Texts, entries: Sequence[Entry], now: datetime) -> None:
    """Write the page, for the owner's eyes only. Raises CannotWrite."""
    from nudger.platform import private_file
    from nudger.shift.page import page

    text = page(result, texts, [(entry.title, _facts(entry, texts, now)) for entry in entries])
    try:
        private_file(path).write_text(text, encoding="utf-8")
    except OSError:
        raise CannotWrite("cannot-write", path=str(path)) from None


def _facts(entry: Entry, texts: Texts, now: datetime) -> str:
    kind = texts(f"kind-{entry.kind or 'other'}")
    return texts(
        "digest-facts", kind=kind, people=entry.people, messages=entry.messages, ago=texts.ago(now - entry.last)
    )


def status(screen: Screen, facts: Status, place: Workplace) -> None:
    """Where things stand, in a few sentences."""
    texts = screen.texts
    if facts.last_poll is None:
        screen.say("status-never")
        return
    when, counts = facts.last_poll
    screen.say("status-last-poll", ago=texts.ago(place.now - when), n=int(str(counts.get("new", 0))))
    lines(screen, phases.sentences(facts.standing, texts))
    screen.say("status-waiting", n=facts.waiting)
    for key, values in unfinished.sentences(facts.unfinished):
        screen.say(key, **values)
    screen.say("status-taken", n=facts.taken)
    screen.say("status-seen", n=sum(facts.outcomes.values()))
    if facts.unlearned:
        screen.say("status-unlearned", n=facts.unlearned)
    goals = ", ".join(goal.title for goal in place.goals) or texts("goal-none")
    screen.say("status-goals", goals=goals)


def status_json(facts: Status) -> dict[str, Any]:
    """The same with stable keys."""
    return {
        "last_poll": facts.last_poll[0].isoformat() if facts.last_poll else None,
        "outcomes": facts.outcomes,
        "waiting": facts.waiting,
        "taken": facts.taken,
        "verdicts": facts.verdicts,
        "unlearned": facts.unlearned,
        "posts": facts.unfinished.as_json(),
        **facts.standing.as_json(),
    }


def checks(screen: Screen, found: Sequence[Check]) -> None:
    """One line a check; a failure with what happened and what to do."""
    for check in found:
        mark = screen.texts(f"doctor-level-{check.level}")
        sentence = screen.texts(check.key, **check.values) if check.error is None else ""
        if check.error:
            first, *rest = screen.texts.error(check.error)
            screen.line(f"{mark}  {first}", style=LEVEL_STYLES[check.level])
            for text in rest:
                screen.line(text, indent=6)
        else:
            screen.line(f"{mark}  {sentence}", style="" if check.level == "ok" else LEVEL_STYLES[check.level])


def explanation(screen: Screen, why: Explanation, goals: Mapping[str, str]) -> None:
    """The verdict, what stopped it, what spoke for and against, what would change it; ``goals`` are id → title."""
    texts = screen.texts
    screen.line(f"“{why.message.topic or why.message.subject}”", style="bold")
    for text in explained.verdict(why, texts):
        screen.line(text)
    for key, grounds in explained.sides(why):
        screen.say(key, style="bold")
        for ground in grounds:
            screen.line(explained.ground(ground, texts), indent=2)
    if cut := [texts(f"explain-cut-{kind}", n=n) for kind, n in cut_lines(why.message.cuts).items()]:
        screen.say("explain-cut", what=", ".join(cut))
    if why.goal in goals:
        screen.say("explain-goal", goal=goals[why.goal])
    screen.line(explained.change(why, texts))
    screen.say("explain-model", style="dim", model=why.model)


def scan(screen: Screen, result: Scan, reader: Reader, most: int) -> None:
    """Counts, then the candidates with the reasons of each."""
    from nudger.nudges.explaining import explanation as explain

    outcomes = sum((folder.outcomes for folder in result.folders), Counter[str]())
    counts = [screen.texts(f"outcome-{name}", n=n) for name in OUTCOMES if (n := outcomes[name])]
    screen.say("scan-counts", n=outcomes.total(), threads=result.threads, counts=", ".join(counts))
    screen.say("scan-nothing-stored", style="dim")
    for found in result.found[:most]:
        why = explain(found.message, reader, thread=found.thread)
        _candidate(screen, found, why)
    screen.line()
    screen.say("scan-found", n=len(result.found), shown=min(most, len(result.found)))


def _candidate(screen: Screen, found: Found, why: Explanation) -> None:
    texts, thread = screen.texts, found.thread
    screen.line()
    screen.line(f"“{found.title}”", style="bold")
    percent = texts.percent(round(100 * thread.worth), 100)
    kind = texts(f"kind-{thread.kind or 'other'}")
    date = texts.short_date(thread.last)
    screen.say("scan-facts", worth=percent, kind=kind, people=thread.people, messages=thread.messages, date=date)
    for ground in why.supporting[:3]:
        screen.line(explained.ground(ground, texts), indent=2, style="dim")


def scan_json(result: Scan, reader: Reader) -> dict[str, Any]:
    """Counts and candidates with stable keys."""
    from nudger.nudges.explaining import explanation as explain

    outcomes = sum((folder.outcomes for folder in result.folders), Counter[str]())
    candidates = [
        {
            **explain(found.message, reader, thread=found.thread).as_json(),
            "people": found.thread.people,
            "id": found.id,
        }
        for found in result.found
    ]
    return {"outcomes": dict(outcomes), "threads": result.threads, "candidates": candidates}
