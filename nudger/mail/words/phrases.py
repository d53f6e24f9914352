"""Mail room: the words that mail programs and people put around a text, in the languages of Europe and some others.

Only data: alternatives of a regular expression, a line or two a language, matched without regard to case. Sources: the
translations of the programs (Outlook, Apple Mail, Gmail, Thunderbird, Notes, GroupWise, Zimbra, Roundcube, K-9) as they
appear in mail.
"""

from __future__ import annotations


def any_of(text: str) -> str:
    """Join the alternatives in a text, which stand on lines of their own or have `` | `` between them."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(" | "))
    return "|".join(part for part in parts if part)


def _by_label(table: str) -> dict[str, str]:
    rows = (line.partition(":") for line in table.strip().splitlines())
    return {label.strip(): field.strip() for field, _, labels in rows for label in labels.split("|")}


LABELS = _by_label("""
    from: author | from | van | von | de | da | od | från | fra | lähettäjä | feladó | от | от кого | kimden
    from: gönderen | από
    from: absender | afzender | expéditeur | remitente | mittente | remetente | avsändare | afsender | avsender
    from: nadawca
    from: odesílatel | odosielateľ | de la | od koga | pošiljatelj | saatja | nuo | no | frá
    from: 差出人 | 发件人 | 寄件者 | 寄件人 | 보낸 사람 | 보낸사람
    date: date | sent | sent at | sent on | posted at | received | datum | verzonden | verzonden op | ontvangen
    date: gesendet
    date: gesendet am | envoyé | envoyée | envoyé le | date d'envoi | enviado | enviada | enviado el | enviada em
    date: enviado em | inviato | inviata | data | fecha | skickat | sendt | dato | wysłano | wysłane | lähetetty | päivä
    date: päivämäärä | elküldve | dátum | дата | отправлено | gönderildi | gönderilme tarihi | tarih | ημερομηνία
    date: στάλθηκε | odesláno | odoslané | trimis | poslano | 送信日時 | 日時 | 日期 | 发送时间 | 發送時間
    date: 보낸 날짜 | 날짜
    to: to | aan | an | à | a | para | till | til | do | komu | vastaanottaja | címzett | кому | kime | alıcı | προς
    to: destinataire | destinataires | empfänger | destinatario | destinatário | geadresseerde | pour | către | prima
    to: kam | kellele | la | 宛先 | 收件人 | 받는 사람 | 받는사람
    cc: cc | c.c. | bcc | cci | cco | ccn | kopie | kopi | kopia | copie | copie à | copia | cópia | kopio | копия
    cc: másolat | bilgi | κοιν | kópia | blind copy | 抄送 | 副本 | 참조
    subject: subject | re | sub | onderwerp | betreft | betr | betreff | objet | sujet | asunto | oggetto
    subject: assunto | ämne
    subject: emne | temat | aihe | tárgy | тема | konu | θέμα | předmět | predmet | subiect | teema | tema
    subject: 件名 | 主题 | 主旨 | 제목
    other: bijlage | bijlagen | attachment | attachments | anlage | anlagen | anhang | anhänge | pièce jointe
    other: pièces jointes | datos adjuntos | allegato | allegati | anexos | bilagor | importance | urgentie | belang
    other: prioriteit | priority | wichtigkeit | priorität | importância | importancia | importanza | betydelse
    other: prioritet
    other: ważność | sensitivity | gevoeligheid | vertraulichkeit | organization | organisation | reply-to | reply to
    other: antwort an | beantwoorden aan | antwoord aan | répondre à | responder a | rispondi a | respond to
    other: please respond to | message-id | newsgroups | x-mailer | mailing list | sender | sent by | verzonden door
    other: resent-from | return-path | reply-to-date | when | where | keywords | categories | categorieën
