"""How many messages a CPU second the rules take, and what the words of the patterns save.

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/rules_speed.py [--rounds N]

``all`` applies every shipped rule, ``header`` those that need no text. ``without words`` is the same as ``all`` with
every pattern tried on every line, on a part of the messages.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from nudger.mail.labelled import examples
from rules.engine import findings
from rules.matching import Pattern, Patterns
from rules.message import Message
from rules.pack import Pack, builtin_packs
from rules.rule import Condition, Rule

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = {
    "written, nl": ["own/nl-train.jsonl"],
    "written, en": ["own/en-train.jsonl"],
    "real, en": ["public/labelled.jsonl.gz"],
}


def main() -> None:
    """Print a line a set of messages and way of working."""
    arguments = argparse.ArgumentParser(description="Speed of the rules")
    arguments.add_argument("--rounds", type=int, default=3, help="the fastest counts")
    rounds = arguments.parse_args().rounds
    if not (SHARED / "data").is_dir():
        raise SystemExit(f"not measured: {SHARED} is not here")
    packs = builtin_packs()
    wordless = tuple(replace(pack, digest=f"{pack.digest}-", rules=_without_words(pack)) for pack in packs)
    for name, files in SETS.items():
        messages = [example.message for example in examples(SHARED / "data" / file for file in files)]
        size = sum(len(message.own_words) for message in messages) / len(messages)
        print(f"{name}: {len(messages)} messages, {size:.0f} characters of own words on average")
        _line("all", messages, lambda message: findings(packs, message), rounds)
        _line("header", messages, lambda message: findings(packs, message, stage="header"), rounds)
        _line("without words", messages[:100], lambda message: findings(wordless, message), 1)


def _line(name: str, messages: Sequence[Message], step: Callable[[Message], object], rounds: int) -> None:
    step(messages[0])
    speed = len(messages) / min(_cpu_seconds(messages, step) for _ in range(rounds))
    print(f"    {name:14} {speed:8,.0f} messages/s")


def _cpu_seconds(messages: Sequence[Message], step: Callable[[Message], object]) -> float:
    started = time.process_time()
    for message in messages:
        step(message)
    return time.process_time() - started


def _without_words(pack: Pack) -> tuple[Rule, ...]:
    return tuple(replace(rule, condition=_wordless(rule.condition)) for rule in pack.rules)


def _wordless(condition: Condition) -> Condition:
    if not isinstance(condition.test, Patterns):
        return condition
    return replace(condition, test=Patterns(tuple(map(_bare, condition.test.patterns))))


def _bare(pattern: Pattern) -> Pattern:
    return replace(pattern, words=frozenset(), part="")


if __name__ == "__main__":
    main()
