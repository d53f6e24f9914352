"""Every network against all that goes wrong with HTTP: the right outcome, a message with the next step, no secret."""

from __future__ import annotations

import logging
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

from nudger.errors import LoginRefused, NetworkUnavailable, NudgerError, Refused
from nudger.networks.base import Community, Network, Outcome, Post, Published, Rejected, Unknown
from nudger.texts import Texts
from tests.nudger.networks.stubs import CASES, Case
from tests.servers.faulty import Server, reply
from tests.servers.stub import Stub

CANARY = "geheim-token-5f1c"
HOSTS = {**CASES, "matrix": Case("matrix", Stub), "viva-engage": Case("viva-engage", Stub)}
PLACES = {"matrix": "!kamer", "mattermost": "k" * 26, "slack": "C024BE91L", "teams": "19:zorg@thread.tacv2"}
NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
every = pytest.mark.parametrize("type_", sorted(HOSTS))


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with Server() as made:
        threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
        yield made
        made.shutdown()


@pytest.fixture
def server(running: Server) -> Server:
    running.always, running.raw = "", b""
    return running


def reaching(type_: str, url: str, **more: object) -> Network:
    """The network, whose token nobody may ever see."""
    made = HOSTS[type_].network(url, CANARY, place(type_), **more)
    made.client.seconds = 10.0  # type: ignore[attr-defined]
    return made


def place(type_: str) -> str:
    return PLACES.get(type_, "4711")


def publish(network: Network, type_: str) -> Outcome:
    title = "Een idee" if network.capabilities.titled else ""
    return network.publish(Post(("Tekst.",), "plein", "7", Community(place(type_), "Zorg"), title), "f00d")


def complaint(network: Network, caplog: pytest.LogCaptureFixture) -> NudgerError:
    """What reading runs into: it has sentences in both languages, ends with the next step, and tells no secret."""
    with pytest.raises(NudgerError) as failure:
        network.check()
    for language in ("nl", "en"):
        lines = list(Texts(language).error(failure.value))
        assert len(lines) >= 2
        assert all(lines)
        assert CANARY not in " ".join(lines)
    assert CANARY not in f"{failure.value!r} {failure.value.values} {network!r} {caplog.text}"
    return failure.value


@every
@pytest.mark.parametrize(
    ("fault", "outcome", "error"),
    [
        ("/unauthorised", Rejected("auth"), LoginRefused),
        ("/away", Unknown(), NetworkUnavailable),
        ("/broken", Unknown(), NetworkUnavailable),
        ("/timeout", Unknown(), NetworkUnavailable),
        ("/elsewhere", Rejected("moved"), Refused),
        ("/page", Unknown(), NetworkUnavailable),
        ("/empty", Unknown(), NetworkUnavailable),
        ("/cut", Unknown(), NetworkUnavailable),
        ("/nonsense", Unknown(), NetworkUnavailable),
        ("/silent", Unknown(), NetworkUnavailable),
        ("/slow-head", Unknown(), NetworkUnavailable),
        ("/slow-body", Unknown(), NetworkUnavailable),
    ],
)
def test_what_goes_wrong_is_told_apart(
    server: Server, caplog: pytest.LogCaptureFixture, type_: str, fault: str, outcome: Outcome, error: type[NudgerError]
) -> None:
    caplog.set_level(logging.DEBUG)
    server.always = fault
    network = reaching(type_, server.url)
    if "slow" in fault:
        network.client.seconds = 0.1  # type: ignore[attr-defined]
    server.seen.clear()
    assert publish(network, type_) == outcome
    assert len(server.seen) == 1, "a post is never sent twice, and never sent on"
    assert isinstance(complaint(network, caplog), error)


@every
def test_who_may_not_post_is_told_so(server: Server, caplog: pytest.LogCaptureFixture, type_: str) -> None:
    server.raw = reply("403 Forbidden", b'{"error": {"status": 403}}')
    network = reaching(type_, server.url)
    # Discourse refuses a wrong key and a closed category alike, and looks at its own sign-in then.
    assert publish(network, type_) == Rejected("auth" if type_ == "discourse" else "forbidden")
    assert isinstance(complaint(network, caplog), LoginRefused if type_ == "discourse" else Refused)


@every
@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("30", 30),
        ("2.128", 2.128),
        ("0", 60),
        ("-5", 60),
        ("soon", 60),
        ("nan", 60),
        ("999999999", 86_400),
        (lambda: format_datetime(NOW + HOUR, usegmt=True), 3600),
        ((NOW + HOUR).isoformat, 3600),
        (lambda: str(int((NOW + HOUR).timestamp())), 3600),
        ("", 60),
    ],
    # Names that do not change with the clock: the tests are dealt out by name.
    ids="seconds fraction zero negative word nan far http-date iso epoch empty".split(),
)
def test_too_fast_says_how_long_to_wait(
    server: Server, type_: str, said: str | Callable[[], str], seconds: float
) -> None:
    said = said() if callable(said) else said
    server.raw = reply("429 Too Many Requests", b"limit exceeded", f"Retry-After: {said}")
    outcome = publish(reaching(type_, server.url), type_)
    assert isinstance(outcome, Rejected)
    assert outcome.kind == "rate-limited"
    assert outcome.retry_after == pytest.approx(seconds, abs=600 if seconds == 3600 else 0.01)


@every
def test_who_cannot_be_reached_got_nothing(caplog: pytest.LogCaptureFixture, type_: str) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for url, kind in ((f"http://127.0.0.1:{port}", "refused"), ("https://nergens.invalid", "name-unknown")):
        network = reaching(type_, url)
        assert publish(network, type_) == Rejected(f"not-sent-{kind}", 60.0)
        assert complaint(network, caplog).values["reason"] == kind


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With a certificate that nobody knows."""
    folder: Path = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with Server() as made:
        made.socket = context.wrap_socket(made.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
        yield made
        made.shutdown()


@every
def test_a_line_that_cannot_be_trusted_is_not_used(
    secured: Server, caplog: pytest.LogCaptureFixture, type_: str
) -> None:
    network = reaching(type_, f"https://localhost:{secured.server_address[1]}")
    assert publish(network, type_) == Rejected("not-sent-tls", 60.0)
    assert complaint(network, caplog).values["reason"] == "tls"
    assert not secured.seen


@every
@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b"[]",
        b"7",
        b'"/category/1/zorg"',
        b'[7, null, {"id": []}]',
        b'{"ok": true, "id": {}, "value": [7, {}], "list": [null, {}], "channels": [{}], "messages": [{}, 7]}',
        b'{"results": [{}], "pages": "x", "total": -1, "categories": [{"cid": 4711}], "latest_posts": [{}, "x"]}',
        b'{"posts": [], "order": [1], "topics": [{}], "category": [], "channel": 7, "subscriptions": [{}]}',
        b'{"posts": {"a": 7}, "order": ["a", {}], "rooms": {"join": [7]}, "response": [], "current_user": null}',
    ],
)
def test_odd_json_is_no_reason_to_break(server: Server, type_: str, body: bytes) -> None:
    server.raw = reply("200 OK", body)
    network = reaching(type_, server.url)
    assert not isinstance(publish(network, type_), Published)
    post = Post(("Tekst.",), "plein", "7", Community(place(type_), "Zorg"))
    assert not isinstance(network.find(post, "f00d", NOW - HOUR), Published)
    for ask in (
        network.check,
        network.communities,
        lambda: network.community(place(type_)),
        lambda: list(network.activity(NOW - HOUR, NOW)),
    ):
        with suppress(NudgerError):
            ask()
