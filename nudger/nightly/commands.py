"""``nudger poll --all``: puts one night together from the configuration, and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from nudger import show
from nudger.contact.night import Heard, hear
from nudger.errors import ConfigError, LedgerLocked, NudgerError
from nudger.nightly import metrics, store
from nudger.nightly.engine import fetching, threads
from nudger.nightly.handing import hand_over
from nudger.nightly.health import Health, Said
from nudger.nightly.night import Budget, Night, Result, night, worst
from nudger.nightly.telling import tell_owners
from nudger.platform import private_folder
from nudger.texts.screen import Screen

if TYPE_CHECKING:
    from nudger.app import PollOutcome
    from nudger.config.configuration import Config, Owner
    from nudger.launch import Context
    from nudger.nightly.away import Fetch
    from nudger.runlog import RunLog
    from nudger.workplace import Workplace

LOCK = "nightly.lock"


def poll_all(context: Context) -> int:
    """Read everyone who participates; gives the exit code. Raises ConfigError, LedgerLocked when a night runs already.

    One bad mailbox never stops the others.
    """
    from nudger.config.configuration import owners, state_folder

    config = context.config()
    if not owners(config):
        raise ConfigError("no-mailbox", hint="no-mailbox-hint")
    state = private_folder(config.settings.ledger.directory or state_folder())
    with _alone(state):
        heard = hear(config, state, context.now)
        # What was said by mail a moment ago counts tonight.
        config = context.config()
        done = _night(context, config, owners(config), state)
        today, place_of = _today(context, config), partial(_place, context, config, state)
        tell_owners(owners(config), state, today, place_of)
        _show(context, done, heard)
        hand_over(owners(config), state, today, place_of)
    return worst([done.code, heard.code if heard else 0])


def _night(context: Context, config: Config, everyone: Sequence[Owner], state: Path) -> Night:
    from nudger.runlog import RunLog

    settings, began = config.settings.nightly, monotonic()
    today = _today(context, config)
    log = RunLog(context.log)
    with (
        fetching(settings) as fetch,
        threads(settings.workers) as pool,
        context.screen.progress("nightly-reading") as progress,
    ):
        done = night(
            everyone,
            store.load(state / store.FILE),
            partial(_poll, context, config, state, log, fetch),
            pool,
            today,
            Budget(settings.per_host, 60 * settings.minutes),
            progress,
        )
    store.save(state / store.FILE, _still_known(done.health, everyone))
    for owner in everyone:
        if owner.name in done.skipped:
            _grow_old(context, config, state, owner)
    for result in done.results:
        log.event("owner", mailbox=result.owner, status=result.failure or "ok", code=result.code)
    if settings.metrics_file:
        # Whoever collects the figures runs as another user.
        text = metrics.exposition(done, datetime.now(UTC), monotonic() - began)
        store.replace_file(settings.metrics_file, text, mode=0o644)
    return done


def _poll(context: Context, config: Config, state: Path, log: RunLog, fetch: Fetch | None, owner: Owner) -> PollOutcome:
    """One owner, in a thread of the pool, whose mailbox is looked at by ``fetch``, or here; says nothing."""
    from nudger.app import App
    from nudger.nightly.away import AwayPlace

    place = _place(context, config, state, owner)
    if fetch:
        place = AwayPlace(config, owner, place.texts, place.now, state, fetch=fetch)
    return App(place, Screen(place.texts, quiet=True), log=log).read(unattended=True)


def _place(context: Context, config: Config, state: Path, owner: Owner) -> Workplace:
    """The owner at work, in her own language."""
    from nudger.texts import Texts
    from nudger.workplace import Workplace

    return Workplace(config, owner, Texts(owner.language or context.texts.language), context.now, state)


def _today(context: Context, config: Config) -> date:
    return context.now.astimezone(ZoneInfo(config.settings.organisation.time_zone)).date()


def _grow_old(context: Context, config: Config, state: Path, owner: Owner) -> None:
    """Who stopped is not read, and what is kept of her still goes when its time is over."""
    from nudger.ledger.retention import purge

    place = _place(context, config, state, owner)
    if not place.ledger_path.exists():
        return
    with suppress(NudgerError), place.ledger(alone=True) as ledger:
        with ledger.atomic():
            purge(ledger, context.now, config.settings.ledger.keep_days)
        ledger.wipe_traces()


@contextmanager
def _alone(state: Path) -> Iterator[None]:
    """The lock of the whole night; it dies with the process."""
    lock = FileLock(state / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise LedgerLocked("night-already-running", hint="night-already-running-hint") from None
    try:
        yield
    finally:
        lock.release()


def _still_known(health: dict[str, Health], everyone: Sequence[Owner]) -> dict[str, Health]:
    names = {owner.name for owner in everyone}
    return {name: value for name, value in health.items() if name in names}


def _show(context: Context, done: Night, heard: Heard | None) -> None:
    if context.json:
        show.json_line({**as_json(done), **({"contact": heard.as_json()} if heard else {})})
        return
    for line in (*(heard.lines(context.texts) if heard else ()), *lines(done, context.texts)):
        context.screen.plain(line)


def lines(done: Night, texts: Callable[..., str]) -> list[str]:
    """What a person reads: one line about all, then one for each owner of whom something is to be said today."""
    ok = sum(not result.failure for result in done.results)
    found = [texts("nightly-done", ok=ok, failed=len(done.results) - ok)]
    for key, names in (("skipped", done.skipped), ("asleep", done.asleep), ("postponed", done.postponed)):
        if names:
            found.append(texts(f"nightly-{key}", n=len(names), names=", ".join(sorted(names))))
    for result in done.results:
        said = done.said[result.owner]
        if said is not Said.NOTHING:
            found.append(texts(f"nightly-owner-{said}", owner=result.owner, reason=_reason(result, texts)))
    return found


def _reason(result: Result, texts: Callable[..., str]) -> str:
    if result.error is None:
        return texts("nightly-bug", kind=result.failure) if result.failure else ""
    return texts(f"errors-{result.error.key}", **result.error.values)


def as_json(done: Night) -> dict[str, Any]:
    """The form of ``poll --json``, for all owners together; those without a result have no entry."""
    from nudger.app import mailboxes_json

    failed = sum(bool(result.failure) for result in done.results)
    return {
        "mailboxes": [entry for result in done.results for entry in _entries(result, mailboxes_json)],
        "ok": len(done.results) - failed,
        "failed": failed,
        "queued": sum(result.outcome.waiting for result in done.results if result.outcome),
        "skipped": len(done.skipped),
        "asleep": len(done.asleep),
        "postponed": len(done.postponed),
    }


def _entries(result: Result, of_outcome: Callable[[Any], list[dict[str, Any]]]) -> list[dict[str, Any]]:
    if result.outcome is None:
        return [{"name": result.owner, "folder": "", "status": result.failure}]
    return of_outcome(result.outcome)
