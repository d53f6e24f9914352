"""The configuration as data: every section, key, default and bound. What they mean stands in ``texts/*/config.ftl``.

Imported only where a configuration is read (pydantic costs 0.1 s). A validator that depends on two keys sits on the
later one and runs even when others failed, so that all mistakes come at once.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from nudger.config.types import (
    Auth,
    Country,
    Domain,
    Email,
    File,
    Group,
    Hidden,
    Host,
    Line,
    Many,
    Model,
    Moment,
    Name,
    Port,
    Share,
    Tls,
    Url,
    When,
    Zone,
    loopback,
    read_secret,
    wrong,
)
from nudger.signin.secrets import Secret

MOST_GOALS = 2


def _shown(example: Any, **options: Any) -> Any:
    """A key or section that the example file sets."""
    return Field(examples=[example], json_schema_extra={"shown": True}, **options)


def _offered(example: Any, default: Any = None) -> Any:
    """A key or section that the example file shows behind ``#``, with a value that could stand there."""
    return Field(default, examples=[example])


class Section(BaseModel):
    """A TOML table: closed, typed strictly, unchangeable, silent about its input in errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, hide_input_in_errors=True, validate_default=True
    )


class Organisation(Section):
    """``[organisation]``."""

    domains: Many[Domain] = _shown(["voorbeeld.example"], min_length=1)
    time_zone: Zone = "Europe/Amsterdam"
    country: Country = "NL"
    deny: Many[Group] = _offered(["hr@voorbeeld.example"], ())
    optout: File | None = _offered("optout.toml")
    contact: Email | None = _offered("nudger@voorbeeld.example")
    authserv_id: Line | None = _offered("mx.voorbeeld.example")


class Goal(Section):
    """``[[goals]]``."""

    id: Name = _shown("errors")
    title: Line | None = _offered("Minder fouten in de overdracht")
    words: Many[Line] = _offered(["overdracht", "checklist"], ())
    community: Line | None = _offered("team-zorg")
    promise_days: int = Field(2, ge=1, le=30)
    paused: bool = False


class Server(Section):
    """What mail in and mail out have in common."""

    host: Host = _shown("imap.voorbeeld.example")
    tls: Tls = "implicit"
    port: Port = Field(default_factory=lambda data: 143 if data.get("tls", "implicit") != "implicit" else 993)
    username: Line = _shown("fatima@voorbeeld.example")
    auth: Auth = "password"
    password: Hidden | None = _shown({"keyring": "fatima"}, default=None)
    ca_file: File | None = _offered("ca.pem")

    @field_validator("tls")
    @classmethod
    def _plain_only_here(cls, tls: Tls, info: ValidationInfo) -> Tls:
        if tls == "loopback-plain" and not loopback(info.data.get("host", "localhost")):
            raise wrong("config-plain-not-loopback")
        return tls

    @field_validator("password")
    @classmethod
    def _password_with_its_auth(cls, password: Secret | None, info: ValidationInfo) -> Secret | None:
        auth = info.data.get("auth")
        if auth == "password" and password is None:
            raise wrong("config-password-missing")
        if auth not in {"password", None} and password is not None:
            raise wrong("config-password-unused", auth=auth)
        return password


class Mailbox(Server):
    """``[mailboxes.NAME]``."""

    addresses: Many[Email] = _shown(["fatima@voorbeeld.example", "f.jansen@voorbeeld.example"], min_length=1)
    folders: Many[Line] = Field(("INBOX",), min_length=1)
    sent: Line | None = _offered("Verzonden items")
    look_back_days: int = Field(182, ge=0, le=36525)


class Smtp(Server):
    """``[digest.smtp]``."""

    host: Host = _shown("smtp.voorbeeld.example")
    tls: Tls = "starttls"
    port: Port = Field(default_factory=lambda data: {"implicit": 465, "loopback-plain": 25}.get(data.get("tls"), 587))
    username: Line = _shown("nudger@voorbeeld.example")
    password: Hidden | None = _shown({"keyring": "smtp"}, default=None)


class NetworkReader(Section):
    """``[networks.NAME.reader]``."""

    token: Hidden = _shown({"keyring": "plein-reader"})
    username: Line | None = _offered("nudger-leest")


class Network(Section):
    """``[networks.NAME]``."""

    type: Name = _shown("viva-engage")
    url: Url | None = _offered("https://engage.cloud.microsoft")
    token: Hidden | None = _offered({"keyring": "plein"})
    username: Line | None = _offered("fatima")
    team: Line | None = _offered("zorg")
    post_as: Literal["discussion", "question", "post", "idea"] = "discussion"
    smtp: Smtp | None = None
    reader: NetworkReader | None = _offered(None)
    feeds: Many[Url] = _offered(["https://coconut.voorbeeld.example/feed"], ())
    notifications: Many[Group] = _offered(["noreply@engage.example"], ())
    ca_file: File | None = _offered("ca.pem")


class Microsoft(Section):
    """``[microsoft]``."""

    tenant: Line = _shown("voorbeeld.example")
    client_id: Line = _shown("00000000-0000-0000-0000-000000000000")
    client_secret: Hidden | None = _offered({"file": "microsoft-secret"})
    certificate: File | None = _offered("microsoft.pem")


class Google(Section):
    """``[google]``."""

    client_id: Line | None = _shown("000000000000-abc.apps.googleusercontent.com", default=None)
    client_secret: Hidden | None = _offered({"keyring": "google-app"})
    service_account: File | None = _offered("google-service.json")


class Digest(Section):
    """``[digest]``."""

    when: Many[When] = Field((Moment(1, time(8, 30)),), min_length=1, max_length=2)
    to: Email | None = _shown("fatima@voorbeeld.example", default=None)
    smtp: Smtp | None = _offered(None)
    sendmail: File | None = _offered("/usr/sbin/sendmail")


class Contact(Server):
    """``[contact]``: how the mailbox of ``organisation.contact`` is read."""

    username: Line = _shown("nudger@voorbeeld.example")
    password: Hidden | None = _shown({"keyring": "contact"}, default=None)
    folder: Line = "INBOX"

    @property
    def folders(self) -> tuple[str, ...]:
        """The one folder that is read."""
        return (self.folder,)

    @property
    def sent(self) -> None:
        """What was sent from here is not read."""
        return None


class Judge(Section):
    """``[judge]``."""

    packs: Many[File] = _offered(["packs/zorg.toml"], ())
    model: Model = "builtin"
    ask_from: Share | None = _offered(0.4)
    suggest_from: Share | None = _offered(0.7)

    @field_validator("suggest_from")
    @classmethod
    def _bands_in_order(cls, suggest_from: float | None, info: ValidationInfo) -> float | None:
        if suggest_from is not None and suggest_from < (info.data.get("ask_from") or 0):
            raise wrong("config-bands")
        return suggest_from


class LedgerPlace(Section):
    """``[ledger]``."""

    directory: File | None = _offered("ledgers")
    keep_days: int = Field(180, ge=30, le=731)


class Nightly(Section):
    """``[nightly]``."""

    engine: Literal["local", "dask"] = "local"
    workers: int = Field(4, ge=1, le=256)
    per_host: int = Field(4, ge=1, le=64)
    minutes: int = Field(240, ge=1, le=1440)
    metrics_file: File | None = _offered("nudger.prom")
    ca_file: File | None = _offered("dask-ca.pem")
    cert_file: File | None = _offered("dask-cert.pem")
    key_file: File | None = _offered("dask-key.pem")
    scheduler: Line | None = _offered("tls://dask.voorbeeld.example:8786")

    @field_validator("scheduler")
    @classmethod
    def _scheduler_is_guarded(cls, scheduler: str | None, info: ValidationInfo) -> str | None:
        try:
            parts = urlsplit(scheduler or "tcp://localhost")
            here = loopback(parts.hostname or "")
        except ValueError:
            raise wrong("config-scheduler-open") from None
        certified = all(info.data.get(key) for key in ("ca_file", "cert_file", "key_file"))
        if not here and not (parts.scheme == "tls" and certified):
            raise wrong("config-scheduler-open")
        return scheduler


def _sign_in_at(provider: str, servers: Sequence[Server]) -> bool:
    return any(server.auth == f"oauth2-{provider}" for server in servers)


class Participation(Section):
    """``[participation]``: the owner's own yes."""

    who: Line = _shown("Fatima Jansen")
    when: date = _shown(date(2026, 11, 24))
    how: Line = _shown("mail")
    figures: bool = _offered(True, False)


