"""A process that posts what is approved, to be killed: recovery first, then one post after another."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from nudger.errors import NudgerError
from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Suggestion
from nudger.ledger.states import State
from nudger.networks.base import Draft, Network, compose
from nudger.networks.http import Client
from nudger.networks.matrix import TEXT, Matrix
from nudger.networks.outbox import Outbox
from tests.factories import suggestion

PATIENCE = 200
"""So many refusals in a row, and the server is not one to test with."""
LOOKS = 10
READY = (State.OFFERED, State.ACCEPTED, State.REFUSED)


@dataclass(frozen=True)
class Errand:
    """Where the ledger and the server are; ``settle`` in seconds, the request time-out is half of it."""

    ledger: Path
    url: str
    token: str
    room: str
    settle: float
    finds: bool = True

    def network(self) -> Network:
        client = Client(self.url, lambda: {"Authorization": f"Bearer {self.token}"}, seconds=self.settle / 2)
        return Matrix("plein", client, (self.room,), replace(TEXT, finds=self.finds))


def offer(errand: Errand, first: int, count: int) -> None:
    """Drafts that wait for a yes, each with a text of its own."""
    with Ledger.open(errand.ledger) as ledger, ledger.atomic():
        for number in range(first, first + count):
            made = suggestion(f"t{number:05d}", id=f"s{number:031x}", body=f"Bericht {number}", language="nl")
            ledger.suggestions.offer(made)


def run(errand: Errand) -> None:
    """Until nothing is ready any more."""
    network = errand.network()
    with Ledger.open(errand.ledger) as ledger:
        box = Outbox(ledger, network, settle=timedelta(seconds=errand.settle))
        box.recover()
        failures = 0
        while ready := ledger.suggestions.in_states(READY):
            try:
                box.send(_approved(ledger, network, ready[0], errand.room))
                failures = 0
            except NudgerError:
                failures += 1
                if failures > PATIENCE:
                    raise
                time.sleep(0.02)


def finish(errand: Errand) -> None:
    """Undisturbed to the end; what a slow server left uncertain is looked for again, as ``resolve`` does."""
    for _ in range(LOOKS):
        run(errand)
        with Ledger.open(errand.ledger) as ledger:
            if not errand.finds or not ledger.suggestions.in_states((State.UNCERTAIN,)):
                return
        time.sleep(errand.settle)


def _approved(ledger: Ledger, network: Network, one: Suggestion, room: str) -> Suggestion:
    """The leader's yes to what stands there now."""
    place = network.community(room)
    assert place
    post = compose(network, Draft("", one.body, room, "nl"), network.check(), place)
    yes = {"network": post.network, "community": room, "approved_hash": post.hash}
    with ledger.atomic():
        if one.state is State.ACCEPTED:
            return ledger.suggestions.change(one, **yes)
        return ledger.suggestions.move(one, State.ACCEPTED, **yes)
