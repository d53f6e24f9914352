# The page of `nudger kit it`.
kit-it-title = nudger: what IT arranges
kit-it-intro = nudger looks for good conversations in the mail of a leader, and helps to move them to the network of the organisation. It runs on your own computers. It has no cloud service, no telemetry, and it keeps no text of mail.

kit-it-reads-title = What it reads
kit-it-reads = nudger reads mail at { $mailboxes }. It opens folders with EXAMINE and reads with BODY.PEEK, over TLS 1.2 or later. So no mail is marked, moved, sent or deleted. Attachments are not downloaded.

kit-it-microsoft-person-title = Microsoft Entra: an app for people
kit-it-microsoft-person = 1. `Entra admin center, App registrations, New registration`. Single tenant, no redirect address. Tenant: { $tenant }. `Application (client) ID` in use: { $client }.
    2. Authentication: set `Allow public client flows` to Yes. nudger signs a person in with a device code.
    3. API permissions, all Delegated: `Office 365 Exchange Online` (or Microsoft Graph) `IMAP.AccessAsUser.All`, and `offline_access, openid, profile`.{ $sends ->
        [yes] {" "}Also `SMTP.Send`, for the weekly message.
       *[no] {""}
      }{ $networks ->
        [none] {""}
       *[other] {" "}For { $networks }: `Yammer access_as_user`, or for Teams Microsoft Graph `ChannelMessage.Send, ChannelMessage.Read.All` and `Channel.ReadBasic.All`. These posts happen only after the person has seen and approved them.
      }
    4. Grant consent for all: { $consent }
    5. `Enterprise applications, Properties`: with `Assignment required` on, add the leaders who take part.

kit-it-microsoft-policy-title = When Conditional Access blocks the device code
kit-it-microsoft-policy = Many organisations block `Device code flow` (`Conditional Access, Conditions, Authentication flows`). Then exclude only this app or only the leaders who take part, or allow it from your own network only. Errors `AADSTS53003` and `AADSTS530033` at sign-in point at such a rule. Without an exception a service can read the mailboxes instead with a certificate.

kit-it-microsoft-service-title = Microsoft Entra: an app for a service
kit-it-microsoft-service = 1. App registrations: tenant { $tenant }, `Application (client) ID` { $client }. Use a certificate; a secret works too.
    2. API permissions, Application: `Office 365 Exchange Online` `IMAP.AccessAsApp`. Grant consent: { $consent }
    3. `Exchange Online PowerShell`, with the Object ID of the *enterprise application*, not of the app registration:
    `New-ServicePrincipal -AppId { $client } -ObjectId OBJECT_ID`
    4. For each mailbox that takes part, and no other:
    `Add-MailboxPermission -Identity MAILBOX -User OBJECT_ID -AccessRights FullAccess`
    The app opens no mailbox without that line.

kit-it-microsoft-mailbox-title = IMAP per mailbox
kit-it-microsoft-mailbox = IMAP is often off. Switch it on for those who take part: `Set-CASMailbox -Identity MAILBOX -ImapEnabled $true`. With IMAP off the server says `User is authenticated but not connected`. A shared mailbox is read with the sign-in of a person who has `Full Access` to it.

kit-it-microsoft-read-only-title = Microsoft has no read-only permission for IMAP
kit-it-microsoft-read-only = The permissions above would let a program write too. That nudger only reads is a promise of nudger, held by its tests: look at `docs/adr/0004-read-only.md`. Exchange shows what a program does in the mailbox audit log.

kit-it-google-person-title = Google Workspace: an app for people
kit-it-google-person = 1. `Google Cloud console`: a project of the organisation, `OAuth consent screen` of the kind "Internal". Then Google asks for no review.
    2. Credentials, `OAuth client ID`, kind `Desktop app`. In use: { $client }. nudger signs in through the browser of the person, with PKCE.
    3. Scope: { $scope }. Google has no smaller scope for IMAP, so this one could write too.
    4. `Admin console, Security, API controls`: mark the app as trusted. IMAP has to be allowed for these users (`Apps, Gmail, End User Access`).

kit-it-google-service-title = Google Workspace: a service account
kit-it-google-service = 1. `Google Cloud console`: a service account with a JSON key.
    2. `Admin console, Security, API controls, Domain-wide delegation`: add the number (client ID) of the service account with the scope { $scope }.
    This opens every mailbox of the domain to who has the key, so keep it as safe as an admin password. Google has no smaller scope for IMAP.
    3. IMAP has to be allowed for these users (`Apps, Gmail, End User Access`).

kit-it-password-title = Servers with a password
kit-it-password = At { $mailboxes } nudger signs in with a name and a password. With Dovecot it is better to make a master user who may only look up and read (ACL `lr`): then the server itself forbids writing. How: `docs/how-to/dovecot-master-user.md`.

kit-it-hosts-title = The only addresses on the wire
kit-it-hosts = { $hosts }. All with a checked certificate. nudger contacts no other address.

# The page of `nudger kit team`: the start with the team.
kit-team-title = Beginning together
kit-team-no-link = the link follows
kit-team-goal-title = What it is about
kit-team-goal = { $titles }. That is what this is for, and nothing else. Nobody keeps track of who joins in how much.
kit-team-together-title = Half an hour together
kit-team-together = 1. Five minutes: what do we want to reach, and why now? (without a word about any program)
    2. Five minutes: how does a network work? You write for whom it concerns, and who knows something answers.
    3. Ten minutes: everybody opens { $network } ({ $link }) and replies to one question that is there already.
    4. Five minutes: which question from this week's mail had been better here?
    5. Five minutes: what is in your way? Not everybody is ready at the same time, and that is fine.
kit-team-promise-title = What you get from me
kit-team-promise = Each idea and each question gets an answer from me within { $days ->
    [one] one working day
   *[other] { $days } working days
  }, also when it is no. Who would rather mail can keep doing so.
kit-team-volunteers-title = Who helps?
kit-team-volunteers = Do you like this, and do you like to help a colleague on the way? Tell me. You decide how much, and you stop when you want. I ask nobody to point at others, and there is no list of who writes a lot.
kit-team-ambassadors-title = They said yes themselves
kit-team-ambassadors = { $names }
kit-team-nudger-title = What nudger does
kit-team-nudger = nudger is a program that reads my own mailbox. It points me to talks that would help more people. It keeps no text, counts nothing by person and posts nothing. I never take over your words without asking.
kit-team-out-title = Rather not?
kit-team-out = Do you want nudger to leave talks with you alone? { $contact ->
    [none] Tell me, and it never offers them again. I tell nobody.
   *[other] Mail "no nudger" to { $contact }, and it never offers them again. Nobody sees who asked.
  }
