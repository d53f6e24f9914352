"""Mail room: answers typed inside another's mail without quote marks: in a colour, behind a mark, or below it.

"My answers are in red below" is how many people who use Outlook answer. What they wrote stands in the middle of what
they quote, and would go with it. It is given back to them where the mail itself tells which lines are theirs; in doubt
a line stays the other's, for another's words must never pass for the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.words import header_blocks
from nudger.mail.words.greetings import is_greeting
from nudger.mail.words.lines import Line
from nudger.mail.words.phrases import any_of
from nudger.mail.words.signoff import is_closing, is_name, is_postscript, is_signed_closing

_COLOURS = {
    "red": "rood|rode|red|rot(?:er)?|rouge",
    "blue": "blauwe?|blue|blau(?:er)?|bleu",
    "green": "groene?|green|grün(?:er)?|vert",
    "purple": "paarse?|roze|purple|pink|magenta|lila|violett?|mauve|rose",
    "orange": "oranje|orange",
    "yellow": "gee?le?|yellow|gelb(?:er)?|jaune|gemarkeerd|gearceerd|highlighted|markiert|surlign\\w{1,4}",
}
_NAMED = {hue: re.compile(rf"\b(?:{names})\b") for hue, names in _COLOURS.items()}
_ANSWERS = any_of("""
    antwoord | antwoorden | reactie | reacties | reageer | gereageerd | geantwoord | opmerking | opmerkingen
    commentaar | toelichting | aanvulling | aanvullingen | zie
    answer | answers | answered | reply | replies | replied | response | responses | responded | comment | comments
    commented | remarks | notes | feedback | thoughts | see | my two cents
    antwort | antworten | anmerkung | anmerkungen | kommentar | kommentare | ergänzungen | siehe | beantwortet
    réponse | réponses | commentaire | commentaires | remarques | voir
""")
_PLACES = any_of("""
    hieronder | onder | onderstaand | onderstaande | hierna | beneden | tussendoor | inline | in-line | in line
    tussen de tekst | tussen de regels | tussen je | tussen jouw | tussen uw | in de tekst | in de mail | in je mail
    in uw mail | in kleur | kleur | kleurtje
    below | within | embedded | interspersed | in the text | in your mail | in your email | between the lines
    in colou?r | colou?r
    unten | unterhalb | im text | in der mail | dazwischen | farbig | farbe
    ci-dessous | dans le texte | dans ton mail | dans votre mail | en couleur | couleur
""")
_ANY_COLOUR = "|".join(_COLOURS.values())
_WHERE = rf"{_PLACES}|{_ANY_COLOUR}"
_ANNOUNCED = re.compile(rf"\b(?:{_ANSWERS})\b.{{0,60}}?\b(?:{_WHERE})\b|\b(?:{_WHERE})\b.{{0,60}}?\b(?:{_ANSWERS})\b")
_IN_A_COLOUR = re.compile(rf"\b(?:in|en|met|with|im|mit) (?:het |de |the |my |mijn |'t )?(?:{_ANY_COLOUR})\b")

_BY_NAME = re.compile(r"\[([A-ZÀ-Þ][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,4})\][:,]? +\S")
_NO_NAME = re.compile(
    r"\[(?:extern\w*|image|afbeelding|cid|logo|intern\w*|public|openbaar|vertrouwelijk|confidential)\b", re.I
)
_BY_MARK = re.compile(
    r"(?:={1,3}>|-{1,3}>|→|\*{2,4}|#{2,4}|@@|"
    r"(?:[Aa]ntw(?:oord)?|[Rr]eactie|[Aa]nswer|[Rr]eply|[Aa]ntwort|[Rr]éponse|[A-Z]{2,3}) ?:) ?[\w\"'‘“(]"
)
_SIGN = re.compile(r"\[|[=-]{1,3}>|→|\*\*|##|@@|[Aa]nt?w|[Rr]e(?:ac|pl)|[Rr]ép|[A-Z]{2,3} ?:")
"""How a line begins that may be behind a mark: a cheap question before the others."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"<[^>]{0,100}>|\S{1,64}@\S{1,80}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ONLY_LINK = re.compile(r"\S*(?:https?://|www\.)\S+\Z")

_WRAPPED = 60
_MOST = 0.7
"""Of the lines of the other's mail, the share that can be answers when no colour is named."""
_ABOVE_NAME = 3


def release_answers(lines: list[Line]) -> None:
    """Give the author's answers inside the mail that is answered back to the author; a line may be split for it."""
    start = next((at for at, line in enumerate(lines) if _cited(line)), len(lines))
    if start == len(lines):
        return
    above = [line for line in lines[:start] if line.own]
    wrote = not all(map(_only_courtesy, above))
    if wrote and not any(line.hue or _SIGN.match(line.bare) for line in lines[start:]):
        return
    announced = any(_ANNOUNCED.search(line.low) or _IN_A_COLOUR.search(line.low) for line in above)
    if wrote and not announced:
        return
    first = range(start, _end_of_first(lines, start))
    found = _coloured(lines, first, _named_hues(above), announced=announced) or _marked(lines, first, announced)
    if not found and not wrote:
        found = _below(lines, first)
    for at in sorted(found, reverse=True):
        lines[at : at + 1] = _released(lines[at])


