# Het blad van `nudger kit it`.
kit-it-title = nudger: wat IT regelt
kit-it-intro = nudger zoekt goede gesprekken in de mail van een leidinggevende, en helpt om die te verplaatsen naar het netwerk van de organisatie. Het draait op jullie eigen computers. Er is geen clouddienst, er gaan geen gegevens naar de makers, en er wordt geen tekst van mail bewaard.

kit-it-reads-title = Wat het leest
kit-it-reads = nudger leest mail bij { $mailboxes }. Het opent mappen met EXAMINE en leest met BODY.PEEK, via TLS 1.2 of later. Er wordt dus geen mail gemarkeerd, verplaatst, verstuurd of gewist. Bijlagen worden niet opgehaald.

kit-it-microsoft-person-title = Microsoft Entra: een app voor mensen
kit-it-microsoft-person = 1. `Entra admin center, App registrations, New registration`. Single tenant, geen redirect-adres. Tenant: { $tenant }. `Application (client) ID` in gebruik: { $client }.
    2. Authentication: zet `Allow public client flows` op Yes. nudger meldt mensen aan met een code (device code).
    3. API permissions, allemaal Delegated: `Office 365 Exchange Online` (of Microsoft Graph) `IMAP.AccessAsUser.All`, en `offline_access, openid, profile`.{ $sends ->
        [yes] {" "}Ook `SMTP.Send`, voor het wekelijkse bericht.
       *[no] {""}
      }{ $networks ->
        [none] {""}
       *[other] {" "}Voor { $networks }: `Yammer access_as_user`, of voor Teams `Microsoft Graph` `ChannelMessage.Send, ChannelMessage.Read.All` en `Channel.ReadBasic.All`. Een bericht gaat pas weg als de persoon het heeft gezien en goedkeurt.
      }
    4. Geef toestemming voor allen: { $consent }
    5. `Enterprise applications, Properties`: staat `Assignment required` aan, voeg dan de leidinggevenden toe die meedoen.

kit-it-microsoft-policy-title = Als Conditional Access de code blokkeert
kit-it-microsoft-policy = Veel organisaties blokkeren `Device code flow` (`Conditional Access, Conditions, Authentication flows`). Maak dan een uitzondering voor deze app, of voor de leidinggevenden die meedoen. Of sta het alleen toe vanaf jullie eigen netwerk. Fouten als `AADSTS53003` en `AADSTS530033` wijzen op zo'n regel. Lukt dat niet, dan kan een dienst de postvakken lezen, met een certificaat.

kit-it-microsoft-service-title = Microsoft Entra: een app voor een dienst
kit-it-microsoft-service = 1. App registrations: tenant { $tenant }, `Application (client) ID` { $client }. Gebruik een certificaat; een geheim kan ook.
    2. API permissions, Application: `Office 365 Exchange Online` `IMAP.AccessAsApp`. Geef toestemming: { $consent }
    3. `Exchange Online PowerShell`, met de Object ID van de `enterprise application`, niet van de `app registration`:
    `New-ServicePrincipal -AppId { $client } -ObjectId OBJECT_ID`
    4. Voor elk postvak dat meedoet, en geen ander:
    `Add-MailboxPermission -Identity POSTVAK -User OBJECT_ID -AccessRights FullAccess`
    Zonder die regel opent de app geen postvak.

kit-it-microsoft-mailbox-title = IMAP per postvak
kit-it-microsoft-mailbox = IMAP staat vaak uit. Zet het aan voor wie meedoet: `Set-CASMailbox -Identity POSTVAK -ImapEnabled $true`. Staat IMAP uit, dan zegt de server `User is authenticated but not connected`. Een gedeeld postvak wordt gelezen met de aanmelding van iemand die er `Full Access` op heeft.

kit-it-microsoft-read-only-title = Microsoft heeft voor IMAP geen recht om alleen te lezen
kit-it-microsoft-read-only = Met de rechten hierboven zou een programma ook kunnen schrijven. Dat nudger alleen leest is een belofte van nudger, bewaakt door de tests: zie `docs/adr/0004-read-only.md`. Exchange laat in het auditlog van het postvak zien wat een programma doet.

