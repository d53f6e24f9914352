"""A message that kills the program is given up after three deaths, and costs no other message anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.ledger.ledger import Ledger
from nudger.ledger.records import Trial
from nudger.mail.stored.files import open_path
from nudger.trials import KILLED, MOST_TRIES, Place, Step, examine, steps
from tests.nudger.mail.mails import mail

PROGRAM = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from classifiers.model import load
from nudger import looking, poll
from nudger.ledger.ledger import Ledger
from nudger.mail.perspective import Perspective
from nudger.mail.stored.files import open_path
from rules.pack import builtin_packs, digest_of

deadly, read = set(sys.argv[3:]), looking.read

def fragile(raw, *args, **kwargs):
    if str(raw.uid) in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(raw, *args, **kwargs)

looking.read = fragile
packs = builtin_packs()
reader = looking.Reader(
    Perspective(domains=frozenset({"acme.example"})), packs, load(packs=digest_of(packs)), (), ZoneInfo("Europe/Amsterdam"),
    datetime(2026, 11, 24, 12, tzinfo=UTC),
)
with Ledger.open(Path(sys.argv[1])) as ledger:
    source = open_path(Path(sys.argv[2]), "leider")
    poll.poll_folder(source, "mails", ledger, reader, look_back_days=0)
"""  # noqa: E501


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(1, 7):
        octets = mail(f"Wat vinden jullie van plan {number}?\r\n", Message_ID=f"<m{number}@acme.example>")
        (folder / f"{number}.eml").write_bytes(octets)
    return folder


def polls_until_it_lives(ledger: Path, mails: Path, *deadly: int) -> int:
    """How often the program dies before it comes to the end."""
    command = [sys.executable, "-c", PROGRAM, str(ledger), str(mails), *map(str, deadly)]
    for deaths in range(20):
        code = subprocess.run(command, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"}).returncode
        if code == 0:
            return deaths
        assert code == -signal.SIGKILL
    raise AssertionError("it never came to the end")


def sightings(path: Path) -> dict[int, tuple[str, str, int]]:
    with Ledger.open(path) as ledger:
        assert ledger.canonical()["trials"] == []
        return {row[3]: (row[4], row[6], row[7]) for row in ledger.canonical()["sightings"]}


@pytest.mark.kill
def test_a_message_that_kills_three_times_is_unreadable_and_all_others_are_read(mails: Path, tmp_path: Path) -> None:
    assert polls_until_it_lives(tmp_path / "a.db", mails, 3) == MOST_TRIES
    assert polls_until_it_lives(tmp_path / "b.db", mails) == 0
    found, undisturbed = sightings(tmp_path / "a.db"), sightings(tmp_path / "b.db")
    assert found.pop(3) == ("unreadable", KILLED, MOST_TRIES)
    undisturbed.pop(3)
    assert found == undisturbed
    assert polls_until_it_lives(tmp_path / "a.db", mails, 3) == 0


@pytest.mark.kill
def test_two_such_messages_cost_three_deaths_each(mails: Path, tmp_path: Path) -> None:
    assert polls_until_it_lives(tmp_path / "a.db", mails, 1, 5) == 2 * MOST_TRIES
    assert [uid for uid, row in sightings(tmp_path / "a.db").items() if row[0] == "unreadable"] == [1, 5]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_ends_in_good_order_is_no_death(error: type[BaseException]) -> None:
    with Ledger.in_memory() as ledger:
        with pytest.raises(error), Place(ledger, "a", "INBOX", 1).on_trial(Step((4, 5))):  # noqa: PT012 - what is between
            assert ledger.mail.trial("a", "INBOX") == Trial(1, 4, 5, 1)
            raise error
        assert ledger.mail.trial("a", "INBOX") is None


def test_numbers_of_another_uidvalidity_mean_nothing(mails: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger, ledger.atomic():
        with closing(open_path(mails, "leider")) as source:
            other = source.state("mails").uidvalidity + 1
        ledger.mail.begin_trial("leider", "mails", Trial(other, 3, 3, MOST_TRIES))
    assert polls_until_it_lives(tmp_path / "a.db", mails) == 0
    assert "unreadable" not in {row[0] for row in sightings(tmp_path / "a.db").values()}


uid_lists = st.sets(st.integers(1, 60)).map(sorted)
trials = st.none() | st.builds(Trial, st.just(1), st.integers(1, 60), st.integers(1, 60), st.integers(1, MOST_TRIES))


@given(uid_lists, trials, st.integers(1, 9))
def test_steps_hold_every_uid_once_in_order(uids: list[int], trial: Trial | None, size: int) -> None:
    found = list(steps(uids, trial, size))
    assert [uid for step in found for uid in step.uids] == uids
    assert all(0 < len(step.uids) <= size for step in found)


def test_what_kills_only_in_company_comes_alone_at_last() -> None:
    assert [tuple(step.uids) for step in steps([1, 2, 3, 4], Trial(1, 1, 2, 1), 2)] == [(1, 2), (3, 4)]
    assert [tuple(step.uids) for step in steps([1, 2, 3, 4], Trial(1, 1, 2, MOST_TRIES), 2)] == [(1,), (2,), (3, 4)]


def test_suspects_are_tried_alone_and_none_else() -> None:
    with Ledger.in_memory() as ledger:
        tried: list[int] = []
        assert examine(Place(ledger, "a", "INBOX", 1), [3, 4, 5, 6], Trial(1, 4, 5, 1), tried.append) == 0
        assert tried == [4, 5]
