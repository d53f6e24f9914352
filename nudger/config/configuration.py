"""The configuration: found, read, checked as a whole, and seen as a tuple of owners.

Everything wrong comes at once, as the ``problems`` of one ConfigError, in the user's language. The sections and their
keys stand in :mod:`nudger.config.models`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.config import participation
from nudger.config.participation import Said
from nudger.errors import ConfigError
from nudger.texts import LANGUAGES, Language, Texts

if TYPE_CHECKING:
    from nudger.config.models import Digest, Goal, Mailbox, OwnerSettings, Participation, Settings

FILE = "nudger.toml"
POLICY = "policy.toml"
LEADERS = "leaders"
NudgeCheck = Callable[[Mapping[str, Any]], Sequence[str]]
"""Lines about what is wrong with ``[nudge]``; empty when all is well."""


@dataclass(frozen=True, slots=True)
class Leader:
    """One file in ``leaders/``. ``given`` holds the paths of the values that stand in it (``digest.to``)."""

    name: str
    path: Path
    settings: OwnerSettings
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Config:
    """A valid configuration. ``ceilings`` is what the organisation's ``policy.toml`` says of ``[nudge]``."""

    path: Path
    settings: Settings
    nudge: Mapping[str, Any]
    ceilings: Mapping[str, Any]
    leaders: tuple[Leader, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)
    """What owners said by mail about taking part."""

    @property
    def folder(self) -> Path:
        """Where relative paths begin."""
        return self.path.parent


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose mailboxes are read: several addresses, folders and mailboxes, one ledger named ``name``."""

    name: str
    language: Language | None
    goals: tuple[Goal, ...]
    mailboxes: Mapping[str, Mailbox]
    digest: Digest
    participation: Participation | None
    own_machine: bool
    """The configuration is the owner's own, which is a yes in itself."""

    @property
    def participates(self) -> bool:
        """Whether the owner has said yes, or works with a configuration of her own."""
        return self.own_machine or self.participation is not None

    @property
    def addresses(self) -> frozenset[str]:
        """All own addresses, lower case."""
        return frozenset(address for mailbox in self.mailboxes.values() for address in mailbox.addresses)


def find(flag: Path | None, environ: Mapping[str, str]) -> Path:
    """The file to load: ``--config``, else ``NUDGER_CONFIG``, else :func:`default_path`. It need not exist."""
    return flag or (Path(environ["NUDGER_CONFIG"]) if environ.get("NUDGER_CONFIG") else default_path())


def default_path() -> Path:
    """``nudger.toml`` in the configuration folder of this user on this system."""
    from platformdirs import user_config_path

    return user_config_path("nudger", appauthor=False) / FILE


def state_folder() -> Path:
    """Where ledgers, locks and drafts lie on this system."""
    from platformdirs import user_state_path

    return user_state_path("nudger", appauthor=False)


def policy_path() -> Path:
    """``policy.toml`` in the configuration folder that only an administrator can write."""
    from platformdirs import site_config_path

    return site_config_path("nudger", appauthor=False) / POLICY


def configured_language(path: Path) -> str | None:
    """The language that a file asks for, read without checking anything else; None where it cannot be told."""
    from nudger.config.file import read

    try:
        language = read(path).get("language")
    except ConfigError:
        return None
    return language if language in LANGUAGES else None


def load(
    path: Path, language: Language, *, policy: Path | None = None, check_nudge: NudgeCheck | None = None
) -> Config:
    """The configuration in ``path`` with its ``leaders/``. Raises ConfigError with every problem in ``language``.

    The error's key is ``config-missing`` where there is no such file.
    ``policy`` is the organisation's file (default :func:`policy_path`; absent is fine); ``check_nudge`` judges
    ``[nudge]`` after it was tightened.
    """
    from nudger.config.loading import Loading

    loading = Loading(path, Texts(language))
    settings = loading.main()
    leaders = tuple(loading.leaders(settings))
    ceilings = loading.ceilings(policy or policy_path())
    nudge = tighten(settings.nudge if settings else {}, ceilings)
    loading.lines += [f"nudge.{line}" for line in (check_nudge(nudge) if check_nudge else ())]
    if settings is None or loading.lines:
        raise loading.failure()
    said = participation.load(settings.ledger.directory or state_folder()) if leaders else {}
    return Config(path, settings, nudge, ceilings, leaders, said)


def owners(config: Config) -> tuple[Owner, ...]:
    """Everyone whose mail is read: the owner of the main file, named by its first mailbox, and each leader."""
    settings = config.settings
    found = [_owner(next(iter(settings.mailboxes)), settings, settings, own_machine=True)] if settings.mailboxes else []
    return (*found, *(_leader(leader, config) for leader in config.leaders))


def _leader(leader: Leader, config: Config) -> Owner:
    owner = _owner(leader.name, leader.settings, config.settings, own_machine=False)
    yes = participation.holds(leader.name, owner.participation, config.said.get(leader.name))
    return replace(owner, participation=yes)


def _owner(name: str, own: OwnerSettings, common: Settings, *, own_machine: bool) -> Owner:
    return Owner(
        name=name,
        language=own.language or common.language,
        goals=own.goals or common.goals,
        mailboxes=own.mailboxes,
        digest=own.digest,
        participation=own.participation,
        own_machine=own_machine,
    )


def tighten(values: Mapping[str, Any], ceilings: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` within what an organisation allows; nothing in ``values`` can loosen a ceiling.

    A number is a maximum (a minimum where its key begins with ``min_``), a list is added to, a table is tightened key
    by key; any other ceiling replaces the value.
    """
    return {**values, **{key: _tighter(key, values.get(key), ceiling) for key, ceiling in ceilings.items()}}


def _tighter(key: str, value: Any, ceiling: Any) -> Any:
    if _is_number(value) and _is_number(ceiling):
        return max(value, ceiling) if key.startswith("min_") else min(value, ceiling)
    if isinstance(value, list) and isinstance(ceiling, list):
        return [*value, *(item for item in ceiling if item not in value)]
    if isinstance(value, Mapping) and isinstance(ceiling, Mapping):
        return tighten(value, ceiling)
    return ceiling


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
