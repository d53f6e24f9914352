"""Reading a mail: the words around which names of people stand, Dutch and English, in lower case."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set(
    "'t aan al ben bij bin da das de del den der di dos du el ibn in la le op te ten ter v.d. v/d van vd von zu ’t"
)
"""Between given name and surname."""

OPENING_PARTICLES = _set("aan bij in op")
"""Part of a name only before one of ``ARTICLES``: "in 't Veld", but not "in de Jordaan"."""

ARTICLES = _set("den der 't ’t")

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

MONTHS = _set("jan mei may june april august")
"""Before a number these are no names."""

NOT_NAMES = CALENDAR | _set(
    """
    a allemaal allen als an and buren but can care center centraal centre centrum could council dames dat data deze
    die dit dutch een en engagement engels engelse english experience folks gentlemen graag greetings groep groet
    groeten group guys he heer heren het hij hoe home house how huis i if ik informatie information is it jij
    journey kan kunnen ladies lezer lijst list maar madam management manager meeting mensen mevrouw nederlands
    nederlandse number nummer onboarding ook people please portal raad reader readers record records regards
    relations report safety service services she sir status support team teams the they toppers u waar waarom
    wanneer was wat we what when where who why wie wij will would zal ze zij zorg zou
    """
)
"""Capitalised in mail for another reason."""

GROUP = _set(
    """
    admin administratie afdeling all allen artsen beheer bestuur beveiliging bibliotheek board branch bv center
    centre chauffeurs clients clinic collega's committee communicatie communications corp council customer customers
    department depot desk development directie division docenten doctors drivers editors engineering engineers
    everyone facilitair filiaal finance fleet gezinswerkers groendienst groep group helpdesk hr hrm ict iedereen inc
    info inkoop it juridisch klanten klantenservice kwaliteit lab leden legal leraren library lijst list locatie
    locaties logistiek ltd magazijn mailer-daemon maintenance managers marketing medewerkers medical members
    mobiliteit network news newsletter nieuws nieuwsbrief no-reply noreply nurses office onderhoud ondernemingsraad
    operations ops or ouders parents pharmacy physics planbureau planners planning postmaster production quality
    receptie reception redactie region research risk roosters safety sales school secretariaat security service
    servicedesk site solution solutions staff stichting students supervisors support systems teachers team teams
    techniek trading transport unit users verkoop verpleging ward wards warehouse wijkteam winkel zorg zorgteam
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

DOES = _set(
    """
    asked belde belt does doet gaat ging had has heeft is kan komt kwam said says schreef stelde thinks thought
    vertelde vindt vond vraagt vroeg was werkt wil wilde works wrote zag zegt zei zou
    """
)
"""After the name of somebody, at the start of a sentence."""
