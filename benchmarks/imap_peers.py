"""Programs that copy a whole mailbox over IMAP, timed on the mailbox that nudger polls; they do more than nudger does.

They write every message to disk with all attachments. The comparison shows what a poll does not have to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.servers.dovecot import PASSWORD, User

LIMIT = 900.0

MBSYNC = """
FSync no

IMAPAccount leider
Host 127.0.0.1
Port {port}
User {user}
Pass {password}
SSLType None
AuthMechs LOGIN

IMAPStore far
Account leider

MaildirStore near
Path {folder}/mail/
Inbox {folder}/mail/INBOX

Channel all
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
"""

GETMAIL = """
[retriever]
type = SimpleIMAPRetriever
server = 127.0.0.1
port = {port}
username = {user}
password = {password}
use_peek = true
mailboxes = ("INBOX",)
[destination]
type = Maildir
path = {folder}/mail/
[options]
read_all = true
delete = false
verbose = 0
"""

OFFLINEIMAP = """
[general]
accounts = leider
metadata = {folder}/state
ui = quiet
[Account leider]
localrepository = near
remoterepository = far
[Repository near]
type = Maildir
localfolders = {folder}/mail
[Repository far]
type = IMAP
remotehost = 127.0.0.1
remoteport = {port}
remoteuser = {user}
remotepass = {password}
ssl = no
starttls = no
auth_mechanisms = LOGIN, PLAIN
readonly = True
folderfilter = lambda name: name == 'INBOX'
"""

PEERS = {
    "mbsync": (MBSYNC, ("mbsync", "-c", "{config}", "all")),
    "getmail6": (GETMAIL, ("getmail", "--getmaildir", "{folder}", "--rcfile", "{config}")),
    "offlineimap3": (OFFLINEIMAP, ("offlineimap", "-o", "-c", "{config}")),
}


def timed(user: User) -> Iterator[tuple[str, float]]:
    """Wall time of each program that is installed, with a sync of the whole folder into an empty Maildir."""
    for title, (config, command) in PEERS.items():
        if shutil.which(command[0]):
            with tempfile.TemporaryDirectory(prefix="peer-", dir="/tmp") as folder:
                done, seconds = _run(user, Path(folder), config, command)
                yield f"{title} ({done:,} messages)", seconds


def _run(user: User, folder: Path, config: str, command: tuple[str, ...]) -> tuple[int, float]:
    """How many messages arrived in how many seconds; at most LIMIT."""
    for part in ("mail/cur", "mail/new", "mail/tmp") if command[0] == "getmail" else ("mail",):
        (folder / part).mkdir(parents=True)
    values = {"port": user.server.port, "user": user.name, "password": PASSWORD, "folder": folder}
    path = folder / "config"
    path.write_text(config.format(**values), encoding="utf-8")
    for found in (folder, *folder.rglob("*")):
        found.chmod(0o700 if found.is_dir() else 0o600)
        if os.geteuid() == 0:
            shutil.chown(found, "nobody")
    words = [word.format(folder=folder, config=path) for word in command]
    who: dict[str, object] = {"user": "nobody", "extra_groups": []} if os.geteuid() == 0 else {}
    started = time.monotonic()
    try:
        subprocess.run(
            words,
            env={"HOME": str(folder), "PATH": os.environ["PATH"]},
            capture_output=True,
            timeout=LIMIT,
            check=True,
            **who,
        )  # type: ignore[call-overload]
    except subprocess.TimeoutExpired:
        pass
    except subprocess.CalledProcessError as error:
        print(error.stderr.decode(errors="replace")[-300:])
    seconds = time.monotonic() - started
    return sum(1 for found in folder.rglob("*") if found.is_file() and found.parent.name in ("cur", "new")), seconds
