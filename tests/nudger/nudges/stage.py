"""The stage for review in a terminal: two offered threads on a ledger, their mails at hand, the real conversation."""

from __future__ import annotations

import sys
from pathlib import Path

from nudger import show
from nudger.ledger.ledger import Ledger
from nudger.networks.base import Community
from nudger.networks.handoff import Handoff
from nudger.nudges.conversation import Conversation
from nudger.nudges.review import Review
from nudger.platform import private_folder
from nudger.texts import Texts
from nudger.texts.screen import Screen
from tests.factories import ANNA, FATIMA, NOW, TOM, message, message_row, suggestion

OWN = message(1, sender=FATIMA, to=(ANNA, TOM), from_owner=True, owner_role="from")
OTHER = message(
    2, subject="Een stilteruimte", topic="Een stilteruimte", core="Zullen we een stilteruimte maken?", questions=1
)


def prepare(path: Path) -> None:
    """Two threads, the first begun by the leader."""
    with Ledger.open(path) as ledger, ledger.atomic():
        for number, key, role in ((1, "t1", "from"), (2, "t2", "to")):
            ledger.mail.add(message_row(number, thread=key, key=f"k{number}", role=role))
            ledger.threads.refresh(key, ledger.mail.of_thread(key))
            ledger.suggestions.offer(suggestion(key, own=role == "from"))


def play(folder: str, language: str) -> None:
    """Run the review; exit as the command line would."""
    place = Path(folder)
    if not (place / "stage.db").exists():
        prepare(place / "stage.db")
    mails = {"t1": [OWN], "t2": [OTHER]}
    network = Handoff(name="plein", url="https://plein.example", places=(Community("zorg", "Team Zorg", members=14),))
    screen = Screen(Texts("nl" if language == "nl" else "en"))
    with Ledger.open(place / "stage.db") as ledger:
        review = Review(ledger, network, mails.__getitem__, show.sentence, NOW)
        try:
            Conversation(review, screen, private_folder(place / "drafts"), NOW, {}).run()
        except KeyboardInterrupt:
            sys.exit(130)
