"""tests/servers: a real Dovecot 2.3 in a private folder, without root and without a system package's configuration.

``with Dovecot() as server`` (also for benchmarks) or the fixture ``dovecot``; :meth:`Dovecot.add_user` gives a
:class:`User` to fill, photograph and damage. Configuration: https://doc.dovecot.org/2.3/
"""

from __future__ import annotations

import imaplib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

import pytest

from nudger.mail.imap.account import ImapAccount, Tls
from tests.conftest import skip

PASSWORD = "geheim-0f3b"
MASTER, MASTER_PASSWORD = "lezer", "meester-71c2"
"""A master user (``leider1*lezer``), who may look up and read everything and write nothing."""
ACCENTED, ACCENTED_PASSWORD = "accent", "gehëim-één"
"""A user whose password is not ASCII; every other name is let in with PASSWORD."""
START_SECONDS = 15.0
SESSION = re.compile(r"imap\((?P<user>[^)]*)\).*Disconnected:.* in=(?P<received>\d+) out=(?P<sent>\d+)")
COMMAND = re.compile(r"[\d.]+ [A-Z]+\d+ (.*)")  # time, tag, command: a line of Dovecot's raw log

CONFIG = """
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
first_valid_gid = 1
mail_home = {root}/mail/%u
mail_location = sdbox:~/sdbox
mail_fsync = never
ssl = yes
ssl_min_protocol = TLSv1.2
ssl_cert = <{root}/cert.pem
ssl_key = <{root}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_master_user_separator = *
auth_failure_delay = 0
login_trusted_networks = 127.0.0.0/8
mail_max_userip_connections = 50
passdb {{
  driver = passwd-file
  master = yes
  args = {root}/masters
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {root}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  args = {root}/passwd
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = {sent}
    special_use = \\Sent
  }}
}}
plugin {{
  acl = vfile:{root}/acl
}}
protocol imap {{
  mail_plugins = acl
  rawlog_dir = {root}/raw/%u
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap {{
  drop_priv_before_exec = no
}}
"""

OTHERS = """
protocol doveadm {{
  mail_plugins = acl
}}
namespace anderen {{
  type = shared
  prefix = anderen/%%u/
  separator = /
  location = sdbox:{root}/mail/%%u/sdbox
  list = children
  subscriptions = no
}}
namespace gedeeld {{
  type = public
  prefix = gedeeld/
  separator = /
  location = sdbox:{root}/gedeeld
  list = children
  subscriptions = no
}}
plugin {{
  acl_shared_dict = file:{root}/shared.db
}}
"""
"""Other users' folders, as far as they let one in (``doveadm acl``), and folders of all."""

OAUTH2 = """
introspection_mode = post
introspection_url = http://127.0.0.1:{port}/introspect
username_attribute = username
active_attribute = active
active_value = true
"""
"""Dovecot asks this address about each token (RFC 7662); :mod:`tests.servers.identity` answers there."""


@dataclass(frozen=True)
class Session:
    """What Dovecot wrote of one ended session: octets it received from the client, and octets it sent."""

    received: int
    sent: int


