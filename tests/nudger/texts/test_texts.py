"""The catalogue machinery: languages, values, plurals, dates and numbers, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nudger.errors import ConfigError
from nudger.texts import LANGUAGES, Language, Texts, choose_language

ROOT = Path(__file__).parents[3]


POLL = """
poll-done = { $n ->
    [one] 1 mail
   *[other] { $n } mails
  } in { $folders ->
    [one] 1 map
   *[other] { $folders } mappen
  }
poll-from = Van { $who }
    .note = los
poll-notes =
    .only = niets
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
    (tmp_path / "nl" / "poll.ftl").write_text(POLL)
    (tmp_path / "nl" / "errors.ftl").write_text(
        "errors-bad = Fout in { $path }\nerrors-bad-hint = Kijk naar { $path }\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("flag", "configured", "environ", "expected"),
    [
        ("nl", "en", {"LC_ALL": "en_US.UTF-8"}, "nl"),
        (None, "nl", {"LC_ALL": "en_US.UTF-8"}, "nl"),
        (None, None, {"LC_ALL": "nl_BE.UTF-8", "LANG": "en_US"}, "nl"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "nl_NL@euro", "LANG": "en_US"}, "nl"),
        (None, None, {"LC_MESSAGES": "en_GB", "LANG": "nl_NL"}, "en"),
        (None, None, {"LANG": "NL"}, "nl"),
        (None, None, {"LANG": "C.UTF-8"}, "en"),
        (None, None, {"LANG": "de_DE"}, "en"),
        (None, None, {}, "en"),
    ],
)
def test_choose_language(flag: str | None, configured: str | None, environ: dict[str, str], expected: Language) -> None:
    assert choose_language(flag, configured, environ) == expected


def test_several_counts_in_one_sentence(folder: Path) -> None:
    texts = Texts("nl", folder)
    assert texts("poll-done", n=1, folders=1) == "1 mail in 1 map"
    assert texts("poll-done", n=1234, folders=2) == "1.234 mails in 2 mappen"


def test_numbers_follow_the_language() -> None:
    assert (Texts("nl").percent(3, 7), Texts("en").percent(3, 7)) == ("43%", "43%")
    assert Texts("nl").percent(0, 0) == "–"
    assert (Texts("nl").duration(timedelta(seconds=0.84)), Texts("en").duration(timedelta(seconds=2))) == (
        "0,8 seconden",
        "2 seconds",
    )


def test_text_from_a_mail_cannot_steer_the_terminal(folder: Path) -> None:
    assert Texts("nl", folder)("poll-from", who="Fat\x1b[31mima\u202e") == "Van Fat[31mima"


def test_text_from_a_mail_is_no_catalogue_syntax(folder: Path) -> None:
    assert Texts("nl", folder)("poll-from", who="{ $n } { -nudger }") == "Van { $n } { -nudger }"


@pytest.mark.parametrize("key", ["poll-nothing", "poll", "nowhere-thing", "../nl/poll-done", "poll-notes", "-"])
def test_unknown_key_is_named(folder: Path, key: str) -> None:
    with pytest.raises(KeyError, match=key):
        Texts("nl", folder)(key)
    assert key == "poll-notes" or key not in Texts("nl", folder)


def test_missing_value_is_named(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"poll-from.*who"):
        Texts("nl", folder)("poll-from")
    with pytest.raises(ValueError, match="poll-from"):
        Texts("nl", folder)("poll-from", who=None)


def test_error_becomes_lines(folder: Path) -> None:
    error = ConfigError("bad", hint="bad-hint", problems=("een", "twee"), path="x.toml")
    assert list(Texts("nl", folder).error(error)) == ["Fout in x.toml", "  - een", "  - twee", "Kijk naar x.toml"]
    assert list(Texts("nl", folder).error(ConfigError("bad", path="x.toml"))) == ["Fout in x.toml"]


DAY = date(2026, 11, 24)


def test_dates() -> None:
    nl, en = Texts("nl"), Texts("en")
    assert (nl.date(DAY), en.date(DAY)) == ("24 november 2026", "24 November 2026")
    assert (nl.short_date(DAY), en.short_date(DAY)) == ("24 nov", "24 Nov")
    assert (nl.weekday(DAY), en.weekday(DAY)) == ("dinsdag", "Tuesday")
    assert nl.clock(datetime(2026, 11, 24, 8, 5, tzinfo=UTC)) == "08:05"


@pytest.mark.parametrize(
    ("delta", "nl", "en"),
    [
        (timedelta(seconds=59), "zojuist", "just now"),
        (timedelta(minutes=-5), "zojuist", "just now"),
        (timedelta(minutes=1), "1 minuut geleden", "1 minute ago"),
        (timedelta(minutes=119), "119 minuten geleden", "119 minutes ago"),
        (timedelta(hours=47), "47 uur geleden", "47 hours ago"),
        (timedelta(days=3), "3 dagen geleden", "3 days ago"),
        (timedelta(days=13), "13 dagen geleden", "13 days ago"),
        (timedelta(days=14), "2 weken geleden", "2 weeks ago"),
    ],
)
def test_ago(delta: timedelta, nl: str, en: str) -> None:
    assert (Texts("nl").ago(delta), Texts("en").ago(delta)) == (nl, en)


def test_duration_in_larger_units() -> None:
    assert Texts("nl").duration(timedelta(minutes=61)) == "61 minuten"
    assert Texts("en").duration(timedelta(hours=5)) == "5 hours"


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running ``code``."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "LANG": "nl_NL"},
    )
    return set(done.stdout.split())


def test_one_sentence_reads_one_file(folder: Path) -> None:
    texts = Texts("nl", folder)
    (folder / "nl" / "errors.ftl").unlink()
    assert texts("poll-from", who="x")
    (folder / "nl" / "poll.ftl").unlink()
    assert texts("poll-from", who="y") == "Van y"


def test_catalogue_costs_nothing_until_asked_and_no_heavy_part_then() -> None:
    assert not loaded_by("from nudger.texts import Texts") & {"fluent.runtime", "babel"}
    heavy = {"pydantic", "numpy", "sklearn", "sqlite_utils", "httpx", "rich"}
    assert not loaded_by("from nudger.texts import Texts; Texts('nl')('cli-main')") & heavy


def test_language_of_a_configuration_costs_no_pydantic(tmp_path: Path) -> None:
    path = tmp_path / "nudger.toml"
    path.write_text('language = "nl"')
    code = "from pathlib import Path; from nudger.config.configuration import configured_language as ask"
    assert "pydantic" not in loaded_by(f"{code}; assert ask(Path({str(path)!r})) == 'nl'")
