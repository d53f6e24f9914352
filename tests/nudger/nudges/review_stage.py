"""The stage for a whole review: what waits for an answer, two suggestions and two doubtful threads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from nudger import show
from nudger.ledger.ledger import Ledger
from nudger.networks.outbox import Outbox
from nudger.nudges.conversation import Conversation
from nudger.nudges.review import Bounds, Review
from nudger.nudges.rules import policy
from nudger.platform import private_folder
from nudger.texts import Language, Texts
from nudger.texts.screen import Screen
from tests.factories import NOW, message, message_row
from tests.nudger.nudges import answer_stage as answers
from tests.nudger.nudges.stage import OTHER, OWN
from tests.nudger.nudges.stage import prepare as prepare_suggestions

DOUBT = message(
    7, subject="Ruimte 4", topic="Ruimte 4", core="Ruimte 4 is vaak leeg. Misschien kan daar iets anders.", questions=0
)
MAILS = {"t1": [OWN], "t2": [OTHER], "t8": [DOUBT], "t9": [DOUBT]}


def prepare(path: Path, *, loops: bool = True) -> None:
    """Everything that a review can show, with or without what waits for an answer."""
    prepare_suggestions(path)
    if loops:
        answers.prepare(path)
    with Ledger.open(path) as ledger, ledger.atomic():
        for number, key in ((8, "t8"), (9, "t9")):
            ledger.mail.add(message_row(number, thread=key, key=f"k{number}", verdict="ask", worth=0.4))
            ledger.threads.refresh(key, ledger.mail.of_thread(key))
        ledger._db.conn.execute("UPDATE threads SET people = 3, addressees = 2")


def play(folder: Path, language: Language, mood: str = "well") -> int:
    """Run it; exit as the command line would."""
    path = folder / "stage.db"
    if not path.exists():
        prepare(path)
    screen, network = Screen(Texts(language)), answers.town(folder, mood)
    with Ledger.open(path) as ledger:
        box = Outbox(ledger, network, settle=timedelta(0), waiting=lambda _seconds: None)
        bounds = Bounds({"x": "zorg"}, policy({}))
        review = Review(ledger, network, MAILS.__getitem__, show.sentence, NOW, outbox=box, bounds=bounds)
        first = answers.answer_talk(ledger, screen, folder, mood)
        Conversation(review, screen, private_folder(folder / "drafts"), NOW, {}, first=first).run()
    return 0
