"""nudger/mail/words: answers typed inside another's mail, in a colour, behind a mark, below; and what only looks so."""

from __future__ import annotations

import pytest

from nudger.mail.html.colours import hue
from nudger.mail.words.own_words import extract

OUTLOOK = """<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=MsoNormal>
<b>{frm}:</b> Jan de Boer &lt;jan@x.example&gt;<br><b>{sent}:</b> maandag 23 november 2026 10:00<br>
<b>{to}:</b> Fatima Jansen &lt;fatima@x.example&gt;<br><b>{subject}:</b> rooster</p></div>"""
NL = OUTLOOK.format(frm="Van", sent="Verzonden", to="Aan", subject="Onderwerp")
EN = OUTLOOK.format(frm="From", sent="Sent", to="To", subject="Subject")
DE = OUTLOOK.format(frm="Von", sent="Gesendet", to="An", subject="Betreff")
FR = OUTLOOK.format(frm="De", sent="Envoyé", to="À", subject="Objet")
QUESTIONS = ("Kan het rooster een week eerder?", "Wie doet de aftrap op locatie?")
ANSWERS = ("Ja, als iedereen voor de tiende doorgeeft.", "Els en ik, we wisselen af.")


def page(*paragraphs: str) -> str:
    return "<html><body>" + "".join(f"<p class=MsoNormal>{text}</p>" for text in paragraphs) + "</body></html>"


def answered(
    above: str, header: str, *, mark: str = '<span style="color:red">{}</span>', below: tuple[str, ...] = ()
) -> str:
    """Two questions in a mail that is answered, and under each an answer."""
    top = [above] if above else []
    inner = [text for pair in zip(QUESTIONS, map(mark.format, ANSWERS), strict=True) for text in pair]
    return page(*top, "Groet,<br>Fatima", header, "Hoi Fatima,", *inner, "Groet,<br>Jan", *below)


def words(html: str | None, plain: str | None = None) -> str:
    return extract(plain, html).own_words


@pytest.mark.parametrize(
    ("above", "header"),
    [
        ("Zie mijn antwoorden hieronder in rood.", NL),
        ("Hoi Jan, mijn reactie staat er in rood tussen.", NL),
        ("Zie rood.", NL),
        ("Zie onder", NL),
        ("Ik heb hieronder in kleur gereageerd.", NL),
        ("Please see my answers in red below.", EN),
        ("My comments inline.", EN),
        ("See below", EN),
        ("Meine Antworten unten in Rot.", DE),
        ("Antworten siehe unten", DE),
        ("Mes réponses en rouge ci-dessous.", FR),
        ("", NL),
    ],
)
def test_answers_in_a_colour_are_the_authors(above: str, header: str) -> None:
    found = words(answered(above, header))
    assert [text in found for text in (*ANSWERS, *QUESTIONS)] == [True, True, False, False]
    assert above in found


@pytest.mark.parametrize(
    "mark",
    [
        '<font color="#FF0000">{}</font>',
        "<font color=red>{}</font>",
        '<span style="font-size:11pt;color:#C00000">{}</span>',
        '<span style="color: rgb(192, 0, 0)">{}</span>',
        '<b><span lang=NL style="color:#C00000">{}<o:p></o:p></span></b>',
    ],
)
def test_red_is_red_in_every_program(mark: str) -> None:
    found = words(answered("Mijn antwoorden in rood.", NL, mark=mark))
    assert all(text in found for text in ANSWERS)


@pytest.mark.parametrize(
    ("name", "colour"),
    [("blauw", "#0070C0"), ("groen", "#00B050"), ("paars", "#7030A0"), ("oranje", "#ED7D31"), ("geel", "#FFFF00")],
)
def test_any_colour_that_is_named(name: str, colour: str) -> None:
    style = "background" if name == "geel" else "color"
    found = words(answered(f"Zie mijn reactie in {name}.", NL, mark=f'<span style="{style}:{colour}">{{}}</span>'))
    assert all(text in found for text in ANSWERS)


def test_an_answer_at_the_end_of_a_quoted_line() -> None:
    html = page(
        "Antwoord in rood.", NL, "Hoi Fatima,", 'Kan het eerder? <span style="color:red">Ja, dat kan prima.</span>'
    )
    found = extract(None, html)
    assert found.own_words == "Antwoord in rood.\n\nJa, dat kan prima."
    assert any("Kan het eerder?" in cut.text for cut in found.cuts)


def test_answers_inside_a_cited_block() -> None:
    html = (
        "<div>Antwoorden in rood hieronder.</div><div>Op 23 nov. 2026 om 10:00 heeft Jan &lt;jan@x.example&gt; het "
        'volgende geschreven:</div><blockquote type="cite"><div>Kan het eerder?</div>'
        '<div style="color: rgb(255, 38, 0)">Ja, dat kan.</div></blockquote>'
    )
    assert words(html) == "Antwoorden in rood hieronder.\n\nJa, dat kan."


