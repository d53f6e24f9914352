"""Reading a mail: what mail servers say of the sender (Authentication-Results, RFC 8601).

Anyone can write this field. Where the organisation's own server is configured, only the topmost field counts: a "pass"
under that server's name, a "fail" under any name, because no forger would write it. Where it is not, no "pass" can be
believed, and two things in any field make the sender doubtful: a "fail", and a signature that is said to be right on a
mail that has none (section 2.7.1). A mail without the field, as internal mail often is, stays what its addresses say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nudger.mail.mime.headers import Headers

_RESULT = re.compile(r"\s*(dmarc|spf|dkim|auth)\s*=\s*([a-z]{1,20})", re.IGNORECASE)
_SIGNER = re.compile(r"\bheader\.d\s*=\s*([a-z0-9.-]{1,253})", re.IGNORECASE)


def authenticated(headers: Headers, authserv_id: str, domain: str) -> bool | None:
    """Whether the sender's domain was proven; None when nothing that can be believed was said.

    ``authserv_id`` is the organisation's own server (empty when not configured), ``domain`` that of the sender.
    """
    statements = [_statement(value, domain) for value in headers.all("authentication-results")]
    if not statements:
        return None
    if not authserv_id:
        signed = "dkim-signature" in headers
        return False if any(one.failed or (one.says_signed and not signed) for one in statements) else None
    topmost = statements[0]
    if topmost.failed or topmost.server != authserv_id.lower():
        return False
    return _proven(topmost.found)


def named_server(headers: Headers) -> str:
    """The server that the topmost field names, in lower case; empty where there is no field or it names none."""
    fields = headers.all("authentication-results")
    return _statement(fields[0], "").server if fields else ""


@dataclass(frozen=True, slots=True)
class _Statement:
    """One field: the server that it names, in lower case (empty where it names none), and its verdict by method."""

    server: str
    found: Mapping[str, str]

    @property
    def failed(self) -> bool:
        return "fail" in {self.found.get("dmarc"), self.found.get("auth")}

    @property
    def says_signed(self) -> bool:
        return self.found.get("dkim") == "pass"


def _statement(value: str, domain: str) -> _Statement:
    written = _without_comments(value)
    first, _, results = written.partition(";")
    # Exchange Online names no server and begins with a result.
    if "=" in first:
        return _Statement("", _results(written, domain))
    return _Statement(next(iter(first.lower().split()), ""), _results(results, domain))


def _proven(found: Mapping[str, str]) -> bool | None:
    if "pass" in {found.get("dmarc"), found.get("auth")} or (found.get("spf"), found.get("dkim")) == ("pass", "pass"):
        return True
    return False if "fail" in {found.get("spf"), found.get("dkim")} else None


def _results(text: str, domain: str) -> dict[str, str]:
    """The first verdict of each method; a signature by another domain than the sender's proves nothing."""
    found: dict[str, str] = {}
    for piece in text.split(";")[:50]:
        if not (result := _RESULT.match(piece)):
            continue
        method, verdict = result[1].lower(), result[2].lower()
        signer = _SIGNER.search(piece)
        if method == "dkim" and signer and signer[1].lower() != domain:
            continue
        found.setdefault(method, verdict)
    return found


def _without_comments(value: str) -> str:
    """The value without what stands in brackets, where anything may be written."""
    kept, depth = [], 0
    for character in value:
        depth += character == "("
        if not depth:
            kept.append(character)
        depth -= character == ")" and depth > 0
    return "".join(kept)
