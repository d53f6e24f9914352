"""Fixtures for all rooms: where the shared data lies, an empty environment, no socket beyond loopback."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

pytest_plugins = ["tests.servers.dovecot", "tests.servers.smtp", "tests.servers.synapse"]

# Started in the background of a shell, these tests would pass on to every child that Ctrl-C is to be ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)


def skip(reason: str) -> None:
    """Skip visibly; on a build machine a skip of this kind is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"not skipped because CI=true: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with labelled mail and tools, beside the checkout (or ``NUDGER_SHARED``)."""
    root = Path(__file__).resolve().parents[1]
    folder = Path(os.environ.get("NUDGER_SHARED", root.parent / "shared"))
    if not (folder / "data").is_dir():
        skip("the shared data is not here")
    return folder
