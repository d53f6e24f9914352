"""Doctor on a real Dovecot: read-only as the server says it, each refusal with what to do, nothing about a person."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.servers.dovecot import PASSWORD, User
from tests.servers.dovecot import Dovecot as Server
from tests.servers.scripted import Scripted
from tests.servers.smtp import PASSWORD as SMTP_PASSWORD
from tests.servers.smtp import Sink

pytestmark = pytest.mark.dovecot
ROOT = Path(__file__).resolve().parents[2]

CONFIG = """
version = 1
language = "en"
[organisation]
domains = ["voorbeeld.example"]
[[goals]]
id = "errors"
community = "team-zorg"
[mailboxes.fatima]
host = "127.0.0.1"
port = {port}
tls = "loopback-plain"
username = "{username}"
password = {{ env = "NUDGER_TEST_PASSWORD" }}
addresses = ["fatima@voorbeeld.example"]
"""


DOMAINS = 'domains = ["voorbeeld.example"]'
SERVER = "mx.voorbeeld.example"
SECRETS = {"NUDGER_TEST_PASSWORD": PASSWORD, "NUDGER_TEST_SMTP": SMTP_PASSWORD, "USER": "wrong"}


def mail(number: int, top: str = "") -> bytes:
    colleague, stranger = "anna@voorbeeld.example", f"{'jkl'[number % 3]}.geheim@zuster.example"
    return (
        f"{top}From: {colleague}\r\nTo: fatima@voorbeeld.example, {stranger}\r\nSubject: Zaak {number}\r\n"
        f"Message-ID: <{number}@voorbeeld.example>\r\nDate: Tue, 10 Nov 2026 09:{number:02}:00 +0100\r\n"
        "\r\nZullen we?\r\n"
    ).encode()


def doctor(
    folder: Path, port: int, username: str, *words: str, more: str = "", organisation: str | None = None
) -> tuple[int, str]:
    path = folder / "nudger.toml"
    config = CONFIG.format(port=port, username=username) + more
    path.write_text(config.replace(DOMAINS, organisation or DOMAINS), encoding="utf-8")
    environ = {"HOME": str(folder), "XDG_STATE_HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [sys.executable, str(ROOT / "cli.py"), "doctor", "--config", str(path), "--as-of", "2026-11-24", *words]
    done = subprocess.run(
        command,
        env={**environ, **SECRETS, "COLUMNS": "300"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def checks(output: str) -> dict[str, dict[str, Any]]:
    return {check["check"]: check for check in json.loads(output)["checks"]}


@pytest.fixture
def user(dovecot: Server) -> User:
    made = dovecot.add_user()
    made.append(mail(30), folder="Sent")
    made.append_all([(mail(n), datetime(2026, 11, 10, 8, n, tzinfo=UTC)) for n in range(1, 8)])
    return made


def test_all_is_well_and_the_mailbox_untouched(user: User, tmp_path: Path) -> None:
    before = user.snapshot()
    code, output = doctor(tmp_path, user.server.port, user.name, "--json")
    found = checks(output)
    assert code == 0
    assert (found["doctor-folder"]["level"], found["doctor-folder"]["n"]) == ("ok", 7)
    assert found["doctor-sent"]["folder"] == "Sent"
    assert user.snapshot() == before


def test_a_domain_that_stops_threads_is_asked_about_and_no_person_is_named(user: User, tmp_path: Path) -> None:
    _, output = doctor(tmp_path, user.server.port, user.name, "--json")
    told = checks(output)["doctor-outsiders"]
    assert (told["domain"], told["threads"], told["level"]) == ("zuster.example", 8, "warn")
    assert "geheim" not in output
    assert "anna" not in output
    assert "Is this yours?" in doctor(tmp_path, user.server.port, user.name)[1]


@pytest.mark.parametrize(
    ("configured", "check"),
    [("", "doctor-server"), ("mx.oud.example", "doctor-server-other"), (SERVER, None)],
)
def test_the_name_of_the_own_mail_server_is_proposed(
    dovecot: Server, tmp_path: Path, configured: str, check: str | None
) -> None:
    user = dovecot.add_user()
    mails = [mail(n, f"Authentication-Results: {SERVER}; dmarc=pass\r\n") for n in range(10, 35)]
    user.append_all([(octets, datetime(2026, 11, 10, 8, n, tzinfo=UTC)) for n, octets in enumerate(mails)])
    setting = f'domains = ["voorbeeld.example"]\nauthserv_id = "{configured}"' if configured else None
    found = checks(doctor(tmp_path, user.server.port, user.name, "--json", organisation=setting)[1])
    told = {name: one for name, one in found.items() if name.startswith("doctor-server")}
    assert list(told) == ([check] if check else [])
    if check:
        assert (told[check]["server"], told[check]["n"], told[check]["level"]) == (SERVER, 25, "warn")
        text = doctor(tmp_path, user.server.port, user.name, organisation=setting)[1]
        assert "your own mail server?" in text


def test_a_refusal_says_what_to_do_next(tmp_path: Path) -> None:
    words = "[ALERT] Application-specific password required: https://support.google.com/1 (Failure)"
    with Scripted(answers={"LOGIN": [f"{{tag}} NO {words}\r\n"] * 2}) as server:
        code, output = doctor(tmp_path, server.account().port, "fatima", "--json")
        assert "app password" in doctor(tmp_path, server.account().port, "fatima")[1]
    failed = checks(output)["doctor-mailbox"]
    assert (code, failed["error"], failed["hint"]) == (78, "signin-app-password", "signin-app-password-hint")


def test_a_server_that_does_not_say_read_only_is_noted(tmp_path: Path) -> None:
    with Scripted(answers={"EXAMINE": ["* 3 EXISTS\r\n* OK [UIDVALIDITY 77] ok\r\n{tag} OK done\r\n"]}) as server:
        _, output = doctor(tmp_path, server.account().port, "fatima", "--json")
    assert checks(output)["doctor-folder-open"]["level"] == "warn"


def sending(sink: Sink, password: str) -> str:
    return (
        f'[digest.smtp]\nhost = "localhost"\nport = {sink.port}\nusername = "f"\nca_file = "{sink.ca_file}"\n'
        f'password = {{ env = "{password}" }}\n'
    )


@pytest.mark.parametrize(
    ("password", "error"), [("NUDGER_TEST_SMTP", None), ("USER", "signin-refused"), ("ABSENT", "secret-env-missing")]
)
def test_the_way_out_is_tried_and_nothing_is_sent(
    smtp: Sink, user: User, tmp_path: Path, password: str, error: str | None
) -> None:
    code, output = doctor(tmp_path, user.server.port, user.name, "--json", more=sending(smtp, password))
    assert checks(output)["doctor-sending"]["error"] == error
    assert smtp.mails == []
    assert (code == 0) == (error is None)


def test_the_network_is_looked_at(user: User, tmp_path: Path) -> None:
    network = '[networks.plein]\ntype = "matrix"\nurl = "http://127.0.0.1:9"\ntoken = { env = "NUDGER_ABSENT" }\n'
    code, output = doctor(tmp_path, user.server.port, user.name, "--json", more=network)
    assert code == 78
    assert checks(output)["doctor-network"]["level"] == "fail"
