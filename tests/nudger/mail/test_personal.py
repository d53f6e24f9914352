"""Personal data: sixty care mails, each kind by form, names in and out of company, bounded time."""

from __future__ import annotations

import re
import time
import tomllib
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.personal.finding import MASK, Personal, find, mask
from rules.message import Address

CARE = tomllib.loads((Path(__file__).parents[2] / "golden" / "care.toml").read_text(encoding="utf-8"))["mail"]


def people(*headers: str) -> list[Address]:
    return [Address(name, email, True) for name, email in map(parseaddr, headers)]


def found(text: str, *headers: str) -> list[tuple[str, str]]:
    """Kind and text of everything that is found."""
    return [(one.kind, text[one.start : one.end]) for one in find(text, people(*headers))]


def places(text: str, wanted: str) -> list[tuple[int, int]]:
    """Every place where ``wanted`` stands as whole words, also across a wrapped line."""
    pattern = r"(?<!\w)" + r"\s".join(map(re.escape, wanted.split())) + r"(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)]


@pytest.mark.parametrize("mail", CARE, ids=[f"{mail['half']}-{mail['find'][0]}" for mail in CARE])
def test_care_mail(mail: dict[str, Any]) -> None:
    spans = find(mail["text"], people(*mail["people"]))
    for wanted in mail["find"]:
        assert places(mail["text"], wanted), f"the golden file asks for {wanted!r}, which is not in its text"
        for start, end in places(mail["text"], wanted):
            assert any(one.start <= start and end <= one.end for one in spans), wanted


def test_care_mails_lose_little_else() -> None:
    extra = 0
    for mail in CARE:
        wanted = [place for one in mail["find"] for place in places(mail["text"], one)]
        spans = find(mail["text"], people(*mail["people"]))
        extra += sum(all(end <= one.start or one.end <= start for start, end in wanted) for one in spans)
    assert len(CARE) == 60
    assert extra <= 5


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("phone", "06-12345678"),
        ("phone", "06 12 34 56 78"),
        ("phone", "030 - 123 45 67"),
        ("phone", "(0512) 12 34 56"),
        ("phone", "088-1234567"),
        ("phone", "0031 6 12345678"),
        ("phone", "+44 20 7946 0958"),
        ("phone", "+32 470 12 34 56"),
        ("phone", "07700 900123"),
        ("phone", "(713) 853-6485"),
        ("iban", "NL91ABNA0417164300"),
        ("iban", "nl91 abna 0417 1643 00"),
        ("iban", "BE68 5390 0754 7034"),
        ("bsn", "123456782"),
        ("bsn", "1234.56.782"),
        ("email", "jan.de-vries+werk@mail.voorbeeld.example"),
        ("home", "1017 AB 12a"),
        ("home", "1017AB"),
        ("home", "Prinsengracht 263"),
        ("room", "kamer 12"),
        ("room", "Kamernr. 3.14"),
        ("room", "room B-204"),
        ("plate", "12-XKB-3"),
        ("plate", "G-482-LB"),
    ],
)
def test_form(kind: str, text: str) -> None:
    assert found(f"Dit is het: {text}, zei hij.") == [(kind, text)]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("birth_date", "geb. 3-4-1951", "3-4-1951"),
        ("birth_date", "geboren op 12 mei 1938", "12 mei 1938"),
        ("birth_date", "geboortedatum: 1938-05-12", "1938-05-12"),
        ("birth_date", "DOB 4/11/46", "4/11/46"),
        ("birth_date", "born on March 2, 1941", "March 2, 1941"),
        ("client", "cliëntnummer 204518", "204518"),
        ("client", "dossiernr. 2023/0457", "2023/0457"),
        ("client", "patient no. 55012", "55012"),
        ("client", "NHS number 943 476 5919", "943 476 5919"),
        ("client", "dossier 88-1042", "88-1042"),
        ("plate", "kenteken 12XKB3", "12XKB3"),
        ("phone", "toestel 4567", "4567"),
        ("bsn", "BSN: 111 222 333", "111 222 333"),
    ],
)
def test_number_after_its_word(kind: str, text: str, value: str) -> None:
    assert found(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "We spreken af om 14.30 uur op 12-05-2025, dat is week 20.",
        "Op 02-07-2024 11:15 en op 05-02-2025 23:59 in het rooster.",
        "Versie 3.11.7 kost € 1.234,56 of 12.500 euro per jaar.",
        "Order 123456789 is besteld, 80% van 1.200 stuks.",
        "Zie artikel 7 lid 2 en tabel 4 van het rapport uit 2024.",
        "In 2024 IN samenwerking; dossier 2024 sluiten we af.",
        "Doe plan B. Of neem vitamine C. Dat helpt.",
        "Met plan B. want dat werkt.",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("header", "text", "name"),
    [
        ("Jan van den Berg <j@x.example>", "Volgens Jan van den Berg kan het.", "Jan van den Berg"),
        ("Jan van den Berg <j@x.example>", "Volgens Van den Berg kan het.", "Van den Berg"),
        ("Jan van den Berg <j@x.example>", "Volgens J. van den Berg kan het.", "J. van den Berg"),
        ('"Berg, Jan van den (Zonnehof)" <j@x.example>', "Volgens Jan kan het.", "Jan"),
        ("jiska.roelfzema@x.example", "Volgens Jiska kan het.", "Jiska"),
        ("Jiska Roelfzema | Zonnehof <j@x.example>", "hoi jiska, kan het?", "jiska"),
        ("Jiska Roelfzema <j@x.example>", "Dat is Jiska's idee.", "Jiska's"),
        ("Zoë Ünal <z@x.example>", "Ik vroeg het aan Zoe.", "Zoe"),
        ("Marieke van Dam <m@x.example>", "Groet, MvD", "MvD"),
    ],
)
def test_participant(header: str, text: str, name: str) -> None:
    assert found(text, header) == [("name", name)]


