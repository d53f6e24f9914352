"""Mails of a network about reactions: believed from the proven sender only, never talk, no name kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from classifiers.model import load
from nudger.ledger.activity_rows import MAIL, ActivityRow
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.ledger.states import State
from nudger.looking import Reader
from nudger.mail.perspective import Perspective
from nudger.mail.stored.files import open_path
from nudger.networks.notices import OwnPost, Sender, about, bare, notice
from nudger.nudges.goals import goals
from nudger.poll import poll_folder
from nudger.texts import Texts
from rules.pack import BUILTIN, load_packs
from tests.factories import NOW, message, suggestion

SERVER = "mail.voorbeeld.example"
ENGAGE = "https://engage.cloud.microsoft/main/org/voorbeeld.example/threads/"
POST = "s3kq4xw1pjd8ux8ybqd6o7z5yr"
THREAD = "eyJfdHlwZSI6IlRocmVhZCIsImlkIjoiMTIzNDU2In0"  # {"_type":"Thread","id":"123456"}
BUTTON = '<p>{text}</p><p>Wat een goed plan.</p><table><tr><td><a href="{link}">{go}</a></td></tr></table>'


@dataclass(frozen=True)
class Case:
    """A mail of a network, and the link to the own post it must be matched to (empty: the post is not known)."""

    network: str
    sender: str
    subject: str
    text: str
    link: str
    html: bool = False
    own: str = ""
    remote_id: str = ""
    counts: bool = True


VIVA, JIVE, MATTERMOST = "noreply@yammer.com", "jive@jive.voorbeeld.example", "mattermost@chat.voorbeeld.example"
PLEIN = "noreply@plein.voorbeeld.example"
SAFE = (
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.yammer.com%2Forg%2Fmessages%2F123456&data=1"
)
CASES = {
    "viva en, button, id in base64": Case(
        "viva", VIVA, "Anna de Wit replied to your post", "Anna de Wit replied to your post in Team Zorg",
        f"{ENGAGE}{THREAD}?trk_copy_link=V2", html=True, remote_id="123456",
    ),
    "viva nl": Case("viva", VIVA, "Anna de Wit heeft gereageerd op je bericht", "Bekijk het", f"{ENGAGE}{THREAD}"),
    "viva, inbox form, old link behind a checker": Case(
        "viva", VIVA, "RE: Fiets naar de cliënt", "Anna de Wit: goed plan.", SAFE, remote_id="123456"
    ),
    "viva, a reply in a thread of another": Case(
        "viva", VIVA, "RE: Lunchen", "Tom: goed plan.", f"{ENGAGE}{THREAD}", counts=False
    ),
    "jive en": Case(
        "jive", JIVE, "[Team Zorg] - Re: Fiets naar de cliënt",
        "Anna de Wit [https://jive.voorbeeld.example/people/anna] replied to the discussion",
        "https://jive.voorbeeld.example/message/4711#4711", own="https://jive.voorbeeld.example/message/4711",
    ),
    "jive nl, html": Case(
        "jive", JIVE, "Anna de Wit heeft op uw discussie gereageerd", "Anna de Wit heeft op uw discussie gereageerd",
        "https://jive.voorbeeld.example/thread/815", html=True,
    ),
    "mattermost en": Case(
        "mattermost", MATTERMOST, "[Voorbeeld] Notification in Zorg on June 02, 2026",
        "anna replied to a thread\nWhile you were away, anna replied to a thread in your conversation.",
        f"https://chat.voorbeeld.example/landing#/zorg/pl/{POST}", remote_id=POST,
    ),
    "mattermost, mentioned elsewhere": Case(
        "mattermost", MATTERMOST, "[Voorbeeld] Notification in Zorg on June 02, 2026", "anna mentioned you in Lunch",
        "https://chat.voorbeeld.example/landing#/zorg/pl/ander", counts=False,
    ),
    "generic nl": Case(
        "plein", PLEIN, "Sanne de Boer en 2 anderen reageerden op jouw bericht",
        'Sanne de Boer schreef: "Mijn kaartje is al mee door de was geweest."', "https://plein.voorbeeld.example/team-zorg/418",
    ),
    "generic en": Case(
        "plein", PLEIN, "Sanne and 2 others commented on your idea", "See it here",
        "https://plein.voorbeeld.example/team-zorg/418?utm_source=mail",
    ),
    "generic, a like": Case(
        "plein", PLEIN, "Sanne vindt je bericht leuk", "Leuk.", "https://plein.voorbeeld.example/zorg/418", counts=False
    ),
    "generic, the week": Case(
        "plein", PLEIN, "Weekoverzicht van Plein: 6 nieuwe gesprekken", "Zes minuten lunch (14)",
        "https://plein.voorbeeld.example/", counts=False,
    ),
}  # fmt: skip
SENDERS = (
    Sender("viva", frozenset({VIVA}), ("www.yammer.com", "engage.cloud.microsoft")),
    Sender("jive", frozenset({JIVE}), ("jive.voorbeeld.example",)),
    Sender("mattermost", frozenset({"@chat.voorbeeld.example"}), ("chat.voorbeeld.example",)),
    Sender("plein", frozenset({PLEIN}), ("plein.voorbeeld.example",)),
)


def letter(case: Case, number: int = 1, *, proven: str = "pass", sender: str = "") -> bytes:
    mail = EmailMessage()
    mail["Authentication-Results"] = f"{SERVER}; dmarc={proven} header.from={case.sender.rpartition('@')[2]}"
    mail["From"] = f'"Anna de Wit (Plein)" <{sender or case.sender}>'
    mail["To"] = "fatima@voorbeeld.example"
    mail["Subject"] = case.subject
    mail["Date"] = NOW
    mail["Message-ID"] = f"<n{number}@plein.example>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(f"Hallo Fatima,\n\n{case.text}\n\nBekijk het gesprek: {case.link}\n")
    if case.html:
        mail.set_content(BUTTON.format(text=case.text, link=case.link, go="Bekijk het gesprek"), subtype="html")
    return bytes(mail)


@cache
def reader(authserv_id: str = SERVER) -> Reader:
    perspective = Perspective(
        domains=frozenset({"voorbeeld.example"}),
        owner=frozenset({"fatima@voorbeeld.example"}),
        notifications=frozenset(address for one in SENDERS for address in one.addresses),
        authserv_id=authserv_id,
    )
    zone = ZoneInfo("Europe/Amsterdam")
    return Reader(perspective, load_packs(BUILTIN), load(None), goals((), Texts("nl")), zone, NOW, SENDERS)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.in_memory() as made:
        yield made


def knows(ledger: Ledger, case: Case) -> None:
    """The own post that the mail is about, sent by nudger or pasted by the leader."""
    with ledger.atomic():
        if case.remote_id:
            ledger.suggestions.offer(suggestion("t0", State.SENT, id="s1", network=case.network, community="zorg"))
            ledger.outbox.begin(
                Attempt(
                    suggestion="s1", part=0, attempt=1, marker="m", state=Sending.SENT, network=case.network,
                    account="a", community="zorg", approved_hash="h", started_at=NOW, remote_id=case.remote_id,
                )
            )  # fmt: skip
        if case.own:
            made = suggestion(
                "t1", State.HANDED_OFF, network=case.network, community="zorg", url=case.own, decided_at=NOW
            )
            ledger.suggestions.offer(made)


def polled(folder: Path, ledger: Ledger, mails: Sequence[bytes], with_reader: Reader) -> Sequence[ActivityRow]:
    for number, mail in enumerate(mails):
        (folder / f"{number}.eml").write_bytes(mail)
    source = open_path(folder, account="fatima")
    outcome = poll_folder(source, source.folders()[0], ledger, with_reader, look_back_days=0)
    assert set(outcome.outcomes) <= {"gated", "duplicate"}, "a mail of a network is never talk"
    return ledger.activity.all()


@pytest.mark.parametrize("name", CASES)
def test_a_reaction_becomes_a_row_that_names_nobody(name: str, tmp_path: Path, ledger: Ledger) -> None:
    case = CASES[name]
    knows(ledger, case)
    rows = polled(tmp_path, ledger, [letter(case)], reader())
    assert len(rows) == case.counts
    if not case.counts:
        return
    [row] = rows
    assert (row.network, row.source, row.own, row.first_answer, row.last_own) == (case.network, MAIL, True, NOW, None)
    if case.remote_id:
        assert row.conversation == ledger.activity.key(case.network, case.remote_id)
        assert row.community == "zorg"
    assert "Anna" not in repr(row)
    assert "Sanne" not in repr(row)
    assert [one.answered for one in ledger.loops.reactions(NOW)] == [False]


def test_two_mails_about_one_post_are_one_conversation_and_reading_again_changes_nothing(
    tmp_path: Path, ledger: Ledger
) -> None:
    case = CASES["generic nl"]
    rows = polled(tmp_path, ledger, [letter(case), letter(CASES["generic en"], 2)], reader())
    assert len(rows) == 1
    assert polled(tmp_path, ledger, [letter(case, 3), letter(case, 4)], reader()) == rows


@pytest.mark.parametrize(
    ("proven", "sender", "authserv_id"),
    [
        ("fail", "", SERVER),
        ("none", "", SERVER),
        ("pass", "noreply@plein.voorbeeld.example.evil.example", SERVER),
        ("pass", "", "elders.example"),
        ("pass", "", ""),
    ],
)
def test_what_is_not_proven_is_not_believed(
    proven: str, sender: str, authserv_id: str, tmp_path: Path, ledger: Ledger
) -> None:
    mail = letter(CASES["generic nl"], proven=proven, sender=sender)
    assert polled(tmp_path, ledger, [mail], reader(authserv_id)) == []


def test_a_colleague_who_quotes_such_a_mail_is_no_network() -> None:
    quoted = message(own_words="Sanne reageerde op jouw bericht", authenticated=True, marks=())
    assert notice(quoted, SENDERS) is None
    assert notice(replace(quoted, marks=("network",)), SENDERS) is None


def test_only_what_leads_to_the_network_itself_names_a_post() -> None:
    known = OwnPost("418", "https://plein.voorbeeld.example/team-zorg/418", "zorg", NOW)
    base = message(subject="Sanne reageerde op je bericht", authenticated=True, marks=("network",))
    sender = replace(base.sender, email=PLEIN)  # type: ignore[type-var]
    told = notice(replace(base, sender=sender, links=("https://elders.example/418",)), SENDERS)
    assert told is not None
    assert told.links == ()
    assert about(told, [known]) == (f"mail:{told.mail}", None)
    near = notice(replace(base, sender=sender, links=("https://plein.voorbeeld.example/team-zorg/4180",)), SENDERS)
    assert near is not None
    assert about(near, [known]) == ("plein.voorbeeld.example/team-zorg/4180", None)


def test_an_address_without_what_says_nothing_of_the_post() -> None:
    assert bare("https://Plein.example/a/1/?x=2#top") == bare("https://plein.example/a/1")
    assert bare("https://www.yammer.com/org/#/Threads/1") != bare("https://www.yammer.com/org/#/Threads/2")
