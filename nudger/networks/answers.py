"""What an answer means, decided once for all networks; a network module adds only what its own server says otherwise.

``attempted`` and ``refused`` are for writing, ``reading`` for reading. A refusal is certain only where the server said
so with a status of the 4xx kind; after 5xx or a cut line nothing is known, for some servers store, then fail.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from nudger.errors import LoginRefused, NetworkUnavailable, NudgerError, Refused
from nudger.networks.base import Rejected, Unknown
from nudger.networks.http import Answer, Lost, NotSent
from nudger.networks.waiting import retry_after

KINDS = {
    400: "invalid",
    401: "auth",
    403: "forbidden",
    404: "not-found",
    405: "not-found",
    409: "duplicate",
    410: "not-found",
    413: "too-long",
    414: "too-long",
    422: "invalid",
    429: "rate-limited",
}
"""The kind of a refusal by its status, where the server says nothing better."""

MOVED = frozenset({301, 302, 307, 308})
_UNSURE = frozenset({408, 425, 499})
"""Refusals that a proxy may have written while the server went on."""


def refused(answer: Answer) -> Rejected | Unknown:
    """What an answer that is not 2xx means for something that was to be written."""
    if answer.status in MOVED:
        return Rejected("moved")
    if not 400 <= answer.status < 500 or answer.status in _UNSURE:
        return Unknown()
    kind = KINDS.get(answer.status, "invalid")
    return Rejected(kind, wait(answer) if kind == "rate-limited" else 0.0)


def wait(answer: Answer) -> float:
    """Seconds that the server asks us to wait, a minute where it does not say."""
    return retry_after(answer.headers, answer.json, datetime.now(UTC)) or 60.0


def attempted(send: Callable[[], Answer]) -> Answer | Rejected | Unknown:
    """Try to write once; what a failure on the way means."""
    try:
        return send()
    except NotSent as failure:
        return Rejected(f"not-sent-{failure.kind}", retry_after=60.0)
    except Lost:
        return Unknown()


def reading(network: str, host: str, read: Callable[[], Answer]) -> Answer:
    """Read; an answer that is 2xx with JSON in it. Raises NetworkUnavailable, LoginRefused, Refused."""
    try:
        answer = read()
    except (NotSent, Lost) as failure:
        raise unreachable(network, host, failure.kind) from None
    if not 200 <= answer.status < 300:
        raise complaint(network, host, answer)
    if answer.json is None:
        raise NetworkUnavailable("network-reply-unusable", hint="network-hint", network=network, host=host)
    return answer


def unreachable(network: str, host: str, kind: str) -> NetworkUnavailable:
    """The error for a server that gave no answer."""
    return NetworkUnavailable("network-unreachable", hint="network-hint", network=network, host=host, reason=kind)


def complaint(network: str, host: str, answer: Answer) -> NudgerError:
    """The error for an answer to a reading request that is not 2xx."""
    kind = KINDS.get(answer.status, "")
    if kind == "auth":
        return LoginRefused("network-login-refused", hint="network-login-refused-hint", network=network)
    if kind in ("forbidden", "not-found"):
        return Refused("network-forbidden", hint="network-hint", network=network, host=host)
    if kind == "rate-limited" or answer.status == 503:
        seconds = round(wait(answer))
        return NetworkUnavailable("network-busy", hint="network-busy-hint", network=network, seconds=seconds)
    if 300 <= answer.status < 400:
        return Refused("network-moved", hint="network-moved-hint", network=network, host=host)
    return NetworkUnavailable("network-reply-unusable", hint="network-hint", network=network, host=host)
