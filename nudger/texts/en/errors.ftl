# What can go wrong, and what to do then. What follows a path (goals[1].id: ...) begins in lower case.

## The configuration as a file
errors-config-missing = There is no configuration yet: { $path } does not exist.
errors-config-missing-hint = Look around first with `nudger demo`. `nudger config example` gives you one to begin with.
errors-config-unreadable = { $path } cannot be read. See whether you can open the file yourself.
errors-config-too-large = { $path } is larger than 1 MB. That cannot be a configuration of nudger.
errors-config-too-deep = { $path } has too many lists or tables inside each other.
errors-config-not-utf8 = { $path } is not saved as UTF-8. Choose UTF-8 in your editor and save it again.
errors-config-not-toml = { $path } is not valid TOML. Often a quote or a bracket is missing.
errors-config-not-toml-at = { $path } is not valid TOML: look at line { NUMBER($line, useGrouping: 0) }, character { NUMBER($column, useGrouping: 0) }. Often a quote or a bracket is missing.
errors-config-wrong = { $count ->
    [one] One thing is not right in { $path }:
   *[other] { $count } things are not right in { $path }:
  }
errors-config-wrong-hint = `nudger config example` gives a good example. Then check yours with `nudger config validate`.

## The configuration: what is missing or too much
errors-config-required = is missing
errors-config-unknown = unknown name
errors-config-unknown-nearest = unknown name; do you mean { $nearest }?
errors-config-unknown-elsewhere = this name belongs under [{ $section }]
errors-config-unknown-top = this name belongs at the top, before the first [section]
errors-config-type-text = this takes text between quotes
errors-config-type-number = this takes a number without quotes
errors-config-type-whole = this takes a whole number without quotes
errors-config-type-boolean = this takes true or false
errors-config-type-date = this takes a date such as 2026-11-24
errors-config-type-list = this takes a list such as ["one", "two"]
errors-config-type-table = this takes a section with lines of its own
errors-config-choice = choose one of: { $choices }
errors-config-choice-nearest = do you mean { $nearest }? Choose one of: { $choices }
errors-config-at-least = this takes { NUMBER($bound, useGrouping: 0) } or more
errors-config-at-most = this takes { NUMBER($bound, useGrouping: 0) } or less
errors-config-too-few = this takes { NUMBER($bound, useGrouping: 0) } or more of them
errors-config-too-many = there is room for no more than { NUMBER($bound, useGrouping: 0) } of these
errors-config-not-valid = this value does not fit here

## The configuration: what a value looks like
errors-config-line = this takes one line of text, not empty
errors-config-name = a name has lower case letters, digits, dots and dashes, and is no longer than 40 characters
errors-config-address = this takes a mail address such as fatima@voorbeeld.example
errors-config-domain = this takes a domain such as voorbeeld.example
errors-config-group = this takes a mail address, or a whole domain such as @voorbeeld.example
errors-config-host = this takes the name of a server such as imap.voorbeeld.example
errors-config-country = this takes a country code of two letters such as NL
errors-config-time-zone = I do not know this time zone; an example is Europe/Amsterdam
errors-config-url = this takes an address that begins with https:// and has no password in it
errors-config-moment = this takes a day and a time such as "tue 08:30"
errors-config-plain-not-loopback = only a server on this computer can go without encryption; choose "implicit" or "starttls"
errors-config-password-missing = is missing; give a password, or choose another auth
errors-config-password-unused = auth = "{ $auth }" needs no password; leave this line out
errors-config-bands = suggest_from is not lower than ask_from
errors-config-scheduler-open = a scheduler on another computer begins with tls:// and also needs ca_file, cert_file and key_file
errors-config-goals-same = two goals have the same id
errors-config-microsoft-missing = is missing; auth = "oauth2-microsoft" needs it
errors-config-google-missing = is missing; auth = "oauth2-google" needs it
errors-config-secret-open = there is a secret here, and others can read { $path }; close it with `chmod 600`, or keep the secret somewhere else
errors-config-policy-only-nudge = a policy.toml has a [nudge] section only
errors-config-owner-twice = there is a mailbox with this name already; give this file another name

