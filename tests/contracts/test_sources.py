"""tests/contracts: each source of mail, held against the contract."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nudger.mail.files import open_path
from nudger.mail.imap import ImapSource
from nudger.mail.imap_account import Tls
from nudger.mail.source import Source
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
        for number, letter in NUMBERED:
            place, flags = ("cur", ":2,S") if number % 2 else ("new", "")
            path = tmp_path / place / f"{arrival(number).timestamp():.0f}.M1.host{flags}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(letter.raw(number))
            os.utime(path, (arrival(number).timestamp(),) * 2)
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


def as_mbox(numbered: tuple[int, object]) -> bytes:
    number, letter = numbered
    quoted = letter.raw(number).replace(b"\n>From", b"\n>>From").replace(b"\nFrom ", b"\n>From ")  # type: ignore[attr-defined]
    return f"From jan@voorbeeld.example {arrival(number):%a %b %d %H:%M:%S %Y}\n".encode() + quoted + b"\n"
