"""nudger/mail: the organisation's own mail server, proposed only where the leader's mail is clear about it."""

from __future__ import annotations

import pytest

from nudger.mail.mime.authentication import named_server
from nudger.mail.mime.headers import Headers
from nudger.mail.own_server import LEAST_MAILS, OwnServer, own_server

OURS = "mx.voorbeeld.example"


def test_the_name_at_the_top_of_nearly_all_mails() -> None:
    names = [OURS] * 90 + ["evil.example"] * 10 + [""] * 500
    assert own_server(names) == OwnServer(OURS, 90, 100)


@pytest.mark.parametrize(
    "names",
    [
        [],
        [""] * 100,
        [OURS] * (LEAST_MAILS - 1),
        [OURS] * 80 + ["mx2.voorbeeld.example"] * 20,  # two servers: no one name can be put
        ["localhost"] * 100,
        ["\x1b[31m.example"] * 100,
        ["a" * 300 + ".example"] * 100,
        ['mx"\n[evil].example'] * 100,
    ],
)
def test_in_doubt_nothing_is_proposed(names: list[str]) -> None:
    assert own_server(names) is None


@pytest.mark.parametrize(
    ("fields", "server"),
    [
        ("Authentication-Results: MX.Voorbeeld.example; dmarc=pass", OURS),
        ("Authentication-Results: mx.voorbeeld.example 1;\r\n spf=pass", OURS),
        ("Authentication-Results: (note) mx.voorbeeld.example; spf=none", OURS),
        ("Authentication-Results: spf=pass smtp.mailfrom=a.example; dmarc=pass", ""),  # Exchange Online names none
        ("Authentication-Results: mx.voorbeeld.example; none\r\nAuthentication-Results: other.example; none", OURS),
        ("Subject: x", ""),
    ],
)
def test_the_topmost_field_counts(fields: str, server: str) -> None:
    assert named_server(Headers(fields.encode())) == server
