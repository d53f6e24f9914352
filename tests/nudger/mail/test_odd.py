"""Odd and hostile mail: each is read or refused with a reason, none hangs, blows up or passes for a colleague's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from nudger.errors import Unreadable
from tests.fuzz_reading import fuzz
from tests.nudger.mail.hostile import bombs, make_bombs, odd_mail
from tests.nudger.mail.mails import ACME, message

REASONS = {"empty", "no-header", "header-too-large", "too-large", "too-deep", "too-many-parts"}
LEGITIMATE = {"from-upper", "from-plus"}
"""Variants that BOMBS.tsv allows: one address, and its domain is an own one after case folding."""

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def bomb_folder(shared, tmp_path_factory):
    return make_bombs(shared, tmp_path_factory.mktemp("bombs"), seed=1)


def outcome(octets: bytes) -> str:
    """``read``, or the reason why not."""
    try:
        message(octets)
    except Unreadable as refused:
        return refused.reason
    return "read"


def test_every_odd_message_is_read_or_refused_with_a_reason(shared):
    outcomes = Counter(map(outcome, odd_mail(shared).values()))
    assert set(outcomes) <= {"read", *REASONS}
    assert outcomes.total() >= 1_019
    assert outcomes["read"] >= 980


def test_every_bomb_is_read_or_refused_with_a_reason(bomb_folder):
    outcomes = Counter(outcome(octets) for _, _, octets in bombs(bomb_folder))
    assert set(outcomes) <= {"read", *REASONS}
    assert outcomes.total() == 510
    assert outcomes["read"] >= 470


def internal_spoofs(folder, perspective):
    """Names of the spoof bombs that count as internal, by message or by sender."""
    spoofed = {name: message(octets, perspective) for name, kind, octets in bombs(folder) if kind == "spoof"}
    assert len(spoofed) == 72
    return {name for name, found in spoofed.items() if found.internal or (found.sender and found.sender.internal)}


def test_no_spoofed_sender_is_internal_where_the_own_server_is_configured(bomb_folder):
    assert internal_spoofs(bomb_folder, replace(ACME, authserv_id="mx.acme.example")) == LEGITIMATE


def test_no_spoofed_sender_is_internal_where_no_server_is_configured(bomb_folder):
    assert internal_spoofs(bomb_folder, ACME) == LEGITIMATE


def test_five_hundred_mutations(shared, tmp_path):
    result = fuzz(shared, count=500, workers=1, folder=tmp_path)
    assert not result.failures, result


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_message_needs_more_than_a_second_or_300_megabytes(shared, tmp_path, seed):
    folder = make_bombs(shared, tmp_path, seed)
    if seed == 1:
        for number, octets in enumerate(odd_mail(shared).values()):
            (folder / f"odd-{number}.eml").write_bytes(octets)
    command = [sys.executable, "-m", "tests.limits_reading", folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    costs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(costs) == len(list(folder.glob("*.eml")))
    assert not [cost for cost in costs if cost["signal"] or cost["outcome"] not in {"read", *REASONS}]
    assert not [cost for cost in costs if cost["seconds"] > 1 or cost["megabytes"] > 300]
