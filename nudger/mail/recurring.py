"""Reading a mail: topics that come back (weekly meetings, minutes, newsletters) or fit any mail.

Such a topic ties no two mails together unless one answers the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

_RHYTHM = """
weekoverleg werkoverleg teamoverleg maandoverleg afdelingsoverleg managementoverleg directieoverleg bestuursoverleg
bilateraal bila dagstart weekstart dagopening weekopening weekbericht weekbrief weekmail maandbericht maandbrief
maandmail weekrapport weekrapportage maandrapport maandrapportage kwartaalrapportage jaarverslag dagrapport
dagrapportage weekplanning maandplanning dagplanning weekmenu weekrooster maandrooster nieuwsbrief nieuwsflits
nieuwsbulletin notulen besluitenlijst actielijst actiepuntenlijst vergadering teamvergadering bestuursvergadering
ledenvergadering dagelijks dagelijkse wekelijks wekelijkse tweewekelijks tweewekelijkse maandelijks maandelijkse
kwartaal jaarlijks jaarlijkse urenregistratie urenstaat urenbriefje tijdregistratie salarisstrook loonstrook
roosterwijziging dienstrooster weekstaat dagstaat voortgangsrapportage stand-up standup scrum refinement retro
retrospective daily weekly biweekly fortnightly monthly quarterly yearly annual newsletter bulletin digest minutes
timesheet timesheets payslip roundup recap one-on-one 1-on-1 1:1 all-hands townhall catch-up catchup
"""
_GENERIC = """
aanvraag actie acties afspraak antwoord belangrijk bericht bespreking bijeenkomst bijlage contact document documenten
factuur factuurnr gegevens idee info informatie korte kort even klein kleine mail mededeling memo melding nieuw nieuws
nieuwe notitie offerte overleg overzicht planning plan probleem project rapport rapportage reactie reminder rooster
stand status stukken terugkoppeling tip tussendoor uitnodiging update urgent verlof verslagje verzoek voorstel vraag
vraagje vragen vrij ziek ziekmelding zaken week maand dag jaar kwartaal periode vandaag morgen gisteren datum nummer
nr team mt ot or mr afdeling collega collega's allen allemaal hallo hoi beste dank bedankt ter agenda announcement
attached attachment call catching chat checking data date doc docs documents details feedback follow following forward
fyi general hello hi important information invitation invoice issue issues item items letter meeting message misc
month news note notes notice number numbers please plans problem problems question questions quick report reports
request response schedule short some stuff thanks thank thought thoughts today tomorrow updates weekly year yesterday
your verslag declaratie declaraties
"""
_CALENDAR = """
januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug
sep sept okt oct nov dec january february march may june july august october maandag dinsdag woensdag donderdag
vrijdag zaterdag zondag ma di wo do vr za zo monday tuesday wednesday thursday friday saturday sunday mon tue wed thu
fri sat sun q1 q2 q3 q4 wk kw
"""
_SMALL = """
aan als bij dat de deze die dit door een en er het hier ik in is je jou jouw maar me met mij mijn naar niet nog of om
ons onze ook op over te ter tot uit u uw van voor wat we wel wij zijn a about all an and are as at be by can for from
have i if it my on or our re the this to us what with you
"""

_RECURRING = frozenset(_RHYTHM.split())
_SAYS_NOTHING = frozenset(f"{_GENERIC} {_CALENDAR} {_SMALL}".split())
_WORD = re.compile(r"[^\W_]+(?:[-':][^\W_]+)*")
_NUMBER = re.compile(r"[^\W\d_]{0,2}\d[\d:-]*[^\W\d_]{0,3}")


@lru_cache(maxsize=4_096)
def is_recurring(topic: str) -> bool:
    """Whether ``topic`` names something that comes back, or nothing in particular ("Korte vraag", "Update week 12")."""
    words = _WORD.findall(topic[:200].casefold())
    if any(word in _RECURRING for word in words):
        return True
    return all(word in _SAYS_NOTHING or _NUMBER.fullmatch(word) for word in words)