class Dovecot:
    """A server of our own: plain and STARTTLS on ``port``, implicit TLS on ``tls_port``, certificate ``ca_file``.

    The certificate names ``localhost`` only, so that ``127.0.0.1`` is a wrong host name.
    """

    host = "localhost"

    def __init__(self, sent: str = "create", *, others: bool = False) -> None:
        import pwd  # Unix only, as Dovecot

        self._owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self.root = Path(tempfile.mkdtemp(prefix="nd-", dir="/tmp"))  # short: a Unix socket's path has 100 bytes
        self.port, self.tls_port, self.introspection_port = _free_ports(3)
        self.ca_file = self.root / "cert.pem"
        self._config = self.root / "dovecot.conf"
        self._users = 0
        self._sent = sent
        self._more = OTHERS.format(root=self.root) if others else ""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=10)
        shutil.rmtree(self.root, ignore_errors=True)

    def _start(self) -> None:
        import grp

        for folder in ("run", "state", "mail", "raw"):
            (self.root / folder).mkdir()
        _certificate(self.root)
        (self.root / "masters").write_text(f"{MASTER}:{{PLAIN}}{MASTER_PASSWORD}::::::\n", encoding="utf-8")
        (self.root / "acl").write_text(f"* user={MASTER} lr\ngedeeld* anyone lrwstipk\n", encoding="utf-8")
        (self.root / "oauth2.conf").write_text(OAUTH2.format(port=self.introspection_port), encoding="utf-8")
        (self.root / "passwd").write_text(f"{ACCENTED}:{{PLAIN}}{ACCENTED_PASSWORD}::::::\n", encoding="utf-8")
        self._config.write_text(
            CONFIG.format(
                root=self.root,
                user=self._owner.pw_name,
                group=grp.getgrgid(self._owner.pw_gid).gr_name,
                uid=self._owner.pw_uid,
                gid=self._owner.pw_gid,
                port=self.port,
                tls_port=self.tls_port,
                sent=self._sent,
                password=PASSWORD,
            )
            + self._more,
            encoding="utf-8",
        )
        for path in (self.root, *self.root.rglob("*")):
            os.chown(path, self._owner.pw_uid, self._owner.pw_gid)
        self._process = subprocess.Popen([_program("dovecot"), "-F", "-c", self._config], **self._as_owner())
        _wait_for(lambda: _greets(self.port), "Dovecot does not answer")

    def _as_owner(self) -> dict[str, object]:
        # extra_groups empties the groups of root, which Popen would keep.
        if os.geteuid() != 0:
            return {}
        return {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}

    def add_user(self, name: str = "") -> User:
        """A new mailbox with nothing in it."""
        self._users += 1
        return User(self, name or f"leider{self._users}")

    def doveadm(self, *arguments: str) -> str:
        """Run ``doveadm`` as the server's own user; gives its standard output. Raises CalledProcessError."""
        command = [_program("doveadm"), "-c", str(self._config), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, **self._as_owner()).stdout

    def log(self) -> str:
        """Everything the server wrote down."""
        return (self.root / "dovecot.log").read_text(encoding="utf-8", errors="replace")

    def sessions(self, user: str) -> list[Session]:
        """The ended sessions of this user, oldest first, from the server's own log."""
        found = (SESSION.search(line) for line in self.log().splitlines())
        return [Session(int(m["received"]), int(m["sent"])) for m in found if m and m["user"] == user]