WORD_NAMES = (
    "Roos de Wit <r@x.example>",
    "Wil Peters <w@x.example>",
    "Mark Kok <m@x.example>",
    "Storm Bos <s@x.example>",
)


@pytest.mark.parametrize(
    "text",
    [
        "Roos kleurt het mooist, een roos bloeit nu.",
        "Wil iemand dit lezen? Wil je het zeggen?",
        "Mark this as done, please.",
        "Storm op komst, dus ramen dicht.",
    ],
)
def test_words_that_are_names_too_need_company(text: str) -> None:
    assert found(text, *WORD_NAMES) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoi Roos, kan dit?", ["Roos"]),
        ("Hoi Mark en Storm,", ["Mark", "Storm"]),
        ("Wil Peters komt ook.", ["Wil Peters"]),
        ("Roos de Wit vraagt het.", ["Roos de Wit"]),
        ("Dat is gedaan.\n\nGroetjes,\nWil", ["Wil"]),
        ("Dat is gedaan.\n\nGroetjes,\nWil namens alle anderen van ons", ["Wil"]),
        ("Ik heb het aan Storm gevraagd.", ["Storm"]),
    ],
)
def test_words_that_are_names_too_in_company(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text, *WORD_NAMES)] == names


def test_a_group_is_nobody() -> None:
    headers = ("Team Zorg <team.zorg@x.example>", "Servicedesk <sd@x.example>", "All Staff <all@x.example>")
    assert found("Het Team Zorg en de Servicedesk, dus All Staff.", *headers) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mevrouw De V. komt", "De V."),
        ("vader T. belde", "T."),
        ("dhr. J. van den Berg komt", "J. van den Berg"),
        ("de heer Van 't Hof komt", "Van 't Hof"),
        ("de zoon van Pietersen belde", "Pietersen"),
        ("patient Okafor came", "Okafor"),
        ("her husband, Brynjar Olafsson, came", "Brynjar Olafsson"),
        ("ik weet niet waarom K. niet mag", "K."),
        ("mw. el Amrani komt", "el Amrani"),
        ("mevr. JANSEN komt", "JANSEN"),
        ("de cliënt heet Wim, zeggen ze", "Wim"),
    ],
)
def test_third_person(text: str, name: str) -> None:
    assert found(text) == [("person", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw komt morgen, de heer des huizes niet.",
        "Kind regards",
        "She lives with her parents in Kolkata; so does his wife. Definitely.",
        "We ask Client Services about Patient Safety.",
        "De bewoner van kamer twaalf, de moeder van het gezin.",
        "Vraag het aan HR, of aan ICT in Utrecht.",
    ],
)
def test_titles_without_a_name(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_plain_in_one_place_is_found_in_all() -> None:
    text = "Brynjar durft niet. Dat zegt de moeder van Brynjar."
    assert [name for _, name in found(text)] == ["Brynjar", "Brynjar"]


def test_a_name_ends_where_a_sentence_goes_on() -> None:
    assert found("Hoi Wim Zullen we morgen bellen") == [("person", "Wim")]


def test_what_overlaps_is_joined() -> None:
    assert found("Zij woont op kamer 1017 AB 12 in de stad.") == [("room", "kamer 1017 AB 12")]


def test_mask() -> None:
    text = "Hoi Sanne, mw. De V. (kamer 12) belde: 06-12345678."
    masked = mask(text, find(text, people("Sanne Kuiper <s@x.example>")))
    assert masked == f"Hoi {MASK}, mw. {MASK} ({MASK}) belde: {MASK}."


def test_mask_takes_places_in_any_order() -> None:
    assert mask("a b c", [Personal(0, 1, "name"), Personal(4, 5, "name")]) == f"{MASK} b {MASK}"


@given(st.text(st.sampled_from("Jan mevr. dhr Wil 0123456789-.@,\n(éK'van de"), max_size=300))
def test_places_are_ordered_apart_and_within_the_text(text: str) -> None:
    spans = find(text, people("Jan van den Berg <j@x.example>"))
    ends = [end for one in spans for end in (one.start, one.end)]
    assert ends == sorted(ends)
    assert all(0 <= one.start < one.end <= len(text) for one in spans)


PIECES = "a A. 1 1- 06- @ a@ a@a. NL91 AA00A 19 1.1. dossier geb. mevr. Jan kamer van 't (0 +31 12-AB- A.B."
PIECES_WITH_SPACE = (
    " ",
    "\n",
    "Van de ",
    "vader van ",
    "Jan en ",
    "12 mei ",
    "BSN 1 ",
    "geboortedatum ",
    "1234 AB ",
    "tel 0",
)


@pytest.mark.parametrize("piece", [*PIECES.split(), *PIECES_WITH_SPACE])
def test_bounded_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    find(text, people("Jan van den Berg <j@x.example>"))
    assert time.process_time() - start < 1


def test_many_people_cost_little() -> None:
    crowd = people(*(f"Naam{number} Achter{number} <p{number}@x.example>" for number in range(3_000)))
    start = time.process_time()
    find("Dit is een gewone zin zonder namen. " * 100, crowd)
    assert time.process_time() - start < 1
