# `nudger init`: the questions, in their order.
init-ask = { $question }
init-ask-usual = { $question } [{ $usual }]
init-step = { $number } of { $of } · { $about }
init-about-commitment = You
init-about-goals = Your goal
init-about-mailbox = Your mail
init-about-inside = What is your own
init-about-folders = Signing in, and the folders
init-about-network = Where you talk
init-about-moment = The weekly message

init-language = Nederlands (nl) / English (en):
init-language-wrong = Type nl or en.
init-replace = There is a configuration in { $path } already. Do you want to replace it? The old one is kept, with .old after its name. yes or no:
init-replace-wrong = Type yes or no.
init-intro = nudger looks in your mail for conversations that would help more people.
    Seven short questions. Enter takes what stands between [ ]. Ctrl-C stops; what you said by then is kept.
init-resumed = You began before. What you said then stands between [ ]; Enter takes it.

init-commitment = This works when you show how: post yourself, and answer every idea.
    An idea without an answer is the worst that can happen, on a network too.
init-behind = Do you stand behind that yourself? yes or no:
init-behind-wrong = Type yes or no.
init-days = Within how many working days will you answer every idea?
init-days-wrong = Type a number from 1 to 30.
init-not-now = That is an honest answer. Nothing was set up. You can always look around: nudger demo

init-goal-own = something else, in your own words
init-goals = Which goal? One number, or two with a space between them:
init-goals-wrong = Choose one or two numbers of the list. More than two goals makes it clear to nobody.
init-goal-title = Your goal in a few words:
init-goal-title-wrong = Type a few words.
init-goal-words = Which words belong to it, with commas between them?

init-address = Your mail address:
init-address-wrong = That is no mail address. An example: fatima@voorbeeld.example
init-server-known = That mail is on { $host }.
init-app-password = There, your usual password does not open the mail for programs. Make an app password on their website.
init-server = Where is your mail?
init-server-wrong = Type one of the numbers.
init-server-microsoft = Microsoft 365 (Outlook)
init-server-google = Google Workspace (Gmail at work)
init-server-other = somewhere else
init-host = The name of the mail server:
init-host-wrong = Type the name of the server, such as imap.voorbeeld.example
init-username = The name to sign in with:
init-others = Other addresses of yours, with commas between them (Enter: none):
init-others-wrong = One of these is no mail address.
init-client-why = Here a program signs in with an app that IT registers first.
init-client = The client_id of that app (Enter: there is none yet):

init-inside = Only conversations between your own people count. With someone from outside in it, it stays mail.
init-domains = What comes after the @ for your own people? With commas between them:
init-domains-wrong = Type one or more domains, such as voorbeeld.example

init-sign-in = nudger only reads. It marks nothing as read, moves nothing and keeps no text.
init-signed-in = You are signed in already.
init-again = Try once more? yes or no:
init-again-wrong = Type yes or no.
init-sign-in-later = Fine, later then: nudger login
init-folders = These are the folders of your mailbox:
init-folder = { $number }  { $name } ({ $n ->
    [one] 1 mail
   *[other] { $n } mails
  })
init-sent = With it comes { $name } ({ $n ->
    [one] 1 mail
   *[other] { $n } mails
  }), for that is where your own words are.
init-which-folders = Which ones to read? Numbers or names, with commas between them:
init-which-folders-wrong = One of these folders is not there.
init-no-sent = In which folder is what you wrote yourself? (Enter: I don't know)
init-no-sent-wrong = There is no such folder.

init-yes = yes
init-writer = { $sent } has mail from { $address } too. Is that an address of yours? yes or no:
init-writer-wrong = Type yes or no.
init-writer-unknown = { $sent } has mail from { $address } too. If that is an address of yours, name it with --address.

init-network = Which network?
init-network-wrong = Type one of the numbers.
init-network-by-hand = I paste it myself (works anywhere)
init-network-help = help me choose
init-network-take = Take this network? With no you paste it yourself. yes or no:
init-network-take-wrong = Type yes or no.
init-network-usual = square
init-network-name = What do you call it?
init-network-name-wrong = Type a name.
init-network-url = The link to it (Enter: I don't know yet):
init-network-url-wrong = A link begins with https://
init-network-team = The name of the team there:
init-community = In which group do you talk? (Enter: I choose later)
init-choose = ›

init-digest = Once a week nudger lists what waits, and nothing when there is nothing. Only you see it.
init-when = On which day and time?
init-when-wrong = Type a day and a time, such as tue 08:30

init-summary = This goes into { $path }:
    {"  "}goal       { $goals }
    {"  "}promise    an answer within { $days ->
        [one] 1 working day
       *[other] { $days } working days
    }
    {"  "}mail       { $mail } on { $host }
    {"  "}folders    { $folders }
    {"  "}network    { $network }
    {"  "}message    { $when }
init-write = Save it? yes or no:
init-write-wrong = Type yes or no.
init-kept = What you said is kept. To go on: nudger init
init-unchanged = Fine. Everything stays as it was.
init-written = Saved in { $path }. Only you can read it.
init-next-it = Now it is IT's turn. This page is for them: nudger kit it
    Once you have the client_id, go on with nudger init.
init-read-back = Shall nudger read back 26 weeks now? Only to look. yes or no:
init-read-back-wrong = Type yes or no.

init-baseline = The last { $weeks } weeks: { $mails } mails, and { $talk ->
    [0] no conversation
    [one] one conversation
   *[other] { $talk } conversations
  } by mail. The report will compare with this.
init-waiting = { $n ->
    [one] One question or idea waits
   *[other] { $n } questions and ideas wait
  } for your answer now. To see them: nudger answers
init-earlier = This is what nudger would have offered you in the last month. It is only to look at:
init-earlier-none = In the last month nudger would have offered you nothing.
init-earlier-line = { $day }  "{ $title }", { $people } people
init-earlier-own = you began it
init-next = Today nudger only looks. From tomorrow on it lays something ready for you now and then.
    {"  "}nudger                begin each day like this: what waits?
    {"  "}nudger announce goal  a text to tell your team about the goal
    {"  "}nudger doctor         is all well?

init-file-head = Made with nudger init. Everything that can stand here: nudger config example
