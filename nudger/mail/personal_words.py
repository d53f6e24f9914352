"""Reading a mail: the words around which names of people stand, Dutch and English, in lower case."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set(
    "'t aan al ben bij bin da das de del den der di dos du el ibn in la le op te ten ter v.d. v/d van vd von zu ’t"
)
"""Between given name and surname."""

OPENING_PARTICLES = _set("aan bij in op")
"""Part of a name only before another particle: "in 't Veld", but not "in Zwolle"."""

TITLES = _set(
    """
    broeder colleague collega dhr dr drs echtpaar fam familie gezin heer hr juf juffrouw mej mejuffrouw meneer mevr
    mevrouw mijnheer miss mister mr mrs ms mw nurse prof sister wed weduwe zr zuster
    """
)
"""Before a name."""

ROLES = _set(
    """
    baby bewoner bewoners bewoonster carer client clients cliënt cliënte cliënten deelneemster deelnemer jongere
    kind leerling mantelzorger patient patients patiënt patiënte pupil resident residents student verzekerde
    volunteer vrijwilliger vrijwilligster
    """
)
"""What somebody is to the organisation; before a name."""

KIN = _set(
    """
    aunt broer broertje brother buurman buurvrouw dad daughter dochter echtgenoot echtgenote father granddaughter
    grandfather grandmother grandson husband kleindochter kleinzoon moeder mother mum neef neighbour nephew nicht
    niece oma oom opa ouders parents pleegmoeder pleegvader schoondochter schoonmoeder schoonvader schoonzoon
    schoonzus sister son stiefmoeder stiefvader tante uncle vader vriendin weduwnaar wife zoon zus zusje zwager
    """
)
"""What somebody is to another; before a name, or before "van" and a name."""

POSSESSED = _set("colleague collega friend man partner vriend vrouw")
"""Kin too, but only after a possessive: "haar man Piet"."""

POSSESSIVES = _set("diens haar her his hun mijn my their zijn")

OF = _set("of van")

GREETINGS = _set(
    """
    bedankt best beste cheers dag dank dankjewel dear goedemiddag goedemorgen goedenavond goeiemiddag goeiemorgen gr
    greetings groet groeten groetjes grt grtz ha hallo hello hey hi hoi hé liefs lieve love mvg namens regards
    sincerely thanks thx
    """
)
"""Before a name."""

CONNECTORS = _set("& + , / @ and en of or")
"""Between the names of a greeting."""

CALENDAR = _set(
    """
    april august augustus december dinsdag donderdag februari february friday januari january juli july june juni
    maandag maart march may mei monday november october oktober saturday september sunday thursday tuesday vrijdag
    wednesday woensdag zaterdag zondag
    """
)

NOT_NAMES = CALENDAR | _set(
    """
    a als an and but can care center centraal centre centrum could council dat data deze die dit dutch een en
    engagement engels engelse english experience graag greetings groep groet groeten group he het hij hoe home house
    how huis i if ik informatie information is it jij journey kan kunnen lijst list maar management manager meeting
    nederlands nederlandse number nummer onboarding ook please portal raad record records regards relations report
    safety service services she status support team teams the they u waar waarom wanneer was wat we what when where
    who why wie wij will would zal ze zij zorg zou
    """
)
"""Capitalised in mail for another reason."""

GROUP = _set(
    """
    admin administratie afdeling all allen beheer bestuur board branch bv collega's committee communicatie
    communications council desk directie everyone facilitair finance gezinswerkers groep group helpdesk hr hrm ict
    iedereen info it leden lijst list locatie locaties mailer-daemon managers marketing medewerkers members news
    newsletter nieuws nieuwsbrief no-reply noreply office ondernemingsraad or planbureau planners planning
    postmaster receptie redactie roosters sales secretariaat service servicedesk staff stichting support team teams
    users
    """
)
"""A display name with one of these is that of a group."""

LETTERED = _set(
    """
    afdeling annex appendix bijlage blok building categorie category class deel fase gebouw groep group hal hall
    hepatitis klas level lijn line model niveau optie option part phase plan punt rij row scenario sectie section
    stap step team type unit vak variant versie version vitamin vitamine vleugel ward wing zone
    """
)
'''Before a letter that is no initial: "plan B."'''

ABBREVIATIONS = _set("ad am bc bsc bv ca dc eu la msc nb no nv phd pm po ps st tv uk us vs")
"""What looks like initials and is none."""
