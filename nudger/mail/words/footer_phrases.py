"""Mail room: the words that programs, firms and lists put above and below a text.

Only data, as in :mod:`nudger.mail.words.phrases`. Written narrowly: a colleague's proposal to print less, to leave a
list or to meet in Teams uses the same words.
"""

from __future__ import annotations

from nudger.mail.words.phrases import any_of

DEVICES = any_of(r"""
    iphone | ipad | ipod | apple watch | macbook | mac | android\S{0,20} | samsung | galaxy | htc | nokia
    lumia | huawei
    xiaomi | redmi | oneplus | fairphone | pixel | motorola | sony | xperia | lg | zte | oppo | alcatel
    blackberry | treo
    palm | nexus | windows | smartphone | mobiltelefon | mobilfunk\S{0,10} | mobile | mobiele | mobiel | mobil | móvil
    handy | phone | cell | telefoon | téléphone | telephone | portable | tablet | tablette | toestel | device | gerät
    apparaat | handheld | wireless | t-mobile | verizon | at&t | vodafone | kpn
    outlook | yahoo | hotmail | gmail | proton\S{0,6} | tutanota | tuta | gmx | web\.de | k-9 | thunderbird | bluemail
    blue mail | spark | airmail | superhuman | mailbird | mailbox | typeapp | aqua mail | nine | edison
    mimestream | canary
    zoho | fastmail | posteo | mailspring | newton | em client | acompli | workspace one | boxer
    mail(?=\W{0,2}\Z) | mail(?= (?:for|voor|für|pour|per|para)\b)
""")
SENT = any_of(r"""
    (?:this (?:message|e-?mail|mail) (?:was|is) )?(?:sent|written|typed|composed|delivered)
    (?:dit (?:bericht|e-?mailtje|mailtje) (?:is|werd) )?(?:verzonden|verstuurd|verstuurt|gestuurd|getypt|geschreven)
    (?:diese (?:nachricht|e-?mail|mail) wurde )?(?:gesendet|geschickt|geschrieben)
    envoyée? | écrit | enviad[ao] | inviat[ao] | skickat | sänt | sendt | lähetetty | wysłan[eo] | odesláno
    odoslané | trimis
    elküldve
""")
BY = any_of("""
    from | via | with | using | by | on | in | through | thru | vanaf | vanuit | vanop | met | van | op | door
    von | mit
    über | vom | aus | auf | de | depuis | avec | à partir de | à partir d.un | à l.aide de | par | desde | con
    dal | da
    tramite | do | através de | från | fra | z | ze | pomocą | iz | din
""")
MY = "my|mijn|m.n|meinem|meiner|mon|ma|min|mit|mi|mio|mia|meu|minha|mojego|mého"
GET = any_of("""
    get | download | obtenir | obtenez | télécharger | téléchargez | holen sie sich | laden sie | hol dir | obtener
    descargar | scarica | ottieni | obter | hämta | hent
""")
EXCUSES = any_of(r"""
    (?:please |pls )?(?:excuse|forgive|pardon|ignore) (?:my |the |any )?(?:brevity|typo|spelling|errors|autocorrect)
    apologies for (?:any |the )?(?:brevity|typos) | daarom kort
    (?:excuseer|excuses voor|sorry voor|vergeef) (?:mijn |de |eventuele |het )?(?:beknopt|typ|tik|spel|kort|fouten)
    (?:bitte )?(?:entschuldigen sie|entschuldige|verzeihen sie) (?:bitte )?(?:die|meine|tipp|kürze|eventuelle|etwaige)
    (?:veuillez |merci d.)?(?:excuser|excusez|excuse) (?:ma|la|les|mes) (?:brièveté|fautes|concision)
""")
"""How a mobile footer is made: what was sent, by which device of whom, and why it is short."""

