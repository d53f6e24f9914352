"""A hard end before and after every commit and socket write of poll, review and post; then equal ledgers (M2, M4).

Every point is tried by ``make soak``; elsewhere every seventh.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nudger import show
from nudger.app import App
from nudger.config.configuration import load, owners
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.networks.http import Client
from nudger.networks.matrix import Matrix
from nudger.networks.outbox import Outbox
from nudger.nudges.review import Bounds, Review
from nudger.platform import UNIX
from nudger.texts import Texts
from nudger.texts.screen import Screen
from nudger.workplace import Workplace
from tests.nudger.test_poll import CONFIG
from tests.proofs.child import PRELOADED
from tests.proofs.points import CUT, Points
from tests.proofs.world import OWNER, POLLED, Steady, canary_mails, demo_mails
from tests.servers.dovecot import PASSWORD, Dovecot, User
from tests.servers.unreliable import ROOM, Unreliable

pytestmark = [
    pytest.mark.skipif(not UNIX, reason="a fork server exists on Unix only"),
    pytest.mark.dovecot,
    pytest.mark.kill,
    pytest.mark.xdist_group("proofs"),
    pytest.mark.timeout(1800),
]

FORKS = multiprocessing.get_context("forkserver")
SETTLE = timedelta(seconds=0.2)
SPARSE = 7
TIMES = {
    "suggestions": ("decided_at",),
    "outbox": ("attempt", "marker", "started_at", "settled_at", "remote_id", "url"),
}
"""Columns of processing time, and those that count attempts: what a death itself leaves behind."""


@dataclass(frozen=True)
class Errand:
    """One leader: her mailbox is polled, then she posts one suggestion and declines the others."""

    folder: Path
    user: str
    port: int
    url: str

    @property
    def ledger(self) -> Path:
        return self.folder / "leider.db"

    @property
    def log(self) -> Path:
        return self.folder / "points"

    def work(self) -> None:
        """All of it; what was done before is not done again."""
        app = self._app()
        app.read()
        with app.place.ledger() as ledger, app.place.sources() as sources:
            client = Client(self.url, lambda: {"Authorization": "Bearer token"})
            network = Matrix("plein", client, (ROOM,))
            review = Review(
                ledger,
                network,
                lambda thread: app.place.read_thread(thread, ledger, sources),
                show.sentence,
                app.place.now,
                outbox=Outbox(ledger, network, settle=SETTLE),
                bounds=Bounds({"errors": ROOM}, owner=app.place.perspective.owner),
            )
            _decide(review)

    def _app(self) -> App:
        config = self.folder / "nudger.toml"
        text = CONFIG.format(domain="voorbeeld.example", port=self.port, username=self.user, address=OWNER)
        text = text.replace('{ env = "NUDGER_TEST_PASSWORD" }', f'"{PASSWORD}"').replace(
            'id = "errors"', f'id = "errors"\ncommunity = "{ROOM}"'
        )
        config.write_text(text)
        config.chmod(0o600)
        found = load(config, "nl", policy=self.folder / "no-policy.toml")
        now = datetime.fromisoformat(POLLED).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
        texts = Texts("nl")
        return App(Workplace(found, owners(found)[0], texts, now, self.folder), Screen(texts, quiet=True))


def _decide(review: Review) -> None:
    """Her own talk goes to the network, the others are private."""
    review.recover()
    for item in list(review.items()):
        if item.suggestion.own:
            review.send(item, review.post(item))
        else:
            review.decline(item, "private")


def live(errand: Errand, at: int) -> None:
    """The errand, in a process that ends at the point ``at``."""
    Points(errand.log, at).install()
    errand.work()


def run(errand: Errand, at: int = 0) -> int | None:
    """Its exit code."""
    FORKS.set_forkserver_preload([__name__, *PRELOADED])
    process = FORKS.Process(target=live, args=(errand, at))
    process.start()
    process.join()
    return process.exitcode


class Town:
    """A mailbox, a network for each errand, and a key that all ledgers share."""

    def __init__(self, folder: Path, user: User) -> None:
        self.folder, self.user = folder, user
        self.key = b""

    def errand(self, name: str, url: str) -> Errand:
        """A leader with an empty ledger, but for what was announced."""
        made = Errand(self.folder / name, self.user.name, self.user.server.port, url)
        made.folder.mkdir(parents=True)
        if self.key:
            made.ledger.with_suffix(".key").write_bytes(self.key)
            made.ledger.with_suffix(".key").chmod(0o600)
        else:
            Ledger.open(made.ledger).close()
            self.key = made.ledger.with_suffix(".key").read_bytes()
            made.ledger.unlink()
        return made


@pytest.fixture(scope="module")
def town(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Town:
    user = dovecot.add_user()
    user.create("Sent")
    user.append_all([(mail.raw, mail.arrival) for mail in demo_mails()[-24:] if mail.folder == "INBOX"])
    for mail, own in canary_mails():
        user.append(mail.as_bytes(), datetime.fromisoformat(f"{POLLED}+02:00"), "Sent" if own else "INBOX")
    return Town(tmp_path_factory.mktemp("points"), user)


def outcome(path: Path) -> dict[str, Any]:
    """The canonical ledger without processing times; of the outbox, what stands on the network."""
    with Ledger.open(path) as ledger:
        tables = ledger.canonical()
        columns = {name: [row[1] for row in ledger._db.conn.execute(f'PRAGMA table_info("{name}")')] for name in tables}
    outbox = columns["outbox"].index("state")
    tables["outbox"] = [row for row in tables["outbox"] if row[outbox] == "sent"]
    return {
        name: [
            tuple(v for v, c in zip(row, columns[name], strict=True) if c not in TIMES.get(name, ())) for row in rows
        ]
        for name, rows in tables.items()
    }


def texts(network: Unreliable) -> list[str]:
    return sorted(network.texts())


def test_cut_at_any_point_and_resumed_it_ends_as_if_nothing_had_happened(
    town: Town, every_point: bool, record_property: Callable[[str, object], None]
) -> None:
    with Unreliable(0.0) as network:
        network.dice = Steady()
        calm = town.errand("calm", network.url)
        assert run(calm) == 0
        names = calm.log.read_text().splitlines()
        # The second poll keeps the numbers of what was decided after the first.
        assert run(calm) == 0
        expected, posts = outcome(calm.ledger), texts(network)
        assert run(calm) == 0
        assert (outcome(calm.ledger), texts(network)) == (expected, posts), "a second run changes nothing"
    assert len(posts) == 1
    with Ledger.open(calm.ledger) as ledger:
        assert [one.state for one in ledger.suggestions.all()].count(State.SENT) == 1
    assert expected["verdicts"]
    assert len(names) > 30
    record_property("points", repr(Counter(names)))
    tried = [n for n in range(1, len(names) + 1) if every_point or n % SPARSE == 0]
    wrong = [(n, names[n - 1], found) for n in tried if (found := _differences(town, n, expected, posts))]
    print(f"{len(tried)} of {len(names)} points: {Counter(names)}")
    assert wrong == []


def _differences(town: Town, point: int, expected: dict[str, Any], posts: list[str]) -> list[str]:
    """The tables that differ after a cut at this point and a second run; ``posts`` where the network differs."""
    with Unreliable(0.0) as network:
        network.dice = Steady()
        errand = town.errand(f"at{point}", network.url)
        assert run(errand, point) == CUT
        assert (run(errand), run(errand)) == (0, 0)
        found = outcome(errand.ledger)
        different = [name for name in expected if found[name] != expected[name]]
        return different + (["posts"] if texts(network) != posts else [])


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["sparse", "every-point"])
def every_point(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)
