"""Mail room: what a mail system writes around a text: the banner above it, the disclaimer below it.

A warning counts as a banner only when it speaks of outside mail, so that an author's own ``LET OP: morgen dicht`` stays. A
paragraph counts as a disclaimer only with two of its phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.lines import Line, mark, paragraphs

_TAG = re.compile(
    r"[\[(*{<#! ]{0,4}(?:extern|external|ext|externe|externe e-?mail|external e-?mail|externe mail|external mail|"
    r"external sender|externe afzender|externer absender|"
    r"externe nachricht|expéditeur externe|externo|esterno|extern bericht|external message|outside sender|"
    r"(?:classification|classificatie|klassifizierung|sensitivity|vertrouwelijkheid|rubricering|"
    r"label) ?: ?[\w -]{2,40}|tlp ?: ?(?:clear|white|green|amber|red)(?:\+strict)?)"
    r"[\])*}>#!: ]{0,4}\Z",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"[\[(*{<#!⚠️ ]{0,6}(?:caution|warning|attention|alert|notice|be careful|security notice|let op|pas op|"
    r"waarschuwing|opgelet|achtung|vorsicht|warnung|hinweis|attention|"
    r"avertissement|prudence|atención|attenzione|cuidado|external|extern|externe|ext)\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"outside (?:of )?(?:the|your|our|this|\w+)|external (?:sender|source|e-?mail|domain|party|address)|"
    r"originated (?:from )?outside|do not click|don't click|"
    r"unless you (?:recognize|recognise|trust)|you don't often get e?-?mail|you have not previously|"
    r"learn why this is important|"
    r"van buiten|buiten (?:de|onze|uw|jouw|het) (?:organisatie|netwerk|bedrijf|gemeente|domein)|externe (?:afzender|"
    r"bron|partij|e-?mail|mail)|extern(?:e)? e-?mail|klik niet|"
    r"geen (?:links|koppelingen|bijlagen)|niet vaak e-?mail|meer informatie over waarom dit belangrijk is|"
    r"von außerhalb|externen? (?:absender|quelle|e-?mail)|außerhalb (?:der|ihrer|unserer)|keine (?:links|anhänge)|"
    r"klicken sie nicht|nicht oft e-?mail|"
    r"l.extérieur|expéditeur externe|source externe|externe à|ne cliquez pas|n.obtenez pas souvent|"
    r"pas souvent d.e-?mail|zjqcmqryfpfptbanner|this message needs your attention",
    re.IGNORECASE,
)
_BANNER_ONLY = re.compile(
    r"(?:some people who received this message|sommige (?:mensen|personen) die dit bericht|"
    r"you don't often get e?-?mail from|u ontvangt niet vaak e-?mail|je ontvangt niet vaak e-?mail|"
    r"sie erhalten nicht oft|sie erhalten nicht häufig|einige personen, die diese nachricht|"
    r"vous n.obtenez pas souvent|vous ne recevez pas souvent|certaines personnes qui ont reçu|"
    r"this (?:e-?mail|message) (?:was sent|came|originated|is|comes) from (?:outside|an external|someone outside)|"
    r"dit bericht (?:komt|is verzonden|is afkomstig) van (?:buiten|een extern)|"
    r"deze e-?mail (?:komt|is verzonden|is afkomstig) van (?:buiten|een extern)|diese (?:e-?mail|nachricht) (?:kommt|"
    r"stammt|wurde) von (?:außerhalb|einem externen)|"
    r"ce (?:message|courriel|mail) provient de l.ext|cet e-?mail provient de l.ext|zjqcmqryfpfptbanner|"
    r"-----begin pgp signed message-----\Z|hash: sha\d+\Z|hash: md5\Z)",
    re.IGNORECASE,
)
_MOST_BANNERS = 4
_BANNER_LINES = 6

_DISCLAIMER = re.compile(
    "|".join(
        f"({phrase})"
        for phrase in (
            r"geadresseerde[n]?|beoogde ontvanger|bedoeld voor de ontvanger|bestemd voor",
            r"niet (?:voor u|voor jou) (?:is )?bestemd|niet de (?:geadresseerde|beoogde|bedoelde)|"
            r"niet voor u bedoeld|ten onrechte|abusievelijk|per abuis|per vergissing|onterecht ontvangen",
            r"vertrouwelijk(?:e|heid)?\b",
            r"aansprakelijk(?:heid)?|geen rechten (?:worden )?ontle(?:end|nen)|rechten (?:worden )?ontleend",
            r"(?:dit|het|deze|de) (?:e-?mail)?(?:bericht|e-?mail)\b.{0,60}(?:te vernietigen|te verwijderen|te wissen|"
            r"terug te sturen|te retourneren)|afzender .{0,40}(?:informeren|waarschuwen|op de hoogte|te melden)|"
            r"openbaarmaking, vermenigvuldiging|verspreiding .{0,60}(?:verboden|niet toegestaan)|niet toegestaan",
            r"disclaimer|privacyverklaring|algemene voorwaarden|general terms and conditions|privacy statement",
            r"intended (?:recipient|solely|only|for)|intended addressee|addressee|named above|"
            r"to whom it is addressed|to whom they are addressed|use of the (?:individual|person|recipient|addressee)",
            r"not the intended|received (?:this|it|the) .{0,40}(?:in error|by mistake)|"
            r"have received this .{0,30}error|sent to you in error",
            r"confidential(?:ity)?\b|proprietary",
            r"privileged|legally protected|attorney[- ]client|trade secret",
            r"(?:accepts? no|no|not accept any|without) (?:liability|responsibility)|liable for|"
            r"not (?:necessarily )?(?:represent|reflect|those of) |views (?:or opinions )?expressed|"
            r"virus(?:es)?[- ]free|free (?:of|from) virus",
            r"(?:notify|contact|advise) (?:the )?(?:sender|us|system manager)|delete (?:it|this|the|all)|"
            r"destroy (?:it|this|all|the)|unauthori[sz]ed|strictly prohibited|is prohibited|any (?:review|use|"
            r"dissemination|disclosure|copying|distribution)",
            r"vertraulich(?:e|keit)?|rechtlich geschützt|bestimmungsgemäße[rn]?|richtige adressat|"
            r"vorgesehene[rn]? (?:adressat|empfänger)|ausschließlich für den|unbefugte",
            r"irrtümlich|versehentlich erhalten|nicht der (?:richtige|beabsichtigte|vorgesehene|bestimmungs)|"
            r"informieren sie .{0,30}absender|vernichten sie|löschen sie diese|nicht gestattet",
            r"confidentiel(?:le|les)?|destinataire[s]?|à l.intention|usage exclusif",
            r"par erreur|n.êtes pas (?:le|un) destinataire|détruire ce|le détruire|"
            r"avertir (?:immédiatement )?l.expéditeur|responsabilité|interdite|non autorisée",
            r"confidencial|destinatario|riservat[oae]|per errore|por error",
            r"registered (?:in|office|number|at|with)|handelsregister|amtsgericht|kamer van koophandel|"
            r"geschäftsführer|kvk[- ]?(?:nummer|nr)|chamber of commerce|siège social|btw[- ]?(?:nummer|nr)|vat (?:no|"
            r"number|reg)|ust-?id",
        )
    ),
    re.IGNORECASE,
)
_SHORTEST_DISCLAIMER = 60
_HEADING = re.compile(
    r"\W{0,40}(?:internet |e-?mail |company )*(?:disclaimer|proclaimer|confidentiality(?: notice| note| footer)?|"
    r"important notice|legal notice|"
    r"privileged.{0,30}|vertrouwelijkheid|confidentieel|haftungsausschluss|avis de confidentialité|"
    r"avertissement)\W{0,40}\Z",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-–—_=*~#. ]{3,}\Z")


def mark_banners(lines: list[Line]) -> None:
    """Mark what a mail system put above the text about its origin, or a label, in the first paragraphs."""
    for _ in range(_MOST_BANNERS):
        first = next(paragraphs(lines[:60]), None)
        if not first or not _mark_banner(first):
            return


def _mark_banner(paragraph: Sequence[Line]) -> bool:
    size = 0
    while size < len(paragraph) and (_TAG.match(paragraph[size].bare) or _BANNER_ONLY.match(paragraph[size].bare)):
        size += 1
    if not size and _is_warning(paragraph):
        size = len(paragraph)
    mark(paragraph[:size], "banner")
    return size > 0


def _is_warning(paragraph: Sequence[Line]) -> bool:
    if len(paragraph) > _BANNER_LINES:
        return False
    return bool(_WARNING.match(paragraph[0].bare)) and any(_OUTSIDE.search(line.bare) for line in paragraph)


def mark_disclaimers(region: Sequence[Line], *, alone: bool) -> None:
    """Mark the paragraphs of a stretch that are a disclaimer, with the heading and the rule above them.

    ``alone`` says that the author wrote nothing elsewhere: then what could be all of it needs more phrases to go.
    """
    before: list[Line] = []
    seen = False
    for paragraph in list(paragraphs(region)):
        start = _disclaimer_start(paragraph, needed=1 if seen else 3 if alone and not before else 2)
        if start is not None:
            seen = True
            mark(paragraph[start:], "disclaimer")
            if start == 0 and before:
                _mark_heading(before)
        before = paragraph


def _disclaimer_start(paragraph: Sequence[Line], needed: int) -> int | None:
    """Where in a paragraph a disclaimer begins: at its first phrase, when it has enough of them."""
    hits: set[int] = set()
    first = None
    for at, line in enumerate(paragraph):
        found = {match.lastindex or 0 for match in _DISCLAIMER.finditer(line.text[:4_000])}
        if found and first is None:
            first = at
        hits |= found
    long_enough = sum(len(line.bare) for line in paragraph) >= _SHORTEST_DISCLAIMER
    if first is None or len(hits) < needed or not long_enough:
        return None
    return _sentence_start(paragraph, first)


def _sentence_start(paragraph: Sequence[Line], at: int) -> int:
    """The line where the sentence begins whose middle is line ``at``, as far as line ends tell."""
    while at > 0 and len(paragraph[at - 1].bare) > 40 and not paragraph[at - 1].bare.endswith((".", ",", "!", "?")):
        at -= 1
    while at > 0 and (_HEADING.match(paragraph[at - 1].bare) or _RULE.match(paragraph[at - 1].bare)):
        at -= 1
    return at


def _mark_heading(paragraph: Sequence[Line]) -> None:
    last = paragraph[-1]
    if _HEADING.match(last.bare) or _RULE.match(last.bare):
        mark([last], "disclaimer")
