"""nudger/signin: why a sign-in was refused, recognised by the words of the server (``refusals.toml``).

What is not recognised is shown as the server said it, on one short line, and never with a secret in it: some servers
echo what they were sent.
"""

from __future__ import annotations

import base64
import re
import tomllib
from functools import cache
from importlib.resources import files

from nudger.errors import LoginRefused

LONGEST = 200
ECHO = 4
"""So many characters of a secret in a row are an echo of it."""


def refused(answer: str, *, account: str, host: str, secrets: tuple[str, ...] = ()) -> LoginRefused:
    """The error for this answer; ``secrets`` is what was sent, so that it is not repeated.

    ``account`` names the mailbox or network, ``host`` who said no.
    """
    said = shown(answer, secrets)
    known = recognised(answer)
    if known:
        return LoginRefused(f"signin-{known}", hint=f"signin-{known}-hint", account=account, host=host, answer=said)
    key = "signin-refused" if said else "signin-refused-silent"
    return LoginRefused(key, hint="signin-refused-hint", account=account, host=host, answer=said)


def recognised(answer: str) -> str:
    """The id of the refusal, empty where it is not known."""
    return next((known for known, pattern in _refusals() if pattern.search(answer)), "")


def shown(answer: str, secrets: tuple[str, ...] = ()) -> str:
    """The answer on one printable line without trace numbers; empty when it may hold one of ``secrets``."""
    line = " ".join(_TRACE.split(answer)[0].split())
    line = "".join(letter if letter.isprintable() else "?" for letter in line)
    if _LONG_WORD.search(line) or any(_echoes(line, form) for secret in secrets for form in _forms(secret)):
        return ""
    return line[:LONGEST]


@cache
def known() -> tuple[str, ...]:
    """The ids of all refusals."""
    return tuple(name for name, _ in _refusals())


_TRACE = re.compile(r"\s*(?:Trace ID|Correlation ID|Timestamp):")
_LONG_WORD = re.compile(r"[A-Za-z0-9+/_=.-]{60,}")
"""A word that long is a token or something in base64."""


def _forms(secret: str) -> tuple[str, ...]:
    """A secret as it may come back: as it is, and in base64."""
    return secret, base64.b64encode(secret.encode("utf-8", "surrogateescape")).decode("ascii")


def _echoes(line: str, secret: str) -> bool:
    pieces = {secret[at : at + ECHO] for at in range(max(len(secret) - ECHO + 1, 1))} - {""}
    return any(piece.lower() in line.lower() for piece in pieces)


@cache
def _refusals() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads((files("nudger.signin") / "refusals.toml").read_text("utf-8"))
    return tuple((entry["id"], _any_of(entry["says"])) for entry in table["refusal"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) + r"(?!\d)" for word in words), re.IGNORECASE)
