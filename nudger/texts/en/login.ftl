# Signing in and out.
login-password = Password for mailbox { $name } (you do not see what you type):
login-token = Token for { $name } (you do not see what you type):
login-code = Open { $url } in a browser, here or on your phone, and type this code: { $code }
login-browser = Say yes for { $name } in the browser. If none opens, go to this address on this computer:
login-microsoft = Signed in at Microsoft as { $name }.
login-tried = { $name }: nudger was let in.
login-nothing = { $name }: there is nothing to sign in with.
login-kept-keyring = { $name }: kept in the keyring of this computer.
login-kept-file = { $name }: this computer has no open keyring, so it is kept in a file that only you can read.
login-elsewhere = { $name }: the secret comes from { $where }, as the configuration says.
login-removed = { $n ->
    [0] There was nothing kept.
    [one] Signed out: 1 entry is gone from this computer.
   *[other] Signed out: { $n } entries are gone from this computer.
  }
login-stays = { $name }: the secret at { $where } is yours to remove.
login-revoke-microsoft = At Microsoft the agreement stays. You end it at https://myapps.microsoft.com, or IT does.
login-revoke-google = At Google the agreement stays. You end it at https://myaccount.google.com/permissions.