class OwnerSettings(Section):
    """What belongs to one owner: a file in ``leaders/``, or the same sections of the main file."""

    language: Literal["nl", "en"] | None = _shown("nl", default=None)
    goals: Many[Goal] = _shown(None, default=())
    mailboxes: dict[Name, Mailbox] = _shown("fatima", default_factory=dict)
    digest: Digest = _offered(None, Digest())
    participation: Participation | None = _offered(None)

    def uses(self, provider: str) -> bool:
        """Whether a mailbox or the digest signs in at ``microsoft`` or ``google``."""
        return _sign_in_at(provider, [*self.mailboxes.values(), *filter(None, [self.digest.smtp])])

    @field_validator("goals")
    @classmethod
    def _goals_differ(cls, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        if len({goal.id for goal in goals}) < len(goals):
            raise wrong("config-goals-same")
        if sum(not goal.paused for goal in goals) > MOST_GOALS:
            raise wrong("config-too-many", bound=MOST_GOALS)
        return goals


class Settings(OwnerSettings):
    """The whole main file."""

    version: Literal[1] = _shown(1)
    organisation: Organisation = _shown(None)
    networks: dict[Name, Network] = _offered("plein", {})
    microsoft: Microsoft | None = _offered(None)
    google: Google | None = _offered(None)
    contact: Contact | None = _offered(None)
    nudge: Mapping[str, Any] = _offered({"per_week": 3}, {})
    judge: Judge = _offered(None, Judge())
    ledger: LedgerPlace = _offered(None, LedgerPlace())
    nightly: Nightly = _offered(None, Nightly())
    mailbox_template: Mapping[str, Any] | None = _offered(
        {
            "host": "imap.voorbeeld.example",
            "username": "{user}@voorbeeld.example",
            "addresses": ["{user}@voorbeeld.example"],
            "password": {"file": "passwords/{user}"},
        }
    )

    @field_validator("microsoft", "google")
    @classmethod
    def _provider_where_used(cls, app: Section | None, info: ValidationInfo) -> Section | None:
        digest = info.data.get("digest")
        servers: list[Server] = [*info.data.get("mailboxes", {}).values(), *filter(None, [digest and digest.smtp])]
        if app is None and _sign_in_at(str(info.field_name), servers):
            raise wrong(f"config-{info.field_name}-missing")
        return app

    @field_validator("contact")
    @classmethod
    def _contact_can_be_believed_and_answered(cls, contact: Contact | None, info: ValidationInfo) -> Contact | None:
        organisation, digest = info.data.get("organisation"), info.data.get("digest")
        if contact and organisation and not (organisation.contact and organisation.authserv_id):
            raise wrong("config-contact-not-proven")
        if contact and digest and not (digest.smtp or digest.sendmail):
            raise wrong("config-contact-no-way")
        return contact

    @field_validator("mailbox_template")
    @classmethod
    def _hide_password(cls, template: Mapping[str, Any] | None, info: ValidationInfo) -> Mapping[str, Any] | None:
        if template is None or "password" not in template:
            return template
        return {**template, "password": read_secret(template["password"], info)}


def section_of(annotation: Any) -> type[Section] | None:
    """The table behind an annotation: itself, or the one inside an optional, an array or a table of tables."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    if get_origin(annotation) in {Union, types.UnionType, tuple, dict, Annotated}:
        return next(filter(None, map(section_of, get_args(annotation))), None)
    return None
