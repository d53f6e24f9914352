"""kill -9 at any moment while posts go out: none twice, none lost, every uncertain one listed.

``NUDGER_KILLS`` sets the number of kills of each run (100; ``make soak`` asks for 1,000). They are spread over several
ledgers at once, each with a server or a room of its own, for most of the time nobody works: a courier waits for an
answer, or for the time to settle.
"""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.platform import UNIX
from tests.nudger.networks import courier
from tests.nudger.networks.courier import Errand
from tests.servers.synapse import Synapse
from tests.servers.unreliable import ROOM, Unreliable

pytestmark = [
    pytest.mark.skipif(not UNIX, reason="kill -9 exists on Unix only"),
    pytest.mark.kill,
    pytest.mark.timeout(0),
]

KILLS = int(os.environ.get("NUDGER_KILLS", "100"))
LANES, FEWER = 10, 8
"""Ledgers at a time: each with a stub of its own, or all on one Synapse, which more would keep from answering."""
BATCH = 8
FORKS = multiprocessing.get_context("forkserver")


@dataclass
class Toll:
    """What a kill loop left behind."""

    kills: int
    offered: int
    states: Counter[State]
    duplicates: int
    lost: int
    unlisted: int

    def __add__(self, other: Self) -> Toll:
        return Toll(
            self.kills + other.kills,
            self.offered + other.offered,
            self.states + other.states,
            self.duplicates + other.duplicates,
            self.lost + other.lost,
            self.unlisted + other.unlisted,
        )


def lanes(count: int, folder: Path, run: Callable[[Path, int, int], Toll]) -> Toll:
    """Every lane's toll in one: ``run`` gets a folder, the number of kills of the lane, and the lane's number."""
    FORKS.set_forkserver_preload([courier.__name__])
    shares = [KILLS // count + (number < KILLS % count) for number in range(count)]
    folders = [folder / str(number) for number in range(count)]
    for one in folders:
        one.mkdir()
    with ThreadPoolExecutor(count) as pool:
        first, *others = pool.map(run, folders, shares, range(count))
    return sum(others, first)


def rampage(errand: Errand, kills: int, seed: int, stored: Callable[[], list[str]]) -> Toll:
    """Let couriers run, kill each at a random moment, let the last one finish, and compare ledger and server."""
    dice = random.Random(f"{kills} {seed}")
    killed = offered = 0
    while killed < kills:
        if not _ready(errand.ledger):
            courier.offer(errand, offered, BATCH)
            offered += BATCH
        process = FORKS.Process(target=courier.run, args=(errand,))
        process.start()
        # Most moments lie in the posting itself, some in the waiting that follows a death.
        process.join(dice.choice((0.05, 0.2, 0.2 + errand.settle)) + dice.random() * 0.2)
        if process.exitcode is None:
            process.kill()
            killed += 1
        process.join()
    courier.finish(errand)
    return _count(errand, killed, offered, Counter(stored()))


def _ready(path: Path) -> bool:
    with Ledger.open(path) as ledger:
        return bool(ledger.suggestions.in_states((*courier.READY, State.SENDING)))


def _count(errand: Errand, kills: int, offered: int, stored: Counter[str]) -> Toll:
    with Ledger.open(errand.ledger) as ledger:
        all_ = ledger.suggestions.all()
    by_text = {f"Bericht {int(one.id[1:], 16)}": one.state for one in all_}
    assert len(by_text) == offered
    return Toll(
        kills=kills,
        offered=offered,
        states=Counter(one.state for one in all_),
        duplicates=sum(count - 1 for count in stored.values()),
        lost=sum(state is State.SENT and not stored[text] for text, state in by_text.items()),
        unlisted=sum(state not in (State.SENT, State.UNCERTAIN) for state in by_text.values()),
    )


def _unreliable(folder: Path, settle: float, latency: float, *, finds: bool) -> Toll:
    def run(lane: Path, kills: int, seed: int) -> Toll:
        with Unreliable(latency, seed=seed) as server:
            errand = Errand(lane / "ledger.db", server.url, "token", ROOM, settle, finds)
            return rampage(errand, kills, seed, server.texts)

    return lanes(LANES, folder, run)


def _nothing_wrong(toll: Toll, record: Callable[[str, object], None]) -> None:
    record("toll", repr(toll))
    print(toll)
    assert toll.kills == KILLS
    assert (toll.duplicates, toll.lost, toll.unlisted) == (0, 0, 0)


@pytest.mark.parametrize("finds", [True, False], ids=["read-back", "no-read-back"])
@pytest.mark.parametrize(
    ("settle", "latency"), [(1.0, 0.05), pytest.param(2.2, 0.9, marks=pytest.mark.slow)], ids=["quick", "slow-server"]
)
def test_killed_against_a_server_that_stores_then_fails(
    tmp_path: Path, settle: float, latency: float, finds: bool, record_property: Callable[[str, object], None]
) -> None:
    toll = _unreliable(tmp_path, settle, latency, finds=finds)
    _nothing_wrong(toll, record_property)
    assert (toll.states[State.UNCERTAIN] == 0) is finds


@pytest.mark.synapse
@pytest.mark.xdist_group("synapse")
def test_killed_against_synapse(
    synapse: Synapse, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    person = synapse.register()
    rooms = [person.room(f"moord{number}") for number in range(FEWER)]

    def run(lane: Path, kills: int, seed: int) -> Toll:
        room = rooms[seed]
        errand = Errand(lane / "ledger.db", synapse.url, person.token, room, settle=2.0)
        return rampage(errand, kills, seed, lambda: [event["content"]["body"] for event in person.messages(room)])

    toll = lanes(FEWER, tmp_path, run)
    _nothing_wrong(toll, record_property)
    assert toll.states[State.UNCERTAIN] == 0
