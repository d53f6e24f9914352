"""What ``nudger explain`` says of ten mails, five in each language, as it was read and found good.

After a retrain or a change of words: ``python -m tests.nudger.test_explain`` writes the files anew; read them then.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from nudger.launch import Context
from nudger.texts import Texts
from tests.classifiers.mail import mail

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "explain"
MAILS = sorted(GOLDEN.glob("*.eml"))


def said(path: Path, home: Path) -> str:
    """What a person sees, in the language of the mail."""
    environ = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "COLUMNS": "100"}
    words = ["explain", str(path), "--lang", path.name[:2]]
    done = CliRunner(env=environ).invoke(main, words, obj=Context(), catch_exceptions=False)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def test_there_are_ten() -> None:
    assert len(MAILS) == 10


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_an_explanation_reads_as_it_was_found_good(path: Path, tmp_path: Path) -> None:
    assert said(path, tmp_path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_ground_has_a_sentence(language: str) -> None:
    from classifiers.cues import CUES
    from classifiers.features import STRUCTURE
    from classifiers.model import load
    from classifiers.reasons import Reason
    from nudger.nudges.explained import ground
    from nudger.nudges.grounds import grounds

    texts = Texts("nl" if language == "nl" else "en")
    names = [f"structure:{name}" for name in STRUCTURE] + [f"cue:{name}" for name in CUES] + ["context"]
    names += [f"finding:{language}.{name}" for name in load().extractor.findings]
    for name in names:
        for weight in (-2.0, 2.0):
            for one in grounds([Reason(name, (), weight)], mail("Zullen we dat doen?")):
                assert f"reason-{one.id}" in texts, name
                assert ground(one, texts)


def test_the_weights_of_what_belongs_together_are_added_up() -> None:
    from classifiers.reasons import Reason
    from nudger.nudges.grounds import grounds

    reasons = [
        Reason("cue:proposes", ("idee",), 0.5),
        Reason("finding:nl.idea-word", (), 0.8),
        Reason("word", ("koffie",), 0.4),
        Reason("word", ("de",), 3.0),
        Reason("style", (), 2.0),
        Reason("structure:one addressee", (), -1.5),
        Reason("structure:copies", (), -0.1),
    ]
    found = {one.id: (round(one.weight, 6), one.words) for one in grounds(reasons, mail("Een idee.", to=1))}
    assert found == {
        "proposes": (1.3, ("idee",)),
        "audience-one": (-1.6, ()),
        "words": (0.4, ("koffie",)),
    }


if __name__ == "__main__":
    import tempfile

    for each in MAILS:
        with tempfile.TemporaryDirectory() as folder:
            each.with_suffix(".txt").write_text(said(each, Path(folder)), encoding="utf-8")
