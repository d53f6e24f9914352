"""Posting: the use cases around what was posted: settle what is uncertain (``resolve``), take back (``retract``)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from nudger import show
from nudger.app import find
from nudger.elsewhere import Elsewhere, destination
from nudger.errors import NudgerError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.records import Reply, Suggestion
from nudger.ledger.states import State
from nudger.networks.base import Network, Retracted
from nudger.networks.outbox import Box, Outbox, ReplyBox, Result, T
from nudger.networks.telling import patient, recovered
from nudger.nudges.digest import IDS
from nudger.texts.screen import Screen

if TYPE_CHECKING:
    from nudger.app import App

MARGIN = timedelta(hours=1)


def outbox(app: App, ledger: Ledger) -> Outbox:
    """The outbox of this owner, which says why when it waits."""
    return Outbox(ledger, app.place.network, waiting=patient(app.screen))


def reply_box(app: App, ledger: Ledger) -> ReplyBox:
    """The same for replies to reactions."""
    return ReplyBox(ledger, app.place.network, waiting=patient(app.screen))


def resolve(app: App, prefix: str | None, *, sent: str | None, not_sent: bool) -> int:
    """Find out what became of uncertain posts and replies; gives how many remain.

    First the network is asked. What it cannot tell, the leader can: ``sent`` (the link) or ``not_sent`` for one post,
    or an answer on a terminal for each. Raises UsageError.
    """
    if (sent is not None or not_sent) and not prefix:
        raise UsageError("resolve-needs-id", hint="resolve-needs-id-hint")
    with app.place.ledger() as ledger:
        box, replies = outbox(app, ledger), reply_box(app, ledger)
        told: list[Result[Suggestion] | Result[Reply]] = [*box.recover(), *replies.recover()]
        if not app.as_json:
            recovered(app.screen, told)
        posts, answers = meant(ledger, prefix)
        for suggestion in posts:
            _settle(app, box, suggestion, sent, not_sent=not_sent)
        for reply in answers:
            _settle(app, replies, reply, sent, not_sent=not_sent)
        left = [one for found in meant(ledger, None) for one in found]
    if app.as_json:
        show.json_line({"uncertain": [_facts(one) for one in left]})
    elif not left:
        app.screen.say("post-all-known")
    return len(left)


def meant(ledger: Ledger, prefix: str | None) -> tuple[list[Suggestion], list[Reply]]:
    """The posts and replies of that id, else all that are uncertain. Raises UsageError."""
    if prefix is None:
        uncertain = (State.UNCERTAIN,)
        return ledger.suggestions.in_states(uncertain), ledger.replies.in_states(uncertain)
    replies = ledger.replies.find(prefix) if prefix.startswith("l") else []
    return ([], replies[:1]) if len(replies) == 1 else ([find(ledger, prefix)], [])


def _settle(app: App, box: Box[T], suggestion: T, sent: str | None, *, not_sent: bool) -> None:
    if suggestion.state is not State.UNCERTAIN:
        app.screen.note("post-known-already", id=suggestion.id[:IDS])
    elif sent is not None or not_sent:
        box.settle(suggestion, sent=not not_sent, url=sent or "")
    elif app.screen.interactive and not app.as_json:
        _ask(app.screen, box, suggestion)


def _ask(screen: Screen, box: Box[T], suggestion: T) -> None:
    """Show the text and ask whether it stands there; anything but yes and no leaves it open."""
    screen.say("post-look", where=suggestion.community, id=suggestion.id[:IDS])
    screen.block("\n\n".join(filter(None, (suggestion.title, suggestion.body))))
    screen.say("post-is-it-there")
    answer = screen.ask_key()
    if answer in ("j", "y"):
        box.settle(suggestion, sent=True, url=screen.ask_line("review-link"))
        screen.say("review-handed-off")
    elif answer == "n":
        box.settle(suggestion, sent=False)
        screen.say("post-absent", where=suggestion.community, id=suggestion.id[:IDS], url="")


def _facts(suggestion: Suggestion | Reply) -> dict[str, Any]:
    return {"id": suggestion.id, "network": suggestion.network, "community": suggestion.community}


def retract(app: App, prefix: str, to: str | None = None) -> bool:
    """Take a post back after its replies were shown and the leader said yes; gives whether it is gone.

    With ``to`` it is then placed in that community, after a yes to the text and to who can read it there; one that was
    taken back before can still be placed so. Raises UsageError when nobody can answer, when this was never posted, or
    when it cannot go there.
    """
    screen = app.screen
    if not screen.interactive:
        raise UsageError("retract-needs-terminal", hint="retract-needs-terminal-hint")
    with app.place.ledger() as ledger:
        suggestion = find(ledger, prefix)
        if suggestion.state not in (State.SENT, State.HANDED_OFF, *([State.RETRACTED] if to else [])):
            raise UsageError("retract-not-posted", id=suggestion.id[:IDS])
        if to is None:
            return _gone(app, ledger, suggestion)
        place = destination(app, suggestion, to)
        text = Elsewhere(app, ledger, suggestion, place).words()
        if suggestion.state is not State.RETRACTED and not _gone(app, ledger, suggestion):
            return False
        Elsewhere(app, ledger, find(ledger, suggestion.id), place).offer(text, outbox(app, ledger))
        return True


def _gone(app: App, ledger: Ledger, suggestion: Suggestion) -> bool:
    """Taken back by nudger where it can, else by the leader."""
    posted = [a for a in ledger.outbox.of(suggestion.id) if a.state is Sending.SENT]
    reachable = bool(posted) and all(a.remote_id and a.network == app.place.network.name for a in posted)
    if reachable and app.place.network.capabilities.retracts:
        return _take_back(app, outbox(app, ledger), suggestion, posted[0])
    return _by_hand(app.screen, ledger, suggestion)


def _take_back(app: App, box: Outbox, suggestion: Suggestion, first: Attempt) -> bool:
    screen = app.screen
    _show_standing(screen, suggestion)
    replies = _replies(app.place.network, first)
    screen.say("post-replies" if replies is not None else "post-replies-unknown", n=replies or 0)
    if replies:
        screen.say("post-apology")
        screen.block(screen.texts("post-apology-text"))
    if not screen.confirm("post-take-back"):
        return False
    removal = box.retract(suggestion)
    gone = isinstance(removal, Retracted)
    screen.say("post-taken-back" if gone else "post-not-taken-back", url=suggestion.url)
    return gone


def _by_hand(screen: Screen, ledger: Ledger, suggestion: Suggestion) -> bool:
    """Show where it is and what to do there, and note it when it is done."""
    _show_standing(screen, suggestion)
    screen.say("post-by-hand", url=suggestion.url)
    if not screen.confirm("post-is-it-gone"):
        return False
    with ledger.atomic():
        ledger.suggestions.move(suggestion, State.RETRACTED)
    screen.say("post-noted-gone")
    return True


def _show_standing(screen: Screen, suggestion: Suggestion) -> None:
    screen.say("post-standing", where=suggestion.community)
    if suggestion.url:
        screen.say("review-open-link", url=suggestion.url)


def _replies(network: Network, first: Attempt) -> int | None:
    """How many answers stand under it, our own left out; None when the network cannot tell now."""
    try:
        found = network.activity(first.started_at - MARGIN, datetime.now(UTC) + MARGIN)
        return sum(
            one.conversation == first.remote_id and one.is_reply and one.author != first.account for one in found
        )
    except NudgerError:
        return None
