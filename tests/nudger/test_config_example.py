"""The example is valid, also with every key used; `config show` tells where a value is from; the page is up to date."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from nudger.config.configuration import load, owners
from nudger.config.example import example, reference, show, toml, values
from nudger.nudges.policy import problems
from nudger.signin.secrets import secret
from nudger.texts import LANGUAGES, Language, Texts

ROOT = Path(__file__).parents[2]
PLAIN = "kanarie-in-de-mijn"


def used(text: str) -> str:
    """The example with every ``#key`` in use."""
    return re.sub(r"(?m)^#(?=\S)", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", [str, used])
def test_example_is_valid(language: Language, change: type, tmp_path: Path) -> None:
    path = tmp_path / "nudger.toml"
    path.write_text(change(example(language)), encoding="utf-8")
    config = load(path, language, policy=tmp_path / "none", check_nudge=problems)
    assert config.settings.language == language
    assert [owner.name for owner in owners(config)] == ["fatima"]


def test_example_shows_every_section_and_key() -> None:
    raw = tomllib.loads(used(example("nl")))
    assert set(raw) == {
        *(
            "version",
            "language",
            "organisation",
            "goals",
            "mailboxes",
            "networks",
            "microsoft",
            "google",
            "digest",
            "nudge",
        ),
        *("contact", "judge", "ledger", "nightly", "mailbox_template", "participation"),
    }
    assert set(raw["digest"]["smtp"]) == {"host", "tls", "port", "username", "auth", "password", "ca_file"}


def test_example_explains_before_each_key() -> None:
    lines = example("nl").splitlines()
    keys = [n for n, line in enumerate(lines) if re.match(r"#?[a-z_]+ = ", line)]
    template = lines.index("#[mailbox_template]")
    assert [
        lines[n] for n in keys if n < template and not lines[n - 1].startswith("# ") and "per_week" not in lines[n]
    ] == []


def test_reference_page_is_up_to_date() -> None:
    page = ROOT / "docs" / "reference" / "configuration.md"
    assert page.read_text(encoding="utf-8") == reference(), "make docs"


def test_reference_speaks_dutch_too() -> None:
    assert "## `[mailboxes.NAAM]`" in reference("nl")


@pytest.fixture
def shown(tmp_path: Path) -> str:
    (tmp_path / "leaders").mkdir()
    (tmp_path / "nudger.toml").write_text(
        f"""
        version = 1
        [organisation]
        domains = ["voorbeeld.example"]
        [mailboxes.fatima]
        host = "imap.voorbeeld.example"
        username = "fatima"
        addresses = ["fatima@voorbeeld.example"]
        password = "{PLAIN}"
        [networks.plein]
        type = "matrix"
        token = "{PLAIN}"
        [nudge]
        per_week = 5
        per_digest = 1
        [mailbox_template]
        host = "imap.voorbeeld.example"
        username = "{{user}}"
        password = "{PLAIN}"
        """
    )
    (tmp_path / "leaders" / "noor.toml").write_text(
        '[[goals]]\nid = "ideas"\n[mailboxes.noor]\naddresses = ["noor@voorbeeld.example"]\n'
    )
    (tmp_path / "policy.toml").write_text("[nudge]\nper_week = 2\n")
    for path in tmp_path.rglob("*.toml"):
        path.chmod(0o600)
    config = load(tmp_path / "nudger.toml", "nl", policy=tmp_path / "policy.toml")
    assert PLAIN not in f"{config!r}{list(values(config))!r}{owners(config)!r}"
    return show(config, Texts("nl"))


@pytest.mark.parametrize(
    "line",
    [
        'organisation.domains = ["voorbeeld.example"]  # nudger.toml',
        'organisation.country = "NL"  # standaard',
        'mailboxes.fatima.password = "•••"  # nudger.toml',
        "mailboxes.fatima.port = 993  # standaard",
        'networks.plein.token = "•••"  # nudger.toml',
        'mailbox_template.password = "•••"  # nudger.toml',
        "nudge.per_week = 2  # policy.toml",
        "nudge.per_digest = 1  # nudger.toml",
        'leaders/noor: mailboxes.noor.addresses = ["noor@voorbeeld.example"]  # leaders/noor.toml',
        'leaders/noor: mailboxes.noor.host = "imap.voorbeeld.example"  # nudger.toml',
        'leaders/noor: mailboxes.noor.tls = "implicit"  # standaard',
        'leaders/noor: goals[1].id = "ideas"  # leaders/noor.toml',
        'leaders/noor: digest.when = ["tue 08:30"]  # standaard',
    ],
)
def test_show_tells_the_origin(shown: str, line: str) -> None:
    assert line in shown.splitlines()


def test_show_hides_every_secret(shown: str) -> None:
    assert PLAIN not in shown


@pytest.mark.parametrize("value", ["", 'a "b" \\ c', "é 漢", True, 3, 0.5, ["a", 1], {"a": [1, {"b": "c"}]}])
def test_toml_reads_back(value: object) -> None:
    assert tomllib.loads(f"x = {toml(value)}") == {"x": value}


def test_toml_hides_a_secret() -> None:
    assert toml(secret(PLAIN)) == '"•••"'
