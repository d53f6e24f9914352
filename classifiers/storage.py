"""A model on disk: one ``.npz`` of plain numbers (never a pickle) and its card, checked before anything is believed.

The encoder (``builtin/encoder.npz``) is shared by all models; a card names the one it was trained with.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from classifiers import encoder, features
from classifiers.bands import Bands
from classifiers.features import Extractor
from classifiers.model import COLUMNS, STYLE, Calibration, Model, Taste, Weights
from rules.message import READING

FORMAT = 3
"""Version of the file format."""

ARRAYS = "model.npz"
CARD = "card.json"
WEIGHTS = tuple(field.name for field in fields(Weights))
CALIBRATION = tuple(field.name for field in fields(Calibration))
TASTE = tuple(field.name for field in fields(Taste))
"""The arrays of a model."""

SIZE_LIMIT = 5_000_000
"""Bytes of the arrays; a larger file is refused unread."""


class ModelError(Exception):
    """A model that cannot be trusted or does not fit; ``reason`` is a short stable word, ``detail`` names values.

    Reasons: ``missing``, ``unreadable``, ``too-large``, ``format``, ``reading``, ``features``, ``encoder``, ``packs``,
    ``base``, ``changed``, ``owner``, ``mode``, ``shape``.
    """

    def __init__(self, reason: str, **detail: object) -> None:
        super().__init__(f"{reason} {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def save(model: Model, folder: Path) -> None:
    """Write arrays and card into a folder, readable by its owner only; an older model there is replaced."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **_arrays(model))  # uncompressed: it must load in a blink
    octets = buffer.getvalue()
    card = {
        **model.card,
        "format": FORMAT,
        "reading": READING,
        "features": features.digest(),
        "encoder": model.extractor.encoder.digest,
        "findings": list(model.extractor.findings),
        "sha256": hashlib.sha256(octets).hexdigest(),
        "bands": {
            "ask_from": model.bands.ask_from,
            "suggest_from": model.bands.suggest_from,
            "share_from": model.bands.share_from,
        },
    }
    write(folder / ARRAYS, octets)
    write(folder / CARD, (json.dumps(card, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def _arrays(model: Model) -> dict[str, np.ndarray]:
    """Weights and calibration by name; two bytes a weight are enough."""
    weights = {name: getattr(model.weights, name).astype(np.float16) for name in WEIGHTS}
    calibration = {name: getattr(model.calibration, name) for name in CALIBRATION}
    return weights | calibration | {name: getattr(model.taste, name) for name in TASTE}


def write(path: Path, octets: bytes) -> None:
    """Put this in the place of the file, at once or not at all, for its owner only."""
    new = path.with_name(path.name + ".new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(octets)
    new.replace(path)


def load(folder: Path | None = None, *, packs: str | None = None) -> Model:
    """The model of a folder, or the shipped one. Raises ModelError."""
    if folder is not None:
        for name in (ARRAYS, CARD):
            check_file(folder / name)
    octets, text = _read(folder)
    card = _card(text)
    _check(card, octets, packs)
    return _model(octets, card)


def load_card(folder: Path) -> Mapping[str, Any]:
    """The card alone of a model in a folder. Raises ModelError."""
    check_file(folder / CARD)
    try:
        return _card((folder / CARD).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError("unreadable", file=CARD) from error


def check_file(path: Path) -> None:
    """A model that a user trained belongs to that user and is closed to all others. Raises ModelError."""
    try:
        facts = path.lstat()
    except OSError as error:
        raise ModelError("missing", file=path.name) from error
    if not stat.S_ISREG(facts.st_mode):
        raise ModelError("unreadable", file=path.name)
    if os.name == "posix":
        if facts.st_uid != os.getuid():
            raise ModelError("owner", file=path.name)
        if facts.st_mode & 0o077:
            raise ModelError("mode", file=path.name)
    if facts.st_size > SIZE_LIMIT:
        raise ModelError("too-large", file=path.name)


def _read(folder: Path | None) -> tuple[bytes, str]:
    place = folder if folder is not None else files("classifiers.builtin")
    try:
        return (place / ARRAYS).read_bytes(), (place / CARD).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError("missing" if isinstance(error, OSError) else "unreadable") from error


def _card(text: str) -> dict[str, Any]:
    try:
        card = json.loads(text)
    except ValueError as error:
        raise ModelError("unreadable", file=CARD) from error
    if not isinstance(card, dict):
        raise ModelError("unreadable", file=CARD)
    return card


def _check(card: Mapping[str, Any], octets: bytes, packs: str | None) -> None:
    expected = {
        "format": FORMAT,
        "reading": READING,
        "features": features.digest(),
        "encoder": encoder.builtin().digest,
    }
    expected |= {} if packs is None else {"packs": packs}
    for key, value in expected.items():
        if card.get(key) != value:
            raise ModelError(key, found=card.get(key), expected=value)
    if card.get("sha256") != hashlib.sha256(octets).hexdigest():
        raise ModelError("changed")


def _model(octets: bytes, card: Mapping[str, Any]) -> Model:
    try:
        with np.load(io.BytesIO(octets), allow_pickle=False) as stored:
            weights = Weights(**{name: stored[name].astype(np.float32) for name in WEIGHTS})
            calibration = Calibration(**{name: stored[name].astype(np.float32) for name in CALIBRATION})
            taste = Taste(**{name: stored[name].astype(np.float32) for name in TASTE})
        bands = Bands(**{key: float(value) for key, value in card["bands"].items()})
        extractor = Extractor(encoder.builtin(), tuple(str(name) for name in card["findings"]))
    except (KeyError, TypeError, ValueError, AttributeError, OSError, zipfile.BadZipFile) as error:
        raise ModelError("unreadable", file=ARRAYS) from error
    if not _fits(weights, calibration, taste, extractor.width):
        raise ModelError("shape")
    return Model(extractor, weights, calibration, taste, bands, card)


def _fits(weights: Weights, calibration: Calibration, taste: Taste, width: int) -> bool:
    """Whether all arrays are of the shapes that belong together."""
    units = len(weights.starts)
    layers = [getattr(weights, name).shape for name in WEIGHTS]
    others = [getattr(calibration, name).shape for name in CALIBRATION]
    tasted = [getattr(taste, name).shape for name in TASTE]
    return (
        layers == [(width, COLUMNS), (COLUMNS,), (width, units), (units,), (units, COLUMNS)]
        and others == [(STYLE,)] * len(CALIBRATION)
        and tasted == [(STYLE,), (width,), (1,)]
    )
