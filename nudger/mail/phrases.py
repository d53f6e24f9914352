"""Mail room: the words that mail programs put around a mail, in the languages they are sold in.

Only data. Sources: the programs' own translations (Outlook, Apple Mail, Gmail, Thunderbird, Notes, GroupWise, Zimbra,
Roundcube, K-9) as they appear in mail. All entries are lower case and without the punctuation around them.
"""

from __future__ import annotations

LABELS: dict[str, str] = {
    label: field
    for field, labels in {
        "from": "from|van|von|de|da|od|från|fra|lähettäjä|feladó|от|от кого|kimden|gönderen|από|absender|afzender|expéditeur"
        "|remitente|mittente|remetente|avsändare|afsender|avsender|nadawca|odesílatel|odosielateľ|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람"
        "|de la|od koga|pošiljatelj|saatja|nuo|no|frá|oddawca",
        "date": "date|sent|verzonden|gesendet|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|enviada em|enviado em"
        "|inviato|inviata|data|fecha|skickat|sendt|dato|wysłano|wysłane|lähetetty|päivä|päivämäärä|elküldve|dátum|дата|отправлено"
        "|gönderildi|gönderilme tarihi|tarih|ημερομηνία|στάλθηκε|odesláno|odoslané|received|ontvangen|gesendet am|verzonden op"
        "|送信日時|日時|日期|发送时间|發送時間|보낸 날짜|날짜|trimis|posted at|sent at|sent on|poslano",
        "to": "to|aan|an|à|a|para|till|til|do|komu|vastaanottaja|címzett|кому|kime|alıcı|προς|destinataire|destinataires|empfänger"
        "|destinatario|destinatário|geadresseerde|pour|til|宛先|收件人|받는 사람|받는사람|către|prima|kam|kellele|la",
        "cc": "cc|c.c.|bcc|cci|cco|ccn|kopie|kopi|kopia|copie|copie à|copia|cópia|kopio|копия|másolat|bilgi|κοιν|抄送|副本|참조|kópia|blind copy",
        "subject": "subject|onderwerp|betreff|betreft|objet|asunto|oggetto|assunto|ämne|emne|temat|aihe|tárgy|тема|konu|θέμα|předmět"
        "|predmet|件名|主题|主旨|제목|subiect|re|teema|tema|sujet|betr|sub",
        "other": "bijlage|bijlagen|attachments|attachment|anlage|anlagen|anhang|anhänge|pièces jointes|pièce jointe|datos adjuntos|allegati|allegato"
        "|anexos|bilagor|importance|urgentie|belang|prioriteit|priority|wichtigkeit|priorität|sensitivity|gevoeligheid|vertraulichkeit"
        "|organization|organisation|reply-to|reply to|antwort an|beantwoorden aan|antwoord aan|répondre à|responder a|rispondi a"
        "|importância|importancia|importanza|betydelse|prioritet|ważność|message-id|newsgroups|x-mailer|mailing list|sender|resent-from"
        "|return-path|reply-to-date|when|where|keywords|categories|categorieën|sent by|verzonden door|respond to|please respond to",
    }.items()
    for label in labels.split("|")
}
"""What stands before the colon in the header block above a quoted or forwarded mail, to the field it means."""

