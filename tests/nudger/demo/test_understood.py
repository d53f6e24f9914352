"""What nudger itself makes of the demo's mails: the author's words, the language, and what must be left alone."""

from __future__ import annotations

from functools import cache

import pytest

from nudger.demo.expected import expected
from nudger.demo.letters import people, perspective, threads
from nudger.demo.mailbox import SENT, DemoMail, messages
from nudger.mail.mime.tree import structure_of
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from rules.engine import findings, gates
from rules.message import Message
from rules.pack import builtin_packs

LETTERS = {(thread.id, place): letter for thread in threads() for place, letter in enumerate(thread.letters)}
GATES = {
    "automatic": "auto-submitted",
    "bounce": "bounce",
    "calendar": "calendar",
    "confidential": "confidential-subject label",
    "deny list": "protected",
    "encrypted": "encrypted",
    "external": "external",
    "network notification": "network-notification",
    "newsletter": "list newsletter bulk",
    "not authenticated": "not-authenticated",
    "private": "sensitivity confidential-subject",
    "receipt": "receipt",
    "sickness": "person-ill",
}
"""A plain word of ``expected.toml``, to the rules of which one must have said it."""


def message_of(mail: DemoMail) -> Message:
    header, parts, bodies = structure_of(mail.raw)
    raw = RawMessage(1, header, len(mail.raw), mail.arrival, parts, bodies)
    return read(raw, perspective(), now=mail.arrival)


@cache
def understood() -> tuple[tuple[DemoMail, Message], ...]:
    return tuple((mail, message_of(mail)) for mail in messages())


@cache
def said() -> dict[str, set[str]]:
    """Of each thread the gates that hold, without the name of their pack."""
    packs = builtin_packs()
    found: dict[str, set[str]] = {thread.id: set() for thread in threads()}
    for mail, message in understood():
        found[mail.thread] |= {gate.rule_id.partition(".")[2] for gate in gates(findings(packs, message))}
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_own_words_are_what_was_typed() -> None:
    """To the letter; only the name below it and a signature may come or go."""
    wrong = []
    for mail, message in understood():
        letter = LETTERS[mail.thread, mail.place]
        typed = "\n".join(line for line in letter.text.split("\n") if line[:1] not in (">", "{"))
        last = typed.rpartition("\n\n")[2]
        name = squeezed(last) if len(last) < 40 else ""
        signature = squeezed(people()[letter.sender].signature)
        whole = squeezed(typed).removesuffix(name)
        if not letter.content_type and squeezed(message.own_words) not in {
            whole,
            whole + name,
            whole + signature,
            whole + name + signature,
        }:
            wrong.append((mail.thread, mail.place))
    assert wrong == []


def test_languages_are_found() -> None:
    other = {"nachttelefoon": "en", "belboom": "en"}
    """Threads in which Tom answers in English."""
    wrong = [
        (mail.thread, mail.place, message.language)
        for mail, message in understood()
        if message.language not in (expected()[mail.thread].language, other.get(mail.thread))
    ]
    assert wrong == []


def test_her_own_mail_is_hers() -> None:
    assert [mail.file_name for mail, message in understood() if mail.folder == SENT and not message.from_owner] == []


@pytest.mark.parametrize("gated", [True, False])
def test_rules_leave_alone_what_a_careful_reader_would(gated: bool) -> None:
    chosen = [thread for thread, entry in expected().items() if bool(entry.gates) == gated]
    assert {thread: said()[thread] for thread in chosen if bool(said()[thread]) != gated} == {}


def test_rules_say_why() -> None:
    unsaid = [
        (thread, gate)
        for thread, entry in expected().items()
        for gate in entry.gates
        if said()[thread].isdisjoint(GATES[gate].split())
    ]
    assert unsaid == []
