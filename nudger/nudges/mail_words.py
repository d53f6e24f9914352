"""The words of an answer by mail: one choice a line, in Dutch or English; whatever else stands there does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nudger.nudges.digest_mail import TOKEN
from rules.message import Message

LINES = 40
"""Lines that are looked at; an answer to a digest is short."""
LONGEST_URL = 500
MOST_WEEKS = 26

VERBS = {
    "geplaatst": "posted",
    "posted": "posted",
    "nee": "no",
    "no": "no",
    "later": "later",
    "klaar": "done",
    "done": "done",
}
ALONE = {
    "later": "later",
    "stop": "stop",
    "verder": "go-on",
    "go on": "go-on",
    "pauze": "pause",
    "pause": "pause",
}
REASONS = {
    "privé": "private",
    "prive": "private",
    "private": "private",
    "fout": "wrong",
    "wrong": "wrong",
    "verplaatst": "moved",
    "moved": "moved",
    "mail is prima": "mail-is-fine",
    "prima per mail": "mail-is-fine",
    "mail is fine": "mail-is-fine",
}
"""A reason in other words counts as none: what was typed is not kept."""

_ABOUT = re.compile(r"(?P<id>[sl][0-9a-f]{2,31}) (?P<verb>[a-z]+)(?: (?P<rest>.+))?")
_PAUSE = re.compile(r"(?:pauze|pause) (?P<n>[1-9][0-9]?) ?(?:w|weken|week|weeks)")
_URL = re.compile(
    r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?", re.IGNORECASE | re.ASCII
)
"""RFC 3986, without a name or password before the host."""
_NEAR = re.compile(r"[sl][0-9a-f]{2,31}\b|(?:geplaatst|posted|nee|no|later|klaar|done|pauze|pause|stop|verder)\b")
"""A line that begins so was meant as a choice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: ``word`` is what was asked (empty: not understood), of the suggestion or loop ``target``."""

    line: int
    word: str = ""
    target: str = ""
    url: str = ""
    reason: str = ""
    weeks: int = 0


def token_of(message: Message) -> str:
    """The token in the subject of an answer; empty when there is none."""
    found = TOKEN.findall(message.subject)
    return str(found[-1]) if found else ""


def choices(own_words: str) -> Iterator[Choice]:
    """What the author asked for, line by line. A line that was no choice at all (a greeting, a name) is passed over."""
    for number, line in enumerate(own_words.splitlines()[:LINES], 1):
        typed = " ".join(line.split())
        choice = _choice(number, typed)
        if choice:
            yield choice
        elif _NEAR.match(typed.lower()):
            yield Choice(number)


def _choice(number: int, typed: str) -> Choice | None:
    plain = typed.lower().rstrip(".")
    if word := ALONE.get(plain):
        return Choice(number, word, weeks=4 if word == "pause" else 0)
    if found := _PAUSE.fullmatch(plain):
        weeks = int(found["n"])
        return Choice(number, "pause", weeks=weeks) if weeks <= MOST_WEEKS else None
    found = _ABOUT.fullmatch(plain)
    if found is None or found["verb"] not in VERBS:
        return None
    # An address keeps its capitals and its last dot.
    rest = typed.split(" ", 2)[2] if found["rest"] else ""
    return _about(number, found["id"], VERBS[found["verb"]], rest)


def _about(number: int, target: str, word: str, rest: str) -> Choice | None:
    if (target[0] == "l") != (word == "done") and word != "later":
        return None
    match word:
        case "posted" if rest:
            url = rest.removeprefix("<").removesuffix(">")
            good = len(url) <= LONGEST_URL and _URL.fullmatch(url)
            return Choice(number, word, target, url=url) if good else None
        case "no":
            return Choice(number, word, target, reason=REASONS.get(rest.lower().rstrip("."), ""))
    return None if rest else Choice(number, word, target)
