"""Reading a mail: personal data with a form of its own: phones, bank accounts, client numbers, rooms, birth dates.

Each function takes one line and gives the places (start, end). Where a number alone says too little (a room, a client
number) the word before it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban as iban_number
from stdnum.nl import bsn as bsn_number

Place = tuple[int, int]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may"
    r"|june|july|august|october|jan|feb|mrt|mar|apr|jun|jul|aug|sept?|o[kc]t|nov|dec)\b"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|\d\d?\s?[-/.]\s?\d\d?\s?[-/.]\s?(?:{_YEAR}|\d\d)"
    rf"|\d\d?(?:e|st|nd|rd|th)?\s(?:of\s)?{_MONTH}\.?,?(?:\s(?:{_YEAR}|'\d\d))?"
    rf"|{_MONTH}\.?\s\d\d?(?:st|nd|rd|th)?(?:,?\s{_YEAR})?)(?!\d)"
)
_BORN = (
    r"\b(?:geb(?:oren|oorte(?:datum|data|dag|jaar))?|g\.d|gebdat|d\.?o\.?b|born|dates? of birth|birth ?dates?|birthday"
    r"|verjaart|verjaardag|jarig)\b"
)
_BIRTH_DATE = re.compile(
    rf"{_BORN}[.:=(\s]{{0,4}}(?:(?:is|was|op|on|in|the|datum)\b[:\s]{{1,2}}){{0,2}}"
    rf"({_DATE}|{_YEAR}\b)(?:(?:\s?[,&/]\s?|\s(?:en|and)\s)({_DATE}))?",
    re.IGNORECASE,
)
_DATE_SAID_LATER = re.compile(
    rf"\b(?:geboorte(?:datum|data)|dates? of birth|birth ?dates?)\b[^\d\n]{{1,60}}?({_DATE})", re.IGNORECASE
)
_LONG_AGO = re.compile(
    rf"(?<![\d/.-])(?:\d\d?([-/.])\d\d?\1|\d\d?\s{_MONTH}\s|{_MONTH}\s\d\d?,?\s)19[0-8]\d(?![\d/-])"
    r"|(?<!\d)19[0-8]\d-\d\d-\d\d(?!\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-][\w.+'-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?=[ -]?[A-Z\d])", re.IGNORECASE)
_IBAN_REST = re.compile(r"[ -]?[A-Z\d]", re.IGNORECASE)
_BSN = re.compile(r"(?<![\d.,/-])\d{9}(?![\d/-]|[.,]\d)|(?<![\d.,])\d{3,4}[. ]\d{2,3}[. ]\d{3}(?![\d/-]|[.,]\d)")
_SAID_BSN = re.compile(r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\d\n]{0,15}(\d[\d. ]{6,12}\d)", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b(,? (?:nr\.? ?)?\d{1,5}(?: ?[a-zA-Z]\b)?)?")
_STREET = re.compile(
    r"\b[A-ZÀ-Þ][\w'’-]{1,30}(?:straat|laan|weg|plein|gracht|kade|singel|steeg|dreef|plantsoen|hof|pad|dijk|baan)"
    r" \d{1,4}(?: ?-\d{1,4}| ?[a-zA-Z]\b)?"
    r"|\b\d{1,4} (?:[A-Z][\w'’-]{1,30} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive)\b"
)
_ROOM = re.compile(
    r"\b(?:kamer(?:nummer|nr)?|kmr|room|rm|bed|app\.|appartement|apartment|apt|woning|flat|studio)\.?"
    r"(?: ?(?:nummer|number|nr|no)\b\.?)? {0,2}(?:[a-z]{1,2}[ -]?)?\d{1,4}(?:[.-]\d{1,3})?(?:[a-z]\b)?(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_REFERENCE = r"(?-i:(?:[A-Z]{1,4}[-/ ]?)?\d[\dA-Z]{0,15}(?:[-/.][\dA-Z]{1,12}){0,4})"
_WHOSE = (
    r"(?:cl\.?|pat\.?|cli[eë]nt|pati[eë]nt|bewoners?|resident|dossier|zaak|casus|case|file|chart|hospital|nhs|mrn|zorg|polis|policy|klant"
    r"|customer|leerling|student|pupil|verzekerden?|registratie|identificatie|paspoort|passport|rijbewijs|id|account)"
)
_CLIENT = re.compile(
    rf"\b{_WHOSE}[ -]?(?:nummers?|nrs?|numbers?|no|id|code)\b\.?(?: ?(?:is|was|[:=#])){{0,2}} {{0,2}}"
    rf"(\d{{3}} \d{{3}} \d{{4}}|{_REFERENCE})\b",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\b(?:cli[eë]nt|pati[eë]nt|bewoner|resident|dossier|zaak|casus|case|file|chart|mrn|nhs)\b[:#]? {0,2}#?"
    rf"(?!{_YEAR}\b(?![-/]))(?=[A-Z]{{0,4}}[-/]?(?:\d[-/.]?){{3}})({_REFERENCE})\b",
    re.IGNORECASE,
)
_ABOUT_CLIENTS = re.compile(r"(?:cli[eë]nt|pati[eë]nt|bewoner|dossier)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?<![\w.,/€$£+-])\d{5,10}(?![\w/%-]|[.,]\d)")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]"
    r"|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
_SAID_PLATE = re.compile(
    r"\b(?:kenteken|number plate|licen[cs]e plate)\b[: ]{1,3}(?:is )?((?-i:[A-Z\d]{1,3}(?:[- ]?[A-Z\d]{1,3}){1,2}))\b",
    re.IGNORECASE,
)
_SAID_PHONE = re.compile(
    r"\b(?:tel(?:efoon(?:nummer)?)?|phone|mobiel|mobile|mob|toestel|ext|extension|doorkiesnummer)\b\.?"
    r"(?: ?(?:is|nr|no|[:=])\.?)? {0,2}((?:\+ ?)?[\d(][\d ()-]{2,18}\d)",
    re.IGNORECASE,
)

_FOREIGN_PHONE = re.compile(
    r"(?<![\w.,+-])(?:\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|\(?0\d{3,4}\)? \d{3} ?\d{3,4}|\(?0\d{2}\)? \d{4} \d{4})"
    r"(?![\w-]|[.,]\d)"
)
"""American and British numbers without their country code."""

_FULL_DATE = re.compile(r"(?<!\d)(?:\d\d?([-/.])\d\d?\1(?:19|20)\d\d|(?:19|20)\d\d([-/.])\d\d?\2\d\d?)(?!\d)")


def phones(line: str) -> Iterator[Place]:
    """Dutch numbers in any form, others by country code or usual form, and what stands after "tel." or "ext."."""
    yield from _groups(_SAID_PHONE, line)
    yield from _groups(_FOREIGN_PHONE, line)
    undated = _FULL_DATE.sub(lambda date: "x" * len(date[0]), line)
    if sum(map(str.isdigit, undated)) >= 9:
        for match in PhoneNumberMatcher(undated, "NL", leniency=Leniency.VALID):
            yield match.start, match.end


def ibans(line: str) -> Iterator[Place]:
    """Account numbers whose check digits are right (ISO 13616), with or without spaces, in either case."""
    for match in _IBAN.finditer(line):
        end = match.end()
        while end - match.start() <= 45 and (rest := _IBAN_REST.match(line, end)):
            end = rest.end()
            if iban_number.is_valid(line[match.start() : end], check_country=False):
                yield match.start(), end
                break


def bsns(line: str) -> Iterator[Place]:
    """Nine digits that pass the test of eleven (one in eleven numbers does), and any after the word BSN."""
    yield from _groups(_SAID_BSN, line)
    yield from (match.span() for match in _BSN.finditer(line) if bsn_number.is_valid(match[0].replace(".", "")))


def emails(line: str) -> Iterator[Place]:
    """E-mail addresses."""
    return _groups(_EMAIL, line) if "@" in line else iter(())


def homes(line: str) -> Iterator[Place]:
    """Dutch postcodes, with the house number where it follows, and streets with a number."""
    for match in _POSTCODE.finditer(line):
        if match[1] or not match[0].startswith(("19", "20")):
            yield match.span()
    yield from _groups(_STREET, line)


def birth_dates(line: str) -> Iterator[Place]:
    """Dates after "geb.", "geboren op", "born", "dob", and any full date before 1990."""
    yield from _groups(_BIRTH_DATE, line)
    yield from _groups(_DATE_SAID_LATER, line)
    yield from (match.span() for match in _LONG_AGO.finditer(line))


def rooms(line: str) -> Iterator[Place]:
    """The word and the number: "kamer 12", "room 3.14", "bed 4"."""
    return _groups(_ROOM, line)


def client_numbers(line: str) -> Iterator[Place]:
    """The number after "cliëntnummer", "patient no.", "dossier" and the like; in such a line any long bare number."""
    yield from _groups(_CLIENT, line)
    yield from _groups(_FILE, line)
    if _ABOUT_CLIENTS.search(line):
        yield from _groups(_BARE_NUMBER, line)


def plates(line: str) -> Iterator[Place]:
    """Dutch number plates with their dashes (RDW sidecodes), and what stands after "kenteken"."""
    yield from _groups(_PLATE, line)
    yield from _groups(_SAID_PLATE, line)


def _groups(pattern: re.Pattern[str], line: str) -> Iterator[Place]:
    """Where the groups of each match lie, or the whole match when the pattern has no groups."""
    numbers = range(1, pattern.groups + 1) if pattern.groups else (0,)
    return (match.span(number) for match in pattern.finditer(line) for number in numbers if match[number])
