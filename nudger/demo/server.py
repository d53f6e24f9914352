"""Demo: a mail server for one mailbox, on the loopback address only, as a child process that ends with us."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import NamedTuple

from nudger.errors import MailboxUnavailable

HOST = "127.0.0.1"
USERNAME = "fatima@voorbeeld.example"
SCRIPT = Path(__file__).with_name("postoffice.py")
START_SECONDS = 20
STOP_SECONDS = 3


class Server(NamedTuple):
    """Where the mailbox is and how to sign in; without TLS. The password is of this run only."""

    host: str
    port: int
    username: str
    password: str


def available() -> bool:
    """Whether pymap (extra ``demo``) is installed."""
    return find_spec("pymap") is not None


@contextmanager
def serve(maildir_root: Path) -> Iterator[Server]:
    """Serve a Maildir made by :func:`nudger.demo.mailbox.deliver`; mail delivered meanwhile is seen at once.

    The server is a child of this process in a session of its own, so that Ctrl-C reaches only us; it ends when the
    block is left, and also when this process dies. Raises MailboxUnavailable when it does not start.
    """
    password = secrets.token_urlsafe(24)
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-P", str(SCRIPT), HOST, USERNAME, str(maildir_root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"FQDN": "localhost"},  # else the greeting asks the DNS for the name of this machine
        text=True,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    try:
        yield Server(HOST, _port(child, password), USERNAME, password)
    finally:
        _stop(child)


def _port(child: subprocess.Popen[str], password: str) -> int:
    """Hand over the password and read where the child listens."""
    assert child.stdin
    assert child.stdout
    alarm = Timer(START_SECONDS, child.kill)
    alarm.start()
    try:
        child.stdin.write(f"{password}\n")
        child.stdin.flush()
        return int(child.stdout.readline())
    except (BrokenPipeError, ValueError) as error:
        raise MailboxUnavailable("demo-server-silent") from error
    finally:
        alarm.cancel()


def _stop(child: subprocess.Popen[str]) -> None:
    """Close its input, which ends it; else by force."""
    try:
        child.communicate(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
