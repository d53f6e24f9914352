"""Reviewing: the use case of ``nudger review``: what waits for an answer, then suggestions, then two questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nudger import auditing, show
from nudger.answering import conversation_of
from nudger.ledger.ledger import Ledger
from nudger.nudges.conversation import Conversation
from nudger.nudges.replies import Replies
from nudger.nudges.reply_talk import ReplyTalk
from nudger.nudges.review import Bounds, Review
from nudger.platform import private_folder
from nudger.posting import outbox, reply_box

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.mail.source import Source


def run(app: App, ledger: Ledger, sources: dict[str, Source]) -> None:
    """Talk everything through with the person at the terminal."""
    place = app.place
    replies = ReplyTalk(Replies(ledger, place.network, reply_box(app, ledger), place.now), app.screen)
    replies.recover()
    conversation = Conversation(
        _review(app, ledger, sources),
        app.screen,
        private_folder(place.state / "drafts"),
        place.now,
        {goal.id: goal.title for goal in place.goals},
        first=conversation_of(app, ledger, sources, replies),
    )
    if conversation.run():
        auditing.talk(app, ledger)


def _review(app: App, ledger: Ledger, sources: dict[str, Source]) -> Review:
    place = app.place
    homes = {goal.id: goal.community for goal in place.goals if goal.community}
    return Review(
        ledger,
        place.network,
        lambda thread: place.read_thread(thread, ledger, sources),
        show.sentence,
        place.now,
        outbox=outbox(app, ledger),
        bounds=Bounds(homes, place.policy, place.perspective.owner, place.zone),
    )
