"""The conversation over open loops: shows what waits, takes a key, offers a first sentence that thanks and asks on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from nudger.ledger.loop_rows import Loop
from nudger.nudges.answers import Answers
from nudger.texts.screen import Screen
from rules.message import Message

LINES_SHOWN = 8
SETTLED = {
    **dict.fromkeys("e", "elsewhere"),
    **dict.fromkeys("n", "not-for-me"),
    **dict.fromkeys("dh", "handed-over"),
}
"""Key, in either language, to how the loop is closed."""

ReadLoop = Callable[[Loop], Sequence[Message]]


class AnswerTalk:
    """Open loops with a person. Keys of both languages always work; the letters shown are of the chosen one."""

    def __init__(
        self,
        answers: Answers,
        read: ReadLoop,
        screen: Screen,
        now: datetime,
        *,
        link: Callable[[str], str] = lambda _conversation: "",
    ) -> None:
        self._answers = answers
        self._read = read
        self._screen = screen
        self._now = now
        self._link = link

    def run(self) -> bool:
        """Each loop in turn; False when the person stopped."""
        loops = self._answers.waiting()
        if loops:
            self._screen.say("answers-intro", n=len(loops))
        place = 0
        while place < len(loops):
            self._show(loops[place], place + 1, len(loops))
            decided = self._decide(loops[place])
            if decided is None:
                return False
            keys = [loop.key for loop in loops]
            place = place + 1 if decided is loops[place] else keys.index(decided.key)
        return True

    def _show(self, loop: Loop, place: int, total: int) -> None:
        say = self._screen.say
        self._screen.line()
        kind, ago = self._screen.texts(f"answers-kind-{loop.kind}"), self._screen.texts.ago(self._now - loop.opened)
        say("answers-item", style="bold", i=place, n=total, kind=kind, ago=ago)
        messages = self._read(loop)
        if messages:
            asked = messages[0]
            self._screen.line(f"“{asked.topic or asked.subject}”", style="bold")
            lines = asked.core.strip().splitlines()
            more = ["…"] if len(lines) > LINES_SHOWN else []
            self._screen.line("\n".join(lines[:LINES_SHOWN] + more), indent=2, style="dim")
        elif loop.kind != "reaction":
            say("answers-gone", style="dim")
        elif url := self._link(loop.message):
            say("review-open-link", url=url)

    def _decide(self, loop: Loop) -> Loop | None:
        """The loop that was decided, or the one that an undo opened again; None to stop."""
        while True:
            self._screen.say("answers-keys", style="dim")
            key = self._screen.ask_key()
            if key in ("q", "s"):
                return None
            if key == "u":
                restored = self._answers.undo()
                self._screen.say("review-undone" if restored else "review-nothing-to-undo")
                if restored:
                    return restored
            elif key == "l":
                self._answers.later(loop)
                self._screen.say("review-later")
                return loop
            elif key == "a":
                if self._answer(loop):
                    return loop
            elif key in SETTLED:
                self._answers.settle(loop, SETTLED[key])
                self._screen.say("answers-settled")
                return loop
            else:
                self._screen.say("review-unknown-key")

    def _answer(self, loop: Loop) -> bool:
        """A text to begin with; settled when the leader says that it was sent."""
        self._screen.say("answers-start")
        text = self._screen.texts(f"answers-text-{loop.kind}")
        self._screen.block(text)
        if self._screen.copy(text):
            self._screen.say("review-copied")
        if not self._screen.confirm("answers-sent"):
            return False
        self._answers.settle(loop, "answered")
        self._screen.say("answers-settled")
        return True
