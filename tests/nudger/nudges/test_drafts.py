"""Drafts: the ladder of words, shapes, one question at the end, no greeting and no name; hints; gaps to fill in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nudger.nudges.drafts import SHAPES, capitals, draft, gaps, next_shape, personal, quote, title_of
from nudger.nudges.hints import KILLING, hints
from nudger.nudges.trimming import trimmed
from nudger.show import sentence
from rules.message import Attachment
from tests.factories import ANNA, FATIMA, TOM, message


def own(number: int = 1, **changes: Any) -> Any:
    return message(number, **{"sender": FATIMA, "to": (ANNA, TOM), "from_owner": True, "owner_role": "from", **changes})


def test_the_leaders_own_words_come_first_and_nobody_elses() -> None:
    made = draft([message(core="KANARIE van Anna."), own(2, core="Ik zou klein beginnen.")], "", sentence, kind="idea")
    assert made.own
    assert made.author is None
    assert made.draft.body == "Ik zou klein beginnen.\n\nWie denkt er mee?"
    assert "KANARIE" not in made.draft.body


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_own_words_there_is_only_a_template_in_the_language_of_the_thread(shape: str, language: str) -> None:
    made = draft([message(core="KANARIE: zullen we?", language=language)], "zorg", sentence, shape=shape)
    assert not made.own
    assert made.author == ANNA
    assert (made.draft.title, made.draft.language) == ("", language)
    assert "KANARIE" not in made.draft.body
    assert gaps(made.draft.body, sentence)
    assert made.draft.body.endswith(sentence(language)(f"draft-question-{shape}"))


@pytest.mark.parametrize(
    ("core", "asks"),
    [
        ("Zullen we dit doen?", False),
        ("Wat vinden jullie? Ik hoor het graag.", False),
        ("Doen we dit? Ik zet het klaar. Vrijdag is het af. Dan kijken we.", True),
        ("Wie wil dit?\n\nIk zet het klaar.", True),
        ("Lees dit: https://example.org/?a=b", True),
    ],
)
def test_one_open_question_at_the_end(core: str, asks: bool) -> None:
    body = draft([own(core=core)], "zorg", sentence, kind="idea").draft.body
    assert body.endswith("Wie denkt er mee?") is asks
    assert "?" in body.rpartition("\n\n")[2]


def test_the_kind_gives_the_shape_and_the_shape_the_question() -> None:
    text = own(core="Dit las ik.", questions=0, links=("https://example.org/film",))
    asked = {kind: draft([text], "", sentence, kind=kind).draft.body for kind in ("idea", "discussion", "share")}
    assert len({body.rpartition("\n\n")[2] for body in asked.values()}) == 3
    assert asked["share"] == "Dit las ik.\n\nhttps://example.org/film\n\nWat kunnen wij hiervan leren?"
    assert draft([text], "", sentence).shape == "share"
    assert draft([own(core="Weet iemand dit?", questions=1)], "", sentence).shape == "question"


def test_a_document_is_put_there_by_a_person() -> None:
    text = own(core="Mijn verslag.", questions=0, attachments=(Attachment("verslag.docx", "application/x", 9),))
    made = draft([text], "", sentence, kind="share")
    assert gaps(made.draft.body, sentence)
    assert not gaps(draft([text], "", sentence, kind="idea").draft.body, sentence)


def test_a_living_talk_and_its_outcome() -> None:
    talk = [own(core="Wat als we de fiets nemen? " * 3), own(3, core="We nemen voortaan de fiets.")]
    living, outcome = (draft(talk, "", sentence, kind="idea", shape=shape).draft.body for shape in SHAPES[4:])
    assert living.startswith("Hierover mail ik al")
    assert "Wat als we" in living
    assert living.endswith("Wat als we de fiets nemen?")
    assert "We nemen voortaan de fiets." in outcome
    assert outcome.endswith("Hoe doen jullie dat?")
    alone = draft(talk[:1], "", sentence, shape="outcome")
    assert alone.own
    assert gaps(alone.draft.body, sentence), "nothing came after the first mail"


def test_forms_go_round() -> None:
    seen = ["idea"]
    for _ in range(3):
        seen.append(next_shape(seen[-1], "idea"))
    assert seen == ["idea", "living", "outcome", "idea"]
    assert next_shape("share", "idea") == "idea"


def test_a_quote_is_marked_and_names_nobody() -> None:
    made = quote([message(core="Anna hier. Tom Bakker zei: bel 06-12345678.\nZullen we?"), own(2)], "zorg", sentence)
    assert made.author == ANNA
    lines = made.draft.body.split("\n")
    assert lines[0].startswith("Een collega schreef dit")
    assert [line for line in lines if line.startswith(">")][-1] == "> Zullen we?"
    assert not any(word in made.draft.body for word in ("Anna", "Tom", "Bakker", "06-"))
    assert made.masked >= 3


def test_personal_data_is_masked_in_title_and_text() -> None:
    made = draft([own(topic="Vraag van Tom Bakker", core="Bel Anna op 06-12345678 over mevrouw Jansen.")], "", sentence)
    assert not personal(f"{made.draft.title}\n{made.draft.body}", [own()])
    assert made.draft.title == "Vraag van […]"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Beste allemaal, wie doet mee?", "Wie doet mee?"),
        ("Hoi […] en […],\n\nzullen we?", "Zullen we?"),
        ("Lieve schrijvers, lees dit.", "Lees dit."),
        ("mannen en daniëlle\n\ndie onderkanten he.", "Die onderkanten he."),
        ("Collega's, let op.", "Let op."),
        ("Dag in dag uit zien we dit.", "Dag in dag uit zien we dit."),
        ("Team Zorg en team Noord werken apart.", "Team Zorg en team Noord werken apart."),
        ("Wie weet dit?\n\n[…]\nwondverpleegkundige", "Wie weet dit?"),
        ("Wie weet dit?\n\nfatima jansen\nteam zorg", "Wie weet dit?"),
        (
            "Wie weet dit?\n\n[…]\n\n[…] ACII\nGemeente Noord | Voor ieder dorp\n\nThis e-mail may be recorded.",
            "Wie weet dit?",
        ),
        ("Wie weet dit? gr […]", "Wie weet dit?"),
        ("Wie weet dit? G", "Wie weet dit?"),
        ("Tot zover.\n\nMet vriendelijke groeten,", "Tot zover."),
        ("Tot zover.\n\nHet bestuur", "Tot zover."),
        ("Twee punten:\n\n- bad\n- fiets", "Twee punten:\n\n- bad\n- fiets"),
        ("Ik hoor […] al zuchten.", "Ik hoor […] al zuchten."),
        ("Mijn woorden.\n>>> […] 02-07-2024 11:15 >>>\nAndermans woorden.", "Mijn woorden."),
        ("> andermans woorden\nMijn woorden.", "Mijn woorden."),
        ("https://example.org is aardig.", "https://example.org is aardig."),
    ],
)
def test_a_post_greets_nobody_and_is_signed_by_nobody(text: str, kept: str) -> None:
    assert trimmed(text, FATIMA) == kept


def test_a_single_name_before_the_first_comma_of_an_answer_goes_an_interjection_stays() -> None:
    assert trimmed("Deb, prachtig.", FATIMA, is_reply=True) == "Prachtig."
    assert trimmed("Nou Wen, mooi.", FATIMA, is_reply=True) == "Mooi."
    assert trimmed("Mooi, en eerlijk.", FATIMA, is_reply=True) == "Mooi, en eerlijk."
    assert trimmed("Morgen, na de koffie, praten we.", FATIMA) == "Morgen, na de koffie, praten we."


def test_a_long_title_is_cut_at_a_word() -> None:
    title = title_of(message(topic="woord " * 30))
    assert len(title) <= 80
    assert title.endswith("woord…")


def test_a_thread_in_two_languages_speaks_as_its_words_do() -> None:
    made = draft([message(), own(2, core="Who has tried this before us.", language="en")], "", sentence)
    assert made.draft.language == "en"
    assert made.draft.body.endswith("Who knows more about this?")
    assert draft([replace(own(), language="unknown")], "", sentence).draft.language == "nl"


def test_words_that_may_be_names() -> None:
    assert capitals("Gisteren zei Eilidh tegen Gülay iets over AVG.\nZwolle ook") == ["Eilidh", "Gülay"]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Dat hebben we al geprobeerd.", "nl", "hint-tried"),
        ("Nee, want dat kost te veel.", "nl", "hint-refuses"),
        ("Daar is geen budget voor.", "nl", "hint-budget"),
        ("Zo doen we dat hier niet.", "nl", "hint-always"),
        ("We tried that before.", "en", "hint-tried"),
        ("Yes, but it costs a lot.", "en", "hint-refuses"),
        ("There is no budget for this.", "en", "hint-budget"),
        ("That's not how we do things.", "en", "hint-always"),
    ],
)
def test_phrases_that_end_a_talk_get_a_hint(text: str, language: str, key: str) -> None:
    found = dict(hints(text, language))
    assert key in found
    assert found[key].lower() in text.lower()
    assert all(sentence(language)(name, words=words) for name, words in found.items())


def test_plain_words_get_no_hint() -> None:
    assert hints("Wat zou er nodig zijn om dit te proberen? Ik heb nog geen idee.", "nl") == []
    assert hints("What would it take to try this? Thank you.", "en") == []
    assert KILLING["nl"].keys() == KILLING["en"].keys()
