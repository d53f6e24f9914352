"""Proofs: the real command line in a process of its own, watched by an audit hook (PEP 578), broken where asked.

The processes are forked from one that has imported the program already (a fork server), for importing takes longer than
most commands.
"""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[2]
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SOCKETS = ("socket.connect", "socket.sendto", "socket.bind")
PROGRAMS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system")
PRELOADED = (__name__, "tests.proofs.warm")
_KEPT: list[object] = []


@dataclass(frozen=True, kw_only=True)
class Job:
    """One command, where it runs, and what is done to it.

    ``notes`` is the file in which each socket, program and file opened for writing is noted, a JSON line each.
    ``broken`` names a function, as ``module:name``, that is to fail with the words of a mail in its message, as a bug
    would. ``before`` runs in the child first. ``terminal`` is the path of a terminal; without it there is none.
    """

    words: tuple[str, ...]
    environ: Mapping[str, str]
    folder: Path
    notes: Path
    out: Path | None = None
    err: Path | None = None
    terminal: str = ""
    broken: str = ""
    umask: int = 0
    before: Callable[[], None] | None = field(default=None)


def start(job: Job) -> BaseProcess:
    """The process, under way."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(list(PRELOADED))
    process = forks.Process(target=run, args=(job,))
    process.start()
    return process


def run(job: Job) -> NoReturn:
    """Be the command line, in this process."""
    import cli

    os.environ.clear()
    os.environ.update(job.environ)
    os.chdir(job.folder)
    os.umask(job.umask)
    _take_seats(job)
    watch(job.notes)
    if job.before:
        job.before()
    if job.broken:
        break_function(job.broken)
    sys.argv = ["nudger", *job.words]
    cli.run()
    raise AssertionError


def _take_seats(job: Job) -> None:
    """Standard input, output and errors: the terminal, or nothing and two files."""
    if job.terminal:
        os.setsid()
        ends = [os.open(job.terminal, os.O_RDWR)] * 3
    else:
        assert job.out
        assert job.err
        ends = [
            os.open(os.devnull, os.O_RDONLY),
            *(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600) for path in (job.out, job.err)),
        ]
    for number, end in enumerate(ends):
        os.dup2(end, number)
    # The objects of before would close the numbers if they were let go.
    _KEPT.extend((sys.stdin, sys.stdout, sys.stderr))
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode, encoding="utf-8") for n, mode in enumerate("rww"))


def watch(path: Path) -> None:
    """Note what this process does from now on; a hook cannot be taken away again."""
    notes = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        noted: object = None
        if event in SOCKETS:
            noted = list(args[1]) if isinstance(args[1], tuple) else str(args[1])
        elif event == "socket.getaddrinfo":
            noted = [str(args[0]), args[1]]
        elif event in PROGRAMS or event == "sqlite3.connect":
            noted = str(args[0])
        elif event == "open" and isinstance(args[0], str) and isinstance(args[2], int) and args[2] & WRITING:
            noted = args[0]
        if noted is not None:
            os.write(notes, json.dumps([event, noted]).encode() + b"\n")

    sys.addaudithook(hook)


def break_function(where: str) -> None:
    """Let a function fail with its own arguments in the message."""
    module, _, name = where.partition(":")

    def broken(*args: object, **kwargs: object) -> NoReturn:
        raise ValueError(repr(args) + repr(kwargs))

    setattr(importlib.import_module(module), name, broken)
