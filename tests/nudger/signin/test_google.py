"""Google: the real google-auth-oauthlib and google-auth against a provider on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from nudger.errors import ConfigError, LoginRefused
from nudger.signin.google import MAIL, GooglePerson, GoogleService
from nudger.signin.store import Store
from tests.servers.identity import Identity, identity

pytest.importorskip("google_auth_oauthlib")


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Identity]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # the provider of the test speaks plain HTTP
    with identity() as server:
        yield server


@pytest.fixture
def person(provider: Identity, tmp_path: Path, no_keyring: None) -> GooglePerson:
    ends = {"auth_uri": f"{provider.url}/auth", "token_uri": f"{provider.url}/token"}
    store = Store(tmp_path / "signin")
    return GooglePerson("app.example", lambda: "s3cret", store, "google leider", provider.web(), ends, wait=5)


def browser(url: str) -> None:
    """A person who says yes."""
    threading.Thread(target=lambda: httpx.get(url, follow_redirects=True), daemon=True).start()


def test_a_person_signs_in_in_the_browser_with_pkce(person: GooglePerson, provider: Identity) -> None:
    asked: list[str] = []
    person.sign_in("leider1@example.org", lambda url: (asked.append(url), browser(url))[0])
    query = {key: value[0] for key, value in parse_qs(urlsplit(asked[0]).query).items()}
    assert (query["scope"], query["code_challenge_method"], query["access_type"]) == (MAIL, "S256", "offline")
    assert query["login_hint"] == "leider1@example.org"
    assert urlsplit(query["redirect_uri"]).hostname == "127.0.0.1"
    assert len(provider.forms[0]["code_verifier"]) >= 43
    assert person.token() in provider.active
    assert provider.forms[-1]["grant_type"] == "refresh_token"


def test_another_state_is_not_let_in(person: GooglePerson) -> None:
    def forger(url: str) -> None:
        query = parse_qs(urlsplit(url).query)
        browser(f"{query['redirect_uri'][0]}?state=forged&code=evil")

    with pytest.raises(LoginRefused):
        person.sign_in("leider1", forger)
    assert person.store.get(person.entry) is None


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ({"error": "access_denied"}, "signin-declined"),
        ({"error": "admin_policy_enforced"}, "signin-policy"),
        ({"error": "org_internal"}, "signin-other-tenant"),
        ({"error": "brand_new"}, "signin-refused"),
    ],
)
def test_a_no_in_the_browser_is_recognised(
    answer: dict[str, object], key: str, person: GooglePerson, provider: Identity
) -> None:
    provider.answers = [answer]
    with pytest.raises(LoginRefused) as caught:
        person.sign_in("leider1", browser)
    assert caught.value.key == key


def test_less_than_the_whole_scope_is_a_no(person: GooglePerson, provider: Identity) -> None:
    tokens = {"access_token": "t", "refresh_token": "r", "token_type": "Bearer", "scope": "openid"}
    provider.answers = [{"code": "code-x"}, tokens]
    with pytest.raises(LoginRefused, match="signin-declined"):
        person.sign_in("leider1", browser)


def test_nobody_in_the_browser_ends_by_itself(person: GooglePerson) -> None:
    from dataclasses import replace

    with pytest.raises(LoginRefused, match="signin-code-expired"):
        replace(person, wait=1).sign_in("leider1", lambda url: None)


def test_a_refused_refresh_asks_to_sign_in_again(person: GooglePerson, provider: Identity) -> None:
    person.sign_in("leider1", browser)
    provider.answers = [{"error": "invalid_grant", "error_description": "Token has been expired or revoked."}]
    with pytest.raises(LoginRefused, match="signin-again"):
        person.token()


def test_who_never_signed_in_is_asked_to(person: GooglePerson) -> None:
    with pytest.raises(LoginRefused, match="signin-needed"):
        person.token()


@pytest.fixture
def key_file(tmp_path: Path, provider: Identity) -> Path:
    subprocess.run(
        ["openssl", "genrsa", "-out", "k.pem", "2048"], cwd=tmp_path, check=True, capture_output=True, timeout=60
    )
    content = {
        "type": "service_account",
        "client_email": "nudger@project.iam.gserviceaccount.example",
        "private_key": (tmp_path / "k.pem").read_text(),
        "token_uri": f"{provider.url}/token",
    }
    (tmp_path / "service.json").write_text(json.dumps(content))
    (tmp_path / "service.json").chmod(0o600)
    return tmp_path / "service.json"


def test_a_service_signs_in_for_a_mailbox(key_file: Path, provider: Identity) -> None:
    assert GoogleService(key_file, provider.web()).token("leider1@example.org") in provider.active
    assert provider.forms[0]["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"


def test_a_mailbox_that_is_not_delegated_is_recognised(key_file: Path, provider: Identity) -> None:
    words = "Client is unauthorized to retrieve access tokens using this method."
    provider.answers = [{"error": "unauthorized_client", "error_description": words}]
    with pytest.raises(LoginRefused, match="signin-delegation"):
        GoogleService(key_file, provider.web()).token("leider1@example.org")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_a_key_that_others_can_read_is_refused(key_file: Path, provider: Identity) -> None:
    key_file.chmod(0o644)
    with pytest.raises(ConfigError, match="secret-file-open"):
        GoogleService(key_file, provider.web()).token("leider1")
    assert provider.forms == []


@pytest.mark.parametrize("content", ["{}", "[]", "no json", '{"client_email": 7, "private_key": 7, "token_uri": 7}'])
def test_a_key_that_is_none_is_said(content: str, tmp_path: Path, provider: Identity) -> None:
    (tmp_path / "service.json").write_text(content)
    (tmp_path / "service.json").chmod(0o600)
    with pytest.raises(ConfigError, match="signin-service-account"):
        GoogleService(tmp_path / "service.json", provider.web()).token("leider1")
