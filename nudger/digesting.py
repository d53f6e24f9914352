"""Digesting: the use cases around the weekly message: show it, send it once a moment, send it to everyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from nudger import answering, sending, show
from nudger.errors import NudgerError
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.mail.smtp import DeliveryUnknownError
from nudger.networks.base import Draft
from nudger.nudges import suggestions
from nudger.nudges.digest import Entry, Overview, Waiting, last_moment, lay
from nudger.nudges.digest_mail import Letter, letter
from nudger.nudges.drafts import draft
from nudger.nudges.homes import home
from nudger.nudges.loops import waiting
from nudger.nudges.taste import offers_training

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.config.configuration import Config, Owner
    from nudger.launch import Context
    from nudger.ledger.loop_rows import Loop
    from nudger.mail.source import Source
    from nudger.networks.base import Community
    from nudger.workplace import Workplace
    from rules.message import Message

Fate = Literal["sent", "sent-before", "empty", "quiet", "paused"]


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of one moment. ``at`` is the moment, or when it opens where it is ``quiet``; ``to`` where it went."""

    fate: Fate
    at: datetime | None = None
    to: str = ""


# --- what it tells


def overview(app: App, ledger: Ledger, sources: dict[str, Source]) -> Overview:
    """Everything there is to tell now; the mails are read again for their topics and the leader's own words."""
    place = app.place
    return Overview(
        entries=entries(place, ledger, sources),
        waiting=[_waiting(place, ledger, sources, loop) for loop in waiting(ledger.loops.all(), place.now)],
        weeks=app.weeks(ledger),
        done=ledger.digests.untold(),
        promise_days=answering.promise(place, ledger).days,
        asks_to_stop=bool(ledger.settings.get(suggestions.STOP_ASKED)),
        unlearned=offers_training(ledger),
    )


def entries(place: Workplace, ledger: Ledger, sources: dict[str, Source]) -> list[Entry]:
    """What waits; one whose mails are gone is left out."""
    offered = ledger.suggestions.in_states((State.OFFERED,))
    places = _communities(place) if offered else ()
    found = (_entry(place, ledger, sources, places, suggestion) for suggestion in offered)
    return [entry for entry in found if entry]


def _communities(place: Workplace) -> Sequence[Community]:
    """Where can be posted; none where the network is away: the digest names the network then."""
    try:
        return place.network.communities()
    except NudgerError:
        return ()


def _entry(
    place: Workplace,
    ledger: Ledger,
    sources: dict[str, Source],
    places: Sequence[Community],
    suggestion: Suggestion,
) -> Entry | None:
    thread = ledger.threads.get(suggestion.thread)
    messages = place.read_thread(suggestion.thread, ledger, sources) if thread else []
    if thread is None or not messages:
        return None
    homes = {goal.id: goal.community for goal in place.goals if goal.community}
    network = place.network
    community = home(suggestion, homes, places, network.name, any_will_do=not network.capabilities.posts)
    text, masked = _own_text(suggestion, messages, thread.language, community.id)
    return Entry(
        id=suggestion.id,
        kind=suggestion.kind,
        title=messages[0].topic or messages[0].subject,
        people=thread.people,
        messages=thread.messages,
        last=thread.last,
        own=suggestion.own,
        goal=suggestion.goal,
        draft=text,
        masked=masked,
        place=community.name,
        url=community.url,
    )


def _own_text(
    suggestion: Suggestion, messages: Sequence[Message], language: str, community: str
) -> tuple[Draft | None, int]:
    """The leader's own words, and how much was masked in them; a colleague's are never sent about (promise M5)."""
    if suggestion.body:
        return Draft(suggestion.title, suggestion.body, community, suggestion.language), 0
    drafted = draft(messages, community, show.sentence, kind=suggestion.kind)
    return (drafted.draft, drafted.masked) if drafted.own else (None, 0)


def _waiting(place: Workplace, ledger: Ledger, sources: dict[str, Source], loop: Loop) -> Waiting:
    messages = place.read_thread(loop.thread, ledger, sources) if loop.thread else []
    asked = [message for message in messages if ledger.key.of("message", message.id) == loop.message]
    return Waiting(loop.key, loop.kind, asked[0].topic or asked[0].subject if asked else "", loop.opened)


# --- on the screen


def display(app: App) -> None:
    """The weekly text, on stdout."""
    place = app.place
    with place.ledger() as ledger, place.sources() as sources:
        told = overview(app, ledger, sources)
    lines = lay(told, place.now, place.texts).lines
    app.emit(
        lambda: {"suggestions": [show.entry_json(entry) for entry in told.entries], "lines": lines},
        lambda: show.lines(app.screen, lines or [place.texts("digest-nothing")]),
    )


# --- by mail


def send(app: App) -> Sending:
    """Send the digest of the last moment, if it was not dealt with, and tell. Raises what :func:`deliver` raises."""
    done = deliver(app)
    key = "digest-nothing" if done.fate == "empty" else f"digest-{done.fate}"
    app.emit(lambda: _json(done), lambda: app.screen.say(key, **_values(app, done)))
    return done


