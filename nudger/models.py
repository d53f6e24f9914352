"""Models: which one judges for an owner: the base that everyone has, or the one that was learned from her choices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.errors import ModelError

if TYPE_CHECKING:
    from classifiers.model import Model
    from classifiers.shelf import Shelf
    from nudger.config.models import Judge

OUTDATED = frozenset({"format", "reading", "features", "encoder", "packs", "base", "missing"})
"""Why a learned model no longer fits: nudger or its rules changed. Any other reason is a file not to be trusted."""

ID = 8
"""Characters of a model file's digest that name it."""


@dataclass(frozen=True, slots=True)
class InUse:
    """The model that judges and its name; ``outdated`` names a learned one that would, but no longer fits."""

    model: Model
    name: str
    outdated: str = ""


def base(judge: Judge, packs: str) -> Model:
    """The base: the shipped model, or the one of the configuration. Raises ModelError.

    ``packs`` is the digest of the rules in use.
    """
    with trusted(str(judge.model), "model-refused-hint"):
        return loaded(None if judge.model == "builtin" else Path(judge.model), packs)


@lru_cache(maxsize=4)
def loaded(path: Path | None, packs: str) -> Model:
    """The model in this file, or the one that comes along, once a process. Raises classifiers.storage.ModelError."""
    from classifiers.model import load

    return load(path, packs=packs)


def in_use(base: Model, shelf: Shelf) -> InUse:
    """The learned model in use, where it fits, else the base. Raises ModelError for files that are not to be trusted.

    After a new version of nudger nobody has to do anything: the base judges until ``nudger train`` is typed again.
    """
    from classifiers.shelf import BASE
    from classifiers.storage import ModelError as Untrusted

    with trusted("", "model-own-refused-hint"):
        name = shelf.current
    if name == BASE:
        return InUse(base, BASE)
    with trusted(name, "model-own-refused-hint"):
        try:
            return InUse(own(base, shelf, name), name)
        except Untrusted as error:
            if error.reason in OUTDATED:
                return InUse(base, BASE, name)
            raise


def own(base: Model, shelf: Shelf, name: str) -> Model:
    """A model that was learned on top of this base. Raises ``classifiers.storage.ModelError``."""
    return shelf.load(name, packs=str(base.card["packs"]), base=digest(base))


def digest(model: Model) -> str:
    """The digest of a model's file."""
    return str(model.card.get("sha256", ""))


def with_bands(model: Model, judge: Judge) -> Model:
    """The model with the cut-offs of the configuration, where it names any."""
    chosen = {name: value for name in ("ask_from", "suggest_from") if (value := getattr(judge, name)) is not None}
    return replace(model, bands=replace(model.bands, **chosen))


@contextmanager
def trusted(path: str, hint: str) -> Iterator[None]:
    """A file that is refused, told to the user. Raises ModelError."""
    from classifiers.storage import ModelError as Untrusted

    try:
        yield
    except Untrusted as error:
        raise ModelError("model-refused", hint=hint, path=path, reason=error.reason) from None