ORIGINAL = (
    "original message|original mail|original e-?mail|original appointment|originalnachricht|original-nachricht|oorspronkelijk(?:e)? bericht|"
    "oorspronkelijk(?:e)? e-?mail|oorspronkelijke afspraak|origineel bericht|originele e-?mail|ursprüngliche nachricht|ursprüngliche e-?mail|urspr\\. nachricht|"
    "message d.origine|message d.origine|message original|courriel original|mail original|message initial|mensaje original|"
    "messaggio originale|mensagem original|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|oprindelig besked|"
    "original meddelelse|opprinnelig melding|opprinnelig meddelelse|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|"
    "původní zpráva|pôvodná správa|eredeti üzenet|исходное сообщение|пересылаемое сообщение|orijinal ileti|orijinal mesaj|"
    "αρχικό μήνυμα|mesaj original|元のメッセージ|原始邮件|原始郵件|원본 메일|원본 메시지|reply message|reply-nachricht|"
    "antwort[- ]nachricht|vorige bericht|previous message|quoted message|quoted text|beantwortete nachricht"
)
FORWARDED = (
    "forwarded message|forwarded mail|forwarded e-?mail|forwarded by|forwarded message from|forward header|forward message|"
    "doorgestuurd bericht|doorgezonden bericht|doorgestuurde e-?mail|doorgestuurd door|doorgezonden door|weitergeleitete nachricht|"
    "weitergeleitete e-?mail|weitergeleitet von|weitergeleitete mail|message transféré|message réexpédié|message transmis|transféré par|"
    "transmis par|réacheminé par|mensaje reenviado|reenviado por|messaggio inoltrato|messaggio inviato|inoltrato da|mensagem encaminhada|"
    "encaminhado por|mensagem reencaminhada|vidarebefordrat meddelande|vidarebefordrat av|videresendt meddelelse|videresendt besked|"
    "videresendt melding|videresendt av|videresendt af|edelleenlähetetty viesti|välitetty viesti|wiadomość przekazana|przekazana wiadomość|"
    "przesłana wiadomość|přeposlaná zpráva|preposlaná správa|továbbított üzenet|пересланное сообщение|переадресованное сообщение|"
    "iletilen ileti|iletilmiş mesaj|yönlendirilen ileti|προωθημένο μήνυμα|mesaj redirecționat|転送されたメッセージ|转发的邮件|轉寄郵件|전달된 메시지"
)
BEGIN_FORWARD = (
    "begin forwarded message|begin doorgestuurd bericht|begin van doorgestuurd bericht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-?mail|"
    "début du message transféré|début du message réexpédié|inicio del mensaje reenviado|inizio messaggio inoltrato|"
    "início da mensagem encaminhada|início da mensagem reencaminhada|vidarebefordrat brev|start på vidarebefordrat meddelande|"
    "start på videresendt besked|videresendt melding|välitetty viesti alkaa|początek przekazywanej wiadomości|転送されたメッセージ|"
    "начало переадресованного сообщения|začátek přeposílané zprávy|továbbított levél kezdete"
)
END_FORWARD = (
    "end forwarded message|end of forwarded message|end of forwarded mail|end forwarded mail|einde doorgestuurd bericht|einde van doorgestuurd bericht|"
    "ende der weitergeleiteten nachricht|ende weitergeleitete nachricht|fin du message transféré|fin del mensaje reenviado|"
    "fine messaggio inoltrato|end of original message|end original message|einde oorspronkelijk bericht|end of included message"
)
"""Separators; alternatives of a regular expression."""

OPENERS = (
    "on|op|am|le|el|il|il giorno|em|no dia|a|den|dne|dňa|w dniu|dnia|na|at|at about|around|in|in article|in message|in a message|in a message dated|"
    "in een bericht|in einer nachricht|dans un message|в|во|στις|pe|la data de|data|dated|quoting|zitat von|citeren|citing|selon|mensaje citado por|"
    "citando|begin quote from|quote from|in reply to|vào lúc|pada"
)
"""How an attribution begins that names the time, or the message, first."""

WEEKDAYS = (
    "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ma|di|wo|do|vr|za|zo|maandag|dinsdag|"
    "woensdag|donderdag|vrijdag|zaterdag|zondag|mo|mi|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lun|mar|mer|jeu|"
    "ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom|gio|sab|"
    "seg|ter|qua|qui|sex|segunda|terça|quarta|quinta|sexta|mån|tis|ons|tors|tor|fre|lör|sön|man|tir|lør|søn|ke|to|pe|la|su|ti|pon|wt|śr|czw|pt|sob|"
    "niedz|po|út|st|čt|pá|ne|пн|вт|ср|чт|пт|сб|вс|paz|pzt|sal|çar|per|cum|cmt"
)
MONTHS = (
    "jan|feb|mar|mrt|maart|apr|may|mei|mai|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|fév|fev|avr|juin|juil|août|aoû|ene|abr|ago|dic|gen|mag|giu|"
    "lug|set|ott|mär|märz|out|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|янв|фев|"
    "мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|pro"
)

WROTE = (
    "wrote|writes|has written|typed|said|says|schreef|schrijft|heeft geschreven|geschreven|schrieb|schreibt|geschrieben|"
    "a écrit|écrit|a ecrit|écrivait|escribió|escribio|escribe|ha scritto|scritto|scrive|escreveu|escreve|skrev|skriver|kirjoitti|"
    "napisał\\(a\\)|napisał/a|napisała|napisał|pisze|napsal\\(a\\)|napsala|napsal|napísal\\(a\\)|napísala|napísal|írta|"
    "написал\\(а\\)|написала|написал|пишет|писал|пише|написа|şunu yazdı|şunları yazdı|yazdı|έγραψε|a scris|scrie|je napisao|napisao|napisala|"
    "rašė|rakstīja|kirjutas|skrifaði|写道|寫道|のメール|が書き込みました|さんは書きました|님이 작성|작성"
)
ALSO_WROTE = (
    "quoted|quotes|asked|asks|answered|replied|posted|mailed|emailed|e-mailed|mentioned|suggested|scribbled|spake|babbled|mumbled|opined|stated|"
    "remarked|added|noted|sez|typed|uttered|exclaimed|declared|claimed|wondered|vroeg|antwoordde|mailde|meldde|zei|zegt|fragte|meinte|sagte"
)
"""Verbs that count only right above a quote and after a name."""

