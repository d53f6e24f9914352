"""Mail room: what a program adds below a text: mobile footers, list footers, virus and print notes, meeting invitations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nudger.mail.lines import Line, mark, paragraphs

_LINK = r"(?: ?[<(\[]\S{1,300}[>)\]])?"
_LINKS = re.compile(r"<[^<>\s]{1,250}>")
_EXCUSES = (
    r"(?:(?:please |pls )?(?:excuse|forgive|pardon|ignore|overlook) (?:my |the |any )?(?:brevity|typo\w{0,2}|"
    r"spelling|errors|short\w{0,4}|autocorrect)|"
    r"(?:excuseer|excuses voor|sorry voor|vergeef) (?:mijn |de |eventuele |het |mij de )?(?:beknopt|typ|tik|spel|"
    r"korte|kort|fouten)|"
    r"(?:bitte )?(?:entschuldigen sie|entschuldige|verzeihen sie) (?:bitte )?(?:die|meine|tipp|kürze|eventuelle|"
    r"etwaige)|"
    r"(?:veuillez |merci d.)?(?:excuser|excusez|excuse) (?:ma|la|les|mes) (?:brièveté|fautes|concision)|daarom kort|"
    r"apologies for (?:any |the )?(?:brevity|typos))"
)
_DEVICE = (
    r"iphone|ipad|ipod|apple watch|macbook|mac|android\S{0,20}|samsung|galaxy|htc|nokia|lumia|huawei|xiaomi|redmi|"
    r"oneplus|fairphone|pixel|"
    r"motorola|sony|xperia|lg|zte|oppo|alcatel|blackberry|treo|palm|nexus|windows|smartphone|mobiltelefon|"
    r"mobilfunk\S{0,10}|mobile|mobiele|mobiel|"
    r"mobil|móvil|handy|phone|cell|telefoon|téléphone|telephone|portable|tablet|tablette|toestel|device|gerät|"
    r"apparaat|handheld|wireless|"
    r"t-mobile|verizon|at&t|vodafone|kpn|outlook|yahoo|hotmail|gmail|proton\S{0,6}|tutanota|tuta|gmx|web\.de|k-9|"
    r"thunderbird|bluemail|blue mail|"
    r"spark|airmail|superhuman|mailbird|mailbox|typeapp|aqua mail|nine|edison|mimestream|canary|zoho|fastmail|posteo|"
    r"mailspring|newton|em client|"
    r"acompli|workspace one|boxer|mail(?= (?:for|voor|für|pour|per|para)\b|\W{0,2}\Z)"
)
_VERB = (
    r"(?:this (?:message|e-?mail|mail) (?:was|is) )?(?:sent|written|typed|composed|delivered)|(?:dit (?:bericht|"
    r"e-?mailtje|mailtje) (?:is|werd) )?"
    r"(?:verzonden|verstuurd|verstuurt|gestuurd|getypt|geschreven)|(?:diese (?:nachricht|e-?mail|"
    r"mail) wurde )?(?:gesendet|geschickt|geschrieben)|"
    r"envoyée?|écrit|enviado|enviada|inviato|inviata|skickat|sänt|sendt|lähetetty|wysłane|wysłano|odesláno|odoslané|"
    r"trimis|elküldve"
)
_BY = (
    r"from|via|with|using|by|on|in|through|thru|vanaf|vanuit|vanop|met|van|op|door|von|mit|über|vom|aus|auf|de|"
    r"depuis|avec|à partir de|à partir d.un|"
    r"à l.aide de|par|desde|con|dal|da|tramite|do|através de|från|fra|via|z|ze|pomocą|iz|din"
)
_MY = r"my|mijn|m.n|meinem|meiner|mon|ma|min|mit|mi|mio|mia|meu|minha|mojego|mého"
_SENT = re.compile(
    rf"[-–—_*<(\[ ]{{0,4}}(?:{_VERB})(?: (?:wirelessly|draadloos|sans fil|drahtlos|mobil|"
    rf"to you))? (?:{_BY}) (?:\S{{1,20}} ){{0,3}}?"
    rf"(?:{_DEVICE})(?![\w-]).{{0,90}}\Z",
    re.IGNORECASE,
)
_SENT_MY = re.compile(
    rf"[-–—_*<(\[ ]{{0,4}}(?:(?:{_VERB}) (?:{_BY})|"
    rf"from) (?:{_MY}) \S{{1,20}}(?: [^\s,.]{{1,20}}){{0,2}}[,.!)>\]]{{0,3}}(?: {_EXCUSES}.{{0,60}})?\Z",
    re.IGNORECASE,
)
_GET = re.compile(
    r"(?:get|download|obtenir|obtenez|télécharger|téléchargez|holen sie sich|laden sie|hol dir|obtener|descargar|"
    r"scarica|ottieni|obter|hämta|hent) "
    rf"(?:{_DEVICE}) .{{0,90}}\Z|(?:outlook|yahoo mail|gmail) (?:voor|für|for|pour|para) .{{2,40}}"
    rf"(?:downloaden|ophalen|beziehen|herunterladen|holen|abrufen|laden){_LINK}\Z",
    re.IGNORECASE,
)
_OTHER_SENT = re.compile(
    r".{0,4}(?:iphone|ipad|android|手机|手機).{0,12}(?:から送信|傳送|发送|發送|보냄|gönderildi|отправлено)|(?:отправлено|从我的|從我的|발신|"
    r"내) .{0,60}\Z",
    re.IGNORECASE,
)
_MOST_WORDS_SENT = 14
_GESENDET = re.compile(
    rf"(?:von (?:meinem|meiner|unterwegs|mobil)\b.{{0,60}}gesendet|"
    rf"(?:diese nachricht wurde )?von meinem .{{2,60}}gesendet|mobil gesendet|"
    rf"von unterwegs gesendet).{{0,40}}{_LINK}\.?\Z",
    re.IGNORECASE,
)
_EXCUSE = re.compile(_EXCUSES, re.IGNORECASE)
_NOTE = re.compile(
    r"\W{0,6}(?:P )?(?:(?:think|please (?:think|consider)|consider) .{0,30}(?:environment|before print|"
    r"before you print)|save (?:paper|a tree|trees)|please don't print|do not print|denk (?:a\.?u\.?b\.? |"
    r"svp )?aan het milieu|(?:overweeg|is het) .{0,40}(?:milieu|afdrukken|printen)|"
    r"(?:moet|hoeft) (?:u|je|deze|dit) .{0,30}(?:print|afdruk)|bespaar papier|print (?:deze|dit) .{0,20}(?:alleen|"
    r"niet)|bitte (?:denken|prüfen) sie .{0,40}(?:umwelt|druck|ausdruck)|bitte denken sie an (?:die|unsere) umwelt|"
    r"pensez (?:à|a) l.environnement|avant d.imprimer|wees zuinig met papier|denk na voor(?:dat)? (?:je|u) |"
    r"virus-?(?:free|vrij|frei|sans virus)\b.{0,5}(?:www|\.|$)|sans virus\. ?www|(?:this|deze|diese|dit|cet|"
    r"ce) .{0,20}(?:e-?mail|message|bericht|nachricht|courrier).{0,20}(?:has been|is|wurde|werd|"
    r"a été) .{0,20}(?:checked|scanned|gecontroleerd|gescand|geprüft|vérifi|analys)|"
    r"(?:scanned|checked|gecontroleerd|gescand) (?:by|for|door|op) .{0,40}(?:virus|antivirus|mailscanner|norton|"
    r"mcafee|avast|avg)|outgoing mail is certified virus free|no virus found in this|avast|avg ?\.?|mailscanner|"
    r"do you yahoo!?\?|\[\[alternative html version deleted\]\]\Z|an (?:html|embedded).{0,60} was scrubbed\.{0,3}\Z|"
    r"-{6,} next part -{6,}\Z|get your free .{0,60}|join the world.s largest e-?mail|chat with friends online, try|"
    r"get free (?:e-?mail|email|@yahoo)|send and receive hotmail|yahoo! (?:mail|auctions|groups|messenger|photos|"
    r"greetings|sports|finance|movies|tax|health|shopping|"
    r"by phone|web hosting|everything|mobile|biz|sbc|dsl)\b.{0,80}|msn photos is the easiest|get more from the web|"
    r"this (?:sf\.net|sourceforge) e-?mail is sponsored.{0,60})",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"(?:\[(?:cid:|image|inline image|afbeelding|bild|logo|picture|photo|foto|https?://)[^\]]{0,250}\]"
    + _LINK
    + r"|<cid:[^>]{1,200}>|(?:- \S{1,80} )?<{1,2} ?(?:file|ole object|picture|message|bestand|datei)\b[^>]{0,200}>{1,2}|\(see attached file: [^)]{1,200}\)"
    r"|\(siehe angehängte datei: [^)]{1,200}\)|\(zie bijgevoegd bestand: [^)]{1,200}\)|"
    r"\(embedded image moved to file: [^)]{1,200}\)|\[(?:attachment|bijlage|anhang|pièce jointe)\b[^\]]{1,200}\]|"
    r"attachment converted: .{1,200}|=20)\Z",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:this (?:sf\.net|sourceforge) e-?mail is sponsored|reply to this email directly|"
    r"you are receiving this because|to (?:unsubscribe|subscribe|post|manage|change|stop receiving|"
    r"view this discussion|be removed)\b.{0,80}(?:from|to|list|group|mail|visit|go|discussion|subscription|:|click|"
    r"send|https?:)|unsubscribe(?: here| at)?: |unsubscribe\b.{0,20}https?:|"
    r"you (?:received|are receiving) this (?:message|e-?mail|mail|because)|you.re receiving this|_{3,} ?mailing list|"
    r".{0,40}mailing list(?: -|:|$).{0,80}|.{0,60}@\S{1,60}mailing list|https?://\S{0,120}(?:mailman|listinfo|"
    r"unsubscribe|groups\.google|listserv|sympa|googlegroups)\S{0,120}\Z|"
    r"(?:list )?archives?: ?(?:<|http)|(?:post|reply) (?:to this|by) .{0,60}|je (?:ontvangt|hebt) dit (?:bericht|"
    r"bericht ontvangen).{0,60}(?:omdat|groep)|u (?:ontvangt|hebt) (?:deze|dit) .{0,30}omdat|"
    r"(?:om|als (?:je|u)) .{0,60}(?:afmelden|af te melden|uitschrijven|uit te schrijven|opzeggen|abonnement|"
    r"weergeven|wilt posten)|ga naar https?://groups|bezoek deze groep|"
    r"sie (?:erhalten|haben) diese (?:nachricht|e-?mail|mail).{0,30}(?:weil|erhalten)|(?:um|"
    r"wenn sie) .{0,80}(?:abzubestellen|abbestellen|abmelden|abzumelden|beenden|auszutragen)|vous (?:recevez|"
    r"avez reçu) ce (?:message|courriel|mail)|"
    r"pour (?:vous désabonner|vous désinscrire|se désabonner|ne plus recevoir)|for more options,? visit|"
    r"visit this group at|your use of yahoo! groups|posting guide|please do read the posting|read the posting guide|"
    r"irish linux users|"
    r"for (?:\(un\))?(?:un)?subscription information|for additional commands, e-mail|list maintainer|"
    r"list-unsubscribe|yahoo! groups (?:sponsor|links)|powered by .{0,30}(?:mailman|listserv|groups)|sponsored by:|"
    r"help: .{0,20}https?://)",
    re.IGNORECASE,
)
_UUENCODED = re.compile(r"begin [0-7]{3} \S")
_PLACE = re.compile(r"view it on github|https?:|www\.|@|[-_]{20,}")
_RULE = re.compile(r"—\Z|[-–—_=*~#+. ]{5,}(?:>|~-->|->)?\Z|-{5,}.{0,60}(?:sponsor|groups).{0,40}\Z", re.IGNORECASE)

_MEETING = re.compile(
    r"(?:microsoft teams(?: meeting|-vergadering|-besprechung| vergadering|-møde|-möte| need help\?| hulp nodig\?)?|"
    r"teams meeting|réunion microsoft teams|riunione di microsoft teams|reunión de microsoft teams|"
    r"reunião do microsoft teams)(?: (?:need help|hulp nodig|benötigen sie hilfe|"
    r"besoin d.aide)\?)?\W{0,4}(?:<\S{1,300}>)?\Z|"
    r"(?:join (?:on your computer|the meeting now|zoom meeting|microsoft teams meeting|with google meet|"
    r"webex meeting|skype meeting|by phone)|deelnemen? (?:op uw computer|op je computer|"
    r"aan (?:microsoft )?teams-?vergadering|aan zoom-?(?:meeting|vergadering))|"
    r"(?:neem )?nu deelnemen? aan de vergadering|neem nu deel aan de vergadering|"
    r"klik hier om deel te nemen aan de vergadering|click here to join the meeting|"
    r"hier klicken,? um an der besprechung|jetzt an der besprechung teilnehmen|nehmen sie auf ihrem computer|"
    r"zoom-meeting beitreten|rejoindre la réunion maintenant|cliquez ici pour (?:rejoindre|participer) à la réunion|"
    r"participer à partir de votre ordinateur|.{2,60} (?:is inviting you to a scheduled zoom meeting|"
    r"nodigt u uit voor een geplande zoom|lädt sie zu einem geplanten zoom))\b.{0,200}\Z",
    re.IGNORECASE,
)
_MEETING_RULE = re.compile(r"[_.\-─━ ]{10,}\Z")
_SHORT_MEETING = 2


def mark_footers(region: list[Line]) -> None:
    """Mark meetings, mobile and list footers, notes and placeholders in a stretch between quotes."""
    _mark_meeting(region)
    _mark_uuencoded(region)
    _mark_list_footer(region)
    for paragraph in list(paragraphs(region)):
        _mark_notes(paragraph)
    _mark_excuses(region)


def is_mobile_footer(text: str) -> bool:
    """Whether a line says with what it was sent (``Verzonden vanaf mijn iPhone``)."""
    text = _LINKS.sub("", text)
    if text.count(" ") > _MOST_WORDS_SENT or text.endswith("?"):
        return False
    return any(pattern.match(text) for pattern in (_SENT, _SENT_MY, _GET, _GESENDET, _OTHER_SENT))


def _is_footer(text: str) -> bool:
    return is_mobile_footer(text) or bool(_NOTE.match(text) or _PLACEHOLDER.match(text))


def _mark_notes(paragraph: Sequence[Line]) -> None:
    """Mark single lines; below a rule the whole rest of the paragraph belongs to the note."""
    for at, line in enumerate(paragraph):
        if _is_footer(line.bare):
            ruled = at > 0 and bool(_RULE.match(paragraph[at - 1].bare))
            mark(paragraph[at - 1 :] if ruled else [line], "footer")


def _mark_excuses(region: Sequence[Line]) -> None:
    """An excuse for brevity is a footer only beside another one."""
    for before, line in zip(region, region[1:], strict=False):
        if line.own and before.kind == "footer" and _EXCUSE.match(line.bare):
            line.kind = "footer"


def _mark_list_footer(region: list[Line]) -> None:
    """Mark what a mailing list adds at the end, from the rule above it; it always says where the list lives."""
    footer: list[Line] = []
    for paragraph in reversed(list(paragraphs(region))):
        at = next((index for index, line in enumerate(paragraph) if _LIST.match(line.bare)), None)
        if at is None:
            break
        while at > 0 and (_RULE.match(paragraph[at - 1].bare) or _PLACE.search(paragraph[at - 1].bare)):
            at -= 1
        footer += paragraph[at:]
        if at:
            break
    if any(_PLACE.search(line.bare) for line in footer):
        mark(footer, "footer")


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
    at = next((index for index, line in enumerate(region) if line.own and _MEETING.match(line.bare)), None)
    if at is None:
        return
    start = at
    while start > 0 and (not region[start - 1].bare or _MEETING_RULE.match(region[start - 1].bare)):
        start -= 1
    rules = [index for index in range(at + _SHORT_MEETING, len(region)) if _MEETING_RULE.match(region[index].bare)]
    mark(region[start : rules[-1] + 1 if rules else len(region)], "meeting")
