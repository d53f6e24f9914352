"""Only the hosts that are named are contacted (promise M9), and they can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.config.configuration import load, owners
from nudger.config.contacted import contacted
from nudger.config.example import show
from nudger.errors import ConfigError
from nudger.networks import MAKERS, network
from nudger.networks.catalogue import CATALOGUE
from nudger.networks.hosts import BY_HAND, WORKFLOWS, allowed, hosts
from nudger.networks.http import Client, NotSent
from nudger.texts import Texts
from tests.nudger.test_kit_it import MAILBOX
from tests.servers.unreliable import Unreliable

URL = 'url = "https://plein.example/hier"'
SMTP = 'smtp = { host = "smtp.example", username = "a", password = { env = "X" } }'
CASES = {
    ("viva-engage", ""): ("www.yammer.com",),
    ("yammer", 'url = "https://engage.cloud.microsoft/main/org"'): ("www.yammer.com",),
    ("viva-engage", 'url = "https://www.yammer.com"'): ("www.yammer.com",),
    ("teams", 'url = "https://teams.microsoft.com"'): ("graph.microsoft.com",),
    ("slack", 'url = "https://zorg.slack.com"'): ("slack.com",),
    ("slack", 'url = "https://slack.com.example"'): ("slack.com.example",),
    ("teams-workflow", ""): WORKFLOWS,
    ("teams-workflow", URL): ("plein.example",),
    ("matrix", URL): ("plein.example",),
    ("coconut", URL): (),
    ("email", SMTP): ("smtp.example",),
}


def configured(folder: Path, type_: str, more: str) -> Path:
    path = folder / "nudger.toml"
    text = f'auth = "password"\npassword = {{ env = "X" }}\n[networks.plein]\ntype = "{type_}"\n{more}\n'
    path.write_text(MAILBOX.format(host="imap.example") + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("case", "expected"), CASES.items())
def test_the_hosts_of_a_network_follow_from_its_settings(
    case: tuple[str, str], expected: tuple[str, ...], tmp_path: Path
) -> None:
    config = load(configured(tmp_path, *case), "en", policy=tmp_path / "none")
    assert hosts(config.settings.networks["plein"]) == expected
    assert f"For plein nudger contacts: {', '.join(expected) or 'nobody'}" in show(config, Texts("en"))


def test_every_type_says_its_hosts(tmp_path: Path) -> None:
    for type_ in {entry.type for entry in CATALOGUE} | set(MAKERS):
        settings = load(configured(tmp_path, type_, f"{URL}\n{SMTP}"), "en", policy=tmp_path / "none").settings
        assert bool(hosts(settings.networks["plein"])) is (type_ not in BY_HAND), type_


def test_names_with_a_star_hold_what_lies_below_them_and_nothing_else() -> None:
    assert allowed("a.logic.azure.com", WORKFLOWS)
    assert not any(allowed(host, WORKFLOWS) for host in ("logic.azure.com", "evil-logic.azure.com", "a.example", ""))


def test_another_host_is_refused_before_anything_is_asked() -> None:
    with Unreliable() as server, Unreliable() as other:
        client = Client(server.url, dict, ("127.0.0.1",))
        elsewhere = other.url.replace("127.0.0.1", "localhost")
        for ask in (lambda: client.send("PUT", f"{elsewhere}/x", json={}), lambda: client.get(f"{elsewhere}/x")):
            with pytest.raises(NotSent, match="address"):
                ask()
        assert not other.events
    with pytest.raises(ConfigError):
        Client("https://elders.example", dict, ("plein.example",))


def test_the_secret_address_of_a_workflow_is_bound_to_its_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = configured(tmp_path, "teams-workflow", 'token = { env = "FLOW" }')
    settings = load(path, "en", policy=tmp_path / "none").settings.networks["plein"]
    monkeypatch.setenv("FLOW", "https://prod-1.westeurope.logic.azure.com/workflows/x?sig=s")
    assert network("plein", settings, ["zorg"]).check() == "workflow"
    monkeypatch.setenv("FLOW", "https://elders.example/workflows/x?sig=geheim")
    with pytest.raises(ConfigError) as caught:
        network("plein", settings, ["zorg"]).check()
    assert "geheim" not in str(vars(caught.value))


def test_every_host_of_an_owner_is_told_once_where_it_really_is(tmp_path: Path) -> None:
    path = configured(tmp_path, "viva-engage", 'url = "https://engage.cloud.microsoft"')
    more = '[microsoft]\ntenant = "voorbeeld.example"\nclient_id = "00000000-0000-0000-0000-000000000000"\n'
    path.write_text(path.read_text(encoding="utf-8") + more + f"[digest]\n{SMTP}\n", encoding="utf-8")
    config = load(path, "en", policy=tmp_path / "none")
    found = contacted(config.settings, owners(config))
    assert found == ["imap.example", "smtp.example", "www.yammer.com", "login.microsoftonline.com"]