GREETING_WORDS = (
    "hi there|hi|hello|hey|heya|heyy|hiya|howdy|hoi|hallo|halo|ha|hé|hee|heej|heey|dag|beste|best|geachte|lieve|waarde|dear|dearest|"
    "goedemorgen|goede morgen|goedenmorgen|goeiemorgen|goeie morgen|goedemiddag|goede middag|goeiemiddag|goedenavond|goedeavond|goeienavond|"
    "goedendag|goeiedag|morgen|middag|good morning|good afternoon|good evening|good day|morning|afternoon|greetings|to all|moin|moin moin|liebe|lieber|liebes|"
    "sehr geehrte|sehr geehrter|sehr verehrte|guten tag|guten morgen|guten abend|servus|grüezi|grüß gott|hallöchen|hoi hoi|bonjour|bonsoir|"
    "salut|coucou|cher|chère|chers|chères|hola|buenos días|buenas tardes|estimado|estimada|estimados|querido|querida|ciao|gentile|gentili|"
    "caro|cara|cari|buongiorno|egregio|olá|bom dia|boa tarde|prezado|prezada|prezados|hej|hejsan|kära|käre|kære|hei|kjære|god morgen|god dag|"
    "cześć|witam|szanowni|szanowny|szanowna|dzień dobry|ahoj|dobrý den|yo|attn"
)
MANY_WORDS = (
    "allen|allemaal|all|everyone|everybody|every one|team|teams|collega's|collega’s|collegas|collegae|collega`s|teamleden|teamgenoten|colleagues|"
    "folks|guys|gang|mensen|dames|heren|lui|luitjes|jullie|iedereen|friends|vrienden|vriendinnen|both|beiden|beide|kollegen|kolleginnen|"
    "kolleg\\*innen|kolleg:innen|zusammen|alle|allerseits|leute|tous|toutes|collègues|équipe|amis|todos|todas|equipo|compañeros|tutti|colleghi|alla|"
    "kollegor|kolleger|ladies|gentlemen|leden|members|ouders|bewoners|managers|directeuren|leidinggevenden|teamleiders|deelnemers|"
    "participants|teilnehmer|volunteers|vrijwilligers|helden|toppers|mannen|vrouwen|jongens|meiden|peeps|y'all|crew|community|group|groep|"
    "medewerkers|personeel|staff|herren|damen|mensen|people|bestuursleden|raadsleden|ploeg|club|kids|team members"
)

CLOSINGS = (
    "(?:met |with |mit )?(?:de |our |my |meine[nrm]? |mijn |heel )?(?:zeer )?"
    "(?:vriendelijk[e]?|vriend\\.|vr\\.|hartelijk[e]?|hart\\.|collegiale|warme|zonnige|sportieve|beste|lieve|feestelijke|muzikale|groene|duurzame|digitale|een vriendelijke|een hartelijke|"
    "kind|kindest|best|warm|warmest|many|friendly|sincere|cordial|personal|"
    "freundlichen?|freundlichem|besten?|viele[nr]?|lieben?|herzlichen?|herzlichem|schöne[nr]?|sonnige[nr]?|kollegialen?|freundl\\.)?\\s?"
    "(?:en (?:vriendelijke|hartelijke) )?(?:groet(?:en|jes|je|ing|ingen)?|gr(?:oet)?tjes|gr\\.|gr|grt|grtn?|grtz|grtjs|grts|greetz|greetings|greets|regards?|rgds|gruß|gruss|"
    "grüße[n]?|grüsse[n]?|wishes|grus)",
    "m\\.?v\\.?g\\.?|m\\.?v\\.?v\\.?g\\.?|h\\.?g\\.?|v\\.?g\\.?|l\\.?g\\.?|m\\.?f\\.?g\\.?|b\\.?g\\.?|kr|k\\.r\\.|br|b\\.r\\.|brgds|b\\.?rgds|mvrgr|vr\\.?gr\\.?|hgr|hrtgr|gtz|mfg|bg",
    "hoogachtend|hartelijks|liefs|dikke kus|kus|xx?x?|sincerely|yours|yours sincerely|yours faithfully|yours truly|sincerely yours|very truly yours|"
    "respectfully|respectfully yours|respectfully submitted|faithfully|cordially|all the best|all my best|best|as ever|as always|love|warmly|hugs|take care|peace|"
    "hochachtungsvoll|herzlichst|herzlich|alles gute|cordialement|bien cordialement|très cordialement|sincères salutations|meilleures salutations|cordiales salutations|"
    "salutations|bien à vous|bien à toi|bien à tous|amicalement|bien amicalement|amitiés|bises|cdlt|cdt|bien sincèrement|respectueusement|"
    "saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|atte\\.?|un abrazo|abrazos|cordiali saluti|distinti saluti|saluti|un saluto|"
    "atenciosamente|cumprimentos|abraço|abraços|att\\.?|mvh|m\\.v\\.h\\.|hälsningar|vänliga hälsningar|med vänlig hälsning|med vänliga hälsningar|"
    "venlig hilsen|med venlig hilsen|mange hilsner|hilsen|vennlig hilsen|med vennlig hilsen|terveisin|ystävällisin terveisin|pozdrawiam|z poważaniem|"
    "s pozdravem|üdvözlettel|с уважением|saygılarımla",
    "je vous prie d.agréer.{0,80}|veuillez agréer.{0,80}|cheerio|ciao|mazzel|mzzl|doei|doeg|tschüss|tschau|viele liebe grüße|à bientôt|à plus",
)
"""Ways to take leave, which are one wherever they fill a line; alternatives of a regular expression."""

