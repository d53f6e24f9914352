"""Mail room: what the author of a mail wrote, without what is quoted, forwarded, signed, warned or appended.

Each rule marks lines; what is left unmarked is the author's. Nothing is rewritten: own words are lines of the text, in
their order, and every cut is kept beside them so that it can be shown and restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nudger.mail.html.text import to_text
from nudger.mail.words.answers import release_answers
from nudger.mail.words.cards import is_long_prose
from nudger.mail.words.clean import clean
from nudger.mail.words.footers import mark_footers
from nudger.mail.words.greetings import greeted, is_greeting
from nudger.mail.words.header_blocks import field_of
from nudger.mail.words.lines import OWN, Line, from_plain, regions, unquoted
from nudger.mail.words.notices import mark_banners, mark_disclaimers
from nudger.mail.words.questions import count_questions
from nudger.mail.words.quotes import mark_quotes
from nudger.mail.words.signatures import mark_signature
from nudger.mail.words.signoff import without_signoff
from rules.message import Cut

CONTEXT_LIMIT = 600
"""Characters kept of what is answered or forwarded."""

_CITED = ("quote", "forward")
_MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The author's part of a mail.

    ``own_words`` keeps greeting and name, ``core`` leaves them out. ``context`` is the start of what is answered or
    forwarded, at most 600 characters. ``cuts`` holds what was left out. ``greeting`` is ``one``, ``many`` or ``none``;
    ``questions`` counts those in the core, up to 20; ``forwards`` says whether something is forwarded. ``links`` are
    the targets of HTML links in the own words; addresses written out are in the text itself.
    """

    own_words: str
    core: str
    context: str
    cuts: tuple[Cut, ...]
    greeting: str
    questions: int
    forwards: bool
    links: tuple[str, ...] = ()


def extract(plain: str | None, html: str | None) -> OwnWords:
    """Find the author's words in plain text, HTML, or both. Never raises; takes time linear in their length."""
    lines = _lines(plain, html)
    forwards = _mark(lines)
    own = _own_text(lines)
    core = _core(lines)
    return OwnWords(
        own_words="\n".join(own),
        core="\n".join(core),
        context=_context(lines),
        cuts=tuple(_cuts(lines)),
        greeting=greeted(next(iter(own), "").strip()),
        questions=count_questions("\n".join(core)),
        forwards=forwards or (not own and _shows_another_mail(lines)),
        links=tuple(dict.fromkeys(link for line in lines if line.own for link in line.links))[:_MOST_LINKS],
    )


def _lines(plain: str | None, html: str | None) -> list[Line]:
    """The lines of the better part: plain text that marks its quotes, else HTML, whose structure marks them."""
    text = clean(plain or "")
    if html and not (text.startswith(">") or "\n>" in text):
        lines = to_text(html).lines
        if any(line.bare for line in lines):
            return lines
    return from_plain(text)


def _mark(lines: list[Line]) -> bool:
    _release_prose(lines)
    mark_banners(lines)
    forwards = mark_quotes(lines)
    release_answers(lines)
    wrote = False
    for region in regions(lines):
        mark_footers(region)
        mark_disclaimers(region, alone=not wrote)
        mark_signature(region)
        wrote = wrote or any(line.own for line in region)
    if any(line.kind in _CITED for line in lines):
        _drop_lone_signoff(lines)
    else:
        _release_prose(lines)
    return forwards


def _release_prose(lines: Sequence[Line]) -> None:
    """Where a signature is all there is, and has sentences, the author wrote inside it."""
    signature = [line for line in lines if line.kind == "signature"]
    if any(is_long_prose(line.bare) for line in signature) and not any(line.own for line in lines):
        for line in signature:
            line.kind = OWN


def _drop_lone_signoff(lines: Sequence[Line]) -> None:
    """A closing and a name alone above another's mail were put there by the mail program."""
    if not any(_core(lines)):
        for line in lines:
            if line.kind == OWN and not is_greeting(line.bare):
                line.kind = "signature"


def _own_text(lines: Sequence[Line]) -> list[str]:
    """The own lines, with one blank line where blank lines or a cut were."""
    texts: list[str] = []
    for line in lines:
        if line.own:
            texts.append(line.text.rstrip())
        elif texts and texts[-1]:
            texts.append("")
    return texts[:-1] if texts and not texts[-1] else texts


def _core(lines: Sequence[Line]) -> list[str]:
    """The own lines without greeting and sign-off; only the last stretch between quotes has a sign-off."""
    stretches = [texts for texts in map(_own_text, regions(list(lines))) if texts]
    if not stretches:
        return []
    if is_greeting(stretches[0][0].strip()):
        stretches[0] = stretches[0][1:]
    stretches[-1] = without_signoff(stretches[-1])
    return _joined(stretches)


def _joined(stretches: Sequence[list[str]]) -> list[str]:
    """Stretches of lines as one text, a blank line between them."""
    texts: list[str] = []
    for stretch in stretches:
        texts += [*([""] if texts else []), *stretch]
    while texts and not texts[0]:
        texts = texts[1:]
    while texts and not texts[-1]:
        texts = texts[:-1]
    return texts


def _context(lines: Sequence[Line]) -> str:
    """The start of what is quoted or forwarded, without its header fields."""
    texts: list[str] = []
    size = 0
    for line in lines:
        if line.kind in _CITED and size < CONTEXT_LIMIT and not (line.depth and field_of(line)):
            text = unquoted(line.text)
            if text or (texts and texts[-1]):
                texts.append(text)
                size += len(text) + 1
    return "\n".join(texts)[:CONTEXT_LIMIT].strip()


def _cuts(lines: Sequence[Line]) -> Iterator[Cut]:
    """What was left out, a cut for each stretch of one kind, with its place among the own lines."""
    for kind, group in groupby(zip(lines, _places(lines), strict=True), key=lambda placed: placed[0].kind):
        stretch = list(group)
        text = "\n".join(line.text.rstrip() for line, _ in stretch).strip("\n")
        if kind != OWN and text:
            yield Cut(kind, text, stretch[0][1])


def _places(lines: Sequence[Line]) -> Iterator[int]:
    """For each line, how many lines of :func:`_own_text` stand before it."""
    count, gap = 0, False
    for line in lines:
        yield count
        if line.own:
            count += 2 if gap else 1
        gap = not line.own and count > 0


def _shows_another_mail(lines: Sequence[Line]) -> bool:
    """Whether there is a header block over another's words, though nothing says that they are forwarded."""
    return any(field_of(line) == "from" and (line.kind == "attribution" or line.depth == 1) for line in lines)
