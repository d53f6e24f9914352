"""nudger/mail/imap: which folders there are to choose from, with their counts, on a real Dovecot and on lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from nudger.mail.imap.choosing import FolderChoice, Namespace, choices, whose
from nudger.mail.imap.folders import Folder
from nudger.mail.imap.mailbox import ImapSource
from tests.servers.dovecot import Dovecot, why_not
from tests.servers.scripted import Scripted

LETTER = b"Subject: x\n\nInhoud.\n"
EXCHANGE = (
    *("INBOX", "Agenda", "Archief", "Concepten", "Contactpersonen", "Ongewenste e-mail", "Postvak UIT", "Projecten"),
    *("Projecten/Sent", "Taken", "Verwijderde items", "Verzonden items"),
)


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Dovecot]:
    if reason := why_not():
        pytest.skip(reason)
    with Dovecot(others=True) as server:
        yield server


def listed(*names: str) -> list[Folder]:
    return [Folder(name) for name in names]


def test_the_roles_of_a_server_that_marks_nothing() -> None:
    made = choices(listed(*EXCHANGE), [], dict.fromkeys(EXCHANGE, 3))
    assert [(one.name, one.role) for one in made if one.role != "other"] == [
        ("INBOX", "inbox"),
        ("Verzonden items", "sent"),
        ("Projecten", ""),
        ("Projecten/Sent", ""),
        ("Archief", "archive"),
        ("Concepten", "drafts"),
        ("Ongewenste e-mail", "junk"),
        ("Verwijderde items", "trash"),
    ]
    assert [one.name for one in made if one.usual] == ["INBOX", "Verzonden items"]


def test_marks_beat_names() -> None:
    folders = [Folder("[Gmail]/Alles", flags=frozenset({"all"})), Folder("[Gmail]", flags=frozenset({"noselect"}))]
    assert choices(folders, [], {}) == [FolderChoice("[Gmail]/Alles", None, "all")]


def test_the_longest_prefix_tells_whose_it_is() -> None:
    spaces = [Namespace("", "own"), Namespace("user.", "others"), Namespace("user.all.", "shared")]
    assert [whose(name, spaces) for name in ("INBOX", "user.jan", "user.all.x")] == ["own", "others", "shared"]
    assert whose("INBOX", []) == "own"


def test_the_sent_mail_of_somebody_else_is_never_the_owners() -> None:
    told = '* NAMESPACE (("" "/")) (("Andere gebruikers/" "/")) NIL\r\n{tag} OK done\r\n'
    lines = '* LIST () "/" INBOX\r\n* LIST () "/" "Andere gebruikers/jan/Verzonden items"\r\n{tag} OK done\r\n'
    answers = {"NAMESPACE": [told], "LIST": [lines]}
    with (
        Scripted(capabilities="IMAP4rev1 NAMESPACE", answers=answers) as server,
        closing(ImapSource(server.account())) as source,
    ):
        assert source.sent_folder() is None
        made = source.choices()
    assert [(one.name, one.role, one.whose) for one in made] == [
        ("INBOX", "inbox", "own"),
        ("Andere gebruikers/jan/Verzonden items", "", "others"),
    ]


@pytest.mark.parametrize("answer", ["{tag} NO not now\r\n", "* NAMESPACE ((\r\n{tag} OK done\r\n"])
def test_without_an_answer_all_folders_are_the_owners(answer: str) -> None:
    with (
        Scripted(capabilities="IMAP4rev1 NAMESPACE", answers={"NAMESPACE": [answer]}) as server,
        closing(ImapSource(server.account())) as source,
    ):
        assert source.choices() == [FolderChoice("INBOX", 3, "inbox")]


@pytest.mark.dovecot
def test_own_shared_and_other_users_folders(shared_server: Dovecot) -> None:
    leader, colleague = shared_server.add_user(), shared_server.add_user()
    leader.append_all([(LETTER, None)] * 3)
    leader.create("Sent", "Teams/Zorg", "gedeeld/Nieuws")
    colleague.append_all([(LETTER, None)] * 2)
    colleague.create("Sent", "Besloten")
    colleague.doveadm("acl", "set", "INBOX", f"user={leader.name}", "lookup", "read")
    colleague.doveadm("acl", "set", "Besloten", f"user={leader.name}", "lookup")
    leader.append(LETTER, folder="gedeeld/Nieuws")
    before = [sorted(user.snapshot().splitlines()) for user in (leader, colleague)]
    with closing(ImapSource(leader.account())) as source:
        made = source.choices()
        others = f"anderen/{colleague.name}"
        assert [(one.name, one.messages, one.role, one.whose) for one in made] == [
            ("INBOX", 3, "inbox", "own"),
            ("Sent", 0, "sent", "own"),
            ("Teams/Zorg", 0, "", "own"),
            (others, 2, "", "others"),
            (f"{others}/Besloten", None, "", "others"),
            ("gedeeld/Nieuws", 1, "", "shared"),
        ]
        for name, messages in ((others, 2), ("gedeeld/Nieuws", 1)):
            source.state(name)
            assert len(list(source.complete(name, source.headers(name, source.uids(name))))) == messages
    assert [sorted(user.snapshot().splitlines()) for user in (leader, colleague)] == before
