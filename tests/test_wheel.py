"""The wheel: complete, with nothing else on top, working from another folder, and clear about strangers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

NOT_SOURCE = shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__")
"""What lies in a checkout but is no part of it; an old build folder would get into the wheel."""

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, unpacked; its dependencies come from the environment of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, ignore=NOT_SOURCE)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(tree)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys, nudger, rules\n"
        f"assert nudger.__file__.startswith({str(site)!r}) and rules.__file__.startswith({str(site)!r})\n"
        "from nudger.__main__ import run\n"
        f"sys.argv = ['nudger', *{list(words)!r}]\n"
        "run()\n"
    )
    environ = {"PYTHONPATH": str(site), "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [sys.executable, "-P", "-c", program]
    return subprocess.run(command, cwd=home, env=environ, capture_output=True, text=True, check=False, timeout=120)


def test_the_top_level_is_exactly_ours(unpacked: Path) -> None:
    names = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"nudger", "classifiers", "rules", "cli.py"}


def test_every_file_of_the_tree_that_is_needed_is_in_it(unpacked: Path) -> None:
    kept = (".py", ".toml", ".ftl", ".html", ".npz", ".json", ".typed")
    for room in ("nudger", "classifiers", "rules"):
        files = [
            path.relative_to(ROOT) for path in (ROOT / room).rglob("*") if path.suffix in kept or "typed" in path.name
        ]
        missing = [str(path) for path in files if not (unpacked / path).exists()]
        assert files
        assert not missing


def test_it_works_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    for words in (["demo", "--weeks", "3"], ["config", "validate"], ["--version"]):
        done = run(unpacked, tmp_path, *words)
        assert done.returncode == 0, done.stderr
    (tmp_path / "a.eml").write_bytes(
        b"From: a@b.example\r\nTo: c@b.example\r\nSubject: x\r\n\r\nWat vinden jullie?\r\n"
    )
    done = run(unpacked, tmp_path, "classify", "a.eml", "--internal", "b.example")
    assert '"verdict"' in done.stdout, done.stderr


def test_a_stranger_of_the_same_name_is_named(unpacked: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger"
    (stranger / "rules").mkdir(parents=True)
    (stranger / "rules" / "__init__.py").write_text("")
    environ = {"PYTHONPATH": f"{stranger}:{unpacked}", "HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    program = "from nudger.__main__ import run; run()"
    command = [sys.executable, "-P", "-c", program]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 78
    assert "rules" in done.stderr
    assert "pipx" in done.stderr
    assert "Traceback" not in done.stderr
