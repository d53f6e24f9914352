# What a configuration holds: config-SECTION and config-SECTION-KEY, and the words of `config show` and the reference.

config-example-head = The configuration of nudger. What stands after # does not count; take the # away where you need it.
    A password or token is better not written here. Say where it can be found.
config-reference-title = Configuration
config-reference-intro = Made by `make docs` from the models; do not edit this page by hand.
config-reference-search = nudger reads the file after `--config`. Else it reads `$NUDGER_CONFIG`, and else `nudger.toml` in your system's folder for settings. Paths in the file begin in the folder of that file.
config-reference-leaders = For an organisation there is a folder `leaders` beside this file with one file for each leader, `NAME.toml`. It has the same sections for `language`, `goals`, `mailboxes`, `digest` and `participation`. What it says comes first.
config-reference-policy = An administrator can put a section `[nudge]` in `policy.toml`. A lower number here is fine then, a higher one is not.
config-column-key = Key
config-column-kind = Kind
config-column-default = Default
config-column-meaning = Meaning
config-kind-switch = `true` or `false`
config-kind-text = text
config-kind-whole = whole number
config-kind-number = number
config-kind-date = date
config-kind-file = path
config-kind-secret = secret
config-kind-moment = day and time
config-kind-table = section
config-kind-list = list: { $of }
config-required = needed
config-origin-default = default
config-hosts = For { $network } nudger contacts: { $hosts }
config-hosts-none = nobody, you paste the text yourself

config-top-version = The version of this format.
config-top-language = The language of nudger: "nl" or "en". Else nudger follows the language of your computer.

config-organisation = The organisation.
config-organisation-domains = Its own domains. A mail is internal when all addresses are in these.
config-organisation-time_zone = The time zone in which days and weeks are counted.
config-organisation-country = The country, for its holidays.
config-organisation-deny = Mail from or to these addresses is never looked at. A whole domain is fine too: "@voorbeeld.example".
config-organisation-optout = The file of colleagues who do not want to take part. It counts for everyone.
config-organisation-contact = The address to which colleagues mail "no nudger" and leaders "I take part".
config-organisation-authserv_id = The name your mail server puts in Authentication-Results. Then nudger counts whether the sender is real.

config-goals = Your goal. You have one or two.
config-goals-id = The short name. Ready to choose are ideas, workload and errors; a name of your own is fine too.
config-goals-title = The goal in a few words.
config-goals-words = Words by which you know a mail about this goal.
config-goals-community = The community on the network where this belongs.
config-goals-promise_days = Within so many working days you answer each idea.
config-goals-paused = With true this goal rests and does not count.

config-mailboxes = Your mailbox, with a name of your own choice. With more mailboxes, give each a section; the first one names your ledger.
config-mailboxes-host = The IMAP server.
config-mailboxes-tls = The protection: "implicit", "starttls", or "loopback-plain" for a server on this computer.
config-mailboxes-port = The port. By default 993, and 143 with the other two kinds of protection.
config-mailboxes-username = The name with which you sign in. With Dovecot "name*master" works too.
config-mailboxes-auth = How you sign in: "password", "oauth2-microsoft" or "oauth2-google".
config-mailboxes-password = Where the password can be found: command, env, file or keyring.
config-mailboxes-ca_file = The file with the certificate of your own CA.
config-mailboxes-addresses = Your own addresses.
config-mailboxes-folders = The folders that nudger reads.
config-mailboxes-sent = The folder of sent mail, when nudger does not find it.
config-mailboxes-look_back_days = How many days the first run looks back. With 0 it reads all.

config-networks = Your network, with a name of your own choice. Without this section you get text to paste yourself.
config-networks-type = The kind, such as "viva-engage", "matrix" or "handoff".
config-networks-url = The address of the network. Only its host is contacted. Viva Engage, Teams and Slack have their API at www.yammer.com, graph.microsoft.com and slack.com: with the address of their pages that host is contacted, and no other. The address of a Teams workflow lies at logic.azure.com or api.powerplatform.com.
config-networks-token = Where the key can be found: command, env, file or keyring.
config-networks-username = The name with which you sign in, when the network asks for one.
config-networks-team = The team, when the network asks for one.
config-networks-post_as = What a post becomes in Jive: "discussion", "question", "post" (in a blog) or "idea".
config-networks-smtp = With "email": the mail server that sends the post. The keys are those of [digest.smtp].
config-networks-reader = An account that only reads. With it a nightly run of a service can see reactions and count conversations; it holds no token that can post.
config-reader = An account that only reads. With it a nightly run of a service can see reactions and count conversations.
config-reader-token = Where the key of that account can be found: command, env, file or keyring.
config-reader-username = The name of that account, when the network asks for one.
config-networks-feeds = Atom or RSS addresses that tell what is new, for a network that you reach only by pasting or mail.
config-networks-notifications = The senders of mails about reactions to your posts.
config-networks-ca_file = The file with the certificate of your own CA.