def deliver(app: App) -> Sending:
    """Send the digest of the last configured moment; done twice it is done once.

    Raises ConfigError, Refused and the like when nothing was sent, so that it can be tried again; DeliveryUnknownError
    when that is not known: it is not sent again then.
    """
    place = app.place
    to, sender = sending.recipient(place), sending.sender(place)
    moment = last_moment(place.owner.digest.when, place.now, place.zone)
    with place.ledger() as ledger, place.sources() as sources:
        if held := _held(place, ledger, moment):
            return held
        told = overview(app, ledger, sources)
        told = replace(told, entries=[entry for entry in told.entries if _may_be_shown(place, ledger, entry)])
        if told.empty:
            with ledger.atomic():
                ledger.digests.skip(moment, place.now)
            return Sending("empty", moment)
        made = letter(told, place.now, place.texts, sender=sender, to=to)
        return _hand_over(place, ledger, moment, made, told, to)


def _held(place: Workplace, ledger: Ledger, moment: datetime) -> Sending | None:
    """Why nothing is sent now, if so."""
    if suggestions.paused_until(ledger, place.now):
        return Sending("paused")
    if ledger.digests.known(moment):
        return Sending("sent-before", moment)
    calendar, rules = answering.calendar(place, ledger), place.policy
    if calendar.quiet(place.now, rules.quiet_from, rules.quiet_until):
        return Sending("quiet", calendar.opens(place.now, rules.quiet_from, rules.quiet_until))
    return None


def _may_be_shown(place: Workplace, ledger: Ledger, entry: Entry) -> bool:
    return ledger.suggestions.find(entry.id)[0].shown < place.policy.max_shown


def _hand_over(place: Workplace, ledger: Ledger, moment: datetime, made: Letter, told: Overview, to: str) -> Sending:
    """Say first that it goes out: who dies in between sends once or not at all, never twice."""
    with ledger.atomic():
        if not ledger.digests.begin(moment, made.id, made.token, place.now):
            return Sending("sent-before", moment)
    try:
        sending.send(place, made.message)
    except DeliveryUnknownError:
        raise
    except NudgerError:
        with ledger.atomic():
            ledger.digests.drop(moment)
        raise
    with ledger.atomic():
        ledger.digests.sent(moment)
        ledger.digests.tell(told.done)
        _count_shown(ledger, told.entries)
    return Sending("sent", moment, to)


def _count_shown(ledger: Ledger, told: Iterable[Entry]) -> None:
    for entry in told:
        for suggestion in ledger.suggestions.find(entry.id):
            ledger.suggestions.change(suggestion, shown=suggestion.shown + 1)


# --- to everyone


def send_all(context: Context) -> int:
    """Send to every owner who takes part; gives the exit code. One who cannot be reached never stops the others."""
    from nudger.config.configuration import owners, state_folder
    from nudger.nightly.night import worst

    config = context.config()
    taking_part = [owner for owner in owners(config) if owner.participates]
    fates: Counter[str] = Counter()
    failed: dict[str, NudgerError] = {}
    for owner in taking_part:
        try:
            fates[_to(context, config, owner, state_folder()).fate] += 1
        except NudgerError as error:
            failed[owner.name] = error
        except Exception as error:  # noqa: BLE001 - a bug with one owner never stops the others; its values are not told
            failed[owner.name] = NudgerError("bug", kind=type(error).__name__)
    _tell_all(context, fates, failed)
    return worst(error.exit_code for error in failed.values())


def _to(context: Context, config: Config, owner: Owner, state: Path) -> Sending:
    from nudger.app import App
    from nudger.texts import Texts
    from nudger.texts.screen import Screen
    from nudger.workplace import Workplace

    texts = Texts(owner.language or context.texts.language)
    return deliver(App(Workplace(config, owner, texts, context.now, state), Screen(texts, quiet=True)))


def _tell_all(context: Context, fates: Counter[str], failed: Mapping[str, NudgerError]) -> None:
    """Counts, and who could not be served and why; never what was in a message."""
    if context.json:
        show.json_line({"statuses": dict(fates), "failed": {name: error.key for name, error in failed.items()}})
        return
    context.screen.say("digest-all", sent=fates["sent"], failed=len(failed))
    for name, error in failed.items():
        context.screen.line(f"{name}: {context.texts(f'errors-{error.key}', **error.values)}")


def _json(done: Sending) -> dict[str, Any]:
    return {"status": done.fate, "moment": done.at and done.at.isoformat(), "to": done.to}


def _values(app: App, done: Sending) -> dict[str, str]:
    texts = app.place.texts
    at = done.at and done.at.astimezone(app.place.zone)
    return {"to": done.to, **({"day": texts.date(at.date()), "clock": texts.clock(at)} if at else {})}
