"""tests/servers: a real Synapse (Matrix home server) on loopback, in a temporary folder, with SQLite.

``tests/servers/install_synapse.sh`` puts it into a virtual environment of its own. ``with Synapse() as server`` or the
fixture ``synapse``; :meth:`Synapse.register` gives a signed-in :class:`Person`.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

import httpx
import pytest

from tests.conftest import skip
from tests.servers.dovecot import _free_ports

START_SECONDS = 60.0
SERVER = "nudger.test"
SECRET = "gedeeld-geheim"

CONFIG = """
server_name: {server}
public_baseurl: http://127.0.0.1:{port}/
pid_file: {root}/synapse.pid
listeners:
  - {{port: {port}, type: http, bind_addresses: ["127.0.0.1"], resources: [{{names: [client]}}]}}
database: {{name: sqlite3, args: {{database: {root}/synapse.db}}}}
log_config: {root}/log.yaml
media_store_path: {root}/media
signing_key_path: {root}/signing.key
registration_shared_secret: {secret}
macaroon_secret_key: {secret}
form_secret: {secret}
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
federation_domain_whitelist: []
rc_message: {{per_second: 0.05, burst_count: 2}}
rc_login: {{address: {{per_second: 100, burst_count: 100}}, account: {{per_second: 100, burst_count: 100}}}}
rc_room_creation: {{per_second: 100, burst_count: 100}}
rc_joins: {{local: {{per_second: 100, burst_count: 100}}}}
rc_joins_per_room: {{per_second: 100, burst_count: 100}}
"""
LOG = "{version: 1, handlers: {f: {class: logging.FileHandler, filename: %s}}, root: {level: WARNING, handlers: [f]}}\n"


def pytest_configure(config: pytest.Config) -> None:
    """The marker of tests that need this server."""
    config.addinivalue_line("markers", "synapse: needs a Matrix server (tests/servers/install_synapse.sh)")


def place() -> Path:
    """Where the virtual environment of Synapse is, whether or not it stands."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("NUDGER_SYNAPSE") or cache / "nudger-tests" / "synapse")


@cache
def web() -> httpx.Client:
    """One client for all calls: each new one reads the trust store again."""
    return httpx.Client(trust_env=False, timeout=30)


class Synapse:
    """A server of our own. Who is registered there writes as fast as they like, unless ``hurried``."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="ns-"))
        (self.port,) = _free_ports(1)
        self.url = f"http://127.0.0.1:{self.port}"
        self._people = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self.root, ignore_errors=True)

    def _start(self) -> None:
        values = {"server": SERVER, "port": self.port, "root": self.root, "secret": SECRET}
        (self.root / "homeserver.yaml").write_text(CONFIG.format(**values))
        (self.root / "log.yaml").write_text(LOG % (self.root / "synapse.log"))
        program = [place() / "bin" / "python", "-m", "synapse.app.homeserver", "-c", self.root / "homeserver.yaml"]
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": self.root}
        subprocess.run([*program, "--generate-keys"], check=True, **quiet)
        self._process = subprocess.Popen(program, **quiet)
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            assert time.monotonic() < deadline, "Synapse does not answer"
            assert self._process.poll() is None, f"Synapse ended:\n{self.log()}"
            time.sleep(0.1)

    def _answers(self) -> bool:
        with suppress(httpx.HTTPError):
            return web().get(f"{self.url}/_matrix/client/versions").status_code == 200
        return False

    def log(self) -> str:
        """What the server complained about."""
        path = self.root / "synapse.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def register(self, name: str = "", *, hurried: bool = False) -> Person:
        """A new person, signed in; one who is ``hurried`` meets the limit: two messages, then one in twenty seconds."""
        self._people += 1
        person = self._registered(name or f"leider{self._people}", "notadmin")
        if not hurried:
            path = f"{self.url}/_synapse/admin/v1/users/{quote(person.id, safe='')}/override_ratelimit"
            headers = {"Authorization": f"Bearer {self._admin.token}"}
            none = {"messages_per_second": 0, "burst_count": 0}
            web().post(path, json=none, headers=headers).raise_for_status()
        return person

    @cached_property
    def _admin(self) -> Person:
        return self._registered("beheerder", "admin")

    def _registered(self, name: str, role: str) -> Person:
        path = f"{self.url}/_synapse/admin/v1/register"
        nonce = web().get(path).json()["nonce"]
        proof = "\0".join((nonce, name, "wachtwoord", role)).encode()
        mac = hmac.new(SECRET.encode(), proof, hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": "wachtwoord", "admin": role == "admin", "mac": mac}
        answer = web().post(path, json=body)
        answer.raise_for_status()
        return Person(self, answer.json()["user_id"], answer.json()["access_token"])


@dataclass(frozen=True)
class Person:
    """Somebody on the server, doing what a client would do."""

    server: Synapse
    id: str
    token: str

    def call(self, method: str, path: str, body: object | None = None) -> Any:
        """One call to the client-server API; the JSON answer."""
        headers = {"Authorization": f"Bearer {self.token}"}
        url = f"{self.server.url}/_matrix/client/{path}"
        answer = web().request(method, url, json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def room(self, alias: str, preset: str = "public_chat", **more: object) -> str:
        """A new room; its id."""
        made = {"name": alias.title(), "room_alias_name": alias, "preset": preset, **more}
        return str(self.call("POST", "v3/createRoom", made)["room_id"])

    def join(self, room: str) -> None:
        """Enter a public room."""
        self.call("POST", f"v3/join/{quote(room, safe='')}", {})

    def say(self, room: str, text: str, relation: object | None = None) -> str:
        """Write a message; the event's id."""
        content: dict[str, object] = {"msgtype": "m.text", "body": text}
        if relation:
            content["m.relates_to"] = relation
        path = f"v3/rooms/{quote(room, safe='')}/send/m.room.message/{time.monotonic_ns()}"
        return str(self.call("PUT", path, content)["event_id"])

    def messages(self, room: str) -> list[dict[str, Any]]:
        """All messages of a room that still hold text, newest first."""
        found: list[dict[str, Any]] = []
        start = ""
        while True:
            path = f"v3/rooms/{quote(room, safe='')}/messages?dir=b&limit=500{start}"
            page = self.call("GET", path)
            found += [e for e in page["chunk"] if e["type"] == "m.room.message" and "body" in e["content"]]
            if not page.get("end"):
                return found
            start = f"&from={page['end']}"


@pytest.fixture(scope="session")
def synapse() -> Iterator[Synapse]:
    """One server for all tests of this process."""
    if not (place() / "bin" / "python").exists():
        skip("Synapse is not installed (tests/servers/install_synapse.sh)")
    with Synapse() as server:
        yield server
