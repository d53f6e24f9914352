"""App: one method a use case of the command line; it puts the parts together and shows what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from nudger import answering, auditing, digesting, following, learning, mail_answers, show
from nudger.answering import offers
from nudger.clock import believe
from nudger.errors import ConfigError, NudgerError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.retention import purge
from nudger.ledger.states import State
from nudger.networks.unfinished import unfinished
from nudger.nudges import leave, suggestions
from nudger.nudges.taste import offers_training
from nudger.poll import FolderOutcome, poll_steadily
from nudger.runlog import RunLog
from nudger.shift.facts import Aim, figures, gather
from nudger.shift.report import Report, Week, report
from nudger.shift.settling import settle
from nudger.start.phases import standing
from nudger.texts.screen import Screen
from nudger.workplace import Workplace

if TYPE_CHECKING:
    from nudger.mail.source import Source

PAUSE = timedelta(weeks=4)


@dataclass(slots=True)
class MailboxOutcome:
    """What a poll did with one mailbox. ``error`` is set when it stopped early; what was committed stays."""

    name: str
    folders: list[FolderOutcome] = field(default_factory=list)
    error: NudgerError | None = None


@dataclass(slots=True)
class PollOutcome:
    """What a poll did for one owner. ``offered`` counts the new suggestions, ``waiting`` all that wait."""

    mailboxes: list[MailboxOutcome]
    heard: list[following.Heard] = field(default_factory=list)
    offered: int = 0
    waiting: int = 0


class Meter:
    """What a source has cost since the last reading; sign-in counts for the first folder."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._bytes = self._commands = 0
        self._clock = monotonic()

    def read(self, outcome: FolderOutcome) -> FolderOutcome:
        """Write the cost into the outcome of the folder that was just read."""
        traffic, clock = self._source.traffic, monotonic()
        outcome.bytes_in = traffic.bytes_in - self._bytes
        outcome.commands = traffic.commands - self._commands
        outcome.seconds = round(clock - self._clock, 2)
        self._bytes, self._commands, self._clock = traffic.bytes_in, traffic.commands, clock
        return outcome