ECO = any_of(r"""
    (?:please |pls )?(?:think|consider) .{0,40}(?:before|prior) .{0,20}print
    (?:please )?(?:do not|don't) print (?:this|e-?mails?)\b | save (?:paper|a tree|trees).{0,40}print
    (?:a\.?u\.?b\.? |svp )?denk .{0,40}(?:milieu|na voor).{0,60}(?:print|afdruk) | denk aan het milieu\W{0,3}\Z
    (?:overweeg|wees zuinig|bespaar papier).{0,80}(?:print|afdruk)
    (?:moet|hoeft) .{0,25}(?:mail|bericht)\b.{0,40}(?:print|afdruk|afgedrukt)
    is het (?:echt )?nodig .{0,40}(?:print|af te drukken)
    print (?:deze|dit) (?:e-?mail|bericht|mail) | bitte (?:denken|prüfen|bedenken) sie .{0,60}(?:druck|umwelt)
    pensez (?:à|a) l.environnement | .{0,40}avant d.imprimer ce
""")
NOTES = any_of(r"""
    virus-?(?:free|vrij|frei)\b.{0,5}(?:www|\.|\Z) | sans virus\.? ?www
    (?:this|deze|dit) .{0,20}(?:mail|message|bericht)\b.{0,30}(?:checked|scanned|gecontroleerd|gescand)
    (?:diese|cet|ce) .{0,20}(?:mail|message|nachricht|courrier)\b.{0,30}(?:geprüft|analysé|vérifié)
    (?:scanned|checked|gecontroleerd|gescand) (?:by|for|door|op) .{0,40}(?:virus|mailscanner|norton|mcafee|avast|avg)
    outgoing mail is certified virus free | no virus found in this | do you yahoo!?\?
    \[\[alternative html version deleted\]\]\Z | an (?:html|embedded).{0,60} was scrubbed\.{0,3}\Z
    -{6,} next part -{6,}\Z
    get your free (?:download|@|private|e-?mail) | get your private, free | join the world.s largest e-?mail
    chat with friends online, try | get free (?:e-?mail|email|@yahoo) | send and receive hotmail
    msn photos is the easiest
    yahoo! (?:mail|auctions|groups|messenger|photos|greetings|sports|finance|movies|tax|health|shopping|web hosting)\b
    get more from the web | this (?:sf\.net|sourceforge) e-?mail is sponsored
    .{2,60} (?:reacted to your message|(?:reacted|reageerde|heeft gereageerd) via gmail):?(?: <\S{1,250}>)?\Z
    .{2,60} heeft (?:gereageerd op (?:uw|je) bericht|op (?:uw|je) bericht gereageerd):\Z
    .{2,60} hat (?:auf (?:ihre|deine) nachricht|über gmail|via gmail) reagiert:?(?: <\S{1,250}>)?\Z
    .{2,60} a réagi (?:à votre message|via gmail)(?: ?:)?(?: <\S{1,250}>)?\Z
""")
PLACEHOLDERS = any_of(r"""
    \[(?:cid:|image|inline image|afbeelding|bild|logo|picture|photo|foto|https?:)[^\]]{0,250}\](?: ?<\S{1,250}>)?
    <cid:[^>]{1,200}> | (?:- \S{1,80} )?<{1,2} ?(?:file|ole object|picture|message|bestand|datei)\b[^>]{0,200}>{1,2}
    \((?:see attached file|siehe angehängte datei|zie bijgevoegd bestand): [^)]{1,200}\)
    \(embedded image moved to file: [^)]{1,200}\) | \[(?:attachment|bijlage|anhang|pièce jointe)\b[^\]]{1,200}\]
    attachment converted: .{1,200} | =20
""")
"""Lines by themselves: about viruses, by a free mail service, a thumb up, in the place of a picture or a file."""

LISTS = any_of(r"""
    to (?:unsubscribe|be removed)\b | to subscribe or unsubscribe | to stop receiving (?:e-?mails?|messages)
    to view this discussion
    to (?:post|subscribe) to this (?:group|list) | to manage your (?:subscription|membership)
    unsubscribe(?: here| at)?: .{3}
    unsubscribe\b.{0,20}https?: | you (?:received|are receiving) this (?:message|e-?mail|mail|because)
    you.re receiving this
    reply to this email directly | this (?:sf\.net|sourceforge) e-?mail is sponsored
    https?://\S{0,120}(?:mailman|listinfo|unsubscribe|groups\.google|listserv|sympa|googlegroups)\S{0,120}\Z
    (?:list )?archives?: ?(?:<|http) | for more options,? visit | visit this group at | your use of yahoo! groups
    (?:please (?:do )?)?read the posting guide | for (?:\(un\)|un)?subscription information | irish linux users
    for additional commands, e-mail | list maintainer | list-unsubscribe | yahoo! groups (?:sponsor|links)
    powered by .{0,30}(?:mailman|listserv|groups) | help: .{0,20}https?://
    (?:je|u) (?:ontvangt|hebt) (?:dit|deze) (?:bericht|e-?mail|nieuwsbrief).{0,60}(?:omdat|groep)
    (?:om|als (?:je|u)) .{0,80}(?:afmeld|af te meld|uitschrijv|uit te schrijv|opzegg).{0,80}(?:deze groep|unsubscribe)
    (?:om|als (?:je|u)) .{0,80}(?:afmeld|af te meld|uitschrijv|uit te schrijv|opzegg).{0,80}deze (?:lijst|nieuwsbrief)
    ga naar https?://groups | bezoek deze groep
    sie (?:erhalten|haben) diese (?:nachricht|e-?mail|mail).{0,30}(?:weil|erhalten)
    (?:um|wenn sie) .{0,80}(?:gruppe|liste|newsletter).{0,60}(?:abzubestell|abbestell|abmeld|abzumeld|beend|auszutrag)
    vous (?:recevez|avez reçu) ce (?:message|courriel|mail) | pour (?:vous|se) (?:désabonner|désinscrire)
    pour ne plus recevoir
""")
LIST_NAMES = any_of(r"""
    (?:\S{1,40} ){1,3}mailing list(?: -.{0,80}|:.{0,80})?\Z | \S{1,60}@\S{1,80}mailing list
""")
"""The footer of a mailing list; its bare name counts only below a rule."""

