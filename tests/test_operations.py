"""The files in contrib/: what they start exists, systemd accepts the units, and the others are well formed."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from cli import main
from nudger.nightly.metrics import HELP
from tests.conftest import skip

CONTRIB = Path(__file__).resolve().parents[1] / "contrib"
FILES = sorted(path for path in CONTRIB.rglob("*") if path.is_file())
UNITS = sorted(CONTRIB.glob("systemd/*"))
MOST_EXPOSED = 2.0
"""Of ten, in the scale of systemd-analyze security."""


def started(text: str) -> list[list[str]]:
    """The words after each ``nudger`` that a file starts."""
    lines = re.findall(r"(?:^|[ /])nudger(?:\.exe)? ((?:poll|digest|doctor|export|report)\b[^;\n<'\"#]*)", text, re.M)
    return [line.split() for line in lines]


def options(words: list[str]) -> None:
    """Parse as the program would. Raises click.UsageError."""
    command = main.commands[words[0]]
    command.make_context(words[0], words[1:], obj=None, resilient_parsing=False)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_command_exists_with_its_options(path: Path) -> None:
    for words in started(path.read_text(encoding="utf-8")):
        try:
            options(words)
        except click.UsageError as error:
            pytest.fail(f"{path.name}: {' '.join(words)}: {error.message}")


def analyze(*words: str) -> str:
    program = shutil.which("systemd-analyze")
    if program is None:
        skip("systemd-analyze is not installed (Debian: systemd)")
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


def test_systemd_accepts_the_units() -> None:
    found = analyze("verify", *map(str, UNITS))
    # Only that the program is not installed in /opt here.
    assert [line for line in found.splitlines() if "/opt/nudger/bin/nudger is not executable" not in line] == []


@pytest.mark.parametrize("path", [path for path in UNITS if path.suffix == ".service"], ids=lambda path: path.name)
def test_the_services_are_closed(path: Path) -> None:
    found = re.search(r"exposure level for \S+: ([\d.]+)", analyze("security", "--offline=true", str(path)))
    assert found is not None
    assert float(found[1]) <= MOST_EXPOSED


def test_every_night_that_was_missed_is_caught_up() -> None:
    timers = [path.read_text(encoding="utf-8") for path in UNITS if path.suffix == ".timer"]
    assert len(timers) == 3
    assert all("Persistent=true" in text for text in timers)


@pytest.mark.parametrize(("status", "again"), [("75", True), ("0", False), ("77", False)])
def test_only_75_is_tried_again_in_the_morning(tmp_path: Path, status: str, again: bool) -> None:
    unit = (CONTRIB / "systemd" / "nudger-poll.service").read_text(encoding="utf-8")
    found = re.search(r"^ExecStopPost=/bin/sh -c '(.*)'$", unit, re.M)
    assert found is not None
    script = found[1].replace("$$", "$").replace("/var/lib/nudger", str(tmp_path))
    subprocess.run(["sh", "-c", script], env={"EXIT_STATUS": status, "PATH": "/usr/bin:/bin"}, check=True)
    assert (tmp_path / "again").exists() is again


def test_launchd_and_task_scheduler_files_are_well_formed() -> None:
    for path in CONTRIB.glob("macos/*.plist"):
        job = plistlib.loads(path.read_bytes())
        assert job["Label"] == path.stem
        options(job["ProgramArguments"][1:])
    for path in CONTRIB.glob("windows/*.xml"):
        root = ElementTree.fromstring(path.read_bytes())
        given = root.findtext(".//{*}Arguments")
        assert given is not None
        options(given.split())


def test_the_alerts_ask_for_figures_that_are_written() -> None:
    text = (CONTRIB / "prometheus" / "nudger-alerts.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\bnudger_\w+", text)) <= set(HELP)
