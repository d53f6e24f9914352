"""What one value of the configuration may be: an address, name, path, secret, moment; each with its own complaint.

An error's type is the key of a sentence in ``errors.ftl``.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, PlainValidator, Strict, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from nudger.errors import ConfigError
from nudger.platform import path_from
from nudger.signin.secrets import Secret, secret

T = TypeVar("T")

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
    return path_from(value, (info.context or {}).get("folder", Path()))


def read_secret(value: Any, info: ValidationInfo) -> Secret:
    """The secret that a value describes; its value stays where it is."""
    try:
        return secret(value, (info.context or {}).get("folder"))
    except ConfigError as error:
        key = error.key
    raise wrong(key)  # outside the handler: its frames hold the value


def accepted(kind: Any, line: str) -> str | None:
    """A line that a person typed as this kind of value (:data:`Email`, say); None where it is not one."""
    try:
        return str(TypeAdapter(kind).validate_python(line))
    except ValidationError:
        return None


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
Hidden = Annotated[Secret, PlainValidator(read_secret)]
When = Annotated[Moment, PlainValidator(Moment.parse)]
Port = Annotated[int, Field(ge=1, le=65535)]
Share = Annotated[float, Field(ge=0, le=1)]
Auth = Literal["password", "oauth2-microsoft", "oauth2-google"]
Tls = Literal["implicit", "starttls", "loopback-plain"]