MEETINGS = any_of(r"""
    microsoft teams(?:[- ](?:meeting|vergadering|besprechung|møde|möte))?\W{0,4}(?:<\S{1,250}>)?\Z
    microsoft teams (?:need help|hulp nodig|benötigen sie hilfe|besoin d.aide)\?\W{0,4}(?:<\S{1,250}>)?\Z
    teams meeting\W{0,4}\Z | (?:réunion|riunione di|reunión de|reunião do) microsoft teams\W{0,4}\Z
    join (?:on your computer|(?:zoom|microsoft teams|webex) meeting|with google meet)\b.{0,200}\Z
    join the meeting now\W{0,4}(?:<\S{1,250}>)?\Z
    join (?:skype meeting|by phone)\W{0,4}(?:<\S{1,300}>)?\Z | click here to join the meeting\b.{0,200}\Z
    deelnemen? (?:op (?:uw|je) computer|aan (?:microsoft teams|teams|zoom)-?(?:meeting|vergadering))\b.{0,200}\Z
    (?:neem )?nu deelnemen? aan de vergadering\b.{0,200}\Z | neem nu deel aan de vergadering\b.{0,200}\Z
    klik hier om deel te nemen aan de vergadering\b.{0,200}\Z | hier klicken,? um an der besprechung\b.{0,200}\Z
    jetzt an der besprechung teilnehmen\b.{0,200}\Z | nehmen sie auf (?:ihrem|dem) computer\b.{0,200}\Z
    zoom-meeting beitreten\b.{0,200}\Z
    rejoindre la réunion maintenant\b.{0,200}\Z | cliquez ici pour (?:rejoindre|participer) à la réunion\b.{0,200}\Z
    participer à partir de votre ordinateur\b.{0,200}\Z | .{2,60} is inviting you to a scheduled zoom\b.{0,200}\Z
    .{2,60} (?:nodigt u uit voor een geplande|lädt sie zu einem geplanten) zoom\b.{0,200}\Z
""")
"""The line by which an invitation made by a program is known."""

LABELS = any_of(r"""
    (?:extern|external|externe|ext)(?: (?:e-?mail|mail|sender|message|afzender|absender|nachricht|bericht))?
    outside sender
    externer absender | expéditeur externe | externo | esterno
    (?:classification|classificatie|klassifizierung|sensitivity|vertrouwelijkheid|rubricering|label) ?: ?[\w -]{2,40}
    tlp ?: ?(?:clear|white|green|amber|red)(?:\+strict)?
""")
WARNINGS = any_of("""
    caution | warning | attention | alert | notice | be careful | security notice | let op | pas op
    waarschuwing | opgelet
    achtung | vorsicht | warnung | hinweis | avertissement | prudence | atención | attenzione | cuidado
    external | extern | externe | ext
""")
OUTSIDE = any_of(r"""
    outside (?:of )?(?:the|your|our|this|\w+) | external (?:sender|source|e-?mail|domain|party|address)
    originated outside
    do not click | don't click | unless you (?:recogni[sz]e|trust) | you have not previously
    learn why this is important
    van buiten | buiten (?:de|onze|uw|jouw|het) (?:organisatie|netwerk|bedrijf|gemeente|domein) | klik niet
    externe (?:afzender|bron|partij|e-?mail|mail) | extern e-?mail | geen (?:links|koppelingen|bijlagen)
    niet vaak e-?mail
    meer informatie over waarom dit belangrijk is | von außerhalb | externen? (?:absender|quelle|e-?mail)
    außerhalb (?:der|ihrer|unserer) | keine (?:links|anhänge) | klicken sie nicht | nicht oft e-?mail
    l.extérieur | expéditeur externe | source externe | externe à | ne cliquez pas | pas souvent d.e-?mail
    this message needs your attention
""")
BANNERS = any_of(r"""
    you don't often get e?-?mail from | some people who received this message | zjqcmqryfpfptbanner
    (?:u|je) ontvangt niet vaak e-?mail | sommige (?:mensen|personen) die dit bericht
    sie erhalten nicht (?:oft|häufig)
    einige personen, die diese nachricht | vous (?:n.obtenez|ne recevez) pas souvent | certaines personnes qui ont reçu
    this (?:e-?mail|message) (?:was sent|came|originated|is|comes) from (?:outside|an external|someone outside)
    (?:dit bericht|deze e-?mail) (?:komt|is verzonden|is afkomstig) van (?:buiten|een extern)
    diese (?:e-?mail|nachricht) (?:kommt|stammt|wurde) von (?:außerhalb|einem externen)
    (?:ce message|ce courriel|ce mail|cet e-?mail) provient de l.ext
    -----begin pgp signed message-----\Z | hash: (?:sha\d+|md5)\Z
""")
"""Banners: a label alone on its line, a warning that speaks of outside mail, and lines that are nothing else."""

