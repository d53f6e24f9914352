"""Signing in to a real Dovecot: with tokens that end in the middle of a run, and as a master user who cannot write."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from nudger.errors import LoginRefused
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.imap.session import Patience
from nudger.signin.bearer import Bearer, mechanism, oauthbearer, xoauth2
from nudger.signin.refusals import known, recognised, refused, shown
from nudger.texts import LANGUAGES, Texts
from tests.servers.dovecot import MASTER, MASTER_PASSWORD, PASSWORD, Dovecot, User
from tests.servers.identity import Identity, identity
from tests.servers.scripted import Scripted

MAIL = b"From: a@example.org\r\nMessage-ID: <%d@example.org>\r\nSubject: Idee\r\n\r\nZullen we?\r\n"
QUICK = Patience(connect=5, read=5, reconnects=2, first_pause=0.01)


@pytest.fixture(scope="module")
def provider(dovecot: Dovecot) -> Iterator[Identity]:
    with identity(dovecot.introspection_port) as server:
        yield server


@pytest.fixture
def user(dovecot: Dovecot) -> User:
    made = dovecot.add_user()
    made.append_all([(MAIL % n, datetime(2026, 11, 2, 8, n, tzinfo=UTC)) for n in range(5)])
    return made


@pytest.mark.dovecot
@pytest.mark.parametrize("chosen", ["XOAUTH2", "OAUTHBEARER"])
def test_a_token_opens_the_mailbox(
    chosen: str, user: User, provider: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nudger.mail.imap.signin.MECHANISMS", (chosen,))
    token = provider.issue(user.name)
    with closing(ImapSource(user.account(token=lambda: token))) as source:
        assert source.state("INBOX").messages == 5
    assert token in provider.introspected


@pytest.mark.dovecot
def test_a_token_that_ends_in_the_middle_of_a_run_is_fetched_anew(user: User, provider: Identity) -> None:
    given: list[str] = []

    def fresh() -> str:
        given.append(provider.issue(user.name))
        return given[-1]

    with closing(ImapSource(user.account(token=fresh), patience=QUICK)) as source:
        uids = source.uids("INBOX")
        provider.revoke_all()
        user.kick()
        assert [raw.uid for raw in source.complete("INBOX", source.headers("INBOX", uids))] == uids
    assert len(given) == 2
    assert given[0] != given[1]


@pytest.mark.dovecot
def test_a_refresh_that_is_refused_ends_the_run_after_one_try(user: User, provider: Identity) -> None:
    calls = []

    def fresh() -> str:
        calls.append(1)
        if len(calls) > 1:
            raise refused("AADSTS700082: The refresh token has expired. (invalid_grant)", account="a", host="h")
        return provider.issue(user.name)

    with closing(ImapSource(user.account(token=fresh), patience=QUICK)) as source:
        source.state("INBOX")
        user.kick()
        with pytest.raises(LoginRefused, match="signin-again"):
            source.uids("INBOX")
    assert len(calls) == 2


@pytest.mark.dovecot
@pytest.mark.parametrize("chosen", ["XOAUTH2", "OAUTHBEARER"])
def test_a_refused_token_is_sent_once_and_shown_nowhere(
    chosen: str, user: User, provider: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nudger.mail.imap.signin.MECHANISMS", (chosen,))
    provider.introspected.clear()
    source = ImapSource(user.account(token=lambda: "token-geweigerd"))
    with closing(source), pytest.raises(LoginRefused) as caught:
        source.state("INBOX")
    assert provider.introspected == ["token-geweigerd"]
    assert caught.value.key.startswith("signin-refused")
    assert "geweigerd" not in str(caught.value.values)


@pytest.mark.dovecot
def test_a_token_of_another_person_does_not_open_this_mailbox(user: User, provider: Identity) -> None:
    token = provider.issue("iemand-anders")
    with closing(ImapSource(user.account(token=lambda: token))) as source, pytest.raises(LoginRefused):
        source.state("INBOX")


@pytest.mark.dovecot
def test_a_master_user_reads_everything(user: User) -> None:
    before = user.snapshot()
    account = user.account(username=f"{user.name}*{MASTER}", password=lambda: MASTER_PASSWORD)
    with closing(ImapSource(account)) as source:
        assert "INBOX" in source.folders()
        uids = source.uids("INBOX")
        texts = [raw.uid for raw in source.complete("INBOX", source.headers("INBOX", uids)) if not raw.problem]
    assert texts == uids
    assert len(uids) == 5
    assert user.snapshot() == before


@pytest.mark.dovecot
def test_the_server_itself_refuses_a_master_user_who_writes(user: User) -> None:
    with imaplib.IMAP4("127.0.0.1", user.server.port) as client:
        client.login(f"{user.name}*{MASTER}", MASTER_PASSWORD)
        with pytest.raises(imaplib.IMAP4.readonly):  # Dovecot opens it READ-ONLY, though asked for SELECT
            client.select("INBOX")
        before = user.snapshot()  # SELECT, which nudger never sends, takes away Recent
        client.is_readonly = True  # so that imaplib lets the commands through
        changed = [client.uid("STORE", "1", "+FLAGS", flag)[1] for flag in ("(\\Seen)", "(\\Deleted)")]
        changed.append(client.expunge()[1])
        refusals = [client.append("INBOX", "", "", MAIL % 9), client.uid("COPY", "1", "INBOX"), client.create("Nieuw")]
        refusals += [client.delete("INBOX"), client.rename("INBOX", "Weg")]
    assert changed == [[None]] * 3  # accepted on a folder that is READ-ONLY, and without any effect
    assert [status for status, _ in refusals] == ["NO"] * 5, refusals
    assert user.snapshot() == before


@pytest.mark.dovecot
def test_the_owner_can_still_write(user: User) -> None:
    with imaplib.IMAP4("127.0.0.1", user.server.port) as client:
        client.login(user.name, PASSWORD)
        client.select("INBOX")
        assert client.uid("STORE", "1", "+FLAGS", "(\\Seen)")[0] == "OK"


# --- what a server says


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("[ALERT] Application-specific password required: https://support.google.com/1 (Failure)", "app-password"),
        ("[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page.", "imap-off"),
        ("[ALERT] Please log in via your web browser: https://support.google.com/2 (Failure)", "web-login"),
        ("LOGIN failed: basic authentication is disabled.", "basic-auth-off"),
        ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", ""),
    ],
)
def test_what_mail_servers_say_is_recognised(answer: str, key: str) -> None:
    answers = {"LOGIN": [f"{{tag}} NO {answer}\r\n"]}
    with Scripted(answers=answers) as server, pytest.raises(LoginRefused) as caught:
        ImapSource(server.account(), patience=QUICK).state("INBOX")
    assert caught.value.key == (f"signin-{key}" if key else "signin-refused")
    assert sum("LOGIN" in line for line in server.lines) == 1
    assert len(list(Texts("nl").error(caught.value))) == 2


def test_no_password_goes_to_a_server_that_forbids_it() -> None:
    server = Scripted(capabilities="IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2")
    with server, pytest.raises(LoginRefused, match="signin-basic-auth-off"):
        ImapSource(server.account(), patience=QUICK).state("INBOX")
    assert not [line for line in server.lines if "LOGIN" in line or "geheim" in line]


def test_no_token_goes_to_a_server_that_takes_none() -> None:
    with Scripted() as server, pytest.raises(LoginRefused, match="signin-no-token"):
        ImapSource(server.account(token=lambda: "t"), patience=QUICK).state("INBOX")
    assert not [line for line in server.lines if "AUTHENTICATE" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_says_what_happened_and_what_to_do(language: str) -> None:
    texts = Texts(language)  # type: ignore[arg-type]
    assert len(known()) == len(set(known())) > 20
    for name in known():
        for key in (f"errors-signin-{name}", f"errors-signin-{name}-hint"):
            assert texts(key, host="h", account="a", answer="x")


@pytest.mark.parametrize(
    ("answer", "secret"),
    [
        ("no: hunter2-hunter2 is wrong", "hunter2-hunter2"),
        ("no: HUNTER2 is wrong", "hunter2-hunter2"),
        ("no: aHVudGVyMi1odW50ZXIy", "hunter2-hunter2"),
        (f"no: {'A' * 70}", "x"),
        ("no: ab", "ab"),
    ],
)
def test_an_answer_that_may_hold_the_secret_is_not_shown(answer: str, secret: str) -> None:
    assert shown(answer, (secret,)) == ""
    assert refused(answer, account="a", host="h", secrets=(secret,)).key == "signin-refused-silent"


def test_an_answer_is_one_short_line() -> None:
    assert shown("a\r\n\tb\x1b[31m\u202ec  Trace ID: 7") == "a b?[31m?c"
    assert len(shown("ja " * 500)) <= 200


def test_a_number_is_no_prefix_of_another() -> None:
    assert recognised("AADSTS530034: x") == ""
    assert recognised("AADSTS53003: x") == "policy"


def test_the_responses_are_those_of_the_documents() -> None:
    assert xoauth2("someuser@example.com", "ya29.vF9") == "user=someuser@example.com\1auth=Bearer ya29.vF9\1\1"
    assert oauthbearer("a=b,c", "t") == "n,a=a=3Db=2Cc,\1auth=Bearer t\1\1"
    assert mechanism(["PLAIN", "xoauth2"]) == "XOAUTH2"
    assert mechanism(["PLAIN"]) is None
    bearer = Bearer("OAUTHBEARER", "u", "t")
    assert [bearer(), bearer(b'{"status":"invalid_token"}')] == ["n,a=u,\1auth=Bearer t\1\1", "\1"]
    assert bearer.complaint == '{"status":"invalid_token"}'
