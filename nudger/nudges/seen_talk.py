"""The conversation after leave: one list of what came in meanwhile, and "seen, I will come back to it" for several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from nudger.ledger.loop_rows import Loop
from nudger.nudges.answers import Answers
from nudger.texts import Language, Texts
from nudger.texts.screen import Screen

ALL = ("alle", "alles", "all", "*")


class SeenTalk:
    """What waits after leave, with a person."""

    def __init__(
        self,
        answers: Answers,
        screen: Screen,
        now: datetime,
        topic: Callable[[Loop], str],
        speech: Callable[[Loop], Language],
    ) -> None:
        self._answers = answers
        self._screen = screen
        self._now = now
        self._topic = topic
        self._speech = speech

    def run(self, loops: Sequence[Loop]) -> None:
        """Show the list once; of those that are chosen a first word goes out by the leader's own hand."""
        texts = self._screen.texts
        self._screen.say("answers-back", n=len(loops))
        for number, loop in enumerate(loops, 1):
            topic = self._topic(loop)
            self._screen.say(
                "answers-back-line",
                i=number,
                kind=texts(f"answers-kind-{loop.kind}"),
                ago=texts.ago(self._now - loop.opened),
                topic=f" “{topic}”" if topic else "",
            )
        chosen = picked(self._screen.ask_line("answers-back-which"), loops)
        if chosen:
            self._tell(chosen)

    def _tell(self, chosen: Sequence[Loop]) -> None:
        self._answers.seen(chosen)
        self._screen.say("answers-seen", n=len(chosen))
        for language in sorted({self._speech(loop) for loop in chosen}):
            text = Texts(language)("answers-text-seen")
            self._screen.block(text)
            if self._screen.copy(text):
                self._screen.say("review-copied")


def picked(typed: str, loops: Sequence[Loop]) -> list[Loop]:
    """The loops meant by numbers (``1 3``, ``1,3``) or by "all"; anything else means none."""
    if typed.lower() in ALL:
        return list(loops)
    if not re.fullmatch(r"[0-9]{1,3}(?:[ ,;]+[0-9]{1,3})*", typed):
        return []
    numbers = {int(number) for number in re.findall("[0-9]+", typed)}
    return [loop for number, loop in enumerate(loops, 1) if number in numbers]