""")
"""What stands before the colon in the header block above a quoted or forwarded mail, to the field it means."""

ORIGINAL = any_of("""
    original message | original mail | original e-?mail | original appointment | reply message | previous message
    reply separator
    quoted message | quoted text | oorspronkelijke? bericht | oorspronkelijke? e-?mail | oorspronkelijke afspraak
    origineel bericht | originele e-?mail | vorige bericht | ursprüngliche nachricht | ursprüngliche e-?mail
    urspr\\. nachricht | original-?nachricht | antwort[- ]nachricht | reply-nachricht | beantwortete nachricht
    message d.origine | message original | courriel original | mail original | message initial | mensaje original
    messaggio originale | mensagem original | ursprungligt meddelande | originalmeddelande | oprindelig meddelelse
    oprindelig besked | original meddelelse | opprinnelig melding | opprinnelig meddelelse | alkuperäinen viesti
    oryginalna wiadomość | wiadomość oryginalna | původní zpráva | pôvodná správa | eredeti üzenet | исходное сообщение
    orijinal ileti | orijinal mesaj | αρχικό μήνυμα | mesaj original | 元のメッセージ | 原始邮件 | 原始郵件
    원본 메일 | 원본 메시지
""")
FORWARDED = any_of("""
    forwarded message | forwarded mail | forwarded e-?mail | forwarded by | forward header | forward message
    doorgestuurd bericht | doorgezonden bericht | doorgestuurde e-?mail | doorgestuurd door | doorgezonden door
    weitergeleitete nachricht | weitergeleitete e-?mail | weitergeleitete mail | weitergeleitet von
    message transféré | message réexpédié | message transmis | transféré par | transmis par | réacheminé par
    mensaje reenviado | reenviado por | messaggio inoltrato | messaggio inviato | inoltrato da | mensagem encaminhada
    mensagem reencaminhada | encaminhado por | vidarebefordrat meddelande | vidarebefordrat av | videresendt meddelelse
    videresendt besked | videresendt melding | videresendt av | videresendt af | edelleenlähetetty viesti
    välitetty viesti | wiadomość przekazana | przekazana wiadomość | przesłana wiadomość | přeposlaná zpráva
    preposlaná správa | továbbított üzenet | пересланное сообщение | пересылаемое сообщение
    переадресованное сообщение | iletilen ileti | iletilmiş mesaj | yönlendirilen ileti | προωθημένο μήνυμα
    mesaj redirecționat | 転送されたメッセージ | 转发的邮件 | 轉寄郵件 | 전달된 메시지
""")
BEGIN_FORWARD = any_of("""
    begin forwarded message | begin (?:van )?doorgestuurd bericht | anfang der weitergeleiteten (?:nachricht|e-?mail)
    début du message (?:transféré|réexpédié) | inicio del mensaje reenviado | inizio messaggio inoltrato
    início da mensagem (?:encaminhada|reencaminhada) | vidarebefordrat brev | start på vidarebefordrat meddelande
    start på videresendt besked | välitetty viesti alkaa | początek przekazywanej wiadomości
    начало переадресованного сообщения | začátek přeposílané zprávy | továbbított levél kezdete
""")
END_FORWARD = any_of("""
    end (?:of )?forwarded message | end (?:of )?forwarded mail | end (?:of )?original message | end of included message
    einde (?:van )?doorgestuurd bericht | einde oorspronkelijk bericht | ende (?:der )?weitergeleiteten? nachricht
    fin du message transféré | fin del mensaje reenviado | fine messaggio inoltrato
""")
"""Separators."""

OPENERS = any_of("""
    on | op | am | le | el | il | il giorno | em | no dia | a | den | dne | dňa | w dniu | dnia | na | at
    at about | around
    in | in article | in message | in a message | in een bericht | in einer nachricht | dans un message | dated
    в | во | στις | pe | la data de | data | quoting | zitat von | citeren | citing | selon | mensaje citado por
    citando | begin quote from | quote from | in reply to | vào lúc | pada
