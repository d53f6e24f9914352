"""The shelf of learned models: which one judges, the way back, and what is not believed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from classifiers.model import Model
from classifiers.shelf import BASE, KEPT, USED, Shelf
from classifiers.storage import ARRAYS, CARD, ModelError


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "models")


def learned(toy: Model) -> Model:
    return replace(toy, card={"packs": "abc", "base": "b0"})


def test_an_empty_shelf_means_the_base(shelf: Shelf) -> None:
    assert (shelf.names(), shelf.current, shelf.before) == ([], BASE, "")
    with pytest.raises(LookupError):
        shelf.back()


def test_used_and_back_again(toy: Model, shelf: Shelf) -> None:
    for name in ("1", "2"):
        assert shelf.add(learned(toy)) == name
        shelf.use(name)
    assert (shelf.current, shelf.before) == ("2", "1")
    assert (shelf.back(), shelf.back()) == ("1", BASE)
    assert shelf.names() == ["1", "2"]
    with pytest.raises(KeyError):
        shelf.use("3")


def test_a_model_is_kept_before_it_is_used(toy: Model, shelf: Shelf) -> None:
    assert shelf.add(learned(toy)) == "1"
    assert shelf.current == BASE


def test_the_oldest_make_room_but_not_the_one_in_use(toy: Model, shelf: Shelf) -> None:
    shelf.add(learned(toy))
    shelf.use("1")
    for _ in range(KEPT + 1):
        shelf.add(learned(toy))
    assert shelf.current == "1"
    assert "1" in shelf.names()
    assert len(shelf.names()) == KEPT
    assert shelf.names()[-1] == str(KEPT + 2)


def test_a_model_on_another_base_is_refused(toy: Model, shelf: Shelf) -> None:
    shelf.add(learned(toy))
    assert shelf.load("1", packs="abc", base="b0").card["base"] == "b0"
    with pytest.raises(ModelError, match="base"):
        shelf.load("1", packs="abc", base="b1")


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of Unix")
@pytest.mark.parametrize("name", [ARRAYS, CARD])
def test_a_model_that_others_can_read_is_refused(toy: Model, shelf: Shelf, tmp_path: Path, name: str) -> None:
    shelf.add(learned(toy))
    (tmp_path / "models" / "1" / name).chmod(0o640)
    with pytest.raises(ModelError, match="mode"):
        shelf.load("1", packs="abc", base="b0")


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of Unix")
def test_the_base_is_the_way_out_of_a_list_that_others_could_write(toy: Model, shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(learned(toy))
    shelf.use("1")
    (tmp_path / "models" / USED).chmod(0o666)
    with pytest.raises(ModelError, match="mode"):
        _ = shelf.current
    with pytest.raises(ModelError, match="mode"):
        shelf.use("1")
    shelf.use(BASE)
    assert shelf.current == BASE
    assert (tmp_path / "models" / USED).stat().st_mode & 0o777 == 0o600
