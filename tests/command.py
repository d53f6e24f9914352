"""A command of nudger in this process: as typed, with its exit code and all that it printed; no new interpreter."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from cli import main
from nudger.launch import guarded


class Done(NamedTuple):
    """What came of it."""

    code: int
    out: str
    err: str


def command(home: Path, *words: str) -> Done:
    """Run ``nudger WORDS`` as somebody whose home is ``home``, without a terminal."""
    out, err = io.StringIO(), io.StringIO()
    environ = {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config")}
    nobody = patch.multiple(sys, argv=["nudger", *words], stdin=io.StringIO())
    with _umask_kept(), patch.dict(os.environ, environ), nobody, redirect_stdout(out), redirect_stderr(err):
        code = guarded(main)
    return Done(code, out.getvalue(), err.getvalue())


@contextmanager
def _umask_kept() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