## Passwords and tokens
errors-secret-form = this takes one of these four: command = ["pass", "show", "mail"], env = "NAME", file = "PATH" or keyring = "NAME", between braces
errors-secret-command-form = this takes a list with the words of the command, such as ["pass", "show", "mail"]
errors-secret-command-missing = The command { $where } for your password cannot start.
errors-secret-command-failed = The command { $where } for your password gave an error.
errors-secret-command-slow = The command { $where } for your password was not done after { $seconds } seconds.
errors-secret-command-hint = Try the command yourself in a terminal. What it puts on the first line is the password.
errors-secret-env-missing = The environment variable { $where } for your password does not exist.
errors-secret-file-missing = The file { $where } with your password cannot be read.
errors-secret-file-missing-hint = See whether the path is right and the file is yours.
errors-secret-file-open = Others can read the file { $where } with your password. So I do not use it.
errors-secret-file-open-hint = Make sure that it is yours, and close it with `chmod 600`.
errors-secret-keyring-missing = Your keyring has nothing under the name { $where }.
errors-secret-keyring-missing-hint = Put it there with `nudger login`.
errors-secret-keyring-closed = Your keyring is locked, or this computer has none. So I cannot fetch { $where }.
errors-secret-keyring-closed-hint = Sign in on this computer. For a nightly run, `file` or `command` is easier.
errors-secret-empty = The first line of { $where } is empty, or it is not plain text.

## Files and folders
errors-not-yours = { $path } is not yours, or leads to another place. So I write nothing there.
errors-cannot-write = I cannot write { $path }.
errors-cannot-write-hint = See whether the disk has room and the folder is yours.

## Choices on the command line
errors-no-mailbox = The configuration has no mailbox.
errors-no-mailbox-hint = Add one under [mailboxes.NAME]. `nudger config example` gives an example.
errors-mailbox-unknown = I know no mailbox { $name }. Choose one of: { $known }
errors-id-too-short = { $id } is too short: give three characters or more.
errors-id-unknown = There is no suggestion { $id }.
errors-id-unknown-hint = `nudger digest` shows what is ready for you.
errors-id-not-unique = { $n } suggestions begin with { $id }. Give one more character.
errors-mail-gone = The mail of this suggestion is no longer in your mailbox.
errors-mail-gone-hint = The suggestion will go by itself.
errors-review-needs-terminal = `nudger review` asks questions. It needs a terminal for that.
errors-review-needs-terminal-hint = `nudger digest` lets you read what is ready for you.
errors-scan-needs-internal = I do not know which domains are your own.
errors-scan-needs-internal-hint = Name one or more, such as `--internal voorbeeld.example`.
errors-init-missing = Without questions `nudger init` needs these options: { $options }
errors-init-missing-hint = In a terminal `nudger init` asks everything step by step.
errors-init-exists = There is a configuration in { $path } already. It stays as it is.
errors-init-exists-hint = With --overwrite the new one takes its place. The old one is kept, with .old after its name.
errors-goal-third = You have two goals already, and two is enough: so everybody knows what it is about.
errors-goal-third-hint = Rest one of them first with `nudger goal pause`.
errors-not-a-host = { $host } is no name of a server, such as imap.voorbeeld.example
errors-demo-missing = The demo has not been played here.
errors-demo-missing-hint = Play it first with `nudger demo`.
errors-demo-server-silent = The mail server of the demo does not start. Try it once more.

