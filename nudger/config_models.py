"""The configuration as data: every section, key, default and bound. What they mean stands in ``texts/*/config.ftl``.

Imported only where a configuration is read (pydantic costs 0.1 s). A validator that depends on two keys sits on the
later one and runs even when others failed, so that all mistakes come at once. Its error type is the key of a sentence
in ``errors.ftl``.
"""

from __future__ import annotations

import ipaddress
import re
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar, Union, get_args, get_origin
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from nudger.errors import ConfigError
from nudger.signin.secrets import Secret, secret

T = TypeVar("T")

MOST_GOALS = 2
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS_NL = ("ma", "di", "wo", "do", "vr", "za", "zo")


def wrong(key: str, **values: Any) -> PydanticCustomError:
    """An error whose text is the sentence ``errors-<key>``."""
    return PydanticCustomError(key, key, values or None)


def _like(pattern: str, key: str, change: Callable[[str], str] = str) -> AfterValidator:
    """A text that, after ``change``, matches ``pattern`` as a whole."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value := change(value)):
            raise wrong(key)
        return value

    return AfterValidator(check)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise wrong("config-time-zone") from None
    return name


def _path(value: Any, info: ValidationInfo) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise wrong("config-type-text")
    return Path((info.context or {}).get("folder", "")) / Path(value).expanduser()


def _secret(value: Any, info: ValidationInfo) -> Secret:
    if isinstance(value, Secret):
        return value
    try:
        return secret(value, (info.context or {}).get("folder"))
    except ConfigError as error:
        key = error.key
    raise wrong(key)  # outside the handler: its frames hold the value


def valid_name(name: str) -> bool:
    """Whether a mailbox, network or leader can be called so; it also names a file."""
    return re.fullmatch(_NAME, name) is not None


def loopback(host: str) -> bool:
    """Whether a host name or address can only be this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        raise wrong("config-url") from None
    if not host or parts.username or not (parts.scheme == "https" or (parts.scheme == "http" and loopback(host))):
        raise wrong("config-url")
    return value.rstrip("/")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the week: ``weekday`` 0 is Monday."""

    weekday: int
    at: time

    @classmethod
    def parse(cls, value: Any) -> Self:
        """From ``tue 08:30`` or ``di 08:30``."""
        if isinstance(value, cls):
            return value
        day, _, clock = value.strip().lower().partition(" ") if isinstance(value, str) else ("", "", "")
        if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", clock, re.ASCII) or day not in WEEKDAYS + WEEKDAYS_NL:
            raise wrong("config-moment")
        hours, minutes = map(int, clock.split(":"))
        return cls((WEEKDAYS + WEEKDAYS_NL).index(day) % 7, time(hours, minutes))

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]} {self.at:%H:%M}"


Many = Annotated[tuple[T, ...], Strict(False)]
"""A TOML array."""
Line = Annotated[str, _like(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,1000}", "config-line")]
_NAME = r"[a-z0-9][a-z0-9._-]{0,39}"
Name = Annotated[str, _like(_NAME, "config-name")]
Email = Annotated[str, _like(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\".]+", "config-address", str.lower)]
Domain = Annotated[str, _like(r"(?:[\w-]+\.)+[\w-]+", "config-domain", str.lower)]
Group = Annotated[str, _like(r"[^\s@<>,;\"]*@(?:[\w-]+\.)+[\w-]+", "config-group", str.lower)]
"""An address, or ``@`` and a domain for all its addresses."""
Host = Annotated[str, _like(r"[\w.-]+|\[?[0-9a-fA-F:.]+\]?", "config-host")]
Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, _like(r"[A-Z]{2}", "config-country", str.upper)]
Url = Annotated[str, AfterValidator(_url)]
File = Annotated[Path, PlainValidator(_path)]
"""Relative paths are taken from the folder of the configuration file."""
Model = Annotated[
    Path | Literal["builtin"], PlainValidator(lambda value, info: value if value == "builtin" else _path(value, info))
]
Hidden = Annotated[Secret, PlainValidator(_secret)]
When = Annotated[Moment, PlainValidator(Moment.parse)]
Port = Annotated[int, Field(ge=1, le=65535)]
Share = Annotated[float, Field(ge=0, le=1)]
Auth = Literal["password", "oauth2-microsoft", "oauth2-google"]
Tls = Literal["implicit", "starttls", "loopback-plain"]


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


class Network(Section):
    """``[networks.NAME]``."""

    type: Name = _shown("viva-engage")
    url: Url | None = _offered("https://engage.cloud.microsoft")
    token: Hidden | None = _offered({"keyring": "plein"})
    username: Line | None = _offered("fatima")
    team: Line | None = _offered("zorg")
    notifications: Many[Group] = _offered(["noreply@engage.example"], ())
    ca_file: File | None = _offered("ca.pem")


class Microsoft(Section):
    """``[microsoft]``."""

    tenant: Line = _shown("voorbeeld.example")
    client_id: Line = _shown("00000000-0000-0000-0000-000000000000")


class Digest(Section):
    """``[digest]``."""

    when: Many[When] = Field((Moment(1, time(8, 30)),), min_length=1, max_length=2)
    to: Email | None = _shown("fatima@voorbeeld.example", default=None)
    smtp: Smtp | None = _offered(None)


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


def _at_microsoft(servers: Sequence[Server]) -> bool:
    return any(server.auth == "oauth2-microsoft" for server in servers)


class Participation(Section):
    """``[participation]``: the owner's own yes."""

    who: Line = _shown("Fatima Jansen")
    when: date = _shown(date(2026, 11, 24))
    how: Line = _shown("mail")


