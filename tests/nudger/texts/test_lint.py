"""The lint of the catalogues finds what it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.texts import LANGUAGES, Language
from nudger.texts.lint import issues, tone
from nudger.texts.readability import Counts, count, douma, kincaid, readable, syllables

GOOD = {"nl": "poll-done = Klaar, { $n } mails gelezen.\n", "en": "poll-done = Done, { $n } mails read.\n"}


def found(folder: Path, nl: str = "", en: str = "") -> list[str]:
    """The issues of two catalogues that are good but for what is added."""
    for language, more in (("nl", nl), ("en", en)):
        (folder / language).mkdir(exist_ok=True)
        (folder / language / "poll.ftl").write_text(GOOD[language] + more)
    return [str(issue) for issue in issues(folder)]


def test_good_catalogues_have_none(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("nl", "en", "issue"),
    [
        ("poll-x = Ja\n", "", "nl,en/poll.ftl poll-x: only in nl"),
        ("", "poll-x = Yes\n", "nl,en/poll.ftl poll-x: only in en"),
        ("poll-x = { $a }\n", "poll-x = { $b }\n", "nl,en/poll.ftl poll-x: variables differ: a, b"),
        ("poll-done = Weer klaar\n", "", "nl/poll.ftl poll-done: stands here twice"),
        ("digest-x = Ja\n", "digest-x = Yes\n", "nl/poll.ftl digest-x: its first word is not 'poll'"),
        ("poll-x Ja\n", "", "nl/poll.ftl poll-x Ja: cannot be read as Fluent"),
        ("poll-x = { -naam }\n", "poll-x = Yes\n", "nl/poll.ftl poll-x: cannot be shown: poll-x: Unknown term: -naam"),
        ("poll-x = Dat moet.\n", "poll-x = Yes.\n", "nl/poll.ftl poll-x: uses 'moet'"),
        (
            "poll-x = { $n ->\n    [one] Goed\n   *[other] Goed zo!\n  }\n",
            "poll-x = { $n }\n",
            "nl/poll.ftl poll-x: uses '!'",
        ),
        ("poll-x = Ja.\n", "poll-x = " + "very " * 26 + "\n", "en/poll.ftl poll-x: a sentence of 26 words"),
    ],
)
def test_each_mistake_is_found(nl: str, en: str, issue: str, tmp_path: Path) -> None:
    assert issue in found(tmp_path, nl, en)


def test_a_missing_file_is_found(tmp_path: Path) -> None:
    found(tmp_path)
    (tmp_path / "en" / "poll.ftl").unlink()
    assert [str(issue) for issue in issues(tmp_path)] == ["en/poll.ftl poll: the file is missing"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Je moet nog steeds slechts antwoorden!", "nl", ["moet", "nog steeds", "slechts", "!"]),
        ("Alweer blijf je achter bij de ranglijst.", "nl", ["Alweer", "ranglijst"]),
        ("Kunt u uw mail lezen?", "nl", ["u", "uw"]),
        ("Die moeten wachten; jij blijft niet achtergebleven.", "nl", ["moeten", "achtergebleven"]),
        ("Tik `moet!` of kies [u] ongedaan.", "nl", []),
        ("  u  ongedaan maken", "nl", []),
        ("De moeite van nu.", "nl", []),
        (
            "You must reply, you still have not. Your team is falling behind!",
            "en",
            ["must", "still have", "falling behind", "!"],
        ),
        ("You should have won a badge.", "en", ["should have", "badge"]),
        ("A mustard that lagged.", "en", []),
    ],
)
def test_tone(text: str, language: Language, words: list[str]) -> None:
    assert sorted(tone(text, language)) == sorted(words)


def test_syllables() -> None:
    nl = {"mail": 1, "idee": 2, "ideeën": 3, "organisatie": 5, "geïnd": 2, "nieuwe": 2, "koeien": 2, "eeuw": 1, "de": 1}
    en = {"mail": 1, "table": 2, "file": 1, "moved": 1, "posted": 2, "message": 2, "uses": 2, "community": 4, "the": 1}
    for language, words in (("nl", nl), ("en", en)):
        assert {word: syllables(word, language) for word in words} == words


def test_counts_leave_out_what_is_only_copied() -> None:
    text = "Lees het eerst.\nTik dan `nudger review --json` of mail naar it@voorbeeld.example."
    assert count(text, "nl") == Counts(words=8, sentences=2, syllables=8, longest=5)


def test_formulas_equal_their_source() -> None:
    counts = Counts(words=100, sentences=10, syllables=150, longest=10)
    assert douma(counts) == pytest.approx(206.84 - 0.77 * 150 - 0.93 * 10)
    assert kincaid(counts) == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)


HARD = {
    "nl": "Organisatorische communicatieprocedures veronderstellen institutionele verantwoordelijkheid betreffende "
    "informatievoorziening aangaande personeelsaangelegenheden. Implementatie geschiedt overeenkomstig vastgestelde "
    "uitvoeringsbepalingen, onverminderd medezeggenschapsverplichtingen binnen zorginstellingen.",
    "en": "Organisational communication procedures presuppose institutional accountability regarding informational "
    "dissemination concerning administrative responsibilities throughout healthcare organisations everywhere.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_text_is_named(language: Language) -> None:
    assert "Flesch" in (readable(HARD[language], language) or "")


def test_short_text_is_judged_on_length_only() -> None:
    assert readable("Informatievoorziening.", "nl") is None
