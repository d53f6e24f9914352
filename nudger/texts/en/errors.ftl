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
errors-secret-keyring-missing-hint = Put it there with `pipx run keyring set nudger { $where }`.
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
errors-demo-missing = The demo has not been played here.
errors-demo-missing-hint = Play it first with `nudger demo`.
errors-demo-server-silent = The mail server of the demo does not start. Try it once more.

## Files with mail
errors-file-missing = { $path } does not exist.
errors-file-closed = { $path } cannot be opened. See whether it is yours.
errors-file-damaged = { $path } is damaged: the disk gives a read error.
errors-file-no-message = { $path } is no mail that I can read.
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
errors-imap-tls-certificate = { $host } has no valid certificate ({ $reason }). If it is a certificate of your own, put it under ca_file.
errors-imap-tls-failed = No safe line can be made to { $host } ({ $reason }). See whether tls and port fit together.
errors-imap-no-starttls = { $host } offers no STARTTLS. Nothing was sent; try tls = "implicit" with port 993.
errors-imap-login-refused = { $host } does not let mailbox { $account } in. Look at the name and the password; nudger does not try twice.
errors-imap-login-characters = The name or password of mailbox { $account } has characters that { $host } does not take.
errors-imap-not-connected = { $host } knows mailbox { $account }, but IMAP is off there. Ask IT to switch it on.
errors-imap-folder-missing = Mailbox { $account } on { $host } has no folder { $folder }. Look at folders and sent in the configuration.
errors-imap-folder-forbidden = The folder { $folder } of mailbox { $account } may not be read. The server says: { $answer }
errors-imap-declined = { $host } declines { $command } for mailbox { $account }. The server says: { $answer }
errors-imap-reply-unusable = { $host } gives mailbox { $account } an answer to { $command } that makes no sense.
errors-imap-no-uids = { $host } gives the mails of mailbox { $account } no lasting numbers. So nudger cannot remember what it has read.
errors-imap-uidvalidity-changed = { $host } numbered the mails in { $folder } anew ({ $account }). Next time nudger reads that folder again, without suggesting anything twice.
errors-imap-plaintext-refused = Mailbox { $account }: only a server on this computer can go without encryption, and { $host } is not on it.
errors-imap-ca-file = The certificate { $path } of mailbox { $account } cannot be read.

## The ledger and the model
errors-already-running = nudger is at work for { $owner } already. Wait until that is done.
errors-night-already-running = A nightly run is at work already.
errors-night-already-running-hint = Wait until it is done. It lets go of its lock by itself.
errors-ledger-locked = Another program uses { $path }.
errors-ledger-locked-hint = Wait a moment and try once more.
errors-ledger-damaged = { $path } is damaged.
errors-ledger-damaged-hint = Put a copy back, or lay the file aside and begin anew.
errors-ledger-key-damaged = The key { $path } is damaged.
errors-ledger-key-damaged-hint = Put a copy back. Without the old key nudger no longer knows your conversations.
errors-ledger-too-new = { $path } was made by a newer nudger.
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
errors-network-ca-file = The certificate { $path } cannot be read.
errors-network-no-url = The network { $network } has no url.
errors-network-no-url-hint = Say where the server is, for example url = "https://plein.voorbeeld.example".
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
errors-loop-unknown = Nothing waits under { $id }.
errors-loop-unknown-hint = `nudger answers` shows what waits.
errors-loop-closed = { $id } is done already.
errors-loop-closed-hint = `undo` opens it again.
errors-loop-withdrawn = { $id } has lapsed: the mail is gone, or a rule forbids it.
errors-loop-no-idea = { $id } is not an idea.
errors-network-unknown = There is no network { $name } in the configuration. There is: { $known }
errors-network-cannot-read = nudger cannot read conversations on { $name }.
errors-community-unknown = There is no community { $name } on this network.
