"""Subjects: prefixes of many languages, tags and warnings off; what tells threads apart stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nudger.mail.subjects import LIMIT, Topic, topic_of

REPLIES = "Re RE re Antw Antw. Antwoord Beantw Betr Betr. AW Aw SV R RIF Odp Res Ynt Réf Απ 回复 Re[2] RE(3) Re^4"
FORWARDS = "FW Fwd FWD Doorst Doorgest. Doorgestuurd WG TR VS VB RV ENC I 转发 Fw[2]"
REPLY, FORWARD, BOTH = (True, False), (False, True), (True, True)


@pytest.mark.parametrize("prefix", REPLIES.split())
def test_reply_prefixes(prefix: str) -> None:
    assert topic_of(f"{prefix}: inwerken nieuwe collega's") == Topic("inwerken nieuwe collega's", *REPLY)


@pytest.mark.parametrize("prefix", FORWARDS.split())
def test_forward_prefixes(prefix: str) -> None:
    assert topic_of(f"{prefix}: inwerken nieuwe collega's") == Topic("inwerken nieuwe collega's", *FORWARD)


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("RE: AW: Antw: roosters zomer", Topic("roosters zomer", *REPLY)),
        ("RE : Antw. : roosters zomer", Topic("roosters zomer", *REPLY)),
        ("Re:Fwd:roosters zomer", Topic("roosters zomer", *BOTH)),
        ("Re：roosters zomer", Topic("roosters zomer", *REPLY)),
        ("[lijst] Re: [lijst] Antw: roosters zomer", Topic("roosters zomer", *REPLY)),
        ("RE: [EXTERN] FW: [EXTERN] roosters zomer", Topic("roosters zomer", *BOTH)),
        ("[EXTERNAL]: Re: roosters zomer", Topic("roosters zomer", *REPLY)),
        ("EXTERN: roosters zomer", Topic("roosters zomer")),
        ("***SPAM*** Re: roosters zomer", Topic("roosters zomer", *REPLY)),
        ("{Spam?} roosters zomer", Topic("roosters zomer")),
        ("roosters zomer (fwd)", Topic("roosters zomer", *FORWARD)),
        ("Betreft: roosters zomer", Topic("roosters zomer")),
        ("Re:\troosters\r\n  zomer ", Topic("roosters zomer", *REPLY)),
        # What tells one thread from another stays.
        ("[ZORG-112] storing oproepsysteem", Topic("[ZORG-112] storing oproepsysteem")),
        ("Re: [#4711] storing", Topic("[#4711] storing", *REPLY)),
        ("Teamuitje: wie gaat mee?", Topic("Teamuitje: wie gaat mee?")),
        ("Restaurant: tafel voor acht", Topic("Restaurant: tafel voor acht")),
        ("Idee (concept) overdracht", Topic("Idee (concept) overdracht")),
        ("9:30 overleg", Topic("9:30 overleg")),
        ("Ref: 2024/113", Topic("Ref: 2024/113")),
        # Nothing but prefixes, tags or a placeholder.
        ("", Topic("")),
        ("Re:", Topic("", *REPLY)),
        ("RE: (geen onderwerp)", Topic("", *REPLY)),
        ("[belangrijk]", Topic("[belangrijk]")),
        ("Re: [belangrijk]", Topic("[belangrijk]", *REPLY)),
    ],
)
def test_topic(subject: str, topic: Topic) -> None:
    assert topic_of(subject) == topic


@given(st.text(max_size=300))
def test_topic_is_part_of_the_subject_and_never_longer(subject: str) -> None:
    topic = topic_of(subject)
    assert topic.text in " ".join(subject.split())


@given(
    st.sampled_from(["Re: ", "FW: ", "Antw: ", "[lijst] ", "AW[2] : "]),
    st.from_regex(r"[abc xyz]{0,40}[abc]", fullmatch=True),
)
def test_one_more_prefix_changes_no_topic(prefix: str, subject: str) -> None:
    assert topic_of(prefix + subject).text == topic_of(subject).text


@pytest.mark.parametrize("piece", ["Re: ", "[a] ", "Re [", "[[[[", "****", " ", "R", "{", "re:\t", "（", "(fwd"])
def test_bounded_time(piece: str) -> None:
    start = time.process_time()
    topic_of(piece * 200_000)
    topic_of(piece * (LIMIT // len(piece)))
    assert time.process_time() - start < 0.5
