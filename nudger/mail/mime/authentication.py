"""Reading a mail: what mail servers say of the sender (Authentication-Results, RFC 8601).

Anyone can write this field. A "pass" counts only in the topmost one and under the name of the organisation's own
server; a "fail" in the topmost one counts under any name, because no forger would write it.
"""

from __future__ import annotations

import re

from nudger.mail.mime.headers import Headers

_RESULT = re.compile(r"\s*(dmarc|spf|dkim|auth)\s*=\s*([a-z]{1,20})", re.IGNORECASE)
_SIGNER = re.compile(r"\bheader\.d\s*=\s*([a-z0-9.-]{1,253})", re.IGNORECASE)


def authenticated(headers: Headers, authserv_id: str, domain: str) -> bool | None:
    """Whether the sender's domain was proven; None when nothing that can be believed was said.

    ``authserv_id`` is the organisation's own server (empty when not configured), ``domain`` that of the sender.
    """
    written = headers.first("authentication-results")
    if not written:
        return None
    server, _, results = _without_comments(written).partition(";")
    found = _results(results, domain)
    if "fail" in {found.get("dmarc"), found.get("auth")}:
        return False
    if not authserv_id:
        return None
    if server.split()[:1] != [authserv_id.lower()] and server.strip().lower() != authserv_id.lower():
        return False
    return _proven(found)


def _proven(found: dict[str, str]) -> bool | None:
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
