"""optout: on the list for all owners, out of what waits, and explained as protected without saying who or why."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.demo.letters import people, perspective
from nudger.demo.play import OWNER
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from tests.command import Done, command

COLLEAGUES = sorted({person.email for person in people().values()} - perspective().owner)


def run(home: Path, *words: str) -> Done:
    return command(home, *words, "--lang", "nl")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, played for four weeks: something that Fatima began waits."""
    home = tmp_path_factory.mktemp("optout")
    assert run(home, "demo", "--weeks", "4").code == 0
    return home


def waiting(home: Path) -> dict[str, list[str]]:
    """What waits, by id, with the colleagues who take part."""
    with Ledger.open(home / "state" / "nudger" / "demo" / f"{OWNER}.db") as ledger:
        offered = ledger.suggestions.in_states((State.OFFERED,))
        traces = {address: {trace.thread for trace in ledger.people._traces(address)} for address in COLLEAGUES}
    return {one.id: [address for address in COLLEAGUES if one.thread in traces[address]] for one in offered}


def test_what_waits_with_a_colleague_who_opts_out_is_gone_and_explain_says_protected(home: Path) -> None:
    before = waiting(home)
    who = next(address for colleagues in before.values() for address in colleagues)
    concerned = {one for one, colleagues in before.items() if who in colleagues}
    done = run(home, "--demo", "optout", who.upper())
    assert done.code == 0, done.err
    assert who not in done.out
    assert run(home, "--demo", "optout", who).code == 0
    assert set(waiting(home)) == set(before) - concerned
    for one in concerned:
        why = run(home, "--demo", "explain", one[:8])
        assert "beschermd" in why.out.lower(), why
        assert who not in why.out


def test_what_is_no_address_is_told(home: Path) -> None:
    assert run(home, "--demo", "optout", "Sanne").code == 2