config-microsoft = The app that IT has made in Microsoft 365, for mail and Viva Engage.
config-microsoft-tenant = The name or number of your tenant.
config-microsoft-client_id = The number of the app.
config-microsoft-client_secret = For a service: where the secret of the app can be found.
config-microsoft-certificate = For a service: the file with the key and the certificate of the app. This is safer than a secret.

config-google = The app that IT has made at Google, for mail.
config-google-client_id = The number of the app, for a person who signs in.
config-google-client_secret = Where the secret of that app can be found.
config-google-service_account = For a service: the file with the key of the service account.

config-digest = The weekly message.
config-digest-when = When it comes: once or twice a week.
config-digest-to = The address to which it goes.
config-digest-smtp = The server that sends it.
config-digest-sendmail = Without a server: the program that sends it.
config-smtp = The server that sends the weekly message.
config-smtp-host = The SMTP server.
config-smtp-tls = The protection: "starttls", "implicit", or "loopback-plain" for a server on this computer.
config-smtp-port = The port. By default 587, with "implicit" 465, and with "loopback-plain" 25.
config-smtp-username = The name with which nudger signs in.
config-smtp-auth = How nudger signs in: "password", "oauth2-microsoft" or "oauth2-google".
config-smtp-password = Where the password can be found: command, env, file or keyring.
config-smtp-ca_file = The file with the certificate of your own CA.

config-contact = The mailbox of the address at contact. `nudger poll --all` reads it first, and changes nothing in it.
config-contact-host = The IMAP server.
config-contact-tls = The security: "implicit", "starttls", or "loopback-plain" for a server on this computer.
config-contact-port = The port. 993 by default, and 143 with the other two kinds of security.
config-contact-username = The name with which nudger signs in.
config-contact-auth = How nudger signs in: "password", "oauth2-microsoft" or "oauth2-google".
config-contact-password = Where the password can be found: command, env, file or keyring.
config-contact-ca_file = The file with the certificate of your own CA.
config-contact-folder = The folder in which the mail comes in.

config-nudge = How often nudger suggests something. All numbers stand in `nudger/nudges/policy.toml`.

config-judge = The verdict.
config-judge-packs = Rules of your own, beside those of nudger.
config-judge-model = The model: "builtin", or the folder of another one.
config-judge-ask_from = From this chance on nudger asks you.
config-judge-suggest_from = From this chance on nudger suggests it.

config-ledger = What nudger remembers. There is no text of your mail in it.
config-ledger-directory = The folder. Never choose one on a network drive.
config-ledger-keep_days = It is kept for so many days.

config-nightly = The nightly run over many mailboxes.
config-nightly-engine = On this computer ("local") or on more computers ("dask").
config-nightly-workers = So many mailboxes at the same time.
config-nightly-per_host = At most so many connections to one mail server at the same time.
config-nightly-minutes = After so many minutes no new mailbox is begun; what is left comes first the next night.
config-nightly-metrics_file = A file with figures for Prometheus, written at the end of each night.
config-nightly-ca_file = The file with the certificate of the CA, for dask.
config-nightly-cert_file = The certificate of nudger, for dask.
config-nightly-key_file = The key that goes with that certificate.
config-nightly-scheduler = The address of the dask scheduler. On another computer it begins with tls://.

config-mailbox_template = For an organisation: what each mailbox looks like. The name of the file in the folder leaders comes in the place of {"{user}"}.

config-participation = A leader's own yes. This section stands in leaders/NAME.toml.
config-participation-who = Who said yes.
config-participation-when = On which day.
config-participation-how = How: by mail, on paper.
config-participation-figures = A separate yes: her totals a week count in the report of the organisation.
config-name = NAME
config-all-well = All is well.
