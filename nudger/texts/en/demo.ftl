# The demo.
demo-intro = This is a fictional mailbox: { $n } mails, { $weeks } weeks, a care team. Nothing goes onto the internet.
demo-server = The mails are read over IMAP, from a server on this computer.
demo-no-server = The mails are read from files. With pip install 'nudger[demo]' it goes over IMAP, as in real life.
demo-playing = Playing six months
demo-read = Read: { $n } mails ({ $counts }).
demo-digest = The weekly overview, as Fatima gets it on Tuesday
demo-why = Why the first conversation?
demo-report = What changed in { $weeks } weeks
demo-next = Now you:
demo-next-review = nudger --demo review       look at the suggestions and decide
demo-next-explain = nudger --demo explain { $id }  why this conversation
demo-next-report = nudger --demo report       all the numbers
demo-next-own = nudger scan FOLDER.mbox    a folder you exported yourself, without an account
demo-page = The report as a page: { $path }
demo-played = { $n ->
    [0] In the demo Fatima took nothing over yet.
    [one] In the demo Fatima took one conversation over to the network.
   *[other] In the demo Fatima took { $n } conversations over to the network.
  }
