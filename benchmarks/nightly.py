"""A night over many mailboxes: threads of one process beside a Dask cluster of two workers, one of which is killed.

Run from the top of the repository, with Dovecot and the extra ``nudger[dask]`` installed::

    PYTHONPATH=. python benchmarks/nightly.py [--mailboxes 1000] [--messages 200]

All mailboxes are on one Dovecot. Their mails are those of the demo, repeated under other Message-IDs; one mailbox
refuses the sign-in and one stalls. Two nights: everything, then one mail in a hundred is new. The ledgers of both
engines must be equal. CPU is that of nudger's own processes; what Dovecot needs comes on top.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nudger.demo.mailbox import messages
from nudger.ledger.ledger import Ledger
from tests.nudger.nightly.test_poll_all import MAIN, YES
from tests.servers.dovecot import PASSWORD, Dovecot, User, why_not

ROOT = Path(__file__).resolve().parents[1]
REFUSES, STALLS = "leider0", "leider1"
NIGHTS = ("2026-06-26T18:00", "2026-06-27T18:00")
WORKERS = 2
FLEET = 50_000
ENGINE = '[nightly]\nengine = "dask"\nscheduler = "{address}"'


@dataclass(frozen=True)
class Night:
    """What one night cost: seconds of wall and CPU (all processes of nudger), MB of the coordinator at its peak."""

    told: dict[str, Any]
    wall: float
    cpu: float
    memory: float

    def show(self, name: str, mailboxes: int) -> None:
        """One line of figures."""
        print(
            f"{name:26} {self.told['ok']:5} read, {self.told['failed']} failed; {self.wall:7.1f} s wall,"
            f" {self.cpu:7.1f} s CPU, {mailboxes / self.cpu:6.2f} mailboxes a CPU second, {self.memory:5.0f} MB",
            flush=True,
        )


class Organisation:
    """Configuration, ledgers and the program as a child."""

    def __init__(self, folder: Path, port: int, names: list[str], stalling: int) -> None:
        self.folder, self.names = folder, names
        for name in ("leaders", "passwords"):
            (folder / name).mkdir(parents=True)
        self.config = folder / "nudger.toml"
        self._text = MAIN.format(port=port).replace("workers = 3", "workers = 8\nper_host = 8")
        self.configure()
        for name in names:
            own = f"[mailboxes.{name}]\nport = {stalling}\n" if name == STALLS else ""
            (folder / "leaders" / f"{name}.toml").write_text(own + YES.format(name=name))
            secret = folder / "passwords" / name
            secret.write_text("fout" if name == REFUSES else PASSWORD)
            secret.chmod(0o600)

    @property
    def state(self) -> Path:
        """Where the ledgers lie."""
        return self.folder / "state" / "nudger"

    def configure(self, old: str = "", new: str = "") -> None:
        """Write the configuration with a part of it changed."""
        self.config.write_text(self._text.replace(old, new) if old else self._text)

    def night(self, at: str) -> Night:
        """Run it and measure."""
        command = [sys.executable, str(ROOT / "cli.py"), "poll", "--all", "--json", "--config", str(self.config)]
        environ = {"HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"), "PATH": os.environ["PATH"]}
        began, before = time.monotonic(), _cpu()
        child = subprocess.Popen(
            [*command, "--as-of", at], env={**environ, "LANG": "C.UTF-8"}, stdout=subprocess.PIPE, text=True
        )
        peaks: list[float] = [0.0]
        watcher = threading.Thread(target=_watch, args=(child, peaks), daemon=True)
        watcher.start()
        out, _ = child.communicate()
        return Night(json.loads(out), time.monotonic() - began, _cpu() - before, max(peaks))

    def canonical(self, name: str) -> object:
        """One owner's ledger; None where there is none."""
        path = self.state / f"{name}.db"
        if not path.exists():
            return None
        with Ledger.open(path) as ledger:
            return ledger.canonical()


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(child: subprocess.Popen[str], peaks: list[float]) -> None:
    """The coordinator's own memory at its highest (VmHWM), in MB."""
    while child.poll() is None:
        with suppress(OSError, IndexError, ValueError, StopIteration):
            lines = Path(f"/proc/{child.pid}/status").read_text().splitlines()
            peaks.append(next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")))
        time.sleep(0.2)


# --- the mailboxes


def fill(server: Dovecot, names: list[str], count: int) -> None:
    """One mailbox is filled; the others get its files, the messages as hard links."""
    first = User(server, "voorbeeld")
    first.append_all(_mails(count))
    first.create("Sent")
    source = server.root / "mail" / first.name
    for name in names:
        shutil.copytree(source, server.root / "mail" / name, copy_function=_copy)
    subprocess.run(["chown", "-R", f"--reference={source}", str(server.root / "mail")], check=True)


def _copy(source: str, target: str) -> None:
    """A message is a file ``u.N``, which never changes; an index does."""
    if Path(source).name.startswith("u."):
        os.link(source, target)
    else:
        shutil.copyfile(source, target)


def _mails(count: int) -> Iterator[tuple[bytes, Any]]:
    letters = [mail for mail in messages() if mail.folder == "INBOX"]
    for number in range(count):
        mail = letters[number % len(letters)]
        raw = mail.raw.replace(b"Message-ID: <", b"Message-ID: <%d." % (number // len(letters)), 1)
        yield raw, mail.arrival


def one_in_a_hundred(server: Dovecot, names: list[str], count: int) -> None:
    """New mail in every mailbox that can be read."""
    mail = next(mail for mail in reversed(messages()) if mail.folder == "INBOX")
    for name in names:
        new = [(mail.raw.replace(b"Message-ID: <", b"Message-ID: <n%d." % n, 1), mail.arrival) for n in range(count)]
        User(server, name).append_all(new)


@contextmanager
def stalling(port: int) -> Iterator[None]:
    """A server that takes one line and says nothing, and then is gone."""
    listener = socket.create_server(("127.0.0.1", port))
    taken: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            taken.append(listener.accept()[0])
        listener.close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield
    finally:
        listener.close()
        for one in taken:
            one.close()


@contextmanager
def cluster() -> Iterator[tuple[str, Any]]:
    """A scheduler with two worker processes: its address, and a way to kill one."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=WORKERS, threads_per_worker=4, dashboard_address=None, host="127.0.0.1") as made:
        yield made.scheduler_address, made


def kill_one(made: Any, after: float) -> None:
    """End a worker hard in the middle; its nurse starts another."""
    time.sleep(after)
    with suppress(OSError, TypeError):
        os.kill(next(iter(made.workers.values())).pid, signal.SIGKILL)


# --- the figures


def main() -> None:
    arguments = argparse.ArgumentParser(description="A night over many mailboxes")
    arguments.add_argument("--mailboxes", type=int, default=1000)
    arguments.add_argument("--messages", type=int, default=200)
    chosen = arguments.parse_args()
    if reason := why_not():
        raise SystemExit(f"not measured: {reason}")
    names = [f"leider{number}" for number in range(chosen.mailboxes)]
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        fill(server, names, chosen.messages)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        here, there = (Organisation(Path(folder) / name, server.port, names, port) for name in ("local", "dask"))
        serial = _serial(Path(folder), server.port, names[2:12])
        first = _night(here, NIGHTS[0], port, "local, first night")
        _share_keys(here, there)
        address, made = stack.enter_context(cluster())
        there.configure("[nightly]", ENGINE.format(address=address))
        threading.Thread(target=kill_one, args=(made, first.wall / 3), daemon=True).start()
        far = _night(there, NIGHTS[0], port, "dask, first night, one lost")
        _compare(here, there)
        one_in_a_hundred(server, names[2:], max(chosen.messages // 100, 1))
        second = _night(here, NIGHTS[1], port, "local, 1 in 100 new")
        _night(there, NIGHTS[1], port, "dask, 1 in 100 new")
        _compare(here, there)
    _estimate(serial, first, second, far, chosen.mailboxes)


def _night(organisation: Organisation, at: str, port: int, name: str) -> Night:
    with stalling(port):
        done = organisation.night(at)
    done.show(name, len(organisation.names))
    return done


def _serial(folder: Path, port: int, names: list[str]) -> Night:
    """One thread, ten mailboxes."""
    alone = Organisation(folder / "serial", port, names, 0)
    alone.configure("workers = 8", "workers = 1")
    done = alone.night(NIGHTS[0])
    done.show("serial, ten mailboxes", len(names))
    return done


def _share_keys(here: Organisation, there: Organisation) -> None:
    there.state.mkdir(parents=True, mode=0o700)
    for key in here.state.glob("*.key"):
        shutil.copy(key, there.state)


def _compare(here: Organisation, there: Organisation) -> None:
    different = [name for name in here.names if here.canonical(name) != there.canonical(name)]
    print(f"ledgers that differ: {len(different)} of {len(here.names)} {different[:5]}", flush=True)


def _estimate(serial: Night, first: Night, second: Night, far: Night, mailboxes: int) -> None:
    """From what was measured: CPU a mailbox. Start-up is taken out by comparing ten mailboxes with all."""
    each_first, each_later = (night.cpu / mailboxes for night in (first, second))
    print(
        f"serial: {serial.cpu / 10:.3f} s CPU a mailbox with its start; all: {each_first:.3f}, later {each_later:.3f}"
    )
    print(f"coordinator of a cluster: {far.cpu / mailboxes:.3f} s CPU a mailbox, {far.memory:.0f} MB")
    for workers in (8, 32, 128):
        hours = [FLEET * each / workers / 3600 for each in (each_first, each_later)]
        print(f"{FLEET} mailboxes on {workers} cores: first night {hours[0]:.1f} h, later {hours[1]:.2f} h")


if __name__ == "__main__":
    main()
