"""Figures for Prometheus, in its text format for the node exporter's textfile collector; about mailboxes as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from nudger.nightly.night import Night

MIN_OWNERS = 10
"""Fewer owners than these, and how much mail they get would say something of each (promise M7)."""

# Source: prometheus.io, "Exposition formats", text-based format.
HELP = {
    "nudger_last_run_timestamp_seconds": "When the last night ended.",
    "nudger_owners": "Owners by what became of them in the last night.",
    "nudger_messages_new": "Messages seen for the first time in the last night.",
    "nudger_messages": "New messages of the last night by outcome.",
    "nudger_failures": "Owners that failed in the last night, by reason.",
    "nudger_run_seconds": "How long the last night took.",
}


def exposition(night: Night, ended: datetime, seconds: float) -> str:
    """The whole file. No name, address or count of one owner stands in it."""
    folders = [folder for result in night.results for box in result.mailboxes for folder in box.folders]
    outcomes: Counter[str] = Counter()
    for folder in folders:
        outcomes.update(folder.outcomes)
    failures = Counter(result.failure for result in night.results if result.failure)
    failed = sum(failures.values())
    states = {
        "ok": len(night.results) - failed,
        "failed": failed,
        "skipped": len(night.skipped),
        "asleep": len(night.asleep),
        "postponed": len(night.postponed),
    }
    samples: dict[str, list[tuple[str, float]]] = {
        "nudger_last_run_timestamp_seconds": [("", ended.timestamp())],
        "nudger_owners": [(f'{{state="{state}"}}', n) for state, n in states.items()],
        "nudger_failures": [(f'{{reason="{name}"}}', n) for name, n in sorted(failures.items())],
        "nudger_run_seconds": [("", round(seconds, 1))],
    }
    if len(night.results) >= MIN_OWNERS:
        samples["nudger_messages_new"] = [("", outcomes.total())]
        samples["nudger_messages"] = [(f'{{outcome="{name}"}}', n) for name, n in sorted(outcomes.items())]
    return "\n".join(line for name, values in samples.items() for line in _metric(name, values)) + "\n"


def _metric(name: str, values: list[tuple[str, float]]) -> Iterator[str]:
    yield f"# HELP {name} {HELP[name]}"
    yield f"# TYPE {name} gauge"
    for labels, value in values:
        yield f"{name}{labels} {value}"