## Files with mail
errors-file-missing = { $path } does not exist.
errors-file-closed = { $path } cannot be opened. See whether it is yours.
errors-file-damaged = { $path } is damaged: the disk gives a read error.
errors-file-no-message = { $path } is no mail that I can read.
errors-outlook-extra = { $count ->
    [one] { $path } is a mail in Outlook's own format. The part that reads it is not installed.
   *[other] These { $count } mails are in Outlook's own format. The part that reads it is not installed.
  }
errors-outlook-extra-hint = Type `pipx inject nudger "nudger[outlook]"`, or save the mails as .eml.
errors-pst-program = { $path } is an Outlook data file. To read it I need the program readpst.
errors-pst-program-hint = Debian or Ubuntu: `sudo apt install pst-utils`. macOS: `brew install libpst`. Elsewhere: drag the mails from Outlook to a folder, and scan that folder.
errors-pst-damaged = readpst cannot read { $path }. Perhaps it is damaged, has a password, or Outlook has it open.
errors-pst-damaged-hint = Close Outlook and try again. If that does not help, drag the mails to a folder, and scan that folder.
errors-pst-slow = Unpacking { $path } takes more than a quarter of an hour. I have stopped.
errors-pst-slow-hint = Drag the mails that you want to look at from Outlook to a folder, and scan that folder.
errors-folder-missing = The mailbox { $account } has no folder { $folder }.
errors-folder-name-unsafe = The name of this folder in mailbox { $account } has strange characters: { $folder }

## The mailbox on the server
errors-imap-unreachable = { $host } cannot be reached for mailbox { $account }: { $reason ->
    [timeout] the server does not answer in time
    [refused] the server does not pick up; look at the port
    [name-unknown] this name does not exist; look at host
   *[other] the line was cut
  }.
errors-imap-connection-lost = The line to { $host } was cut for mailbox { $account }. What was read is kept; next time nudger goes on.
errors-imap-busy = { $host } is too busy for mailbox { $account }. Next time nudger goes on.
errors-imap-throttled = { $host } asks to wait a while with mailbox { $account }. Next time nudger goes on.
errors-imap-tls-certificate = { $host } has no valid certificate ({ $reason }). Nothing was sent to it.
errors-imap-tls-stranger-hint = Is it the server of your own house? Then ask IT for its root certificate. Put the path at ca_file, and type `nudger doctor`.
errors-imap-tls-name-hint = The certificate is for another name. Look at host in the configuration, and type `nudger doctor`.
errors-imap-tls-expired-hint = The certificate has expired. Only IT can put that right; type `nudger doctor` when they have.
errors-imap-tls-clock-hint = The certificate is not valid yet. See whether the date of this computer is right, and type `nudger doctor`.
errors-imap-tls-failed = No safe line can be made to { $host } ({ $reason }). Nothing was sent to it.
errors-imap-tls-failed-hint = See whether tls and port fit together: "implicit" goes with 993, "starttls" with 143. Then type `nudger doctor`.
errors-imap-tls-old-hint = The server speaks only TLS 1.0 or 1.1, which are no longer safe. Ask IT for TLS 1.2 or later, and type `nudger doctor`.
errors-imap-tls-injected = Somebody between you and { $host } put something on the line before it was safe. Nothing was sent to it.
errors-imap-tls-injected-hint = Try another network. Tell IT when it happens again, and show them `nudger doctor`.
errors-imap-no-starttls = { $host } offers no STARTTLS. Nothing was sent to it.
errors-imap-no-starttls-hint = Try tls = "implicit" with port 993, and type `nudger doctor`. Did it work before, then tell IT: somebody may be changing the line.
errors-imap-login-characters = The name or password of mailbox { $account } has characters that { $host } does not take.
errors-imap-folder-missing = Mailbox { $account } on { $host } has no folder { $folder }. Look at folders and sent in the configuration.
errors-imap-folder-forbidden = The folder { $folder } of mailbox { $account } may not be read. The server says: { $answer }
errors-imap-declined = { $host } declines { $command } for mailbox { $account }. The server says: { $answer }
errors-imap-reply-unusable = { $host } gives mailbox { $account } an answer to { $command } that makes no sense.
errors-imap-no-uids = { $host } gives the mails of mailbox { $account } no lasting numbers. So nudger cannot remember what it has read.
errors-imap-uidvalidity-changed = { $host } numbered the mails in { $folder } anew ({ $account }). Next time nudger reads that folder again, without suggesting anything twice.
errors-imap-plaintext-refused = Mailbox { $account }: only a server on this computer can go without encryption, and { $host } is not on it.
errors-imap-ca-file = The certificate { $path } of mailbox { $account } cannot be read.

