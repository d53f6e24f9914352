"""Small mails for the tests of judging, written here."""

from __future__ import annotations

from datetime import UTC, datetime

from classifiers.labels import Example, Label
from rules.message import Address, Message

WHEN = datetime(2025, 3, 4, 9, 0, tzinfo=UTC)


def person(name: str, domain: str = "voorbeeld.example") -> Address:
    return Address(name.title(), f"{name}@{domain}", True)


def mail(core: str, *, topic: str = "overdracht", sender: str = "fatima", to: int = 3, **fields: object) -> Message:
    fields = {"questions": core.count("?"), "language": "nl", **fields}
    return Message(
        id=f"<{abs(hash((core, sender)))}@voorbeeld.example>",
        sent=WHEN,
        sender=person(sender),
        to=tuple(person(f"collega{n}") for n in range(to)),
        subject=topic,
        topic=topic,
        own_words=core,
        core=core,
        **fields,  # type: ignore[arg-type]
    )


TALK = (
    "Wat vinden jullie ervan om de overdracht voortaan met een checklist te doen? Ik stel voor dat we het proberen.",
    "Ik heb een idee: laten we de briefing om negen uur houden, want dan is iedereen er. Wat denken jullie?",
    "Zouden we niet beter kunnen delen wat er misgaat? Volgens mij leren we daar allemaal van.",
    "I suggest we try a shared list instead of the long mail. What do you think, would it help the team?",
    "Has anyone found a better way to plan the weekend? I think we could learn from each other.",
    "Ik twijfel: het voordeel is dat het sneller gaat, maar het nadeel is dat niemand meer meekijkt.",
)
OTHER = (
    "Kun je de bijlage vandaag nog tekenen en naar mij sturen? Graag voor vijf uur.",
    "De vergadering van morgen is verplaatst naar kamer twee, tien uur.",
    "Please send me the invoice by Friday, thanks.",
    "Bedankt voor gisteren, het was gezellig. Fijn weekend!",
    "Hierbij het verslag van maandag, zie bijlage.",
    "Can you call me at three about the contract?",
)


def examples(rounds: int = 12) -> list[Example]:
    """Half talk, half not, from many senders; enough to train a toy model on."""
    made = []
    for n in range(rounds):
        for number, core in enumerate(TALK + OTHER):
            talk = number < len(TALK)
            kind = ("idea" if number % 2 else "discussion") if talk else ("task", "logistics")[number % 2]
            message = mail(
                f"{core} Ronde {n}.", sender=f"persoon{n}{number}", topic=f"punt {n} {number}", to=1 + 4 * talk
            )
            made.append(
                Example(
                    message, Label(kind, 3 if talk else 0, 0), source="labelled.jsonl#1", findings=("vraagt",) * talk
                )
            )
    return made