class OwnerSettings(Section):
    """What belongs to one owner: a file in ``leaders/``, or the same sections of the main file."""

    language: Literal["nl", "en"] | None = _shown("nl", default=None)
    goals: Many[Goal] = _shown(None, default=(), max_length=MOST_GOALS)
    mailboxes: dict[Name, Mailbox] = _shown("fatima", default_factory=dict)
    digest: Digest = _offered(None, Digest())
    participation: Participation | None = _offered(None)

    @property
    def uses_microsoft(self) -> bool:
        """Whether a mailbox or the digest signs in at Microsoft."""
        return _at_microsoft([*self.mailboxes.values(), *filter(None, [self.digest.smtp])])

    @field_validator("goals")
    @classmethod
    def _goals_differ(cls, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        if len({goal.id for goal in goals}) < len(goals):
            raise wrong("config-goals-same")
        return goals


class Settings(OwnerSettings):
    """The whole main file."""

    version: Literal[1] = _shown(1)
    organisation: Organisation = _shown(None)
    networks: dict[Name, Network] = _offered("plein", {})
    microsoft: Microsoft | None = _offered(None)
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

    @field_validator("microsoft")
    @classmethod
    def _microsoft_where_used(cls, microsoft: Microsoft | None, info: ValidationInfo) -> Microsoft | None:
        digest = info.data.get("digest")
        servers: list[Server] = [*info.data.get("mailboxes", {}).values(), *filter(None, [digest and digest.smtp])]
        if microsoft is None and _at_microsoft(servers):
            raise wrong("config-microsoft-missing")
        return microsoft

    @field_validator("mailbox_template")
    @classmethod
    def _hide_password(cls, template: Mapping[str, Any] | None, info: ValidationInfo) -> Mapping[str, Any] | None:
        if template is None or "password" not in template:
            return template
        return {**template, "password": _secret(template["password"], info)}


def section_of(annotation: Any) -> type[Section] | None:
    """The table behind an annotation: itself, or the one inside an optional, an array or a table of tables."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    if get_origin(annotation) in {Union, types.UnionType, tuple, dict, Annotated}:
        return next(filter(None, map(section_of, get_args(annotation))), None)
    return None
