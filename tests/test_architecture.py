"""The house: who may import what, how large a room may be, and what no file may do."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("nudger", "classifiers", "rules")
MODULES = [ROOT / "cli.py", *(path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py")))]

DOORS = {
    "imapclient": ("nudger/mail/imap",),
    "sqlite_utils": ("nudger/ledger/",),
    "sqlite3": ("nudger/ledger/",),
    "sklearn": ("classifiers/",),
    "httpx": ("nudger/networks/", "nudger/signin/"),
    "feedparser": ("nudger/networks/feeds.py",),
    "keyring": ("nudger/signin/",),
    "msal": ("nudger/signin/",),
    "google": ("nudger/signin/",),
    "google_auth_oauthlib": ("nudger/signin/",),
    "oauthlib": ("nudger/signin/",),
    "requests": ("nudger/signin/",),
    "scipy": ("nudger/shift/", "classifiers/"),
    "matplotlib": ("nudger/shift/",),
    "statsmodels": ("nudger/shift/",),
    "pydantic": ("nudger/config",),
    "tomlkit": ("nudger/config/", "nudger/start/goals.py"),
    "click": ("cli.py", "nudger/groups.py", "nudger/launch.py", "nudger/start/commands.py", "nudger/texts/screen.py"),
    "selectolax": ("nudger/mail/",),
    "pymap": ("nudger/demo/",),
    "olefile": ("nudger/mail/stored/",),
    "compressed_rtf": ("nudger/mail/stored/",),
    "holidays": ("nudger/nudges/workdays.py",),
    "cryptography": ("nudger/privacy/",),
    "dask": ("nudger/nightly/engine.py",),
    "distributed": ("nudger/nightly/engine.py",),
    "smtplib": ("nudger/mail/smtp.py",),
}
"""The only places that may import each outside package."""

WRITING = {"store", "append", "copy", "move", "expunge", "delete_messages", "add_flags", "set_flags", "remove_flags"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_outside_package_has_its_door(path: Path) -> None:
    for module in imports(path):
        door = DOORS.get(module.partition(".")[0])
        assert door is None or name_of(path).startswith(door), f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_looks_up_the_stair(path: Path) -> None:
    above = {"rules": ("classifiers", "nudger", "cli"), "classifiers": ("nudger", "cli"), "nudger": ("cli",)}
    room = name_of(path).partition("/")[0]
    assert not [module for module in imports(path) if module.partition(".")[0] in above.get(room, ())]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_says_what_it_is_and_is_small_enough_to_know(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "its first line says which room it is"
    assert text.count("\n") <= 400


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_can_be_read_at_a_glance(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 45]


@pytest.mark.parametrize("path", [p for p in MODULES if "mail/imap" in name_of(p)], ids=name_of)
def test_the_door_to_imap_has_no_hand_that_writes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and _on_a_client(node.func)}
    assert not calls & WRITING


def _on_a_client(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and "client" in ast.unparse(function.value)


def test_no_command_can_say_yes_for_a_person() -> None:
    import click

    from cli import main

    def walk(command: click.Command) -> Iterator[click.Command]:
        yield command
        for child in getattr(command, "commands", {}).values():
            yield from walk(child)

    options = {option for command in walk(main) for parameter in command.params for option in parameter.opts}
    assert options.isdisjoint({"--yes", "-y", "--force", "--assume-yes", "--no-confirm"})


@pytest.mark.parametrize("words", [["--help"], ["--lang", "nl", "--help"], ["poll", "--help"], ["--version"]])
def test_help_comes_without_anything_heavy(words: list[str], tmp_path: Path) -> None:
    program = (
        "import sys, cli\n"
        "from nudger.launch import guarded\n"
        f"sys.argv = ['nudger', *{words!r}]\n"
        "code = guarded(cli.main)\n"
        "heavy = {'sklearn', 'numpy', 'pydantic', 'sqlite_utils', 'httpx', 'scipy', 'matplotlib', 'imapclient'}\n"
        "heavy |= {'msal', 'google', 'keyring'}\n"
        "sys.stderr.write(repr(sorted(heavy & set(sys.modules))))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "PATH": "", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "[]")
    assert done.stdout.strip()
