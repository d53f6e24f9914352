"""nudger/mail: the name of the organisation's own mail server, as the leader's mail shows it (RFC 8601).

A server that checks senders writes its name at the top of every mail that it takes in. The name that stands at the top
of nearly all of them is its own; it is proposed, never believed by itself, for a forged field can stand at the top
where the server writes none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LEAST_MAILS = 20
SHARE = 0.9
"""Of the mails that name a server, how many must name this one."""

_HOST = re.compile(r"(?=[a-z0-9.-]{4,100}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z][a-z0-9-]{0,61}\Z")


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A server, and on how many of the mails that name one it stands at the top."""

    name: str
    mails: int
    of: int


def own_server(names: Iterable[str]) -> OwnServer | None:
    """The server at the top of nearly all mails, from the name on each (empty: none); None where that is not clear."""
    counts = Counter(name.lower() for name in names if name)
    if not counts:
        return None
    name, mails = counts.most_common(1)[0]
    of = counts.total()
    clear = mails >= LEAST_MAILS and mails >= SHARE * of and _HOST.match(name)
    return OwnServer(name, mails, of) if clear else None