HEADINGS = any_of(r"""
    (?:internet |e-?mail |company )*(?:disclaimer|proclaimer|confidentiality(?: notice| note| footer)?)
    important notice
    legal notice | privileged.{0,30} | vertrouwelijkheid | confidentieel | haftungsausschluss | avis de confidentialité
    avertissement
""")
DISCLAIMERS = tuple(
    any_of(idea)
    for idea in (
        "geadresseerden? | beoogde ontvanger | bedoeld voor de ontvanger | bestemd voor",
        """niet (?:voor u|voor jou) (?:is )?bestemd | niet de (?:geadresseerde|beoogde|bedoelde) | niet voor u bedoeld
        ten onrechte | abusievelijk | per abuis | per vergissing | onterecht ontvangen""",
        r"vertrouwelijk(?:e|heid)?\b",
        "aansprakelijk | rechten (?:worden )?ontle(?:end|nen)",
        r"""(?:dit|het|deze|de) (?:e-?mail)?(?:bericht|e-?mail)\b.{0,60}te (?:vernietigen|verwijderen|wissen)
        terug te sturen | te retourneren | afzender .{0,40}(?:informeren|waarschuwen|op de hoogte|te melden)
        openbaarmaking, vermenigvuldiging | verspreiding .{0,60}verboden | niet toegestaan""",
        "disclaimer | privacyverklaring | algemene voorwaarden | general terms and conditions | privacy statement",
        """intended (?:recipient|solely|only|for) | addressee | named above | to whom (?:it is|they are) addressed
        use of the (?:individual|person|recipient)""",
        r"not the intended | received (?:this|it|the) .{0,40}(?:in error|by mistake) | sent to you in error",
        r"confidential(?:ity)?\b | proprietary",
        "privileged | legally protected | attorney[- ]client | trade secret",
        r"""(?:accepts? no|not accept any|without|no) (?:liability|responsibility) | liable for
        (?:views|opinions) expressed
        not (?:necessarily )?(?:represent|reflect|those of)\b | virus(?:es)?[- ]free | free (?:of|from) virus""",
        """(?:notify|contact|advise) (?:the )?(?:sender|us|system manager) | delete (?:it|this|the|all)
        unauthori[sz]ed
        destroy (?:it|this|all|the) | strictly prohibited | is prohibited
        any (?:review|use|dissemination|disclosure|copying|distribution)""",
        """vertraulich | rechtlich geschützt | bestimmungsgemäß | richtige adressat | ausschließlich für den | unbefugte
        vorgesehene[rn]? (?:adressat|empfänger)""",
        """irrtümlich | versehentlich erhalten | nicht der (?:richtige|beabsichtigte|vorgesehene|bestimmungs)
        informieren sie .{0,30}absender | vernichten sie | löschen sie diese | nicht gestattet""",
        "confidentiel | destinataire | à l.intention | usage exclusif",
        """par erreur | n.êtes pas (?:le|un) destinataire | détruire ce | le détruire | responsabilité | interdite
        avertir (?:immédiatement )?l.expéditeur | non autorisée""",
        "confidencial | destinatario | riservat[oae] | per errore | por error",
        """registered (?:in|office|number|at|with) | handelsregister | amtsgericht | kamer van koophandel
        geschäftsführer
        kvk[- ]?(?:nummer|nr) | chamber of commerce | siège social | btw[- ]?(?:nummer|nr)
        vat (?:no|number|reg) | ust-?id""",
    )
)
"""The ideas a disclaimer is made of; a paragraph needs two of them."""

_STEMS = """
vertrouwelijk geadresseerde bestemd ontvanger disclaimer confidential intended recipient addressee liab privileged
vertraulich adressat empfänger irrtümlich destinataire erreur confiden riservat registered handelsregister amtsgericht
koophandel kvk rechten aansprakelijk virus unauthori prohibited
"""
DISCLAIMER_STEMS = tuple(_STEMS.split())
"""One of these stands in every disclaimer; asked first, because it costs nothing."""

ABOUT_THE_MAIL = any_of(r"""
    e-?mail | bericht | message | bijlage | attachment | informatie\b | information | inhoud | communication
    transmission | nachricht | anhang | courriel | pièces jointes | messaggio | mensaje | disclaimer
    kamer van koophandel | handelsregister | registered
""")
"""A disclaimer speaks of the mail, or of the firm's registration."""
