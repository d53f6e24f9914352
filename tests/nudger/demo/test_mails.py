"""The mails as a careful reader meets them: well formed, threaded as intended, in two languages, nobody real."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from functools import cache

import pytest

from classifiers.labels import KINDS, TALK
from nudger.demo.expected import expected
from nudger.demo.letters import OWNER, WEEKS, ZONE, Letter, Moment, Thread, people, perspective, threads
from nudger.demo.mailbox import END, INBOX, SENT, DemoMail, messages, moments

MAILS = messages()
LETTERS = {(thread.id, place): letter for thread in threads() for place, letter in enumerate(thread.letters)}
DUTCH, ENGLISH = re.compile(r"\b(de|het|een|ik|niet|dat)\b"), re.compile(r"\b(the|and|is|that|you|of)\b")


@cache
def parsed(mail: DemoMail) -> EmailMessage:
    message = message_from_bytes(mail.raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def letter_of(mail: DemoMail) -> Letter:
    return LETTERS[mail.thread, mail.place]


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    assert isinstance(part, EmailMessage)
    text = part.get_content().replace("\r\n", "\n")
    return re.sub(r"&amp;", "&", re.sub(r"<[^>]+>", " ", text)) if part.get_content_subtype() == "html" else text


def addressees(mail: DemoMail) -> set[str]:
    message = parsed(mail)
    return {address for _, address in getaddresses(message.get_all("To", []) + message.get_all("Cc", []))}


def squeezed(text: str) -> str:
    return "".join(text.split())


def faulty(wrong: Callable[[DemoMail], object]) -> list[str]:
    """The mails about which the check has something to say, by name."""
    return [f"{mail.folder}/{mail.file_name}: {found}" for mail in MAILS if (found := wrong(mail))]


def test_all_are_well_formed() -> None:
    def wrong(mail: DemoMail) -> object:
        message = parsed(mail)
        lines = mail.raw.split(b"\r\n")
        return (
            [defect for part in message.walk() for defect in part.defects]
            or [defect for value in message.values() for defect in getattr(value, "defects", ())]
            or [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 998]
        )

    assert faulty(wrong) == []


def test_all_say_what_their_author_typed() -> None:
    def wrong(mail: DemoMail) -> object:
        letter = letter_of(mail)
        typed = letter.text.split("{attribution}")[-1]
        return not letter.content_type and squeezed(typed) not in squeezed(text_of(parsed(mail)))

    assert faulty(wrong) == []


def test_fatima_wrote_or_received_them() -> None:
    groups = {person.email for key, person in people().items() if key in ("noord", "leaders", "all")}

    def wrong(mail: DemoMail) -> object:
        if mail.folder == SENT:
            return letter_of(mail).sender != OWNER
        return not addressees(mail) & (perspective().owner | groups)

    assert faulty(wrong) == []


def test_outsiders_are_only_in_threads_that_are_left_alone() -> None:
    def wrong(mail: DemoMail) -> object:
        everyone = addressees(mail) | {people()[letter_of(mail).sender].email}
        outside = {email for email in everyone if not email.endswith("voorbeeld.example")}
        return outside and not expected()[mail.thread].gates

    assert faulty(wrong) == []


def test_people_write_on_working_days_and_arrival_is_just_after_sending() -> None:
    def wrong(mail: DemoMail) -> object:
        local = mail.arrival.astimezone(ZONE)
        by_person = "automatic" not in expected()[mail.thread].kinds
        dated = "Date" not in letter_of(mail).without
        delay = mail.arrival - parsed(mail)["Date"].datetime if dated else timedelta(0)
        off = local.weekday() > 4 or (by_person and not 7 <= local.hour < 21)
        return off or not timedelta(0) <= delay < timedelta(minutes=2)

    assert faulty(wrong) == []


def test_nobody_is_real() -> None:
    """RFC 2606: names that end in .example and .invalid belong to nobody."""

    def wrong(mail: DemoMail) -> object:
        leaves = (part for part in parsed(mail).walk() if not part.is_multipart())
        text = mail.raw.decode("ascii").replace("=\r\n", "") + "".join(str(leaf.get_content()) for leaf in leaves)
        hosts = set(re.findall(r"(?:https?://|@)([a-z0-9.-]+\.[a-z]{2,})", text)) - {"www.w3.org"}
        return {host for host in hosts if not host.endswith((".example", ".invalid"))}

    assert faulty(wrong) == []


def test_about_150_mails_over_26_weeks_in_two_folders() -> None:
    assert 150 <= len(MAILS) <= 200
    folders = Counter(mail.folder for mail in MAILS)
    assert set(folders) == {INBOX, SENT}
    assert folders[INBOX] > 2 * folders[SENT]
    weeks = {(END - mail.arrival).days // 7 for mail in MAILS}
    assert weeks == set(range(WEEKS))


def test_two_thirds_of_the_talk_is_dutch() -> None:
    talk = Counter(entry.language for entry in expected().values() if entry.talk and entry.worth)
    assert 0.6 < talk["nl"] / talk.total() < 0.75


def test_expected_fits_the_letters() -> None:
    def wrong(thread: Thread) -> bool:
        entry = expected()[thread.id]
        fits = len(entry.kinds) == len(thread.letters) and set(entry.kinds) <= set(KINDS)
        return not fits or (entry.worth and bool(entry.gates))

    assert [thread.id for thread in threads() if wrong(thread)] == []


def test_threads_are_in_the_language_that_is_expected() -> None:
    def language(thread: Thread) -> str:
        text = " ".join(letter.text for letter in thread.letters if not letter.content_type).lower()
        counts = {"nl": len(DUTCH.findall(text)), "en": len(ENGLISH.findall(text))}
        return max(counts, key=counts.__getitem__) if text else expected()[thread.id].language

    assert [thread.id for thread in threads() if language(thread) != expected()[thread.id].language] == []


def test_expected_speaks_of_no_other_thread() -> None:
    assert set(expected()) == {thread.id for thread in threads()}


def test_message_ids_are_unique_but_for_her_own_copy() -> None:
    ids = Counter(parsed(mail)["Message-ID"] for mail in MAILS)
    missing = ids.pop(None)
    twice = [thread for (thread, _), letter in LETTERS.items() if letter.own_copy]
    assert missing == sum("Message-ID" in letter.without for letter in LETTERS.values()) > 0
    assert sorted(ids.values())[-2:] == [1, 2]
    assert twice == ["checklist"]


def test_replies_refer_to_what_they_answer() -> None:
    by_letter = {(mail.thread, mail.place): parsed(mail) for mail in MAILS}
    for (thread, place), letter in LETTERS.items():
        message = by_letter[thread, place]
        if letter.answers is None or "In-Reply-To" in letter.without:
            assert message["In-Reply-To"] is None
            continue
        chain = ancestors(thread, place)
        assert message["In-Reply-To"] == by_letter[thread, chain[-1]]["Message-ID"]
        if "References" not in letter.without:
            assert message["References"].split() == [by_letter[thread, before]["Message-ID"] for before in chain]


def ancestors(thread: str, place: int) -> list[int]:
    before = LETTERS[thread, place].answers
    return [] if before is None else [*ancestors(thread, before), before]


def test_some_headers_are_missing() -> None:
    missing = {name for letter in LETTERS.values() for name in letter.without}
    assert missing == {"Date", "Message-ID", "References", "In-Reply-To"}


def test_replies_quote_in_the_way_of_many_clients() -> None:
    replies = (mail for mail in MAILS if letter_of(mail).answers is not None and not letter_of(mail).content_type)
    texts = [text_of(parsed(mail)) for mail in replies]
    for sign in (
        r"^Van: .*\nVerzonden: ",
        r"^From: .*\nSent: ",
        r"^Op .* schreef .*\n?.*:\n\n> ",
        r"^On .*\n?wrote:\n\n> ",
        r"^> Op .* heeft .* het volgende geschreven:",
        r"^>>> .* >>>",
        r"Verstuurd vanaf mijn iPhone",
        r"Sent from my iPhone",
    ):
        assert any(re.search(sign, text, re.MULTILINE) for text in texts), sign
    assert any(b"text/html" in mail.raw and b"text/plain" not in mail.raw for mail in MAILS)


def test_talk_declines_slowly_after_the_announcement() -> None:
    active = defaultdict(set)
    for (thread, place), letter in LETTERS.items():
        if expected()[thread].worth and expected()[thread].kinds[place] in TALK:
            active[letter.moment.week].add(thread)
    counts = [len(active[week]) for week in range(1, WEEKS + 1)]
    assert all(count == 4 for count in counts[1:9])
    assert sum(counts[17:25]) / 8 == 2
    assert [count for count in counts if count > 4] == []


def test_what_waits_for_an_answer_is_addressed_to_her_and_unanswered() -> None:
    waiting = [thread for thread in threads() if expected()[thread.id].open]
    assert len(waiting) == 3, "more than three open loops stop all suggestions"
    for thread in waiting:
        assert thread.letters[0].to == (OWNER,)
        assert OWNER not in {letter.sender for letter in thread.letters}


def test_what_moved_says_so() -> None:
    moved = {thread.id for thread in threads() if any("Plein" in letter.text for letter in thread.letters[1:])}
    assert {thread for thread, entry in expected().items() if entry.moved} <= moved | {"maandagvraag"}


def test_every_kind_and_every_gate_occurs() -> None:
    assert {kind for entry in expected().values() for kind in entry.kinds} == set(KINDS)
    assert {gate for entry in expected().values() for gate in entry.gates} == {
        "automatic", "bounce", "calendar", "confidential", "deny list", "encrypted", "external", "network notification",
        "newsletter", "not authenticated", "private", "receipt", "sickness",
    }  # fmt: skip


def test_the_same_in_every_run() -> None:
    script = (
        "import hashlib; from nudger.demo.mailbox import messages\n"
        "print(hashlib.sha256(b''.join(m.raw + m.file_name.encode() for m in messages())).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
                       check=True, capture_output=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_another_end_moves_all_by_whole_weeks() -> None:
    later = messages(END + timedelta(weeks=30))
    assert [mail.thread for mail in later] == [mail.thread for mail in MAILS]
    for before, after in zip(MAILS, later, strict=True):
        moved = after.arrival.astimezone(ZONE).replace(tzinfo=None) - before.arrival.astimezone(ZONE).replace(
            tzinfo=None
        )
        assert moved == timedelta(weeks=30)


def wall_clock(mail: DemoMail) -> datetime:
    return mail.arrival.astimezone(ZONE).replace(tzinfo=None)


def test_fewer_weeks_are_the_last_ones() -> None:
    assert messages(weeks=3) == tuple(mail for mail in MAILS if mail.arrival > END - timedelta(weeks=3))
    assert len(moments(weeks=3)) == 3
    assert moments()[-1] == END
    assert all(mail.arrival <= END for mail in MAILS)


@pytest.mark.parametrize("text", ["week 3", "w3 mon 09:00", "w03 foo 09:00", "w03 mon 9:00"])
def test_a_moment_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Moment.parse(text)