def _only_courtesy(line: Line) -> bool:
    return is_greeting(line.bare) or _takes_leave(line) or is_name(line.bare)


def _cited(line: Line) -> bool:
    return line.kind in ("quote", "attribution", "forward")


def _end_of_first(lines: Sequence[Line], start: int) -> int:
    """Where the mail that is answered ends: at the header of the one that it answers itself."""
    at = start
    while at < len(lines) and (block := header_blocks.block(lines, at)):
        at = block.end
    at = max(at, _after_attribution(lines, start))
    while at < len(lines) and lines[at].kind != "attribution" and not header_blocks.block(lines, at):
        at += 1
    return at


def _after_attribution(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and (lines[at].kind == "attribution" or not lines[at].bare):
        at += 1
    return at


def _named_hues(above: Sequence[Line]) -> set[str]:
    return {hue for hue, names in _NAMED.items() if any(names.search(line.low) for line in above)}


# In a colour


def _coloured(lines: Sequence[Line], first: range, named: set[str], *, announced: bool) -> list[int]:
    """The lines of the colour that is named; else of the one colour that stands out."""
    prose = [at for at in first if _LETTERS.search(lines[at].bare) and not header_blocks.field_of(lines[at])]
    coloured = [at for at in prose if lines[at].hue and not _ONLY_LINK.match(lines[at].bare)]
    plain = [at for at in prose if not lines[at].hue or lines[at].hue_from]
    if not coloured or not plain or plain[0] > coloured[0]:
        return []
    wanted = [at for at in coloured if lines[at].hue in named]
    if wanted:
        return wanted
    closing = next((at for at in plain if _takes_leave(lines[at])), first.stop)
    coloured = [at for at in coloured if at < closing and (announced or lines[at].hue != "blue")]
    alone = len({lines[at].hue for at in coloured}) == 1
    return coloured if alone and len(coloured) <= _MOST * len(prose) else []


def _takes_leave(line: Line) -> bool:
    return is_closing(line.bare) or is_signed_closing(line.bare)


def _released(line: Line) -> list[Line]:
    """The line as the author's; where only its end is, the two parts of it."""
    if line.hue_from:
        return [Line(line.text[: line.hue_from].rstrip(), line.depth, line.kind), Line(line.text[line.hue_from :])]
    line.release()
    return [line]


# Behind a mark


def _marked(lines: Sequence[Line], first: range, announced: bool) -> list[int]:
    """The lines behind ``[Name]``; where answers are announced, behind an arrow, stars or initials too."""
    sender = _names_in(lines, first, "from")
    found: list[int] = []
    for at in first:
        if header_blocks.field_of(lines[at]) or lines[at].text.startswith(">"):
            continue
        name = _BY_NAME.match(lines[at].bare) if not _NO_NAME.match(lines[at].bare) else None
        by_name = name is not None and not _words(name[1]) & sender and _words(name[1])
        if by_name or (announced and _BY_MARK.match(lines[at].bare)) or _goes_on(lines, at, found):
            found.append(at)
    return found


def _goes_on(lines: Sequence[Line], at: int, found: Sequence[int]) -> bool:
    """Whether a line goes on with the answer above it, which a mail program broke."""
    return bool(found) and found[-1] == at - 1 and len(lines[at - 1].bare) >= _WRAPPED and bool(lines[at].bare)


# Below


def _below(lines: Sequence[Line], first: range) -> list[int]:
    """What stands below the leave of the one who is answered, down to the name of the one who answers.

    Both names must be those of the header block: in a bare forward everything is another's.
    """
    sender, receivers = _names_in(lines, first, "from"), _names_in(lines, first, "to")
    answerers = receivers - sender
    leave = next((at for at in first if _signs(lines, at, sender)), None)
    if leave is None or not answerers:
        return []
    blank = next((at for at in range(leave, first.stop) if not lines[at].bare), first.stop)
    last = next((at for at in range(first.stop - 1, blank, -1) if _signs(lines, at, answerers)), blank)
    answer = [at for at in range(blank + 1, last + 1) if lines[at].bare]
    return [] if len(answer) < 2 or is_postscript(lines[answer[0]].bare) else answer


def _signs(lines: Sequence[Line], at: int, names: set[str]) -> bool:
    """Whether the line is one of these names below a closing, or a closing and such a name."""
    text = lines[at].bare
    words = _words(text)
    if is_signed_closing(text):
        return bool(words & names)
    above = [line.bare for line in lines[max(0, at - _ABOVE_NAME) : at] if line.bare]
    return is_name(text) and bool(words) and words <= names and any(map(is_closing, above[-2:]))


def _names_in(lines: Sequence[Line], first: range, field: str) -> set[str]:
    """The words of the names in a header field of the mail that is answered."""
    line = next((lines[at] for at in first if header_blocks.field_of(lines[at]) == field), None)
    return _words(_ADDRESS.sub(" ", line.bare.partition(":")[2])) if line else set()


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
