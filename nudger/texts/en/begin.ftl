# The beginning.
begin-offer = Welcome to nudger. There is no configuration yet.

    nudger demo             see everything on a fictional mailbox, without an account
    nudger init             set nudger up for your own mail, in a few minutes
    nudger scan FOLDER.mbox look at a folder that you exported from your mail yourself
    nudger config example   a configuration to begin with
    nudger --help           everything nudger can do
