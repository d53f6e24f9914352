"""Hostile and odd mail for tests, made or unpacked on the spot: the shared odd set, the bombs, mutations of both."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

LARGE = 200_000
"""Octets from which a seed is large; one in two hundred mutations starts from such a one."""


def odd_mail(shared: Path) -> dict[str, bytes]:
    """The messages of the shared odd set, by path."""
    with tarfile.open(shared / "data" / "public" / "odd.tar.gz") as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name: file.read() for name, file in files.items() if file}


def replies(shared: Path) -> dict[str, bytes]:
    """The written replies of many mail clients, by file name."""
    return {path.name: path.read_bytes() for path in sorted((shared / "data" / "own" / "replies").glob("*.eml"))}


def make_bombs(shared: Path, folder: Path, seed: int) -> Path:
    """Write the hostile messages and their BOMBS.tsv into a folder of their own; give that folder."""
    target = folder / f"bombs-{seed}"
    tool = shared / "tools" / "make_bombs.py"
    subprocess.run([sys.executable, tool, target, "--seed", str(seed)], check=True, capture_output=True)
    return target


def bombs(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Name, class and octets of each bomb."""
    for line in (folder / "BOMBS.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, kind = line.split("\t")[:2]
        path = folder / f"{name}.eml"
        yield name, kind, path.read_bytes()


class Mutations:
    """An endless, repeatable supply of damaged mail: number ``n`` is the same octets in every run and process."""

    def __init__(self, seeds: Sequence[bytes], seed: int) -> None:
        self._small = [octets for octets in seeds if len(octets) <= LARGE]
        self._large = [octets for octets in seeds if len(octets) > LARGE]
        self._seed = seed

    def __getitem__(self, number: int) -> bytes:
        random = Random(f"{self._seed}:{number}")
        octets = self._pick(random)
        for _ in range(random.randint(1, 4)):
            octets = random.choice((_flip, _truncate, _swap_lines, _double_header, self._splice))(octets, random)
        return octets

    def _pick(self, random: Random) -> bytes:
        large = self._large and random.random() < 0.005
        return random.choice(self._large if large else self._small)

    def _splice(self, octets: bytes, random: Random) -> bytes:
        """The start of this one and the end of another."""
        other = random.choice(self._small)
        return octets[: random.randint(0, len(octets))] + other[random.randint(0, len(other)) :]


def _flip(octets: bytes, random: Random) -> bytes:
    damaged = bytearray(octets)
    for _ in range(random.randint(1, 1 + min(len(damaged) // 50, 200))):
        if damaged:
            damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def _truncate(octets: bytes, random: Random) -> bytes:
    return octets[: random.randint(0, len(octets))]


def _swap_lines(octets: bytes, random: Random) -> bytes:
    lines = octets.split(b"\n")
    for _ in range(random.randint(1, 5)):
        one, other = random.randrange(len(lines)), random.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _double_header(octets: bytes, random: Random) -> bytes:
    header, blank, body = octets.partition(b"\n\n" if b"\r\n\r\n" not in octets else b"\r\n\r\n")
    lines = header.split(b"\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return b"\n".join(lines) + blank + body
