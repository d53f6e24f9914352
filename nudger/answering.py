"""Answering: the use cases around open loops: ``answers``, ``ideas``, and the walk past unanswered conversations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from nudger import show
from nudger.errors import UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import HOWS, Idea, Loop, LoopState
from nudger.networks.base import Activity, Network
from nudger.nudges import answers, suggestions
from nudger.nudges.leave import leave
from nudger.nudges.loops import Promise, waiting
from nudger.nudges.workdays import Calendar

if TYPE_CHECKING:
    from nudger.app import App, PollOutcome
    from nudger.launch import Context
    from nudger.mail.source import Source
    from nudger.nudges.answer_talk import AnswerTalk, Poster
    from nudger.workplace import Workplace
    from rules.message import Message

IDS = 4
MARGIN = timedelta(hours=1)
WALK_BACK = timedelta(days=60)
"""How far back a community manager looks for conversations without a reply."""

WORDS: Mapping[str, str] = {**{how: how for how in HOWS}, "hand-over": "handed-over"}
"""What may follow an id on the command line, and how it closes a loop; beside ``later`` and ``undo``."""


def calendar(place: Workplace, ledger: Ledger) -> Calendar:
    """The working days of this owner: time zone and holidays of the organisation, leave of the ledger."""
    organisation = place.config.settings.organisation
    return Calendar(place.zone, organisation.country, leave(ledger))


def promise(place: Workplace, ledger: Ledger) -> Promise:
    """The strictest promise of the owner's goals; two working days where there is none."""
    days = min((goal.promise_days for goal in place.goals), default=2)
    return Promise(days, calendar(place, ledger))


def refresh(place: Workplace, ledger: Ledger, outcome: PollOutcome) -> None:
    """Bring the loops up to date where every mailbox, with its sent mail, was read in this run; in a transaction."""
    if outcome.mailboxes and all(
        mailbox.error is None and place.sent(mailbox.name, ledger) in {folder.folder for folder in mailbox.folders}
        for mailbox in outcome.mailboxes
    ):
        answers.update(ledger, promise(place, ledger), place.now)


def offers(place: Workplace, ledger: Ledger) -> Counter[str]:
    """Let the policy offer, wake and end suggestions now; in a transaction. Gives how many of each."""
    suggest_from = place.model.bands.suggest_from
    return suggestions.update(ledger, place.policy, place.now, calendar(place, ledger), suggest_from=suggest_from)


# --- answers


def run(app: App, prefix: str | None, word: str | None) -> int:
    """List what waits, talk it through on a terminal, or settle one; gives how many wait. Raises UsageError."""
    with app.place.ledger() as ledger:
        if prefix:
            loop = _settle(ledger, find(ledger, prefix), word, app.place.now) if word else find(ledger, prefix)
            app.emit(lambda: _loop_json(loop), lambda: _line(app, ledger, loop))
        elif app.screen.interactive and not app.as_json:
            talk(app, ledger)
        else:
            found = waiting(ledger.loops.all(), app.place.now)
            app.emit(lambda: {"loops": [_loop_json(loop) for loop in found]}, lambda: _list(app, ledger, found))
        return len(waiting(ledger.loops.all(), app.place.now))


def talk(app: App, ledger: Ledger) -> bool:
    """The open loops one after the other; False when the person stopped."""
    with app.place.sources() as sources:
        conversation = conversation_of(app, ledger, sources)
        if conversation is None:
            app.screen.say("answers-none")
        return conversation is None or conversation.run()


def conversation_of(
    app: App, ledger: Ledger, sources: dict[str, Source], poster: Poster | None = None
) -> AnswerTalk | None:
    """The conversation over what waits, None where nothing does; ``poster`` replies on the network."""
    from nudger.nudges.answer_talk import AnswerTalk
    from nudger.platform import private_folder

    place = app.place
    sitting = answers.Answers(ledger, place.now, place.zone)
    if not sitting.waiting():
        return None
    folder = private_folder(place.state / "drafts")
    asked = cache(lambda loop: _asked(app, ledger, sources, loop))
    return AnswerTalk(sitting, asked, app.screen, place.now, folder, poster=poster)


def _asked(app: App, ledger: Ledger, sources: dict[str, Source], loop: Loop) -> Sequence[Message]:
    """The mail that asked, read again now."""
    if not loop.thread:
        return []
    messages = app.place.read_thread(loop.thread, ledger, sources)
    return [message for message in messages if ledger.key.of("message", message.id) == loop.message]


def find(ledger: Ledger, prefix: str) -> Loop:
    """The one loop whose id begins with ``prefix``. Raises UsageError."""
    if len(prefix.removeprefix("l")) < 2:
        raise UsageError("id-too-short", id=prefix)
    found = ledger.loops.find(prefix)
    if not found:
        raise UsageError("loop-unknown", hint="loop-unknown-hint", id=prefix)
    if len(found) > 1:
        raise UsageError("id-not-unique", id=prefix, n=len(found))
    return found[0]


