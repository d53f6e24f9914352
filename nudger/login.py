"""login, logout: the owner signs in to her mail and her network, and out again.

A secret is typed unseen at a question and is never an option.
What has to be done at each door is decided first, as data; then it is done in order. What was typed is tried once and
kept only when it was let in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nudger import sending
from nudger.errors import UsageError
from nudger.mail import smtp
from nudger.networks import network
from nudger.signin.microsoft import IMAP, NETWORKS, SMTP
from nudger.signin.secrets import Secret
from nudger.workplace import Workplace, connect

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.config.models import Mailbox, Network, Smtp

Target = Literal["mail", "network"]
Way = Literal["typed", "elsewhere", "microsoft", "google", "service", "nothing"]
"""How a door opens: a secret that is typed and kept; one that the configuration fetches elsewhere; a person's sign-in
at Microsoft or Google; an app of its own; or there is nothing to sign in with."""


@dataclass(frozen=True, slots=True)
class Door:
    """One place where nudger signs in, by its name in the configuration, and the way in."""

    name: str
    settings: Mailbox | Smtp | Network
    way: Way
    secret: Secret | None

    @property
    def is_network(self) -> bool:
        """Whether it is a network; else it is mail, in or out."""
        return not hasattr(self.settings, "auth")

    @property
    def is_mailbox(self) -> bool:
        """Whether it is a mailbox that is read."""
        return hasattr(self.settings, "folders")


def doors(place: Workplace, target: Target | None) -> Iterator[Door]:
    """Where this owner signs in: mailboxes, the server that sends, networks; or only those of ``target``."""
    digest = place.owner.digest
    if target != "network":
        for name, mailbox in place.owner.mailboxes.items():
            yield Door(name, mailbox, _way_of_mail(place, mailbox), mailbox.password)
        if digest.smtp:
            yield Door("digest", digest.smtp, _way_of_mail(place, digest.smtp), digest.smtp.password)
    if target != "mail":
        for name, settings in place.config.settings.networks.items():
            yield Door(name, settings, _way_of_network(place, settings), settings.token)


def login(app: App, target: Target | None) -> None:
    """Sign in at every door. Raises UsageError without a terminal, LoginRefused and the like at the first refusal."""
    if not app.screen.interactive:
        raise UsageError("login-needs-terminal", hint="login-needs-terminal-hint")
    found = list(doors(app.place, target))
    if any(door.way == "microsoft" for door in found):
        _at_microsoft(app, found)
    for door in found:
        _open(app, door)


def logout(app: App, target: Target | None) -> None:
    """Forget what was kept; what the configuration fetches elsewhere stays there."""
    place = app.place
    found = list(doors(place, target))
    removed = [name for name in entries(place, found) if place.signins.store.remove(name)]
    app.emit(lambda: {"removed": removed}, lambda: _tell_logout(app, found, removed))


def entries(place: Workplace, found: Iterable[Door]) -> list[str]:
    """The names under which these sign-ins are kept. Raises ConfigError."""
    return list(dict.fromkeys(entry for door in found if (entry := _entry(place, door))))


def _way_of_mail(place: Workplace, server: Mailbox | Smtp) -> Way:
    settings = place.config.settings
    match server.auth:
        case "oauth2-microsoft":
            return "microsoft" if place.signins.microsoft_person() else "service"
        case "oauth2-google":
            return "service" if settings.google and settings.google.service_account else "google"
    return _way_of_secret(server.password)


def _way_of_network(place: Workplace, settings: Network) -> Way:
    if settings.token is None and settings.type in NETWORKS and place.config.settings.microsoft:
        return "microsoft" if place.signins.microsoft_person() else "nothing"
    return _way_of_secret(settings.token)


def _way_of_secret(secret: Secret | None) -> Way:
    if secret is None:
        return "nothing"
    return "typed" if secret.entry else "elsewhere"


def _at_microsoft(app: App, found: Sequence[Door]) -> None:
    """One code for mail, SMTP and networks."""
    person = app.place.signins.microsoft_person()
    assert person is not None
    sends = any(door.way == "microsoft" and not door.is_network and not door.is_mailbox for door in found)
    reads = any(door.way == "microsoft" and door.is_mailbox for door in found)
    scopes = [scope for scope, wanted in ((IMAP, reads), (SMTP, sends)) if wanted]
    networks = [NETWORKS[door.settings.type] for door in found if door.way == "microsoft" and door.is_network]  # type: ignore[union-attr]
    name = person.sign_in(scopes or networks[:1], lambda url, code: app.screen.say("login-code", url=url, code=code))
    app.screen.say("login-microsoft", name=name)


def _open(app: App, door: Door) -> None:
    typed = None
    match door.way:
        case "nothing":
            return app.screen.say("login-nothing", name=door.name)
        case "typed":
            typed = app.screen.ask_hidden(
                "login-token" if door.is_network else "login-password", name=door.name
            ).strip()
        case "google":
            _at_google(app, door)
    _try(app.place, door, typed)
    app.screen.say("login-tried", name=door.name)
    if door.secret and door.secret.entry and typed is not None:
        where = app.place.signins.store.put(door.secret.entry, typed)
        app.screen.say(f"login-kept-{where}", name=door.name)
    elif door.way == "elsewhere" and door.secret:
        app.screen.say("login-elsewhere", name=door.name, where=door.secret.reference)
    return None


def _at_google(app: App, door: Door) -> None:
    import webbrowser

    username = str(getattr(door.settings, "username", ""))

    def show(url: str) -> None:
        app.screen.say("login-browser", name=username)
        app.screen.block(url, exact=True)
        webbrowser.open(url)

    app.place.signins.google(username).sign_in(username, show)


def _try(place: Workplace, door: Door, typed: str | None) -> None:
    """Sign in once, with what was typed where something was; raises what signing in raises."""
    field = "token" if door.is_network else "password"
    update = {} if typed is None else {field: Secret("plain", (typed,))}
    settings = door.settings.model_copy(update=update)
    if door.is_network:
        network(door.name, place.signins.network(settings), []).check()  # type: ignore[arg-type]
    elif door.is_mailbox:
        source = connect(door.name, settings, place.signins)  # type: ignore[arg-type]
        try:
            source.state(settings.folders[0])  # type: ignore[union-attr]
        finally:
            source.close()
    else:
        smtp.check(sending.account(settings, place.signins))  # type: ignore[arg-type]


def _entry(place: Workplace, door: Door) -> str:
    """Under which name its sign-in is kept; empty where nothing is."""
    match door.way:
        case "typed":
            return door.secret.entry if door.secret else ""
        case "microsoft":
            person = place.signins.microsoft_person()
            return person.entry if person else ""
        case "google":
            return place.signins.google(str(getattr(door.settings, "username", ""))).entry
    return ""


def _tell_logout(app: App, found: Sequence[Door], removed: Sequence[str]) -> None:
    app.screen.say("login-removed", n=len(removed))
    for door in found:
        if door.way == "elsewhere" and door.secret:
            app.screen.say("login-stays", name=door.name, where=door.secret.reference)
    for provider in ("microsoft", "google"):
        if any(door.way == provider for door in found):
            app.screen.say(f"login-revoke-{provider}")
