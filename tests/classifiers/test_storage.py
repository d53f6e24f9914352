"""Storage: what was saved scores the same; whatever does not fit is refused."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest

from classifiers import encoder, storage
from classifiers.model import Model, load
from classifiers.storage import ARRAYS, CARD, ModelError
from tests.classifiers.mail import OTHER, TALK, mail


@pytest.fixture
def folder(toy: Model, tmp_path: Path) -> Path:
    storage.save(toy, tmp_path / "model")
    return tmp_path / "model"


def change_card(folder: Path, **values: object) -> None:
    card = json.loads((folder / CARD).read_text())
    (folder / CARD).write_text(json.dumps(card | values))


def test_a_saved_model_scores_the_same(toy: Model, folder: Path) -> None:
    messages = [mail(core) for core in TALK + OTHER]
    before, after = toy.score(messages, [()] * 12), load(folder).score(messages, [()] * 12)
    assert np.allclose(before.worth, after.worth, atol=2e-3)
    assert np.allclose(before.kinds, after.kinds, atol=2e-3)
    assert load(folder).bands == toy.bands


@pytest.mark.parametrize(
    ("key", "value"), [("format", 0), ("reading", -1), ("features", "other"), ("encoder", ""), ("reading", None)]
)
def test_another_version_is_refused(folder: Path, key: str, value: object) -> None:
    change_card(folder, **{key: value})
    with pytest.raises(ModelError) as error:
        load(folder)
    assert error.value.reason == key


def test_other_rules_are_refused(folder: Path) -> None:
    assert load(folder, packs="abc").card["packs"] == "abc"
    with pytest.raises(ModelError, match="packs"):
        load(folder, packs="abd")


def test_changed_arrays_are_refused(folder: Path) -> None:
    octets = bytearray((folder / ARRAYS).read_bytes())
    octets[len(octets) // 2] ^= 1
    (folder / ARRAYS).write_bytes(octets)
    with pytest.raises(ModelError, match="changed"):
        load(folder)


def test_a_pickle_is_refused(folder: Path) -> None:
    import hashlib

    np.savez(folder / ARRAYS, bias=np.zeros(12), matrix=np.array([{"a": 1}], dtype=object))
    change_card(folder, sha256=hashlib.sha256((folder / ARRAYS).read_bytes()).hexdigest())
    with pytest.raises(ModelError, match="unreadable"):
        load(folder)


def test_a_missing_or_broken_card_is_refused(folder: Path) -> None:
    (folder / CARD).write_text("[1")
    with pytest.raises(ModelError, match="unreadable"):
        load(folder)
    (folder / CARD).unlink()
    with pytest.raises(ModelError, match="missing"):
        load(folder)


@pytest.mark.skipif(os.name != "posix", reason="modes and owners are a matter of Unix")
def test_a_file_that_others_may_write_is_refused(folder: Path) -> None:
    assert (folder / ARRAYS).stat().st_mode & 0o777 == 0o600
    (folder / ARRAYS).chmod(0o620)
    with pytest.raises(ModelError, match="mode"):
        load(folder)


@pytest.mark.skipif(os.name != "posix", reason="modes and owners are a matter of Unix")
def test_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / ARRAYS).rename(tmp_path / "elsewhere.npz")
    (folder / ARRAYS).symlink_to(tmp_path / "elsewhere.npz")
    with pytest.raises(ModelError, match="unreadable"):
        load(folder)


def test_a_large_file_is_refused_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "SIZE_LIMIT", 1000)
    with pytest.raises(ModelError, match="too-large"):
        load(folder)


def test_the_shipped_model_is_small_and_loads_fast() -> None:
    place = Path(storage.__file__).parent / "builtin"
    assert (place / ARRAYS).stat().st_size + (place / "encoder.npz").stat().st_size <= 5_000_000
    best = min(_load_seconds() for _ in range(5))
    assert best < 0.05


def _load_seconds() -> float:
    encoder.builtin.cache_clear()
    start = time.process_time()
    load()
    return time.process_time() - start


def test_a_model_holds_numbers_only() -> None:
    place = Path(storage.__file__).parent / "builtin"
    for name in (ARRAYS, "encoder.npz"):
        with np.load(place / name, allow_pickle=False) as stored:
            assert {stored[each].dtype.kind for each in stored.files} <= {"f", "i", "u"}


def test_weights_of_another_shape_are_refused(folder: Path) -> None:
    change_card(folder, findings=["one", "two", "three"])
    with pytest.raises(ModelError, match="shape"):
        load(folder)
