"""Figures of ``language.md``: python docs/experiments/language.py SHARED_DATA, from the root of the repository."""

from __future__ import annotations

import json
import random
import re
import sys
import time
import tomllib
from pathlib import Path

from nudger.mail.words import language as module
from nudger.mail.words.language import language

SENTENCE_END = re.compile(r"(?<=[.!?\n])\s+")
TINY = tomllib.loads(Path("tests/golden/language.toml").read_text(encoding="utf-8"))


def bodies(data: Path, name: str) -> list[str]:
    lines = (data / "own" / f"{name}-train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["body"] for line in lines]


def sentences(texts: list[str]) -> list[str]:
    """Distinct sentences of 2 to 8 words: 1,000 by a fixed seed, or all when there are fewer."""
    parts = sorted({part.strip() for text in texts for part in SENTENCE_END.split(text)})
    short = [part for part in parts if 2 <= len(part.split()) <= 8]
    return random.Random(7).sample(short, min(1_000, len(short)))


def row(title: str, expected: str, texts: list[str], hint: str = "") -> str:
    start = time.process_time()
    answers = [language(text, hint=hint) for text in texts]
    speed = len(texts) / (time.process_time() - start)
    right = answers.count(expected)
    silent = answers.count("unknown") if expected != "unknown" else 0
    return f"| {title} | {right}/{len(texts)} | {silent} | {len(texts) - right - silent} | {speed:,.0f} |"


def report(data: Path) -> None:
    print("| texts | right | unknown | wrong | texts/s |\n|---|---|---|---|---|")
    for name in ("nl", "en"):
        texts = bodies(data, name)
        print(row(f"{name} bodies", name, texts))
        print(row(f"{name} sentences", name, sentences(texts)))
        print(row(f"{name} sentences, hint {name}", name, sentences(texts), hint=name))
    for name, texts in TINY.items():
        print(row(f"tiny {name}", name, texts))


if __name__ == "__main__":
    language("Zwaluwstaart")
    print("With the extra:")
    report(Path(sys.argv[1]))
    module._ranker = lambda: None
    print("\nWithout:")
    report(Path(sys.argv[1]))
