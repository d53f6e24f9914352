"""The benchmarks measure what runs: the functions that they time are those that a poll calls."""

from __future__ import annotations

from pathlib import Path

from benchmarks.imap_stages import PLACES, Stages
from nudger.ledger.ledger import Ledger
from nudger.mail.stored.files import open_path
from nudger.poll import poll_folder
from tests.nudger.polling import OWNER, letter, reader


def test_each_stage_of_a_poll_takes_some_of_its_time(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(letter(1))
    source = open_path(tmp_path, account=OWNER)
    with Stages() as stages, Ledger.in_memory() as ledger:
        poll_folder(stages.timed(source), source.folders()[0], ledger, reader(), look_back_days=0)
    spent = stages.shares(0.0)
    assert {stage for stage, cpu in spent.items() if cpu > 0} == {"fetching", *PLACES}
