"""The conversation over open loops: shows what waits, takes a key, offers a first sentence that thanks and asks on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from nudger.ledger.loop_rows import Loop
from nudger.nudges.answers import Answers
from nudger.nudges.hints import hints
from nudger.nudges.seen_talk import SeenTalk
from nudger.texts import LANGUAGES, Language, Texts
from nudger.texts.screen import Screen
from rules.message import Message

LINES_SHOWN = 8
IDS = 5
SETTLED = {"e": "elsewhere", "n": "not-for-me"}
"""Key, in either language, to how the loop is closed."""

ReadLoop = Callable[[Loop], Sequence[Message]]


class Poster(Protocol):
    """Replies on the network, after a yes; only ``review`` has one."""

    def offers(self, loop: Loop) -> bool:
        """Whether it can reply to this one now."""
        ...

    def post(self, loop: Loop, text: str, language: str) -> bool:
        """Ask and post; True when nothing is left to decide."""
        ...


class AnswerTalk:
    """Open loops with a person. Keys of both languages always work; the letters shown are of the chosen one."""

    def __init__(
        self,
        answers: Answers,
        read: ReadLoop,
        screen: Screen,
        now: datetime,
        folder: Path,
        *,
        poster: Poster | None = None,
    ) -> None:
        self._answers = answers
        self._read = read
        self._screen = screen
        self._now = now
        self._folder = folder
        self._poster = poster
        self._passed: set[str] = set()
        self._total = 0

    def run(self) -> bool:
        """Each loop in turn; False when the person stopped."""
        loops = self._waiting()
        self._total = len(loops)
        if loops:
            self._screen.say("answers-intro", n=len(loops))
        late = self._answers.late()
        if len(late) > 1:
            SeenTalk(self._answers, self._screen, self._now, self._topic, self._speech).run(late)
        return self._walk()

    def back(self) -> bool | None:
        """Take the last decision back and go on from there, as :meth:`run`; None when there was none."""
        if not self._answers.undo():
            return None
        self._screen.say("review-undone")
        return self._walk()

    def _waiting(self) -> list[Loop]:
        return [loop for loop in self._answers.waiting() if loop.key not in self._passed]

    def _walk(self) -> bool:
        while loops := self._waiting():
            self._show(loops[0], self._total - len(loops) + 1, self._total)
            if not self._decide(loops[0]):
                return False
        return True

    def _asked(self, loop: Loop) -> Message | None:
        return next(iter(self._read(loop)), None)

    def _topic(self, loop: Loop) -> str:
        asked = self._asked(loop)
        return (asked.topic or asked.subject) if asked else ""

    def _speech(self, loop: Loop) -> Language:
        """The language of who asked, else the leader's own."""
        asked = self._asked(loop)
        spoken = asked.language if asked else ""
        return next((one for one in LANGUAGES if one == spoken), self._screen.texts.language)

    def _show(self, loop: Loop, place: int, total: int) -> None:
        say = self._screen.say
        self._screen.line()
        kind, ago = self._screen.texts(f"answers-kind-{loop.kind}"), self._screen.texts.ago(self._now - loop.opened)
        say("answers-item", style="bold", i=place, n=total, kind=kind, ago=ago)
        if loop.how:
            say("answers-promised")
        if asked := self._asked(loop):
            self._screen.line(f"“{asked.topic or asked.subject}”", style="bold")
            lines = asked.core.strip().splitlines()
            more = ["…"] if len(lines) > LINES_SHOWN else []
            self._screen.line("\n".join(lines[:LINES_SHOWN] + more), indent=2, style="dim")
        elif loop.kind != "reaction":
            say("answers-gone", style="dim")
        elif url := self._answers.link(loop):
            say("review-open-link", url=url)
        else:
            say("answers-no-link", style="dim")

    def _decide(self, loop: Loop) -> bool:
        """Take keys until something was decided or taken back; False to stop."""
        while True:
            self._screen.say("answers-keys", style="dim")
            key = self._screen.ask_key()
            if key in ("q", "s"):
                return False
            if key == "u":
                if self._undone():
                    return True
            elif key == "?":
                self._screen.say("answers-keys-help")
            elif key not in "alhd" and key not in SETTLED:
                self._screen.say("review-unknown-key")
            elif self._decided(loop, key):
                return True

    def _undone(self) -> bool:
        restored = self._answers.undo()
        self._screen.say("review-undone" if restored else "review-nothing-to-undo")
        return bool(restored)

    def _decided(self, loop: Loop, key: str) -> bool:
        if key == "a":
            return self._answer(loop)
        if key == "l":
            self._answers.later(loop)
            self._screen.say("review-later")
            return True
        if key in "hd":
            self._hand_over(loop)
        self._answers.settle(loop, SETTLED.get(key, "handed-over"))
        self._screen.say("answers-settled")
        return True

    def _hand_over(self, loop: Loop) -> None:
        """A text to whoever knows more."""
        self._screen.say("answers-hand-over")
        text = Texts(self._speech(loop))("answers-text-hand-over")
        self._screen.block(text)
        self._copy(text)

    def _answer(self, loop: Loop) -> bool:
        """A text to begin with; settled when it was posted, or when the leader says that it was sent."""
        if self._answers.on_its_way(loop):
            self._screen.say("answers-on-its-way", id=loop.key[:IDS])
            self._passed.add(loop.key)
            return True
        language = self._speech(loop)
        text = self._answers.text(loop) or Texts(language)(f"answers-text-{loop.kind}")
        posts = self._poster is not None and self._poster.offers(loop)
        self._screen.say("answers-start")
        self._show_text(text, language)
        while True:
            self._screen.say("answers-post-keys" if posts else "answers-text-keys", style="dim")
            key = self._screen.ask_key()
            if key in ("b", "e"):
                text = self._edited(loop, text, language)
            elif key in ("k", "c"):
                self._copy(text, aloud=True)
            elif key == "p" and posts and self._poster and self._poster.post(loop, text, language):
                self._passed.add(loop.key)
                return True
            elif key in ("j", "y"):
                self._answers.settle(loop, "answered")
                self._screen.say("answers-settled")
                return True
            elif key != "p":
                return False

    def _show_text(self, text: str, language: Language) -> None:
        self._screen.block(text)
        for key, words in hints(text, language):
            self._screen.say(key, style="dim", words=words)

    def _edited(self, loop: Loop, text: str, language: Language) -> str:
        """What the leader made of it, kept until the loop is settled."""
        edited = self._screen.edit(f"{text}\n", self._folder)
        if edited is None:
            self._screen.say("review-no-editor")
            return text
        if not edited.strip() or edited.strip() == text:
            self._screen.say("review-unchanged")
            return text
        self._answers.keep(loop, edited.strip(), language)
        self._show_text(edited.strip(), language)
        return edited.strip()

    def _copy(self, text: str, *, aloud: bool = False) -> None:
        if self._screen.copy(text):
            self._screen.say("review-copied")
        elif aloud:
            self._screen.say("review-copy-by-hand")
            self._screen.block(text, exact=True)
