"""The stage for posting in a terminal: a draft on a ledger, and a network that keeps what it is given in a file."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nudger import show
from nudger.ledger.ledger import Ledger
from nudger.networks.base import Community, Draft, Outcome, Post, Rejected, Unknown, compose
from nudger.networks.memory import EVERYTHING, Kept, Memory
from nudger.networks.outbox import Outbox
from nudger.networks.telling import patient
from nudger.nudges.conversation import Conversation
from nudger.nudges.review import Bounds, Review
from nudger.nudges.rules import policy
from nudger.platform import private_folder
from nudger.texts import Texts
from nudger.texts.screen import Screen
from tests.factories import NOW
from tests.nudger.nudges.stage import OTHER, OWN, prepare


class Noted(Memory):
    """Writes each post down; ``mood``: well, no, lost (kept, but no answer), blind (the same, and no list)."""

    folder = Path()
    mood = "well"

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        if self.mood == "no":
            return Rejected("forbidden")
        outcome = super().publish(post, key, reply_to)
        with (self.folder / "posts.jsonl").open("a") as file:
            file.write(json.dumps([post.text, post.community.id]) + "\n")
        return outcome if self.mood == "well" else Unknown()


def play(folder: str, language: str) -> None:
    """Run the review; the mood and the number of members stand in a file."""
    place = Path(folder)
    if not (place / "stage.db").exists():
        prepare(place / "stage.db")
    mood, members = (place / "mood").read_text().split()
    town = Community("zorg", "Team Zorg", members=int(members), visibility="organisation")
    network = Noted(places=(town,), capabilities=replace(EVERYTHING, finds=mood != "blind"))
    network.folder, network.mood = place, mood
    if (place / "standing").exists():
        draft = Draft("", (place / "standing").read_text(), "zorg", "nl")
        network.posts["s1"] = Kept(compose(network, draft, "@priya", town), "@priya", datetime.now(UTC), "s1")
    screen = Screen(Texts("nl" if language == "nl" else "en"))
    with Ledger.open(place / "stage.db") as ledger:
        box = Outbox(ledger, network, settle=timedelta(seconds=0.1), waiting=patient(screen))
        mails = {"t1": [OWN], "t2": [OTHER]}
        review = Review(
            ledger,
            network,
            mails.__getitem__,
            show.sentence,
            NOW,
            outbox=box,
            bounds=Bounds({"x": "zorg"}, policy({"posts_per_day": 1})),
        )
        try:
            Conversation(review, screen, private_folder(place / "drafts"), NOW, {}).run()
        except KeyboardInterrupt:
            sys.exit(130)
