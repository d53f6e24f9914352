"""HTML to lines: what is seen, what is quoted, and that no mail makes it slow or large."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nudger.mail.html.guard import DEEPEST, MOST_CHARACTERS, guarded
from nudger.mail.html.text import to_text
from tests.nudger.mail.hostile import bombs, make_bombs

GMAIL_QUOTE = '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">Vraag?</blockquote>'


def shown(html: str) -> list[str]:
    """The own lines that are not blank."""
    return [line.bare for line in to_text(html).lines if line.own]


def quoted(html: str) -> list[str]:
    return [line.bare for line in to_text(html).lines if line.depth and line.bare]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>een</p><p>twee</p>", ["een", "", "twee"]),
        ("<div>een</div><div>twee</div>", ["een", "twee"]),
        ("<div>een</div><div><br></div><div>twee</div>", ["een", "", "twee"]),
        ("een<br>twee<br><br>drie", ["een", "twee", "", "drie"]),
        ("w<b>el</b><i>kom</i>", ["welkom"]),
        (
            "<p class=MsoNormal>een<o:p></o:p></p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>twee</p>",
            ["een", "", "twee"],
        ),
        ("<ul><li>een</li><li>twee</li></ul>", ["een", "twee"]),
        ("<table><tr><td>Van:</td><td>Jan</td></tr><tr><td>Aan:</td></tr></table>", ["Van: Jan", "Aan:"]),
        ("<pre>een\n  twee\n</pre>", ["een", "  twee"]),
        ("  een \n twee&nbsp;drie ", ["een twee drie"]),
        ("&eacute;&eacute;n &lt;b&gt; &amp; &#x20AC; &#0; &#x110000; &bogus;", ["één <b> & € \ufffd \ufffd &bogus;"]),
    ],
)
def test_lines_are_broken_as_a_browser_does(html, lines):
    assert [line.text for line in to_text(html).lines if line.text or "" in lines][: len(lines)] == lines


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">x</div>',
        '<div style="DISPLAY : none !important">x</div>',
        '<span style="font-size:0px">x</span>',
        '<span style="font-size: 0">x</span>',
        '<div style="max-height:0;overflow:hidden">x</div>',
        '<p style="mso-hide:all">x</p>',
        "<div hidden>x</div>",
        "<style>x</style>",
        "<script>x</script>",
        "<!-- x -->",
        "<!--[if mso]>x<![endif]-->",
        "<title>x</title>",
        "<textarea>x</textarea>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(hidden):
    assert shown(f"<p>voor</p>{hidden}<p>na</p>") == ["voor", "na"]


def test_size_zero_ends_where_a_size_is_given():
    assert shown('<div style="font-size:0">weg<p style="font-size:14px">hier</p></div>') == ["hier"]


def test_outlook_shows_what_is_not_for_word():
    assert shown("<![if !mso]><p>idee</p><![endif]>") == ["idee"]


@pytest.mark.parametrize(
    "quote",
    [
        GMAIL_QUOTE,
        '<blockquote type="cite">Vraag?</blockquote>',
        '<blockquote cite="mid:1@x.example">Vraag?</blockquote>',
        '<blockquote style="border-left:2px solid #1010ff">Vraag?</blockquote>',
        '<div class="yahoo_quoted">Vraag?</div>',
        '<div class="ydp1a2b3c4dyahoo_quoted">Vraag?</div>',
        '<div id="yahoo_quoted_123">Vraag?</div>',
        '<div class="x_x_yahoo_quoted">Vraag?</div>',
        '<div id="mail-editor-reference-message-container">Vraag?</div>',
        '<div name="quote" style="border-left:2px solid #C3D9E5">Vraag?</div>',
        '<div id="appendonsend"></div><div>Vraag?</div>',
        '<hr id="stopSpelling">Vraag?',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt">Vraag?</div>',
        "<p>&gt; Vraag?</p>",
        "<p>Jan vroeg:</p><blockquote>Vraag?</blockquote>",
    ],
)
def test_quotes_of_mail_programs(quote):
    assert quoted(f"<p>Antwoord.</p>{quote}") == ["Vraag?"]
    assert shown(f"<p>Antwoord.</p>{quote}")[0] == "Antwoord."


def test_answers_between_quotes_are_the_authors():
    html = f'<div class="gmail_quote">{GMAIL_QUOTE}<div>Antwoord.</div>{GMAIL_QUOTE}<div>Nog een.</div></div>'
    assert shown(html) == ["Antwoord.", "Nog een."]


@pytest.mark.parametrize(
    "indent",
    [
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">eigen</blockquote>',
        "<blockquote>eigen</blockquote>",
    ],
)
def test_an_indented_paragraph_is_no_quote(indent):
    assert shown(f"<p>Voorstel.</p>{indent}") == ["Voorstel.", "eigen"]


@pytest.mark.parametrize(
    "signature",
    [
        '<div class="gmail_signature">Jan</div>',
        '<div id="Signature">Jan</div>',
        '<div data-smartmail="gmail_signature">Jan</div>',
        '<div data-signatureblock="true">Jan</div>',
        '<pre class="moz-signature">Jan</pre>',
    ],
)
def test_signatures_of_mail_programs(signature):
    line = next(line for line in to_text(f"<p>Idee.</p>{signature}").lines if line.bare == "Jan")
    assert line.kind == "signature"


def test_links_belong_to_their_line():
    html = (
        '<p>Lees <a href="https://x.example/a">dit</a></p><p><a href="javascript:x">a</a><a href="mailto:a">b</a></p>'
    )
    assert [line.links for line in to_text(html).lines if line.bare] == [("https://x.example/a",), ()]


def test_output_is_clean():
    text = to_text("<p>a\x00\ud800&#27;[31m&#x202e;b&#xFEFF;</p>\u2028<p>c</p>").text
    assert text.split() == ["a[31mb", "c"]


def test_tags_that_cost_too_much_lose_their_attributes_only():
    many = " ".join(f"a{number}=1" for number in range(5_000))
    assert guarded(f"<p {many}>tekst</p>") == "<p>tekst</p>"
    assert shown(f"<p {many}>tekst</p>") == ["tekst"]


def test_formatting_is_not_opened_again_in_every_paragraph():
    html = "<p>" + "".join(f"<font size={number}>" for number in range(300)) + "</p><p>x" * 20_000
    started = time.process_time()
    assert len(to_text(html).lines) > 0
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * (DEEPEST + 1) + "idee",
        "<dd><li>" * DEEPEST + "idee",
        "<svg><g>" * DEEPEST + "idee",
        "<b></i>" * DEEPEST * 2 + "idee",
    ],
)
def test_what_is_too_deep_is_read_without_a_tree(html):
    assert "idee" in to_text(html).text


def test_depth_costs_no_time():
    check_time("<div>" * 60_000 + "idee")


def test_size_is_capped():
    assert len(to_text("<p>" + "een idee " * MOST_CHARACTERS).text) <= MOST_CHARACTERS


UNITS = [
    *(
        "<a",
        " x=",
        '"',
        "'",
        ">",
        " ",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<td>",
        "<li>",
        "<dd>",
    ),
    *(
        "<svg>",
        "<option>",
        "<select>",
        "=",
        "/",
        "<!--",
        "-->",
        "<style>",
        "tekst",
        "<br>",
        "<blockquote>",
        "<template>",
    ),
    *("<button>", "<pre>", "&amp;", "<form>", "<plaintext>", "<title>", "<ruby>", "&#", "<![CDATA[", "<?", "</", "\0"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(UNITS), max_size=40))
def test_never_raises(units):
    to_text("".join(units))


def repeated(seed: int, count: int) -> list[str]:
    source = random.Random(seed)
    units = ["".join(source.choices(UNITS, k=source.randint(1, 5))) for _ in range(count)]
    return [source.choice(UNITS) * source.choice((0, 200, 4_000)) + unit * (300_000 // len(unit)) for unit in units]


def check_time(html: str) -> None:
    started = time.process_time()
    to_text(html)
    assert time.process_time() - started < 1, html[:100]


def test_repetition_costs_no_time():
    for html in repeated(1, 40):
        check_time(html)


@pytest.mark.slow
def test_much_repetition_costs_no_time():
    for html in repeated(2, 2_000):
        check_time(html)


@pytest.mark.shared
def test_bombs(shared, tmp_path):
    folder = make_bombs(shared, tmp_path, 1)
    hostile = [octets for _, kind, octets in bombs(folder) if kind == "html"]
    assert len(hostile) > 15
    for octets in hostile:
        check_time(octets.partition(b"\r\n\r\n")[2].decode("utf-8", "replace"))
