"""The gates of the shipped packs: what is left alone, and what is not."""

from __future__ import annotations

import pytest

from rules.engine import findings, gates
from rules.message import Address, Attachment
from rules.pack import builtin_packs
from tests.rules.messages import CLIENT, TEAM, mail

PACKS = builtin_packs()
MESSAGE, THREAD = "message", "thread"


def held(message):
    """The scopes of the gates that hold, by rule."""
    return {finding.rule_id: finding.gate for finding in gates(findings(PACKS, message))}


def sender(email, name=""):
    return {"sender": Address(name, email, True)}


STRUCTURE = [
    ("common.external", THREAD, {"internal": False}),
    ("common.unknown-participant", THREAD, {"internal": None}),
    ("common.unknown-sender", THREAD, {"sender": None}),
    ("common.no-addressee", THREAD, {"to": ()}),
    ("common.rewritten-sender", THREAD, sender("srs0=ab=cd=elders.example=jan@voorbeeld.example")),
    ("common.rewritten-sender", THREAD, sender("elders.example!jan@voorbeeld.example")),
    ("common.sent-through", THREAD, sender("lijst@voorbeeld.example", "Jan de Vries via Teamlijst")),
    ("common.not-authenticated", THREAD, {"authenticated": False}),
    ("common.confidential-role", THREAD, {"cc": (Address("", "vertrouwenspersoon@voorbeeld.example", True),)}),
    ("common.confidential-role", THREAD, {"to": (Address("", "occupational-health@voorbeeld.example", True),)}),
    ("common.protected", THREAD, {"marks": ("deny",)}),
    ("common.protected", THREAD, {"marks": ("network", "optout")}),
    ("common.network-notification", MESSAGE, {"marks": ("network",)}),
    ("common.own-mail", MESSAGE, {"nudger": "digest 2025-10"}),
    ("common.list", MESSAGE, {"list_id": "<leden.elders.example>", "internal": None}),
    ("common.list-precedence", MESSAGE, {"precedence": "list", "internal": False}),
    ("common.newsletter", MESSAGE, {"list_unsubscribe": "<https://nieuws.example/af>"}),
    ("common.bulk", MESSAGE, {"precedence": "Bulk"}),
    ("common.auto-submitted", MESSAGE, {"auto_submitted": "auto-generated"}),
    ("common.auto-suppress", MESSAGE, {"auto_suppress": "DR, OOF, AutoReply"}),
    ("common.no-reply-sender", MESSAGE, sender("no-reply@voorbeeld.example")),
    ("common.no-reply-sender", MESSAGE, sender("rooster-noreply@voorbeeld.example")),
    ("common.bounce", MESSAGE, {"media_type": "multipart/report"}),
    ("common.bounce", MESSAGE, {"part_types": ("text/plain", "message/delivery-status")}),
    ("common.bounce-sender", MESSAGE, sender("mailer-daemon@voorbeeld.example")),
    ("common.empty-return-path", MESSAGE, {"return_path": "<>"}),
    ("common.receipt", MESSAGE, {"part_types": ("text/plain", "message/disposition-notification")}),
    ("common.calendar", MESSAGE, {"part_types": ("text/plain", "text/calendar")}),
    ("common.calendar-class", MESSAGE, {"content_class": "urn:content-classes:calendarmessage"}),
    ("common.encrypted", THREAD, {"media_type": "application/pkcs7-mime"}),
    ("common.encrypted", THREAD, {"media_type": "multipart/encrypted", "part_types": ("application/pgp-encrypted",)}),
    ("common.encrypted-file", THREAD, {"attachments": (Attachment("smime.p7m", "application/octet-stream", 9),)}),
    ("common.encrypted-words", THREAD, {"own_words": "-----BEGIN PGP MESSAGE-----\n\nhQEMA"}),
    ("common.rights-managed", THREAD, {"part_types": ("text/plain", "application/x-microsoft-rpmsg-message")}),
    ("common.rights-managed-class", THREAD, {"content_class": "rpmsg.message"}),
    ("common.sensitivity", THREAD, {"sensitivity": "Company-Confidential"}),
    ("common.sensitivity", THREAD, {"sensitivity": "personal"}),
    ("common.label", THREAD, {"label": "MSIP_Label_1a_Enabled=True; MSIP_Label_1a_Name=Highly Confidential"}),
    ("common.label", THREAD, {"label": "MSIP_Label_1a_Name=Geheim"}),
    ("common.label", THREAD, {"label": "MSIP_Label_1a_Enabled=True"}),
    ("common.label", THREAD, {"label": "x-protective-marking: VER=2018.4, SEC=PROTECTED"}),
]


