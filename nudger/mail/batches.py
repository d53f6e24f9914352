"""nudger/mail: how many messages are asked for at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 200
"""Messages a command: 2.2 kB of UIDs at most, under the 8,192 octets a line that RFC 7162 section 4 advises."""

T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most ``size``, taken from a lazy source only when they are needed."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
