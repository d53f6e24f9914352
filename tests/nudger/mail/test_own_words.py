"""Own words: golden replies of many mail programs, sentences that only look like furniture, and hostile text."""

from __future__ import annotations

import email
import importlib
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nudger.mail.mime.structure import choose_texts
from nudger.mail.mime.transfer import text_of
from nudger.mail.mime.tree import structure_of
from nudger.mail.words.lines import MATCHED
from nudger.mail.words.own_words import OwnWords, extract
from nudger.mail.words.questions import count_questions
from tests.nudger.mail.hostile import bombs, make_bombs

GOLDEN = Path(__file__).parents[2] / "golden" / "replies"

IDEA = "Ik stel voor dat we het een maand proberen."
OUTLOOK = """

Van: Jan de Boer <jan@x.example>
Verzonden: maandag 5 mei 2025 10:00
Aan: Piet <piet@x.example>
Onderwerp: RE: proef

Wat vind jij?
"""
GMAIL = "\n\nOn Mon, 5 May 2025 at 10:00, Jan <jan@x.example> wrote:\n> Wat vind jij?\n"


def of(octets: bytes) -> OwnWords:
    """The own words of a whole mail."""
    texts: dict[str, str] = {}
    _, parts, bodies = structure_of(octets)
    for part in choose_texts(parts):
        texts.setdefault(part.media_type, text_of(part, bodies[part.section]))
    return extract(texts.get("text/plain"), texts.get("text/html"))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def words(plain: str) -> str:
    return squeezed(extract(plain, None).own_words)


# Golden replies


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.eml")), ids=lambda path: path.stem)
def test_golden_replies(path):
    expected = path.with_suffix(".expected.txt").read_text(encoding="utf-8").rstrip("\n")
    assert of(path.read_bytes()).own_words == expected


def test_golden_replies_are_many_and_varied():
    headers = [email.message_from_bytes(path.read_bytes()) for path in GOLDEN.glob("*.eml")]
    assert len(headers) > 100
    assert {mail["Content-Language"] for mail in headers} == {"nl", "en", "de", "fr"}
    assert len({mail["X-Mailer"] for mail in headers}) > 35


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.eml")), ids=lambda path: path.stem)
def test_what_is_left_has_nothing_more_to_cut(path):
    own = of(path.read_bytes()).own_words
    again = extract(own, None)
    assert (again.own_words, again.cuts) == (own, ())


@pytest.mark.shared
@pytest.mark.parametrize(("name", "least"), [("own", 0.95), ("public", 0.85)])
def test_shared_replies(shared, name, least):
    folder = shared / "data" / name / "replies"
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = {row["id"]: of((folder / f"{row['id']}.eml").read_bytes()) for row in rows}
    exact = [row for row in rows if squeezed(found[row["id"]].own_words) in set(map(squeezed, row["accept"]))]
    assert len(exact) >= least * len(rows)
    assert not [row["id"] for row in rows if row["core"] and not found[row["id"]].own_words]
    for row in exact:
        assert not [text for text in row["quoted_marker"] if squeezed(text) in squeezed(found[row["id"]].own_words)]


# Attributions


