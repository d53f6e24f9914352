"""nudger/signin: Google through google-auth and google-auth-oauthlib; the only door to them.

A person signs in in the browser of this computer: the answer comes to a port on it, guarded by PKCE and a state (RFC
8252, RFC 7636); Google's device code gives no mail scope. A service has an account of its own to which an administrator
has delegated the mailboxes. Sources: developers.google.com/identity/protocols/oauth2, native-app and service-account.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError, LoginRefused, NetworkUnavailable
from nudger.signin.refusals import refused
from nudger.signin.secrets import private_text
from nudger.signin.store import KeyringClosedError, Store

if TYPE_CHECKING:
    from nudger.signin.web import Web

MAIL = "https://mail.google.com/"
"""IMAP and SMTP; Google has no smaller scope for them."""
HOST = "accounts.google.com"
ENDPOINTS: Mapping[str, str] = {
    "auth_uri": "https://accounts.google.com/o/oauth2/auth",
    "token_uri": "https://oauth2.googleapis.com/token",
}
HOSTS = (HOST, "oauth2.googleapis.com")
"""Where a person signs in, and where tokens come from."""
WAIT_SECONDS = 600

Opening = Callable[[str], None]
"""Shows a person the address, or opens a browser there."""


@dataclass(frozen=True, slots=True)
class GooglePerson:
    """One person's sign-in at the desktop app ``client_id``; the refresh token is kept under ``entry``."""

    client_id: str
    secret: Callable[[], str] | None = field(repr=False)
    store: Store
    entry: str
    web: Web
    endpoints: Mapping[str, str] = field(default_factory=lambda: ENDPOINTS)
    wait: int = WAIT_SECONDS

    def sign_in(self, username: str, open_at: Opening) -> None:
        """Wait until the person has said yes in the browser. Raises LoginRefused, NetworkUnavailable."""
        kept = self._asked(username, open_at)
        if not kept.refresh_token:
            raise LoginRefused("signin-again", hint="signin-again-hint", account=self.entry, host=HOST, answer="")
        self.store.put(self.entry, json.dumps({"refresh_token": kept.refresh_token}))

    def token(self) -> str:
        """A token that holds now. Raises LoginRefused when the person has to sign in again, NetworkUnavailable."""
        from google.oauth2 import credentials as kinds

        make: Any = kinds.Credentials
        credentials = make(
            None,
            refresh_token=self._kept(),
            token_uri=self.endpoints["token_uri"],
            client_id=self.client_id,
            client_secret=self.secret() if self.secret else None,
            scopes=[MAIL],
        )
        return _refreshed(credentials, self.web, self.entry)

    def _asked(self, username: str, open_at: Opening) -> Any:
        flow_module = _flow_module()
        from oauthlib.oauth2 import OAuth2Error
        from requests.exceptions import RequestException

        secret = self.secret() if self.secret else ""
        app = {"installed": {"client_id": self.client_id, "client_secret": secret, **self.endpoints}}
        flow = flow_module.InstalledAppFlow.from_client_config(app, [MAIL], autogenerate_code_verifier=True)
        try:
            return _listened(flow, username, open_at, self.wait)
        except (OAuth2Error, flow_module.WSGITimeoutError) as error:
            word = getattr(error, "error", "") or "code_expired"
            answer = f"{getattr(error, 'description', '') or ''} ({word})".strip()
        except Warning:  # oauthlib raises one when the person did not agree to the whole scope
            answer = "access_denied"
        except RequestException:
            raise NetworkUnavailable("signin-unreachable", host=HOST) from None
        finally:
            flow.oauth2session.close()
        # Outside the handler: its frames hold the code.
        raise refused(answer, account=self.entry, host=HOST)

    def _kept(self) -> str:
        try:
            value = json.loads(self.store.get(self.entry) or "{}").get("refresh_token")
        except (ValueError, AttributeError):
            value = None
        except KeyringClosedError:
            raise LoginRefused("secret-keyring-closed", hint="secret-keyring-closed-hint", where=self.entry) from None
        if not isinstance(value, str):
            raise LoginRefused("signin-needed", hint="signin-needed-hint", host=HOST)
        return value


@dataclass(frozen=True, slots=True)
class GoogleService:
    """A service account in ``key_file``, to which an administrator has delegated the organisation's mailboxes."""

    key_file: Path
    web: Web

    def token(self, username: str) -> str:
        """A token for the mailbox ``username``. Raises LoginRefused, ConfigError, NetworkUnavailable."""
        _flow_module()
        from google.oauth2 import service_account

        make: Any = service_account.Credentials.from_service_account_info
        try:
            credentials = make(json.loads(private_text(self.key_file)), scopes=[MAIL], subject=username)
        except (OSError, ValueError, TypeError, AttributeError):
            credentials = None
        if credentials is None:
            raise ConfigError("signin-service-account", hint="signin-service-account-hint", path=str(self.key_file))
        return _refreshed(credentials, self.web, username)


def _listened(flow: Any, username: str, open_at: Opening, seconds: int) -> Any:
    """The credentials that the browser brings to a port of this computer."""
    import webbrowser

    # The library opens a browser by itself; here the address is shown too, for who has none on this screen.
    class Shown(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            open_at(url)
            return True

    webbrowser.register("nudger", None, Shown())
    return flow.run_local_server(
        host="127.0.0.1",
        port=0,
        authorization_prompt_message=None,
        browser="nudger",
        timeout_seconds=seconds,
        login_hint=username,
        prompt="consent",
    )


def _refreshed(credentials: Any, web: Web, account: str) -> str:
    from google.auth.exceptions import GoogleAuthError

    from nudger.signin.web import GoogleLine

    try:
        credentials.refresh(GoogleLine(web))
        return str(credentials.token)
    except GoogleAuthError as error:
        answer = str(error.args[0]) if error.args else ""
    # Outside the handler: its frames hold the refresh token.
    raise refused(answer, account=account, host=HOST)


def _flow_module() -> Any:
    try:
        from google_auth_oauthlib import flow
    except ImportError:
        raise ConfigError("signin-extra", hint="signin-extra-hint", extra="google") from None
    return flow
