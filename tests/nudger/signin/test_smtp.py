"""Sending: a token shown to a real SMTP server (aiosmtpd), by both mechanisms, once."""

from __future__ import annotations

import base64
import smtplib
import socket
from collections.abc import Iterator

import pytest

from nudger.signin.bearer import smtp_authentication

controller = pytest.importorskip("aiosmtpd.controller")
smtp_module = pytest.importorskip("aiosmtpd.smtp")

TOKEN = "token-1"
GOOD = {
    "XOAUTH2": f"user=leider1\1auth=Bearer {TOKEN}\1\1",
    "OAUTHBEARER": f"n,a=leider1,\1auth=Bearer {TOKEN}\1\1",
}


class Gate:
    """Lets in who shows the token; says why not as Google and Microsoft do (a challenge, then 535)."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    async def _let_in(self, mechanism: str, server: object, words: list[str]) -> object:
        first = words[1] if len(words) > 1 else ""
        self.shown.append(base64.b64decode(first).decode())
        if self.shown[-1] == GOOD[mechanism]:
            return smtp_module.AuthResult(success=True)
        answer = await server.challenge_auth('{"status":"401"}')  # type: ignore[attr-defined]
        self.shown.append(answer.decode() if isinstance(answer, bytes) else str(answer))
        return smtp_module.AuthResult(success=False, handled=False, message="535 5.7.8 no")

    async def auth_XOAUTH2(self, server: object, words: list[str]) -> object:  # noqa: N802 - aiosmtpd's name
        return await self._let_in("XOAUTH2", server, words)

    async def auth_OAUTHBEARER(self, server: object, words: list[str]) -> object:  # noqa: N802 - aiosmtpd's name
        return await self._let_in("OAUTHBEARER", server, words)


@pytest.fixture
def gate() -> Iterator[tuple[Gate, int]]:
    made = Gate()
    with socket.create_server(("127.0.0.1", 0)) as free:  # the controller cannot choose one itself
        port = free.getsockname()[1]
    server = controller.Controller(made, hostname="127.0.0.1", port=port, auth_require_tls=False)
    server.start()
    yield made, port
    server.stop()


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_a_token_opens_the_server(mechanism: str, gate: tuple[Gate, int]) -> None:
    with smtplib.SMTP("127.0.0.1", gate[1], timeout=10) as smtp:
        smtp.ehlo()
        assert mechanism in smtp.esmtp_features["auth"]
        chosen = smtp_authentication(mechanism, "leider1", TOKEN, token=True)
        assert chosen is not None
        assert smtp.auth(*chosen)[0] == 235
    assert gate[0].shown == [GOOD[mechanism]]


@pytest.mark.parametrize(("mechanism", "last"), [("XOAUTH2", ""), ("OAUTHBEARER", "\1")])
def test_a_refused_token_is_shown_once(mechanism: str, last: str, gate: tuple[Gate, int]) -> None:
    chosen = smtp_authentication(f"LOGIN {mechanism}", "leider1", "old", token=True)
    assert chosen is not None
    with smtplib.SMTP("127.0.0.1", gate[1], timeout=10) as smtp:
        smtp.ehlo()
        with pytest.raises(smtplib.SMTPAuthenticationError):
            smtp.auth(*chosen)
    assert [text for text in gate[0].shown if "old" in text] == gate[0].shown[:1]
    assert gate[0].shown[1:] == [last]
    assert chosen[1].complaint == '{"status":"401"}'  # type: ignore[attr-defined]


def test_a_password_is_left_to_smtplib() -> None:
    assert smtp_authentication("PLAIN LOGIN XOAUTH2", "leider1", "geheim", token=False) is None


def test_a_server_that_takes_no_token_is_said() -> None:
    with pytest.raises(LookupError):
        smtp_authentication("PLAIN LOGIN", "leider1", TOKEN, token=True)