ATTRIBUTIONS = """
Op ma 5 mei 2025 om 10:00 schreef Jan de Boer <jan@x.example>:
Op 5 mei 2025, om 10:00 heeft Jan de Boer <jan@x.example> het volgende geschreven:
Op 05-05-2025 om 10:00 schreef Jan de Boer:
Jan de Boer schreef op 05-05-2025 10:00:
Jan de Boer <jan@x.example> schreef:
Jan de Boer heeft op 5-5-2025 10:00 geschreven:
In een bericht met datum 5-5-2025 10:00:12 schrijft jan@x.example:
On Mon, May 5, 2025 at 10:00 AM Jan de Boer <jan@x.example> wrote:
On 05/05/2025 10:00, Jan de Boer wrote:
On Monday, May 5th, 2025 at 10:00 AM, Jan de Boer <jan@x.example> wrote:
Jan de Boer wrote on 05/05/2025 10:00:
At 10:00 05/05/2025, you wrote:
Am 05.05.2025 um 10:00 schrieb Jan de Boer <jan@x.example>:
Am Montag, den 05.05.2025, 10:00 +0200 schrieb Jan de Boer:
Le lun. 5 mai 2025 à 10:00, Jan de Boer <jan@x.example> a écrit :
El lun, 5 may 2025 a las 10:00, Jan de Boer (<jan@x.example>) escribió:
Il giorno lun 5 mag 2025 alle ore 10:00 Jan de Boer <jan@x.example> ha scritto:
Em seg., 5 de mai. de 2025 às 10:00, Jan de Boer <jan@x.example> escreveu:
Den mån 5 maj 2025 kl 10:00 skrev Jan de Boer <jan@x.example>:
man. 5. maj 2025 kl. 10.00 skrev Jan de Boer <jan@x.example>:
pon., 5 maj 2025 o 10:00 Jan de Boer <jan@x.example> napisał(a):
ma 5. toukok. 2025 klo 10.00 Jan de Boer (jan@x.example) kirjoitti:
po 5. 5. 2025 v 10:00 odesílatel Jan de Boer <jan@x.example> napsal:
пн, 5 мая 2025 г. в 10:00, Jan de Boer <jan@x.example>:
5 May 2025 Pzt, 10:00 tarihinde Jan de Boer <jan@x.example> şunu yazdı:
2025年5月5日(月) 10:00 Jan de Boer <jan@x.example>:
2025-05-05 10:00 GMT+02:00 Jan de Boer <jan@x.example>:
""".strip().splitlines()


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_attributions(attribution):
    assert words(f"{IDEA}\n\n{attribution}\n> Wat vind jij?\n") == IDEA
    assert words(f"{attribution}\n\n> Wat vind jij?\n\n{IDEA}") == IDEA
    assert words(f"{IDEA}\n\n{attribution}\n\nWat vind jij?\n") == IDEA


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_an_answer_below_an_unmarked_quote_is_not_lost(attribution):
    assert words(f"{attribution}\n\n{IDEA}") == IDEA
    assert words(f"Hoi Jan,\n\n{attribution}\n\n{IDEA}") == f"Hoi Jan, {IDEA}"


def test_a_dated_attribution_without_a_time_is_one_at_the_top():
    assert words(f"On Mon, 2 Sep 2002, Jan de Boer wrote:\n\n{IDEA}") == IDEA


@pytest.mark.parametrize("attribution", [line for line in ATTRIBUTIONS if "<" in line])
def test_attributions_broken_before_the_address(attribution):
    broken = attribution.replace(" <", "\n<", 1)
    assert words(f"{IDEA}\n\n{broken}\n> Wat vind jij?\n") == IDEA


@pytest.mark.parametrize(
    "line", ["Jan wrote:", "* Jan <jan@x.example> [2025]:", "Jan Smit quoted:", "From: Jan <jan@x.example>"]
)
def test_what_is_an_attribution_only_above_a_quote(line):
    assert words(f"{IDEA}\n\n{line}\n> Wat?\n") == IDEA
    assert words(f"{IDEA}\n\n{line} enzovoort") == f"{IDEA} {line} enzovoort"


@pytest.mark.parametrize("sign", ["|", "JB>", "#", "}", " >", "--]"])
def test_quotes_with_another_sign(sign):
    quote = f"{sign} Wat vind jij?\n{sign} Jan"
    assert words(f"On 05/05/2025 10:00, Jan wrote:\n{quote}\n\n{IDEA}") == IDEA


def test_a_line_that_lost_its_quote_mark():
    quote = "> deze regel is zo lang dat het mailprogramma hem heeft afgebroken na\nhet laatste\n> woord\n"
    assert words(f"Jan schreef:\n{quote}\n{IDEA}") == IDEA


NOTES = "To: Fatima/NL/ACME@ACME\nFrom: Jan/NL/ACME\nDate: 5-5-2025 10:00\nSubject: x"


@pytest.mark.parametrize(
    "frame",
    [
        f"-----Jan de Boer/NL/ACME wrote: -----\n{NOTES}",
        f'-----"Jan de Boer" <jan@x.example> schreef: -----\n{NOTES}',
        f'-----"Jan" <jan@x.example> schrieb: -----\n\n  =======================\n{NOTES}\n  =======================',
    ],
)
def test_the_frame_of_notes_on_the_web(frame):
    assert words(f"{IDEA}\n\n{frame}\n\nWat vind jij?\n") == IDEA


