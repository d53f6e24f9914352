"""Public links: which count, and what is taken off them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.words.links import LINKS_LIMIT, public_links

SAFE = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.zorg.example%2Fa%3Futm_source%3Dx&data=05%7C01&reserved=0"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Zie https://www.zorg.example/artikel.", "https://www.zorg.example/artikel"),
        ("(https://nl.wikipedia.example/wiki/Zorg_(sector))", "https://nl.wikipedia.example/wiki/Zorg_(sector)"),
        ("<http://zorg.example>", "http://zorg.example"),
        ("https://a.example/x?utm_source=nb&id=7&fbclid=1&mc_eid=2#top", "https://a.example/x?id=7#top"),
        ("https://youtu.example/abc?si=XyZ&t=12", "https://youtu.example/abc?t=12"),
        ("https://a.example/x?gclid=1", "https://a.example/x"),
        ("https://a.example/?size=3&sid=4", "https://a.example/?size=3&sid=4"),
        (SAFE, "https://www.zorg.example/a"),
        ("https://www.google.com/url?q=https://www.zorg.example/b&sa=D&usg=x", "https://www.zorg.example/b"),
        ("https://urldefense.com/v3/__https://www.zorg.example/c__;!!abc!x$", "https://www.zorg.example/c"),
        ("HTTPS://Zorg.Example/Pad", "https://Zorg.Example/Pad"),
    ],
)
def test_public_links(text, link):
    assert public_links(text) == (link,)


@pytest.mark.parametrize(
    "link",
    [
        "http://intranet/pagina",
        "http://wiki.intern/pagina",
        "https://10.0.0.1/x",
        "https://[::1]/x",
        "https://2130706433/",
        "https://localhost/x",
        "https://acme.example/x",
        "https://plein.acme.example/x",
        "https://acme.sharepoint.com/sites/x",
        "https://teams.microsoft.com/l/meetup-join/x",
        "https://user:geheim@zorg.example/x",
        "https://zorg.example@evil.example/",
        "https://" + "a" * 300 + ".example/",
        "https://zorg.example/" + "a" * 1_500,
        "https://[broken/",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.sharepoint.com%2Fx",
        "ftp://zorg.example/x",
        "https://",
    ],
)
def test_other_links_are_left_out(link):
    assert public_links(f"Zie {link} eens", {"acme.example"}) == ()


def test_each_once_in_order_and_bounded():
    assert public_links("https://b.example https://a.example https://b.example") == (
        "https://b.example",
        "https://a.example",
    )
    assert len(public_links(" ".join(f"https://a{number}.example" for number in range(100)))) == LINKS_LIMIT


@given(st.text(alphabet="https:/.?&=%#@[]()aex1\u202e\n ", max_size=120))
def test_any_text_is_survived(text):
    for link in public_links("https://" + text):
        assert link.startswith(("http://", "https://"))
