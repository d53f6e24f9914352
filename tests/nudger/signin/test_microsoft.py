"""Microsoft 365: the real msal against a provider that gives the documented answers."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nudger.errors import ConfigError, LoginRefused, NetworkUnavailable
from nudger.signin import microsoft
from nudger.signin.microsoft import IMAP, NETWORKS, MicrosoftPerson, MicrosoftService, Registration
from nudger.signin.store import Store
from nudger.signin.web import Web
from tests.servers.identity import CLIENT, TENANT, Identity, entra, identity

pytest.importorskip("msal")

PENDING = {"error": "authorization_pending", "error_description": "AADSTS70016: pending.", "error_codes": [70016]}
SLOWER = {"error": "slow_down", "error_description": "Slow down."}


@pytest.fixture
def provider() -> Iterator[Identity]:
    with identity() as server:
        yield server


@pytest.fixture
def person(provider: Identity, tmp_path: Path, no_keyring: None) -> MicrosoftPerson:
    return MicrosoftPerson(Registration(TENANT, CLIENT), Store(tmp_path / "signin"), "microsoft leider", provider.web())


def signed_in(person: MicrosoftPerson) -> MicrosoftPerson:
    person.sign_in([IMAP], lambda url, code: None)
    return person


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """msal waits in steps of a second; these go by at once, and are counted."""
    waited: list[float] = []
    clock, sleep = time.time, time.sleep
    monkeypatch.setattr("msal.oauth2cli.oauth2.time.sleep", lambda s: (waited.append(s), sleep(0))[1])
    monkeypatch.setattr("msal.oauth2cli.oauth2.time.time", lambda: clock() + sum(waited))
    return waited


def test_a_person_signs_in_with_a_code_and_is_known_from_then_on(person: MicrosoftPerson, provider: Identity) -> None:
    shown: list[tuple[str, str]] = []
    assert person.sign_in([IMAP], lambda url, code: shown.append((url, code))) == "leider1"
    assert shown == [("https://microsoft.com/devicelogin", "FJK2-9QRT")]
    assert provider.forms[0]["client_id"] == CLIENT
    assert set(provider.forms[0]["scope"].split()) >= {IMAP, "offline_access"}
    requests = len(provider.forms)
    assert person.token([IMAP], "leider1") == "token-1"
    assert len(provider.forms) == requests


def test_waiting_and_slowing_down_are_obeyed(person: MicrosoftPerson, provider: Identity, fast: list[float]) -> None:
    provider.answers = [PENDING, SLOWER]
    signed_in(person)
    assert len(fast) >= 2
    assert person.token([IMAP]) in provider.active


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ([PENDING] * 20, "signin-code-expired"),
        ([PENDING, {"error": "expired_token", "error_description": "AADSTS70020: expired."}], "signin-code-expired"),
        ([{"error": "authorization_declined", "error_description": "AADSTS70018: no."}], "signin-declined"),
        ([entra(53003, "Access has been blocked by Conditional Access policies.")], "signin-policy"),
        ([entra(530033, "Remote device flow blocked.")], "signin-device-code-blocked"),
        ([entra(65001, "The user or administrator has not consented to use the application.")], "signin-consent"),
        (
            [entra(7000218, "The request body must contain client_secret.", "invalid_client")],
            "signin-public-client-off",
        ),
        ([entra(700016, "Application was not found.", "unauthorized_client")], "signin-app-unknown"),
        ([entra(50105, "The signed in user is not assigned to a role.")], "signin-not-assigned"),
        ([entra(50020, "User account does not exist in tenant.")], "signin-other-tenant"),
        ([entra(999999, "Something new.")], "signin-again"),
        ([entra(999999, "Something new.", "brand_new")], "signin-refused"),
    ],
)
def test_each_refusal_of_a_code_is_recognised(
    answers: list[dict[str, object]], key: str, person: MicrosoftPerson, provider: Identity
) -> None:
    provider.answers = answers
    with pytest.raises(LoginRefused) as caught:
        signed_in(person)
    assert caught.value.key == key
    assert "Trace" not in str(caught.value.values)
    assert person.store.get(person.entry) is None


def test_a_token_that_is_over_is_fetched_silently(person: MicrosoftPerson, provider: Identity) -> None:
    provider.lifetime = 1
    signed_in(person)
    first, second = person.token([IMAP]), person.token([IMAP])
    assert first != second
    assert provider.forms[-1]["grant_type"] == "refresh_token"


def test_other_resources_come_from_the_same_sign_in(person: MicrosoftPerson, provider: Identity) -> None:
    signed_in(person)
    assert person.token([NETWORKS["viva-engage"]]) in provider.active
    assert NETWORKS["viva-engage"] in provider.forms[-1]["scope"]


def test_a_shared_mailbox_is_read_with_the_token_of_the_person(person: MicrosoftPerson, provider: Identity) -> None:
    signed_in(person)
    assert provider.active[person.token([IMAP], "gedeeld@voorbeeld.example")] == "leider1"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (entra(700082, "The refresh token has expired due to inactivity."), "signin-again"),
        (entra(50173, "The provided grant has expired due to it being revoked."), "signin-again"),
        (entra(65001, "Not consented.", "invalid_grant"), "signin-consent"),
    ],
)
def test_a_refused_refresh_says_what_to_do(
    answer: dict[str, object], key: str, person: MicrosoftPerson, provider: Identity
) -> None:
    provider.lifetime = 1
    signed_in(person)
    provider.answers = [answer]
    with pytest.raises(LoginRefused) as caught:
        person.token([IMAP])
    assert (caught.value.key, caught.value.hint) == (key, f"{key}-hint")


@pytest.mark.parametrize("kept", [None, "{}", "not json", '{"RefreshToken": 7}', "[]"])
def test_without_a_usable_sign_in_the_person_is_asked_to_sign_in(kept: str | None, person: MicrosoftPerson) -> None:
    if kept is not None:
        person.store.put(person.entry, kept)
    with pytest.raises(LoginRefused, match="signin-needed"):
        person.token([IMAP])


def test_a_service_signs_in_with_its_secret_and_keeps_its_token(provider: Identity) -> None:
    service = MicrosoftService(Registration(TENANT, CLIENT, secret=lambda: "s3cret"), provider.web())
    assert service.token([IMAP], "leider1") == service.token() == "token-1"
    [form] = provider.forms
    assert (form["grant_type"], form["client_secret"], form["scope"]) == (
        "client_credentials",
        "s3cret",
        microsoft.SERVICE,
    )


def test_a_service_signs_in_with_its_certificate(provider: Identity, tmp_path: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=nudger"]
    subprocess.run([*command, "-keyout", "k.pem", "-out", "c.pem"], cwd=tmp_path, check=True, capture_output=True)
    pem = (tmp_path / "k.pem").read_text() + (tmp_path / "c.pem").read_text()
    service = MicrosoftService(Registration(TENANT, CLIENT, certificate=lambda: pem), provider.web())
    assert service.token() in provider.active
    assert provider.forms[0]["client_assertion"].count(".") == 2
    assert "client_secret" not in provider.forms[0]


def test_a_certificate_that_is_none_is_said(provider: Identity) -> None:
    service = MicrosoftService(Registration(TENANT, CLIENT, certificate=lambda: "nothing"), provider.web())
    with pytest.raises(ConfigError, match="signin-certificate"):
        service.token()


def test_an_old_secret_of_the_app_is_recognised(provider: Identity) -> None:
    provider.answers = [entra(7000222, "The provided client secret keys are expired.", "invalid_client")]
    service = MicrosoftService(Registration(TENANT, CLIENT, secret=lambda: "old"), provider.web())
    with pytest.raises(LoginRefused, match="signin-app-secret"):
        service.token()


def test_a_provider_that_is_away_is_no_refusal(person: MicrosoftPerson, provider: Identity) -> None:
    signed_in(person)
    with Identity() as closed:
        port = closed.server_port
    gone = Identity.web(type("Gone", (), {"url": f"http://127.0.0.1:{port}"})())
    away = MicrosoftPerson(person.app, person.store, person.entry, gone)
    with pytest.raises(NetworkUnavailable, match="signin-unreachable"):
        away.token([NETWORKS["teams"]])
    assert isinstance(gone, Web)


def test_what_is_kept_is_one_private_file_without_a_keyring(person: MicrosoftPerson) -> None:
    signed_in(person)
    [path] = person.store.folder.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert json.loads(path.read_text())["RefreshToken"]
