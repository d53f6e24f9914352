"""nudger/mail/imap against servers that do wrong: each fault of a list, with its right outcome.

What stands elsewhere: a line cut at every octet, stalled, and spoilt at every command (BYE, NO, BAD, garbage, EXPUNGE,
a line of a million octets) in ``test_poll_cut``; UIDs renumbered or given out again in ``test_restored_server`` and
``test_imap``; what the server gives only later in ``test_read_late``; certificates, old TLS and STARTTLS in
``test_imap_tls``; tokens that expire in ``test_imap_signin``; kills, two polls at once and a server that is away in
``test_poll``; a message that kills the program in ``test_trials``.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from nudger.errors import (
    ConfigError,
    FolderMissing,
    LoginRefused,
    MailboxError,
    MailboxUnavailable,
    NudgerError,
    Refused,
)
from nudger.mail.imap.fetching import MAX_UID, WINDOW, search_windows
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.imap.session import Patience
from nudger.mail.source import RawMessage
from tests.servers.scripted import ABSENT, CUT, NO, STALL, STRUCTURE, Scripted, literal

QUICK = Patience(connect=2.0, read=0.3, reconnects=3, first_pause=0.0, throttle=0.0)
CANARY = "kanarie-5e1d"


def source_on(server: Scripted, **account: object) -> ImapSource:
    return ImapSource(server.account(**account), patience=QUICK)


def read_all(server: Scripted) -> dict[int, RawMessage]:
    """The state, UIDs, headers and texts of everything."""
    with closing(source_on(server)) as source:
        source.state("INBOX")
        uids = source.uids("INBOX")
        raws = list(source.complete("INBOX", source.headers("INBOX", uids)))
    assert len(server.lines) == source.traffic.commands  # what was meant as one command arrived as one line
    assert len(raws) == len({raw.uid for raw in raws})
    return {raw.uid: raw for raw in raws}


def failure(
    server: Scripted, step: Callable[[ImapSource], object] = lambda source: source.state("INBOX")
) -> NudgerError:
    with closing(source_on(server)) as source, pytest.raises(NudgerError) as caught:
        step(source)
    assert CANARY not in "".join(traceback.format_exception(caught.value)) + str(caught.value.values)
    return caught.value


def assert_sound(raw: RawMessage) -> None:
    assert (raw.problem, raw.bodies) == ("", {"1": f"Tekst {raw.uid}.\r\n".encode()})


def test_a_sound_server() -> None:
    with Scripted(messages=4) as server:
        raws = read_all(server)
    assert list(raws) == [1, 2, 3, 4]
    assert all(
        raw.internal_date == datetime(2026, 3, 2, 8, 30, tzinfo=UTC) and raw.size == 200 for raw in raws.values()
    )
    for raw in raws.values():
        assert_sound(raw)


# One bad message costs one message

WITHOUT_STRUCTURE = {
    "nil": "BODYSTRUCTURE NIL",
    "empty": "BODYSTRUCTURE ()",
    "unbalanced": 'BODYSTRUCTURE ("TEXT" "PLAIN" NIL',
    "5000 deep": f'BODYSTRUCTURE {"(" * 5_000}"A"{")" * 5_000}',
    "a number": "BODYSTRUCTURE 7",
    "uneven": f"BODYSTRUCTURE {STRUCTURE.format(size=9)} FLAGS",
    "refused": NO,
    "no data": ABSENT,
    "a multipart without parts": 'BODYSTRUCTURE ("mixed" NIL NIL NIL)',
    "a multipart in which nothing was found": f'BODYSTRUCTURE ({STRUCTURE.format(size=0)} "mixed")',
}


@pytest.mark.parametrize("structure", WITHOUT_STRUCTURE.values(), ids=WITHOUT_STRUCTURE.keys())
def test_without_a_structure_the_whole_text_is_taken(structure: str) -> None:
    with Scripted(messages=5, faults={2: {"BODYSTRUCTURE": structure}}) as server:
        raws = read_all(server)
    for uid in (1, 3, 4, 5):
        assert_sound(raws[uid])
    [part] = raws[2].parts or ()
    assert (part.section, raws[2].problem) == ("TEXT", "")
    assert raws[2].bodies == {"TEXT": b"Tekst 2.\r\n"}
    assert b"Message-ID: <2@voorbeeld.example>" in raws[2].header


ODD_STRUCTURES = {
    "no disposition list": '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 10 1 NIL "inline" NIL NIL)',
    "a number for a name": '("TEXT" "PLAIN" ("CHARSET" 8) NIL NIL 7 10 1 NIL NIL NIL)',
    "too short": '("TEXT" "PLAIN")',
    "parameters in one string": '("TEXT" "PLAIN" "charset=utf-8" NIL NIL "7BIT" 10 1)',
}


@pytest.mark.parametrize("structure", ODD_STRUCTURES.values(), ids=ODD_STRUCTURES.keys())
def test_odd_structures_are_understood(structure: str) -> None:
    with Scripted(faults={2: {"BODYSTRUCTURE": f"BODYSTRUCTURE {structure}"}}) as server:
        assert_sound(read_all(server)[2])


def test_an_empty_text_is_no_reason_to_ask_again() -> None:
    with Scripted(faults={2: {"BODYSTRUCTURE": f"BODYSTRUCTURE {STRUCTURE.format(size=0)}"}}) as server:
        assert_sound(read_all(server)[2])


def test_too_many_parts_are_a_problem() -> None:
    many = f'BODYSTRUCTURE ({STRUCTURE.format(size=9) * 301} "mixed")'
    with Scripted(faults={2: {"BODYSTRUCTURE": many}}) as server:
        assert read_all(server)[2].problem == "too-many-parts"


@pytest.mark.parametrize(
    ("faults", "problem"),
    [
        ({"HEADER.FIELDS": NO}, "declined"),
        ({"HEADER.FIELDS": ABSENT}, "no-data"),
        ({"HEADER.FIELDS": "FLAGS ()"}, "no-data"),
        ({"HEADER.FIELDS": "RFC822.SIZE"}, "unusable-reply"),
        ({"BODYSTRUCTURE": NO, "HEADER]": NO}, "declined"),
        ({"[1]": NO}, "declined"),
        ({"[1]": "FLAGS (\\Seen)"}, "no-data"),
        ({"[1]": "BODY[1]<0> {3}\r\nlang}"}, "unusable-reply"),
    ],
)
def test_what_cannot_be_had_is_a_problem(faults: Mapping[str, str], problem: str) -> None:
    with Scripted(messages=5, faults={2: faults}) as server:
        raws = read_all(server)
    assert raws[2].problem == problem
    assert list(raws) == [1, 2, 3, 4, 5]
    for uid in (1, 3, 4, 5):
        assert_sound(raws[uid])


def test_what_vanished_is_not_given() -> None:
    with Scripted(messages=5, vanished=frozenset({2, 5})) as server, closing(source_on(server)) as source:
        assert [raw.uid for raw in source.headers("INBOX", [1, 2, 3, 4, 5])] == [1, 3, 4]
        assert [raw.uid for raw in source.complete("INBOX", map(RawMessage, [1, 2, 3]))] == [1, 3]


@pytest.mark.parametrize(
    ("body", "octets"),
    [
        ("BODY[1]<0> NIL", b""),
        ('BODY[1]<0> "kort"', b"kort"),
        ("BODY[1] {4}\r\nkort", b"kort"),
        ("BODY[1]<0> 2026", b"2026"),
        ("FLAGS (\\Seen) BODY[1]<0> {4}\r\nkort", b"kort"),
    ],
)
def test_a_body_in_any_form(body: str, octets: bytes) -> None:
    with Scripted(faults={2: {"[1]": body}}) as server:
        assert read_all(server)[2].bodies == {"1": octets}


def test_a_date_that_is_none() -> None:
    item = f'RFC822.SIZE 9 INTERNALDATE "99-Foo-2026 08:30" BODY[HEADER.FIELDS (FROM)] {literal("From: a@b.example")}'
    with Scripted(faults={2: {"HEADER.FIELDS": item}}) as server:
        assert read_all(server)[2].internal_date is None


def test_a_server_that_refuses_all_loses_no_message() -> None:
    with Scripted(messages=4, answers={"UID FETCH": ["{tag} NO [SERVERBUG] later\r\n"]}) as server:
        error = failure(server, lambda source: list(source.headers("INBOX", [1, 2, 3, 4])))
    assert isinstance(error, MailboxError)
    assert (error.key, error.values["command"]) == ("imap-declined", "FETCH")


def test_gmail_tells_the_thread() -> None:
    item = f"X-GM-THRID 1278455344230334865 BODY[HEADER.FIELDS (FROM)] {literal('From: a@b.example')}"
    with Scripted(capabilities="IMAP4rev1 X-GM-EXT-1", faults={2: {"HEADER.FIELDS": item}}) as server:
        assert read_all(server)[2].gmail_thread == "1278455344230334865"
        assert "X-GM-THRID" in server.commands("UID FETCH")[0]


def test_a_long_list_of_fields_is_not_taken_for_text() -> None:
    text = "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM TO)] {3}\r\nabc)\r\n"
    with Scripted(faults={2: {"[1]": f"BODY[1]<0> {literal(text)}"}}) as server:
        assert read_all(server)[2].bodies == {"1": text.encode()}


# A line that breaks


@pytest.mark.parametrize("fault", [CUT, STALL, "* BYE going down\r\n"], ids=["cut", "stall", "bye"])
@pytest.mark.parametrize("command", ["STATUS", "EXAMINE", "UID SEARCH", "UID FETCH"])
def test_a_broken_line_is_mended(fault: str, command: str) -> None:
    with Scripted(answers={command: [fault, None]}) as server:
        with closing(source_on(server)) as source:
            source.state("INBOX")
            raws = list(source.complete("INBOX", source.headers("INBOX", source.uids("INBOX"))))
        assert [raw.uid for raw in raws] == [1, 2, 3]
        assert all(not raw.problem for raw in raws)
        assert server.connections == 2


def test_a_line_that_keeps_breaking_is_given_up() -> None:
    with Scripted(answers={"UID FETCH": [CUT]}) as server:
        error = failure(server, lambda source: list(source.headers("INBOX", [1, 2, 3])))
        assert isinstance(error, MailboxUnavailable)
        assert server.connections == 1 + QUICK.reconnects


def test_pauses_grow_and_differ() -> None:
    pauses: list[float] = []
    with Scripted(answers={"UID FETCH": [CUT]}) as server:
        source = ImapSource(server.account(), patience=Patience(reconnects=4, first_pause=1.0), sleep=pauses.append)
        with pytest.raises(MailboxUnavailable):
            list(source.headers("INBOX", [1]))
    assert len(pauses) == 4
    assert all(0.5 * 2**n <= pause <= 1.5 * 2**n for n, pause in enumerate(pauses))
    assert Patience().pause(1) != Patience().pause(1)


def test_a_smaller_batch_after_the_second_break() -> None:
    with Scripted(messages=8, answers={"UID FETCH": [CUT, CUT, None]}) as server, closing(source_on(server)) as source:
        assert [raw.uid for raw in source.headers("INBOX", range(1, 9))] == list(range(1, 9))
        assert [command.split(" ")[2] for command in server.commands("UID FETCH")] == [
            "1,2,3,4,5,6,7,8", "1,2,3,4,5,6,7,8", "1,2,3,4", "5,6,7,8",
        ]  # fmt: skip


def test_a_literal_without_end_costs_no_memory() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    huge = "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {4000000000}\r\n"
    with Scripted(answers={"UID FETCH": [huge]}) as server:
        assert isinstance(failure(server, lambda source: list(source.headers("INBOX", [1]))), MailboxUnavailable)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def test_a_literal_larger_than_all_we_ask_for_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nudger.mail.imap.wire.LITERAL_LIMIT", 20)
    with Scripted() as server:
        assert isinstance(failure(server, lambda source: list(source.headers("INBOX", [1]))), MailboxUnavailable)


# A server that asks to wait, or wants nobody

BACKOFF = "BAD Request is throttled. Suggested Backoff Time: 201317 milliseconds"


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (f"{{tag}} {BACKOFF}\r\n", 201.317),
        ("{tag} NO [OVERQUOTA] Account exceeded command or bandwidth limits\r\n", 0.0),
        ("* BYE Suggested Backoff Time: 1500 milliseconds\r\n", 1.5),
    ],
)
@pytest.mark.parametrize("command", ["LOGIN", "STATUS", "EXAMINE", "UID FETCH"])
def test_a_throttled_mailbox_stops_at_once(command: str, answer: str, seconds: float) -> None:
    with Scripted(answers={command: [answer]}) as server:
        error = failure(server, lambda source: (source.state("INBOX"), list(source.headers("INBOX", [1, 2]))))
        assert isinstance(error, MailboxUnavailable)
        assert (error.key, error.retry_after) == ("imap-throttled", seconds)
        assert server.connections == 1
        assert len(server.commands(command)) == 1


@pytest.mark.parametrize("command", ["LOGIN", "STATUS", "EXAMINE", "UID SEARCH", "UID FETCH"])
@pytest.mark.parametrize("start", ["{tag} BAD Request is throttled.", "* BYE"])
def test_a_stated_wait_within_the_patience_is_obeyed(command: str, start: str) -> None:
    waits: list[float] = []
    busy = f"{start} Suggested Backoff Time: 201317 milliseconds\r\n"
    with Scripted(answers={command: [busy, None]}) as server:
        source = ImapSource(server.account(), patience=Patience(throttle=300.0), sleep=waits.append)
        with closing(source):
            source.state("INBOX")
            assert [raw.uid for raw in source.headers("INBOX", source.uids("INBOX"))] == [1, 2, 3]
    assert waits == [201.317]


def test_the_waits_of_a_session_are_added_up() -> None:
    waits: list[float] = []
    busy = "{tag} NO Suggested Backoff Time: 100 milliseconds\r\n"
    with Scripted(answers={"STATUS": [busy]}) as server:
        source = ImapSource(server.account(), patience=Patience(throttle=3.5), sleep=waits.append)
        with closing(source), pytest.raises(MailboxUnavailable) as caught:
            source.state("INBOX")
    assert caught.value.key == "imap-throttled"
    assert waits == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("answers", "kind", "key"),
    [
        ({"LOGIN": [f"{{tag}} NO [AUTHENTICATIONFAILED] {CANARY}-geheim\r\n"]}, LoginRefused, "signin-refused-silent"),
        ({"LOGIN": ["{tag} NO [UNAVAILABLE] try later\r\n"]}, MailboxUnavailable, "imap-busy"),
        ({"LOGIN": [CUT]}, MailboxUnavailable, "imap-connection-lost"),
        ({"LOGIN": [STALL]}, MailboxUnavailable, "imap-unreachable"),
        ({"LOGIN": [f"* BYE {CANARY}\r\n"]}, MailboxUnavailable, "imap-connection-lost"),
        ({"STATUS": ["{tag} BAD User is authenticated but not connected.\r\n"]}, LoginRefused, "signin-not-connected"),
        ({"STATUS": ["{tag} NO [NONEXISTENT] unknown\r\n"]}, FolderMissing, "imap-folder-missing"),
        ({"STATUS": ["{tag} NO [NOPERM] not yours\r\n"]}, FolderMissing, "imap-folder-forbidden"),
        ({"STATUS": ["* STATUS INBOX (MESSAGES 3 UIDVALIDITY x)\r\n{tag} OK done\r\n"]}, MailboxError, "imap-no-uids"),
        ({"STATUS": ["* STATUS INBOX (MESSAGES 3)\r\n{tag} OK done\r\n"]}, MailboxError, "imap-no-uids"),
        (
            {"STATUS": [f'* STATUS INBOX (MESSAGES "{CANARY}\r\n{{tag}} OK done\r\n']},
            MailboxError,
            "imap-reply-unusable",
        ),
    ],
)
def test_refusals_are_named_and_not_repeated(
    answers: Mapping[str, Sequence[str]], kind: type[NudgerError], key: str
) -> None:
    with Scripted(answers=answers) as server:
        error = failure(server)
        assert type(error) is kind
        assert error.key == key
        assert (error.values["account"], error.values["host"]) == ("leider", "127.0.0.1")
        assert len(server.commands("LOGIN")) == 1


def test_a_greeting_that_says_goodbye() -> None:
    with Scripted(greeting="* BYE too many connections\r\n") as server:
        assert failure(server).key == "imap-busy"
        assert not server.commands("LOGIN")


def test_a_server_that_is_not_there() -> None:
    with Scripted() as server:
        account = server.account()
    with pytest.raises(MailboxUnavailable) as caught:
        ImapSource(account, patience=QUICK).state("INBOX")
    assert (caught.value.key, caught.value.values["reason"]) == ("imap-unreachable", "refused")


@pytest.mark.parametrize(
    "fault",
    [{}, {"capabilities": "IMAP4rev1 STARTTLS", "answers": {"STARTTLS": ["{tag} NO not now\r\n"]}}],
    ids=["stripped", "refused"],
)
def test_without_starttls_no_password_leaves(fault: Mapping[str, object]) -> None:
    with Scripted(**fault) as server, closing(source_on(server, tls="starttls")) as source:  # type: ignore[arg-type]
        with pytest.raises(Refused) as caught:
            source.state("INBOX")
        assert caught.value.key == "imap-no-starttls"
        assert not server.commands("LOGIN")


def test_plain_text_only_on_this_machine() -> None:
    with Scripted() as server:
        source = source_on(server, host="imap.voorbeeld.example")
        with pytest.raises(ConfigError) as caught:
            source.state("INBOX")
        assert caught.value.key == "imap-plaintext-refused"
        assert server.connections == 0


@pytest.mark.parametrize("name", ["INBOX\r\nX99 DELETE INBOX", "IN\nBOX", "IN\0BOX", "IN\x7fBOX"])
def test_a_folder_name_cannot_become_a_command(name: str) -> None:
    with Scripted() as server, closing(source_on(server)) as source:
        for ask in (source.state, source.uids, lambda name: list(source.headers(name, [1]))):
            with pytest.raises(FolderMissing):
                ask(name)
        assert server.connections == 0


def test_a_server_that_is_gone_lets_go() -> None:
    with Scripted(answers={"LOGOUT": [CUT]}) as server:
        source = source_on(server)
        source.state("INBOX")
        source.close()
    source.close()


# Searching


def test_a_line_too_long_is_searched_in_halves() -> None:
    endless = "* SEARCH " + "1234567 " * 130_000 + "\r\n{tag} OK done\r\n"
    with Scripted(answers={"UID SEARCH": [endless, None]}) as server, closing(source_on(server)) as source:
        assert source.uids("INBOX") == [1, 2, 3]
        assert server.commands("UID SEARCH") == [
            "UID SEARCH UID 1:*", f"UID SEARCH UID 1:{2**31}", f"UID SEARCH UID {2**31 + 1}:*",
        ]  # fmt: skip
        assert server.connections == 2


def test_a_search_that_makes_no_sense_fails_clearly() -> None:
    twice = "* SEARCH 1 2\r\n* SEARCH 3\r\n{tag} OK done\r\n"
    with Scripted(answers={"UID SEARCH": [twice]}) as server:
        error = failure(server, lambda source: source.uids("INBOX"))
    assert (type(error), error.key) == (MailboxError, "imap-reply-unusable")


def test_the_last_message_below_the_wanted_ones_is_left_out() -> None:
    last = "* SEARCH 3\r\n{tag} OK done\r\n"
    with Scripted(answers={"UID SEARCH": [last]}) as server, closing(source_on(server)) as source:
        assert source.uids("INBOX", after=3) == []


@pytest.mark.parametrize(
    ("after", "uidnext", "messages", "windows"),
    [
        (0, 100, 90, [(1, MAX_UID)]),
        (0, 0, 90, [(1, MAX_UID)]),
        (900_000, 900_100, 800_000, [(900_001, MAX_UID)]),
        (0, 2 * WINDOW + 2, 2 * WINDOW + 1, [(1, WINDOW), (WINDOW + 1, 2 * WINDOW), (2 * WINDOW + 1, MAX_UID)]),
    ],
)
def test_giant_folders_are_searched_in_windows(
    after: int, uidnext: int, messages: int, windows: list[tuple[int, int]]
) -> None:
    assert search_windows(after, uidnext, messages) == windows


def test_windows_leave_nothing_out_and_stay_few() -> None:
    for uidnext, messages in ((1_000_000, 999_999), (4_000_000_000, 60_000), (0, 200_000)):
        windows = search_windows(17, uidnext, messages)
        assert len(windows) <= 100
        assert windows[0][0] == 18
        assert windows[-1][1] == MAX_UID
        assert all(one[1] + 1 == other[0] for one, other in pairwise(windows))


# Folders


def test_one_broken_name_does_not_hide_the_others() -> None:
    lines = (
        (
            '* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST () "/" "Id&AOs-n"\r\n* LIST () "/" "Id&gebroken"\r\n'
            '* LIST () "/" "Idée"\r\n* LIST () "/" 2026\r\n* LIST (\\Noselect) "/" "[Gmail]"\r\n{tag} OK done\r\n'
        )
        .encode()
        .decode("latin-1")
    )
    with Scripted(answers={"LIST": [lines]}) as server, closing(source_on(server)) as source:
        names = list(source.folders())
    assert names[:2] == ["INBOX", "Idën"]
    assert len(names) == 5
    assert {"Idée", "2026"} < set(names)


@pytest.mark.parametrize(
    ("lines", "sent"),
    [
        ('* LIST () "/" "Verzonden items"\r\n* LIST () "/" "Sent"\r\n', "Verzonden items"),
        ('* LIST (\\HasNoChildren \\Sent) "/" "Uit"\r\n* LIST () "/" "Sent"\r\n', "Uit"),
        ('* LIST () "." "INBOX.Sent"\r\n', "INBOX.Sent"),
        ('* LIST () "/" "Ontvangen"\r\n', None),
    ],
)
def test_the_sent_folder_by_mark_then_by_name(lines: str, sent: str | None) -> None:
    with Scripted(answers={"LIST": [f"{lines}{{tag}} OK done\r\n"]}) as server, closing(source_on(server)) as source:
        assert source.sent_folder() == sent
