"""The question at the end of a review: drawn by lot, a few at a time, answered by a key, and off when asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from nudger import auditing
from nudger.ledger.audit_rows import OTHER, TALK, Audited
from nudger.ledger.ledger import Ledger
from nudger.nudges.rules import policy
from nudger.shift.correction import MIN_AUDITED
from nudger.shift.facts import Aim, gather
from nudger.shift.report import report
from nudger.shift.sentences import footer, sections
from nudger.shift.settling import settle
from nudger.texts import LANGUAGES, Texts
from nudger.texts.screen import Screen
from tests.factories import NOW, message, message_row
from tests.nudger.shift.sample import ZONE

LATER = NOW + timedelta(days=10)


class Typed(Screen):
    """A screen at which these keys are typed."""

    def __init__(self, texts: Texts, keys: str) -> None:
        super().__init__(texts)
        self.left = list(keys)

    def ask_key(self) -> str:
        return self.left.pop(0)


class Desk:
    """An owner at review: ``gone`` threads can no longer be read."""

    def __init__(self, ledger: Ledger, keys: str, *, audits: int = 3, language: Any = "nl", gone: str = "") -> None:
        self.ledger = ledger
        self.shown: list[str] = []
        self.screen = Typed(Texts(language), keys)
        self.place = SimpleNamespace(
            policy=policy({"audits": audits}), now=LATER, sources=self.sources, read_thread=self.read_thread
        )
        self.gone = gone

    @contextmanager
    def sources(self) -> Iterator[dict[str, object]]:
        yield {}

    def read_thread(self, thread: str, *_: object) -> list[object]:
        self.shown.append(thread)
        return [] if thread == self.gone else [message(1), message(2)]

    def ask(self) -> None:
        auditing.talk(self, self.ledger)  # type: ignore[arg-type]


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Forty threads that were counted as talk, and forty that were not; one with a single author counts as neither."""
    with Ledger.in_memory() as made:
        with made.atomic():
            for number in range(81):
                kind = "idea" if number < 40 else "logistics"
                for step in (0, 1):
                    made.mail.add(
                        message_row(
                            2 * number + step, thread=f"t{number}", kind=kind, new_author=not step or number < 80
                        )
                    )
                made.threads.refresh(f"t{number}", made.mail.of_thread(f"t{number}"))
            settle(made, NOW + timedelta(days=17), ZONE)
        yield made


def found(ledger: Ledger) -> tuple[Audited, Audited]:
    return ledger.audits.found(TALK, "m1"), ledger.audits.found(OTHER, "m1")


def test_both_sorts_are_drawn_in_turn_and_only_what_the_report_counts(ledger: Ledger) -> None:
    drawn = list(auditing.draw(ledger, LATER))
    assert [one.counted_as for one in drawn[:4]] == [TALK, OTHER, TALK, OTHER]
    assert "t80" not in {one.thread for one in drawn}
    assert [one.thread for one in drawn] == [one.thread for one in auditing.draw(ledger, LATER)]
    assert all((int(one.thread[1:]) < 40) == (one.counted_as == TALK) for one in drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_kept_and_nothing_of_the_mail(ledger: Ledger, language: Any, capsys: Any) -> None:
    Desk(ledger, "yjn", language=language).ask()
    shown = capsys.readouterr().out
    assert shown.count("“Fiets naar de cliënt”") == 3
    assert found(ledger) == (Audited(1, 2), Audited(1, 1))
    assert "Fiets" not in str(ledger.canonical())


def test_another_key_leaves_it_open_and_u_goes_back(ledger: Ledger) -> None:
    desk = Desk(ledger, "nuj\r\r")
    desk.ask()
    assert found(ledger) == (Audited(1, 1), Audited())
    assert not desk.screen.left


def test_it_ends_when_the_leader_stops_and_comes_back_next_time(ledger: Ledger) -> None:
    Desk(ledger, "s").ask()
    assert found(ledger) == (Audited(), Audited())
    Desk(ledger, "jjj").ask()
    assert sum(one.n for one in found(ledger)) == 3


def test_no_means_never_until_the_leader_resumes(ledger: Ledger) -> None:
    Desk(ledger, "x").ask()
    quiet = Desk(ledger, "")
    quiet.ask()
    assert quiet.shown == []
    with ledger.atomic():
        auditing.resume(ledger)
    Desk(ledger, "jjj").ask()
    assert sum(one.n for one in found(ledger)) == 3


def test_the_configuration_can_ask_fewer_or_none(ledger: Ledger) -> None:
    Desk(ledger, "", audits=0).ask()
    Desk(ledger, "j", audits=1).ask()
    assert sum(one.n for one in found(ledger)) == 1


def test_mail_that_is_gone_is_passed_over(ledger: Ledger) -> None:
    first = next(auditing.draw(ledger, LATER))
    Desk(ledger, "jjj", gone=first.thread).ask()
    assert sum(one.n for one in found(ledger)) == 3
    assert first.thread not in {row[0] for row in ledger.canonical()["audits"]}


def test_what_was_called_private_is_left_alone(ledger: Ledger) -> None:
    first = next(auditing.draw(ledger, LATER))
    thread = ledger.threads.get(first.thread)
    assert thread
    with ledger.atomic():
        ledger.verdicts.put(thread, "no", "private", NOW)
    assert first.thread not in {one.thread for one in auditing.draw(ledger, LATER)}


def words(ledger: Ledger, now: datetime) -> tuple[str, str]:
    result = report(gather(ledger, now, weeks=8, aims=[Aim("x")]), now, ZONE, weeks=8)
    texts = Texts("en")
    return "\n".join(line for part in sections(result, texts) for line in part.lines), "\n".join(footer(result, texts))


def test_after_fifty_answers_the_corrected_line_stands_and_no_more_is_asked(ledger: Ledger) -> None:
    for number in range(MIN_AUDITED):
        lines, foot = words(ledger, LATER)
        assert "Corrected" not in lines
        assert f"{number} of {MIN_AUDITED}" in foot
        Desk(ledger, "n" if number % 10 == 0 else "j", audits=1).ask()
    lines, foot = words(ledger, LATER)
    assert "Corrected for mistakes of the model, from 50 conversations that you checked" in lines
    assert "Not corrected" not in foot
    quiet = Desk(ledger, "")
    quiet.ask()
    assert quiet.shown == []


def test_answers_about_an_older_model_do_not_count(ledger: Ledger) -> None:
    with ledger.atomic():
        ledger.audits.put("t1", TALK, "m0", NOW, talk=True)
    assert found(ledger) == (Audited(), Audited())
