"""tests/servers: an identity provider on this machine that answers as Microsoft and Google document it.

Device code (RFC 8628; learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code), refresh tokens, client
credentials, service accounts, the code of a browser with PKCE (RFC 7636), and introspection of tokens (RFC 7662), which
a mail server uses. ``answers`` are given to polls for a token before the usual one, in order.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from nudger.signin.web import Web

TENANT = "11111111-2222-3333-4444-555555555555"
CLIENT = "99999999-8888-7777-6666-555555555555"
AUTHORITY = f"https://login.microsoftonline.com/{TENANT}"
Form = dict[str, str]


def entra(number: int, words: str, error: str = "invalid_grant") -> dict[str, object]:
    """A refusal as Entra words it."""
    trace = "Trace ID: 0d3f\r\nCorrelation ID: 77aa\r\nTimestamp: 2026-11-24 08:00:00Z"
    text = f"AADSTS{number}: {words}\r\n{trace}"
    return {"error": error, "error_description": text, "error_codes": [number]}


class Identity(ThreadingHTTPServer):
    """Tokens are ``token-1``, ``token-2``...; those in ``active`` hold for the user they stand with."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.user = "leider1"
        self.active: dict[str, str] = {}
        self.answers: list[dict[str, object]] = []
        self.forms: list[Form] = []
        self.introspected: list[str] = []
        self.lifetime = 3600
        self.scope = ""
        self.challenges: dict[str, str] = {}
        self.numbers = count(1)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def web(self) -> Web:
        """A line on which every host of Microsoft and Google is this server."""
        return Web(_Rerouted(self.url))

    def issue(self, user: str = "") -> str:
        """A new token that holds."""
        token = f"token-{next(self.numbers)}"
        self.active[token] = user or self.user
        return token

    def revoke_all(self) -> None:
        """From now on no token that was given out holds."""
        self.active.clear()


class _Rerouted(httpx.HTTPTransport):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._to = httpx.URL(url)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host=self._to.host, port=self._to.port)
        return super().handle_request(request)


class _Handler(BaseHTTPRequestHandler):
    server: Identity

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path.endswith("/openid-configuration"):
            return self._json(200, _discovery())
        return self._consent(query)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = {key: values[0] for key, values in parse_qs(body).items()}
        path = urlsplit(self.path).path
        if path == "/introspect":
            return self._introspect(form.get("token", ""))
        self.server.forms.append(form)
        if path.endswith("/devicecode"):
            self.server.scope = form["scope"]
            return self._json(200, _device())
        if self.server.answers:
            answer = self.server.answers.pop(0)
            return self._json(400 if "error" in answer else 200, answer)
        if form.get("grant_type") == "authorization_code" and not self._proves(form):
            return self._json(400, {"error": "invalid_grant", "error_description": "Missing code verifier."})
        return self._json(200, self._tokens(form))

    def _consent(self, query: Form) -> None:
        """The page on which a person says yes at once: back to the port of the program."""
        self.server.scope = query.get("scope", "")
        answer = {"state": query["state"], "code": f"code-{next(self.server.numbers)}"}
        self.server.challenges[answer["code"]] = query.get("code_challenge", "")
        if self.server.answers:
            answer = {"state": query["state"], **{k: str(v) for k, v in self.server.answers.pop(0).items()}}
        self.send_response(302)
        self.send_header("Location", f"{query['redirect_uri']}?{urlencode(answer)}")
        self.end_headers()

    def _proves(self, form: Form) -> bool:
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.server.challenges.get(form["code"])

    def _tokens(self, form: Form) -> dict[str, object]:
        made: dict[str, object] = {
            "token_type": "Bearer",
            "expires_in": self.server.lifetime,
            "access_token": self.server.issue(),
            "scope": form.get("scope") or self.server.scope,
        }
        if form.get("grant_type") != "client_credentials":
            made |= {"refresh_token": "refresh", "client_info": _claims(uid="u", utid="t")}
            made["id_token"] = f"{_claims(alg='none')}.{_identity(self.server.user)}."
        return made

    def _introspect(self, token: str) -> None:
        self.server.introspected.append(token)
        user = self.server.active.get(token)
        self._json(200, {"active": True, "username": user} if user else {"active": False})

    def _json(self, status: int, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _discovery() -> dict[str, str]:
    end = f"{AUTHORITY}/oauth2/v2.0"
    return {
        "issuer": f"{AUTHORITY}/v2.0",
        "authorization_endpoint": f"{end}/authorize",
        "token_endpoint": f"{end}/token",
        "device_authorization_endpoint": f"{end}/devicecode",
    }


def _device() -> dict[str, object]:
    return {
        "device_code": "GMMhmHCXhWEzkobqIHGG_EnNYYsAkukHspeYUk9E8",
        "user_code": "FJK2-9QRT",
        "verification_uri": "https://microsoft.com/devicelogin",
        "expires_in": 15,
        "interval": 1,
        "message": "To sign in, use a web browser.",
    }


def _identity(user: str) -> str:
    times = {"iat": 1_700_000_000, "nbf": 1_700_000_000, "exp": 4_000_000_000}
    return _claims(aud=CLIENT, iss=f"{AUTHORITY}/v2.0", sub="s", oid="u", tid="t", preferred_username=user, **times)


def _claims(**values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).rstrip(b"=").decode()


@contextmanager
def identity(port: int = 0) -> Iterator[Identity]:
    """Listens while it is entered."""
    with Identity(port) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
