"""nudger/signin: the line to an identity provider: TLS only, bounded in time, no redirects, nothing in a log."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from nudger.errors import NetworkUnavailable

SECONDS = 20.0

for _name in ("httpx", "httpcore"):
    # Both write addresses into the log, and those of a sign-in hold codes.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class Web(httpx.Client):
    """What msal asks of an ``http_client`` (it wants the ways of ``requests``, which httpx shares).

    A provider that cannot be reached is NetworkUnavailable. ``transport`` replaces the line itself.
    """

    def __init__(self, transport: httpx.BaseTransport | None = None) -> None:
        super().__init__(timeout=SECONDS, transport=transport)

    def request(self, method: str, url: Any, **options: Any) -> httpx.Response:
        """As httpx; raises NetworkUnavailable."""
        host = httpx.URL(url).host
        try:
            return super().request(method, url, **options)
        except httpx.HTTPError:
            pass
        # Outside the handler: its frames hold what was sent.
        raise NetworkUnavailable("signin-unreachable", host=host)


@dataclass(frozen=True, slots=True)
class GoogleAnswer:
    """An answer as google-auth reads it (``google.auth.transport.Response``)."""

    status: int
    headers: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class GoogleLine:
    """What google-auth asks of a ``google.auth.transport.Request``."""

    web: Web

    def __call__(
        self,
        url: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        **_: Any,
    ) -> GoogleAnswer:
        """One request. Raises NetworkUnavailable."""
        answer = self.web.request(method, url, content=body, headers=headers)
        return GoogleAnswer(answer.status_code, answer.headers, answer.content)
