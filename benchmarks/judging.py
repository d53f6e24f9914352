"""How well and how fast nudger judges, beside other machines, on the same folds.

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/judging.py figures     # held-out folds: AP, calibration, what is suggested; peers
    PYTHONPATH=. python benchmarks/judging.py curve       # a learning curve over senders
    PYTHONPATH=. python benchmarks/judging.py errors      # wrong and missed suggestions on real mail, by label
    PYTHONPATH=. python benchmarks/judging.py speed       # messages a CPU second
    PYTHONPATH=. python benchmarks/judging.py hold-out    # the shipped model on the hold-out: not for choosing

The hold-out (senders whose SHA-256 begins with 0, 1 or 2) takes part in none but the last.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from classifiers import evaluation, training
from classifiers.labels import Example, Verdict
from classifiers.model import COLUMNS, TALK, WORTH, load, sigmoid
from classifiers.training import Settings
from nudger.mail.labelled import examples
from rules.engine import findings
from rules.pack import builtin_packs

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FILES = ("public/labelled.jsonl.gz", "public/labelled-nl.jsonl.gz", "own/nl-train.jsonl", "own/en-train.jsonl")
RECALL = 0.35
"""The recall at which the precision of what is suggested is wanted."""
KEYWORDS = re.compile(
    r"\b(?:idea|suggest|propose|what do you think|thoughts\?|anyone|idee|voorstel|vinden jullie|iemand)"
)


def labelled() -> list[Example]:
    """All labelled mail with its findings."""
    packs = builtin_packs()
    read = examples(SHARED / "data" / name for name in FILES)
    return [replace(e, findings=tuple(dict.fromkeys(f.rule_id for f in findings(packs, e.message)))) for e in read]


def in_sets(made: Sequence[Example]) -> dict[str, np.ndarray]:
    """Rows of each set."""
    names = [f"{training.family(e.source)}{'-' + e.source[:2] if 'train' in e.source else ''}" for e in made]
    return {name: np.flatnonzero(np.array(names) == name) for name in sorted(set(names))}


def text(example: Example) -> str:
    return f"{example.message.topic}\n{example.message.own_words}"


def plain(made: Sequence[Example], characters: bool) -> csr_matrix:
    """scikit-learn's usual features."""
    texts = [text(example) for example in made]
    parts = [TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)]
    if characters:
        chars = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True)
        parts.append(chars.fit_transform(texts))
    return hstack(parts).tocsr()


Scorer = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def held_out(made: Sequence[Example], truth: np.ndarray, scorer: Scorer) -> np.ndarray:
    """Scores of every row by a scorer that did not learn from its fold."""
    scores = np.zeros(len(made))
    for train, test in evaluation.folds(made):
        scores[test] = scorer(train, test, truth)
    return scores


def logistic(data: csr_matrix) -> Scorer:
    def score(train: np.ndarray, test: np.ndarray, truth: np.ndarray) -> np.ndarray:
        learner = LogisticRegression(C=1, class_weight="balanced", max_iter=500)
        return learner.fit(data[train], truth[train]).decision_function(data[test])

    return score


def bogofilter(made: Sequence[Example]) -> Scorer:
    """Debian's bogofilter, taught the same mail."""

    def score(train: np.ndarray, test: np.ndarray, truth: np.ndarray) -> np.ndarray:
        with tempfile.TemporaryDirectory() as folder:
            for value, flag in ((True, "-s"), (False, "-n")):
                box = "".join(mbox(made[row]) for row in train if truth[row] == value)
                subprocess.run(["bogofilter", "-d", folder, "-M", flag], input=box.encode(), check=True)
            box = "".join(mbox(made[row]) for row in test)
            ran = subprocess.run(
                ["bogofilter", "-d", folder, "-M", "-T"], input=box.encode(), capture_output=True, check=False
            )
            return np.array([float(line.split()[1]) for line in ran.stdout.decode().splitlines()])

    return score


def mbox(example: Example) -> str:
    body = "\n".join(
        f">{line}" if line.startswith("From ") else line for line in example.message.own_words.splitlines()
    )
    to = ", ".join(person.email for person in example.message.to)
    return f"From x Thu Jan  1 00:00:00 2015\nTo: {to}\nSubject: {example.message.subject}\n\n{body}\n\n"


