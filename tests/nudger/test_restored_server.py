"""nudger/poll and a server that was restored from a backup: its UIDs are given out a second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from nudger.ledger.ledger import Ledger
from nudger.mail.imap.mailbox import ImapSource
from nudger.trials import Place
from tests.nudger.polling import NOW, letter, poll
from tests.servers.dovecot import Dovecot, User
from tests.servers.scripted import Scripted

pytestmark = pytest.mark.dovecot


@pytest.fixture
def user(dovecot: Dovecot) -> User:
    user = dovecot.add_user()
    user.append_all((letter(number), NOW) for number in range(1, 4))
    return user


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.in_memory() as ledger:
        yield ledger


def read(user: User, ledger: Ledger) -> Counter[str]:
    [outcome] = poll(ImapSource(user.account("loopback-plain")), ledger)
    return outcome.outcomes


def seen(ledger: Ledger) -> dict[int, str]:
    """The message under each UID."""
    return {row[3]: row[5] for row in ledger.canonical()["sightings"]}


def test_another_message_under_a_known_uid_has_its_own_outcome(user: User, ledger: Ledger) -> None:
    copy = user.back_up()
    user.append_all((letter(number), NOW) for number in (4, 5, 6))
    read(user, ledger)
    before = seen(ledger)
    user.restore(copy)
    user.append(letter(7), NOW)
    assert read(user, ledger)["duplicate"] == 3
    after = seen(ledger)
    assert [uid for uid in after if after[uid] != before[uid]] == [4]
    assert len(ledger.canonical()["messages"]) == 7
    user.append_all((letter(number), NOW) for number in (8, 9))
    assert read(user, ledger).total() == 2
    assert [uid for uid in after if seen(ledger)[uid] != before[uid]] == [4, 5, 6]
    assert not read(user, ledger)


def test_a_folder_that_comes_back_empty_begins_again(ledger: Ledger) -> None:
    for messages, new in ((3, 3), (0, 0), (5, 5), (5, 0)):
        with Scripted(messages=messages) as server:
            [outcome] = poll(ImapSource(server.account()), ledger)
        assert outcome.new == new


def test_what_was_given_up_does_not_hide_another_message_under_its_uid(user: User, ledger: Ledger) -> None:
    copy = user.back_up()
    user.append(letter(4), NOW)
    with closing(ImapSource(user.account("loopback-plain"))) as source:
        place = Place(ledger, user.name, "INBOX", source.state("INBOX").uidvalidity)
    place.give_up(4, 3)
    user.append(letter(5), NOW)
    read(user, ledger)
    assert (place.given_up(), seen(ledger)[4]) == ({4}, "")
    user.restore(copy)
    user.append(letter(6), NOW)
    read(user, ledger)
    assert not place.given_up()
    assert seen(ledger)[4] != ""
