"""The digest: at most 25 lines whatever waits, ready texts where they fit, nothing from a mail in a header."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from nudger.config.types import Moment
from nudger.ledger.digest_rows import MailAnswer
from nudger.networks.base import Draft
from nudger.nudges.digest import MAX_LINES, Entry, Overview, Waiting, last_moment, lay
from nudger.nudges.digest_mail import TOKEN, Letter, letter
from nudger.shift.report import Week
from nudger.texts import Texts
from tests.factories import FATIMA, NOW
from tests.nudger.shift.test_page import dom

NL, EN = Texts("nl"), Texts("en")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOSTILE = (
    "x\r\nBcc: dief@elders.example\r\n\r\n.\r\nMAIL FROM:<dief@elders.example>\r\n"
    '<script>alert(1)</script><img src=x onerror=1> "\u202egnp.exe \x1b[31m'
)


def entry(number: int = 1, **changes: Any) -> Entry:
    values: dict[str, Any] = {
        "id": f"s{number}f2c9a71b",
        "kind": "idea",
        "title": "Fiets naar de cliënt",
        "people": 3,
        "messages": 4,
        "last": NOW - timedelta(hours=3),
        "own": True,
        "draft": Draft("Fiets naar de cliënt", "Zullen we de fiets nemen?\n\nWat denken jullie?", "zorg", "nl"),
        "place": "Team Zorg",
        "url": "https://plein.voorbeeld.example/zorg",
    }
    return Entry(**{**values, **changes})


def loop(number: int = 1) -> Waiting:
    return Waiting(f"l{number}a9c2", "idea", "Een stilteruimte", NOW - timedelta(days=4))


def week(name: str) -> Week:
    return Week(week=name, load=2, talk=2, own_talk=1, moved=2, left_on_mail=2, ideas=1, questions=1, settled=True)


def mail(overview: Overview, texts: Texts = NL) -> Letter:
    return letter(overview, NOW, texts, sender="nudger@voorbeeld.example", to=FATIMA.email)


def parsed(overview: Overview, texts: Texts = NL) -> EmailMessage:
    return message_from_bytes(mail(overview, texts).message.as_bytes(), policy=policy.default)  # type: ignore[return-value]


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_nothing_to_say_no_line() -> None:
    answer = MailAnswer(message="m", line=1, target="s7f2", word="no", outcome="done", given_at=NOW)
    assert lay(Overview(done=[answer]), NOW, NL).lines == []


def test_a_dutch_digest_to_answer_by_mail() -> None:
    done = [
        MailAnswer(message="m", line=1, target="s7f2", word="posted", outcome="done", given_at=NOW),
        MailAnswer(message="m", line=2, target="", word="", outcome="garbled", given_at=NOW),
    ]
    told = Overview([entry()], [loop()], [week("2026-W22"), week("2026-W23")], done, promise_days=2)
    assert "\n".join(lay(told, NOW, NL, by_mail=True).lines) == (
        "Verwerkt na jouw antwoord: s7f2 geplaatst; een regel niet begrepen.\n"
        "\n"
        "Eerst dit (je beloofde antwoord binnen 2 werkdagen)\n"
        "  1. Een idee voor jou “Een stilteruimte”, 4 dagen geleden  [l1a9]\n"
        "\n"
        "Kan dit naar het netwerk?\n"
        "  2. “Fiets naar de cliënt”  [s1f2]\n"
        "     idee, 3 mensen, 4 mails, laatste 3 uur geleden. Je begon dit zelf.\n"
        "     Zet dit in Team Zorg: https://plein.voorbeeld.example/zorg\n"
        "────────────────────────\n"
        "Fiets naar de cliënt\n"
        "\n"
        "Zullen we de fiets nemen?\n"
        "\n"
        "Wat denken jullie?\n"
        "────────────────────────\n"
        "\n"
        "Vorige week\n"
        "  2 mails in je postvak, 2 gesprekken verhuisd.\n"
        "\n"
        "Antwoord op deze mail met één keuze per regel, bijvoorbeeld:\n"
        "  s1f2 geplaatst LINK  |  s1f2 nee  |  s1f2 later\n"
        "  l1a9 klaar\n"
        "  pauze 4w  |  stop\n"
        "Niemand anders ziet dit overzicht."
    )


def test_an_english_digest_with_its_text_ready() -> None:
    draft = Draft("A bike to the client", "Shall we take the bike?", "care", "en")
    told = Overview([entry(title="A bike to the client", draft=draft, place="Team Care")])
    assert "\n".join(lay(told, NOW, EN).lines) == (
        "nudger week 23: 1 conversation to share\n"
        "\n"
        "Could this go to the network?\n"
        "  1. “A bike to the client”  [s1f2]\n"
        "     idea, 3 people, 4 mails, last 3 hours ago. You began this.\n"
        "     Put this in Team Care: https://plein.voorbeeld.example/zorg\n"
        "────────────────────────\n"
        "A bike to the client\n"
        "\n"
        "Shall we take the bike?\n"
        "────────────────────────\n"
        "\n"
        "nudger review     look, edit, post, skip\n"
        "Less often? nudger pause     Stop? nudger stop\n"
        "Nobody else sees this overview."
    )


def test_a_colleagues_words_are_not_in_it() -> None:
    message = parsed(Overview([entry(draft=None)]))
    assert "Vraag of die het zelf in Team Zorg zet" in part(message, "plain")
    assert "fiets nemen" not in part(message, "plain") + part(message, "html")
    assert list(message.iter_attachments()) == []


def test_a_long_text_goes_along_as_a_file_and_stands_whole_in_the_page() -> None:
    body = "\n".join(f"Regel {n}." for n in range(30))
    told = Overview([entry(draft=Draft("Titel", body, "zorg", "nl"))])
    message = parsed(told)
    (file,) = message.iter_attachments()
    assert file.get_filename() == "s1f2.txt"
    assert file.get_content().replace("\r\n", "\n") == f"Titel\n\n{body}\n"  # type: ignore[attr-defined]
    assert "(tekst in s1f2.txt)" in part(message, "plain")
    assert body in LexborHTMLParser(part(message, "html")).text()


@given(
    entries=st.integers(0, 8),
    loops=st.integers(0, 6),
    answers=st.integers(0, 9),
    lines=st.integers(1, 40),
    asks=st.booleans(),
    by_mail=st.booleans(),
)
def test_never_more_than_25_lines(
    entries: int, loops: int, answers: int, lines: int, *, asks: bool, by_mail: bool
) -> None:
    draft = Draft("Titel", "\n".join(["regel"] * lines), "zorg", "nl")
    told = Overview(
        [entry(number, draft=draft) for number in range(entries)],
        [loop(number) for number in range(loops)],
        [week("2026-W22"), week("2026-W23")],
        [
            MailAnswer(message="m", line=n, target="s7f2", word="no", outcome="done", given_at=NOW)
            for n in range(answers)
        ],
        asks_to_stop=asks,
    )
    for texts in (NL, EN):
        laid = lay(told, NOW, texts, by_mail=by_mail)
        assert len(laid.lines) <= MAX_LINES
        assert not any("\n" in line for line in laid.lines)
        assert bool(laid.lines) == bool(entries or loops or asks)


def test_no_header_holds_what_stood_in_a_mail() -> None:
    hostile = Overview(
        [entry(title=HOSTILE, place=HOSTILE, draft=Draft(HOSTILE, HOSTILE, "zorg", "nl"))],
        [Waiting("l1a9c2", "idea", HOSTILE, NOW)],
    )
    plain = Overview([entry()], [loop()])
    names = ["From", "To", "Reply-To", "Date", "X-Nudger", "Auto-Submitted", "Content-Language", "MIME-Version"]
    ours, theirs = parsed(plain), parsed(hostile)
    assert ours.keys() == theirs.keys()
    assert [ours[name] for name in names] == [theirs[name] for name in names]
    assert TOKEN.sub("", ours["Subject"]) == TOKEN.sub("", theirs["Subject"])
    assert b"Bcc" not in mail(hostile).message.as_bytes().partition(b"\r\n\r\n")[0]


def test_markup_and_tricks_of_a_mail_are_only_text() -> None:
    message = parsed(Overview([entry(title=HOSTILE, draft=Draft(HOSTILE, HOSTILE, "zorg", "nl"))]))
    page = LexborHTMLParser(part(message, "html"))
    assert page.css("script, img") == []
    assert "<script>alert(1)</script>" in page.text()
    for text in (part(message, "plain"), part(message, "html")):
        assert not set(text) & set("\u202e\x1b\x00")
    assert [node.attributes["href"] for node in page.css("[href], [src]")] == ["https://plein.voorbeeld.example/zorg"]


@pytest.mark.parametrize("address", ["fatima@voorbeeld.example\r\nBcc: dief@elders.example", "a b@c", "zonder"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        letter(Overview([entry()]), NOW, NL, sender=address, to=FATIMA.email)


def test_each_digest_can_be_told_from_every_other() -> None:
    one, other = mail(Overview([entry()])), mail(Overview([entry()]))
    assert one.id != other.id
    assert one.token != other.token
    assert TOKEN.findall(one.message["Subject"]) == [one.token]
    assert one.message["Message-ID"] == one.id
    assert (one.message["X-Nudger"], one.message["Auto-Submitted"]) == ("digest", "auto-generated")


def test_nobody_said_yes_for_weeks() -> None:
    told = Overview(asks_to_stop=True)
    assert "verder  |  stop" in "\n".join(lay(told, NOW, NL, by_mail=True).lines)
    assert mail(told, EN).message["Subject"].startswith("nudger week 23: shall nudger stop?")


TUESDAY, FRIDAY = Moment(1, time(8, 30)), Moment(4, time(16))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-06-02T06:29:59", "2026-05-29T14:00"),
        ("2026-06-02T06:30:00", "2026-06-02T06:30"),
        ("2026-06-05T13:59:00", "2026-06-02T06:30"),
        ("2026-06-07T21:00:00", "2026-06-05T14:00"),
        # The clocks went forward on 29 March, back on 25 October.
        ("2026-03-31T07:00:00", "2026-03-31T06:30"),
        ("2026-10-27T07:29:00", "2026-10-23T14:00"),
        ("2026-10-27T07:30:00", "2026-10-27T07:30"),
    ],
)
def test_the_last_moment_is_one_of_the_clock_on_the_wall(now: str, then: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    expected = datetime.fromisoformat(then).replace(tzinfo=UTC)
    assert last_moment((TUESDAY, FRIDAY), moment, AMSTERDAM) == expected
    assert last_moment((FRIDAY, TUESDAY), moment.replace(microsecond=999), AMSTERDAM) == expected


def test_a_digest_of_a_week_ago_is_the_last_one() -> None:
    assert last_moment((TUESDAY,), datetime(2026, 6, 2, 6, 0, tzinfo=UTC), AMSTERDAM).day == 26


@pytest.mark.chromium
@pytest.mark.parametrize("width", [380, 800])
def test_the_page_is_never_wider_than_the_screen(width: int, tmp_path: Path) -> None:
    told = Overview([entry(), entry(2, title="w" * 200, own=False, draft=None, place="v" * 90)], [loop()], done=[])
    page = part(parsed(told), "html")
    frame = f'<iframe id="f" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(page)}"></iframe>'
    script = "onload=()=>{const d=f.contentDocument.documentElement;document.title=d.scrollWidth+'/'+d.clientWidth}"
    path = tmp_path / "frame.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{frame}<script>{script}</script>", encoding="utf-8")
    found = re.search(r"<title>(\d+)/(\d+)</title>", dom(path.as_uri(), tmp_path / "profile"))
    assert found
    assert int(found[1]) <= int(found[2]) <= width
