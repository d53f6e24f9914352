"""nudger/reread: the mails of a thread are found again where they stand now, whatever became of the folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from nudger.ledger.ledger import Ledger
from nudger.mail.imap.mailbox import ImapSource
from nudger.reread import reread
from rules.message import Message
from tests.nudger.polling import NOW, letter, poll, reader
from tests.servers.dovecot import Dovecot, User

pytestmark = pytest.mark.dovecot


@pytest.fixture
def user(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    user.append(letter(1), NOW)
    return user


@pytest.fixture
def ledger(user: User) -> Iterator[Ledger]:
    with Ledger.in_memory() as ledger:
        poll(ImapSource(user.account("loopback-plain")), ledger)
        yield ledger


def found(user: User, ledger: Ledger, *folders: str) -> list[Message]:
    [thread] = [row[0] for row in ledger.canonical()["threads"]]
    with closing(ImapSource(user.account("loopback-plain"))) as source:
        return reread(thread, ledger, {user.name: source}, {user.name: folders}, reader().perspective, NOW)


def test_at_its_place(user: User, ledger: Ledger) -> None:
    assert [message.subject for message in found(user, ledger, "INBOX")] == ["Overdracht 1"]


def test_moved_to_another_folder_while_a_third_is_gone(user: User, ledger: Ledger) -> None:
    user.create("Archief")
    user.doveadm("move", "Archief", "mailbox", "INBOX", "all")
    assert [m.subject for m in found(user, ledger, "Weggegooid", "INBOX", "Archief")] == ["Overdracht 1"]


def test_gone_from_everywhere(user: User, ledger: Ledger) -> None:
    user.expunge(1)
    assert found(user, ledger, "Weggegooid", "INBOX") == []


def test_in_a_folder_that_was_renumbered(user: User, ledger: Ledger) -> None:
    user.set_uidvalidity(4242)
    assert [message.subject for message in found(user, ledger, "INBOX")] == ["Overdracht 1"]
