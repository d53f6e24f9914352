"""nudger/signin: Microsoft 365 through msal; the only door to it.

A person signs in once with a code in any browser (device code, RFC 8628); after that tokens for mail, SMTP and networks
come silently from one refresh token. A service has an app of its own (client credentials) and reads only mailboxes to
which Exchange lets it. Scopes: learn.microsoft.com/exchange/client-developer/legacy-protocols/
how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth; networks: rest/api/yammer/authentication-1, graph.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nudger.errors import ConfigError, LoginRefused
from nudger.signin.refusals import refused
from nudger.signin.store import KeyringClosedError, Store

if TYPE_CHECKING:
    from nudger.signin.web import Web

IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All"
SMTP = "https://outlook.office.com/SMTP.Send"
SERVICE = "https://outlook.office365.com/.default"
"""What an app may do by itself in Exchange; for IMAP and SMTP the same."""
NETWORKS: Mapping[str, str] = {
    "viva-engage": "https://www.yammer.com/.default",
    "yammer": "https://www.yammer.com/.default",
    "teams": "https://graph.microsoft.com/.default",
}
"""The scope of each network that lets in who has signed in at Microsoft."""

AUTHORITY = "https://login.microsoftonline.com/"
HOST = "login.microsoftonline.com"

Result = Mapping[str, Any]
Showing = Callable[[str, str], None]
"""Shows a person the address to open and the code to type there."""


@dataclass(frozen=True, slots=True)
class Registration:
    """The app that IT has registered. ``secret`` gives a client secret, ``certificate`` a key and certificate (PEM)."""

    tenant: str
    client_id: str
    secret: Callable[[], str] | None = field(default=None, repr=False)
    certificate: Callable[[], str] | None = field(default=None, repr=False)

    @property
    def authority(self) -> str:
        """Where this organisation signs in."""
        return AUTHORITY + self.tenant

    @property
    def is_service(self) -> bool:
        """Whether the app signs in by itself, without a person."""
        return self.secret is not None or self.certificate is not None


@dataclass(frozen=True, slots=True)
class MicrosoftPerson:
    """One person's sign-in; the tokens are kept under ``entry``."""

    app: Registration
    store: Store
    entry: str
    web: Web

    def sign_in(self, scopes: Sequence[str], show: Showing) -> str:
        """Wait until the person has typed the code in a browser; gives the name she signed in with.

        Raises LoginRefused, NetworkUnavailable.
        """
        client, cache = self._client("")
        flow = client.initiate_device_flow(list(scopes))
        if "user_code" not in flow:
            raise self._refused(flow)
        show(flow["verification_uri"], flow["user_code"])
        result = client.acquire_token_by_device_flow(flow)
        if "access_token" not in result:
            raise self._refused(result)
        self.store.put(self.entry, cache.serialize())
        return str(result.get("id_token_claims", {}).get("preferred_username", ""))

    def token(self, scopes: Sequence[str], username: str = "") -> str:
        """A token that holds now, fetched anew where the kept one is over.

        ``username`` chooses among several sign-ins; with one, that one counts (a shared mailbox has another name).
        Raises LoginRefused when the person has to sign in again, NetworkUnavailable.
        """
        client, cache = self._client(self._kept())
        accounts = client.get_accounts()
        named = [account for account in accounts if account["username"].lower() == username.lower()]
        if not accounts:
            raise LoginRefused("signin-needed", hint="signin-needed-hint", host=HOST)
        result = client.acquire_token_silent_with_error(list(scopes), account=(named or accounts)[0])
        if cache.has_state_changed:
            self.store.put(self.entry, cache.serialize())
        if not result:
            raise LoginRefused("signin-needed", hint="signin-needed-hint", host=HOST)
        return _token(result, self._refused)

    def _client(self, kept: str) -> tuple[Any, Any]:
        msal = _msal()
        cache = msal.SerializableTokenCache()
        if _is_table(kept):
            cache.deserialize(kept)
        return _application(msal.PublicClientApplication, self.app, self.web, token_cache=cache), cache

    def _kept(self) -> str:
        try:
            return self.store.get(self.entry) or ""
        except KeyringClosedError:
            raise LoginRefused("secret-keyring-closed", hint="secret-keyring-closed-hint", where=self.entry) from None

    def _refused(self, result: Result) -> LoginRefused:
        return _refusal(result, self.entry)


@dataclass(slots=True)
class MicrosoftService:
    """An app that signs in by itself; its tokens are kept in memory only."""

    app: Registration
    web: Web
    _client: Any = field(default=None, init=False, repr=False)

    def token(self, scopes: Sequence[str] = (SERVICE,), username: str = "") -> str:
        """A token that holds now. Raises LoginRefused, ConfigError, NetworkUnavailable."""
        if self._client is None:
            self._client = self._made()
        return _token(self._client.acquire_token_for_client([SERVICE]), lambda result: _refusal(result, "service"))

    def _made(self) -> Any:
        msal = _msal()
        try:
            return _application(msal.ConfidentialClientApplication, self.app, self.web, client_credential=self._proof())
        except ValueError:
            pass
        # Outside the handler: its frames hold the key.
        raise ConfigError("signin-certificate", hint="signin-certificate-hint")

    def _proof(self) -> object:
        if self.app.certificate is None:
            return self.app.secret() if self.app.secret else ""
        pem = self.app.certificate()
        return {"private_key": pem, "public_certificate": pem}


def _application(make: Any, app: Registration, web: Web, **options: Any) -> Any:
    # The authority is Microsoft's own host, so there is nothing to discover about it.
    return make(app.client_id, authority=app.authority, instance_discovery=False, http_client=web, **options)


def _is_table(kept: str) -> bool:
    """Whether it can be a cache of msal; one that is damaged is as none."""
    try:
        return isinstance(json.loads(kept), dict)
    except ValueError:
        return False


def _token(result: Result, refusal: Callable[[Result], LoginRefused]) -> str:
    if "access_token" not in result:
        raise refusal(result)
    return str(result["access_token"])


def _refusal(result: Result, entry: str) -> LoginRefused:
    """Microsoft's own number tells most, then the word of OAuth."""
    answer = f"{result.get('error_description', '')} ({result.get('error', '')})"
    return refused(answer.strip(), account=entry, host=HOST)


def _msal() -> Any:
    try:
        import msal
    except ImportError:
        raise ConfigError("signin-extra", hint="signin-extra-hint", extra="microsoft") from None
    return msal
