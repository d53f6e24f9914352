"""What reading a real mailbox over IMAP costs: commands, octets and CPU of a whole pass and of one with nothing new.

Run from the top of the repository, with the shared data beside it and Dovecot installed::

    PYTHONPATH=. python benchmarks/imap_pass.py [--messages N] [--html]

The mailbox is one leader's public mail plus 50 generated messages with attachments of 1 MB. CPU is this process only,
without reading (parsing, own words); commands and octets do not depend on the machine.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from imapclient import IMAPClient

from nudger.mail.batches import batches
from nudger.mail.imap.account import tls_context
from nudger.mail.imap.mailbox import ImapSource, quieten
from nudger.mail.source import HEADER_FIELDS
from nudger.mail.stored.mbox import from_line_date, message_of, message_starts, open_plain_or_gzip
from tests.servers.dovecot import Dovecot, User, why_not

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
MAILBOX = SHARED / "data" / "public" / "mailbox.mbox.gz"
HEAVY = 50
HEAVY_SINCE = datetime(2001, 11, 1, tzinfo=UTC)


def main() -> None:
    arguments = argparse.ArgumentParser(description="Cost of reading a mailbox over IMAP")
    arguments.add_argument("--messages", type=int, help="of the public mailbox; default: all")
    arguments.add_argument("--html", action="store_true", help="fetch the HTML twin of a plain text too")
    chosen = arguments.parse_args()
    if reason := why_not() or ("" if MAILBOX.exists() else f"{MAILBOX} is not here"):
        raise SystemExit(f"not measured: {reason}")
    with Dovecot() as server:
        user = server.add_user()
        user.append_all(itertools.islice(public_mail(), chosen.messages))
        user.append_all(heavy_mail())
        before = user.snapshot()
        bare_imapclient(user)
        measure("whole pass", user, with_html=chosen.html)
        measure("nothing new", user, with_html=chosen.html, nothing_new=True)
        print("mailbox untouched:", user.snapshot() == before)


def bare_imapclient(user: User) -> None:
    """The peer: the same questions, with nothing around them, for messages whose text is assumed to be part 1."""
    account = user.account()
    fields = f"BODY.PEEK[HEADER.FIELDS ({' '.join(HEADER_FIELDS)})]"
    cpu = time.process_time()
    with IMAPClient(account.host, account.port, ssl_context=tls_context(account), timeout=60) as client:
        quieten(client)
        client.login(account.username, account.password())
        client.select_folder("INBOX", readonly=True)
        uids = client.search(["UID", "1:*"])
        for batch in batches(uids):
            for items in ([fields, "RFC822.SIZE", "INTERNALDATE"], ["BODYSTRUCTURE"], ["BODY.PEEK[1]<0.65536>"]):
                client.fetch(batch, items)
    cpu = time.process_time() - cpu
    print(f"imapclient alone: CPU {cpu:.3f} s, {1e6 * cpu / len(uids):.0f} us a message")


def measure(title: str, user: User, *, with_html: bool, nothing_new: bool = False) -> None:
    """One session, as a poll does it."""
    cpu, wall, ended = time.process_time(), time.perf_counter(), len(user.sessions())
    source = ImapSource(user.account(), with_html=with_html)
    state = source.state("INBOX")
    texts = size = 0
    if not nothing_new:
        for raw in source.complete("INBOX", source.headers("INBOX", source.uids("INBOX"))):
            texts += bool(raw.bodies)
            size += raw.size
    source.close()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    sent = user.sessions(ended + 1)[-1].sent
    share = f", {sent / size:.1%} of {size / 1e6:.1f} MB" if size else ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{title}: {state.messages} messages, {texts} texts")
    print(f"  commands {source.traffic.commands}")
    print(f"  octets in {source.traffic.bytes_in:,} (by the server's log {sent:,}{share})")
    print(
        f"  CPU {cpu:.3f} s, {1e6 * cpu / state.messages:.0f} us a message; wall {wall:.2f} s; peak RSS {peak:.0f} MB"
    )


def public_mail() -> Iterator[tuple[bytes, datetime | None]]:
    """The messages of the public mailbox with their dates."""
    with open_plain_or_gzip(MAILBOX) as stream:
        octets = stream.read()
    with open_plain_or_gzip(MAILBOX) as stream:
        marks = [*message_starts(stream), len(octets)]
    for start, end in itertools.pairwise(marks):
        yield message_of(octets[start:end]), from_line_date(octets[start : start + 200].partition(b"\n")[0])


HEAVY_MAIL = """From: jan{n}@enron.com
To: fatima@enron.com
Subject: plan {n}
Message-ID: <heavy{n}@enron.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=m

--m
Content-Type: text/plain

What do you think of plan {n}?
--m
Content-Type: application/pdf; name=plan.pdf
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=plan.pdf

{attachment}--m--
"""


def heavy_mail() -> Iterator[tuple[bytes, datetime]]:
    """Messages with an attachment of 1 MB."""
    attachment = ("QUJD" * 19 + "\n") * (1_048_576 // 77)
    for n in range(HEAVY):
        yield HEAVY_MAIL.format(n=n, attachment=attachment).encode(), HEAVY_SINCE + timedelta(hours=n)


if __name__ == "__main__":
    main()
