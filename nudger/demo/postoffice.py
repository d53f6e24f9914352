"""Demo: the child process that serves a Maildir over IMAP on the loopback address, with pymap.

A script on its own, which imports nothing of nudger: ``postoffice.py HOST USERNAME MAILDIR``. The first line on its
standard input is the password; it writes the port as a line on standard output and ends when standard input does, so
that it cannot outlive the one who started it.

pymap's own Maildir backend is not used (measured on 0.36.7): it serves bare LF, numbers messages in the order of a
directory listing, gives INTERNALDATE without its zone and fails when the temporary folder is on another disk.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
import threading
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

UIDVALIDITY_FILE = "uidvalidity"


class Pigeonhole(MailboxData):
    """A folder that holds the files of a Maildir, numbered from 1 in the order of their names."""

    def __init__(self, path: Path, uid_validity: int, folders: MailboxSet) -> None:
        super().__init__(folders._content_cache, folders._thread_cache)
        self._uid_validity = uid_validity
        self._max_uid = 0
        self._path = path
        self._held: set[str] = set()

    async def collect(self) -> None:
        """Take in what was delivered since the last look; its arrival is the file's time of modification."""
        for file in sorted((self._path / "new").iterdir()):
            if file.name not in self._held:
                self._held.add(file.name)
                arrival = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                await self.append(AppendMessage(file.read_bytes(), arrival, frozenset()))


class Pigeonholes(MailboxSet):
    """All folders below a Maildir root (Maildir++); each is looked into again whenever it is asked for."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        uid_validity = int((root / UIDVALIDITY_FILE).read_text("ascii"))
        self._inbox = Pigeonhole(root, uid_validity, self)
        for path in sorted(root.glob(".*")):
            self._set[path.name[1:]] = Pigeonhole(path, uid_validity, self)

    async def get_mailbox(self, name: str) -> MailboxData:
        """Raises KeyError for a folder that is not there."""
        folder = await super().get_mailbox(name)
        if isinstance(folder, Pigeonhole):
            await folder.collect()
        return folder


def configuration(host: str, username: str, password: str) -> Config:
    """No TLS (it never leaves this machine), no hashing (the password lives as long as the process)."""
    return Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        host=host,
        port=0,
        demo_data=False,
        demo_user=username,
        demo_password=password,
        tls_enabled=False,
        ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        hash_context=Cleartext(),
    )


async def serve(config: Config, root: Path) -> None:
    """Serve until standard input ends."""
    config.apply_context()
    login = Login(config)
    await login.demo_user_identity.set(UserMetadata(config, config.demo_user, password=config.demo_password))
    config.set_cache[config.demo_user] = (Pigeonholes(root), FilterSet())
    answer = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(login, config))
    server = await asyncio.start_server(answer, config.host, config.port)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await end_of_input()
    server.close()


async def end_of_input() -> None:
    """Wait for it in a thread: a pipe cannot be watched by the event loop on every system."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def watch() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=watch, daemon=True).start()
    await ended.wait()


def main(host: str, username: str, maildir_root: str) -> None:
    """The script; see the top of this file."""
    password = sys.stdin.readline().rstrip("\n")
    asyncio.run(serve(configuration(host, username, password), Path(maildir_root)))


if __name__ == "__main__":
    main(*sys.argv[1:])
