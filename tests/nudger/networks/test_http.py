"""The client against a server that does everything wrong: the right kind of failure, in time, no secret in a log."""

from __future__ import annotations

import json
import logging
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nudger.errors import ConfigError, LoginRefused, NetworkUnavailable, NudgerError, Refused
from nudger.networks import answers
from nudger.networks.base import Rejected, Unknown
from nudger.networks.http import LARGEST, Answer, Client, Lost, NotSent
from tests.servers.faulty import Server

SECRET = "geheim-token-5f1c"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as made:
        threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        made.shutdown()


def client(url: str, **options: object) -> Client:
    return Client(url, lambda: {"Authorization": f"Bearer {SECRET}"}, **{"seconds": 0.6, **options})  # type: ignore[arg-type]


def test_an_answer_is_read_whatever_its_form(server: Server) -> None:
    assert client(server.url).get("fine").value("ok") is True
    for path in ("page", "empty", "forbidden"):
        assert client(server.url).get(path).json is None
    assert Answer(200, {}, b'{"a": [{"b": 7}]}').text("a", 0, "b") == "7"
    assert Answer(200, {}, b'{"a": true}').text("a") == ""
    assert Answer(200, {}, b"[" * 100_000).json is None


def test_a_huge_body_is_cut_and_never_taken_for_an_answer(server: Server) -> None:
    answer = client(server.url, seconds=10.0).get("huge")
    assert not answer.whole
    assert len(answer.body) <= LARGEST + 70_000
    assert answer.json is None


def test_a_move_is_followed_on_the_same_host_only(server: Server) -> None:
    assert client(server.url).get("here").value("ok") is True
    assert client(server.url).get("elsewhere").status == 301
    assert client(server.url).get("round").status == 302
    server.seen.clear()
    assert client(server.url).send("POST", "here", json={}).status == 302
    assert server.seen == ["/here"]


@pytest.mark.parametrize("path", ["cut", "nonsense", "silent"])
def test_a_line_that_breaks_after_sending_is_lost(server: Server, path: str) -> None:
    with pytest.raises(Lost) as failure:
        client(server.url).send("POST", path, json={})
    assert failure.value.kind == "cut"


@pytest.mark.parametrize("path", ["slow-head", "slow-body"])
def test_an_endless_answer_ends_in_time(server: Server, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Lost) as failure:
        client(server.url).send("POST", path, json={})
    assert failure.value.kind == "timeout"
    assert time.monotonic() - begun < 3


def test_a_request_goes_out_once(server: Server) -> None:
    for path in ("cut", "broken", "away"):
        server.seen.clear()
        answers.attempted(lambda path=path: client(server.url).send("POST", path, json={}))  # type: ignore[misc]
        assert server.seen == [f"/{path}"]


def test_nobody_listening_and_unknown_names_are_proof_that_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for url, kind in ((f"http://127.0.0.1:{port}", "refused"), ("https://nergens.invalid", "name-unknown")):
        with pytest.raises(NotSent) as failure:
            client(url, seconds=5.0).send("POST", "x", json={})
        assert failure.value.kind == kind


def test_a_certificate_of_unknown_origin_is_refused_and_one_we_name_is_taken(tmp_path: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with Server() as made:
        made.socket = context.wrap_socket(made.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
        port = made.server_address[1]
        try:
            ours = client(f"https://localhost:{port}", ca_file=tmp_path / "cert.pem", seconds=5.0)
            assert ours.get("fine").value("ok") is True
            for wrong in (
                client(f"https://localhost:{port}"),
                client(f"https://127.0.0.1:{port}", ca_file=tmp_path / "cert.pem"),
            ):
                with pytest.raises(NotSent) as failure:
                    wrong.get("fine")
                assert failure.value.kind == "tls"
            assert made.seen == ["/fine"]
        finally:
            made.shutdown()


@pytest.mark.parametrize("url", ["http://plein.example", "ftp://127.0.0.1", "plein.example"])
def test_an_open_line_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(ConfigError):
        client(url)


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("unauthorised", Rejected("auth")),
        ("forbidden", Rejected("forbidden")),
        ("busy", Rejected("rate-limited", 2.128)),
        ("elsewhere", Rejected("moved")),
        ("timeout", Unknown()),
        ("broken", Unknown()),
        ("away", Unknown()),
    ],
)
def test_what_a_refusal_means_for_a_post(server: Server, path: str, outcome: Rejected | Unknown) -> None:
    assert answers.refused(client(server.url).send("POST", path, json={})) == outcome


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("unauthorised", LoginRefused),
        ("forbidden", Refused),
        ("elsewhere", Refused),
        ("busy", NetworkUnavailable),
        ("away", NetworkUnavailable),
        ("broken", NetworkUnavailable),
        ("page", NetworkUnavailable),
        ("cut", NetworkUnavailable),
    ],
)
def test_what_a_refusal_means_for_reading(server: Server, path: str, error: type[NudgerError]) -> None:
    with pytest.raises(error):
        answers.reading("plein", "127.0.0.1", lambda: client(server.url).get(path))


def test_no_secret_in_any_log_or_error(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answers.reading("plein", "127.0.0.1", lambda: client(server.url).get("fine", {"q": SECRET}))
    for path in ("unauthorised", "cut", "elsewhere", "slow-head", "nonsense"):
        with pytest.raises(NudgerError) as failure:
            answers.reading("plein", "127.0.0.1", lambda path=path: client(server.url).get(path, {"q": SECRET}))  # type: ignore[misc]
        assert SECRET not in json.dumps([str(failure.value), failure.value.values], default=str)
    assert SECRET not in caplog.text
    assert "127.0.0.1" not in caplog.text
