"""What a poll over IMAP costs, beside its peers, on one Dovecot mailbox: octets, commands, CPU by stage, memory, time.

Run from the top of the repository with Dovecot installed; mbsync, getmail6 and offlineimap3 are measured where found::

    PYTHONPATH=. python benchmarks/imap.py                      5,000 messages, 665 MB: passes, nothing new, slow line
    PYTHONPATH=. python benchmarks/imap.py --peers              the same mailbox with the three programs beside it
    PYTHONPATH=. python benchmarks/imap.py --growth 100000      small messages: memory and cost as a mailbox grows

Each figure comes from a process of its own; CPU is that process without its start (imports, loading the model). The
mailbox lies in a temporary folder and is removed. ``benchmarks/IMAP.md`` has the figures of one run.
"""

from __future__ import annotations

import argparse
import json
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from imapclient import IMAPClient

from benchmarks import imap_mailbox, imap_peers
from nudger.mail.batches import batches
from nudger.mail.imap.mailbox import ImapSource, quieten
from nudger.mail.source import HEADER_FIELDS
from tests.servers.dovecot import PASSWORD, Dovecot, User, why_not
from tests.servers.slow_line import SlowLine

FIELDS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(HEADER_FIELDS)})]"
ASKED = ([FIELDS, "RFC822.SIZE", "INTERNALDATE"], ["BODYSTRUCTURE"], ["BODY.PEEK[1]<0.65536>"])
"""What a bare text pass asks for; the text of every message of the mailbox is its part 1."""
ROUND_TRIP, BITS = 0.03, 50e6


def main() -> None:
    parser = argparse.ArgumentParser(description="Cost of a poll over IMAP")
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--peers", action="store_true", help="mbsync, getmail6 and offlineimap3 too (minutes)")
    parser.add_argument("--growth", type=int, metavar="N", help="only: small messages, up to N of them")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        print(json.dumps(CHILDREN[chosen.child[0]](chosen.child[1], int(chosen.child[2]))))
        return
    if reason := why_not():
        raise SystemExit(f"not measured: {reason}")
    with Dovecot() as server:
        if chosen.growth:
            growth(server, chosen.growth)
        else:
            passes(server, chosen.messages, peers=chosen.peers)


# In the parent: mailboxes, children, tables


def passes(server: Dovecot, messages: int, *, peers: bool) -> None:
    """All that is measured on the large mailbox."""
    user, octets = filled(server, messages, "full")
    before = user.snapshot()
    print(f"{messages:,} messages, {octets / 1e6:.1f} MB")
    for name, title in (
        ("raw", "raw socket, text (bound)"),
        ("bare", "imapclient, text"),
        ("fetch", "nudger, fetching"),
        ("poll", "nudger, whole poll"),
        ("again", "nudger, nothing new"),
    ):
        show(title, child(name, user, user.server.port), messages, octets)
    with SlowLine(server.port, ROUND_TRIP, BITS) as line:
        slow = child("poll", user, line.port)
    alone = slow["commands"] * ROUND_TRIP + slow["bytes_in"] * 8 / BITS
    show("nudger, 30 ms and 50 Mbit/s", slow, messages, octets)
    print(f"  commands and octets alone: {alone:.1f} s; the poll took {slow['wall'] / alone:.2f} times that")
    if peers:
        for title, seconds in imap_peers.timed(user):
            print(f"{title:32} wall {seconds:7.1f} s")
    print("mailbox untouched:", user.snapshot() == before)


