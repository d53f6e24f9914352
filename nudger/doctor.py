"""Doctor: looks at everything a run depends on, in order, and says what to type or click next. It changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from nudger.errors import NudgerError
from nudger.workplace import Workplace


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
        return {"check": self.key, "level": self.level, "error": self.error.key if self.error else None, **self.values}


def examine(place: Workplace) -> Iterator[Check]:
    """Every check, as it is done."""
    yield Check("doctor-config", values={"path": str(place.config.path)})
    yield from _tried("doctor-rules", lambda: _rules(place))
    yield from _tried("doctor-model", lambda: _model(place))
    yield from _tried("doctor-ledger", lambda: _ledger(place))
    yield from _mailboxes(place)
    if not place.goals:
        yield Check("doctor-no-goal", "warn")
    if not place.config.settings.networks:
        yield Check("doctor-no-network", "warn")


def _tried(key: str, look: Callable[[], Check]) -> Iterator[Check]:
    try:
        yield look()
    except NudgerError as error:
        yield Check(key, "fail", error=error)


def _rules(place: Workplace) -> Check:
    return Check("doctor-rules", values={"n": sum(len(pack.rules) for pack in place.packs)})


def _model(place: Workplace) -> Check:
    return Check("doctor-model", values={"model": place.reader.model_id})


def _ledger(place: Workplace) -> Check:
    with place.ledger() as ledger:
        seen = sum(ledger.mail.outcomes().values())
    return Check("doctor-ledger", values={"path": str(place.ledger_path), "n": seen})


def _mailboxes(place: Workplace) -> Iterator[Check]:
    with place.sources() as sources:
        for name, source in sources.items():
            mailbox = place.owner.mailboxes[name]
            try:
                for folder in mailbox.folders:
                    state = source.state(folder)
                    yield Check("doctor-folder", values={"mailbox": name, "folder": folder, "n": state.messages})
                sent = mailbox.sent or source.sent_folder()
            except NudgerError as error:
                yield Check("doctor-mailbox", "fail", {"mailbox": name}, error)
                continue
            if sent:
                yield Check("doctor-sent", values={"mailbox": name, "folder": sent})
            else:
                yield Check("doctor-no-sent", "warn", {"mailbox": name})
