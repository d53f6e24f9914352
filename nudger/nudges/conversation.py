"""The conversation of ``nudger review``: shows an item, takes a key, and lets Review decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nudger.errors import NudgerError
from nudger.ledger.states import State
from nudger.networks import dialects
from nudger.networks.base import Post
from nudger.networks.telling import recovered, went
from nudger.nudges.answer_talk import AnswerTalk
from nudger.nudges.review import ASKED, OPEN, Item, Review
from nudger.nudges.words_talk import WordsTalk
from nudger.texts.screen import Screen
from rules.message import Message

LINES_SHOWN = 12
FEW = 3
"""A mail of the leader's own to at most so many people is asked about: could this be more open?"""
FIRST_LINE = 80
"""Characters that are shown of a post that seems to be about the same."""
REASONS = {"1": "private", "2": "wrong", "3": "moved", "4": "mail-is-fine"}


class Conversation:
    """One ``review`` with a person. Keys of both languages always work; the letters shown are of the chosen one."""

    def __init__(
        self,
        review: Review,
        screen: Screen,
        folder: Path,
        now: datetime,
        goals: dict[str, str],
        *,
        first: AnswerTalk | None = None,
    ) -> None:
        self._review = review
        self._first = first
        self._screen = screen
        self._words = WordsTalk(review, screen, folder)
        self._now = now
        self._goals = goals
        self._keys: dict[str, Callable[[Item], bool]] = {
            **dict.fromkeys("p", self._post),
            **dict.fromkeys("be", self._edit),
            **dict.fromkeys("kc", self._copy),
            **dict.fromkeys("m", self._mail),
            **dict.fromkeys("va", self._ask_author),
            **dict.fromkeys("f", self._reshape),
            **dict.fromkeys("w", self._quote),
            **dict.fromkeys("l", self._later),
            **dict.fromkeys("n", self._decline),
        }

    def run(self) -> bool:
        """From what was on its way, over what waits for an answer and each suggestion, to the last question.

        False when the person stopped on the way.
        """
        recovered(self._screen, self._review.recover())
        whole = (self._first is None or self._first.run()) and self._suggestions()
        self._screen.say("review-done", n=self._review.moved)
        return whole

    def _suggestions(self) -> bool:
        items = list(self._review.items())
        if self._review.vanished:
            self._screen.say("review-vanished", n=self._review.vanished)
        self._screen.say("review-intro" if items else "review-nothing", n=len(items))
        return self._walk(items) and self._questions(items)

    def _walk(self, items: list[Item], place: int = 0) -> bool:
        """Each item in turn; False when the person stopped. ``u`` goes back to the item that was decided last."""
        while place < len(items):
            if items[place].suggestion.state not in OPEN:
                place += 1
                continue
            self._show(items[place], place + 1, len(items))
            following = self._decide(items, place)
            if following is None:
                return False
            place = following
        return True

    def _decide(self, items: list[Item], place: int) -> int | None:
        """The place of the next item; None to stop."""
        item = items[place]
        while True:
            self._screen.say("review-keys", style="dim")
            key = self._screen.ask_key()
            if key in ("q", "s"):
                return None
            if key == "u":
                return self._undo(items, place)
            if key == "?":
                self._screen.say("review-keys-help")
            elif key not in self._keys:
                self._screen.say("review-unknown-key")
            elif self._keys[key](item):
                return place + 1

    def _show(self, item: Item, place: int, total: int) -> None:
        say, texts = self._screen.say, self._screen.texts
        self._screen.line()
        say("review-item", style="bold", i=place, n=total, kind=texts(f"kind-{item.suggestion.kind or 'other'}"))
        self._screen.line(f"“{item.title}”", style="bold")
        ago = texts.ago(self._now - item.thread.last)
        say("review-facts", people=item.thread.people, messages=item.thread.messages, ago=ago)
        if item.suggestion.goal in self._goals:
            say("review-goal", goal=self._goals[item.suggestion.goal])
        say(_whose(item), style="dim")
        if item.suggestion.reason == ASKED and item.suggestion.decided_at:
            say("review-asked-before", ago=texts.ago(self._now - item.suggestion.decided_at))
        if item.suggestion.own and item.thread.addressees <= FEW:
            say("review-opener", n=item.thread.addressees)
        self._show_words(item.messages[0])
        self._show_draft(item)

    def _show_words(self, message: Message) -> None:
        lines = message.core.strip().splitlines()
        shown = lines[:LINES_SHOWN] + (["…"] if len(lines) > LINES_SHOWN else [])
        self._screen.line("\n".join(shown), indent=2, style="dim")

    def _show_draft(self, item: Item) -> None:
        community = self._review.community(item.suggestion)
        self._screen.say("review-draft", style="bold", where=community.name)
        self._show_post(item)
        if self._review.away:
            self._screen.say("post-away", style="dim", where=community.name)
        self._words.notes(item)
        if item.drafted.author and item.drafted.author.name and not self._review.consent(item):
            self._screen.say("review-invite", style="dim", name=item.drafted.author.name)

    def _show_post(self, item: Item) -> Post | None:
        """The exact text and who can read it; None when the network does not take a text of this length."""
        try:
            post = self._review.post(item)
        except NudgerError as error:
            self._explain(error)
            return None
        self._screen.block(post.text)
        if len(post.parts) > 1:
            self._screen.say("post-parts", style="dim", n=len(post.parts))
        place = post.community
        self._screen.say("review-audience", where=place.name, members=place.members, people=item.thread.people)
        return post

    def _post(self, item: Item) -> bool:
        if not self._words.ready(item) or not self._goes_on(item):
            return False
        self._screen.say("review-exact")
        post = self._show_post(item)
        if post is None or not self._has_place(post) or not self._means_it(item, post):
            return False
        if self._review.posts:
            return self._send(item, post)
        self._review.accept(item, post)
        self._hand_over(item, post.text, post.community.name, post.community.url)
        return True

    def _goes_on(self, item: Item) -> bool:
        """Whether a post may go out today, and is still wanted where others seem to say the same."""
        if self._review.posts and not self._review.allowance:
            self._screen.say("audience-enough")
            return False
        found = self._review.similar(item)
        for one in found:
            first = dialects.clean(one.text).partition("\n")[0][:FIRST_LINE]
            self._screen.say("audience-similar", ago=self._screen.texts.ago(datetime.now(UTC) - one.at), first=first)
            self._screen.line(one.url, indent=2, style="dim")
        return not found or self._screen.confirm("audience-similar-still")

    def _has_place(self, post: Post) -> bool:
        if self._review.posts and not post.community.id:
            self._screen.say("post-no-community")
            return False
        return True

    def _means_it(self, item: Item, post: Post) -> bool:
        """A yes; where far more people will read it than read the mail, their number as well."""
        where, members = post.community.name, post.community.members
        if not self._screen.confirm("review-confirm", where=where):
            return False
        if not self._review.posts or not self._review.widens(item, post):
            return True
        return self._screen.ask_line("post-wider", people=item.thread.people, members=members) == str(members)

    def _send(self, item: Item, post: Post) -> bool:
        """Post; True when there is nothing left to decide about this item."""
        try:
            result = self._review.send(item, post)
        except NudgerError as error:
            self._explain(error)
            return False
        where = post.community.name
        went(self._screen, result, where)
        if result.state is State.SENT:
            self._show_mail(item, where, result.suggestion.url)
        return result.state in (State.SENT, State.UNCERTAIN)

    def _explain(self, error: NudgerError) -> None:
        for text in self._screen.texts.error(error):
            self._screen.line(text)

    def _hand_over(self, item: Item, text: str, where: str, url: str) -> None:
        """A person posts: the text is on the clipboard or between the lines, and the link comes back here."""
        self._screen.say("review-by-hand", where=where)
        if self._screen.copy(text):
            self._screen.say("review-copied")
        else:
            self._by_hand(text)
        if url:
            self._screen.say("review-open-link", url=url)
        link = self._screen.ask_line("review-link")
        self._review.hand_off(item, link)
        self._screen.say("review-handed-off")
        self._show_mail(item, where, link)

    def _edit(self, item: Item) -> bool:
        if self._words.edit(item):
            self._show_draft(item)
        return False

    def _reshape(self, item: Item) -> bool:
        if self._words.reshape(item):
            self._show_draft(item)
        return False

    def _quote(self, item: Item) -> bool:
        if self._words.quote(item):
            self._show_draft(item)
        return False

    def _copy(self, item: Item) -> bool:
        text = self._review.post(item).text
        if self._screen.copy(text):
            self._screen.say("review-copied")
        else:
            self._by_hand(text)
        return False

    def _by_hand(self, text: str) -> None:
        self._screen.say("review-copy-by-hand")
        self._screen.block(text, exact=True)

    def _mail(self, item: Item) -> bool:
        self._show_mail(item, self._review.community(item.suggestion).name, item.suggestion.url)
        return False

    def _show_mail(self, item: Item, where: str, url: str) -> None:
        """What tells the thread where the talk goes on, in its own language."""
        self._screen.say("review-mail")
        key = "review-mail-text" if url else "review-mail-text-soon"
        self._screen.block(self._review.speak(item)(key, where=where, url=url))

    def _ask_author(self, item: Item) -> bool:
        if item.suggestion.state is not State.OFFERED:
            self._screen.say("post-approved-already")
            return False
        if item.drafted.author is None:
            self._screen.say("review-no-author")
            return False
        where = self._review.community(item.suggestion).name
        self._screen.say("review-ask")
        text = self._review.speak(item)("review-ask-text", where=where)
        self._screen.block(text)
        if self._screen.copy(text):
            self._screen.say("review-copied")
        self._review.ask_author(item)
        self._screen.say("review-asked")
        return True

    def _later(self, item: Item) -> bool:
        self._review.later(item)
        key = {State.SNOOZED: "review-later", State.EXPIRED: "review-let-go"}.get(item.suggestion.state, "post-stays")
        self._screen.say(key)
        return True

    def _decline(self, item: Item) -> bool:
        self._screen.say("review-why")
        self._review.decline(item, REASONS.get(self._screen.ask_key(), ""))
        self._screen.say("review-declined")
        return True

    def _undo(self, items: list[Item], place: int) -> int | None:
        """Where to go on: at the item whose decision was taken back, else at ``place``; None to stop.

        Before the first suggestion come the answers that were given before it.
        """
        if restored := self._review.undo():
            self._screen.say("review-undone")
            place = next(n for n, item in enumerate(items) if item.suggestion.thread == restored.thread)
            items[place] = self._review.item(restored) or items[place]
            return place
        again = self._first.back() if self._first else None
        if again is None:
            self._screen.say("review-nothing-to-undo")
        return None if again is False else place

    def _questions(self, items: list[Item]) -> bool:
        """At most two, about what the model was not sure of; False when the person stopped."""
        asked = list(self._review.questions())
        place = 0
        while place < len(asked):
            thread, messages = asked[place]
            self._ask(messages[0])
            key = self._screen.ask_key()
            if key in ("s", "q"):
                return False
            if key == "u" and place:
                place -= 1
                self._review.forget(asked[place][0])
                self._screen.say("review-undone")
            elif key == "u":
                back = self._undo(items, len(items))
                if back is None or not self._walk(items, back):
                    return False
            else:
                if key in ("j", "y", "n"):
                    self._review.answer(thread, yes=key != "n")
                    self._screen.say("review-thanks")
                place += 1
        return True

    def _ask(self, message: Message) -> None:
        self._screen.line()
        self._screen.say("review-doubt", style="bold")
        self._screen.line(f"“{message.topic or message.subject}”")
        self._show_words(message)
        self._screen.say("review-doubt-keys", style="dim")


def _whose(item: Item) -> str:
    """The sentence that says whose words these are."""
    if not item.drafted.own:
        return "review-other"
    return "review-own" if item.suggestion.own else "review-took-part"
