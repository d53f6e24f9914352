"""Figures of ``threads.md``: python docs/experiments/threads.py SHARED_DATA, from the root of the repository."""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from nudger.mail import threads as module
from tests.nudger.mail.test_threads import damaged, list_message, pairs, precision_recall_f1, threads_of

Rows = list[dict[str, Any]]


def read(data: Path) -> Rows:
    with gzip.open(data / "public" / "threads.jsonl.gz", "rt", encoding="utf-8") as lines:
        return sorted(map(json.loads, lines), key=lambda row: (row["date"], row["message_id"]))


def halves(rows: Rows) -> dict[str, Rows]:
    """Every other list by name: the rules were chosen on the first half."""
    names = sorted({row["to"][0] for row in rows})
    chosen = set(names[::2])
    return {
        "chosen on": [row for row in rows if row["to"][0] in chosen],
        "other half": [row for row in rows if row["to"][0] not in chosen],
        "all": rows,
    }


def bare(rows: Rows) -> list[Any]:
    return [list_message(row, f"<{number}>", ()) for number, row in enumerate(rows)]


def whole(rows: Rows) -> list[Any]:
    return [list_message(row, row["message_id"], tuple(filter(None, [row["in_reply_to"]]))) for row in rows]


def figures(rows: Rows, messages: list[Any]) -> str:
    return " | ".join(f"{value:.3f}" for value in precision_recall_f1(rows, messages))


def letters(line: str) -> str:
    return re.sub(r"\W+", "", line.casefold())


def quotes(later: Rows, earlier: Rows) -> bool:
    """Whether a later message quotes a line of 20 or more letters that an earlier one holds."""
    quoted = {letters(line) for row in later for line in row["body"].splitlines() if line.lstrip()[:1] in (">", "|")}
    written = {letters(line) for row in earlier for line in row["body"].splitlines()}
    return any(len(line) >= 20 for line in quoted & written)


def wrong_pairs(rows: Rows, messages: list[Any]) -> tuple[int, int]:
    """Pairs that are joined against the data, and those of them whose later thread quotes the earlier."""
    joined: dict[str, dict[str, Rows]] = defaultdict(lambda: defaultdict(list))
    for thread, row in zip(threads_of(messages), rows, strict=True):
        joined[thread][row["thread"]].append(row)
    wrong = quoting = 0
    for parts in joined.values():
        first, *others = sorted(parts.values(), key=lambda part: part[0]["date"])
        for later in others:
            wrong += len(first) * len(later)
            quoting += len(first) * len(later) * quotes(later, first)
            first = [*first, *later]
    return wrong, quoting


def main(data: Path) -> None:
    rows = read(data)
    print("| lists | messages | what is left | precision | recall | F1 |\n|---|---|---|---|---|---|")
    for name, half in halves(rows).items():
        print(f"| {name} | {len(half)} | all ids | {figures(half, whole(half))} |")
        for seed in (1, 2, 3):
            print(f"| {name} | {len(half)} | damaged ids, seed {seed} | {figures(half, damaged(half, seed))} |")
        print(f"| {name} | {len(half)} | subjects alone | {figures(half, bare(half))} |")
    mixed = random.Random(5).sample(rows, len(rows))
    print(f"| all, in random order | {len(rows)} | damaged ids, seed 1 | {figures(mixed, damaged(mixed, 1))} |")
    print(f"| all, in random order | {len(rows)} | subjects alone | {figures(mixed, bare(mixed))} |")

    for name, half in halves(rows).items():
        for what, messages in (("all ids", whole(half)), ("subjects alone", bare(half))):
            wrong, quoting = wrong_pairs(half, messages)
            found = pairs(threads_of(messages))
            rest = (found - wrong + quoting) / found
            print(
                f"{name}, {what}: {wrong} wrong pairs, {quoting} of them quote; precision with these right {rest:.3f}"
            )

    messages = damaged(rows, 1) * 5
    start = time.process_time()
    threads_of(messages)
    print(f"{len(messages) / (time.process_time() - start):,.0f} messages a CPU second")

    module._tied_by_topic = lambda message, index: []
    print(f"without the topic: | {figures(rows, damaged(rows, 1))} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
