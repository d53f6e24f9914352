"""A report over a million messages costs no more than a few scans of them."""

from __future__ import annotations

import pytest

from benchmarks import shift

ROWS = 1_000_000


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_report_over_a_million_messages() -> None:
    found = shift.main(ROWS)
    assert found["report"] <= 4 * found["scan"]
    assert found["megabytes"] <= 150


def test_a_report_grows_no_faster_than_its_ledger() -> None:
    small, large = shift.main(10_000), shift.main(40_000)
    # The page costs the same whatever is in it; what grows is four times as much at most, and some noise.
    assert large["report"] <= 4 * small["report"] + 0.2
