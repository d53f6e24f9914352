# The examination of `nudger doctor`.
doctor-level-ok = ok
doctor-level-warn = note
doctor-level-fail = fail
doctor-config = Configuration: { $path }
doctor-rules = { $n } rules in order
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
