"""nudger/signin: every way in which one owner signs in, put together from the configuration.

A *credential* is a function that gives a secret that holds now: a password where it is kept, or an access token that is
fetched anew when the last one is over. IMAP, SMTP and the networks ask for it at each sign-in, so also after a line
that broke in the middle of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.errors import ConfigError
from nudger.signin import microsoft
from nudger.signin.google import GooglePerson, GoogleService
from nudger.signin.microsoft import MicrosoftPerson, MicrosoftService, Registration
from nudger.signin.secrets import private_text
from nudger.signin.store import Store, usual

if TYPE_CHECKING:
    from nudger.config.models import Network, Server, Settings
    from nudger.signin.web import Web

Credential = Callable[[], str]


class FreshToken:
    """Stands where a configured token stands, and is fetched anew at each use."""

    def __init__(self, credential: Credential) -> None:
        self.reveal = credential


class SignIns:
    """The sign-ins of the owner named ``owner``; ``store`` keeps what they leave behind."""

    def __init__(self, settings: Settings, owner: str, store: Store | None = None) -> None:
        self.settings = settings
        self.owner = owner
        self.store = store or usual()

    @cached_property
    def web(self) -> Web:
        """The line to the identity providers, made when it is first needed."""
        from nudger.signin.web import Web

        return Web()

    def password(self, server: Server) -> Credential:
        """The password of a server; the empty one where a token takes its place."""
        return server.password.reveal if server.password else lambda: ""

    def token(self, server: Server, scopes: Sequence[str] = (microsoft.IMAP,)) -> Credential | None:
        """What gives a token for a mail server; None where it wants a password. Raises ConfigError."""
        match server.auth:
            case "oauth2-microsoft":
                return partial(self.microsoft().token, scopes, server.username)
            case "oauth2-google" if self.settings.google and self.settings.google.service_account:
                return partial(GoogleService(self.settings.google.service_account, self.web).token, server.username)
            case "oauth2-google":
                return self.google(server.username).token
        return None

    def network(self, settings: Network) -> Network:
        """The settings of a network, with a token where it has none of its own and Microsoft's sign-in opens it.

        Only a person can post there (Microsoft gives apps no such right), so a service gets none.
        """
        scope = microsoft.NETWORKS.get(settings.type)
        if settings.token is not None or scope is None or self.settings.microsoft is None:
            return settings
        person = self.microsoft_person()
        if person is None:
            return settings
        return settings.model_copy(update={"token": FreshToken(partial(person.token, [scope]))})

    def microsoft(self) -> MicrosoftPerson | MicrosoftService:
        """The sign-in at Microsoft: the app's own where it has a secret or a certificate, else the person's."""
        return self.microsoft_person() or MicrosoftService(self._registration(), self.web)

    def microsoft_person(self) -> MicrosoftPerson | None:
        """The person's sign-in at Microsoft, None where the app signs in by itself."""
        app = self._registration()
        return None if app.is_service else MicrosoftPerson(app, self.store, f"microsoft {self.owner}", self.web)

    def google(self, username: str) -> GooglePerson:
        """A person's sign-in at Google. Raises ConfigError where no app is named."""
        google = self.settings.google
        if google is None or google.client_id is None:
            raise ConfigError("signin-no-google-app", hint="signin-no-google-app-hint")
        secret = google.client_secret.reveal if google.client_secret else None
        return GooglePerson(google.client_id, secret, self.store, f"google {username}", self.web)

    def _registration(self) -> Registration:
        app = self.settings.microsoft
        if app is None:
            raise ConfigError("signin-no-microsoft-app", hint="signin-no-microsoft-app-hint")
        certificate = partial(_read, app.certificate) if app.certificate else None
        secret = app.client_secret.reveal if app.client_secret else None
        return Registration(app.tenant, app.client_id, secret, certificate)


def _read(path: Path) -> str:
    try:
        return private_text(path)
    except (OSError, ValueError):
        raise ConfigError("signin-certificate", hint="signin-certificate-hint") from None