""")
"""How an attribution begins that names the time, or the message, first."""

WEEKDAYS = any_of("""
    mon | tue | tues | wed | thu | thur | thurs | fri | sat | sun | (?:mon|tues|wednes|thurs|fri|satur|sun)day
    ma | di | wo | do | vr | za | zo | (?:maan|dins|woens|donder|vrij|zater|zon)dag
    mo | mi | fr | sa | so | (?:mon|diens|donners|frei|sams|sonn)tag | mittwoch | sonnabend
    lun | mar | mer | jeu | ven | sam | dim | (?:lun|mar|mercre|jeu|vendre|same)di | dimanche
    mié | jue | vie | sáb | dom | lunes | martes | miércoles | jueves | viernes | sábado | domingo | gio | sab
    seg | ter | qua | qui | sex | segunda | terça | quarta | quinta | sexta
    mån | man | tis | tir | ons | tors | tor | fre | lör | lør | sön | søn | ke | to | pe | la | su | ti
    pon | wt | śr | czw | pt | sob | niedz | po | út | st | čt | pá | ne | пн | вт | ср | чт | пт | сб | вс
    paz | pzt | sal | çar | per | cum | cmt
""")
MONTHS = any_of("""
    jan | feb | mar | apr | may | jun | jul | aug | sep | oct | nov | dec | mrt | maart | mei | okt | mai | mär
    märz | dez
    fév | fev | avr | juin | juil | août | aoû | déc | ene | abr | ago | dic | gen | mag | giu | lug | set | ott
    out | maj
    sty | lut | kwi | cze | lip | sie | wrz | paź | lis | gru | tammi | helmi | maalis | huhti | touko | kesä
    heinä | elo
    syys | loka | marras | joulu | янв | фев | мар | апр | мая | май | июн | июл | авг | сен | окт | ноя | дек
    oca | şub | nis | haz | tem | ağu | eyl | eki | kas | ara | led | úno | bře | dub | kvě | čvn | čvc | srp
    zář | říj | pro
""")

WROTE = any_of("""
    wrote | writes | has written | typed | said | says | schreef | schrijft | geschreven | schrieb | schreibt
    geschrieben
    écrit | a ecrit | écrivait | escribió | escribio | escribe | ha scritto | scritto | scrive | escreveu | escreve
    skrev | skriver | kirjoitti | napisał\\(a\\) | napisał/a | napisała | napisał | pisze | napsal\\(a\\)
    napsala | napsal
    napísal\\(a\\) | napísala | napísal | írta | написал\\(а\\) | написала | написал | пишет | писал | пише | написа
    yazdı | έγραψε | a scris | scrie | napisao | napisala | rašė | rakstīja | kirjutas | skrifaði
    写道 | 寫道 | のメール | が書き込みました | さんは書きました | 님이 작성 | 작성
""")
ALSO_WROTE = any_of("""
    quoted | quotes | asked | asks | answered | replied | posted | mailed | emailed | e-mailed | mentioned | suggested
    scribbled | spake | babbled | mumbled | opined | stated | remarked | added | noted | sez | uttered | exclaimed
    declared | claimed | wondered | vroeg | antwoordde | mailde | meldde | zei | zegt | fragte | meinte | sagte
""")
"""Verbs that count only right above a quote and after a name."""

GREETING_WORDS = any_of("""
    hi there | hi | hello | hey | heya | heyy | hiya | howdy | yo | dear | dearest
    good (?:morning|afternoon|evening|day)
    morning | afternoon | greetings | to all | attn | best | hoi | hoi hoi | hallo | halo | ha | hé | hee | heej
    heey | dag
    beste | geachte | lieve | waarde | goede ?(?:n)?(?:morgen|middag|avond|dag)
    goeie ?(?:n)?(?:morgen|middag|avond|dag)
    morgen | middag | moin | moin moin | liebe | lieber | liebes | sehr geehrter? | sehr verehrte
    guten (?:tag|morgen|abend) | servus | grüezi | grüß gott | hallöchen | bonjour | bonsoir | salut | coucou | cher
    chère | chers | chères | hola | buenos días | buenas tardes | estimad[ao]s? | querid[ao] | ciao | gentile | gentili
    car[aoi] | buongiorno | egregio | olá | bom dia | boa tarde | prezad[ao]s? | hej | hejsan | kära | käre | kære | hei
    kjære | god (?:morgen|dag) | cześć | witam | szanown[iya] | dzień dobry | ahoj | dobrý den