def _settle(ledger: Ledger, loop: Loop, word: str, now: datetime) -> Loop:
    """One word of the command line done; said twice it is as once. Raises UsageError where it does not fit."""
    if word == "undo":
        if loop.how == "withdrawn":
            raise UsageError("loop-withdrawn", id=loop.key[:IDS])
        return loop if loop.state is LoopState.OPEN else answers.reopen(ledger, loop)
    if loop.state is LoopState.CLOSED:
        if loop.how == WORDS.get(word):
            return loop
        raise UsageError("loop-closed", hint="loop-closed-hint", id=loop.key[:IDS])
    if word == "later":
        return loop if loop.state is LoopState.SNOOZED else answers.snooze(ledger, loop, now)
    return answers.settle(ledger, loop, WORDS[word], now)


def _list(app: App, ledger: Ledger, loops: Iterable[Loop]) -> None:
    found = list(loops)
    app.screen.say("answers-intro" if found else "answers-none", n=len(found))
    for loop in found:
        _line(app, ledger, loop)


def _line(app: App, ledger: Ledger, loop: Loop) -> None:
    texts = app.screen.texts
    state = texts(f"answers-how-{loop.how}") if loop.how else texts(f"answers-state-{loop.state}")
    ago = texts.ago(app.place.now - loop.opened)
    app.screen.say("answers-line", id=loop.key[:IDS], kind=texts(f"answers-kind-{loop.kind}"), ago=ago, state=state)
    if loop.kind == "reaction" and (url := ledger.activity.link(loop.message)):
        app.screen.line(url, indent=6, style="dim")


def _loop_json(loop: Loop) -> dict[str, Any]:
    return {
        "id": loop.key,
        "kind": loop.kind,
        "state": str(loop.state),
        "how": loop.how,
        "opened": loop.opened.isoformat(),
        "due": loop.due.isoformat(),
    }


# --- ideas


def ideas(app: App, prefix: str | None, stage: str | None, title: str | None, note: str | None) -> None:
    """List the ideas and what became of them, or write that down for one. Raises UsageError."""
    now = app.place.now
    typed = {"stage": stage, "title": title and title.strip(), "note": note and note.strip()}
    changes = {name: value for name, value in typed.items() if value}
    with app.place.ledger() as ledger:
        if prefix and changes:
            loop = find(ledger, prefix)
            if loop.kind != "idea":
                raise UsageError("loop-no-idea", id=loop.key[:IDS])
            answers.write(ledger, loop, now, **changes)
        written = ledger.loops.ideas()
        wanted = [find(ledger, prefix)] if prefix else ledger.loops.all()
    found = [(loop, written.get(loop.key)) for loop in wanted if loop.kind == "idea" and loop.how != "withdrawn"]
    app.emit(lambda: {"ideas": [_idea_json(*one) for one in found]}, lambda: _show_ideas(app, found))


def _show_ideas(app: App, found: Sequence[tuple[Loop, Idea | None]]) -> None:
    screen = app.screen
    screen.say("ideas-intro" if found else "ideas-none", n=len(found))
    for loop, idea in found:
        title = idea.title if idea and idea.title else screen.texts("ideas-untitled")
        stage = screen.texts(f"ideas-stage-{answers.stage(loop, idea)}")
        ago = screen.texts.ago(app.place.now - loop.opened)
        screen.say("ideas-line", id=loop.key[:IDS], title=title, stage=stage, ago=ago)
        if idea and idea.note:
            screen.line(idea.note, indent=6, style="dim")
    if any(idea is None or not idea.title for _, idea in found):
        screen.say("ideas-how", style="dim")


def _idea_json(loop: Loop, idea: Idea | None) -> dict[str, Any]:
    typed = {"title": idea.title if idea else "", "note": idea.note if idea else ""}
    return {"id": loop.key, "stage": answers.stage(loop, idea), "opened": loop.opened.isoformat(), **typed}


# --- for a community manager


class Unanswered(NamedTuple):
    """A conversation to which nobody but its author replied."""

    url: str
    started: datetime


def unanswered(activity: Iterable[Activity], community: str) -> list[Unanswered]:
    """The conversations of ``community`` without a reply by another, oldest first; no names, no counts of people."""
    found = sorted((one for one in activity if one.community == community), key=lambda one: (one.at, one.id))
    authors = {one.conversation: one.author for one in found if not one.is_reply}
    answered = {one.conversation for one in found if one.is_reply and one.author != authors.get(one.conversation)}
    return [Unanswered(one.url, one.at) for one in found if not one.is_reply and one.conversation not in answered]


def walk(context: Context, name: str, community: str) -> int:
    """Show what waits in a community, without a mailbox; gives how many. Raises UsageError, NetworkUnavailable."""
    from nudger.networks import network

    networks = context.config().settings.networks
    if name not in networks:
        raise UsageError("network-unknown", name=name, known=", ".join(networks))
    found = _walk(network(name, networks[name], [community]), community, context.now)
    if context.json:
        show.json_line({"unanswered": [{"url": one.url, "started": one.started.isoformat()} for one in found]})
        return len(found)
    context.screen.say("answers-walk" if found else "answers-walk-none", n=len(found), where=community)
    for one in found:
        ago = context.texts.ago(context.now - one.started)
        context.screen.say("answers-walk-line", ago=ago, url=one.url)
    return len(found)


def _walk(network: Network, community: str, now: datetime) -> list[Unanswered]:
    if not network.capabilities.reads:
        raise UsageError("network-cannot-read", name=network.name)
    place = next((one for one in network.communities() if one.called(community)), None)
    if place is None:
        raise UsageError("community-unknown", name=community)
    return unanswered(network.activity(now - WALK_BACK, now + MARGIN), place.id)