def figures() -> None:
    """Ours and the others, talk / worth, for each set."""
    made = [example for example in labelled() if not evaluation.is_hold_out(example)]
    sets = in_sets(made)
    truths = [training.truth_of(made, name) for name in ("talk", "worth")]
    extractor = training.extractor_for(made)
    data = training.numbers(extractor, made)
    odds = training.held_out_odds(data, made, Settings(), 0)
    others: dict[str, Scorer] = {
        "by chance": lambda train, test, truth: np.zeros(len(test)),
        "keywords": lambda train, test, truth: np.array(
            [len(KEYWORDS.findall(text(made[row]).lower())) for row in test], float
        ),
        "TF-IDF words": logistic(plain(made, characters=False)),
        "TF-IDF words, characters": logistic(plain(made, characters=True)),
    }
    if shutil.which("bogofilter"):
        others["bogofilter"] = bogofilter(made)
    print("| | " + " | ".join(f"{name} ({len(rows)})" for name, rows in sets.items()) + " |")
    for name, scorer in others.items():
        line(name, sets, truths, [held_out(made, truth, scorer) for truth in truths])
    line("nudger", sets, truths, [odds[:, TALK], odds[:, WORTH]])
    suggested(made, sets, sigmoid(training.held_out_calibrated(made, odds, 0)))


def line(name: str, sets: dict[str, np.ndarray], truths: list[np.ndarray], scores: list[np.ndarray]) -> None:
    cells = [
        " / ".join(f"{evaluation.average_precision(t[rows], s[rows]):.3f}" for t, s in zip(truths, scores, strict=True))
        for rows in sets.values()
    ]
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def suggested(made: Sequence[Example], sets: dict[str, np.ndarray], chances: np.ndarray) -> None:
    """Calibration and bands with the shipped cut-offs."""
    bands = load().bands
    print(bands)
    for name, rows in sets.items():
        part = [made[row] for row in rows]
        found = [bands.verdict(float(chance)) for chance in chances[rows, WORTH]]
        print(name, evaluation.figures(part, chances[rows, TALK], chances[rows, WORTH], found))
        print("  wrong in 1,000 mails at base rates", wrong_in_thousand(part, found))


def wrong_in_thousand(made: Sequence[Example], verdicts: Sequence[Verdict]) -> dict[float, float]:
    """Wrong suggestions in a thousand internal mails, were so many of them worth posting."""
    unworthy = [verdict for example, verdict in zip(made, verdicts, strict=True) if not example.label.worth]
    share = unworthy.count(Verdict.SUGGEST) / max(len(unworthy), 1)
    return {rate: round(1000 * (1 - rate) * share, 1) for rate in (0.004, 0.01, 0.025)}


def curve() -> None:
    """AP on real mail with a part of the senders to learn from."""
    made = [example for example in labelled() if not evaluation.is_hold_out(example)]
    data = training.numbers(training.extractor_for(made), made)
    sets = in_sets(made)
    truths = [training.truth_of(made, name) for name in ("talk", "worth")]
    for share in (0.125, 0.25, 0.5, 0.75, 1.0):
        odds = np.zeros((len(made), COLUMNS), np.float32)
        for number, (train, test) in enumerate(evaluation.folds(made)):
            kept = _some_groups(made, train, share, number)
            weights = training.fit(data[kept], [made[row] for row in kept], Settings(), 0)
            odds[test] = weights.odds(data[test])
        line(f"{share:.0%} of the groups", sets, truths, [odds[:, TALK], odds[:, WORTH]])
        real = sets["real"]
        found = precision_at(truths[1][real], odds[real, WORTH], RECALL)
        print(f"  precision at recall {RECALL} on real mail {found:.2f}")


def _some_groups(made: Sequence[Example], rows: np.ndarray, share: float, seed: int) -> np.ndarray:
    groups = evaluation.groups(made)[rows]
    names = np.random.default_rng(seed).permutation(np.unique(groups))
    return rows[np.isin(groups, names[: int(np.ceil(share * len(names)))])]


def errors() -> None:
    """Which labels the wrong and the missed ones have on real mail, where they lie, and what would mend them."""
    made = [e for e in labelled() if not evaluation.is_hold_out(e)]
    data = training.numbers(training.extractor_for(made), made)
    odds = training.held_out_odds(data, made, Settings(), 0)
    rows = in_sets(made)["real"]
    made, scores = [made[row] for row in rows], odds[rows, WORTH]
    order = np.argsort(-scores)
    for name, part, wanted in (("wrong in the best 200", order[:200], False), ("missed below 300", order[300:], True)):
        labels = [made[row].label for row in part if made[row].label.worth == wanted]
        causes = Counter((label.kind, f"repost {label.repost}", f"sensitive {label.sensitive}") for label in labels)
        print(name, len(labels), causes.most_common(12))
    _where(made, scores)
    _if_known(made, scores)