class App:
    """The commands of one owner. Results go to ``screen``, or as JSON to stdout when ``as_json``."""

    def __init__(self, place: Workplace, screen: Screen, *, as_json: bool = False, log: RunLog | None = None) -> None:
        self.place = place
        self.screen = screen
        self.as_json = as_json
        self.log = log or RunLog(None)

    # --- poll

    def poll(self) -> PollOutcome:
        """Read as :meth:`read` and show it. Raises the first error of a mailbox after all others were read."""
        outcome = self.read()
        self.emit(lambda: _poll_json(outcome), lambda: show.poll(self.screen, outcome))
        for mailbox in outcome.mailboxes:
            if mailbox.error:
                raise mailbox.error
        return outcome

    def read(self, *, unattended: bool = False) -> PollOutcome:
        """Read what is new in every mailbox of the owner and on the networks, judge, remember, and offer a few.

        ``unattended`` reads the networks with the account for reading alone; what fails there stands in the outcome.
        Raises LedgerLocked when another poll runs, Temporary when the clock jumped; what is wrong with a mailbox stands
        in its outcome.
        """
        started = datetime.now(UTC)
        with self.place.ledger(alone=True) as ledger, self.place.sources(patient=True) as sources:
            believe(_last_poll(ledger), started, self.place.now)
            mailboxes = [self._poll_mailbox(name, source, ledger) for name, source in sources.items()]
            if not any(mailbox.error for mailbox in mailboxes):
                learning.remember(self.place, ledger, sources)
            outcome = PollOutcome(mailboxes, following.listen(self.place, ledger, unattended=unattended))
            with ledger.atomic():
                following.remember(self.place, ledger, outcome.heard)
                settle(ledger, self.place.now, self.place.zone)
                answering.refresh(self.place, ledger, outcome)
                outcome.offered = offers(self.place, ledger)["offered"]
                purge(ledger, self.place.now, self.place.config.settings.ledger.keep_days)
                ledger.mail.log_run(self.log.run, "poll", started, datetime.now(UTC), _poll_counts(outcome))
            ledger.wipe_traces()
            outcome.waiting = len(ledger.suggestions.in_states((State.OFFERED,)))
        return outcome

    def _poll_mailbox(self, name: str, source: Source, ledger: Ledger) -> MailboxOutcome:
        outcome = MailboxOutcome(name)
        look_back = self.place.owner.mailboxes[name].look_back_days
        meter = Meter(source)
        try:
            for folder in self.place.folders(name, source, ledger):
                with self.screen.progress("poll-reading", folder=folder) as progress:
                    done = poll_steadily(
                        source, folder, ledger, self.place.reader, look_back_days=look_back, progress=progress
                    )
                outcome.folders.append(meter.read(done))
                self._log(name, done)
            mail_answers.take(self.place, ledger, name, source)
        except NudgerError as error:
            outcome.error = error
            self.log.event("mailbox", mailbox=name, status=error.key)
        return outcome

    def _log(self, mailbox: str, folder: FolderOutcome) -> None:
        self.log.event(
            "folder",
            mailbox=mailbox,
            folder=folder.folder,
            status="ok",
            seen=folder.seen,
            new=folder.new,
            outcomes=dict(folder.outcomes),
            seconds=folder.seconds,
        )

    # --- what waits

    def review(self) -> None:
        """Talk through what waits. Raises UsageError when nobody can answer."""
        from nudger import reviewing

        if not self.screen.interactive:
            raise UsageError("review-needs-terminal", hint="review-needs-terminal-hint")
        with self._mail() as (ledger, sources):
            reviewing.run(self, ledger, sources)
            learning.remember(self.place, ledger, sources)

    def digest(self) -> None:
        """The weekly text, on stdout."""
        digesting.display(self)

    # --- the shift

    def report(
        self, html: Path | None = None, weeks: int = 26, csv: Path | None = None, *, brief: bool = False
    ) -> None:
        """The report in the terminal, and as a page or as files when asked for. Raises CannotWrite."""
        with self._mail() as (ledger, sources):
            result = self._report(ledger, weeks=weeks)
            entries = digesting.entries(self.place, ledger, sources) if html else []
        if html:
            show.write_page(html, result, self.place.texts, entries, self.place.now)
        if csv and result.aims:
            show.write_csv(csv, result)
        self.emit(
            lambda: show.report_json(result),
            lambda: show.report(self.screen, result, brief=brief),
        )
        for path in filter(None, (html, result.aims and csv)):
            self.screen.note("report-written", path=str(path))

    def weeks(self, ledger: Ledger) -> Sequence[Week]:
        """The last week and this one."""
        return self._report(ledger, weeks=2).weeks

    def _report(self, ledger: Ledger, *, weeks: int) -> Report:
        aims = [Aim(goal.title, goal.promise_days, figures(ledger, goal.id)) for goal in self.place.goals]
        facts = gather(ledger, self.place.now, weeks=weeks, aims=aims, calendar=answering.calendar(self.place, ledger))
        return report(facts, self.place.now, self.place.zone, weeks=weeks)

    # --- where things stand

    def status(self) -> int:
        """Where things stand; gives how many suggestions wait."""
        with self.place.ledger() as ledger:
            facts = show.Status(
                last_poll=ledger.mail.last_run("poll"),
                outcomes=ledger.mail.outcomes(),
                waiting=len(ledger.suggestions.in_states((State.OFFERED,))),
                taken=len(ledger.suggestions.in_states((State.HANDED_OFF, State.SENT))),
                verdicts=ledger.verdicts.count(),
                unlearned=offers_training(ledger),
                unfinished=unfinished(ledger, self.place.now),
                standing=standing(ledger, self.place.policy, self.place.now, answering.calendar(self.place, ledger)),
            )
        self.emit(lambda: show.status_json(facts), lambda: show.status(self.screen, facts, self.place))
        return facts.waiting

    def doctor(self) -> bool:
        """Look at configuration, sign-in, folders, model and ledger; gives whether all is well."""
        from nudger.doctor import examine

        checks = list(examine(self.place))
        self.emit(lambda: {"checks": [check.as_json() for check in checks]}, lambda: show.checks(self.screen, checks))
        return all(check.ok for check in checks)

    def pause(self, until: datetime | None) -> None:
        """Offer nothing until then, or for four weeks."""
        until = until or self.place.now + PAUSE
        with self.place.ledger() as ledger, ledger.atomic():
            leave.go_away(ledger, self.place.now, until, self.place.zone)
        self._tell("status-paused", until)

    def stop(self) -> None:
        """Offer nothing until ``resume``."""
        with self.place.ledger() as ledger, ledger.atomic():
            suggestions.pause(ledger, None)
        self._tell("status-stopped", None)

    def resume(self) -> None:
        """Offer again."""
        with self.place.ledger() as ledger, ledger.atomic():
            leave.come_back(ledger, self.place.now, self.place.zone)
            auditing.resume(ledger)
        self._tell("status-resumed", None)

    def _tell(self, key: str, until: datetime | None) -> None:
        day = self.place.texts.date(until.date()) if until else ""
        self.emit(lambda: {"paused_until": until and until.isoformat()}, lambda: self.screen.say(key, day=day))

    # --- why

    def explain(self, prefix: str) -> None:
        """Why a thread is suggested or not. Raises UsageError when the id is unknown or not unique."""
        from nudger.nudges.explaining import explanation

        with self._mail() as (ledger, sources):
            suggestion = find(ledger, prefix)
            messages = self.place.read_thread(suggestion.thread, ledger, sources)
            thread = ledger.threads.get(suggestion.thread)
        if not messages or thread is None:
            raise UsageError("mail-gone", hint="mail-gone-hint")
        best = next((m for m in messages if ledger.key.of("message", m.id) == thread.best), messages[0])
        result = explanation(best, self.place.reader, thread=thread)
        goals = {goal.id: goal.title for goal in self.place.goals}
        self.emit(result.as_json, lambda: show.explanation(self.screen, result, goals))

    # --- helpers

    @contextmanager
    def _mail(self) -> Iterator[tuple[Ledger, dict[str, Source]]]:
        with self.place.ledger() as ledger, self.place.sources() as sources:
            yield ledger, sources

    def emit(self, data: Any, human: Any) -> None:
        """Show a result: ``data()`` as JSON when asked for, else ``human()``."""
        if self.as_json:
            show.json_line(data())
        else:
            human()


