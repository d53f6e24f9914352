"""The models that were learned for one owner: numbered folders, and a file that says which of them judges."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from classifiers import storage
from classifiers.model import Model
from classifiers.storage import ModelError

BASE = "base"
"""The name of the model that everyone has."""

USED = "used.json"
KEPT = 5
"""So many models stay; one that is in use, or was before it, is never thrown away."""


class Shelf:
    """The models in ``folder``, which need not be there yet. Nothing is believed that others could have written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """The models that were learned, oldest first."""
        found = [path.name for path in self._folder.glob("*") if path.name.isdigit()] if self._folder.is_dir() else []
        return sorted(found, key=int)

    @property
    def current(self) -> str:
        """The model in use: :data:`BASE` or one of :meth:`names`. Raises ModelError."""
        return self._used()[-1]

    @property
    def before(self) -> str:
        """The model that was in use before it; empty when there was none."""
        return next(iter(self._used()[-2:-1]), "")

    def card(self, name: str) -> Mapping[str, Any]:
        """The card of a model. Raises ModelError."""
        return storage.load_card(self._folder / name)

    def load(self, name: str, *, packs: str, base: str) -> Model:
        """A model that was learned on top of ``base`` (the digest of its file). Raises ModelError."""
        model = storage.load(self._folder / name, packs=packs)
        if model.card.get("base") != base:
            raise ModelError("base", found=model.card.get("base"), expected=base)
        return model

    def add(self, model: Model) -> str:
        """Keep a model and give its name; it is not in use yet. The oldest ones make room."""
        names = self.names()
        name = str(1 + max(map(int, names), default=0))
        storage.save(model, self._folder / name)
        needed = {*self._used()[-2:], name}
        for old in [each for each in names if each not in needed][: max(len(names) + 1 - KEPT, 0)]:
            shutil.rmtree(self._folder / old)
        return name

    def use(self, name: str) -> None:
        """From now on this model judges. Raises KeyError when there is none of that name."""
        if name != BASE and name not in self.names():
            raise KeyError(name)
        try:
            used = self._used()
        except ModelError:
            # Choosing the base is the way out of a file that cannot be trusted.
            used = [] if name == BASE else self._used()
        if used[-1:] != [name]:
            self._write([*used, name])

    def back(self) -> str:
        """Go back to the model that was in use before, and give its name. Raises LookupError when there was none."""
        used = self._used()[:-1]
        while used and used[-1] != BASE and used[-1] not in self.names():
            used.pop()
        if not used:
            raise LookupError
        self._write(used)
        return used[-1]

    def _used(self) -> list[str]:
        """The models in the order in which they were taken into use."""
        path = self._folder / USED
        if not path.exists() and not path.is_symlink():
            return [BASE]
        storage.check_file(path)
        try:
            used = [str(name) for name in json.loads(path.read_text("utf-8"))]
        except (OSError, ValueError, TypeError) as error:
            raise ModelError("unreadable", file=USED) from error
        return used or [BASE]

    def _write(self, used: Sequence[str]) -> None:
        storage.write(self._folder / USED, json.dumps(used[-20:]).encode())
