"""Learning from a leader: it follows a taste, stays near the base, and remains a plain model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from classifiers import personal, storage
from classifiers.model import WORTH, Model, load
from classifiers.personal import KEPT, Decision
from tests.classifiers.mail import OTHER, TALK, mail


def decisions(model: Model, yes: tuple[str, ...], no: tuple[str, ...], times: int = 4) -> list[Decision]:
    kept = personal.numbers(model, [mail(core, to=1) for core in yes] + [mail(core, to=9) for core in no], [()] * 12)
    answers = [True] * len(yes) + [False] * len(no)
    return [Decision(tuple(map(float, row)), answer) for row, answer in zip(kept, answers, strict=True)] * times


def test_forty_numbers_are_kept(toy: Model) -> None:
    assert KEPT == 40
    assert personal.numbers(toy, [mail("x")], [()]).shape == (1, 40)


def test_the_kept_numbers_hold_the_score(toy: Model) -> None:
    messages = [mail(core) for core in TALK]
    kept = personal.numbers(toy, messages, [()] * 6)
    assert 4 * kept[:, WORTH] == pytest.approx(toy.log_odds(messages, [()] * 6)[:, WORTH], abs=1e-3)


def test_the_taste_of_a_leader_is_followed() -> None:
    base = load()
    taught = personal.adapted(base, decisions(base, OTHER, TALK))
    liked, disliked = [mail(core, to=1) for core in OTHER], [mail(core, to=9) for core in TALK]
    moved = [
        float((taught.log_odds(mails, [()] * 6) - base.log_odds(mails, [()] * 6))[:, WORTH].mean())
        for mails in (liked, disliked)
    ]
    assert moved[0] > 0.5
    assert moved[0] > moved[1] + 1


def test_one_verdict_more_moves_little() -> None:
    base = load()
    decided = decisions(base, OTHER, TALK, times=2)
    odd = replace(decided[0], yes=not decided[0].yes)
    messages = [mail(core, to=4) for core in TALK]
    before, after = (personal.adapted(base, given).log_odds(messages, [()] * 6) for given in (decided, [*decided, odd]))
    moved = np.abs(after - before)[:, WORTH].max()
    assert 0 < moved < 0.5


def test_kinds_and_talk_stay(toy: Model) -> None:
    taught = personal.adapted(toy, decisions(toy, OTHER, TALK))
    messages = [mail(core) for core in TALK]
    before, after = toy.score(messages, [()] * 6), taught.score(messages, [()] * 6)
    assert np.array_equal(before.kinds, after.kinds)
    assert np.array_equal(before.talk, after.talk)


def test_nothing_decided_is_the_base(toy: Model) -> None:
    assert personal.adapted(toy, []) is toy


def test_a_decision_with_other_numbers_is_refused(toy: Model) -> None:
    with pytest.raises(ValueError, match="39"):
        personal.adapted(toy, [Decision((0.0,) * 39, True)])


def test_an_adapted_model_is_stored_and_explained_as_any(toy: Model, tmp_path: Path) -> None:
    taught = personal.adapted(toy, decisions(toy, OTHER, TALK))
    storage.save(taught, tmp_path / "mine")
    again = load(tmp_path / "mine")
    message = mail(TALK[0])
    assert again.card["decisions"] == len(decisions(toy, OTHER, TALK))
    assert sum(r.weight for r in again.reasons(message)) == pytest.approx(
        float(taught.log_odds([message], [()])[0, WORTH]), abs=1e-3
    )
