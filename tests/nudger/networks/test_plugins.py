"""Connectors of others, offered by an installed distribution in the entry-point group ``nudger.networks``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nudger.config.models import Network as Settings
from nudger.errors import ConfigError
from nudger.networks import network
from nudger.networks.handoff import Handoff
from nudger.networks.matrix import Matrix
from tests.test_cli import ROOT

MODULE = """
from nudger.networks.memory import Memory

def make(name, settings, communities):
    return Memory(name=name, account=settings.username)
"""


def install(folder: Path, distribution: str, *entries: str) -> None:
    """What an installer leaves behind: the module, and the metadata of the distribution."""
    (folder / "prikbord_made.py").write_text(MODULE, encoding="utf-8")
    info = folder / f"{distribution}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("\n".join(["[nudger.networks]", *entries]), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "prikbord_made", raising=False)
    return tmp_path


def test_a_connector_of_another_distribution_is_made(site: Path) -> None:
    install(site, "nudger_prikbord", "prikbord = prikbord_made:make")
    made = network("plein", Settings(type="prikbord", username="fatima"), ())
    assert (made.name, made.check()) == ("plein", "fatima")


def test_a_type_of_our_own_is_not_taken_over(site: Path) -> None:
    install(site, "nudger_prikbord", "matrix = prikbord_made:make")
    made = network("plein", Settings(type="matrix", url="https://plein.example", token="t"), ())
    assert isinstance(made, Matrix)


@pytest.mark.parametrize("entry", ["prikbord = nergens:make", "prikbord = prikbord_made:anders"])
def test_a_broken_one_is_named(site: Path, entry: str) -> None:
    install(site, "nudger_prikbord", entry)
    with pytest.raises(ConfigError) as failure:
        network("plein", Settings(type="prikbord"), ())
    assert failure.value.values == {"type": "prikbord"}


def test_two_of_the_same_type_are_one_too_many(site: Path) -> None:
    install(site, "nudger_prikbord", "prikbord = prikbord_made:make")
    install(site, "nudger_ander", "prikbord = prikbord_made:make")
    with pytest.raises(ConfigError):
        network("plein", Settings(type="prikbord"), ())


def test_the_list_names_what_others_offer_and_needs_no_configuration(site: Path) -> None:
    install(site, "nudger_prikbord", "prikbord = prikbord_made:make", "matrix = prikbord_made:make")
    command = [sys.executable, "-m", "nudger", "network", "list", "--lang", "nl"]
    paths = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(site)]), "HOME": str(site)}
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=site, env=os.environ | paths).stdout
    assert "prikbord komt uit een ander pakket" in told
    assert told.count("Matrix (Element)") == 1
    assert "in je configuratie" not in told


def test_an_unknown_type_is_text_to_paste(site: Path) -> None:
    install(site, "nudger_prikbord", "prikbord = prikbord_made:make")
    assert isinstance(network("plein", Settings(type="iets-anders"), ()), Handoff)
