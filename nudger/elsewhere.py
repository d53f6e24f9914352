"""Elsewhere: what was taken back is placed in another community, after a fresh yes to that text and that audience."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nudger import show
from nudger.errors import NudgerError, UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.networks.base import Community, Draft, Listing, Post, compose
from nudger.networks.outbox import MARGIN, Outbox
from nudger.networks.telling import SHOWN, went
from nudger.nudges.audience import posted, widens
from nudger.nudges.drafts import draft
from nudger.nudges.review import approval
from nudger.platform import private_folder

if TYPE_CHECKING:
    from nudger.app import App


def destination(app: App, suggestion: Suggestion, to: str) -> Community:
    """The community meant by ``to``, as it is now.

    Raises UsageError where there is none, where it stands there already, or where this account may not post.
    """
    place = app.place.network.community(to)
    if place is None:
        raise UsageError("community-unknown", name=to)
    if place.called(suggestion.community):
        raise UsageError("elsewhere-same", name=place.name)
    if not place.may_post:
        raise UsageError("elsewhere-closed", name=place.name)
    return place


@dataclass(frozen=True)
class Elsewhere:
    """One suggestion on its way to another ``place``."""

    app: App
    ledger: Ledger
    suggestion: Suggestion
    place: Community

    def words(self) -> Draft:
        """The text to place: as it stands on the network, else drafted anew from the mails; empty when both are gone.

        Read before the post is taken back.
        """
        language = self.suggestion.language or self.app.place.texts.language
        if text := self._standing():
            title, _, body = text.partition("\n")
            return Draft(title.strip(), body.strip(), self.place.id, language)
        with self.app.place.sources() as sources:
            messages = self.app.place.read_thread(self.suggestion.thread, self.ledger, sources)
        if not messages:
            return Draft("", "", self.place.id, language)
        return draft(messages, self.place.id, show.sentence, kind=self.suggestion.kind).draft

    def _standing(self) -> str:
        """The post's own words, where they can be read as they were written: plain text in one part."""
        network = self.app.place.network
        sent = [one for one in self.ledger.outbox.of(self.suggestion.id) if one.state is Sending.SENT]
        if len(sent) != 1 or sent[0].network != network.name or network.capabilities.dialect != "plain":
            return ""
        return _text_of(network, sent[0]) if isinstance(network, Listing) else ""

    def offer(self, text: Draft, box: Outbox) -> bool:
        """Show the text and who can read it until the leader says yes or no; gives whether it was placed."""
        screen, account = self.app.screen, self.app.place.network.check()
        while True:
            post = compose(self.app.place.network, text, account, self.place)
            self._show(post)
            screen.say("elsewhere-keys", style="dim")
            key = screen.ask_key()
            if key in ("b", "e"):
                text = self._edited(text)
            elif key in ("j", "y") and text.body.strip() and self._may(post):
                return self._place(text, post, box)
            else:
                screen.say("elsewhere-not", id=self.suggestion.id[:SHOWN])
                return False

    @property
    def _people(self) -> int:
        thread = self.ledger.threads.get(self.suggestion.thread)
        return thread.people if thread else 0

    def _show(self, post: Post) -> None:
        screen, place = self.app.screen, post.community
        screen.say("review-draft", style="bold", where=place.name)
        screen.block(post.text)
        screen.say("review-audience", where=place.name, members=place.members, people=self._people)

    def _edited(self, text: Draft) -> Draft:
        folder = private_folder(self.app.place.state / "drafts")
        edited = self.app.screen.edit(f"{text.title}\n\n{text.body}\n", folder)
        if edited is None:
            self.app.screen.say("review-no-editor")
            return text
        title, _, body = edited.partition("\n")
        return replace(text, title=title.strip(), body=body.strip())

    def _may(self, post: Post) -> bool:
        """As before any post: not too many today, and far more readers only with their number typed."""
        rules, members = self.app.place.policy, post.community.members
        if posted(self.ledger.outbox.all(), datetime.now(UTC), self.app.place.zone) >= rules.posts_per_day:
            self.app.screen.say("audience-enough")
            return False
        if not widens(self._people, members, rules.widening):
            return True
        return self.app.screen.ask_line("post-wider", people=self._people, members=members) == str(members)

    def _place(self, text: Draft, post: Post, box: Outbox) -> bool:
        yes = {**approval(text, post), "decided_at": self.app.place.now, "url": ""}
        with self.ledger.atomic():
            suggestion = self.ledger.suggestions.move(self.suggestion, State.ACCEPTED, **yes)
        if not self.app.place.network.capabilities.posts:
            return self._by_hand(suggestion, post.community)
        result = box.send(suggestion)
        went(self.app.screen, result, post.community.name)
        return result.state is State.SENT

    def _by_hand(self, suggestion: Suggestion, place: Community) -> bool:
        self.app.screen.say("review-by-hand", where=place.name)
        url = self.app.screen.ask_line("review-link")
        with self.ledger.atomic():
            self.ledger.suggestions.move(suggestion, State.HANDED_OFF, url=url, decided_at=self.app.place.now)
        self.ledger.wipe_traces()
        self.app.screen.say("review-handed-off")
        return True


def _text_of(network: Listing, sent: Attempt) -> str:
    try:
        found = network.recent(sent.community, sent.started_at - MARGIN)
        return next((one.text for one in found if one.id == sent.remote_id), "")
    except NudgerError:
        return ""
