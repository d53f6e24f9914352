"""The configuration: found, loaded, all mistakes at once, many owners, tightened by an organisation."""

from __future__ import annotations

import shutil
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from nudger.config.configuration import configured_language, default_path, find, load, owners, tighten
from nudger.config.models import Settings
from nudger.config.types import Moment
from nudger.errors import ConfigError
from nudger.texts import LANGUAGES, Language, Texts

GOLDEN = Path(__file__).parents[1] / "golden" / "configs"
CASES = sorted(folder.name for folder in GOLDEN.iterdir())

SMALL = """
version = 1
[organisation]
domains = ["Voorbeeld.example"]
[mailboxes.fatima]
host = "imap.voorbeeld.example"
username = "fatima"
addresses = ["Fatima@Voorbeeld.example"]
password = { env = "NUDGER_TEST_PASSWORD" }
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def numbers_only(values: Mapping[str, object]) -> list[str]:
    return [f"{key}: 0, 1, 2, …" for key, value in values.items() if not isinstance(value, int)]


def complaint(case: str, folder: Path, language: Language) -> str:
    """What a person reads of the configuration in a golden folder."""
    if case == "open-secret" and sys.platform == "win32":
        pytest.skip("no modes")
    here = shutil.copytree(GOLDEN / case, folder / case)
    for path in here.rglob("*.toml"):
        path.chmod(0o644 if case == "open-secret" else 0o600)
    with pytest.raises(ConfigError) as caught:
        load(here / "nudger.toml", language, policy=here / "policy.toml", check_nudge=numbers_only)
    lines = "\n".join(Texts(language).error(caught.value)) + "\n"
    return lines.replace(str(here), "HERE").replace("\\", "/")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_every_mistake_is_named_at_once(case: str, language: Language, tmp_path: Path) -> None:
    expected = (GOLDEN / case / f"problems.{language}.txt").read_text(encoding="utf-8")
    assert complaint(case, tmp_path, language) == expected


@pytest.mark.parametrize("case", CASES)
def test_a_complaint_holds_no_secret(case: str, tmp_path: Path) -> None:
    assert "kanarie" not in complaint(case, tmp_path, "nl")


def test_small_file_is_enough(tmp_path: Path) -> None:
    config = load(write(tmp_path, "nudger.toml", SMALL), "nl", policy=tmp_path / "none")
    [owner] = owners(config)
    assert (owner.name, owner.participates, owner.addresses) == ("fatima", True, {"fatima@voorbeeld.example"})
    assert config.settings.organisation.domains == ("voorbeeld.example",)
    mailbox = owner.mailboxes["fatima"]
    assert (mailbox.port, mailbox.folders, mailbox.look_back_days) == (993, ("INBOX",), 182)
    assert owner.digest.when[0].weekday == 1


def test_several_mailboxes_are_one_owner_named_by_the_first(tmp_path: Path) -> None:
    second = SMALL.partition("[mailboxes.fatima]")[2].replace("Fatima@", "f.jansen@")
    config = load(write(tmp_path, "nudger.toml", f"{SMALL}[mailboxes.aaa]{second}"), "nl", policy=tmp_path / "none")
    [owner] = owners(config)
    assert owner.name == "fatima"
    assert list(owner.mailboxes) == ["fatima", "aaa"]
    assert owner.addresses == {"fatima@voorbeeld.example", "f.jansen@voorbeeld.example"}


def test_leaders_complete_the_template(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "nudger.toml",
        """
        version = 1
        language = "nl"
        [organisation]
        domains = ["voorbeeld.example"]
        [[goals]]
        id = "ideas"
        [digest]
        when = ["wed 09:00"]
        to = "beheer@voorbeeld.example"
        [mailbox_template]
        host = "imap.voorbeeld.example"
        username = "{user}*nudger"
        password = { file = "keys/{user}" }
        addresses = ["{user}@voorbeeld.example"]
        """,
    )
    write(tmp_path, "leaders/noor.toml", '[participation]\nwho = "Noor"\nwhen = 2026-11-24\nhow = "mail"\n')
    write(
        tmp_path,
        "leaders/joris.toml",
        """
        [[goals]]
        id = "errors"
        [digest]
        to = "joris@voorbeeld.example"
        [mailboxes.joris]
        addresses = ["j@x.example"]
        """,
    )
    joris, noor = owners(load(path, "nl", policy=tmp_path / "none"))
    assert (joris.name, joris.participates, noor.name, noor.participates) == ("joris", False, "noor", True)
    assert noor.mailboxes["noor"].username == "noor*nudger"
    assert noor.mailboxes["noor"].password is not None
    assert noor.mailboxes["noor"].password.reference == f"file: {tmp_path / 'keys' / 'noor'}"
    assert (joris.addresses, noor.addresses) == ({"j@x.example"}, {"noor@voorbeeld.example"})
    assert ([goal.id for goal in joris.goals], [goal.id for goal in noor.goals]) == (["errors"], ["ideas"])
    assert (joris.digest.to, noor.digest.to) == ("joris@voorbeeld.example", None)
    assert str(noor.digest.when[0]) == "wed 09:00"
    assert {joris.language, noor.language} == {"nl"}


def test_organisation_tightens_and_no_file_loosens(tmp_path: Path) -> None:
    path = write(tmp_path, "nudger.toml", f"{SMALL}\n[nudge]\nper_week = 9\nper_digest = 1\n")
    policy = write(tmp_path, "policy.toml", "[nudge]\nper_week = 4\nper_digest = 2\nmax_shown = 1\n")
    config = load(path, "nl", policy=policy)
    assert config.nudge == {"per_week": 4, "per_digest": 1, "max_shown": 1}


def test_unreadable_policy_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "nudger.toml", SMALL)
    with pytest.raises(ConfigError) as caught:
        load(path, "en", policy=write(tmp_path, "policy.toml", "[nudge"))
    assert "policy.toml" in caught.value.problems[0]


@pytest.mark.parametrize(
    ("values", "ceilings", "expected"),
    [
        ({}, {"per_week": 3}, {"per_week": 3}),
        ({"per_week": 2}, {"per_week": 3.0}, {"per_week": 2}),
        ({"min_people": 2}, {"min_people": 4}, {"min_people": 4}),
        ({"deny": ["a"]}, {"deny": ["a", "b"]}, {"deny": ["a", "b"]}),
        ({"quiet": {"from": 18, "max": 1}}, {"quiet": {"max": 0}}, {"quiet": {"from": 18, "max": 0}}),
        ({"on": True}, {"on": False}, {"on": False}),
        ({"per_week": "veel"}, {"per_week": 3}, {"per_week": 3}),
    ],
)
def test_tighten(values: dict[str, object], ceilings: dict[str, object], expected: dict[str, object]) -> None:
    assert tighten(values, ceilings) == expected


def test_search_order(tmp_path: Path) -> None:
    environ = {"NUDGER_CONFIG": str(tmp_path / "env.toml")}
    assert find(tmp_path / "flag.toml", environ) == tmp_path / "flag.toml"
    assert find(None, environ) == tmp_path / "env.toml"
    assert find(None, {}) == default_path()
    assert default_path().parts[-2:] == ("nudger", "nudger.toml")


def test_missing_file_says_where_to_begin(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "nudger.toml", "nl")
    assert (caught.value.key, caught.value.exit_code) == ("config-missing", 78)
    assert "nudger demo" in "\n".join(Texts("nl").error(caught.value))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\xff\xfe", "config-not-utf8"),
        (b"a = " + b"[" * 5000, "config-too-deep"),
        (b".".join([b"a"] * 5000) + b" = 1", "config-too-deep"),
        (b"#" * 1_048_577, "config-too-large"),
        (b"a = 1" + b"1" * 5000, "config-not-toml"),
        (b"a", "config-not-toml"),
    ],
)
def test_unreadable_content(content: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "nudger.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(path, "nl")
    assert caught.value.key == key
    assert list(Texts("en").error(caught.value))


def test_a_folder_and_an_impossible_name_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "a\0b"):
        with pytest.raises(ConfigError) as caught:
            load(path, "nl")
        assert caught.value.key == "config-unreadable"


def test_mark_of_notepad_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "nudger.toml"
    path.write_text(SMALL, encoding="utf-8-sig")
    assert owners(load(path, "nl", policy=tmp_path / "none"))


def test_language_is_found_in_a_wrong_file(tmp_path: Path) -> None:
    assert configured_language(write(tmp_path, "a.toml", 'language = "nl"\nonzin = 1')) == "nl"
    assert configured_language(write(tmp_path, "b.toml", 'language = "fr"')) is None
    assert configured_language(write(tmp_path, "c.toml", "language = [1]")) is None
    assert configured_language(tmp_path / "absent.toml") is None


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_plain_secret_in_a_private_file_is_fine(tmp_path: Path) -> None:
    path = write(tmp_path, "nudger.toml", SMALL.replace('{ env = "NUDGER_TEST_PASSWORD" }', '"geheim"'))
    assert owners(load(path, "nl", policy=tmp_path / "none"))
    path.chmod(0o640)
    with pytest.raises(ConfigError):
        load(path, "nl", policy=tmp_path / "none")


@pytest.mark.parametrize("day", ["di 08:30", "tue 8:30", "TUE 08:30"])
def test_moment(day: str) -> None:
    moment = Moment.parse(day)
    assert str(moment) == "tue 08:30"
    assert Moment.parse(str(moment)) == moment


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_no_trace_of_a_secret_in_a_wrong_place(tmp_path: Path) -> None:
    lost = 'pasword = "kanarie-a"\nsmtp = "kanarie-b"\nport = "kanarie-c"\ntls = "kanarie-d"\ntoken = "kanarie-e"\n'
    path = write(tmp_path, "nudger.toml", f"{SMALL}{lost}")
    with pytest.raises(ConfigError) as caught:
        load(path, "nl", policy=tmp_path / "none")
    told = "".join(traceback.format_exception(caught.value)) + "".join(Texts("nl").error(caught.value))
    assert len(caught.value.problems) == 5
    assert "kanarie" not in told


def test_a_broken_line_with_a_secret_is_not_quoted(tmp_path: Path) -> None:
    path = write(tmp_path, "nudger.toml", 'password = "kanarie')
    with pytest.raises(ConfigError) as caught:
        load(path, "nl")
    assert "kanarie" not in "".join(traceback.format_exception(caught.value)) + f"{vars(caught.value)}"
    assert caught.value.__context__ is None


def test_the_models_hide_their_input() -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({"version": "kanarie", "pasword": "kanarie"})
    assert "kanarie" not in str(caught.value)


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ('[networks.plein]\ntype = "matrix"\nurl = "https://[x"', "networks.plein.url"),
        ('[networks.plein]\ntype = "matrix"\nurl = "https://fatima:geheim@plein.example"', "networks.plein.url"),
        ('[nightly]\nscheduler = "tcp://[x"', "nightly.scheduler"),
        ('[nightly]\nscheduler = "tls://dask.example:8786"\nca_file = "a"\ncert_file = "b"', "nightly.scheduler"),
    ],
)
def test_unsafe_address_is_refused(section: str, place: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(write(tmp_path, "nudger.toml", f"{SMALL}{section}"), "nl", policy=tmp_path / "none")
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [place]


@pytest.mark.parametrize(
    "section",
    [
        '[networks.plein]\ntype = "matrix"\nurl = "http://127.0.0.1:8008/"',
        '[nightly]\nscheduler = "tcp://localhost:8786"',
        '[nightly]\nscheduler = "tls://dask.example:8786"\nca_file = "a"\ncert_file = "b"\nkey_file = "c"',
    ],
)
def test_safe_address_is_fine(section: str, tmp_path: Path) -> None:
    assert load(write(tmp_path, "nudger.toml", f"{SMALL}{section}"), "nl", policy=tmp_path / "none")
