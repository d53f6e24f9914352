"""Golden sessions: what a person types in ``review``, ``answers`` and ``digest``, and what the terminal shows.

``python -m tests.nudger.nudges.golden_sessions`` plays and writes them anew; read what changed before keeping it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from nudger import show
from nudger.nudges.digest import Overview, lay
from nudger.texts import LANGUAGES, Language, Texts
from nudger.texts.screen import Screen
from tests.factories import NOW
from tests.nudger.nudges import answer_stage, review_stage
from tests.nudger.nudges.terminal import Pseudo
from tests.nudger.nudges.test_digest import entry, loop, week

FOLDER = Path(__file__).parents[2] / "golden" / "sessions"
KEY = "⌨"
"""What stands in a session before the keys that were pressed there."""

Play = Callable[[Path, Language], int]


@dataclass(frozen=True)
class Session:
    """One sitting: how it is played, and the keys, of which a line ends in a line feed."""

    name: str
    language: Language
    play: Play
    keys: Sequence[str]

    def run(self, folder: Path, **environ: str) -> tuple[str, str]:
        """The transcript, and everything as it came."""
        screen = Pseudo(partial(self.play, folder, self.language), folder, **environ)
        shown, parts = 0, []
        for keys in self.keys:
            screen.press(keys)
            now = screen.seen
            parts.append(f"{now[shown:].rstrip()}\n{KEY} {keys.strip() or 'Enter'}\n")
            shown = len(now)
        assert screen.end() == 0, screen.seen
        return "".join([*parts, screen.seen[shown:].rstrip(), "\n"]), screen.raw


def digest(folder: Path, language: Language) -> int:
    """Print what ``nudger digest`` prints, as it prints it."""
    texts = Texts(language)
    colleague = entry(2, own=False, draft=None, title="Een stilteruimte", kind="discussion")
    told = Overview(
        entries=[replace(entry(), goal="errors"), colleague],
        waiting=[loop()],
        weeks=[week("2026-W22"), week("2026-W23")],
        promise_days=2,
    )
    show.lines(Screen(texts), lay(told, NOW, texts).lines)
    return 0


def _twice(name: str, play: Play, nl: Sequence[str], en: Sequence[str]) -> list[Session]:
    return [
        Session(f"{name}.{language}", language, play, keys) for language, keys in zip(LANGUAGES, (nl, en), strict=True)
    ]


SESSIONS = [
    *_twice(
        "review",
        review_stage.play,
        # The idea is handed over, the reaction answered below the post, the question put off; then form, post, quote.
        ["?", "d", "a", "p", "j", "l", "f", "f", "f", "p", "j", "w", "1", "p", "n", "v", "j", "u", "n", "n"],
        ["?", "h", "a", "p", "y", "l", "f", "f", "f", "p", "y", "w", "1", "p", "n", "a", "y", "u", "n", "n"],
    ),
    *_twice(
        "answers",
        answer_stage.play,
        ["a", "j", "u", "e", "x", "l", "a", "\r", "n"],
        ["a", "y", "u", "e", "x", "l", "a", "\r", "n"],
    ),
    *_twice("digest", digest, [], []),
]


if __name__ == "__main__":
    for session in SESSIONS:
        with tempfile.TemporaryDirectory() as place:
            text, _ = session.run(Path(place))
        (FOLDER / f"{session.name}.txt").write_text(text, encoding="utf-8")