def growth(server: Dovecot, most: int) -> None:
    """Memory and CPU of a whole poll as the mailbox grows, with small messages."""
    for messages in sorted({most // 20, most // 2, most}):
        user, octets = filled(server, messages, "small")
        show(f"nudger, {messages:,} small", child("poll", user, server.port), messages, octets)
        user.expunge_all()


def filled(server: Dovecot, messages: int, kind: str) -> tuple[User, int]:
    """A mailbox of this kind, and its octets."""
    user = server.add_user()
    with tempfile.TemporaryDirectory(dir=server.root) as folder:
        path = Path(folder) / "inbox"
        octets = imap_mailbox.write_mbox(path, messages, kind)
        user.import_mbox(path)
    user.create("Sent")
    return user, octets


def child(name: str, user: User, port: int) -> dict[str, Any]:
    """One figure, from a process of its own."""
    command = [sys.executable, __file__, "--child", name, user.name, str(port)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def show(title: str, found: dict[str, Any], messages: int, octets: int) -> None:
    """One line of the table, and the stages where there are some."""
    share = f" ({found['bytes_in'] / octets:.1%})" if octets else ""
    print(
        f"{title:32} wall {found['wall']:7.2f} s  CPU {found['cpu']:6.2f} s ({1e6 * found['cpu'] / messages:4.0f} us)  "
        f"peak RSS {found['rss']:4.0f} MB  {found['bytes_in'] / 1e6:6.1f} MB{share}  {found['commands']} commands"
    )
    for stage, cpu in found.get("stages", {}).items():
        print(f"  {stage:30} CPU {cpu:6.2f} s  {cpu / found['cpu']:4.0%}")


# In a child: one pass


def measured(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Wall time, CPU and peak memory of this work, with what it tells itself."""
    wall, cpu = time.perf_counter(), time.process_time()
    told = work()
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "rss": rss} | told


def raw(user: str, port: int) -> dict[str, Any]:
    """The same questions over a bare socket, with answers that nobody reads: the bound."""

    def work() -> dict[str, Any]:
        commands = octets = 0
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.recv(4096)
            buffer = bytearray(1 << 20)
            for command in raw_commands(user):
                tag = f"T{commands} ".encode()
                line.sendall(tag + command + b"\r\n")
                end = b""
                while b"\r\n" + tag not in b"\r\n" + end or not end.endswith(b"\r\n"):
                    count = line.recv_into(buffer)
                    octets += count
                    end = (end + buffer[:count])[-4000:]
                commands += 1
        return {"bytes_in": octets, "commands": commands}

    return measured(work)


def raw_commands(user: str) -> Iterator[bytes]:
    """The commands of a text pass, with every UID of a mailbox that was filled once."""
    yield f"LOGIN {user} {PASSWORD}".encode()
    yield b"EXAMINE INBOX"
    for start in range(1, 5_001, 200):
        for items in ASKED:
            yield f"UID FETCH {start}:{start + 199} ({' '.join(items)})".encode()


def bare(user: str, port: int) -> dict[str, Any]:
    """The peer: the same questions through imapclient, with nothing around them."""

    def work() -> dict[str, Any]:
        with IMAPClient("127.0.0.1", port, ssl=False, timeout=60) as client:
            quieten(client)
            client.login(user, PASSWORD)
            client.select_folder("INBOX", readonly=True)
            uids = client.search(["UID", "1:*"])
            commands = 3
            for batch in batches(uids):
                for items in ASKED:
                    client.fetch(batch, items)
                    commands += 1
        return {"bytes_in": 0, "commands": commands + 1}

    return measured(work)


def fetch(user: str, port: int) -> dict[str, Any]:
    """Everything that a poll asks for, without reading it."""
    source = source_of(user, port)

    def work() -> dict[str, Any]:
        source.state("INBOX")
        for batch in batches(source.uids("INBOX")):
            for _ in source.complete("INBOX", source.headers("INBOX", batch)):
                pass
        source.close()
        return {"bytes_in": source.traffic.bytes_in, "commands": source.traffic.commands}

    return measured(work)


def poll(user: str, port: int, times: int = 1) -> dict[str, Any]:
    """A whole poll into a ledger on disk; of several, the last is measured."""
    from benchmarks.imap_stages import Stages
    from nudger.ledger.ledger import Ledger
    from tests.nudger import polling

    polling.reader()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "leider.db") as ledger:
        for _ in range(times - 1):
            polling.poll(source_of(user, port), ledger)
        source = source_of(user, port)
        with Stages() as stages:

            def work() -> dict[str, Any]:
                outcomes: Counter[str] = polling.poll(stages.timed(source), ledger)[0].outcomes
                return {"outcomes": outcomes, "bytes_in": source.traffic.bytes_in, "commands": source.traffic.commands}

            found = measured(work)
        return found | ({"stages": stages.shares(found["cpu"])} if times == 1 else {})


def again(user: str, port: int) -> dict[str, Any]:
    """A poll with nothing new."""
    return poll(user, port, times=2)


def source_of(user: str, port: int) -> ImapSource:
    """The mailbox as a poll reads it, with the HTML twin of a plain text."""
    from nudger.mail.imap.account import ImapAccount

    account = ImapAccount(
        name="leider", host="127.0.0.1", port=port, tls="loopback-plain", username=user, password=lambda: PASSWORD
    )
    return ImapSource(account, with_html=True)


CHILDREN: dict[str, Callable[[str, int], dict[str, Any]]] = {
    "raw": raw,
    "bare": bare,
    "fetch": fetch,
    "poll": poll,
    "again": again,
}

if __name__ == "__main__":
    main()