@pytest.mark.parametrize(
    "note",
    [
        "Jan de Boer reacted to your message:",
        "Jan de Boer heeft gereageerd op uw bericht:",
        "Jan de Boer reageerde via Gmail <https://www.google.com/gmail/about/?utm_source=x>",
        "Jan de Boer hat auf Ihre Nachricht reagiert:",
        "Jan de Boer a réagi via Gmail",
    ],
)
def test_a_thumb_up_holds_no_words(note):
    assert words(f"{note}{OUTLOOK}") == ""
    assert words(f"👍\n\n{note}{OUTLOOK}") == "👍"
    assert words(f"{note} Dat is mooi.") == f"{note} Dat is mooi."


# What only looks like furniture


OWN = """
AVG-training is verplicht voor iedereen.
Denk aan het milieu! Laten we stoppen met plastic bekers.
Do not print the report yet, there is an error in table 2.
Moet u dit allemaal printen? Ik denk van niet.
Als je je wilt afmelden voor de borrel, mail Els (els@x.example).
To subscribe to the workshop send a mail to els@x.example or go to https://x.example.
Reply to this mail with your ideas or post them at https://forum.example.
Ik stel voor dat we een mailing list maken: team@x.example mailing list
Microsoft Teams is niet de oplossing. We hebben een plein nodig.
Join the meeting now and then, that is my advice.
This message is for all: the canteen closes at two.
Let op: klik op de knop en meld je aan.
Vertrouwelijk: de cijfers van mei vallen tegen.
Mijn mening: vertrouwelijk delen we niets meer met de geadresseerde partijen.
External help is what we need, not another form.
Get Outlook working on the new phones first, then the rest.
Sent the report to Jan from my desk.
Verstuurd vanaf het verkeerde adres, sorry. Hier nog eens: we doen mee.
From now on: no more reply-all.
Op maandag schreef Jan: "nooit meer". Vandaag doet hij het weer.
Op 3 mei schreef ik al dat we te veel mailen. Daarom een voorstel:
Bel 030 - 123 45 67 en vraag naar Els.
Bedankt, dit is precies wat ik zocht.
Thanks!
Akkoord
Tot morgen
Groetjes uit de kantine doen we voortaan op het plein.
Best practices delen we te weinig.
Cheers to that.
Team Noord wint. Team Zuid baalt.
-- niet doen --
Datum: 5 mei
Onderwerp: de verbouwing
PS: vergeet de soep niet
https://voorbeeld.example/artikel/1
+1
👍
begin 2025 wordt het beter
""".strip().splitlines()


@pytest.mark.parametrize("text", OWN)
def test_sentences_that_only_look_like_furniture(text):
    assert words(text) == text
    assert words(text + OUTLOOK) == text
    assert words(text + GMAIL) == text
    assert words(f"{IDEA}\n\n{text}\n\nGroet,\nPiet") == f"{IDEA} {text} Groet, Piet"
    assert words(f"{IDEA}\n\n{text}\n\n{IDEA}{OUTLOOK}") == f"{IDEA} {text} {IDEA}"


def test_an_appeal_not_to_print_is_a_footer_only_below_words():
    appeal = "Bespaar papier en print deze mail niet."
    assert words(appeal) == appeal
    assert words(f"{IDEA}\n\n{appeal}") == IDEA


def test_a_memo_keeps_its_own_header():
    memo = "Aan: alle collega's\nVan: de redactie\nBetreft: rubriek\n\nWie stuurt de eerste vraag in?"
    assert words(memo) == squeezed(memo)


# Taking leave


CLOSINGS = """
Met vriendelijke groet,|Piet
Vriendelijke groeten,||Piet
Groetjes Piet
mvg|Piet
Groeten uit Zwolle,|Piet
Met vriendelijke groet / Kind regards,||Piet
Alvast bedankt!||Piet
Fijn weekend!|Piet
Kind regards,|Piet
Best, Piet
Many thanks|Piet
Cheers|Piet
Mit besten Grüßen|Piet
LG Piet
Cordialement,||Piet
Bonne journée,|Piet
Namens het team,|Piet
Piet
-- Piet
""".strip().splitlines()


