"""kit it: the page for IT says what this configuration needs, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from nudger.config.configuration import load
from nudger.kit_it import page, parts
from nudger.texts import LANGUAGES, Language, Texts

MAILBOX = """
version = 1
[organisation]
domains = ["voorbeeld.example"]
[mailboxes.fatima]
host = "{host}"
username = "fatima@voorbeeld.example"
addresses = ["fatima@voorbeeld.example"]
"""
MICROSOFT = '[microsoft]\ntenant = "voorbeeld.example"\nclient_id = "9999-8888"\n'


def kit(folder: Path, text: str, host: str = "outlook.office365.com", language: Language = "en") -> str:
    path = folder / "nudger.toml"
    path.write_text(MAILBOX.format(host=host) + text, encoding="utf-8")
    return page(parts(load(path, language, policy=folder / "none")), Texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_app_for_people(language: Language, tmp_path: Path) -> None:
    text = kit(tmp_path, f'auth = "oauth2-microsoft"\n{MICROSOFT}', language=language)
    assert "https://login.microsoftonline.com/voorbeeld.example/adminconsent?client_id=9999-8888" in text
    for needed in ("IMAP.AccessAsUser.All", "Allow public client flows", "ImapEnabled", "AADSTS530033", "9999-8888"):
        assert needed in text
    for other in ("IMAP.AccessAsApp", "SMTP.Send", "Yammer", "Google", "www.yammer.com"):
        assert other not in text
    assert ("no read-only permission" if language == "en" else "geen recht om alleen te lezen") in text


def test_sending_and_the_network_are_asked_only_where_used(tmp_path: Path) -> None:
    smtp = '[digest.smtp]\nhost = "smtp.office365.com"\nusername = "f"\nauth = "oauth2-microsoft"\n'
    network = '[networks.plein]\ntype = "viva-engage"\n'
    text = kit(tmp_path, f'auth = "oauth2-microsoft"\n{MICROSOFT}{smtp}{network}')
    assert "SMTP.Send" in text
    assert "access_as_user" in text
    hosts = text.splitlines()[-1]
    for host in ("outlook.office365.com", "smtp.office365.com", "login.microsoftonline.com", "www.yammer.com"):
        assert host in hosts


def test_an_app_for_a_service(tmp_path: Path) -> None:
    text = kit(tmp_path, f'auth = "oauth2-microsoft"\n{MICROSOFT}certificate = "app.pem"\n')
    assert "IMAP.AccessAsApp" in text
    assert "New-ServicePrincipal -AppId 9999-8888" in text
    assert "Add-MailboxPermission" in text
    assert "device code" not in text


@pytest.mark.parametrize(
    ("key", "needed"),
    [('client_id = "g.example"', "Desktop app"), ('service_account = "g.json"', "Domain-wide delegation")],
)
def test_google(key: str, needed: str, tmp_path: Path) -> None:
    text = kit(tmp_path, f'auth = "oauth2-google"\n[google]\n{key}\n', host="imap.gmail.com")
    assert needed in text
    assert "https://mail.google.com/" in text
    assert "Entra" not in text


def test_a_server_with_passwords_is_told_of_the_master_user(tmp_path: Path) -> None:
    text = kit(tmp_path, 'password = { keyring = "f" }\n', host="imap.voorbeeld.example")
    assert "docs/how-to/dovecot-master-user.md" in text
    assert "Microsoft" not in text
