"""The conversation about the words of one draft: edit, another form, a quote with a yes, what is personal in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from nudger.ledger.consent_rows import How
from nudger.nudges.drafts import capitals
from nudger.nudges.hints import hints
from nudger.nudges.review import Item, Review, whole
from nudger.texts.screen import Screen

MOST_CAPITALS = 8
CONSENTS: dict[str, How] = {"1": "mail", "2": "spoken", "3": "network"}
TAKE_OUT = ("weg", "out")
KEEP = ("mag", "fine")


class WordsTalk:
    """Works on drafts with a person; nothing here posts."""

    def __init__(self, review: Review, screen: Screen, folder: Path) -> None:
        self._review = review
        self._screen = screen
        self._folder = folder

    def edit(self, item: Item) -> bool:
        """In the leader's own editor; gives whether something changed."""
        draft = item.drafted.draft
        edited = self._screen.edit(f"{draft.title}\n\n{draft.body}\n", self._folder)
        if edited is None:
            self._screen.say("review-no-editor")
            return False
        if edited.strip() == f"{draft.title}\n\n{draft.body}".strip():
            self._screen.say("review-unchanged")
            return False
        title, _, body = edited.partition("\n")
        self._review.edit(item, replace(draft, title=title.strip(), body=body.strip()))
        return True

    def reshape(self, item: Item) -> bool:
        """The next form; what was edited is only let go after a yes."""
        if item.suggestion.body and not self._screen.confirm("review-form-edited"):
            return False
        self._review.reshape(item)
        self._screen.say(f"review-form-{item.drafted.shape}")
        return True

    def quote(self, item: Item) -> bool:
        """The author's words, with a yes that was given before or is written down now."""
        if item.drafted.own or item.drafted.author is None:
            self._screen.say("review-no-author")
            return False
        if self._review.consent(item) is None:
            self._screen.say("review-consent")
            how = CONSENTS.get(self._screen.ask_key())
            if how is None:
                self._screen.say("review-no-consent")
                return False
            self._review.agreed(item, how)
        self._review.quote(item)
        return True

    def notes(self, item: Item) -> None:
        """What to look at in the words: dots, words that may be names, phrases that end a talk. Never a block."""
        text = whole(item.drafted.draft)
        if item.drafted.masked:
            self._screen.say("review-masked", style="dim", n=item.drafted.masked)
        found = capitals(item.drafted.draft.body)
        if found:
            more = ["…"] if len(found) > MOST_CAPITALS else []
            self._screen.say("review-capitals", style="dim", words=", ".join(found[:MOST_CAPITALS] + more))
        for key, words in hints(text, item.drafted.draft.language):
            self._screen.say(key, style="dim", words=words)

    def ready(self, item: Item) -> bool:
        """Whether the words may be shown for a yes: nothing left to fill in, and what is personal was looked at."""
        if self._review.unfinished(item):
            self._screen.say("review-empty-draft")
            return False
        return self._personal(item)

    def _personal(self, item: Item) -> bool:
        """Personal data is taken out, or stays after a typed word; anything else goes back."""
        found, text = self._review.personal(item), whole(item.drafted.draft)
        if not found:
            return True
        counts = Counter(text[one.start : one.end] for one in found)
        self._screen.say("review-personal", n=len(counts))
        for words in counts:
            self._screen.line(words, indent=2)
        typed = self._screen.ask_line("review-personal-word").lower()
        if typed in TAKE_OUT:
            self._review.mask(item)
            return True
        return typed in KEEP