def _where(made: Sequence[Example], scores: np.ndarray) -> None:
    """AP of worth posting by length and by number of addressees."""
    worth = training.truth_of(made, "worth")
    for name, sizes, edges in (
        ("characters", [len(e.message.core) for e in made], (0, 200, 500, 1500, 10**9)),
        ("addressees", [e.message.addressees for e in made], (0, 2, 5, 10**9)),
    ):
        for low, high in pairwise(edges):
            part = (np.array(sizes) >= low) & (np.array(sizes) < high)
            found = evaluation.average_precision(worth[part], scores[part])
            print(f"{name} from {low}: {part.sum()} mails, {worth[part].sum()} worth, AP {found:.3f}")


def _if_known(made: Sequence[Example], scores: np.ndarray) -> None:
    """What the same scores would give, were one thing about each mail known."""
    worth = training.truth_of(made, "worth")
    out = -1e3
    known = {
        "as it is": np.zeros(len(made)),
        "clearly sensitive or not": np.array([out * (e.label.sensitive == 2) for e in made]),
        "talk or not": np.array([out * (not e.label.talk) for e in made]),
        "fit to share or not": np.array([out * (e.label.repost < 2) for e in made]),
    }
    senders = [e.message.sender.email if e.message.sender else "" for e in made]
    for name, shift in known.items():
        total = scores + shift
        found = evaluation.bootstrap(lambda rows, s=total: precision_at(worth[rows], s[rows], RECALL), senders)
        print(f"{name}: AP {evaluation.average_precision(worth, total):.3f}, precision at recall {RECALL}: {found}")


def precision_at(truth: np.ndarray, scores: np.ndarray, recall: float) -> float:
    """The precision of the best ones that hold this share of what is true."""
    found = np.cumsum(truth[np.argsort(-scores, kind="stable")])
    last = int(np.searchsorted(found, np.ceil(recall * truth.sum())))
    return float(found[last] / (last + 1))


def hold_out() -> None:
    """The shipped model on the hold-out, with 95 % intervals over senders."""
    made = [example for example in labelled() if evaluation.is_hold_out(example)]
    model = load()
    scores = model.score([e.message for e in made], [e.findings for e in made])
    verdicts = model.verdicts(scores)
    for name, rows in in_sets(made).items():
        part = [made[row] for row in rows]
        print(name, evaluation.figures(part, scores.talk[rows], scores.worth[rows], [verdicts[row] for row in rows]))
        senders = [e.message.sender.email if e.message.sender else "" for e in part]
        for what, chances in (("talk", scores.talk[rows]), ("worth", scores.worth[rows])):
            truth = training.truth_of(part, what)
            interval = evaluation.bootstrap(
                lambda drawn, t=truth, c=chances: evaluation.average_precision(t[drawn], c[drawn]), senders
            )
            print(f"  AP {what} {interval.value:.3f} ({interval.low:.3f} to {interval.high:.3f})")
    print(
        "clearly sensitive among the suggested:",
        sum(e.label.sensitive == 2 and v is Verdict.SUGGEST for e, v in zip(made, verdicts, strict=True)),
    )


def speed() -> None:
    """Messages a CPU second on one core, the best of three."""
    made = labelled()
    messages, found = [e.message for e in made], [e.findings for e in made]
    model = load()
    print(f"nudger {_rate(lambda: model.score(messages, found), len(made)):.0f}")
    texts, truth = [text(example) for example in made], training.truth_of(made, "worth")
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit(texts)
    chars = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True).fit(texts)
    for name, parts in (("words", [words]), ("words and characters", [words, chars])):
        features = hstack([part.transform(texts) for part in parts]).tocsr()
        learner = LogisticRegression(max_iter=300).fit(features, truth)
        rate = _rate(
            lambda p=parts, one=learner: one.predict_proba(hstack([each.transform(texts) for each in p]).tocsr()),
            len(made),
        )
        print(f"scikit-learn, {name} {rate:.0f}")
    if shutil.which("bogofilter"):
        print(f"bogofilter {_bogofilter_rate(made):.0f}")


def _rate(work: Callable[[], object], n: int) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return n / best


def _bogofilter_rate(made: Sequence[Example]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        for flag, worth in (("-s", True), ("-n", False)):
            box = "".join(mbox(e) for e in made if e.label.worth == worth)
            subprocess.run(["bogofilter", "-d", folder, "-M", flag], input=box.encode(), check=True)
        box = "".join(map(mbox, made)).encode()
        before = os.times()
        subprocess.run(["bogofilter", "-d", folder, "-M", "-T"], input=box, stdout=subprocess.DEVNULL, check=False)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        return len(made) / used


COMMANDS = {"figures": figures, "curve": curve, "errors": errors, "speed": speed, "hold-out": hold_out}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Judging, measured")
    parser.add_argument("command", choices=COMMANDS)
    COMMANDS[parser.parse_args().command]()