## Signing in
errors-login-needs-terminal = `nudger login` asks you something, and there is nobody to answer here.
errors-login-needs-terminal-hint = Run it in a terminal. For a nightly run, let password or token point to a file or a command.
errors-signin-unreachable = { $host } cannot be reached to sign in. Try again later.
errors-signin-needed = You are not signed in at { $host }.
errors-signin-needed-hint = Type `nudger login`.
errors-signin-extra = Signing in this way needs a part that is not there.
errors-signin-extra-hint = Type `pipx inject nudger "nudger[{ $extra }]"`.
errors-signin-certificate = The key or certificate of the app cannot be used.
errors-signin-certificate-hint = It is a PEM file with both the key and the certificate. Its path stands at certificate under [microsoft].
errors-signin-service-account = The key of the service account cannot be used: { $path }
errors-signin-service-account-hint = It is the JSON file that Google gives. Its path stands at service_account under [google].
errors-signin-no-google-app = The configuration names no Google app for a person.
errors-signin-no-google-app-hint = Put client_id under [google]. `nudger kit it` says what IT makes for it.
errors-signin-no-microsoft-app = The configuration names no Microsoft app.
errors-signin-no-microsoft-app-hint = Put tenant and client_id under [microsoft]. `nudger kit it` says what IT makes for it.
errors-signin-no-token = { $host } takes no sign-in with Microsoft or Google for mailbox { $account }.
errors-signin-no-token-hint = Look at host and auth in the configuration.
errors-signin-refused = { $host } does not let { $account } in. The server says: { $answer }
errors-signin-refused-silent = { $host } does not let { $account } in, and does not say why.
errors-signin-refused-hint = Look at the name and the password. nudger tries once only, so that nothing gets locked. `nudger login` signs in anew.

