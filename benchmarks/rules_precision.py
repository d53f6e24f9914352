"""What each rule is worth: precision for talk of the findings, false and right stops of the gates.

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/rules_precision.py [--show false|missed]

Rows of real mail whose sender falls in the held-out part (SHA-256 of the address begins with 0, 1 or 2) are left out.
``talk`` and ``worth`` are shares of the messages in which the finding stands, ``cover`` is the share of all talk that
has it. A false stop is a thread gate of the nl or en pack on a message that may be posted (repost 2 or 3, sensitive 0).
"""

from __future__ import annotations

import argparse
import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifiers.labels import Example
from nudger.mail.labelled import examples
from rules.engine import Finding, findings
from rules.pack import Pack, builtin_packs

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = {
    "written, nl": "own/nl-train.jsonl",
    "real, told anew in nl": "public/labelled-nl.jsonl.gz",
    "written, en": "own/en-train.jsonl",
    "real, en": "public/labelled.jsonl.gz",
}


@dataclass(frozen=True)
class Row:
    """A labelled message and what the rules found in it."""

    example: Example
    found: Sequence[Finding]

    @property
    def stopped(self) -> bool:
        """Whether a thread gate in words, not in structure, holds."""
        return any(finding.gate == "thread" and not finding.rule_id.startswith("common.") for finding in self.found)

    @property
    def postable(self) -> bool:
        """Whether stopping it would be a loss."""
        return self.example.label.repost >= 2 and self.example.label.sensitive == 0


def main() -> None:
    """Print gates and findings for each set."""
    arguments = argparse.ArgumentParser(description="Precision of the rules")
    arguments.add_argument(
        "--show", choices=["false", "missed"], help="ids of messages wrongly stopped, or not stopped"
    )
    shown = arguments.parse_args().show
    if not (SHARED / "data").is_dir():
        raise SystemExit(f"not measured: {SHARED} is not here")
    packs = builtin_packs()
    held_out = set(_held_out())
    for name, file in SETS.items():
        rows = [row for row in _rows(packs, file) if row.example.source.partition("#")[2] not in held_out]
        _print_gates(name, rows, shown)
        _print_findings(rows)


def _held_out() -> Iterator[str]:
    for example in examples([SHARED / "data" / SETS["real, en"]]):
        sender = example.message.sender.email if example.message.sender else ""
        if hashlib.sha256(sender.encode()).hexdigest()[0] in "012":
            yield example.source.partition("#")[2]


def _rows(packs: Sequence[Pack], file: str) -> Iterator[Row]:
    for example in examples([SHARED / "data" / file]):
        yield Row(example, findings(packs, example.message))


def _print_gates(name: str, rows: Sequence[Row], shown: str | None) -> None:
    postable = [row for row in rows if row.postable]
    print(f"\n{name}: {len(rows)} messages")
    print(f"    false stops      {_share([row.stopped for row in postable])}")
    for sensitive in (2, 1):
        stopped = [row.stopped for row in rows if row.example.label.sensitive == sensitive]
        print(f"    sensitive = {sensitive}    {_share(stopped)} stopped")
    wanted = {"false": (True, True), "missed": (False, False)}.get(shown or "")
    for row in rows:
        secret = row.example.label.sensitive == 2
        if wanted and row.stopped is wanted[0] and (row.postable if wanted[1] else secret):
            print(f"        {row.example.source} {[f.rule_id for f in row.found if f.gate]}")


def _print_findings(rows: Sequence[Row]) -> None:
    by_rule: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for rule_id in {finding.rule_id for finding in row.found if not finding.gate}:
            by_rule[rule_id].append(row)
    talk = sum(row.example.label.talk for row in rows)
    print(f"    {'finding':26}    n  talk worth cover   (of all: talk {talk / len(rows):.2f})")
    for rule_id, matched in sorted(by_rule.items(), key=lambda item: -_talk(item[1])):
        worth = sum(row.example.label.worth for row in matched) / len(matched)
        cover = _talk(matched) * len(matched) / talk
        print(f"    {rule_id:26} {len(matched):4}  {_talk(matched):.2f}  {worth:.2f}  {cover:.2f}")


def _talk(rows: Sequence[Row]) -> float:
    return sum(row.example.label.talk for row in rows) / len(rows)


def _share(values: Iterable[bool]) -> str:
    values = list(values)
    return f"{sum(values)}/{len(values)} = {sum(values) / len(values):.1%}" if values else "0/0"


if __name__ == "__main__":
    main()
