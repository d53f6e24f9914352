"""CPU of starting: ``nudger --help`` and others as a ratio to ``python -c pass``, of child processes."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 10


def cpu(command: list[str]) -> float:
    """CPU seconds of one run: the least of several, for the machine has other things to do."""
    seconds = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds)


def main() -> None:
    bare = cpu([sys.executable, "-c", "pass"])
    print(f"python -c pass       {bare * 1000:6.0f} ms CPU")
    for words in (["--help"], ["--lang", "nl", "--help"], ["--version"], ["poll", "--help"]):
        used = cpu([sys.executable, "cli.py", *words])
        print(f"nudger {' '.join(words):<18} {used * 1000:6.0f} ms CPU   {used / bare:5.1f} x")


if __name__ == "__main__":
    main()