# For each id in nudger/signin/refusals.toml.
errors-signin-device-code-blocked = { $host } does not allow sign-in with a code here. The server says: { $answer }
errors-signin-device-code-blocked-hint = A rule of your organisation stops it. Print `nudger kit it` and ask IT for an exception for nudger.
errors-signin-policy = A rule of your organisation stops this sign-in. { $host } says: { $answer }
errors-signin-policy-hint = Try it on a computer of your organisation. Does that not help, then send this line to IT; `nudger kit it` says what they can do.
errors-signin-consent = IT has not agreed to nudger yet. { $host } says: { $answer }
errors-signin-consent-hint = Type `nudger kit it` and send that page to IT. There is a link in it to agree.
errors-signin-not-assigned = Your account may not use the app of nudger. { $host } says: { $answer }
errors-signin-not-assigned-hint = Ask IT to add you to the users of the app.
errors-signin-public-client-off = The app of nudger does not allow sign-in with a code. { $host } says: { $answer }
errors-signin-public-client-off-hint = Ask IT to set "Allow public client flows" to Yes, at Authentication of the app.
errors-signin-app-unknown = { $host } does not know the app of nudger. The server says: { $answer }
errors-signin-app-unknown-hint = Look at client_id and tenant in the configuration.
errors-signin-app-secret = The secret of the app is wrong or too old. { $host } says: { $answer }
errors-signin-app-secret-hint = Ask IT for a new one, and put it where the configuration points.
errors-signin-tenant-unknown = { $host } does not know your organisation. The server says: { $answer }
errors-signin-tenant-unknown-hint = Look at tenant under [microsoft] in the configuration.
errors-signin-other-tenant = This account is not of this organisation. { $host } says: { $answer }
errors-signin-other-tenant-hint = Sign in with the account of your work. A private window of your browser helps when another account gets in the way.
errors-signin-resource-missing = { $host } does not know what nudger asks for. The server says: { $answer }
errors-signin-resource-missing-hint = Send this line to IT; `nudger kit it` says which rights belong to the app.
errors-signin-account-locked = This account is locked. { $host } says: { $answer }
errors-signin-account-locked-hint = Ask IT to open it again. nudger does not try by itself.
errors-signin-password-expired = The password of this account is too old. { $host } says: { $answer }
errors-signin-password-expired-hint = Choose a new one, and type `nudger login` again.
errors-signin-declined = The sign-in was declined at { $host }.
errors-signin-declined-hint = Was that not your choice? Type `nudger login` again and choose to agree.
errors-signin-code-expired = The code was not used in time.
errors-signin-code-expired-hint = Type `nudger login` again. Did the browser say no after you typed the code, then IT may have a rule against it; see `nudger kit it`.
errors-signin-delegation = The service account may not read this mailbox. { $host } says: { $answer }
errors-signin-delegation-hint = Ask IT to add the number of the service account at domain-wide delegation, with the scope https://mail.google.com/.
errors-signin-again = Your sign-in at { $host } is over.
errors-signin-again-hint = Type `nudger login`. This happens after a new password, or when you were away for long.
errors-signin-app-password = { $host } wants an app password here, not your own password.
errors-signin-app-password-hint = Make one at the security page of your account (Google: myaccount.google.com/apppasswords). Then type `nudger login mail`.
errors-signin-imap-off = { $host } knows mailbox { $account }, but IMAP is off there.
errors-signin-imap-off-hint = Ask IT to switch on IMAP for this mailbox. At Gmail you do it yourself: Settings, Forwarding and POP/IMAP.
errors-signin-not-connected = { $host } knows who you are, but does not open mailbox { $account }.
errors-signin-not-connected-hint = Is this mailbox yours, then ask IT to switch on IMAP for it. Is it shared or of another person, then ask for the right to read it (Full Access).
errors-signin-smtp-off = { $host } does not let this mailbox send with SMTP.
errors-signin-smtp-off-hint = Ask IT to switch on "Authenticated SMTP" for this mailbox.
errors-signin-basic-auth-off = { $host } takes no password any more.
errors-signin-basic-auth-off-hint = Put auth = "oauth2-microsoft" or "oauth2-google" in the configuration, leave the password out, and type `nudger login mail`.
errors-signin-web-login = { $host } first wants you to sign in with a browser. The server says: { $answer }
errors-signin-web-login-hint = Open your mail in a browser, answer what it asks, and try again.
errors-signin-send-as = { $host } does not let { $account } send in this name.
errors-signin-send-as-hint = Look at username and to under [digest]. Or ask IT for the right to send as that address.
errors-signin-too-many = { $host } has seen too many tries for { $account }.
errors-signin-too-many-hint = Wait an hour, and look at the password before you try again.

