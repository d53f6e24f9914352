"""Clock: whether this machine's clock can be believed, by what the ledger remembers of the last run; pure.

A wrong clock would let suggestions expire and old rows go. A dismissal is final, and so is what was wiped.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from nudger.errors import Temporary

BACK = timedelta(days=1)
"""Clocks of machines and virtual machines differ a little after a sleep or a move."""
AHEAD = timedelta(days=366)
"""Nobody was away longer; whoever was says so with ``--as-of``."""
NEAR = timedelta(hours=1)
"""A moment that is further from the clock was asked for with ``--as-of``."""


def believe(last: datetime | None, clock: datetime, now: datetime) -> None:
    """Raise Temporary when the clock jumped since the ``last`` run; ``now`` is the moment that this run acts for."""
    if last is None or abs(now - clock) > NEAR:
        return
    if clock < last - BACK or clock > last + AHEAD:
        raise Temporary("clock-jumped", hint="clock-jumped-hint", clock=f"{clock:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")
