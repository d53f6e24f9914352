"""What is looked at before a post: far more readers, enough for today, and a post about the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.networks.base import Draft, Recent
from nudger.nudges.audience import MOST_SIMILAR, posted, similar, widens
from nudger.nudges.rules import policy
from tests.factories import NOW

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DRAFT = Draft(
    "Fiets naar de cliënt", "Zullen we vaker de fiets nemen naar cliënten dichtbij? Scheelt parkeren.", "z", "nl"
)


@pytest.mark.parametrize(
    ("people", "members", "wide"),
    [(4, 400, False), (4, 401, True), (4, 0, False), (0, 100, False), (0, 101, True)],
)
def test_far_more_readers_than_the_mail_had(people: int, members: int, wide: bool) -> None:
    assert widens(people, members, 100) is wide


def test_an_organisation_may_only_be_stricter() -> None:
    assert policy({"widening": 10, "posts_per_day": 1}).widening == 10
    assert policy({"widening": 10_000}).widening == 100
    assert policy({"posts_per_day": 50}).posts_per_day == 10


def attempt(state: Sending, at: datetime, part: int = 0) -> Attempt:
    return Attempt(
        suggestion="s1", part=part, attempt=1, marker="m", state=state, network="plein", account="a", community="z",
        approved_hash="h", started_at=at,
    )  # fmt: skip


def test_a_day_begins_at_midnight_of_the_organisation_and_uncertain_counts() -> None:
    now = datetime(2026, 6, 2, 22, 30, tzinfo=UTC)  # half past midnight on the third in Amsterdam
    today, before = now - timedelta(minutes=20), now - timedelta(minutes=40)
    attempts = [
        attempt(Sending.SENT, before),
        attempt(Sending.SENT, today),
        attempt(Sending.SENT, today, part=1),
        attempt(Sending.UNCERTAIN, today),
        attempt(Sending.RETRACTED, today),
        attempt(Sending.REFUSED, today),
        attempt(Sending.ABSENT, today),
    ]
    assert posted(attempts, now, AMSTERDAM) == 3
    assert posted(attempts, now, UTC) == 4


def recent(text: str, number: int = 1) -> Recent:
    return Recent(str(number), text, NOW, f"https://plein.example/{number}")


def test_two_leaders_with_the_same_mail_find_each_other() -> None:
    same = recent("Vaker de fiets nemen naar cliënten! Parkeren scheelt ons elke dag een half uur.")
    others = [recent("Wie heeft een kruk over?", 2), recent("Zullen we vaker lunchen?", 3), recent("", 4)]
    assert similar(DRAFT, [*others, same]) == [same]
    assert similar(Draft("", "", "z", "nl"), [same]) == []


def test_the_most_alike_come_first_and_few_of_them() -> None:
    near = recent("Fiets, parkeren, vaker, dichtbij, cliënten, zullen, nemen, cliënt, scheelt", 1)
    found = similar(DRAFT, [recent("vaker parkeren dichtbij nieuws elders", n) for n in range(2, 7)] + [near])
    assert found[0] is near
    assert len(found) == MOST_SIMILAR
