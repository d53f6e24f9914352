"""Bare ``nudger``: what waits, for a person who has a configuration; else where to begin."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nudger.launch import Context

FRESH = timedelta(hours=12)
"""Mail read less long ago is not read again."""


def begin(context: Context, show_help: Callable[[], None]) -> None:
    """On a terminal poll when the last one is old, then review; elsewhere the help. Without configuration: an offer."""
    from nudger.config.configuration import find

    if not context.use_demo and not find(context.config_path, os.environ).is_file():
        context.screen.say("begin-offer")
        return
    if not context.screen.interactive:
        show_help()
        return
    app = context.app()
    with app.place.ledger() as ledger:
        last = ledger.mail.last_run("poll")
    if not context.use_demo and (last is None or datetime.now(UTC) - last[0] > FRESH):
        app.poll()
    app.review()