THANKS = (
    "(?:heel )?(?:hartelijk |erg |alvast |nogmaals |super)?(?:bedankt|dank|dankjewel|dank je wel|dank je|dank u|dank u wel|thanks|thanx|thnx|thx|tx|thank you|danke|merci|gracias|grazie|obrigado|tack|tak|takk)"
    "(?: (?:alvast|again|so much|very much|a lot|a bunch|a million|and regards|in advance|you|for .{2,40}|voor .{2,40}|vielmals|schön|im voraus|beaucoup|d'avance|mille|all|everyone|in anticipation|, and .{2,20}))?|"
    "cheers|cheers mate|many thanks|many thanks for .{2,40}|with thanks|alvast (?:heel |hartelijk )?bedankt|bij voorbaat dank|bvd|b\\.v\\.d\\.|met dank|vielen dank|besten dank|herzlichen dank|"
    "danke und .{2,20}|merci d'avance|merci par avance|tia|thanks and best regards|thanks & regards|thanks and regards|thanks/regards|gracias de antemano|"
    "tot (?:morgen|straks|snel|zo|dan|ziens|gauw|later|volgende week|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|"
    "see you(?: soon| then| there| tomorrow| monday| tuesday| wednesday| thursday| friday)?|talk soon|speak soon|talk to you soon|looking forward|bis (?:bald|dann|morgen|später)|à demain|"
    "fijne dag|fijn weekend|fijne avond|fijne vakantie|goed weekend|prettig weekend|prettige dag|nog een fijne dag|have a nice day|have a great day|have a good weekend|have a great weekend|"
    "schönes wochenende|schönen tag(?: noch)?|bonne journée|bonne soirée|bon week-end|bon weekend|succes|veel succes|good luck|viel erfolg|bon courage|hth|hope this helps|hope that helps|enjoy|later|until then"
)
"""Weaker ways: a leave only when a name or nothing follows."""

TITLES = (
    "directeur|manager|adviseur|adviseuse|coördinator|coordinator|hoofd|teamleider|teamlead|medewerker|consultant|engineer|director|officer|president|"
    "specialist|secretaris|secretary|assistent|assistant|analist|analyst|projectleider|programmamanager|beleidsmedewerker|verpleegkundige|arts|docent|"
    "professor|prof\\.|dr\\.|lecturer|researcher|onderzoeker|leiter|leiterin|geschäftsführer|berater|beraterin|sachbearbeiter|referent|abteilung|afdeling|"
    "department|dept|division|institute|university|universiteit|universität|université|faculty|school of|ltd|limited|inc|llc|gmbh|b\\.v\\.|bv|n\\.v\\.|nv|"
    "sarl|s\\.a\\.|ag|corp|corporation|company|stichting|gemeente|ministerie|provincie|hospital|ziekenhuis|responsable|chef|chargé|chargée|ingénieur|"
    "developer|ontwikkelaar|architect|accountant|controller|lawyer|advocaat|attorney|partner|founder|oprichter|eigenaar|owner|ceo|cto|cfo|coo|cio|vp|"
    "vice president|executive|administrator|recruiter|trainer|coach|planner|buyer|inkoper|verkoper|sales|marketing|support|service desk|helpdesk|"
    "group|groep|team|msc|phd|ph\\.d|mba|bsc|drs\\.|ir\\.|ing\\.|mr\\.|werkdagen|aanwezig|afwezig|bereikbaar|working days|arbeitstage|in office"
)
"""Words of a job, a firm or an office hour under a name."""
