"""nudger/mail: signing in to an IMAP server, once: with a password, or with an OAuth2 token."""

from __future__ import annotations

import imaplib
from typing import Any

from imapclient.exceptions import LoginError

from nudger.errors import LoginRefused
from nudger.mail.imap.account import ImapAccount
from nudger.mail.imap.errors import explained, full_answer
from nudger.signin.bearer import MECHANISMS, Bearer, mechanism
from nudger.signin.refusals import refused

TOKENS_ONLY = "[LOGINDISABLED]"
"""What a server that takes no password says, or would say."""


def sign_in(client: Any, account: ImapAccount) -> None:
    """One try with a connected, encrypted imapclient.

    Raises LoginRefused, ``abort`` or OSError when the line is cut, and what fetching the secret raises.
    """
    secret = account.token() if account.token else account.password()
    if not (account.username + secret).isprintable():
        raise LoginRefused("imap-login-characters", account=account.name, host=account.host)
    if account.token:
        _with_token(client, account, secret)
    else:
        _with_password(client, account, secret)


def _with_token(client: Any, account: ImapAccount, token: str) -> None:
    chosen = _mechanism(client)
    if chosen is None:
        raise LoginRefused("signin-no-token", hint="signin-no-token-hint", account=account.name, host=account.host)
    bearer = Bearer(chosen, account.username, token)
    try:
        client.sasl_login(chosen, bearer)
    except LoginError as error:
        raise _refusal(error, account, token, bearer.complaint) from None


def _with_password(client: Any, account: ImapAccount, password: str) -> None:
    # RFC 9051 section 6.2.3: then no LOGIN may be sent. After STARTTLS it would cost a command to ask.
    no_login = account.tls != "starttls" and client.has_capability("LOGINDISABLED")
    if no_login and not client.has_capability("AUTH=PLAIN"):
        raise refused(TOKENS_ONLY, account=account.name, host=account.host)
    try:
        if (account.username + password).isascii() and not no_login:
            client.login(account.username, password)
        else:
            client.plain_login(account.username, password)
    except LoginError as error:
        raise _refusal(error, account, password, TOKENS_ONLY if _wants_token(client) else "") from None


def _wants_token(client: Any) -> bool:
    try:
        return not client.has_capability("AUTH=PLAIN") and _mechanism(client) is not None
    except (imaplib.IMAP4.error, OSError):  # some servers hang up on a wrong password
        return False


def _mechanism(client: Any) -> str | None:
    return mechanism(name for name in MECHANISMS if client.has_capability(f"AUTH={name}"))


def _refusal(error: LoginError, account: ImapAccount, secret: str, complaint: str) -> Exception:
    # imapclient wraps a cut line too, and leaves the real cause as the context.
    if isinstance(error.__context__, imaplib.IMAP4.abort):
        return error.__context__
    trouble = explained(error, account=account.name, host=account.host, step="sign-in")
    if not isinstance(trouble, LoginRefused):
        return trouble
    answer = " ".join(filter(None, (full_answer(error), complaint)))
    return refused(answer, account=account.name, host=account.host, secrets=(secret,))
