"""nudger/signin: the two ways to show an OAuth2 access token to a mail server, for IMAP and SMTP alike.

XOAUTH2 is Google's and Microsoft's (developers.google.com/workspace/gmail/imap/xoauth2-protocol), OAUTHBEARER is RFC
7628.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

SECTION_END = "\1"
MECHANISMS = ("OAUTHBEARER", "XOAUTH2")
"""Best first."""


def xoauth2(username: str, token: str) -> str:
    """The initial client response of XOAUTH2, before base64."""
    return f"user={username}\1auth=Bearer {token}\1\1"


def oauthbearer(username: str, token: str) -> str:
    """The initial client response of OAUTHBEARER, before base64 (RFC 7628 section 3.1; names as in RFC 5801)."""
    name = username.replace("=", "=3D").replace(",", "=2C")
    return f"n,a={name},\1auth=Bearer {token}\1\1"


def mechanism(offered: Iterable[str]) -> str | None:
    """The better of the mechanisms that a server offers, None where it takes no token."""
    known = {name.upper() for name in offered}
    return next((name for name in MECHANISMS if name in known), None)


class Bearer:
    """One try at signing in: called with each challenge, it gives the next answer.

    A refusal comes as a second challenge, which says why; it is kept in ``complaint`` and answered with as good as
    nothing (RFC 7628 section 3.2.3), so that the token is not sent twice.
    """

    def __init__(self, mechanism: str, username: str, token: str) -> None:
        """``mechanism`` is one of :data:`MECHANISMS`."""
        shown = {"XOAUTH2": xoauth2, "OAUTHBEARER": oauthbearer}[mechanism](username, token)
        self._next, self._last = shown, "" if mechanism == "XOAUTH2" else SECTION_END
        self.complaint = ""

    def __call__(self, challenge: bytes | None = None) -> str:
        """What to answer; smtplib asks for the initial response without a challenge."""
        if challenge:
            self.complaint = challenge.decode("utf-8", "replace")
        answer, self._next = self._next, self._last
        return answer


def smtp_authentication(
    offered: str, username: str, secret: str, *, token: bool
) -> tuple[str, Callable[[bytes | None], str]] | None:
    """What ``smtplib.SMTP.auth`` wants: the mechanism and the object that answers; None to use ``login`` instead.

    ``offered`` is ``smtp.esmtp_features["auth"]``. A password (``token`` False) is smtplib's own affair. Raises
    LookupError when a token is to be shown to a server that takes none.
    """
    if not token:
        return None
    chosen = mechanism(offered.split())
    if chosen is None:
        raise LookupError("no mechanism for a token")
    return chosen, Bearer(chosen, username, secret)
