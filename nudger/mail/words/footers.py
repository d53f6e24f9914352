"""Mail room: what a program adds below a text: mobile and list footers, notes on viruses and printing, invitations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import footer_phrases as phrases
from nudger.mail.words.lines import Line, mark, paragraphs

_LINKS = re.compile(r"<[^<>\s]{1,250}>")
_FOR = "(?:for|voor|für|pour|para|per|on|op)"
_START = r"[-–—_*<(\[ ]{0,4}"
_SENT = re.compile(
    rf"{_START}(?:{phrases.SENT})(?: (?:wirelessly|draadloos|sans fil|drahtlos|mobil|to you))? (?:{phrases.BY}) "
    rf"(?:\S{{1,20}} ){{0,3}}?(?:{phrases.DEVICES})(?![\w-]).{{0,90}}\Z"
)
_SENT_MY = re.compile(
    rf"{_START}(?:(?:{phrases.SENT}) (?:{phrases.BY})|from) (?:{phrases.MY}) \S{{1,20}}(?: [^\s,.]{{1,20}}){{0,2}}"
    rf"[,.!)>\]]{{0,3}}(?: (?:{phrases.EXCUSES}).{{0,60}})?\Z"
)
_GET = re.compile(
    rf"(?:{phrases.GET}) (?:{phrases.DEVICES})(?: mail| app)? {_FOR}(?: \S{{1,60}}){{1,4}}\Z|"
    rf"(?:outlook|yahoo mail|gmail) {_FOR} .{{2,40}}"
    r"(?:downloaden|ophalen|beziehen|herunterladen|holen|abrufen|laden)\W?\Z"
)
_GESENDET = re.compile(
    r"(?:(?:diese nachricht wurde )?von (?:meinem|meiner|unterwegs|mobil)\b.{0,60}|mobil )gesendet.{0,40}\Z"
)
_ELSEWHERE = re.compile(
    r".{0,4}(?:iphone|ipad|android|手机|手機).{0,12}(?:から送信|傳送|发送|發送|보냄|gönderildi|отправлено)|"
    r"(?:отправлено|从我的|從我的|발신|내) .{0,60}\Z"
)
_MOBILE = (_SENT, _SENT_MY, _GET, _GESENDET, _ELSEWHERE)
_MOST_WORDS = 14

_EXCUSE = re.compile(phrases.EXCUSES)
_ECO = re.compile(rf"\W{{0,6}}(?:p )?(?:{phrases.ECO})")
_NOTE = re.compile(rf"\W{{0,6}}(?:{phrases.NOTES})|(?:{phrases.PLACEHOLDERS})\Z")
_LIST = re.compile(phrases.LISTS)
_LIST_NAME = re.compile(phrases.LIST_NAMES)
_PLACE = re.compile(r"view it on github|https?:|www\.|@|[-_]{20,}")
_RULE = re.compile(r"—\Z|[-–—_=*~#+. ]{5,}(?:>|~-->|->)?\Z|-{5,}.{0,60}(?:sponsor|groups).{0,40}\Z")
_UUENCODED = re.compile(r"begin [0-7]{3} \S")

_MEETING = re.compile(phrases.MEETINGS)
_MEETING_RULE = re.compile(r"[_.\-─━ ]{10,}\Z")
_SHORT_MEETING = 2


def mark_footers(region: list[Line]) -> None:
    """Mark invitations, files, list and mobile footers, notes and placeholders in a stretch between quotes."""
    _mark_meeting(region)
    _mark_uuencoded(region)
    _mark_list_footer(region)
    for count, paragraph in enumerate(list(paragraphs(region))):
        _mark_notes(paragraph, first=not count)
    _mark_excuses(region)


def _is_mobile(text: str) -> bool:
    """Whether a line says with what it was sent (``verzonden vanaf mijn iphone``)."""
    text = _LINKS.sub("", text)
    if text.count(" ") > _MOST_WORDS or text.endswith("?"):
        return False
    return any(pattern.match(text) for pattern in _MOBILE)


def _mark_notes(paragraph: Sequence[Line], *, first: bool) -> None:
    """Mark single lines; below a rule the whole rest of the paragraph belongs to the note."""
    for at, line in enumerate(paragraph):
        if _is_note(line.low, first=first):
            ruled = at > 0 and bool(_RULE.match(paragraph[at - 1].low))
            mark(paragraph[at - 1 :] if ruled else [line], "footer")


def _is_note(text: str, *, first: bool) -> bool:
    """Whether a line is a footer by itself; the author's first words may well be about printing."""
    return _is_mobile(text) or bool(_NOTE.match(text)) or (not first and bool(_ECO.match(text)))


def _mark_excuses(region: Sequence[Line]) -> None:
    """An excuse for brevity is a footer only beside another one."""
    before: Line | None = None
    for line in region:
        if line.own and before and before.kind == "footer" and _EXCUSE.match(line.low):
            line.kind = "footer"
        before = line


def _mark_list_footer(region: list[Line]) -> None:
    """Mark what a mailing list adds at the end, from the rule above it; it always says where the list lives."""
    footer: list[Line] = []
    for paragraph in reversed(list(paragraphs(region))):
        at = _list_start(paragraph)
        if at is None:
            break
        footer += paragraph[at:]
        if at:
            break
    if any(_PLACE.search(line.low) for line in footer):
        mark(footer, "footer")


def _list_start(paragraph: Sequence[Line]) -> int | None:
    """The line of a paragraph where the footer of a list begins."""
    for at, line in enumerate(paragraph):
        ruled = at > 0 and bool(_RULE.match(paragraph[at - 1].low))
        if _LIST.match(line.low) or (ruled and _LIST_NAME.match(line.low)):
            return _with_place_above(paragraph, at)
    return None


def _with_place_above(paragraph: Sequence[Line], at: int) -> int:
    while at > 0 and (_RULE.match(paragraph[at - 1].low) or _PLACE.search(paragraph[at - 1].low)):
        at -= 1
    return at


def _mark_uuencoded(region: list[Line]) -> None:
    """Mark files in the text, each from its ``begin 644 name`` to its ``end``."""
    inside = False
    for line in region:
        inside = inside or bool(line.own and _UUENCODED.match(line.bare))
        if inside:
            mark([line], "footer")
            inside = line.bare != "end"


def _mark_meeting(region: list[Line]) -> None:
    """Mark an invitation (Teams, Zoom, Meet) between its rules, or to the end."""
    at = next((index for index, line in enumerate(region) if line.own and _MEETING.match(line.low)), None)
    if at is None:
        return
    start = at
    while start > 0 and (not region[start - 1].bare or _MEETING_RULE.match(region[start - 1].bare)):
        start -= 1
    below = range(at + _SHORT_MEETING, len(region))
    rules = [index for index in below if _MEETING_RULE.match(region[index].bare)]
    mark(region[start : rules[-1] + 1 if rules else len(region)], "meeting")