@pytest.mark.parametrize("closing", [line.replace("|", "\n") for line in CLOSINGS])
@pytest.mark.parametrize(
    "below",
    [
        "",
        "\n\nPiet Bakker\nAdviseur HR\nT 030 - 123 45 67",
        "\n\nPiet Bakker | Adviseur | 06-12345678 | piet@x.example",
        "\n\n-- \nPiet Bakker\nAdviseur",
        "\n\nVerstuurd vanaf mijn iPhone",
    ],
)
def test_closing_and_name_stay_and_the_card_goes(closing, below):
    found = extract(f"Hoi Jan,\n\n{IDEA}\n\n{closing}{below}{OUTLOOK}", None)
    assert squeezed(found.own_words) == squeezed(f"Hoi Jan, {IDEA} {closing}")
    assert found.core == IDEA


def test_a_postscript_stays_in_the_core():
    assert extract(f"{IDEA}\n\nGroet,\nPiet\n\nPS: wie heeft de sleutel?", None).core.endswith(
        "PS: wie heeft de sleutel?"
    )


def test_a_closing_alone_above_another_mail_is_not_written_by_hand():
    found = extract(f"Met vriendelijke groet,\n\nPiet Bakker\nAdviseur\nT 030 - 123 45 67{OUTLOOK}", None)
    assert found.own_words == ""
    assert "Piet Bakker" in next(cut.text for cut in found.cuts if cut.kind == "signature")


# The other fields


@pytest.mark.parametrize(
    ("first", "greeting"),
    [
        ("Hoi Jan,", "one"),
        ("Geachte heer Jansen,", "one"),
        ("Dear Sir/Madam,", "one"),
        ("Jan,", "one"),
        ("Goedemorgen Jan-Willem, ik heb een idee.", "one"),
        ("Beste allemaal,", "many"),
        ("Hoi Jan en Els,", "many"),
        ("Collega's,", "many"),
        ("Hi team!", "many"),
        ("Dear all, for our Dutch colleagues below in Dutch.", "many"),
        ("Liebe Kolleginnen und Kollegen,", "many"),
        ("Bonjour à tous,", "many"),
        ("Ik heb een idee.", "none"),
        ("Prima,", "none"),
        ("Beste idee tot nu toe: de deelauto.", "one"),
    ],
)
def test_greeting(first, greeting):
    assert extract(f"{first}\n\n{IDEA}", None).greeting == greeting


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wat vinden jullie? En waarom?", 2),
        ("Zie https://x.example/?a=1?b en verder niets.", 0),
        ("Echt waar??? Nee!", 1),
        ("Ik ben benieuwd wat jullie ervan vinden.", 1),
        ("Wie weet een goede spreker.\nHeeft iemand ervaring hiermee.", 2),
        ("Any thoughts would help. Does anybody know the way.", 2),
        ("?" * 1_000, 0),
        ("Ja? " * 1_000, 20),
    ],
)
def test_questions(text, count):
    assert count_questions(text) == count


@pytest.mark.parametrize(
    ("plain", "forwards"),
    [
        (f"{IDEA}\n\n---------- Forwarded message ---------\nFrom: a <a@x.example>\nDate: 5 mei 10:00\n\nTekst", True),
        (f"{IDEA}\n\nBegin doorgestuurd bericht:\n\n> Van: a <a@x.example>\n> tekst", True),
        (OUTLOOK.strip(), True),
        (f"{IDEA}{OUTLOOK}", False),
        (f"{IDEA}{GMAIL}", False),
        (GMAIL.strip(), False),
        (IDEA, False),
    ],
)
def test_forwards(plain, forwards):
    assert extract(plain, None).forwards is forwards


def test_context_is_the_start_of_what_is_answered():
    assert extract(IDEA + OUTLOOK, None).context == "Wat vind jij?"
    assert extract(IDEA + GMAIL, None).context == "Wat vind jij?"
    assert len(extract(IDEA + OUTLOOK + "lang " * 1_000, None).context) in range(590, 601)


