"""Doctor: looks at everything a run depends on, in order, and says what to type or click next. It changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol, runtime_checkable

from nudger.errors import NudgerError, Unreadable
from nudger.mail.mime.authentication import named_server
from nudger.mail.mime.headers import Headers
from nudger.mail.outsiders import outsiders
from nudger.mail.own_server import own_server
from nudger.mail.reading import read_header
from nudger.mail.source import Source
from nudger.networks.hosts import hosts
from nudger.workplace import Workplace
from rules.message import Message

OUTSIDERS_DAYS = 90
OUTSIDERS_MESSAGES = 1_000
"""The newest messages of each folder whose header fields are looked at for domains from outside."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. ``key`` names its sentence in ``doctor.ftl``; ``error`` explains a failure."""

    key: str
    level: str = "ok"
    values: Mapping[str, Any] = field(default_factory=dict)
    error: NudgerError | None = None

    @property
    def ok(self) -> bool:
        """Whether a run would work; a warning is fine."""
        return self.level != "fail"

    def as_json(self) -> dict[str, Any]:
        """Stable keys, no sentences."""
        error = self.error
        told = {"error": error.key if error else None, "hint": (error.hint or None) if error else None}
        return {"check": self.key, "level": self.level, **told, **self.values}


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest mails of all folders by Message-ID, and the server that each says it came in through."""

    messages: dict[str, Message] = field(default_factory=dict)
    servers: dict[str, str] = field(default_factory=dict)


@runtime_checkable
class Examined(Protocol):
    """A mailbox whose server says by itself whether it was opened for reading only."""

    def opens_read_only(self, folder: str) -> bool:
        """Open the folder with EXAMINE and give what the server says of it."""
        ...


def examine(place: Workplace) -> Iterator[Check]:
    """Every check, as it is done."""
    yield Check("doctor-config", values={"path": str(place.config.path)})
    yield from _tried("doctor-rules", lambda: _rules(place))
    yield from _tried("doctor-model", lambda: _model(place))
    yield from _tried("doctor-ledger", lambda: _ledger(place))
    if place.owner.participates:
        yield from _mailboxes(place)
    else:
        yield Check("doctor-not-participating", "warn", {"owner": place.owner.name})
    if place.owner.digest.smtp:
        yield from _tried("doctor-sending", lambda: _sending(place))
    if not place.goals:
        yield Check("doctor-no-goal", "warn")
    yield from _network(place)


def _tried(key: str, look: Callable[[], Check]) -> Iterator[Check]:
    try:
        yield look()
    except NudgerError as error:
        yield Check(key, "fail", error=error)


def _rules(place: Workplace) -> Check:
    return Check("doctor-rules", values={"n": sum(len(pack.rules) for pack in place.packs)})


def _model(place: Workplace) -> Check:
    if place.in_use.outdated:
        return Check("doctor-model-outdated", "warn", {"name": place.in_use.outdated})
    return Check("doctor-model", values={"model": place.reader.model_id})


def _ledger(place: Workplace) -> Check:
    with place.ledger() as ledger:
        seen = sum(ledger.mail.outcomes().values())
    return Check("doctor-ledger", values={"path": str(place.ledger_path), "n": seen})


def _mailboxes(place: Workplace) -> Iterator[Check]:
    seen = Seen()
    with place.sources() as sources:
        for name, source in sources.items():
            try:
                yield from _mailbox(place, name, source, seen)
            except NudgerError as error:
                yield Check("doctor-mailbox", "fail", {"mailbox": name}, error)
    for one in outsiders(seen.messages.values(), place.owner.addresses):
        values = {"domain": one.domain, "threads": one.threads, "days": OUTSIDERS_DAYS}
        yield Check("doctor-outsiders", "warn", values)
    yield from _own_server(place, seen)


def _own_server(place: Workplace, seen: Seen) -> Iterator[Check]:
    """Which name of a mail server to configure, or that received mail bears another than the configured one."""
    found = own_server(name for key, name in seen.servers.items() if not seen.messages[key].from_owner)
    if found is None:
        return
    configured = place.perspective.authserv_id.lower()
    values = {"server": found.name, "n": found.mails, "of": found.of}
    if not configured:
        yield Check("doctor-server", "warn", values)
    elif configured != found.name:
        yield Check("doctor-server-other", "warn", {**values, "configured": configured})


def _mailbox(place: Workplace, name: str, source: Source, seen: Seen) -> Iterator[Check]:
    """One mailbox; its newest mails go into ``seen``. Raises MailboxError and the like."""
    mailbox = place.owner.mailboxes[name]
    sent = mailbox.sent or source.sent_folder()
    for folder in mailbox.folders:
        yield _folder(name, folder, source)
    for folder in filter(None, (*mailbox.folders, sent)):
        _look(place, source, folder, seen)
    values = {"mailbox": name}
    yield Check("doctor-sent", values={**values, "folder": sent}) if sent else Check("doctor-no-sent", "warn", values)


def _folder(name: str, folder: str, source: Source) -> Check:
    values = {"mailbox": name, "folder": folder, "n": source.state(folder).messages}
    if isinstance(source, Examined) and not source.opens_read_only(folder):
        return Check("doctor-folder-open", "warn", values)
    return Check("doctor-folder", values=values)


def _look(place: Workplace, source: Source, folder: str, seen: Seen) -> None:
    """Put what the header fields of the newest messages say into ``seen``; unreadable ones are left out."""
    since = (place.now - timedelta(days=OUTSIDERS_DAYS)).date()
    for raw in source.headers(folder, source.uids(folder, since=since)[-OUTSIDERS_MESSAGES:]):
        try:
            message = read_header(raw, place.perspective, now=place.now)
        except Unreadable:
            continue
        seen.messages[message.id] = message
        seen.servers[message.id] = named_server(Headers(raw.header))


def _sending(place: Workplace) -> Check:
    """Whether the server lets us in to send; nothing is sent."""
    from nudger import sending
    from nudger.mail import smtp

    settings = place.owner.digest.smtp
    assert settings is not None
    smtp.check(sending.account(settings, place.signins))
    return Check("doctor-sending", values={"host": settings.host})


def _network(place: Workplace) -> Iterator[Check]:
    """Whether the network lets us in, and where the goals may post. It posts nothing."""
    if not place.config.settings.networks:
        yield Check("doctor-no-network", "warn")
        return
    for name, settings in place.config.settings.networks.items():
        if reached := hosts(settings):
            yield Check("doctor-network-hosts", values={"network": name, "hosts": ", ".join(reached)})
        if settings.notifications and not place.perspective.authserv_id:
            yield Check("doctor-notifications-unproven", "warn", {"network": name})
    try:
        network = place.network
        if not network.capabilities.posts:
            yield Check("doctor-network-by-hand", values={"network": network.name})
            return
        yield Check("doctor-network", values={"network": network.name, "account": network.check()})
        places = network.communities()
    except NudgerError as error:
        yield Check("doctor-network", "fail", {"network": next(iter(place.config.settings.networks))}, error)
        return
    for name in dict.fromkeys(goal.community for goal in place.goals if goal.community):
        found = next((one for one in places if one.called(name)), None)
        state = "missing" if found is None else "ok" if found.may_post else "closed"
        yield Check(f"doctor-community-{state}", "ok" if state == "ok" else "warn", {"community": name})