def _last_poll(ledger: Ledger) -> datetime | None:
    """When the last poll ended, by the clock of then."""
    run = ledger.mail.last_run("poll")
    return run[0] if run else None


def find(ledger: Ledger, prefix: str) -> Suggestion:
    """The one suggestion whose id begins with ``prefix``. Raises UsageError."""
    if len(prefix.lstrip("s")) < 3:
        raise UsageError("id-too-short", id=prefix)
    found = ledger.suggestions.find(prefix)
    if not found:
        raise UsageError("id-unknown", hint="id-unknown-hint", id=prefix)
    if len(found) > 1:
        raise UsageError("id-not-unique", id=prefix, n=len(found))
    return found[0]


def only_owner(owners: Sequence[Any], name: str | None) -> Any:
    """The owner asked for, or the only one there is. Raises ConfigError or UsageError."""
    chosen = [owner for owner in owners if name in (None, owner.name) or name in owner.mailboxes]
    if not owners:
        raise ConfigError("no-mailbox", hint="no-mailbox-hint")
    if not chosen:
        raise UsageError("mailbox-unknown", name=name or "", known=", ".join(owner.name for owner in owners))
    return chosen[0]


def _poll_counts(outcome: PollOutcome) -> dict[str, object]:
    folders = [folder for mailbox in outcome.mailboxes for folder in mailbox.folders]
    return {
        "new": sum(folder.new for folder in folders),
        "offered": outcome.offered,
        "failed": sum(mailbox.error is not None for mailbox in outcome.mailboxes),
    }


def _poll_json(outcome: PollOutcome) -> dict[str, Any]:
    """The form of design §6: one entry a folder."""
    failed = sum(mailbox.error is not None for mailbox in outcome.mailboxes)
    return {
        "mailboxes": mailboxes_json(outcome),
        "ok": len(outcome.mailboxes) - failed,
        "failed": failed,
        "queued": outcome.waiting,
    }


def mailboxes_json(outcome: PollOutcome) -> list[dict[str, Any]]:
    """One entry a folder, for ``poll --json``."""
    return [entry for mailbox in outcome.mailboxes for entry in _mailbox_json(mailbox, outcome)]


def _mailbox_json(mailbox: MailboxOutcome, outcome: PollOutcome) -> Iterator[dict[str, Any]]:
    folders = mailbox.folders or [FolderOutcome("")]
    for folder in folders:
        failed = mailbox.error if folder is folders[-1] else None
        yield {
            "name": mailbox.name,
            "folder": folder.folder,
            "seen": folder.seen,
            "new": folder.new,
            "outcomes": dict(sorted(folder.outcomes.items())),
            "offered": outcome.offered,
            "status": failed.key if failed else "ok",
            "bytes_in": folder.bytes_in,
            "commands": folder.commands,
            "seconds": folder.seconds,
        }