def test_links_of_own_lines_only():
    html = '<p>Lees <a href="https://x.example/a">dit</a>.</p><blockquote type="cite"><a href="https://y.example">b</a></blockquote>'
    assert extract(None, html).links == ("https://x.example/a",)


def test_plain_text_is_read_when_it_marks_its_quotes_and_html_otherwise():
    html = '<p>uit html</p><blockquote type="cite">Vraag?</blockquote>'
    assert extract("uit tekst\n> Vraag?", html).own_words == "uit tekst"
    assert extract("uit tekst\nVraag?", html).own_words == "uit html"
    assert extract("uit tekst", "<p> </p>").own_words == "uit tekst"
    assert extract(None, None).own_words == ""


def test_words_inside_the_element_of_a_signature_are_not_lost():
    sentence = "Dit is een hele zin die iemand per ongeluk in het blok van zijn handtekening heeft geschreven."
    assert extract(None, f'<div id="Signature">{sentence}</div>').own_words == sentence
    assert sentence in words(f"-- \n{sentence}")


# Time


ROOMS = "answers attribution cards footers greetings header_blocks lines notices questions quotes signatures signoff"


def patterns() -> list[re.Pattern[str]]:
    """Every compiled pattern that a line of text meets."""
    modules = [importlib.import_module(f"nudger.mail.words.{name}") for name in ROOMS.split()]
    return [value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)]


RUNS = [
    "a",
    " ",
    ">",
    "> ",
    "-",
    "_",
    "=",
    "On ",
    "Op ",
    "a ",
    "1",
    "+31 6 ",
    "a.",
    "a@",
    "<",
    "[",
    "(",
    "?",
    ":",
    "\u3000",
    "é",
    "ab,",
    "wrote ",
]


def seconds(act: Callable[[Any], object], value: Any) -> float:
    started = time.process_time()
    act(value)
    return time.process_time() - started


def test_every_pattern_is_quick_on_a_line():
    assert len(patterns()) > 60
    for pattern in patterns():
        for run in RUNS:
            for start in ("", "on ", "van: ", "- "):
                line = (start + run * MATCHED)[:MATCHED]
                assert seconds(pattern.search, line) < 0.05, (pattern.pattern[:80], run)


@pytest.mark.parametrize("run", RUNS)
def test_a_disclaimer_is_found_quickly_in_a_long_line(run):
    assert seconds(lambda text: extract(text, None), ("dit bericht " + run * 60_000)[:60_000]) < 0.5


LINES = [
    *("On Mon, 23 Nov 2026 at 10:00, Jan <jan@x.example>", "Op 23 november 2026 om 10:00 heeft Jan de Vries", "-- "),
    *(
        "Van: Jan\nVerzonden: maandag\nAan: x",
        "-----Original Message-----",
        "From: Jan",
        "On Jan wrote:",
        "",
        ">",
        "| x",
    ),
    *(
        "Groet,",
        "Piet",
        "Verstuurd vanaf mijn iPhone",
        "T 030 - 123 45 67",
        "vertrouwelijk geadresseerde",
        "____",
        "A" * 3_000,
    ),
    *(
        "To",
        "To: a@x.example,",
        "JB> x",
        "Jan schreef op 5-5-2025 10:00:\n| x",
        "Microsoft Teams",
        "begin 644 x",
        "x\n> y",
    ),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:20])
def test_repeated_lines_take_linear_time(line):
    text = (line + "\n") * (256_000 // (len(line) + 1))
    assert seconds(lambda text: extract(text, None), text) < 1


@pytest.mark.shared
def test_bombs_take_linear_time(shared, tmp_path):
    folder = make_bombs(shared, tmp_path, 2)
    hostile = [octets for _, kind, octets in bombs(folder) if kind == "redos"]
    assert len(hostile) > 40
    for octets in hostile:
        text = octets.partition(b"\r\n\r\n")[2].decode("utf-8", "replace")[:300_000]
        for plain, html in ((text, None), (None, text)):
            assert seconds(lambda texts: extract(*texts), (plain, html)) < 1
