"""Reading a mail: the word lists by which :mod:`nudger.mail.words.language` tells languages apart.

No word stands in two lists, ``BORROWED`` apart. Made by hand for mail between colleagues: function words first,
then the words of greetings, planning and thanks. ``OTHER`` joins German, French, Spanish, Italian, Portuguese, Danish,
Norwegian, Swedish, Polish and Turkish, without what is a word, name or abbreviation in Dutch or English mail too.
"""

DUTCH = """
aan achter af afgelopen afspraak agendapunt akkoord al alle alleen allemaal alles altijd ander andere anderen anders
antwoord antwoorden avond balie bedankt bedoel beetje begint begrepen begrijp behalve ben benieuwd bent bericht
bestaat beste betekent beter betreft bezig bij bijlage bijna bijvoorbeeld binnen blijft blijven boven bovenstaande
buiten cliënt cliënten collega collega's collegae daar daarbij daarin daarmee daarna daarnaast daarom daarover daarvan
daarvoor dacht dag dagen dagje dan dank dankje dankjewel dat deel denk denken deze dezelfde dhr dinsdag dit doe doen
doet donderdag doorsturen dossier draait drie duidelijk dus echt echter eens eentje eerder eerst eerste eigen
eigenlijk elk elkaar elke enige enkele erbij eruit ervan ervaring ervaringen ervoor fijn ga gaan gaat geachte gebeld
gebruik gedaan geeft geen gefeliciteerd gekregen geldt geleden gelukkig gemaakt genoeg gesprek geven geweest gewoon
geworden gezegd gezien gisteren goed goede graag groep groet groeten groetjes haar hadden hallo hangt hartelijk
hartelijke heb hebben hebt heeft heel helaas hele hem hen het hetzelfde hierbij hij hoe hoeft hoeveel hoi hoor horen
houden huis hun idee ieder iedere iedereen iemand iets ik inderdaad inmiddels ipv jaar jaarlijks jammer jij jou jouw
juist jullie kan kant keer kennen kijk kijken klaar klant klanten klopt koffie kom komen komt kon konden krijg krijgen
krijgt kun kunnen kunt kwam laat laatste laten leider leuk leuke liever liggen ligt loopt los lukt maak maakt maakte
maandag maar maken medewerkers mee meer meerdere meest meestal mensen met mevr mevrouw mezelf mij mijn minder
misschien mits mocht moest moet moeten mogelijk mogen mooi mooie morgen mvg na naar naast nadat namelijk natuurlijk
nee neem nemen niemand niet niets nieuw nieuwe niks nodig nog nooit notulen nou ofwel oke om omdat ondanks onder
onderstaande onderwerp ons onze ooit ook op opnieuw overal overleg paar pas plaats prettig prettige prima punt reactie
reageren rond samen schrijf schrijven seintje sinds sommige spreken staan staat steeds stuk sturen stuur succes tav
tegen tekst tenzij terug terwijl tevens tijd tijdens toch toe toen tot totdat tussen twee u uit uiteraard uur uw vaak
van vanaf vanavond vandaag vanmiddag vanmorgen vanochtend vanuit vast veel verder vergadering verslag verzoek
voldoende volgend volgende volgens voor vooral voordat voorstel vorig vorige vraag vraagt vragen vriendelijke vrij
vrijdag waar waarbij waarom waarop waarschijnlijk wanneer waren wat weekoverleg weer weet weg wegen weken wel welke
wellicht welterusten wensen werd werden werk werken werkt weten wie wij wil willen winkel woensdag worden wordt zaal
zal zat zaterdag ze zeer zeg zeggen zegt zei zelf zelfs zes zetten zich zie ziek zien ziens ziet zij zijn zin zit
zitten zo zo'n zoals zodat zodra zondag zonder zou zouden zulke zullen zult één
"""

ENGLISH = """
about above actually after again agree agreed all already also although always am and another any anybody anyone
anything anyway approved are aren't around ask asked asks at attached away back be because been before being below
best better between both but by came can can't cannot cheers colleague colleagues come comes congratulations could
couldn't customer customers day days dear did didn't do does doesn't doing don't done down each either else enough
ever every everybody everyone everything few find first for found four free friday from full get gets getting give
given go goes going good got great happy has hasn't have haven't having he hear hello help her here here's hereby him
his how however i i'd i'll i'm i've if into isn't it it'd it'll it's its itself just keep kindly know knows last least
let let's like little look looking looks made make makes making many may maybe meantime might mine monday month months
more morning most much must my myself need needs never new next nobody none not noted nothing now off office often old
one ones only or other others our out own paper part people perhaps person please possible quite rather read really
received regards said same saw say says see seems seen send sent several shall she should shouldn't since sincerely
some somebody someone something sometimes soon sounds started still stuff such take taken talk tell than thank thanks
that that'd that's the their them then there there's these they they'd they'll they're they've thing things think this
those though thought three through thursday time to today together told tomorrow too took towards tried tuesday two
under until up upon us use used using usually very wants wasn't way we'd we'll we're we've wednesday weeks welcome
well went were what what's when where whether which while who whole whose why will wish with within without won't work
worked working works worth would wouldn't write wrong wrote yeah year years yes yesterday yet you you'd you'll you're
you've your yours yourself
"""

