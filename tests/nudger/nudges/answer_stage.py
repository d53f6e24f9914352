"""The stage for what waits: a reaction to an own post, an idea and a question in mail, and the real conversation."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.networks.base import Community, Draft, Outcome, Post, Published, Rejected, Unknown, compose
from nudger.networks.memory import Kept, Memory
from nudger.networks.outbox import ReplyBox
from nudger.nudges.answer_talk import AnswerTalk
from nudger.nudges.answers import Answers
from nudger.nudges.replies import Replies
from nudger.nudges.reply_talk import ReplyTalk
from nudger.platform import private_folder
from nudger.texts import Language, Texts
from nudger.texts.screen import Screen
from rules.message import Message
from tests.factories import NOW, message

ZORG = Community("zorg", "Team Zorg", members=14, visibility="organisation")
IDEA = message(1, core="Zullen we de fiets nemen naar cliënten in de wijk? Wat vind jij?")
QUESTION = message(
    2, subject="Night shift", topic="Night shift", core="Who can tell me how the night shift hands over?", language="en"
)
MAILS = {"k1": IDEA, "k2": QUESTION}


class Town(Memory):
    """A network with one own post, which writes down what it is given. ``mood``: well, no, or lost for good."""

    folder = Path()
    mood = "well"

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        if self.mood == "no":
            return Rejected("forbidden")
        outcome = super().publish(post, key, reply_to)
        with (self.folder / "posts.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps([post.text, reply_to]) + "\n")
        return Unknown() if self.mood == "lost" else outcome

    def _published(self, key: str) -> Published:
        return Published(key, f"https://plein.example/{list(self.posts).index(key) + 1}")

    def find(self, post: Post, key: str, since: datetime) -> Unknown:  # type: ignore[override]
        return Unknown()


def town(folder: Path, mood: str) -> Town:
    """The network as it stands: the own post ``p1`` in Team Zorg."""
    network = Town(name="plein", places=(ZORG,), account="fatima")
    network.folder, network.mood = folder, mood
    first = compose(network, Draft("", "Wie heeft een goede checklist?", "zorg", "nl"), "fatima", ZORG)
    network.posts["p1"] = Kept(first, "fatima", NOW - timedelta(days=2), "p1")
    return network


def prepare(path: Path) -> None:
    """Three open loops; the reaction first, as it holds back."""
    with Ledger.open(path) as ledger, ledger.atomic():
        key = ledger.activity.key("plein", "p1")
        ledger.outbox.begin(
            Attempt(
                suggestion="s1",
                part=0,
                attempt=1,
                marker="m",
                state=Sending.SENT,
                network="plein",
                account="fatima",
                community="zorg",
                approved_hash="h",
                started_at=NOW - timedelta(days=2),
                remote_id="p1",
                url="https://plein.example/1",
            )
        )
        ledger.activity.put(
            ActivityRow(
                network="plein",
                community="zorg",
                conversation=key,
                week="2026-W22",
                started=NOW - timedelta(days=2),
                people=2,
                replies=1,
                own=True,
                first_answer=NOW - timedelta(days=1),
                last_reply=NOW - timedelta(days=1),
                url="https://plein.example/1",
            )
        )
        for kind, thread, name, days in (
            ("reaction", "", key, 1),
            ("idea", "t1", "k1", 5),
            ("question", "t2", "k2", 4),
        ):
            opened = NOW - timedelta(days=days)
            ledger.loops.open(
                Loop(
                    key=ledger.loops.id_of(kind, name),
                    kind=kind,
                    thread=thread,
                    message=name,
                    opened=opened,
                    due=opened + timedelta(days=2),
                )
            )


def asked(loop: Loop) -> list[Message]:
    """The mail that asked."""
    return [MAILS[loop.message]] if loop.message in MAILS else []


def answer_talk(ledger: Ledger, screen: Screen, folder: Path, mood: str = "") -> AnswerTalk:
    """The conversation; with a ``mood`` of the network nudger replies there itself."""
    poster = None
    if mood:
        network = town(folder, mood)
        box = ReplyBox(ledger, network, settle=timedelta(0), waiting=lambda _seconds: None)
        poster = ReplyTalk(Replies(ledger, network, box, NOW), screen)
        poster.recover()
    return AnswerTalk(Answers(ledger, NOW, UTC), asked, screen, NOW, private_folder(folder / "drafts"), poster=poster)


def play(folder: Path, language: Language, mood: str = "") -> int:
    """Run it; exit as the command line would."""
    path = folder / "stage.db"
    if not path.exists():
        prepare(path)
    with Ledger.open(path) as ledger:
        answer_talk(ledger, Screen(Texts(language)), folder, mood).run()
    return 0