@pytest.mark.parametrize(("rule", "scope", "change"), STRUCTURE)
def test_what_is_seen_without_words(rule, scope, change):
    assert held(mail("Wat vinden jullie van dit idee?", **change))[rule] == scope


FREE = [
    {},
    {"list_id": "<team-noord.voorbeeld.example>", "list_unsubscribe": "<mailto:x@voorbeeld.example>"},
    {"auto_submitted": "no"},
    {"auto_suppress": "DR, RN"},
    {"sensitivity": "Normal"},
    {"label": "MSIP_Label_1a_Enabled=True; MSIP_Label_1a_Name=General"},
    {"label": "MSIP_Label_1a_Name=Intern gebruik"},
    {"label": "x-classification: Internal"},
    {"media_type": "multipart/signed", "part_types": ("text/plain", "application/pkcs7-signature")},
    {"attachments": (Attachment("smime.p7s", "application/pkcs7-signature", 9), Attachment("plan.pdf", "x/y", 9))},
    {"authenticated": True},
    {"to": (), "cc": (TEAM,)},
    {"return_path": "<anna.bos@voorbeeld.example>"},
    sender("or@voorbeeld.example"),
]


@pytest.mark.parametrize("change", FREE)
def test_what_is_not_held_by_what_is_seen_without_words(change):
    assert held(mail("Wat vinden jullie van dit idee?", **change)) == {}


PRIVATE = [
    # confidential, in the subject
    ("nl", "confidential-subject", "Vertrouwelijk: verhuizing noord", ""),
    ("nl", "confidential-subject", "RE: [vertrouwelijk] begroting", ""),
    ("nl", "confidential-subject", "Strikt persoonlijk", ""),
    ("nl", "confidential-subject", "Privé", ""),
    ("nl", "confidential-subject", "plannen voor 2026 (niet doorsturen)", ""),
    ("nl", "confidential-subject", "Persbericht, onder embargo tot vrijdag", ""),
    ("en", "confidential-subject", "CONFIDENTIAL - move to north", ""),
    ("en", "confidential-subject", "Re: Private & confidential", ""),
    ("en", "confidential-subject", "Personal", ""),
    ("en", "confidential-subject", "Please do not forward: plans for 2026", ""),
    ("en", "confidential-subject", "Between us", ""),
    # confidential, in the own words
    ("nl", "confidential-words", "plan", "Dag Els,\n\nDit is vertrouwelijk. Ik denk dat noord dicht kan."),
    ("nl", "confidential-words", "plan", "Strikt vertrouwelijk!\nIk denk dat noord dicht kan."),
    ("nl", "confidential-words", "plan", "Graag vertrouwelijk behandelen, ik denk dat noord dicht kan."),
    ("nl", "do-not-spread", "plan", "Noord kan dicht. Graag niet verder verspreiden."),
    ("nl", "do-not-spread", "plan", "Noord kan dicht. Hou het nog even voor je."),
    ("nl", "do-not-spread", "plan", "Noord kan dicht, maar dat blijft onder ons."),
    ("nl", "do-not-spread", "plan", "Deel dit nog niet met het team, noord kan dicht."),
    ("nl", "do-not-spread", "plan", "Noord kan dicht. Het team weet nog van niets."),
    ("en", "confidential-words", "plan", "Hi Els,\n\nThis is confidential. I think north can close."),
    ("en", "confidential-words", "plan", "Please keep this strictly confidential, north can close."),
    ("en", "confidential-words", "plan", "In confidence: north can close."),
    ("en", "do-not-spread", "plan", "North can close. Please do not share this."),
    ("en", "do-not-spread", "plan", "North can close. Keep it to yourself for now."),
    ("en", "do-not-spread", "plan", "North can close, but this stays between us."),
    ("en", "do-not-spread", "plan", "North can close. Not a word to the team."),
    # named people
    ("nl", "person-ill", "rooster", "Kees is weer ziek, hij komt niet voor de zomer terug."),
    ("nl", "person-ill", "rooster", "Fatima de Boer heeft zich ziek gemeld."),
    ("nl", "person-ill", "Re-integratie Sanne", ""),
    ("nl", "person-performance", "Functioneringsgesprek Kees", ""),
    ("nl", "person-performance", "gesprek", "Rachid en zijn functioneren, daar wil ik het over hebben."),
    ("nl", "person-dismissal", "gesprek", "Kees wordt per 1 mei ontslagen."),
    ("nl", "person-pay", "vraag", "Waarom is het salaris van Kees hoger?"),
    ("en", "person-ill", "roster", "Kees is off sick again and won't be back before summer."),
    ("en", "person-ill", "roster", "Fatima has called in sick."),
    ("en", "person-performance", "Performance review of Kees", ""),
    ("en", "person-performance", "talk", "Rachid's probation ends in May."),
    ("en", "person-dismissal", "talk", "Kees will be dismissed in May."),
    ("en", "person-pay", "question", "Why is Kees's salary higher?"),
    ("nl", "client-case", "mw. K. wil naar huis", ""),
    ("en", "client-case", "Mrs K. wants to go home", ""),
    # secrets
    ("nl", "credentials", "toegang", "Gebruikersnaam balie, wachtwoord: Zomer-2025"),
    ("nl", "identity-number", "aanmelding", "Haar BSN is 123456782."),
    ("en", "credentials", "access", "User name desk, password: Summer-2025"),
    ("en", "identity-number", "registration", "Her passport number is 123456789."),
]


