"""Reading a mail: what a subject says once reply and forward prefixes, list tags and warnings are off.

Each mail program puts a prefix in the language of the person who answers, so one Dutch thread may carry
``RE: AW: Antw: [EXTERN] Fwd: ...``. The prefixes are those of Outlook, Exchange, Notes, GroupWise, Apple Mail,
Thunderbird and Gmail in the languages of Europe, Turkey, China, Japan and Korea
(https://en.wikipedia.org/wiki/List_of_email_subject_abbreviations).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LIMIT = 1_000
"""Characters of a subject that are read."""

PREFIXES = 50
"""Prefixes and tags that are taken off at most."""

_REPLY = """
re rep reply antw antwoord beantw beantwoord betr aw antwort r rif risp res resp rsp réf réponse sv svar odp atb odg ynt
yan vá bls απ απάντηση σχετ отв отг відп 答复 回复 回覆 返信 답장 회신
"""
_FORWARD = """
fw fwd forward forwarded doorst doorgest doorgestuurd doorsturen wg weitergeleitet tr transféré i inoltro rv reenv enc
encaminhado vs vb vl videresendt vidarebefordrat pd továbbítás ilt iletilen trs fs πρθ пересл перенапр 转发 轉寄 轉發
転送 전달
"""
_OTHER = "betreft betreff onderwerp subject extern externe external"
"""Words that programs and people put before any subject: taken off, no sign of a reply."""

_MEANING = {
    **dict.fromkeys(_REPLY.split(), "reply"),
    **dict.fromkeys(_FORWARD.split(), "forward"),
    **dict.fromkeys(_OTHER.split(), ""),
}
_EMPTY = frozenset(["geen onderwerp", "no subject", "kein betreff", "sans objet", "(geen onderwerp)", "(no subject)"])

_PREFIX = re.compile(r"\s*([^\W\d_]{1,16})\.?\s?(?:[\[(]\s?\d{1,4}\s?[\])]|[\^*]\d{1,4})?\s{0,2}[:：]")
_TAG = re.compile(r"\s*(?:\[[^\[\]\d]{1,40}\]|\{[^{}\d]{1,40}\}|【[^【】\d]{1,40}】|\*{1,5}[^*\d]{1,40}\*{1,5})\s?:?")
_FORWARDED = re.compile(r"\s{0,5}\((?:fwd?|doorgestuurd)\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject taken apart. ``text`` is what remains, with single spaces; empty when there is no subject."""

    text: str
    is_reply: bool = False
    is_forward: bool = False


def topic_of(subject: str) -> Topic:
    """Take prefixes (``RE: Antw.: Fwd[2] :``), tags (``[list]``, ``[EXTERN]``, ``***SPAM***``) off a decoded subject.

    A tag with a digit stays: it is a ticket or a version and tells one thread from another. A subject of nothing but
    tags keeps its last one.
    """
    subject = " ".join(subject[:LIMIT].split())
    position, meanings = _head(subject)
    text = _FORWARDED.sub("", subject[position:].strip())
    if len(text) < len(subject[position:].strip()):
        meanings.add("forward")
    if text.casefold() in _EMPTY:
        text = ""
    return Topic(text, "reply" in meanings, "forward" in meanings)


def _head(subject: str) -> tuple[int, set[str]]:
    """Where the topic starts, and what the prefixes before it mean."""
    position, meanings = 0, set[str]()
    for _ in range(PREFIXES):
        if (prefix := _PREFIX.match(subject, position)) and (word := prefix[1].casefold()) in _MEANING:
            meanings.add(_MEANING[word])
            position = prefix.end()
        elif (tag := _TAG.match(subject, position)) and tag.end() < len(subject):
            position = tag.end()
        else:
            break
    return position, meanings
