"""Runs every benchmark that needs nothing beyond the development environment and the shared data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = (
    ("startup.py",),
    ("rules_speed.py",),
    ("reading.py",),
    ("own_words.py",),
    ("judging.py", "speed"),
    ("imap_pass.py",),
)


def main() -> int:
    failed = 0
    for script, *words in SCRIPTS:
        print(f"\n== {script} {' '.join(words)}", flush=True)
        command = [sys.executable, str(ROOT / "benchmarks" / script), *words]
        done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
