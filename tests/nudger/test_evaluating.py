"""``nudger evaluate`` as a maintainer types it, on a small labelled file written here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from nudger.errors import NudgerError
from nudger.launch import Context
from tests.classifiers.mail import OTHER, TALK


def labelled(folder: Path, rounds: int, **more: str) -> Path:
    """Talk and other work in turn, each of another sender, a day apart."""
    rows = []
    for n in range(rounds):
        talk = n % 2 == 0
        rows.append(
            {
                "id": f"n{n}",
                "source": "enron-told-anew",
                "from": f"p{n}@voorbeeld.example",
                "to": ["a@voorbeeld.example"] if not talk else [f"c{k}@voorbeeld.example" for k in range(5)],
                "cc": [],
                "subject": f"Punt {n}",
                "date": f"{1 + n % 28:02} {('Jan', 'Feb', 'Mar', 'Apr', 'May')[n // 28]} 2025 09:00:00 +0100",
                "headers": {},
                "body": f"{(TALK if talk else OTHER)[n // 2 % 6]} Dit is punt {n}.",
                "kind": "idea" if talk else "task",
                "repost": 3 if talk else 0,
                "sensitive": 0,
                **more,
            }
        )
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def evaluate(path: Path, *words: str) -> str:
    environ = {"HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent), "COLUMNS": "120"}
    words = ("evaluate", str(path), *words)
    return CliRunner(env=environ).invoke(main, words, obj=Context(), catch_exceptions=False).stdout


@pytest.mark.parametrize("by", ["sender", "thread", "time"])
def test_each_split_gives_figures_with_intervals(tmp_path: Path, by: str) -> None:
    told = json.loads(evaluate(labelled(tmp_path, 120), "--by", by, "--json"))
    assert told["split"] == by
    found = told["sets"]["real-nl"]
    assert found["figures"]["n"] >= 20
    assert found["ap_worth"]["low"] <= found["ap_worth"]["value"] <= found["ap_worth"]["high"] < 1.001
    assert found["ap_worth"]["value"] > 0.9


def test_a_person_reads_it_in_dutch(tmp_path: Path) -> None:
    said = evaluate(labelled(tmp_path, 80), "--lang", "nl")
    assert "Mail van afzenders van wie niets geleerd is" in said
    assert "gemiddelde precisie" in said


def test_a_handful_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NudgerError) as refused:
        evaluate(labelled(tmp_path, 10))
    assert (refused.value.key, refused.value.exit_code) == ("evaluate-too-few", 65)


def test_mail_of_one_conversation_cannot_be_split_by_it(tmp_path: Path) -> None:
    path = labelled(tmp_path, 40, subject="Steeds hetzelfde")
    with pytest.raises(NudgerError) as refused:
        evaluate(path, "--by", "thread")
    assert refused.value.key == "evaluate-too-alike"
    assert "real-nl" in json.loads(evaluate(path, "--by", "sender", "--json"))["sets"]
