"""kill -9 at any moment while posts go out: none twice, none lost, every uncertain one listed.

``NUDGER_KILLS`` sets the number of kills of the slow runs (100; ``make soak`` asks for 1,000).
"""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.platform import UNIX
from tests.nudger.networks import courier
from tests.nudger.networks.courier import Errand
from tests.servers.synapse import Synapse
from tests.servers.unreliable import ROOM, Unreliable

pytestmark = pytest.mark.skipif(not UNIX, reason="kill -9 exists on Unix only")

FEW = 7
MANY = int(os.environ.get("NUDGER_KILLS", "100"))
BATCH = 8


@dataclass
class Toll:
    """What a kill loop left behind."""

    kills: int
    offered: int
    states: Counter[State]
    duplicates: int
    lost: int
    unlisted: int


def rampage(errand: Errand, kills: int, stored: Callable[[], list[str]]) -> Toll:
    """Let couriers run, kill each at a random moment, let the last one finish, and compare ledger and server."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload([courier.__name__])
    dice = random.Random(kills)
    killed = offered = 0
    while killed < kills:
        if not _ready(errand.ledger):
            courier.offer(errand, offered, BATCH)
            offered += BATCH
        process = forks.Process(target=courier.run, args=(errand,))
        process.start()
        # Most moments lie in the posting itself, some in the waiting that follows a death.
        process.join(dice.choice((0.05, 0.2, 0.2 + errand.settle)) + dice.random() * 0.2)
        if process.exitcode is None:
            process.kill()
            killed += 1
        process.join()
    courier.run(errand)
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


def _unreliable(folder: Path, kills: int, settle: float, latency: float, *, finds: bool) -> Toll:
    with Unreliable(latency, seed=kills) as server:
        errand = Errand(folder / "ledger.db", server.url, "token", ROOM, settle, finds)
        return rampage(errand, kills, server.texts)


def _synapse(server: Synapse, folder: Path, kills: int) -> Toll:
    person = server.register()
    room = person.room(f"moord{kills}")
    errand = Errand(folder / "ledger.db", server.url, person.token, room, settle=0.8)
    return rampage(errand, kills, lambda: [event["content"]["body"] for event in person.messages(room)])


def _nothing_wrong(toll: Toll, record: Callable[[str, object], None]) -> None:
    record("toll", repr(toll))
    print(toll)
    assert (toll.duplicates, toll.lost, toll.unlisted) == (0, 0, 0)


@pytest.mark.parametrize("finds", [True, False], ids=["read-back", "no-read-back"])
def test_killed_against_a_server_that_stores_then_fails(
    tmp_path: Path, finds: bool, record_property: Callable[[str, object], None]
) -> None:
    toll = _unreliable(tmp_path, FEW, settle=0.6, latency=0.05, finds=finds)
    _nothing_wrong(toll, record_property)
    assert (toll.states[State.UNCERTAIN] == 0) is finds


@pytest.mark.synapse
@pytest.mark.xdist_group("synapse")
def test_killed_against_synapse(
    synapse: Synapse, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    toll = _synapse(synapse, tmp_path, FEW)
    _nothing_wrong(toll, record_property)
    assert toll.states[State.UNCERTAIN] == 0


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize("finds", [True, False], ids=["read-back", "no-read-back"])
@pytest.mark.parametrize(("settle", "latency"), [(0.6, 0.05), (2.2, 0.9)], ids=["quick", "slow-server"])
def test_killed_often_against_a_server_that_stores_then_fails(
    tmp_path: Path, settle: float, latency: float, finds: bool, record_property: Callable[[str, object], None]
) -> None:
    _nothing_wrong(_unreliable(tmp_path, MANY, settle, latency, finds=finds), record_property)


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.synapse
def test_killed_often_against_synapse(
    synapse: Synapse, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    _nothing_wrong(_synapse(synapse, tmp_path, MANY), record_property)