## The ledger and the model
errors-already-running = nudger is at work for { $owner } already. Wait until that is done.
errors-nightly-no-dask = A part is missing for engine = "dask".
errors-clock-jumped = The clock of this computer says { $clock }; the last time it was { $last }.
errors-clock-jumped-hint = Set the clock right. If it is right after all, give the day: --as-of { $clock }
errors-nightly-no-dask-hint = Install it: pip install "nudger[dask]". Or choose engine = "local".
errors-nightly-no-scheduler = The scheduler { $address } does not answer.
errors-nightly-worker-lost = The worker that read this mailbox was lost ({ $kind }). Tomorrow again.
errors-nightly-other-version = A worker has another version, model or rules (nudger { $here }, here { $there }).
errors-nightly-secret-plain = A password that stands in the configuration itself does not go to a worker.
errors-nightly-secret-plain-hint = Keep it in a file, a variable or a command: password = { "{" } file = "..." { "}" }.
errors-night-already-running = A nightly run is at work already.
errors-night-already-running-hint = Wait until it is done. It lets go of its lock by itself.
errors-ledger-locked = Another program uses { $path }.
errors-ledger-locked-hint = Wait a moment and try once more.
errors-ledger-damaged = { $path } is damaged.
errors-ledger-damaged-hint = Put a copy back, or lay the file aside and begin anew.
errors-ledger-key-damaged = The key { $path } is damaged.
errors-ledger-key-damaged-hint = Put a copy back. Without the old key nudger no longer knows your conversations.
errors-ledger-too-new = { $path } was made by a newer nudger ({ $version }).
errors-ledger-too-new-hint = Install the new nudger here too, for example with `pipx upgrade nudger`.
errors-ledger-cannot-write = I cannot write { $path }.
errors-ledger-cannot-write-hint = See whether the disk has room and the folder is yours.
errors-model-refused = The model { $path } is not used ({ $reason }).
errors-model-refused-hint = Put `model = "builtin"` in the section [judge], or make the model anew.
errors-rules-wrong = Something is not right in the rules:
errors-rules-wrong-hint = Check them with `nudger config validate`.

# Networks
errors-network-unreachable = { $host } cannot be reached for the network { $network }: { $reason ->
    [timeout] the server does not answer in time
    [refused] the server does not answer the door
    [name-unknown] this name does not exist
    [tls] the secure connection fails; if the certificate is your own, name it in ca_file
    [address] this address cannot be right
   *[cut] the connection was cut
  }.
errors-network-hint = See with `nudger network test` whether it works again.
errors-network-login-refused = The network { $network } does not let you in. The token is wrong, or has expired.
errors-network-login-refused-hint = Make a new token and put it where `token` points. How that goes is in docs/networks.
errors-network-forbidden = { $host } does not let this account look there ({ $network }).
errors-network-moved = { $host } points to another server ({ $network }). nudger does not go there by itself.
errors-network-moved-hint = If that address is right, put it in url in the configuration.
errors-network-busy = The network { $network } is too busy. Try again in { $seconds } seconds.
errors-network-busy-hint = Nothing is lost.
errors-network-reply-unusable = { $host } gives no answer that nudger understands ({ $network }).
errors-network-not-secure = With { $host } only a secure connection will do.
errors-network-not-secure-hint = Let url in the configuration begin with https://.
errors-network-other-host = nudger does not go to { $host }: it is no host of this network.
errors-network-other-host-hint = Put the address of the network at url in the configuration. `nudger config show` says which hosts are contacted.
errors-network-reading-long = Reading { $network } took too long.
errors-post-enough = Today nudger placed { NUMBER($most) } posts, and that is the most.
errors-post-enough-hint = Try again tomorrow. The number is posts_per_day under [nudge].
errors-network-ca-file = The certificate { $path } cannot be read.
errors-network-no-url = The network { $network } has no url.
errors-network-no-url-hint = Say where the server is, for example url = "https://plein.voorbeeld.example".
errors-network-no-team = The network { $network } has no team.
errors-network-no-team-hint = Put the id of the team at team in the configuration. How to find it is in docs/networks.
errors-network-feeds-extra = Reading feeds needs a part that is not there.
errors-network-feeds-extra-hint = Type `pipx inject nudger "nudger[feeds]"`.
errors-network-no-smtp = The network { $network } has no mail server with a password.
errors-network-no-smtp-hint = Put the mail server, the name and the password at smtp in the configuration. How that goes is in docs/networks/email.md.
errors-network-plugin = The extension for networks of the type "{ $type }" cannot be loaded, or there are two.
errors-network-plugin-hint = Install it again, or take one away.
errors-network-no-token = The network { $network } has no token.
errors-network-no-token-hint = Say where the token is kept, for example token = {"{"} keyring = "plein" {"}"}.
errors-post-too-long = This text is too long for the network, even in parts.
errors-post-too-long-hint = Make it shorter with e, or turn it into a document there.
errors-post-partly-sent = A part of { $id } is on the network already, with another text or for other readers.
errors-post-partly-sent-hint = Take that away on the network itself first, or finish it there.
errors-post-changed-meanwhile = This suggestion was changed elsewhere meanwhile. Nothing was posted.
errors-post-busy = Another nudger is posting now.
errors-resolve-needs-id = Which post is this about?
errors-resolve-needs-id-hint = Give its id, for example `nudger resolve s7f2 --not-sent`.
errors-retract-needs-terminal = `nudger retract` asks questions. That only works in a terminal.
errors-retract-needs-terminal-hint = Start it in a terminal.
errors-retract-not-posted = { $id } is not on the network.
errors-elsewhere-same = This post is in { $name } already.
errors-elsewhere-closed = You may not post in { $name }.

