"""The one HTTP client of the networks: bounded in time and size, silent in logs, and honest about what was sent.

Every request has a connection of its own, so that none is lost on a line that the server had already closed. Nothing is
ever sent twice. A request that failed is one of two: :class:`NotSent`, where it is proven that the server did not get
it (refused, name unknown, TLS), or :class:`Lost`, where it may have. Answers are never assumed to be JSON.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from nudger import __version__
from nudger.errors import ConfigError
from nudger.networks.hosts import allowed

SECONDS = 20.0
"""For a whole request, from connecting to the last byte."""
LARGEST = 4_000_000
"""Bytes of an answer that are read at most."""
REDIRECTS = 3

for _name in ("httpx", "httpcore"):
    # Both write addresses and headers into the log, and either may hold a secret.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class NotSent(Exception):
    """The server surely did not get the request.

    ``kind`` is ``refused``, ``name-unknown``, ``tls``, ``timeout`` or ``address``.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Lost(Exception):
    """The server may have got the request, and no usable answer came; ``kind`` is ``timeout`` or ``cut``."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Answer:
    """What a server said. ``whole`` is False when the body was longer than we read."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    whole: bool = True

    @cached_property
    def json(self) -> Any:
        """The body as JSON; None when it is not."""
        if not self.whole:
            return None
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def value(self, *path: str | int) -> Any:
        """What stands at a place in the JSON body; None when it is not there."""
        found = self.json
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def text(self, *path: str | int) -> str:
        """The text at a place in the JSON body, a number as text; empty when it is not there."""
        found = self.value(*path)
        return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


class Client:
    """One server. ``headers`` gives those of every request, among them the token, when it is needed.

    ``hosts`` are the only ones that are ever contacted; without it that is the host of ``url``.
    """

    def __init__(
        self,
        url: str,
        headers: Callable[[], Mapping[str, str]],
        hosts: Collection[str] = (),
        *,
        ca_file: Path | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Raises ConfigError for an address that is neither https nor on this machine, or at a host that is not ours.

        Also for an unusable ``ca_file``.
        """
        self.url = url.rstrip("/") + "/"
        self.seconds = seconds
        self._headers = headers
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        self._hosts = tuple(hosts) or (host,)
        self._local = _loopback(host)
        if not (parts.scheme == "https" or (parts.scheme == "http" and self._local)):
            raise ConfigError("network-not-secure", hint="network-not-secure-hint", host=host)
        if not allowed(host, self._hosts):
            raise ConfigError("network-other-host", hint="network-other-host-hint", host=host)
        self._tls = tls_context(ca_file)

    @property
    def host(self) -> str:
        """The host of the address, to be named in a sentence."""
        return urlsplit(self.url).hostname or ""

    def get(self, path: str, params: Mapping[str, str | int] | None = None) -> Answer:
        """Read; a move within the same host is followed, another one is the answer. Raises NotSent, Lost."""
        url = urljoin(self.url, path)
        if not self._same_host(url):
            # The address of a next page comes from the server; our token goes to no other.
            raise NotSent("address")
        for _ in range(REDIRECTS):
            answer = self._request("GET", url, params=params)
            moved = urljoin(url, answer.headers.get("location", ""))
            if not 300 <= answer.status < 400 or moved == url or not self._same_host(moved):
                return answer
            url, params = moved, None
        return answer

    def send(self, method: str, path: str, *, json: object = None, form: Mapping[str, str] | None = None) -> Answer:
        """Write, once; redirects are not followed. Raises NotSent, Lost."""
        return self._request(method, urljoin(self.url, path), json=json, data=form)

    def stranger(self) -> Client:
        """The same server without a token: what it says is what anybody can read."""
        other = copy(self)
        other._headers = dict
        return other

    def _same_host(self, url: str) -> bool:
        return urlsplit(url)[:2] == urlsplit(self.url)[:2]

    def _request(self, method: str, url: str, **content: Any) -> Answer:
        if not allowed(urlsplit(url).hostname or "", self._hosts):
            raise NotSent("address")
        headers = {"User-Agent": f"nudger/{__version__}", "Accept-Encoding": "identity", **self._headers()}
        timeout = httpx.Timeout(self.seconds)
        # A proxy of the environment is the person's own choice; the own machine needs none.
        with (
            _Deadline(self.seconds) as deadline,
            _explained(deadline),
            httpx.Client(verify=self._tls, timeout=timeout, trust_env=not self._local) as client,
            client.stream(method, url, headers=headers, extensions={"trace": deadline.watch}, **content) as response,
        ):
            body, whole = _read(response, deadline)
            return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, body, whole)


class _Deadline:
    """Ends a request when its time is over, also one whose server sends a byte now and then: the line is cut."""

    def __init__(self, seconds: float) -> None:
        self._ends = monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._socket: socket.socket | None = None

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, event: str, info: dict[str, Any]) -> None:
        """Learn which line is in use; see the ``trace`` extension of httpcore."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")

    @property
    def over(self) -> bool:
        return monotonic() >= self._ends

    def _cut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                # Not SSLSocket.shutdown, which takes the TLS layer away under the thread that reads.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _read(response: httpx.Response, deadline: _Deadline) -> tuple[bytes, bool]:
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_raw():
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            return b"".join(pieces), False
    # A line that was cut at the deadline looks like the end of a body without a length.
    if deadline.over:
        raise Lost("timeout")
    return b"".join(pieces), True


@contextmanager
def _explained(deadline: _Deadline) -> Iterator[None]:
    """Every failure of httpx as NotSent or Lost; its own words are dropped, for they may hold addresses."""
    failure: Exception | None = None
    try:
        yield
    except (httpx.ConnectTimeout, httpx.PoolTimeout):
        failure = NotSent("timeout")
    except (httpx.ConnectError, httpx.ProxyError) as error:
        failure = NotSent("timeout" if deadline.over else _why(error))
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError):
        failure = NotSent("address")
    except httpx.TimeoutException:
        failure = Lost("timeout")
    except httpx.HTTPError:
        failure = Lost("timeout" if deadline.over else "cut")
    if failure:
        raise failure


def _why(error: BaseException) -> str:
    """The first cause in the chain that says more than that it failed."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "tls"
        if isinstance(cause, socket.gaierror):
            return "name-unknown"
        cause = cause.__cause__ or cause.__context__
    return "refused"


@lru_cache(maxsize=8)
def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """Verifies certificate and name, TLS 1.2 at least; read once a process. Raises ConfigError for a bad file."""
    try:
        context = ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
    except OSError:
        raise ConfigError("network-ca-file", path=str(ca_file)) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
