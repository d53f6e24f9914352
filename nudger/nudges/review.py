"""Review: what the leader can do with a suggestion; every decision is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property
from typing import Any

from nudger.errors import NudgerError, Refused
from nudger.ledger.consent_rows import Consent, How
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion, ThreadRow
from nudger.ledger.states import State
from nudger.mail.people import circle
from nudger.mail.personal.finding import Personal, mask
from nudger.networks.base import Community, Draft, Listing, Network, Post, Recent, compose
from nudger.networks.outbox import Outbox, Result
from nudger.nudges import decisions
from nudger.nudges.audience import SIMILAR_DAYS, posted, similar, widens
from nudger.nudges.drafts import Drafted, Sentence, Speak, draft, gaps, next_shape, personal, quote, shape_of
from nudger.nudges.homes import home
from nudger.nudges.rules import Policy, policy
from rules.message import Message

QUESTIONS = 2
"""Yes/no questions about the grey band, at most, at the end of a review."""

ASKED = "asked"
"""The reason that stands with a suggestion whose author was asked; shown when it comes back."""

OPEN = (State.OFFERED, State.ACCEPTED, State.REFUSED)
"""What is shown: offers, and what was approved but does not stand on the network."""

GONE = {State.OFFERED: State.EXPIRED, State.ACCEPTED: State.WITHDRAWN, State.REFUSED: State.DECLINED}
"""What becomes of each when its mails are gone."""


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


@dataclass(frozen=True, slots=True)
class Bounds:
    """What holds for this owner: the community of each goal (by its id), the policy's numbers, her own addresses.

    ``zone`` says when a day begins.
    """

    homes: Mapping[str, str] = field(default_factory=dict)
    rules: Policy = field(default_factory=policy)
    owner: Collection[str] = ()
    zone: tzinfo = UTC


class Review:
    """The decisions of one ``review``; ``undo`` takes back the last one until the review is left.

    ``outbox`` posts, where the network can.
    """

    def __init__(
        self,
        ledger: Ledger,
        network: Network,
        read_thread: Callable[[str], Sequence[Message]],
        sentence: Speak,
        now: datetime,
        *,
        outbox: Outbox | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        self._ledger = ledger
        self._network = network
        self._read_thread = read_thread
        self._sentence = sentence
        self._now = now
        self._outbox = outbox
        bounds = bounds or Bounds()
        self._homes, self._rules, self._owner = bounds.homes, bounds.rules, bounds.owner
        self._zone = bounds.zone
        self._muted: dict[str, frozenset[str]] = {}
        self._undo: list[tuple[Suggestion, Suggestion]] = []
        self._sent = 0
        self.vanished = 0
        self.away: NudgerError | None = None

    @property
    def moved(self) -> int:
        """How many conversations went to the network in this review."""
        return self._sent + sum(now.state is State.HANDED_OFF for now, _ in self._undo)

    @property
    def posts(self) -> bool:
        """Whether nudger itself posts; else a person pastes."""
        return self._outbox is not None and self._network.capabilities.posts

    def recover(self) -> list[Result[Suggestion]]:
        """What became of posts that were on their way when an earlier run ended."""
        return self._outbox.recover() if self._outbox else []

    def items(self) -> Iterator[Item]:
        """Each open suggestion, oldest first. One whose mails are all gone expires, and is counted in ``vanished``."""
        for suggestion in self._ledger.suggestions.in_states(OPEN):
            item = self.item(suggestion)
            if item:
                yield item
            else:
                self.vanished += 1
                self._move(suggestion, GONE[suggestion.state])

    def item(self, suggestion: Suggestion) -> Item | None:
        """The suggestion with its mails and a draft, or None when they are gone."""
        thread = self._ledger.threads.get(suggestion.thread)
        messages = list(self._read_thread(suggestion.thread))
        if thread is None or not messages:
            return None
        drafted = draft(messages, self.community(suggestion).id, self._sentence, kind=suggestion.kind)
        if suggestion.body:
            kept = Draft(suggestion.title, suggestion.body, suggestion.community, suggestion.language)
            drafted = replace(drafted, draft=kept)
        return Item(suggestion, thread, messages, drafted)

    def community(self, suggestion: Suggestion) -> Community:
        """Where it would go: as chosen, else where its goal lives; without an id where that is not known.

        Where a person pastes, the first community will do; where nudger posts, nothing is guessed.
        """
        return home(suggestion, self._homes, self._places, self._network.name, any_will_do=not self.posts)

    def post(self, item: Item) -> Post:
        """The exact bytes and audience that an approval would hold for. Raises Refused when the text is too long."""
        return compose(self._network, item.drafted.draft, self._account, self.community(item.suggestion))

    @property
    def allowance(self) -> int:
        """How many more posts may go out today."""
        done = posted(self._ledger.outbox.all(), datetime.now(UTC), self._zone)
        return max(self._rules.posts_per_day - done, 0)

    def widens(self, item: Item, post: Post) -> bool:
        """Whether far more people will read the post than got the mail."""
        return widens(item.thread.people, post.community.members, self._rules.widening)

    def similar(self, item: Item) -> list[Recent]:
        """Posts of the last two weeks about the same in that community; none where the network cannot be read."""
        place = self.community(item.suggestion).id
        if not (place and isinstance(self._network, Listing) and self._network.capabilities.reads):
            return []
        try:
            return similar(item.drafted.draft, self._network.recent(place, datetime.now(UTC) - SIMILAR_DAYS))
        except NudgerError:
            return []

    @cached_property
    def _places(self) -> Sequence[Community]:
        """Asked once a review, to show; before anything is posted it is asked again. Without the network: none."""
        try:
            return self._network.communities()
        except NudgerError as error:
            self.away = error
            return ()

    @cached_property
    def _account(self) -> str:
        try:
            return self._network.check()
        except NudgerError as error:
            self.away = error
            return ""

    def speak(self, item: Item) -> Sentence:
        """The catalogue in the language of the draft: what its readers and its author will read."""
        return self._sentence(item.drafted.draft.language)

    def reshape(self, item: Item) -> None:
        """The next form of the draft, made anew from the mails; an edited text is let go."""
        natural = shape_of(item.messages[0], item.suggestion.kind)
        shape = next_shape(item.drafted.shape, natural)
        place = self.community(item.suggestion).id
        if item.suggestion.body:
            self._change(item, title="", body="", language="")
            self._ledger.wipe_traces()
        item.drafted = draft(item.messages, place, self._sentence, kind=item.suggestion.kind, shape=shape)

    def consent(self, item: Item) -> Consent | None:
        """What the author of the words said about a quote; None when nothing is written down."""
        author = item.drafted.author
        return self._ledger.consents.of(item.thread.key, author.email) if author and author.email else None

    def agreed(self, item: Item, how: How) -> None:
        """The author said yes: write down how and when; the author only as a key of this thread."""
        assert item.drafted.author
        with self._ledger.atomic():
            self._ledger.consents.give(item.thread.key, item.drafted.author.email, how, self._now)

    def quote(self, item: Item) -> None:
        """Make the draft of the author's words. Only after :meth:`agreed` (promise M5)."""
        assert self.consent(item)
        quoted = quote(item.messages, self.community(item.suggestion).id, self._sentence)
        assert quoted.author == item.drafted.author, "the yes is of the one who is quoted"
        self.edit(item, quoted.draft)
        item.drafted = quoted

    def unfinished(self, item: Item) -> bool:
        """Whether there is nothing yet, or a template's "write here" still stands in it."""
        body = item.drafted.draft.body
        return not body.strip() or gaps(body, self._sentence)

    def personal(self, item: Item) -> tuple[Personal, ...]:
        """Personal data that stands in the draft as it is now (title, line end, body)."""
        return personal(whole(item.drafted.draft), item.messages)

    def mask(self, item: Item) -> None:
        """Replace it by dots."""
        draft = item.drafted.draft
        title, _, body = mask(whole(draft), self.personal(item)).partition("\n")
        self.edit(item, replace(draft, title=title, body=body))

    def edit(self, item: Item, draft: Draft) -> None:
        """Keep an edited draft."""
        item.drafted = replace(item.drafted, draft=draft)
        self._change(item, title=draft.title, body=draft.body, language=draft.language, community=draft.community)

    def accept(self, item: Item, post: Post) -> None:
        """The leader has seen these exact bytes and this audience, said yes, and will paste them."""
        yes: dict[str, Any] = approval(item.drafted.draft, post)
        if item.suggestion.state is State.ACCEPTED:
            self._change(item, **yes)
        else:
            item.suggestion = self._move(item.suggestion, State.ACCEPTED, **yes)

    def send(self, item: Item, post: Post) -> Result[Suggestion]:
        """The leader has seen these exact bytes and this audience, and said yes: post them. It cannot be undone.

        Raises NudgerError when nothing was sent because the network could not be asked.
        """
        assert self._outbox is not None
        if not self.allowance:
            raise Refused("post-enough", hint="post-enough-hint", most=self._rules.posts_per_day)
        yes, rows = approval(item.drafted.draft, post), self._ledger.suggestions
        with self._ledger.atomic():
            if item.suggestion.state is State.ACCEPTED:
                item.suggestion = rows.change(item.suggestion, **yes)
            else:
                item.suggestion = rows.move(item.suggestion, State.ACCEPTED, decided_at=self._now, **yes)
            decisions.judged(self._ledger, item.suggestion, "yes", self._now)
        result = self._outbox.send(item.suggestion)
        item.suggestion = result.suggestion
        self._sent += result.state is State.SENT
        return result

    def hand_off(self, item: Item, url: str) -> None:
        """A person posted it; ``url`` may be empty."""
        before = item.suggestion
        item.suggestion = self._decided(before, lambda: decisions.hand_off(self._ledger, before, url, self._now))

    def decline(self, item: Item, reason: str) -> None:
        """No, and never again for this thread."""
        before, rules = item.suggestion, self._rules
        people = circle(item.messages, self._owner) if reason == decisions.PRIVATE else frozenset()
        item.suggestion = self._decided(
            before, lambda: decisions.decline(self._ledger, before, reason, people, rules, self._now)
        )
        if people:
            self._muted[before.thread] = people

    def later(self, item: Item) -> None:
        """Not now; what was approved simply stays."""
        before, rules = item.suggestion, self._rules
        if before.state is State.OFFERED:
            item.suggestion = self._decided(before, lambda: decisions.later(self._ledger, before, rules, self._now))

    def ask_author(self, item: Item) -> None:
        """The author is asked to post it; it returns in a week."""
        until = self._now + decisions.SNOOZE
        item.suggestion = self._move(item.suggestion, State.ASKED_AUTHOR, until=until, reason=ASKED)

    def undo(self) -> Suggestion | None:
        """Take the last decision back; None when there is none."""
        if not self._undo:
            return None
        now, before = self._undo.pop()
        with self._ledger.atomic():
            self._ledger.verdicts.remove(before.thread)
            if people := self._muted.pop(before.thread, None):
                self._ledger.mutes.lift(people)
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

    def forget(self, thread: ThreadRow) -> None:
        """Take the word on a thread of the grey band back."""
        with self._ledger.atomic():
            self._ledger.verdicts.remove(thread.key)

    def _move(self, suggestion: Suggestion, state: State, **changes: Any) -> Suggestion:
        rows = self._ledger.suggestions
        return self._decided(suggestion, lambda: rows.move(suggestion, state, decided_at=self._now, **changes))

    def _decided(self, suggestion: Suggestion, decide: Callable[[], Suggestion]) -> Suggestion:
        """What ``decide`` makes of it, in one transaction that an undo takes back as a whole."""
        with self._ledger.atomic():
            moved = decide()
        if not moved.body and suggestion.body:
            self._ledger.wipe_traces()
        # Accepted and handed over is one decision for the person, so one undo takes back both.
        before = self._undo.pop()[1] if self._undo and self._undo[-1][0] == suggestion else suggestion
        self._undo.append((moved, before))
        return moved

    def _change(self, item: Item, **changes: object) -> None:
        with self._ledger.atomic():
            item.suggestion = self._ledger.suggestions.change(item.suggestion, **changes)


def whole(draft: Draft) -> str:
    """Title and body as one text."""
    return f"{draft.title}\n{draft.body}"


def approval(draft: Draft, post: Post) -> dict[str, str]:
    """What is kept of a yes: the text, and the hash that it is bound to."""
    return {
        "network": post.network,
        "community": post.community.id,
        "approved_hash": post.hash,
        "title": draft.title,
        "body": draft.body,
        "language": draft.language,
    }