""")
MANY_WORDS = any_of("""
    all | everyone | everybody | every one | team | teams | team members | colleagues | folks | guys | gang
    friends | both
    ladies | gentlemen | members | managers | participants | volunteers | peeps | y'all | crew | community
    group | staff
    people | kids | allen | allemaal | collega['’`]?s | collegae | teamleden | teamgenoten | mensen | dames
    heren | lui
    luitjes | jullie | iedereen | vrienden | vriendinnen | beiden | beide | leden | ouders | bewoners | directeuren
    leidinggevenden | teamleiders | deelnemers | vrijwilligers | helden | toppers | mannen | vrouwen | jongens | meiden
    medewerkers | personeel | bestuursleden | raadsleden | ploeg | club | groep | kollegen | kolleginnen
    kolleg[*:]innen
    zusammen | alle | allerseits | leute | teilnehmer | herren | damen | tous | toutes | collègues | équipe | amis
    todos | todas | equipo | compañeros | tutti | colleghi | alla | kollegor | kolleger
""")

_WISHES = any_of("""
    vriendelijke? | vriend\\. | vr\\. | hartelijke? | hart\\. | collegiale | warme | zonnige | sportieve | beste | lieve
    veel | feestelijke | muzikale | groene | duurzame | digitale | kind | kindest | best | warm | warmest | many
    friendly
    sincere | cordial | personal | freundliche[nm]? | besten? | viele[nr]? | lieben? | herzliche[nm]? | schöne[nr]?
    sonnige[nr]? | kollegialen? | freundl\\.
""")
_GREETINGS = any_of("""
    groet(?:en|jes|je|ing|ingen)? | gr(?:oet)?tjes | gr\\. | gr | grtn? | grtz | grtjs | grts | greetz
    greetings | greets
    regards? | rgds | gruß | gruss | grüßen? | grüssen? | wishes | grus
""")
CLOSINGS = (
    "(?:met |with |mit )?(?:de |our |my |meine[nrm]? |mijn |heel |een )?(?:zeer )?"
    f"(?:{_WISHES})?\\s?(?:en (?:vriendelijke|hartelijke) )?(?:{_GREETINGS})|"
) + any_of("""
    m\\.?v\\.?g\\.? | m\\.?v\\.?v\\.?g\\.? | h\\.?g\\.? | v\\.?g\\.? | l\\.?g\\.? | m\\.?f\\.?g\\.? | b\\.?g\\.?
    kr | k\\.r\\.
    br | b\\.r\\. | b\\.?rgds | mvrgr | vr\\.?gr\\.? | hgr | hrtgr | gtz | hoogachtend | hartelijks | liefs
    dikke kus | kus
    xx?x? | mazzel | mzzl | doei | doeg
    sincerely | yours | yours sincerely | yours faithfully | yours truly | sincerely yours | very truly yours
    faithfully
    respectfully | respectfully yours | respectfully submitted | cordially | all the best | all my best | best | as ever
    as always | love | warmly | hugs | take care | peace | cheerio
    hochachtungsvoll | herzlichst | herzlich | alles gute | viele liebe grüße | tschüss | tschau | cordialement
    bien cordialement | très cordialement | (?:sincères|meilleures|cordiales) salutations | salutations | bien à vous
    bien à toi | bien à tous | amicalement | bien amicalement | amitiés | bises | cdlt | cdt | bien sincèrement
    à bientôt
    respectueusement | à plus | je vous prie d.agréer.{0,80} | veuillez agréer.{0,80}
    saludos | un saludo | saludos cordiales | un cordial saludo | atentamente | atte\\.? | un abrazo | abrazos
    cordiali saluti | distinti saluti | saluti | un saluto | ciao | atenciosamente | cumprimentos | abraços? | att\\.?
    m\\.?v\\.?h\\.? | hälsningar | vänliga hälsningar | med vänliga? hälsning(?:ar)? | (?:med )?venn?lig hilsen
    mange hilsner | hilsen | terveisin | ystävällisin terveisin | pozdrawiam | z poważaniem | s pozdravem | üdvözlettel
    с уважением | saygılarımla
""")
"""Ways to take leave, which are one wherever they fill a line."""

_THANKS = any_of("""
    bedankt | dank | dankjewel | dank je wel | dank je | dank u | dank u wel | thanks | thanx | thnx | thx | tx
    thank you | danke | merci | gracias | grazie | obrigado | tack | tak | takk
""")
_HOW_MUCH = any_of("""
    alvast | again | so much | very much | a lot | a bunch | a million | and regards | in advance
    in anticipation | all
    everyone | for .{2,40} | voor .{2,40} | vielmals | schön | im voraus | beaucoup | d'avance | mille
""")
THANKS = (f"(?:heel )?(?:hartelijk |erg |alvast |nogmaals |super)?(?:{_THANKS})(?: (?:{_HOW_MUCH}))?|") + any_of("""
    cheers | cheers mate | many thanks(?: for .{2,40})? | with thanks | tia | thanks and best regards
    thanks ?(?:&|and|/) ?regards | alvast (?:heel |hartelijk )?bedankt | bij voorbaat dank | b\\.?v\\.?d\\.? | met dank
    hartelijk dank en groet | vielen dank | besten dank | herzlichen dank | danke und .{2,20} | merci (?:d'|par )avance
    gracias de antemano
    tot (?:morgen|straks|snel|zo|dan|ziens|gauw|later|volgende week|(?:maan|dins|woens|donder|vrij)dag)
    see you(?: (?:soon|then|there|tomorrow|(?:mon|tues|wednes|thurs|fri)day))? | talk soon | speak soon
    talk to you soon
    looking forward | bis (?:bald|dann|morgen|später) | à demain
    (?:nog een )?(?:fijne|prettige) (?:dag|avond|vakantie)
    (?:fijn|goed|prettig) weekend | have a (?:nice|great|good) (?:day|weekend) | schönes wochenende
    schönen tag(?: noch)?
    bonne journée | bonne soirée | bon week-?end | (?:veel )?succes | good luck | viel erfolg | bon courage | hth
    hope (?:this|that) helps | enjoy | later | until then | dag
""")
"""Weaker ways: a leave only when a name follows."""

TITLES = any_of("""
    directeur | manager | adviseur | adviseuse | coördinator | coordinator | hoofd | teamleider | teamlead | medewerker
    projectleider | programmamanager | beleidsmedewerker | verpleegkundige | arts | docent | onderzoeker | secretaris
    assistent | analist | ontwikkelaar | architect | accountant | controller | advocaat | oprichter | eigenaar | inkoper
    verkoper | consultant | engineer | director | officer | president | specialist | secretary | assistant | analyst
    lecturer | researcher | professor | prof\\. | dr\\. | developer | lawyer | attorney | partner | founder
    owner | counsel
    ceo | cto | cfo | coo | cio | vp | executive | administrator | recruiter | trainer | coach | planner | buyer
    leiter | leiterin | geschäftsführer | berater | beraterin | sachbearbeiter | referent | responsable | chef
    chargée?
    ingénieur | afdeling | abteilung | department | dept | division | institute | university | universiteit
    universität
    université | faculty | school of | hospital | ziekenhuis | stichting | gemeente | ministerie | provincie
    ltd | limited
    inc | llc | gmbh | b\\.v\\. | bv | n\\.v\\. | nv | sarl | s\\.a\\. | ag | corp | corporation | company
    sales | marketing
    support | service desk | helpdesk | group | groep | team | msc | phd | ph\\.d | mba | bsc | drs\\. | ir\\.
    ing\\. | mr\\.
    werkdagen | aanwezig | afwezig | bereikbaar | working days | arbeitstage | in office
""")
"""Words of a job, a firm or an office hour under a name."""
