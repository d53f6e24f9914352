"""Which stage of a poll takes the CPU: fetching, reading, judging, the ledger. Wraps what looking and polling call."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Self
from unittest.mock import patch

from nudger.mail.source import Source

PLACES = {
    "reading": ("nudger.looking", ("read", "read_header")),
    "judging": ("nudger.looking", ("judge", "gated")),
    "ledger": ("nudger.poll", ("_commit",)),
}
"""Stage → the module that calls these functions, by the names that it knows them by."""


class Stages:
    """While entered, the functions of each stage are timed."""

    def __init__(self) -> None:
        self._cpu: dict[str, float] = defaultdict(float)
        self._patches: list[Any] = []

    def __enter__(self) -> Self:
        for stage, (place, names) in PLACES.items():
            module = import_module(place)
            for name in names:
                patched = patch.object(module, name, self._function(stage, getattr(module, name)))
                patched.start()
                self._patches.append(patched)
        return self

    def __exit__(self, *_: object) -> None:
        for patched in self._patches:
            patched.stop()

    def shares(self, total: float) -> dict[str, float]:
        """CPU seconds by stage; ``rest`` is what no stage took."""
        return {**self._cpu, "rest": total - sum(self._cpu.values())}

    def timed(self, source: Source) -> Source:
        """The source, each of whose answers counts as fetching."""
        made: Source = _TimedSource(source, self._spending)  # type: ignore[assignment]
        return made

    @contextmanager
    def _spending(self, stage: str) -> Iterator[None]:
        before = time.thread_time()
        try:
            yield
        finally:
            self._cpu[stage] += time.thread_time() - before

    def _function(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self._spending(stage):
                return function(*args, **kwargs)

        return timed


class _TimedSource:
    def __init__(self, source: Source, spending: Callable[[str], Any]) -> None:
        self._source = source
        self._spending = spending

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._source, name)
        if name in ("headers", "complete"):
            return lambda *args: self._each(found(*args))
        if name in ("state", "uids"):
            return self._whole(found)
        return found

    def _whole(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            with self._spending("fetching"):
                return method(*args)

        return timed

    def _each(self, items: Iterable[Any]) -> Iterator[Any]:
        waiting, end = iter(items), object()
        while True:
            with self._spending("fetching"):
                item = next(waiting, end)
            if item is end:
                return
            yield item