@pytest.mark.parametrize(("language", "rule", "subject", "words"), PRIVATE)
def test_what_is_private_or_confidential(language, rule, subject, words):
    other = {"nl": "en", "en": "nl"}[language]
    for guess in (language, other, "unknown"):
        assert held(mail(words, subject, language=guess)).get(f"{language}.{rule}") == THREAD


MADE_BY_PROGRAMS = [
    ("nl.auto-reply", "Automatisch antwoord: rooster"),
    ("nl.auto-reply", "Afwezigheidsbericht"),
    ("en.auto-reply", "Out of office: roster"),
    ("en.auto-reply", "Automatic reply: roster"),
    ("nl.receipt-subject", "Gelezen: rooster"),
    ("en.receipt-subject", "Read: roster"),
    ("nl.calendar-subject", "Geaccepteerd: teamoverleg"),
    ("en.calendar-subject", "Declined: team meeting"),
    ("nl.bounce-subject", "Onbestelbaar: rooster"),
    ("en.bounce-subject", "Undeliverable: roster"),
    ("en.bounce-subject", "Recall: roster"),
]


@pytest.mark.parametrize(("rule", "subject"), MADE_BY_PROGRAMS)
def test_what_a_program_made(rule, subject):
    assert held(mail(subject=subject)) == {rule: MESSAGE}