OTHER = """
abbiamo aber afin ahora ainda ale algo alguien algunos allt alltså alors ama amanhã anbei anche ancora antes ao après
aquí así atenciosamente até au auch aucun auf aujourd'hui aunque aus aussi autre aux av avait avant avec avez avoir
bajo bana bara bardzo beaucoup bedste beim bereits besprechung bezüglich bien bientôt bir bis bitte bland blev bli
blir boa bom bonjour bonsoir bu buenas buenos bugün buongiorno być był była było będzie c'est cada casi ce cela cet
cette ceux chaque che cher chère ciao comme como contra cordialement cordiali cosa così cual cuando czy cómo d'un
d'une daha dalla damit danke dann dans das dass deg degli dein deine deinen del della delle dello demain denna depuis
dere desde después dess det detta dette deux değil dich diese diesem diesen dieser dieses din dir disse ditt dla dobry
doch donde dopo dort dos dove du durante durch dzień dzięki dziękuję dziś ederim efter eftersom ein eine einem einen
einer eines einfach ej el ela ele ella elle eller elles ellos encore endast entonces entre eres es ese eso est esta
estaba estamos estar este estimada estimado esto estos estou está están et ett etwas euch euer eux faire fait faut
fick flera foi fois fra freundlichen från fue fur för før für ganz geehrte geehrter gegen gerne gestern gibi gibt
gjort gli gracias gran grazie gruß grüße grüßen gør habe haben hacer hacia hade han hasta hat hatte hay hei hej helt
heute hilsen hjælpen hola hos hoy hva hvad hvis hvor hvordan hälsning hälsningar hätte ich ici ihm ihn ihnen ihr ihre
ihrem ihren ihrer ikke il ile ils immer inga ingen inte isso ist iyi için j'ai jag jak jeg jemand jest jestem jeszcze
jetzt jour jutro już já kadar kann kanske kein keine keinen komma która które który kunne können könnte la le leur
leurs liebe lieber lite litt lo luego lui lütfen madame mais mange mas mañana mehr mein meine meinen mejor mellan
mellem menos mer merci merhaba mes mfg mi mientras mig mir mnie moi moins monsieur może mucho muchos muito muss muy
mvh mycket mye más må måste même möchte mötet møte müssen n'est nach nachricht nada nas nei nej nel nella nello neue
neuen neues ni nicht nichts nie noe noen nogen noget nos nosotros notre nous nuestra nuestro nueva nuevo nun nunca nur
nytt não när någon något några ob obrigada obrigado och också od oder og ogni også ohne olan olarak olá ont oraz oss
otra otro ou où pani panie para parce pela pelo perché pero però peu peut più poco pode ponieważ por porque pour
pourquoi pouvez pozdrawiam proszę przez puede pueden pues puis på qu'il quand quando que quel quelle quelques quem
questa questo qui quien quoi qué reunión riunione réunion saludos saluti samt sans saygılarımla schon seg según sehr
sein seine seit selv ser sera ses seu si siamo sich sido sie siempre sina sind size się ska skal skulle slik sobre
soit soll sollen sollte solo sommes somos sondern sono sonra sont spotkanie stato su sua suis suo sur sus são så sådan
są tack tak takk también também tan tanto tarde tego tem temos tenemos tengo teşekkür teşekkürler też tiene tienen til
tills todas todo todos toplantı tous tout toute toutes trabajo tras trop très tu tutti tutto tylko tú um uma un una
und une uno unos uns unser unsere unter usted ustedes utan vad vamos vara varför varit vart ve veuillez vez vi vid
viel viele vielen vil vilken você voici voilà vom von vos votre vous väl vår våra være været wam warum weil welche
wenn werde wieder wir wird więc wurde wurden während wäre würde ya yarın yo zu zum zur zwischen än är år çok è él
était été être önce ønsker über şu że
"""

DUTCH_OR_OTHER = """
als de des die en er hand hier je land noch nu te
"""
"""Common in Dutch, and in one of the other languages."""

ENGLISH_OR_OTHER = """
a an as main no on once so
"""
"""Common in English, and in one of the other languages."""

DUTCH_OR_ENGLISH = """
door even had half in is me of open over per want was we week
"""
"""Common in both."""

BORROWED = """
account agenda app backlog best board budget call chat check cool dashboard data deadline demo digest email event
excel feedback file forward fyi go hello help hi hr hybrid info intake interview item laptop link login mail mails
management manager meeting meetings no ok okay one online outlook pilot pitch plan planning please post project
reminder reply review roadmap scan scope share sharepoint sorry sprint status stop super support team teams template
test thanks thx ticket tickets tip tips toolbox top training update updates user via video webinar wifi workshop zoom
"""
"""Words that a Dutch author uses as her own, so that alone they say nothing."""
