"""Who is surely inside: every way to look like a colleague that we know of, and the colleagues themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.mime.addresses import address_field
from nudger.mail.perspective import Perspective
from rules.message import Address
from tests.nudger.mail.mails import ACME, FIELDS, mail, message

INSIDE = [
    "jan@acme.example",
    "Jan de Vries <JAN@Acme.Example>",
    '"Vries, Jan de (Zorg)" <jan@acme.example>',
    "=?utf-8?Q?Andr=C3=A9?= <andre.o'neil@acme.example>",
    "Andr\u00e9 <andre@acme.example>",
    "jan@acme.example (Jan de Vries)",
    "'jan@acme.example' <jan@acme.example>",
    "jan@acme.example <jan@acme.example>",
    "[Team Zorg] Jan <jan+idee@acme.example>",
    "Jan .. <.jan..de.vries@acme.example>",
    "<jan@acme.example>",
    "Jan\r\n\tde Vries\r\n <jan@acme.example>",
    "Jan \U0001f468\u200d\U0001f4bb <jan@acme.example>",
    "Team <r&d_team-1@acme.example>",
]
OUTSIDE = [
    "jan@acme.example.evil.example",
    "jan@evil-acme.example",
    "jan@sub.acme.example",
    '"jan@acme.example" <attacker@evil.example>',
    '"Jan <jan@acme.example>" <attacker@evil.example>',
    "attacker@evil.example (jan@acme.example)",
    "jan%acme.example@evil.example",
    "=?utf-8?Q?Jan=0D=0AFrom=3A_jan=40acme.example?= <attacker@evil.example>",
    "jan@xn--cme-8cd.example",
    "Jan de Vries jan@acme.example <attacker@evil.example>",
]
UNREADABLE = [
    "",
    "Jan de Vries",
    "<>",
    "MAILER-DAEMON <>",
    "jan@acme.example, attacker@evil.example",
    "attacker@evil.example; jan@acme.example",
    "<jan@acme.example> <attacker@evil.example>",
    "<attacker@evil.example> jan@acme.example",
    '"jan@acme.example"@evil.example',
    '"a@evil.example> <jan"@acme.example',
    "<@evil.example:jan@acme.example>",
    "attacker@evil.example@acme.example",
    "jan@acme.example evil.example",
    "alice@acme.example]@evil.example",
    '"Jan <jan@acme.example>, attacker@evil.example',
    "jan@acme.example\0@evil.example",
    "=?utf-8?Q?Jan_=3Cjan=40acme=2Eexample=3E?=",
    "Jan <jan@\u0430cme.example>",
    "Jan <jan@\uff41\uff43\uff4d\uff45.example>",
    "Jan <jan@ac\u200bme.example>",
    "Jan <jan@acme.exampl\u0131e>",
    "Jan <\u212aees@acme.example>",
    "Directie: jan@acme.example;",
    "A: B: jan@acme.example;;",
    "undisclosed-recipients:;",
    "Jan de Vries/NL/ACME@ACME",
    "jan@[127.0.0.1]",
    "jan@localhost",
    "jan@acme.example.",
    "<mailto:jan@acme.example>",
    "jan at acme.example (Jan)",
    "jan @acme.example",
    "Jan <jan@acme.example",
    "Jan <jan@acme.example> (open",
    "(" * 3_000 + "jan@acme.example",
    "Jan \\<jan@acme.example>",
]
NOT_CERTAIN = [
    "jan@acme.example(attacker@evil.example)",
    '"attacker@evil.example" <jan@acme.example>',
    "attacker\uff20evil.example <jan@acme.example>",
    "evil.example!jan@acme.example",
    "SRS0=ab=cd=evil.example=attacker@acme.example",
    "<IMCEAEX-_O=ACME_CN=JAN@acme.example>",
    "prvs=0123=jan@acme.example",
    "attacker%evil.example@acme.example",
    '"Jan de Vries via Lijst" <lijst@acme.example>',
    "Secretariaat namens Jan <secretariaat@acme.example>",
    "noreply@acme.example",
    "Systeem <do-not-reply@acme.example>",
    "MAILER-DAEMON@acme.example",
    "=?utf-8?Q?Jan=0D=0ABcc=3A_x?= <jan@acme.example>",
    "Jan\u202e <jan@acme.example>",
]


@pytest.mark.parametrize("written", INSIDE)
def test_a_colleague_is_inside(written):
    found = message(mail(From=written))
    assert found.sender.internal is True
    assert found.internal is True


@pytest.mark.parametrize("written", OUTSIDE)
def test_another_domain_is_outside(written):
    assert message(mail(From=written)).sender.internal is False
    assert message(mail(From=written)).internal is False


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_cannot_be_read_with_certainty_is_no_sender(written):
    found = message(mail(From=written))
    assert found.sender is None
    assert found.internal is None


@pytest.mark.parametrize("written", NOT_CERTAIN)
def test_an_own_domain_is_not_enough(written):
    found = message(mail(From=written))
    assert found.sender is not None
    assert found.sender.internal is None
    assert found.internal is None


@pytest.mark.parametrize("written", [*NOT_CERTAIN[:9], *UNREADABLE[1:12], *UNREADABLE[24:]])
def test_the_same_rule_holds_for_every_addressee(written):
    assert message(mail(To=f"leider@acme.example, {written}")).internal is not True
    assert message(mail(Cc=written)).internal is not True


@pytest.mark.parametrize(
    "fields",
    [
        {"From": None},
        {"Sender": "attacker@evil.example"},
        {"Sender": "secretariaat@acme.example"},
        {"Sender": "???"},
        {"Reply_To": "attacker@evil.example"},
        {"Reply_To": "jan@acme.example, ???"},
        {"X_Original_From": "attacker@evil.example"},
        {"List_Post": "<mailto:jan@acme.example>"},
        {"X_MS_Exchange_Organization_AuthAs": "Anonymous"},
        {"Authentication_Results": "mx.acme.example; dmarc=fail header.from=acme.example"},
        {"From_": "attacker@evil.example", "To": "leider@acme.example\r\nFrom: attacker@evil.example"},
        {"From": "J" * 5_000 + " <jan@acme.example>"},
    ],
)
def test_signs_that_somebody_else_wrote_it(fields):
    assert message(mail(**fields)).internal is None


@pytest.mark.parametrize(
    "fields",
    [
        {"Sender": "JAN@acme.example"},
        {"Reply_To": "Jan <jan@acme.example>, team@acme.example"},
        {"X_MS_Exchange_Organization_AuthAs": "Internal"},
        {"Authentication_Results": "mx.acme.example; dmarc=pass"},
        {"Cc": "Iedereen: piet@acme.example, zorg@acme.example;"},
        {"To": ", ".join(f"Collega {number} <collega{number}@acme.example>" for number in range(600))},
    ],
)
def test_ordinary_internal_mail_stays_internal(fields):
    assert message(mail(**fields)).internal is True


@pytest.mark.parametrize(
    ("fields", "internal"),
    [
        ({"To": "leider@acme.example, klant@customer.example"}, False),
        ({"To": "klant@customer.example", "From": "Jan"}, False),
        ({"Bcc": "klant@customer.example"}, False),
        ({"To": None}, None),
        ({"To": None, "Bcc": "leider@acme.example"}, None),
        ({"To": "undisclosed-recipients:;"}, None),
        ({"To": "piet@acme.example", "Cc": "undisclosed-recipients:;"}, None),
        ({"To": "piet@acme.example", "Bcc": "leider@acme.example"}, None),  # the leader was to stay unseen
        ({"From": "leider@acme.example", "To": "piet@acme.example", "Bcc": "eva@acme.example"}, True),
        ({"To": "Jansen, Piet <piet@acme.example>"}, None),
        ({"To": "x" * 70_000 + "@acme.example"}, None),
    ],
)
def test_all_addressees_count(fields, internal):
    assert message(mail(**fields)).internal is internal


def test_without_own_domains_nothing_can_be_told():
    assert message(mail(), Perspective()).internal is None


@pytest.mark.parametrize(
    ("fields", "role", "from_owner"),
    [
        ({}, "to", False),
        ({"To": "piet@acme.example", "Cc": "Leider <LEIDER@acme.example>"}, "cc", False),
        ({"To": "team@acme.example"}, "", False),
        ({"From": "leider+x@acme.example", "To": "piet@acme.example"}, "from", True),
        ({"From": "leider@acme.example", "Sender": "jan@acme.example"}, "to", False),
        ({"From": "leider@acme.example, jan@acme.example"}, "to", False),
    ],
)
def test_the_owners_part(fields, role, from_owner):
    found = message(mail(**fields))
    assert (found.owner_role, found.from_owner) == (role, from_owner)


def test_an_own_address_elsewhere_is_still_the_owners():
    perspective = Perspective(domains=ACME.domains, owner=frozenset({"fatima@thuis.example"}))
    found = message(mail(From="fatima@thuis.example"), perspective)
    assert found.from_owner
    assert found.internal is False


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ({}, ()),
        ({"Cc": "hr@acme.example"}, ("deny",)),
        ({"Cc": "HR+zaak@acme.example"}, ("deny",)),
        ({"Bcc": "x@jurist.example"}, ("deny",)),
        ({"From": "eva@acme.example"}, ("optout",)),
        ({"To": "eva@acme.example, hr@acme.example"}, ("deny", "optout")),
        ({"From": "Plein <noreply@plein.example>"}, ("network",)),
        ({"To": "noreply@plein.example"}, ()),
    ],
)
def test_marks_of_the_organisations_lists(fields, marks):
    perspective = Perspective(
        domains=ACME.domains,
        deny=frozenset({"hr@acme.example", "@jurist.example"}),
        optout=frozenset({"eva@acme.example"}),
        notifications=frozenset({"noreply@plein.example"}),
    )
    assert message(mail(**fields), perspective).marks == marks


@pytest.mark.parametrize(
    ("results", "authenticated", "internal"),
    [
        ("mx.acme.example; dmarc=pass header.from=acme.example", True, True),
        ("mx.acme.example 1; spf=pass; dkim=pass header.d=acme.example", True, True),
        ("mx.acme.example; auth=pass smtp.auth=jan", True, True),
        ("mx.acme.example; spf=pass; dkim=pass header.d=evil.example", None, True),
        ("mx.acme.example; spf=fail", False, None),
        ("mx.acme.example; dmarc=fail", False, None),
        ("mx.acme.example; (dmarc=pass) dmarc=fail (dmarc=pass)", False, None),
        ("acme.example; dkim=pass header.d=acme.example; spf=pass; dmarc=pass", False, None),  # another's word
        ("mx.acme.example.evil.example; dmarc=pass", False, None),
        ("evil.example; dmarc=pass\r\nAuthentication-Results: mx.acme.example; dmarc=pass", False, None),
        ("mx.acme.example; dmarc=pass\r\nAuthentication-Results: evil.example; dmarc=fail", True, True),
        (None, None, True),
    ],
)
def test_only_the_topmost_word_of_the_own_server_counts(results, authenticated, internal):
    perspective = Perspective(domains=ACME.domains, authserv_id="mx.acme.example")
    found = message(mail(Authentication_Results=results), perspective)
    assert (found.authenticated, found.internal) == (authenticated, internal)


SIGNED = "DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; s=m; h=from; bh=eA==; b=eA=="


@pytest.mark.parametrize(
    ("results", "internal"),
    [
        (None, True),
        ("dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=acme.example", True),
        ("mx.acme.example; auth=pass smtp.auth=jan", True),
        ("mx.acme.example; dkim=pass header.d=newsletter.example; dmarc=none", True),
        (f"mx.google.com; dkim=pass header.i=@acme.example; dmarc=pass\r\n{SIGNED}", True),
        (f"spf=pass smtp.mailfrom=acme.example; dkim=pass header.d=acme.example;dmarc=pass\r\n{SIGNED}", True),
        ("acme.example; dkim=pass header.d=acme.example; spf=pass; dmarc=pass", None),
        ("dkim=pass header.d=acme.example;dmarc=pass action=none", None),
        (f"acme.example; dkim=pass header.d=acme.example; dmarc=fail\r\n{SIGNED}", None),
        ("mx.acme.example; dmarc=fail", None),
        ("spf=fail smtp.mailfrom=x.example; dkim=none;dmarc=fail action=none", None),
        ("dmarc=fail action=none", None),
        ("mx.google.com; dmarc=none\r\nAuthentication-Results: mx.evil.example; dmarc=fail", None),
        ("mx.google.com; dmarc=none\r\nAuthentication-Results: acme.example; dkim=pass", None),
    ],
)
def test_without_a_configured_server_a_fail_or_a_signature_that_is_not_there_is_doubt(results, internal):
    found = message(mail(Authentication_Results=results))
    assert (found.authenticated, found.internal) == (None, internal)


def test_names_are_decoded_and_clean():
    field = '=?utf-8?Q?Andr=C3=A9?= <a@acme.example>, "de \\"Wit\\", P." <p@acme.example>, x@acme.example (Ik)'
    found = message(mail(To=field)).to
    assert found == (
        Address("Andr\u00e9", "a@acme.example", True),
        Address('de "Wit", P.', "p@acme.example", True),
        Address("Ik", "x@acme.example", True),
    )


def test_names_without_addresses_are_kept_as_names():
    assert message(mail(To="O'Neil; r-announce, Jan <>")).to == (
        Address("O'Neil", "", None),
        Address("r-announce", "", None),
        Address("Jan", "", None),
    )


@given(st.text(alphabet='ab@.,;:<>()"\\ \u202e\u00e9', max_size=80))
def test_any_field_is_read(value):
    for box in address_field(value).mailboxes:
        assert box.email == "" or box.email in value.lower()
        assert box.email.count("@") in {0, 1}


@given(
    st.sampled_from([FIELDS["From"], "jan@acme.example"]),
    st.text(alphabet='@,;:<>()"\\ x', min_size=1, max_size=12),
    st.integers(0, 40),
)
def test_no_mixture_of_two_addresses_is_ever_internal(colleague, glue, place):
    hostile = "attacker@evil.example"
    for mixed in (colleague[:place] + glue + hostile + colleague[place:], hostile + glue + colleague):
        sender = message(mail(From=mixed)).sender
        assert sender is None or sender.email != "jan@acme.example" or sender.internal is not True
