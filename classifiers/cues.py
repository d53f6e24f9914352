"""The words by which people propose, weigh, ask and address, Dutch beside English: what carries over.

Each cue is a discourse function, not a topic. Its entries are single words and pairs of words, lower case, as
:func:`classifiers.features.tokens` gives them. The same cue in the two languages is one feature, so that what is
learned from English mail also speaks of Dutch mail.
"""

from __future__ import annotations

CUES: dict[str, str] = {
    "proposes": """
        idea|ideas|propose|proposed|proposal|proposing|suggest|suggestion|suggestions|suggesting|brainstorm
        recommend|recommendation|what if|how about|why not|we could|could we|we should|should we|might want
        let's try|i'd like|pilot|try out|would propose|alternatively|instead of|could also|we might|why don't|idee
        ideeën|ideetje|voorstel|voorstellen|stel voor|suggestie|suggereer|bedacht|stel dat|wat als|waarom niet
        we kunnen|kunnen we|zouden we|we zouden|moeten we|laten we|proef|uitproberen|proberen|in plaats|plannetje
        bedenken|zou mooi|zou graag""",
    "opinion": """
        think|believe|feel|opinion|view|my view|seems|seem|appears|agree|disagree|i doubt|convinced|personally|tend
        i'd argue|i guess|suspect|sense|concern|concerned|concerns|worry|worried|point|argument|argue|prefer
        not sure|i wonder|vind|vinden|denk|denken|mening|volgens mij|lijkt|lijken|geloof|eens|oneens|twijfel
        overtuigd|persoonlijk|gevoel|bezwaar|zorgen|zorg|liever|weet niet|vraag me|begrijp|snap""",
    "weighs": """
        but|however|although|though|whereas|rather|instead|unless|otherwise|on the|pros|cons|advantage|disadvantage
        benefit|risk|trade-off|alternative|option|options|versus|whether|depends|still|yet|even if|not only|either
        despite|maar|echter|hoewel|terwijl|toch|anders|tenzij|voordeel|nadeel|voordelen|nadelen|risico|alternatief
        optie|opties|of we|afhankelijk|ligt eraan|ofwel|ondanks|enerzijds|anderzijds|juist|overigens""",
    "reasons": """
        because|since|therefore|thus|hence|so that|reason|reasons|result|means that|for example|for instance
        given that|due to|implies|example|explain|evidence|experience|omdat|want|daarom|dus|doordat|zodat|reden
        redenen|waardoor|bijvoorbeeld|immers|namelijk|betekent|voorbeeld|ervaring|blijkt|vandaar""",
    "asks opinion": """
        thoughts|your thoughts|any thoughts|your view|your views|you think|feedback|comments|reactions|input|what do
        opinions|your opinion|anyone|does anyone|has anyone|anybody|curious|interested in|hear from|how do|ideas on
        let's discuss|discuss|discussion|debate|vinden jullie|vind jij|vindt u|denken jullie|denk jij|jullie mening
        reacties|reageer|meedenken|iemand|heeft iemand|weet iemand|kent iemand|wie heeft|wie weet|hoe doen|benieuwd
        horen graag|ervaringen|tips|bespreken|discussie|discussiëren|zien jullie|hoe kijken""",
    "to many": """
        all|everyone|everybody|folks|team|colleagues|group|many of|each of|others|people|us all|the company|across
        allemaal|iedereen|collega's|jullie|mensen|ieder|elkaar|anderen|organisatie|afdelingen|teams|allen""",
    "we": """
        we|our|us|ours|we're|we've|we'd|we'll|let's|wij|ons|onze""",
    "i": """
        i|my|me|i'm|i've|i'd|i'll|mine|ik|mij|mijn""",
    "you": """
        you|your|you're|you've|you'd|you'll|yours|je|jij|jou|jouw|u|uw""",
    "would": """
        would|could|should|might|may|perhaps|maybe|possibly|probably|likely|potential|potentially|zou|zouden|kunnen
        misschien|wellicht|mogelijk|waarschijnlijk|eventueel|hopelijk""",
    "system": """
        process|approach|strategy|policy|system|issue|issues|problem|problems|solution|question|way|model|standard
        change|improve|improvement|better|practice|practices|structure|concept|principle|rules|quality|culture
        lessons|learn|learned|proces|aanpak|strategie|beleid|systeem|kwestie|probleem|problemen|oplossing
        oplossingen|vraag|manier|werkwijze|standaard|verandering|veranderen|verbeteren|verbetering|beter|praktijk
        structuur|principe|regels|kwaliteit|cultuur|leren|geleerd""",
    "request": """
        please|pls|can you|could you|would you|will you|need you|let me|send me|need to|asap|forward to|make sure
        review and|give me|call me|i need|kindly|sign|revise|update|print|graag|alsjeblieft|aub|svp|kun je|kan je
        wil je|wilt u|kunt u|zou je|laat me|laat even|stuur|stuur me|check|even|regelen|aanpassen|doorsturen|tekenen
        ondertekenen|nakijken|akkoord|invullen""",
    "delivers": """
        attached|attachment|enclosed|below is|here is|here are|fyi|see attached|for your|please find|as requested
        draft|revised|bijgevoegd|bijlage|hierbij|bijgaand|ter info|ter informatie|zie bijlage|onderstaand
        zoals gevraagd|concept""",
    "meets": """
        meeting|meet|monday|tuesday|wednesday|thursday|friday|tomorrow|today|call|conference|schedule|scheduled
        available|room|calendar|lunch|pm|am|o'clock|appointment|flight|agenda|reschedule|next week|this week|invite
        overleg|vergadering|afspraak|maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|vandaag|bellen|beschikbaar
        zaal|uur|verzetten|verplaatsen|volgende week|deze week|uitnodiging|vanmiddag|kamer""",
    "thanks": """
        thanks|thank|appreciate|congratulations|congrats|great job|happy|fun|love|cheers|weekend|birthday|haha|lol
        hope you|bedankt|dank|dankjewel|gefeliciteerd|felicitaties|leuk|gezellig|groetjes|liefs|jarig|verjaardag
        proost""",
    "informs": """
        announce|announced|pleased|effective|reminder|please note|be advised|will be|has been|policy|employees
        deadline|inform|notice|appointed|report|news|article|newsletter|results|published|presentation|website
        aankondiging|kondigen|met ingang|herinnering|let op|worden|wordt|medewerkers|mededeling|informeren|benoemd
        rapport|nieuws|artikel|nieuwsbrief|resultaten|verslag|presentatie|gepubliceerd|delen""",
    "deal": """
        deal|deals|contract|contracts|counterparty|price|prices|counsel|attorney|legal|lawsuit|litigation
        confidential|privileged|agreement|client|customer|invoice|payment|salary|bonus|settlement|negotiate
        negotiation|term sheet|credit|amendment|contracten|prijs|offerte|advocaat|juridisch|rechtszaak|vertrouwelijk
        overeenkomst|klant|cliënt|factuur|betaling|salaris|schikking|onderhandelen|onderhandeling|tegenpartij
        betalen|bedrag""",
    "person": """
        performance|resume|candidate|interview|hire|hiring|leave|sick|doctor|hospital|vacation|kids|wife|husband|mom
        dad|mother|medical|illness|review of|resign|position|offer|functioneren|sollicitant|sollicitatie|gesprek met
        ziek|ziekte|ziekmelding|arts|ziekenhuis|vakantie|kinderen|vrouw|man|moeder|vader|thuis|verzuim|ontslag|cv
        bedrijfsarts""",
}
"""Cue → its words and pairs, ``|`` or line break between them."""


def phrases(cue: str) -> tuple[str, ...]:
    """The words and pairs of a cue, each once, in order."""
    return tuple(dict.fromkeys(part.strip() for part in CUES[cue].replace("\n", "|").split("|") if part.strip()))