# What stays the other's


@pytest.mark.parametrize(
    "html",
    [
        answered("Dank je, ik pak het op.", NL),  # nothing says that the red is the author's
        page(
            "Zie hieronder.",
            NL,
            '<span style="color:red">Alles hier is rood.</span>',
            '<span style="color:red">Dit ook.</span>',
        ),
        page(
            NL,
            "Hoi,",
            "Kan het eerder?",
            "Met vriendelijke groet,",
            "Jan",
            '<span style="color:#C00000">Zorgpunt, samen sterk</span>',
        ),
        page(NL, "Hoi,", "Kijk op de site.", '<a href="https://x.example" style="color:red">www.x.example</a>'),
        page(NL, "Hoi,", '<span style="color:#1F497D">In het blauw van Outlook.</span>', "Kan het eerder?"),
    ],
)
def test_a_colour_of_the_other_stays_the_others(html: str) -> None:
    found = words(html)
    assert not any(text in found for text in (*ANSWERS, "rood is", "Dit ook", "samen sterk", "x.example", "blauw"))


def test_answers_in_an_older_mail_are_not_given_to_the_author() -> None:
    older = answered("", NL).partition("<p class=MsoNormal>Groet,<br>Fatima</p>")[2]
    found = words(page("Zie de antwoorden in rood hieronder.", EN, "Zie mijn antwoorden.", "Jan") + older)
    assert not any(text in found for text in ANSWERS)


# Behind a mark, in plain text


HEADER = """

Van: Jan de Boer <jan@x.example>
Verzonden: maandag 23 november 2026 10:00
Aan: Fatima Jansen
Onderwerp: rooster

"""


@pytest.mark.parametrize("mark", ["[Fatima Jansen]", "[FJ]", "==>", "-->", "***", "FJ:", "Antwoord:", "##"])
def test_answers_behind_a_mark_that_are_announced(mark: str) -> None:
    plain = (
        f"Zie mijn antwoorden hieronder.{HEADER}Hoi Fatima,\n\nKan het eerder?\n\n{mark} Ja, dat kan.\n\nGroet,\nJan\n"
    )
    assert words(None, plain) == f"Zie mijn antwoorden hieronder.\n\n{mark} Ja, dat kan."


def test_a_name_in_brackets_needs_no_announcement() -> None:
    answer = "[Fatima Jansen] Ja, dat kan, als iedereen het voor de tiende van de maand\ndoorgeeft."
    assert words(None, f"{HEADER}Kan het eerder?\n\n{answer}\n\nJan") == answer


@pytest.mark.parametrize(
    "line", ["[Jan de Boer] Dit schreef ik zelf.", "[EXTERN] Let op.", "[cid:x.png] foto", "*** einde ***"]
)
def test_marks_of_the_other_stay_the_others(line: str) -> None:
    assert words(None, f"{HEADER}Kan het eerder?\n\n{line}\n\nJan") == ""


# Below, without any mark


def test_an_answer_below_the_others_leave_signed_by_the_answerer() -> None:
    answer = "Ja, dat kan, als iedereen doorgeeft.\n\nGroet,\nFatima"
    assert words(None, f"{HEADER}Hoi Fatima,\n\nKan het eerder?\n\nGroet,\nJan\n\n{answer}\n") == answer


@pytest.mark.parametrize(
    "rest",
    [
        "Groet,\nJan\n",
        "Groet,\nJan\n\nPS Vergeet Els niet.\nFatima\n",
        "Groet,\nJan\nT 030 555\n\nZorgpunt, samen sterk.\n",
    ],
)
def test_a_bare_forward_stays_the_others(rest: str) -> None:
    found = extract(f"{HEADER}Hoi Fatima,\n\nKan het eerder?\n\n{rest}", None)
    assert (found.own_words, found.forwards) == ("", True)


# Colours


@pytest.mark.parametrize(
    ("attributes", "family"),
    [
        ({"style": "color:#FF0000"}, "red"),
        ({"style": "background-color: white; COLOR: Red"}, "red"),
        ({"style": "color:rgb(0,112,192)"}, "blue"),
        ({"style": "color:#f00 !important"}, "red"),
        ({"color": "#00b050"}, "green"),
        ({"style": "mso-highlight:yellow"}, "yellow"),
        ({"style": "color:windowtext"}, ""),
        ({"style": "color:#333333"}, ""),
        ({"style": "color:#44546A"}, ""),
        ({"style": "border-color:red"}, None),
        ({"style": "font-size:11pt"}, None),
        ({"href": "https://x.example", "style": "color:blue"}, None),
        ({"style": "color:" + "#" * 5_000}, ""),
    ],
)
def test_families_of_colours(attributes: dict[str, str], family: str | None) -> None:
    assert hue(attributes) == family