OPEN = [
    # care is never a reason
    (
        "Zorg op afstand",
        "De zorg verandert. Hoe ziet een bewoner één gezicht? Zorg voor elkaar begint bij de overdracht.",
    ),
    (
        "Zorgplannen",
        "In de thuiszorg schrijven we elk zorgplan twee keer. Wat als we het samen met de cliënt schrijven?",
    ),
    ("Ziekenhuis zonder bel", "In een ziekenhuis in Zwolle doen ze het zonder bel. Wie heeft daar ervaring mee?"),
    ("Medicatie delen", "De medicatielijst is te lang. Zullen we hem per dienst delen?"),
    ("Better care", "Care at home changes. How do we make sure a patient sees one face?"),
    # the matter itself may be talked about
    ("Ziekteverzuim beleid", "Ons verzuimbeleid straft wie zich ziek meldt. Wat vinden jullie?"),
    (
        "Beoordelingsgesprekken afschaffen?",
        "Ik stel voor dat we de beoordelingsgesprekken vervangen door een gesprek per kwartaal.",
    ),
    ("Salarisschalen openbaar", "Zouden salarissen openbaar moeten zijn? Ik zie twee kanten."),
    (
        "Privacy aan de balie",
        "Vertrouwelijke gesprekken aan de balie zijn voor iedereen te horen. Idee: een tweede loket.",
    ),
    ("Wachtwoorden", "Waarom moeten we elke maand een nieuw wachtwoord? Een wachtwoord is vaak vergeten."),
    ("Het geheim van ploeg C", "Ploeg C heeft nooit fouten. Wat is hun geheim, en kunnen wij dat ook?"),
    ("Ontslag uit het ziekenhuis", "Bij ontslag van een patiënt bellen we de huisarts. Doen jullie dat ook?"),
    ("Persoonlijk ontwikkelplan", "Het persoonlijk ontwikkelplan leest niemand. Kan het korter?"),
    ("Kennis delen", "We delen te weinig. Deel dit gerust met je team, en stuur het door naar wie het wil lezen."),
    ("BSN op papier", "Moet het BSN nog op elk formulier?"),
    ("Sickness policy", "Our sickness policy punishes those who call in sick. What do you all think?"),
    ("Performance reviews, differently", "I propose that we replace performance reviews by a talk every quarter."),
    ("Salary scales in the open", "Should salaries be public? I see two sides."),
    ("Privacy at the desk", "Confidential talks at the desk can be heard by everyone. Idea: a second counter."),
    ("Passwords", "Why do we need a new password every month? The password is often forgotten."),
    ("The secret of shift C", "Shift C never errs. What is their secret, and can we do it too?"),
    (
        "Sharing what we know",
        "We share too little. Feel free to share this with your team and forward it to whoever may like it.",
    ),
    ("Do not disturb", "Do not disturb signs work. Has anyone tried them on a ward?"),
    ("Personal development plans", "Nobody reads the personal development plan. Can it be shorter?"),
    (
        "Dismissal letters in plain words",
        "Letters of dismissal are hard to read. Who would like to rewrite them with me?",
    ),
    ("Uitnodiging: denk mee over het rooster", "Kom donderdag of schrijf je idee op."),
    ("Read and learned", "What I read about queues: people do not mind waiting, they mind not knowing."),
]


@pytest.mark.parametrize(("subject", "words"), OPEN, ids=[subject for subject, _ in OPEN])
@pytest.mark.parametrize("language", ["nl", "en", "unknown"])
def test_what_may_be_talked_about(subject, words, language):
    assert held(mail(words, subject, language=language)) == {}


def test_each_shipped_gate_has_a_case_here():
    tested = {rule for rule, *_ in STRUCTURE} | {rule for rule, _ in MADE_BY_PROGRAMS}
    tested |= {f"{language}.{rule}" for language, rule, *_ in PRIVATE}
    gates_shipped = {rule.id for pack in PACKS for rule in pack.rules if rule.gate}
    in_numbers = {"common.account-number", "common.card-number"}
    assert gates_shipped - tested - in_numbers == {"nl.personal-subject", "en.personal-subject"}


@pytest.mark.parametrize("words", ["IBAN NL91ABNA0417164300", "kaart 5500 0000 0000 0004"])
def test_numbers_of_money(words):
    assert set(held(mail(words)).values()) == {THREAD}


@pytest.mark.parametrize(
    "subject", ["Ziekmelding", "RE: beoordelingsgesprek", "Ontslagaanvraag", "Sick leave", "Re: my salary"]
)
def test_a_subject_that_is_somebody_s_own(subject):
    assert set(held(mail(subject=subject)).values()) == {THREAD}


def test_a_client_from_outside_holds_the_thread_whatever_the_words():
    assert held(mail("Idee!", to=(TEAM, CLIENT), internal=False)) == {"common.external": THREAD}