errors-not-an-address = { $address } is not an e-mail address.
errors-export-exists = { $path } exists already. Choose another name.
errors-not-an-export = { $path } was not made with `nudger export`.
errors-export-closed = { $path } cannot be opened.
errors-export-closed-hint = The pass phrase is wrong, or the file was changed.
errors-import-exists = There is a ledger here already: { $path }
errors-import-exists-hint = Nothing was replaced. Move that file away first when you are sure.
errors-passphrase-short = A pass phrase has { $n } characters or more.
errors-passphrase-differs = The two pass phrases are not the same.
errors-passphrase-needs-terminal = The pass phrase is asked for in a terminal.
errors-passphrase-needs-terminal-hint = Or put it in a file that only you can read: --passphrase-file FILE
errors-cannot-read = { $path } cannot be read.

errors-leaders-no-name = { $path } has no column with the name "name".
errors-leaders-no-name-hint = The first line is: name,language,address
errors-leaders-wrong = { $path } has lines that cannot be used: { $rows }. Nothing was added.
errors-leaders-wrong-hint = A name has small letters, numbers, a dot or a dash; the language is nl or en.
errors-leaders-uncertain = For { $name } it is not yet known whether something was posted: { $urls }
errors-leaders-uncertain-hint = Settle that first: nudger resolve
errors-leaders-needs-terminal = Removing is done in a terminal, because the name has to be typed.
errors-loop-unknown = Nothing waits under { $id }.
errors-loop-unknown-hint = `nudger answers` shows what waits.
errors-loop-closed = { $id } is done already.
errors-loop-closed-hint = `undo` opens it again.
errors-loop-withdrawn = { $id } has lapsed: the mail is gone, or a rule forbids it.
errors-loop-no-idea = { $id } is not an idea.
errors-network-unknown = There is no network { $name } in the configuration. There is: { $known }
errors-network-cannot-read = nudger cannot read conversations on { $name }.
errors-community-unknown = There is no community { $name } on this network.

errors-no-goal = There is no goal yet, so there is nothing to announce.
errors-no-goal-hint = Put one or two in the configuration: nudger config example
errors-goal-first = The goal comes first; the network is told once the goal is clear to all.
errors-goal-first-hint = Begin with: nudger announce goal
errors-goal-unknown = There is no goal { $goal } here. There is: { $known }
errors-not-a-month = { $month } is not a month. Write it as 2026-11.
## The server that sends the weekly message
errors-smtp-unreachable = { $host } cannot be reached for sending: { $reason ->
    [timeout] the server does not answer in time
    [refused] the server does not pick up; look at the port
    [name-unknown] this name does not exist; look at host
   *[other] the line was cut
  }. Nothing was sent.