class User:
    """One mailbox on a :class:`Dovecot`."""

    def __init__(self, server: Dovecot, name: str) -> None:
        self.server = server
        self.name = name

    def account(self, tls: Tls = "implicit", **changes: object) -> ImapAccount:
        """How nudger reaches this mailbox."""
        values: dict[str, object] = {
            "name": self.name,
            "host": self.server.host,
            "port": self.server.tls_port if tls == "implicit" else self.server.port,
            "tls": tls,
            "username": self.name,
            "password": lambda: PASSWORD,
            "ca_file": self.server.ca_file,
        }
        return ImapAccount(**(values | changes))  # type: ignore[arg-type]

    def append(self, raw: bytes, when: datetime | None = None, folder: str = "INBOX", flags: str = "") -> None:
        """Store one message with this INTERNALDATE."""
        self.append_all([(raw, when)], folder, flags)

    def append_all(
        self, messages: Iterable[tuple[bytes, datetime | None]], folder: str = "INBOX", flags: str = ""
    ) -> None:
        """Store many messages over one connection."""
        with imaplib.IMAP4("127.0.0.1", self.server.port) as client:
            client.login(self.name, PASSWORD)
            for raw, when in messages:
                status, answer = client.append(f'"{folder}"', flags, when or "", raw)
                assert status == "OK", answer

    def import_mbox(self, path: Path) -> None:
        """Store the messages of an mbox in the INBOX, with the dates of their From lines."""
        os.chown(path.parent, self.server.root.stat().st_uid, -1)
        os.chown(path, self.server.root.stat().st_uid, -1)
        self.doveadm("import", f"mbox:{path.parent}:INBOX={path}", "", "all")

    def expunge_all(self) -> None:
        """Empty the INBOX."""
        self.doveadm("expunge", "mailbox", "INBOX", "all")

    def create(self, *folders: str) -> None:
        """Make folders (names in UTF-8)."""
        self.doveadm("mailbox", "create", *folders)

    def doveadm(self, *command: str) -> str:
        """``doveadm COMMAND -u USER ...``; the options follow the words of the command."""
        words = 2 if command[0] in {"mailbox", "acl"} else 1
        return self.server.doveadm(*command[:words], "-u", self.name, *command[words:])

    def expunge(self, *uids: int, folder: str = "INBOX") -> None:
        """Remove messages, as another program would."""
        self.doveadm("expunge", "mailbox", folder, "uid", ",".join(map(str, uids)))

    def set_uidvalidity(self, value: int, folder: str = "INBOX") -> None:
        """Void all UIDs of a folder, as a restored server would."""
        self.doveadm("mailbox", "update", "--uid-validity", str(value), folder)

    def back_up(self) -> Path:
        """A copy of the whole mailbox as it is now, for :meth:`restore`; nobody is signed in meanwhile."""
        copy = self.server.root / f"{self.name}.backup"
        shutil.rmtree(copy, ignore_errors=True)
        _copy(self.server.root / "mail" / self.name, copy)
        return copy

    def restore(self, copy: Path) -> None:
        """Put the mailbox back as it was, with its UIDVALIDITY and its UIDNEXT: the server gives out UIDs again."""
        mail = self.server.root / "mail" / self.name
        shutil.rmtree(mail)
        _copy(copy, mail)

    def kick(self) -> None:
        """Cut all connections of this user."""
        self.server.doveadm("kick", self.name)

    def snapshot(self) -> str:
        """Folders with their counts and change numbers, and flags of every message: equal means untouched."""
        folders = self.doveadm(
            "mailbox", "status", "messages recent unseen uidnext uidvalidity highestmodseq vsize", "*"
        )
        return folders + self.doveadm("fetch", "mailbox uid flags", "mailbox", "*")

    def sessions(self, at_least: int = 0) -> list[Session]:
        """The ended sessions of this user; waits until the log holds ``at_least`` of them."""
        _wait_for(lambda: len(self.server.sessions(self.name)) >= at_least, "the log does not show the session")
        return self.server.sessions(self.name)

    def record(self) -> None:
        """From now on Dovecot keeps every line that this user's clients send after sign-in."""
        folder = self.server.root / "raw" / self.name
        folder.mkdir()
        owner = folder.parent.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)

    def commands(self) -> list[str]:
        """The recorded command lines of all sessions, without their tags."""
        files = sorted((self.server.root / "raw" / self.name).glob("*.in"), key=lambda path: path.stat().st_mtime_ns)
        found = (COMMAND.match(line) for path in files for line in path.read_text(encoding="latin-1").splitlines())
        return [m[1] for m in found if m]


def _copy(source: Path, target: Path) -> None:
    """Copy a folder with its owner."""
    shutil.copytree(source, target)
    owner = source.stat()
    for path in (target, *target.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)


def _free_ports(count: int) -> Sequence[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [taken.getsockname()[1] for taken in sockets]
    for taken in sockets:
        taken.close()
    return ports


def _program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin")
    assert found is not None, f"{name} is not installed"
    return found


def _certificate(folder: Path) -> None:
    # Debian's Dovecot depends on the openssl program, so it is there whenever Dovecot is.
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _greets(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as client:
        return client.recv(4) == b"* OK"
    return False


def _wait_for(condition: object, complaint: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline, complaint
        time.sleep(0.02)


def why_not() -> str:
    """Why no Dovecot can be started here, or nothing."""
    if not hasattr(os, "geteuid"):
        return "Dovecot needs a Unix system"
    try:
        version = subprocess.run([_program("dovecot"), "--version"], check=True, capture_output=True, text=True).stdout
    except (AssertionError, OSError, subprocess.CalledProcessError):
        return "Dovecot is not installed (Debian: dovecot-imapd)"
    return "" if version.startswith("2.3.") else f"Dovecot {version.strip()} has another configuration than 2.3"


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One server for all tests of this process; take a fresh mailbox with ``dovecot.add_user()``."""
    if reason := why_not():
        skip(reason)
    with Dovecot() as server:
        yield server
