"""Only a person posts (promise M3): no way leads from poll, scan, digest or a nightly run to ``publish``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FILES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): path
    for path in (ROOT / "cli.py", *(ROOT / "nudger").rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}

OUTBOX = "nudger.networks.outbox"
POSTING = {
    OUTBOX,
    "nudger.posting",
    "nudger.elsewhere",
    "nudger.nudges.review",
    "nudger.nudges.conversation",
    "nudger.nudges.replies",
    "nudger.nudges.reply_talk",
    "nudger.reviewing",
    "nudger.networks.telling",
}
"""The modules between a person and the network."""
PERSON = {"review", "resolve", "retract"}
"""The only commands that may reach them; each asks its questions on a terminal."""
PLAY = {"demo"}
"""It plays six months of decisions on a fictional mailbox, on a network to paste to, without an outbox."""


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that are imported anywhere in a tree, also inside functions, but not for types only."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        else:
            yield from imports(node)


@cache
def imported(module: str) -> tuple[str, ...]:
    """The modules of ours that a module imports anywhere."""
    return tuple(name for name in imports(TREES[module]) if name in TREES)


@cache
def commands() -> dict[str, set[str]]:
    """What each command and each method of ``App`` imports itself or calls by name."""
    found: dict[str, set[str]] = {}
    for module in ("cli", "nudger.groups", "nudger.app"):
        for node in ast.walk(TREES[module]):
            if isinstance(node, ast.FunctionDef):
                found[f"{module}:{node.name}"] = {name for name in imports(node) if name in FILES}
    return found


@cache
def reachable(start: str, cut: frozenset[str] = frozenset()) -> set[str]:
    """Every module that importing ``start`` can bring in."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        module = todo.pop()
        if module in seen or module not in TREES or module in cut:
            continue
        seen.add(module)
        todo += imported(module)
    return seen


def calls(name: str) -> set[str]:
    """The modules in which a method of this name is called."""
    return {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    }


def test_publish_is_called_in_one_place() -> None:
    assert calls("publish") == {OUTBOX}


def test_the_outbox_is_opened_by_those_who_ask_a_person() -> None:
    users = {name for name, tree in TREES.items() if OUTBOX in set(imports(tree))}
    talking = {"nudger.nudges.conversation", "nudger.nudges.reply_talk", "nudger.reviewing"}
    assert users == POSTING - {OUTBOX, *talking}
    for box in ("Outbox(", "ReplyBox("):
        assert {name for name, tree in TREES.items() if box in ast.unparse(tree)} == {"nudger.posting", OUTBOX}


@pytest.mark.parametrize(
    "module",
    sorted(
        name
        for name in TREES
        if name.startswith(("nudger.mail", "nudger.ledger", "nudger.shift", "nudger.nightly", "nudger.privacy"))
        or name.split(".")[-1]
        in {
            "poll",
            "scanning",
            "offline",
            "digest",
            "reread",
            "doctor",
            "suggestions",
            "digesting",
            "mail_answers",
            "mail_choices",
            "following",
            "unfinished",
        }
    ),
)
def test_no_way_leads_from_what_runs_alone_to_the_outbox(module: str) -> None:
    # The App imports the rooms of every command inside its methods; those are looked at one by one below.
    assert not reachable(module, cut=frozenset({"nudger.app"})) & POSTING


def test_of_the_commands_only_those_with_a_person_lead_to_the_outbox() -> None:
    leading = {
        command.partition(":")[2]
        for command, modules in commands().items()
        if any(reachable(module, cut=frozenset({"nudger.app"})) & POSTING for module in modules)
    }
    assert leading == PERSON | PLAY
    assert "outbox" not in FILES["nudger.demo.play"].read_text(encoding="utf-8").lower()


def test_importing_the_app_brings_no_way_to_post() -> None:
    top = ast.Module([node for node in TREES["nudger.app"].body if not isinstance(node, ast.ClassDef)], [])
    assert not any(reachable(module, cut=frozenset({"nudger.app"})) & POSTING for module in imports(top))


def test_what_a_night_calls_of_the_app_leads_nowhere() -> None:
    called = {
        node.func.attr
        for name, tree in TREES.items()
        if name.startswith("nudger.nightly")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    methods = {
        name.partition(":")[2]: modules for name, modules in commands().items() if name.startswith("nudger.app:")
    }
    assert "read" in called & set(methods)
    assert not called & PERSON
    for method in called & set(methods):
        assert not any(reachable(module, cut=frozenset({"nudger.app"})) & POSTING for module in methods[method]), method
