"""The loopback mail server, used as a mail program would use it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from nudger.demo.mailbox import END, FOLDERS, INBOX, SENT, deliver, maildir_folder, messages, moments
from nudger.demo.server import Server, available, serve
from nudger.errors import MailboxUnavailable
from tests.conftest import skip

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")


@pytest.fixture(autouse=True)
def _needs_pymap() -> None:
    if not available():
        skip("pymap is not installed (extra demo)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    deliver(tmp_path / "mail", None, END)
    return tmp_path / "mail"


@contextmanager
def session(server: Server) -> Iterator[IMAPClient]:
    with IMAPClient(server.host, server.port, ssl=False, timeout=10) as client:
        client.login(server.username, server.password)
        yield client


def everything(client: IMAPClient, folder: str) -> dict[int, dict[bytes, object]]:
    client.select_folder(folder, readonly=True)
    return client.fetch(client.search(), ["BODY.PEEK[]", "INTERNALDATE", "RFC822.SIZE", "FLAGS"])


def on_disk(root: Path) -> dict[str, tuple[bytes, float]]:
    return {str(file): (file.read_bytes(), file.stat().st_mtime) for file in root.rglob("*") if file.is_file()}


def refused(port: int, seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            return True
        except ConnectionResetError:  # it is just closing its door
            pass
        time.sleep(0.05)
    return False


def test_serves_exactly_the_files_in_order_of_arrival(root: Path) -> None:
    with serve(root) as server, session(server) as client:
        client.normalise_times = False
        assert {name for *_, name in client.list_folders()} == set(FOLDERS)
        for folder in FOLDERS:
            mails = [mail for mail in messages() if mail.folder == folder]
            got = everything(client, folder)
            assert [data[b"BODY[]"] for _, data in sorted(got.items())] == [mail.raw for mail in mails]
            assert [data[b"INTERNALDATE"] for _, data in sorted(got.items())] == [mail.arrival for mail in mails]
            assert [data[b"RFC822.SIZE"] for _, data in sorted(got.items())] == [len(mail.raw) for mail in mails]
            assert sorted(got) == list(range(1, len(mails) + 1))


def test_answers_what_nudger_asks(root: Path) -> None:
    inbox = [mail for mail in messages() if mail.folder == INBOX]
    since = END.date().replace(day=1)
    with serve(root) as server, session(server) as client:
        status = client.folder_status(INBOX, ["UIDVALIDITY", "UIDNEXT", "MESSAGES"])
        assert (status[b"UIDNEXT"], status[b"MESSAGES"]) == (len(inbox) + 1, len(inbox))
        client.select_folder(INBOX, readonly=True)
        assert client.search(["UID", "130:*"]) == list(range(130, len(inbox) + 1))
        assert len(client.search(["SINCE", since])) == sum(mail.arrival.date() >= since for mail in inbox)
        data = client.fetch([1], ["BODY.PEEK[HEADER.FIELDS (From Subject)]", "BODYSTRUCTURE"])[1]
        assert data[b"BODY[HEADER.FIELDS (FROM SUBJECT)]"].startswith(b"From: Priya Nair")
        assert data[b"BODYSTRUCTURE"].is_multipart
        part = client.fetch([1], ["BODY.PEEK[1]<0.65536>"])[1][b"BODY[1]<0>"]
        assert part.startswith(b"Dear all,")


def test_new_mail_is_seen_in_an_open_session_and_in_a_new_one(tmp_path: Path) -> None:
    first, second, third = moments()[:3]
    deliver(tmp_path, None, first)
    with serve(tmp_path) as server, session(server) as client:
        seen = client.folder_status(INBOX, ["MESSAGES"])[b"MESSAGES"]
        new = deliver(tmp_path, first, second)
        both = sum(client.folder_status(folder, ["MESSAGES"])[b"MESSAGES"] for folder in FOLDERS)
        assert both == seen + new
        newer = deliver(tmp_path, second, third)
        with session(server) as other:
            assert sum(len(everything(other, folder)) for folder in FOLDERS) == both + newer


def test_a_restart_keeps_uidvalidity_and_uids(tmp_path: Path) -> None:
    first, second = moments()[0], END
    deliver(tmp_path, None, first)
    with serve(tmp_path) as server, session(server) as client:
        before = client.folder_status(INBOX, ["UIDVALIDITY"]), everything(client, INBOX)
        password = server.password
    deliver(tmp_path, first, second)
    with serve(tmp_path) as server, session(server) as client:
        after = client.folder_status(INBOX, ["UIDVALIDITY"]), everything(client, INBOX)
        assert server.password != password
    assert before[0] == after[0]
    assert {uid: after[1][uid][b"BODY[]"] for uid in before[1]} == {uid: d[b"BODY[]"] for uid, d in before[1].items()}


def test_reading_changes_nothing(root: Path) -> None:
    """M1: EXAMINE and PEEK leave flags, counts and files as they were; a STORE would have shown."""
    files = on_disk(root)
    with serve(root) as server:
        with session(server) as client:
            before = {folder: client.folder_status(folder) for folder in FOLDERS}
            flags = {folder: {uid: d[b"FLAGS"] for uid, d in everything(client, folder).items()} for folder in FOLDERS}
            for folder in FOLDERS:
                client.select_folder(folder, readonly=True)
                client.fetch(client.search(), ["BODYSTRUCTURE", "BODY.PEEK[1]<0.65536>"])
        with session(server) as client:
            assert {folder: client.folder_status(folder) for folder in FOLDERS} == before
            for folder in FOLDERS:
                assert {uid: d[b"FLAGS"] for uid, d in everything(client, folder).items()} == flags[folder]
            client.select_folder(SENT)
            client.add_flags([1], [b"\\Seen"])
            assert client.folder_status(SENT) != before[SENT]
    assert on_disk(root) == files


def test_a_wrong_password_is_refused(root: Path) -> None:
    with serve(root) as server, pytest.raises(LoginError), session(server._replace(password="guess")):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers on all of 127.0.0.0/8")
def test_listens_on_one_address_only(root: Path) -> None:
    with serve(root) as server:
        assert server.host == "127.0.0.1"
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", server.port), timeout=2)


def test_starts_and_stops_quickly_even_with_a_client_connected(root: Path) -> None:
    began = time.monotonic()
    with serve(root) as server:
        client = IMAPClient(server.host, server.port, ssl=False, timeout=10)
        started = time.monotonic() - began
    assert refused(server.port, 1)
    assert started < 5
    assert time.monotonic() - began < 8
    client.shutdown()


def test_says_so_when_it_cannot_start(tmp_path: Path) -> None:
    with pytest.raises(MailboxUnavailable, match="demo-server-silent"), serve(tmp_path / "nowhere"):
        pass


@POSIX
@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_leaves_nothing_behind_when_its_owner_is_stopped(root: Path, sign: str) -> None:
    script = (
        "import sys, time; from pathlib import Path; from nudger.demo.server import serve\n"
        "with serve(Path(sys.argv[1])) as server: print(server.port, flush=True); time.sleep(60)"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", script, str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    assert owner.stdout
    port = int(owner.stdout.readline())
    assert not refused(port, 0.2)
    os.killpg(owner.pid, getattr(signal, sign))
    _, complaints = owner.communicate(timeout=10)
    assert refused(port)
    assert complaints.count("Traceback") == (sign == "SIGINT")


def test_every_mail_lies_where_it_should(root: Path) -> None:
    assert {file.name for file in (maildir_folder(root, SENT) / "new").iterdir()} == {
        mail.file_name for mail in messages() if mail.folder == SENT
    }
