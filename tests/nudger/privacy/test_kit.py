"""The papers for works council and privacy officer: true to the configuration, complete, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.config.configuration import load
from nudger.privacy.keeping import tables
from nudger.privacy.kit import PAPERS, facts, page
from nudger.texts import LANGUAGES, Language, Texts

COMMON = """
version = 1
[organisation]
domains = ["zorg.example"]
contact = "nudger@zorg.example"
deny = ["or@zorg.example", "hr@zorg.example"]
[ledger]
keep_days = 90
"""
SERVER = (
    COMMON
    + """
[mailbox_template]
host = "imap.zorg.example"
username = "{user}"
password = { env = "NOWHERE" }
addresses = ["{user}@zorg.example"]
look_back_days = 60
"""
)
OWN = (
    COMMON
    + """
[mailboxes.fatima]
host = "imap.zorg.example"
username = "fatima"
password = { env = "NOWHERE" }
addresses = ["fatima@zorg.example"]
"""
)
ADMINISTRATOR = {"nl": "beheerder kan er technisch bij", "en": "administrator can get at it technically"}


def papers(folder: Path, text: str, language: Language) -> dict[str, str]:
    path = folder / ("server" if text is SERVER else "own") / "nudger.toml"
    (path.parent / "leaders").mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if text is SERVER:
        (path.parent / "leaders" / "anna.toml").write_text("")
    texts = Texts(language)
    values = facts(load(path, language, policy=folder / "none"), texts)
    return {name: " ".join(page(name, values, texts).split()) for name in PAPERS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_holds_here_stands_in_them(language: Language, tmp_path: Path) -> None:
    found = papers(tmp_path, SERVER, language)
    for name in ("works-council-request", "dpia", "notice"):
        assert "nudger@zorg.example" in found[name]
    for name in ("dpia", "register", "notice"):
        assert "90" in found[name]
    assert "imap.zorg.example" in found["register"]
    assert "60 da" in found["dpia"]
    assert "2 adressen" in found["works-council-request"] or "2 addresses" in found["works-council-request"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_ledger_is_named(language: Language, tmp_path: Path) -> None:
    found = papers(tmp_path, SERVER, language)
    for name in ("works-council-request", "dpia"):
        assert [table for table in tables(90) if f"{table}:" not in found[name]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_administrator_can_do_is_said_where_there_is_one(language: Language, tmp_path: Path) -> None:
    for name in ("works-council-request", "notice", "balancing"):
        assert ADMINISTRATOR[language] in papers(tmp_path, SERVER, language)[name]
        assert ADMINISTRATOR[language] not in papers(tmp_path, OWN, language)[name]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Niemand vraagt een leidinggevende om haar eigen pagina of weekbericht"),
        ("en", "Nobody asks a leader for her own page or weekly message"),
    ],
)
def test_nobody_may_ask_a_leader_for_her_own_page(language: Language, sentence: str, tmp_path: Path) -> None:
    assert sentence in papers(tmp_path, SERVER, language)["works-council-request"]
