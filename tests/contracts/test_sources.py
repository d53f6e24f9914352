"""tests/contracts: each source of mail, held against the contract."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nudger.demo import server
from nudger.mail.imap.account import ImapAccount, Tls
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.source import Source
from nudger.mail.stored.files import open_path
from tests.conftest import skip
from tests.contracts.letters import LETTERS, arrival
from tests.contracts.source_contract import SourceContract
from tests.servers.dovecot import Dovecot, User

NUMBERED = list(enumerate(LETTERS, start=1))


@pytest.fixture(scope="module")
def user(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    user.append_all((letter.raw(number), arrival(number)) for number, letter in NUMBERED)
    return user


@pytest.fixture(scope="module")
def untouched(user: User) -> str:
    return user.snapshot()


@pytest.mark.dovecot
class TestImap(SourceContract):
    tls: Tls = "implicit"

    @pytest.fixture
    def source(self, user: User, untouched: str) -> Iterator[Source]:
        source = ImapSource(user.account(self.tls))
        yield source
        source.close()
        assert user.snapshot() == untouched  # promise M1


class TestImapAfterStarttls(TestImap):
    tls = "starttls"


@pytest.fixture(scope="module")
def postoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    if not server.available():
        skip("pymap is not installed (extra demo)")
    root = tmp_path_factory.mktemp("maildir")
    deliver_into(root, seen=False)
    (root / "uidvalidity").write_text("1772440200\n", "ascii")
    with server.serve(root) as served:
        yield served


class TestPymap(SourceContract):
    """The server of the demo, whose answers deviate as those of some Exchanges do."""

    sizes_hold = False

    @pytest.fixture
    def source(self, postoffice: server.Server) -> Iterator[Source]:
        account = ImapAccount(
            name="fatima",
            host=postoffice.host,
            port=postoffice.port,
            tls="loopback-plain",
            username=postoffice.username,
            password=lambda: postoffice.password,
        )
        source = ImapSource(account)
        yield source
        source.close()


class TestMbox(SourceContract):
    folder = "post.mbox"

    @pytest.fixture
    def source(self, tmp_path: Path) -> Iterator[Source]:
        path = tmp_path / self.folder
        path.write_bytes(b"".join(map(as_mbox, NUMBERED)))
        source = open_path(path)
        yield source
        source.close()


class TestGzippedMbox(TestMbox):
    folder = "post.mbox.gz"

    @pytest.fixture
    def source(self, tmp_path: Path) -> Iterator[Source]:
        path = tmp_path / self.folder
        path.write_bytes(gzip.compress(b"".join(map(as_mbox, NUMBERED))))
        source = open_path(path)
        yield source
        source.close()


class TestMaildir(SourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> Source:
        deliver_into(tmp_path)
        return open_path(tmp_path)


class TestFolderOfMessages(SourceContract):
    folder = "post"
    dated = False

    @pytest.fixture
    def source(self, tmp_path: Path) -> Source:
        for number, letter in NUMBERED:
            path = tmp_path / self.folder / f"{number:03}.eml"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(letter.raw(number, "\r\n"))
        return open_path(tmp_path / self.folder)


def deliver_into(maildir: Path, *, seen: bool = True) -> None:
    for place in ("cur", "new", "tmp"):
        (maildir / place).mkdir()
    for number, letter in NUMBERED:
        place, flags = ("cur", ":2,S") if seen and number % 2 else ("new", "")
        path = maildir / place / f"{arrival(number).timestamp():.0f}.M1.host{flags}"
        path.write_bytes(letter.raw(number))
        os.utime(path, (arrival(number).timestamp(),) * 2)


def as_mbox(numbered: tuple[int, object]) -> bytes:
    number, letter = numbered
    quoted = letter.raw(number).replace(b"\n>From", b"\n>>From").replace(b"\nFrom ", b"\n>From ")  # type: ignore[attr-defined]
    return f"From jan@voorbeeld.example {arrival(number):%a %b %d %H:%M:%S %Y}\n".encode() + quoted + b"\n"