kit-it-google-person-title = Google Workspace: een app voor mensen
kit-it-google-person = 1. `Google Cloud console`: een project van de organisatie, `OAuth consent screen` van de soort "Internal". Dan vraagt Google geen keuring.
    2. Credentials, `OAuth client ID`, soort `Desktop app`. In gebruik: { $client }. nudger meldt mensen aan via hun eigen browser, met PKCE.
    3. Scope: { $scope }. Google heeft voor IMAP geen kleiner recht, dus hiermee zou schrijven ook kunnen.
    4. `Admin console, Security, API controls`: markeer de app als vertrouwd. IMAP is nodig voor deze gebruikers (`Apps, Gmail, End User Access`).

kit-it-google-service-title = Google Workspace: een dienstaccount
kit-it-google-service = 1. `Google Cloud console`: een dienstaccount (service account) met een JSON-sleutel.
    2. `Admin console, Security, API controls, Domain-wide delegation`: voeg het nummer (client ID) van het dienstaccount toe met het recht { $scope }.
    Dit opent elk postvak van het domein voor wie de sleutel heeft. Bewaar die dus zo veilig als een beheerderswachtwoord. Google heeft voor IMAP geen kleiner recht.
    3. IMAP is nodig voor deze gebruikers (`Apps, Gmail, End User Access`).

kit-it-password-title = Servers met een wachtwoord
kit-it-password = Bij { $mailboxes } meldt nudger zich aan met een naam en een wachtwoord. Bij Dovecot is een mastergebruiker beter die alleen mag opzoeken en lezen (ACL `lr`): dan verbiedt de server zelf het schrijven. Hoe: `docs/how-to/dovecot-master-user.md`.

kit-it-hosts-title = De enige adressen op de lijn
kit-it-hosts = { $hosts }. Allemaal met een nagekeken certificaat. nudger gaat naar geen enkel ander adres.

# Het blad van `nudger kit team`: de start met het team.
kit-team-title = Samen beginnen
kit-team-no-link = de link volgt
kit-team-goal-title = Waar het om gaat
kit-team-goal = { $titles }. Daar is dit voor, en voor niets anders. Over wie hoeveel meedoet, houdt niemand iets bij.
kit-team-together-title = Een half uur samen
kit-team-together = 1. Vijf minuten: wat willen we bereiken, en waarom nu? (zonder één woord over een programma)
    2. Vijf minuten: hoe werkt een netwerk? Je schrijft iets voor wie het aangaat, en wie er wat van weet, antwoordt.
    3. Tien minuten: iedereen opent { $network } ({ $link }) en reageert op één vraag die er al staat.
    4. Vijf minuten: welke vraag uit de mail van deze week had hier beter gestaan?
    5. Vijf minuten: wat zit je in de weg? Niet iedereen is op hetzelfde moment klaar, en dat is goed.
kit-team-promise-title = Wat je van mij krijgt
kit-team-promise = Op elk idee en elke vraag krijg je binnen { $days ->
    [one] één werkdag
   *[other] { $days } werkdagen
  } antwoord van mij, ook als het nee is. Wie liever mailt, kan dat blijven doen.
kit-team-volunteers-title = Wie helpt mee?
kit-team-volunteers = Vind je dit leuk, en help je graag een collega op weg? Zeg het me. Je bepaalt zelf hoeveel, en je stopt wanneer je wilt. Ik wijs niemand aan, en er is geen lijst van wie veel schrijft.
kit-team-ambassadors-title = Zij zeiden zelf ja
kit-team-ambassadors = { $names }
kit-team-nudger-title = Wat nudger doet
kit-team-nudger = nudger is een programma dat mijn eigen postvak leest. Het wijst mij op gesprekken waar meer mensen iets aan hebben. Het bewaart geen tekst, telt niets per persoon en plaatst niets. Jouw woorden neem ik nooit over zonder het te vragen.
kit-team-out-title = Liever niet?
kit-team-out = Wil je niet dat nudger gesprekken met jou bekijkt? { $contact ->
    [none] Zeg het me, dan stelt het die nooit meer voor. Ik vertel dat aan niemand.
   *[other] Mail "geen nudger" naar { $contact }, dan stelt het die nooit meer voor. Niemand ziet wie dat vroeg.
  }
kit-written = { $n } stukken staan in { $folder }. Vul in wat tussen haken staat.
kit-organisation-blank = [naam van de organisatie]
kit-domains-blank = [eigen domeinen]
kit-contact-blank = [contactadres]
kit-hosts-blank = [mailserver en netwerk]
