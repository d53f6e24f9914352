"""nudger/mail/imap and a line that cannot be trusted: refused before any octet of a credential leaves."""

from __future__ import annotations

import ssl
from contextlib import closing
from pathlib import Path

import pytest

from nudger.errors import NudgerError, Refused
from nudger.mail.imap.account import ImapAccount, Tls
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.imap.session import Patience
from nudger.texts import Texts
from tests.servers.tls import GREETING, Certificate, Odd

QUICK = Patience(connect=5.0, read=5.0, reconnects=0, first_pause=0.0)
NAME, PASSWORD = "fatima@voorbeeld.example", "geheim-8c2a"
BEFORE_TLS = {b"CAPABILITY", b"STARTTLS"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.make(tmp_path_factory.mktemp("tls") / "good.pem")


def refusal(server: Odd, tls: Tls, ca_file: Path | None) -> NudgerError:
    """The error of one try, in which nobody asked for the password and nothing of it reached the server."""
    asked: list[str] = []
    account = ImapAccount(
        name="fatima",
        host="localhost",
        port=server.port,
        tls=tls,
        username=NAME,
        password=lambda: asked.append("asked") or PASSWORD,
        ca_file=ca_file,
    )
    with closing(ImapSource(account, patience=QUICK)) as source, pytest.raises(NudgerError) as caught:
        source.state("INBOX")
    assert server.ended.wait(10)
    assert not asked
    assert server.secret == b""
    assert not any(secret.encode() in server.plain for secret in (NAME, PASSWORD))
    if tls == "starttls":
        assert {line.partition(b" ")[2] for line in server.plain.splitlines()} <= BEFORE_TLS
    return caught.value


def assert_told(error: NudgerError, key: str, hint: str) -> None:
    """It is refused for good, and says in both languages what is wrong and what to do next."""
    assert isinstance(error, Refused)
    assert (error.key, error.hint) == (key, hint)
    for language in ("nl", "en"):
        texts = Texts(language)
        said = texts(f"errors-{error.key}", **error.values), texts(f"errors-{error.hint}", **error.values)
        assert all(len(sentence) > 30 and "{" not in sentence for sentence in said)


@pytest.mark.parametrize("starttls", [False, True], ids=["implicit", "starttls"])
@pytest.mark.parametrize(
    ("name", "days", "trusted", "hint"),
    [
        ("localhost", (-1, 30), False, "imap-tls-stranger-hint"),
        ("elders.example", (-1, 30), True, "imap-tls-name-hint"),
        ("localhost", (-30, -1), True, "imap-tls-expired-hint"),
        ("localhost", (2, 30), True, "imap-tls-clock-hint"),
    ],
    ids=["self-signed", "wrong name", "expired", "not yet valid"],
)
def test_a_wrong_certificate(
    tmp_path: Path, name: str, days: tuple[int, int], trusted: bool, hint: str, starttls: bool
) -> None:
    certificate = Certificate.make(tmp_path / "wrong.pem", name, days=days)
    with Odd(certificate, starttls=starttls) as server:
        error = refusal(server, "starttls" if starttls else "implicit", certificate.path if trusted else None)
    assert_told(error, "imap-tls-certificate", hint)


@pytest.mark.parametrize("starttls", [False, True], ids=["implicit", "starttls"])
@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1], ids=["1.0", "1.1"])
def test_an_old_protocol(good: Certificate, newest: ssl.TLSVersion, starttls: bool) -> None:
    with Odd(good, newest=newest, starttls=starttls) as server:
        error = refusal(server, "starttls" if starttls else "implicit", good.path)
    assert_told(error, "imap-tls-failed", "imap-tls-old-hint")


@pytest.mark.parametrize(
    "changes",
    [
        {"greeting": b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"},
        {"greeting": b"* OK ready\r\n"},
        {"answer": b"NO not now"},
        {"answer": b"BAD what"},
        {"greeting": b"* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome\r\n"},
    ],
    ids=["missing", "stripped", "refused", "unknown", "signed in by whom"],
)
def test_without_starttls(good: Certificate, changes: dict[str, bytes]) -> None:
    with Odd(good, starttls=True, **changes) as server:  # type: ignore[arg-type]
        error = refusal(server, "starttls", good.path)
    assert_told(error, "imap-no-starttls", "imap-no-starttls-hint")


@pytest.mark.parametrize(
    "octets",
    [b"* OK [ALERT] sign in again\r\n", b"X1 OK LOGIN completed\r\n", b"\x00", b"* CAPABILITY IMAP4rev1\r\n" * 500],
    ids=["a line", "an answer", "one octet", "many"],
)
def test_octets_injected_behind_starttls(good: Certificate, octets: bytes) -> None:
    with Odd(good, starttls=True, after_starttls=octets) as server:
        error = refusal(server, "starttls", good.path)
    assert_told(error, "imap-tls-injected", "imap-tls-injected-hint")


def test_a_server_without_encryption(good: Certificate) -> None:
    with Odd(good, starttls=True) as server:
        error = refusal(server, "implicit", good.path)
    assert_told(error, "imap-tls-failed", "imap-tls-failed-hint")


@pytest.mark.parametrize("starttls", [False, True], ids=["implicit", "starttls"])
def test_a_line_that_can_be_trusted_is_used(good: Certificate, starttls: bool) -> None:
    """Else none of the tests above says anything."""
    with Odd(good, starttls=starttls, greeting=GREETING) as server:
        account = ImapAccount(
            name="fatima",
            host="localhost",
            port=server.port,
            tls="starttls" if starttls else "implicit",
            username=NAME,
            password=lambda: PASSWORD,
            ca_file=good.path,
        )
        with closing(ImapSource(account, patience=QUICK)) as source, pytest.raises(NudgerError):
            source.state("INBOX")
        assert server.ended.wait(10)
    assert PASSWORD.encode() in server.secret
    assert PASSWORD.encode() not in server.plain
