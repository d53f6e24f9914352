"""Figures of ``personal-data.md``: python docs/experiments/personal_data.py SHARED_DATA [SEED], from the root.

With a seed, fifty finds of each set are shown, to be judged by eye.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
import tomllib
from collections import Counter
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from nudger.mail.personal.finding import find
from rules.message import Address
from tests.nudger.mail.test_personal import people, places

SETS = ("own/nl-train.jsonl", "own/en-train.jsonl", "public/labelled.jsonl.gz")


def care() -> None:
    mails = tomllib.loads(Path("tests/golden/care.toml").read_text(encoding="utf-8"))["mail"]
    for half in (1, 2):
        wanted = hit = 0
        for mail in (mail for mail in mails if mail["half"] == half):
            spans = find(mail["text"], people(*mail["people"]))
            for text in mail["find"]:
                wanted += 1
                hit += all(any(one.start <= a and b <= one.end for one in spans) for a, b in places(mail["text"], text))
        print(f"half {half}: {hit} of {wanted} found")


def rows(path: Path) -> list[dict[str, Any]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in text.splitlines()]


def addresses(row: dict[str, Any]) -> list[Address]:
    return [Address(name, email, None) for name, email in getaddresses([row["from"], *row["to"], *row["cc"]])]


def rates(path: Path, seed: int | None) -> None:
    mails, start = rows(path), time.process_time()
    finds = [(mail["body"], one) for mail in mails for one in find(mail["body"], addresses(mail))]
    seconds = time.process_time() - start
    words = sum(len(mail["body"].split()) for mail in mails)
    kinds = Counter(one.kind for _, one in finds)
    each = " ".join(f"{kind} {1000 * count / words:.2f}" for kind, count in kinds.most_common())
    size = sum(len(mail["body"]) for mail in mails) / 1000
    rate = 1000 * len(finds) / words
    print(f"{path.name}: {words} words, {rate:.1f} finds a thousand words: {each}; {size / seconds:.0f} kB/s")
    for body, one in random.Random(seed).sample(finds, 50) if seed else ():
        around = (body[max(0, one.start - 35) : one.start], body[one.start : one.end], body[one.end : one.end + 25])
        print(one.kind.ljust(10), "{!r} >>{}<< {!r}".format(*around))


if __name__ == "__main__":
    care()
    for name in SETS:
        rates(Path(sys.argv[1]) / name, int(sys.argv[2]) if len(sys.argv) > 2 else None)