errors-smtp-busy = { $host } takes no mail now (code { $code }). Nothing was sent; try again later.
errors-smtp-refused = { $host } refuses this mail (code { $code }). Nothing was sent.
errors-smtp-refused-hint = Look at username, and at the address that the mail goes to.
errors-smtp-unknown = The line to { $host } was cut while sending. nudger does not know whether the mail arrives, so it does not send it again.
errors-smtp-tls-certificate = { $host } has no valid certificate ({ $reason }). If it is a certificate of your own, put it at ca_file, beside host in your configuration.
errors-smtp-tls-failed = There is no safe line to { $host } ({ $reason }). See whether tls and port fit together.
errors-smtp-no-starttls = { $host } offers no STARTTLS. Nothing was sent; try tls = "implicit" with port 465.
errors-smtp-plaintext-refused = Mail can go out without encryption only through a server on this computer, and { $host } is not.
errors-smtp-ca-file = The certificate { $path } cannot be read.
errors-smtp-login-characters = The name or the password of { $account } has characters that { $host } does not take.
errors-smtp-no-sign-in = { $host } has no way to sign { $account } in. Nothing was sent.
errors-sendmail-failed = The program { $path } did not take the mail.
errors-sendmail-failed-hint = See whether this program is there and can send mail.
errors-digest-no-way = The configuration does not say how the weekly message leaves.
errors-digest-no-way-hint = Put a section [digest.smtp] in the configuration, or sendmail = "/usr/sbin/sendmail" under [digest].
errors-digest-not-yours = The weekly message only goes to yourself, and { $address } is not among the addresses of your mailbox.
errors-digest-not-yours-hint = Put this address at addresses, or put one at to that is already there.
errors-digest-address = The address { $address } has characters that do not fit in a mail.

## Taking part and not taking part
errors-optout-wrong = { $path } cannot be understood. Nobody is read until it is right.
errors-optout-wrong-hint = It holds one list: addresses = ["eva@example.org"]
errors-participation-damaged = { $path } is damaged. Nobody is read until it is right.
errors-participation-damaged-hint = Put this file back from a backup. If you are sure that nobody said stop, you can remove it.
errors-contact-damaged = { $path } is damaged, so nothing was done with the contact mailbox.
errors-contact-damaged-hint = Put this file back from a backup. Without it nudger does every mail in the mailbox again.
errors-config-contact-not-proven = this mailbox also needs contact and authserv_id under [organisation]: only a proven sender counts
errors-config-contact-no-way = this mailbox also needs [digest.smtp] or sendmail: each request is confirmed
errors-not-participating = { $owner } did not say yes, so this mailbox is not read.
errors-not-participating-hint = A leader says yes herself: with a mail to the contact address, or with a block [participation] in her file.
errors-bug = Something went wrong that does not belong ({ $kind }).
errors-organisation-damaged = { $path } is damaged, so no new period is made.
errors-organisation-damaged-hint = Put this file back from a backup. Without it a period could be made twice.
errors-goal-there = You have this goal already: { $goal }
errors-goal-rests = This goal rests already: { $goal }
errors-goal-words = A goal is one line of text, and so is a word.
errors-model-own-refused-hint = Somebody else may have changed it. To use the model that everyone has: nudger model use base
errors-model-unknown = There is no model { $name }. There are: { $known }.
errors-model-no-earlier = There is no earlier model to go back to.
errors-train-too-few = There are { $n } choices to learn from; that is too few.
errors-train-too-few-hint = From { $least } choices on it works, with at least { $each } times yes and { $each } times no.
errors-evaluate-too-few = There are { $n } labelled mails; from { $least } on they can be measured.
errors-announced-before = The announcement is already on { $day }. That day cannot change any more.
errors-announced-before-hint = The report compares before with after. A day chosen afterwards would make that unfair.
errors-evaluate-too-alike = These mails are all of one sender, domain or conversation; none can be held out.
