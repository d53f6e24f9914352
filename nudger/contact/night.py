"""The contact mailbox in a night: read before all others; what is wrong with it is told once a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from nudger.contact.desk import SIGN_IN, Desk, Taken
from nudger.nightly import store
from nudger.nightly.health import WELL, Said, after

if TYPE_CHECKING:
    from nudger.config.configuration import Config
    from nudger.texts import Texts

HEALTH = "contact-health.json"


@dataclass(frozen=True, slots=True)
class Heard:
    """What one look gave, and whether its trouble, or its end, is to be told tonight."""

    taken: Taken = field(default_factory=Taken)
    said: Said = Said.NOTHING

    @property
    def code(self) -> int:
        """The exit code; a mailbox that is closed for long counts every night: an opt-out may lie in it."""
        return self.taken.error.exit_code if self.taken.error else 0

    def as_json(self) -> dict[str, Any]:
        """Counts and the key of the trouble."""
        taken = self.taken
        return {
            "status": taken.error.key if taken.error else "ok",
            "done": taken.done,
            "unclear": taken.unclear,
            "doubtful": taken.doubtful,
            "confirmed": taken.confirmed,
        }

    def lines(self, texts: Texts) -> Iterator[str]:
        """What a person reads; nothing where nothing came in."""
        taken = self.taken
        for key in ("done", "unclear", "doubtful"):
            if n := getattr(taken, key):
                yield texts(f"contact-{key}", n=n)
        if self.said is Said.RECOVERED:
            yield texts("contact-recovered")
        elif self.said is not Said.NOTHING and taken.error:
            yield texts("contact-fails", reason=texts(f"errors-{taken.error.key}", **taken.error.values))


def hear(config: Config, state: Path, now: datetime) -> Heard | None:
    """Read the contact mailbox and remember how it fares; None where the configuration has none."""
    if config.settings.contact is None:
        return None
    taken = Desk(config, state, now).run()
    path = state / HEALTH
    today = now.astimezone(ZoneInfo(config.settings.organisation.time_zone)).date()
    before = store.load(path).get(SIGN_IN, WELL)
    # Never left alone, however often it is refused.
    health, said = after(before, taken.error.key if taken.error else "", today, refused=False)
    store.save(path, {SIGN_IN: health})
    return Heard(taken, said)
