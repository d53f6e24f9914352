"""The engines: workers elsewhere, with nothing but an order, bring the same ledgers as this process alone."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nudger.config.configuration import load, owners
from nudger.errors import ConfigError, MailboxUnavailable
from nudger.ledger.ledger import Ledger
from nudger.mail.imap.errors import UidValidityChanged
from nudger.nightly import engine
from nudger.nightly.away import Away, AwayPlace
from nudger.nightly.haul import Haul, Order, fetch, without_text
from nudger.texts import Texts
from tests.nudger.nightly.test_poll_all import DAY, Office, names, office
from tests.servers.dovecot import PASSWORD, Dovecot

__all__ = ["office"]

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("nightly"), pytest.mark.timeout(300)]
pytest.importorskip("distributed", reason="the extra nudger[dask] is not installed")

DASK = '[nightly]\nengine = "dask"'


def again_on_dask(office: Office, dovecot: Dovecot, folder: Path) -> Office:
    """The same owners and keys, with empty ledgers, and the other engine."""
    folder.mkdir()
    other = Office(folder, dovecot)
    text = other.config.read_text().replace("[nightly]", DASK).replace("workers = 3", "workers = 2")
    other.config.write_text(text)
    other.state.mkdir(parents=True, mode=0o700)
    for name in names(office):
        other.leader(name)
        key = other.state / f"{name}.key"
        key.write_bytes((office.state / f"{name}.key").read_bytes())
        key.chmod(0o600)
    return other


@pytest.mark.proof
def test_a_cluster_brings_the_same_ledgers(office: Office, dovecot: Dovecot, tmp_path: Path) -> None:
    here = office.json()
    other = again_on_dask(office, dovecot, tmp_path / "dask")
    there = other.json()
    assert there["ok"] == 3
    assert _counted(there) == _counted(here)
    for name in names(office):
        assert other.canonical(name) == office.canonical(name)


def _counted(told: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [tuple(box[key] for key in ("name", "folder", "seen", "outcomes", "offered")) for box in told["mailboxes"]]


@pytest.mark.slow
def test_the_night_after_brings_nothing_new_and_one_refused_login_stops_nobody(
    office: Office, dovecot: Dovecot, tmp_path: Path
) -> None:
    office.json()
    other = again_on_dask(office, dovecot, tmp_path / "dask")
    other.json()
    before = [other.canonical(name) for name in names(office)]
    other.leader(names(office)[0], password="geheim-en-fout")
    later = other.json(code=77)
    assert (later["ok"], later["failed"]) == (2, 1)
    assert [other.canonical(name) for name in names(office)] == before


def test_a_plain_password_does_not_travel(office: Office) -> None:
    text = office.config.read_text().replace('{ file = "passwords/{user}" }', f'"{PASSWORD}"')
    office.config.write_text(text)
    office.config.chmod(0o600)
    with Ledger.in_memory() as ledger, pytest.raises(ConfigError) as raised:
        _place(office, fetch).order("mailbox", ledger)
    assert raised.value.key == "nightly-secret-plain"


@pytest.fixture
def order(office: Office) -> Order:
    """What a worker is told about one mailbox that was never read."""
    with Ledger.in_memory() as ledger:
        return _place(office, fetch).order("mailbox", ledger)


def _place(office: Office, by: Callable[[Order], Haul]) -> AwayPlace:
    config = load(office.config, "nl", policy=office.folder / "no-policy.toml")
    now = datetime.combine(DAY, datetime.min.time(), UTC)
    owner = owners(config)[0]
    mailbox = next(iter(owner.mailboxes.values()))
    return AwayPlace(config, replace(owner, mailboxes={"mailbox": mailbox}), Texts("nl"), now, office.state, fetch=by)


def values(thing: object) -> Iterator[object]:
    """Everything in a tree of plain values."""
    yield thing
    if is_dataclass(thing):
        for one in fields(thing):
            yield from values(getattr(thing, one.name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from values(key)
            yield from values(value)
    elif isinstance(thing, list | tuple | frozenset | set):
        for value in thing:
            yield from values(value)


def test_an_order_holds_no_secret_and_can_be_sent(order: Order, office: Office) -> None:
    sent = pickle.dumps(order)
    assert PASSWORD.encode() not in sent
    assert b"passwords/" in sent
    back: Order = pickle.loads(sent)
    assert back == order


def test_what_comes_back_holds_no_text(order: Order) -> None:
    haul = fetch(order)
    assert haul.error is None
    looks = [one for folder in haul.folders.values() for one in folder.looks.values()]
    assert len(looks) > 30
    assert not [one for one in looks if one.message and (one.message.own_words or one.message.core or one.message.cuts)]
    assert max(len(value) for value in values(haul) if isinstance(value, str)) < 400
    assert [without_text(one) for one in looks] == looks


def test_done_again_it_is_the_same(order: Order) -> None:
    first, second = fetch(order), fetch(order)
    assert {name: found.looks for name, found in first.folders.items()} == {
        name: found.looks for name, found in second.folders.items()
    }


def test_another_version_is_refused(order: Order) -> None:
    for other in (replace(order, version="0.0"), replace(order, model_id="00000000")):
        error = fetch(other).error
        assert error
        assert error.key == "nightly-other-version"


def test_what_was_read_before_a_failure_counts(order: Order) -> None:
    haul = fetch(order)
    [(inbox, found), *_] = haul.folders.items()
    source: Any = Away("mailbox", None)  # type: ignore[arg-type]
    source.take(Haul("Sent", {inbox: found}, MailboxUnavailable("imap-timeout")))
    assert source.state(inbox).messages == len(source.uids(inbox, found.after, found.since))
    with pytest.raises(MailboxUnavailable):
        source.state("Sent")


def test_every_error_arrives_as_it_was() -> None:
    error: Any = pickle.loads(pickle.dumps(UidValidityChanged("a", "INBOX", 1, 2)))
    assert (type(error), error.key, error.values["now"]) == (UidValidityChanged, "imap-uidvalidity-changed", 2)


def test_a_lost_cluster_is_one_plain_error() -> None:
    class Gone:
        def submit(self, *_: object) -> Gone:
            return self

        def result(self) -> object:
            raise RuntimeError("anna@voorbeeld.example")

    with pytest.raises(MailboxUnavailable) as raised:
        engine._by(Gone(), None)  # type: ignore[arg-type]
    assert "anna" not in repr(raised.value.values)


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    settings: Any = SimpleNamespace(engine="dask")
    with pytest.raises(ConfigError), engine.fetching(settings):
        pass
