"""Review: what the leader can do with a suggestion; every decision is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.networks.base import Community, Draft, Network, Post
from nudger.nudges.drafts import Drafted, Sentence, draft
from rules.message import Message

QUESTIONS = 2
"""Yes/no questions about the grey band, at most, at the end of a review."""

SNOOZE_LIMIT = 2


@dataclass(slots=True)
class Item:
    """One suggestion as it lies before the leader: the mails were read again just now."""

    suggestion: Suggestion
    thread: ThreadRow
    messages: Sequence[Message]
    drafted: Drafted

    @property
    def title(self) -> str:
        """The topic of the first mail, in its author's words; shown, never stored."""
        return self.messages[0].topic or self.messages[0].subject


class Review:
    """The decisions of one ``review``; ``undo`` takes back the last one until the review is left."""

    def __init__(
        self,
        ledger: Ledger,
        network: Network,
        read_thread: Callable[[str], Sequence[Message]],
        sentence: Callable[[str], Sentence],
        now: datetime,
    ) -> None:
        self._ledger = ledger
        self._network = network
        self._read_thread = read_thread
        self._sentence = sentence
        self._now = now
        self._undo: list[tuple[Suggestion, Suggestion]] = []
        self.vanished = 0

    @property
    def moved(self) -> int:
        """How many conversations went to the network in this review."""
        return sum(now.state is State.HANDED_OFF for now, _ in self._undo)

    def items(self) -> Iterator[Item]:
        """Each open suggestion, oldest first. One whose mails are all gone expires, and is counted in ``vanished``."""
        for suggestion in self._ledger.suggestions.in_states((State.OFFERED,)):
            item = self.item(suggestion)
            if item:
                yield item
            else:
                self.vanished += 1
                self._move(suggestion, State.EXPIRED)

    def item(self, suggestion: Suggestion) -> Item | None:
        """The suggestion with its mails and a draft, or None when they are gone."""
        thread = self._ledger.threads.get(suggestion.thread)
        messages = list(self._read_thread(suggestion.thread))
        if thread is None or not messages:
            return None
        language = suggestion.language or thread.language
        drafted = draft(messages, self.community(suggestion).id, self._sentence(language))
        if suggestion.body:
            kept = Draft(suggestion.title, suggestion.body, suggestion.community, suggestion.language)
            drafted = replace(drafted, draft=kept)
        return Item(suggestion, thread, messages, drafted)

    def community(self, suggestion: Suggestion) -> Community:
        """Where it would go: as chosen, else the first community of the network."""
        places = self._network.communities()
        chosen = [place for place in places if place.id == suggestion.community]
        return (chosen or list(places) or [Community(id="", name=self._network.name)])[0]

    def post(self, item: Item) -> Post:
        """The exact bytes and audience that an approval would hold for."""
        parts = self._network.render(item.drafted.draft)
        return Post(parts, self._network.name, self._network.check(), self.community(item.suggestion))

    def edit(self, item: Item, draft: Draft) -> None:
        """Keep an edited draft."""
        item.drafted = replace(item.drafted, draft=draft)
        self._change(item, title=draft.title, body=draft.body, language=draft.language, community=draft.community)

    def accept(self, item: Item, post: Post) -> None:
        """The leader has seen these exact bytes and this audience, and said yes."""
        drafted = item.drafted.draft
        item.suggestion = self._move(
            item.suggestion,
            State.ACCEPTED,
            network=post.network,
            community=post.community.id,
            approved_hash=post.hash,
            title=drafted.title,
            body=drafted.body,
            language=drafted.language,
        )

    def hand_off(self, item: Item, url: str) -> None:
        """A person posted it; ``url`` may be empty."""
        item.suggestion = self._move(item.suggestion, State.HANDED_OFF, url=url)
        self._verdict(item, "yes", "")

    def decline(self, item: Item, reason: str) -> None:
        """No, and never again for this thread."""
        item.suggestion = self._move(item.suggestion, State.DECLINED, reason=reason)
        self._verdict(item, "no", reason)

    def later(self, item: Item, days: int) -> None:
        """Not now; it returns after ``days`` days."""
        until = self._now + timedelta(days=days)
        item.suggestion = self._move(item.suggestion, State.SNOOZED, until=until)

    def ask_author(self, item: Item) -> None:
        """The author is asked to post it; it returns in a week."""
        until = self._now + timedelta(days=7)
        item.suggestion = self._move(item.suggestion, State.ASKED_AUTHOR, until=until)

    def undo(self) -> Suggestion | None:
        """Take the last decision back; None when there is none."""
        if not self._undo:
            return None
        now, before = self._undo.pop()
        with self._ledger.atomic():
            self._ledger.verdicts.remove(before.thread)
            restored = self._ledger.suggestions.restore(now, before)
        self._ledger.wipe_traces()
        return restored

    def questions(self) -> Iterator[tuple[ThreadRow, Sequence[Message]]]:
        """At most two threads of the grey band that were never asked about and can still be read."""
        asked = 0
        for thread in self._ledger.threads.doubtful(since=self._now - timedelta(days=14)):
            messages = self._read_thread(thread.key) if asked < QUESTIONS else ()
            if messages:
                asked += 1
                yield thread, messages

    def answer(self, thread: ThreadRow, *, yes: bool) -> None:
        """The leader's word on a thread of the grey band."""
        with self._ledger.atomic():
            self._ledger.verdicts.put(thread, "yes" if yes else "no", "asked", self._now)

    def _move(self, suggestion: Suggestion, state: State, **changes: object) -> Suggestion:
        with self._ledger.atomic():
            moved = self._ledger.suggestions.move(suggestion, state, decided_at=self._now, **changes)
        if not moved.body and suggestion.body:
            self._ledger.wipe_traces()
        # Accepted and handed over is one decision for the person, so one undo takes back both.
        before = self._undo.pop()[1] if self._undo and self._undo[-1][0] == suggestion else suggestion
        self._undo.append((moved, before))
        return moved

    def _change(self, item: Item, **changes: object) -> None:
        with self._ledger.atomic():
            item.suggestion = self._ledger.suggestions.change(item.suggestion, **changes)

    def _verdict(self, item: Item, verdict: str, reason: str) -> None:
        with self._ledger.atomic():
            self._ledger.verdicts.put(item.thread, verdict, reason, self._now)
