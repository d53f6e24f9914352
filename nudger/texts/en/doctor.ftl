# The examination of `nudger doctor`.
doctor-level-ok = ok
doctor-level-warn = note
doctor-level-fail = fail
doctor-config = Configuration: { $path }
doctor-rules = { $n } rules in order
doctor-model-outdated = Your own model { $name } was made for another version of nudger; the model that everyone has judges now. To learn again: nudger train
doctor-model = Model { $model } in order
doctor-ledger = Ledger: { $path } ({ $n ->
    [one] 1 mail looked at
   *[other] { $n } mails looked at
  })
doctor-folder = Mailbox { $mailbox }, folder { $folder }: { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }, read only
doctor-mailbox = Mailbox { $mailbox }
doctor-sent = Mailbox { $mailbox }: sent mail is in { $folder }
doctor-no-sent = Mailbox { $mailbox }: the folder of sent mail was not found. Put its name at sent in the configuration. Without it nudger cannot know what you answered, so open answers are off.
doctor-no-goal = No goal is chosen yet. Put one or two at [[goals]] in the configuration.
doctor-no-network = There is no network yet. You can copy texts and post them yourself.
doctor-folder-open = Mailbox { $mailbox }, folder { $folder }: { $n ->
    [one] 1 mail
   *[other] { $n } mails
  }. nudger only reads, but the server does not say that it opened the folder for reading only.
doctor-outsiders = In the last { $days } days { $threads } conversations with colleagues stopped at one domain from outside: { $domain }. Is this yours? Then put it at domains under [organisation].
doctor-server = { $n } of { $of } mails say that they came in through { $server }. Is this your own mail server? Then put it at authserv_id under [organisation], and nudger counts whether a sender is real.
doctor-server-other = authserv_id under [organisation] is { $configured }, but { $n } of { $of } mails say that they came in through { $server }. So hardly any sender counts as real. Is { $server } your own mail server? Then put that name there.
doctor-sending = { $host } lets nudger in to send
doctor-network = Network { $network }: signed in as { $account }
doctor-network-hosts = Network { $network }: nudger contacts only { $hosts }
doctor-notifications-unproven = Network { $network }: mails about reactions are not believed, because nothing proves their sender. Put the name of your own mail server at authserv_id under [organisation].
doctor-network-by-hand = Network { $network }: you paste the text yourself, so there is nothing to sign in to
doctor-community-ok = Community { $community }: you can post there
doctor-community-closed = Community { $community }: your account cannot post there. Ask who looks after it.
doctor-community-missing = Community { $community } is not there for your account. `nudger network communities` shows which are.
doctor-not-participating = { $owner } did not say yes; the mailbox was not opened.
doctor-contact = Contact mailbox
doctor-of = { $name }: { $ok } of { $all } in order
doctor-owner = { $owner } cannot be examined.
