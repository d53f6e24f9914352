"""The contact mailbox on a real Dovecot and SMTP server: what is sure is done once, all else changes nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from nudger.contact import memory
from nudger.contact.night import hear
from nudger.demo.mailbox import SENT, messages
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop, LoopState
from nudger.ledger.records import Sighting
from nudger.ledger.states import State
from nudger.nightly.health import Said
from nudger.privacy import optouts
from tests.factories import ANNA, message, message_row, suggestion
from tests.factories import NOW as THEN
from tests.nudger.contact.stage import CONTACT, NOW, Office, mail
from tests.servers.dovecot import PASSWORD as IMAP_PASSWORD

pytestmark = [pytest.mark.dovecot, pytest.mark.xdist_group("contact")]


def to(mail: EmailMessage) -> str:
    return str(mail["To"].addresses[0].addr_spec)


def body(mail: EmailMessage) -> str:
    return str(mail.get_content())


def listed(office: Office) -> frozenset[str]:
    return optouts.load(office.state / optouts.FILE)


def everything(office: Office) -> dict[str, bytes]:
    """What is kept, but for how far the contact mailbox was read and how it fares."""
    left_out = (memory.FILE, memory.KEY, "contact-health.json")
    return {path.name: path.read_bytes() for path in office.state.glob("*") if path.name not in left_out}


def test_a_leader_joins_and_stops_by_mail(office: Office) -> None:
    anna = office.leaders[0].name
    taken = office.look(mail("Hoi,\n\nIk doe mee.\n\nGroet,\nAnna", From=f"{anna}@voorbeeld.example"))
    assert (taken.done, taken.confirmed, taken.error) == (1, 1, None)
    assert office.participating() == [anna]
    office.look(mail("stop", From=f"{anna}@voorbeeld.example"), day=1)
    assert office.participating() == []
    assert [to(one) for one in office.smtp.messages] == [f"{anna}@voorbeeld.example"] * 2
    assert all(one["From"].addresses[0].addr_spec == CONTACT for one in office.smtp.messages)
    assert CONTACT in body(office.smtp.messages[0])


def test_a_stop_by_mail_beats_an_older_yes_in_the_file_and_a_later_yes_beats_it(office: Office) -> None:
    anna = office.leaders[0].name
    yes = '[participation]\nwho = "Anna"\nwhen = {}\nhow = "op papier"\n'
    office.write(anna, yes.format("2026-06-25"))
    assert office.participating() == [anna]
    office.look(mail("stop", From=f"{anna}@voorbeeld.example"))
    assert office.participating() == []
    office.write(anna, yes.format("2026-06-26"))
    assert office.participating() == [anna]


def with_waiting(office: Office) -> None:
    """In each ledger a thread with Anna that waits, as a draft and as a loop, and one without her."""
    for leader in office.leaders:
        with Ledger.open(office.state / f"{leader.name}.db") as ledger, ledger.atomic():
            for number, (sender, state) in enumerate([(ANNA, State.OFFERED), (message().to[1], State.OFFERED)]):
                told = message(number, sender=sender, to=(message().to[0],), topic=f"Onderwerp {number}")
                thread, _ = ledger.threads.place(told, frozenset({message().to[0].email}), counts=True)
                ledger.mail.add(message_row(number, key=f"k{number}", thread=thread))
                ledger.mail.add_sightings("a", "INBOX", 1, [Sighting(number + 1, "suggest", f"k{number}")])
                ledger.threads.refresh(thread, ledger.mail.of_thread(thread))
                offer = suggestion(thread, state, title="Concept", body="kanariegeel")
                ledger.suggestions.offer(offer)
                ledger.loops.open(
                    Loop(key=f"l{number}", kind="idea", thread=thread, message=f"k{number}", opened=THEN, due=THEN)
                )


def test_an_opt_out_holds_for_all_ledgers_at_once_and_takes_back_what_waits(office: Office) -> None:
    with_waiting(office)
    taken = office.look(mail("Geen nudger", From=f"Anna de Wit <{ANNA.email}>"))
    assert (taken.done, taken.confirmed) == (1, 1)
    assert listed(office) == {ANNA.email}
    for leader in office.leaders:
        with Ledger.open(office.state / f"{leader.name}.db") as ledger:
            first, second = sorted(ledger.suggestions.all(), key=lambda one: one.state is State.OFFERED)
            assert (first.state, first.body, second.state) == (State.WITHDRAWN, "", State.OFFERED)
            gated = ledger.threads.get(first.thread)
            assert gated is not None
            assert (gated.gate, gated.verdict) == (optouts.GATE, "leave")
            assert {loop.state for loop in ledger.loops.all() if loop.thread == first.thread} == {LoopState.CLOSED}
            assert {loop.state for loop in ledger.loops.all() if loop.thread == second.thread} == {LoopState.OPEN}


def test_one_damaged_ledger_does_not_hold_back_the_others_and_is_tried_again(office: Office) -> None:
    with_waiting(office)
    first, second = (office.state / f"{leader.name}.db" for leader in office.leaders)
    whole = first.read_bytes()
    first.write_bytes(b"kapot" * 100)
    taken = office.look(mail("geen nudger", From=ANNA.email))
    assert taken.done == 0
    assert taken.error is not None
    with Ledger.open(second) as ledger:
        assert State.WITHDRAWN in {one.state for one in ledger.suggestions.all()}
    first.write_bytes(whole)
    assert office.look(day=1).done == 1
    assert len(office.smtp.mails) == 1


def test_a_leader_who_stops_keeps_no_draft(office: Office) -> None:
    with_waiting(office)
    name = office.leaders[0].name
    office.write(name, '[participation]\nwho = "A"\nwhen = 2026-06-01\nhow = "mail"\n')
    office.look(mail("stop", From=f"{name}@voorbeeld.example"))
    with Ledger.open(office.state / f"{name}.db") as ledger:
        assert {(one.state, one.body) for one in ledger.suggestions.all()} == {(State.WITHDRAWN, "")}


def test_who_stopped_is_not_opened_and_what_is_kept_still_grows_old(office: Office) -> None:
    with_waiting(office)
    name = office.leaders[0].name
    office.look(mail("stop", From=f"{name}@voorbeeld.example"))
    assert name in office.run("poll", "--mailbox", name, code=77)
    office.run("poll", "--all", "-q", at="2026-12-31T18:00")
    with Ledger.open(office.state / f"{name}.db") as ledger:
        assert ledger.canonical()["thread_people"] == []
    assert office.leaders[0].server.sessions(name) == []


FORGED = [
    mail("geen nudger", **{"Authentication-Results": ""}),
    mail(
        "geen nudger", **{"Authentication-Results": "mail.voorbeeld.example; dmarc=fail header.from=voorbeeld.example"}
    ),
    mail("ik doe mee", From="leider@elders.example"),
    mail("geen nudger", From="eva@voorbeeld.example, tom@voorbeeld.example"),
    mail("geen nudger", Sender="tom@voorbeeld.example"),
    mail("geen nudger voor Tom"),
    mail("ik doe niet mee"),
    mail("geen nudger", Cc="tom@voorbeeld.example"),
    mail("geen nudger", **{"Auto-Submitted": "auto-replied"}),
    b"\x00\xff garbage without a header\r\n\r\nik doe mee",
    b"From: eva@voorbeeld.example\r\n" * 200 + b"\r\ngeen nudger",
    mail("ik doe mee"),
    mail("stop"),
]


def test_what_is_forged_foreign_or_garbled_changes_nothing(office: Office) -> None:
    office.look()
    before = everything(office)
    taken = office.look(*FORGED)
    assert (taken.done, taken.confirmed, taken.error) == (0, 0, None)
    assert everything(office) == before
    assert office.participating() == []
    assert office.smtp.mails == []
    assert (taken.doubtful, taken.unclear) == (5, 5)


def test_each_mail_is_done_once_whatever_happens_to_the_numbers(office: Office) -> None:
    anna = office.leaders[0].name
    join, stop = (mail(text, From=f"{anna}@voorbeeld.example") for text in ("ik doe mee", "stop"))
    assert office.look(join, stop).done == 2
    office.contact.set_uidvalidity(99)
    assert office.look().done == 0
    # The old yes, sent once more by somebody who kept it.
    assert office.look(join).done == 0
    assert office.participating() == []
    assert len(office.smtp.mails) == 2


def test_the_mailbox_is_only_read(office: Office) -> None:
    office.contact.append_all([(raw, None) for raw in (mail("geen nudger"), mail("hallo?"))])
    before = office.contact.snapshot()
    office.contact.record()
    assert office.look().done == 1
    office.contact.sessions(at_least=2)
    assert office.contact.snapshot() == before
    verbs = {line.split()[0] if line.split()[0] != "UID" else line.split()[1] for line in office.contact.commands()}
    assert verbs <= {"EXAMINE", "STATUS", "SEARCH", "FETCH", "LOGOUT", "CAPABILITY", "ID", "NAMESPACE", "NOOP", "CLOSE"}


def test_a_confirmation_that_surely_did_not_go_out_goes_out_later_and_one_that_may_have_does_not(
    office: Office,
) -> None:
    office.smtp.fails["DATA"] = "452 full"
    taken = office.look(mail("geen nudger"))
    assert (taken.done, taken.confirmed) == (1, 0)
    assert taken.error is not None
    assert listed(office) == {"eva@voorbeeld.example"}
    office.smtp.fails.clear()
    assert office.look(day=1).confirmed == 1
    office.smtp.cuts = True
    office.look(mail("geen nudger", From="tom@voorbeeld.example"))
    office.smtp.cuts = False
    assert office.look(day=2).confirmed == 0
    assert [to(one)[:3] for one in office.smtp.messages] == ["eva", "tom"]
    assert "eva" not in (office.state / memory.FILE).read_text()


def test_nothing_of_the_mails_is_kept(office: Office) -> None:
    office.look(mail("geen nudger", Subject=""), mail("Kunnen jullie mij kanariegeel bellen?", Subject="kanariegeel"))
    for path in office.state.iterdir():
        content = path.read_bytes()
        assert b"kanariegeel" not in content
        assert b"@voorbeeld.example>" not in content
        assert path.stat().st_mode & 0o077 == 0


def test_a_damaged_memory_stops_the_desk_and_not_the_night(office: Office) -> None:
    office.look()
    (office.state / memory.FILE).write_text("{")
    taken = office.look(mail("geen nudger"))
    assert taken.error is not None
    assert taken.error.exit_code == 78
    assert not listed(office)


def test_a_damaged_list_reads_nobody(office: Office) -> None:
    office.write(office.leaders[0].name, '[participation]\nwho = "A"\nwhen = 2026-06-01\nhow = "mail"\n')
    office.look()
    (office.state / optouts.FILE).write_text('addresses = "eva@voorbeeld.example"\n')
    before = office.leaders[0].snapshot()
    out = json.loads(office.run("poll", "--all", "--json", code=78))
    assert (out["ok"], out["failed"]) == (0, 1)
    assert office.leaders[0].snapshot() == before


def test_the_contact_mailbox_comes_first_in_the_night(office: Office) -> None:
    """A yes counts in the same night, and so does an opt-out: the thread is gated from its first reading on."""
    anna = office.leaders[0]
    mails = [(m.raw, m.arrival) for m in messages(weeks=8) if m.folder != SENT]
    anna.append_all(mails)
    office.contact.append_all([(mail("ik doe mee", From=f"{anna.name}@voorbeeld.example"), None)])
    first = json.loads(office.run("poll", "--all", "--json"))
    assert first["contact"] == {"status": "ok", "done": 1, "unclear": 0, "doubtful": 0, "confirmed": 1}
    assert first["ok"] == 1
    assert sum(box["new"] for box in first["mailboxes"]) == len(mails)
    office.contact.append_all([(mail("geen nudger"), None)])
    assert "1 verzoek uitgevoerd" in office.run("poll", "--all", "--lang", "nl")


def test_explain_says_protected_and_not_who(office: Office, tmp_path: Path) -> None:
    optouts.add(office.state / optouts.FILE, "eva@voorbeeld.example")
    letter = tmp_path / "mail.eml"
    letter.write_bytes(mail("Wat vinden jullie hiervan?", To="fatima@voorbeeld.example"))
    out = office.run("explain", str(letter), "--lang", "nl")
    assert "beschermd" in out
    assert "eva" not in out


def test_a_contact_mailbox_that_is_away_is_told_once_a_day_and_never_left_alone(office: Office) -> None:
    def told(day: int) -> tuple[int, Said]:
        heard = hear(office.settings(), office.state, NOW + timedelta(days=day))
        assert heard is not None
        return heard.code, heard.said

    secret = office.folder / "imap-password"
    secret.write_text("fout")
    assert [told(day) for day in (0, 0, 1, 2, 3, 4, 5, 6)] == [
        *[(77, Said.FAILS), (77, Said.NOTHING)],
        *[(77, Said.FAILS)] * 6,
    ]
    secret.write_text(IMAP_PASSWORD)
    assert [told(7), told(7)] == [(0, Said.RECOVERED), (0, Said.NOTHING)]
