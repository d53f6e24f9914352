# The help of the command line. For each command: cli-NAME is one short line, cli-NAME-long a paragraph, a sentence a line.

cli-language-name = English
cli-main = Finds the good conversations in your mail and helps them to the network.
cli-main-long = nudger reads your mail, and only reads.
    It looks for internal mails that are really a conversation or an idea, and suggests to move them to the network.
    Nothing leaves without your yes.

## Headings
cli-heading-everyday = Every day
cli-heading-files = With files
cli-heading-upkeep = Upkeep
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-always = With every command

## Options of every command
cli-option-config = The configuration is in this file.
cli-option-lang = Dutch or English.
cli-option-json = Give JSON, for other programs.
cli-option-mailbox = This mailbox only.
cli-option-quiet = Show no progress.
cli-option-verbose = Show more; twice for more still.
cli-option-log = Write a log to this file, without text from mail.
cli-option-exit-code = End with 10 when something waits for you.
cli-option-as-of = Act as if it were this moment.
cli-option-demo = Work on the fictional mailbox of the demo.
cli-option-version = Show the version.
cli-option-help = Show this help.

## Options that several commands share
cli-option-all = For everyone who takes part.
cli-option-passphrase-file = The pass phrase is the first line of this file, which only you can read.
cli-option-html = Write a page to this file.
cli-option-csv = Write the figures to this folder.
cli-option-weeks = This many weeks back.
cli-option-internal = This domain is the organisation's own.
cli-option-owner = This mail address is yours.
cli-option-send = Send it by mail.
cli-option-until = Until this date.
cli-option-organisation = About the whole organisation, from ten owners on.

## Every day
cli-demo = See everything on a fictional mailbox.
cli-demo-long = Plays half a year of a fictional organisation: reading, suggestions, reasons and a report.
    You need no account for it, and nothing goes out to the internet.

cli-poll = Read and judge new mail.
cli-poll-option-all = Read every owner who participates; one bad mailbox never stops the others.
cli-poll-long = Reads what is new in your mailbox, judges it and remembers the outcome.
    Nothing in your mailbox changes, and no text of your mail is kept.
    You can repeat this as often as you like.

cli-review = See what is ready for you.
cli-review-long = Shows first who waits for your answer, then the conversations that fit the network.
    For each one you choose: post, edit, copy, ask the author, later or no.
    You always see the exact text first, and who can read it.

cli-answers = Who waits for your answer?
cli-answers-long = Shows the ideas, questions and reactions that wait for your answer.
    You can answer, hand it over, or say that you have answered already.

cli-answers-option-network = On this network, without a mailbox.
cli-answers-option-community = In this community.

cli-ideas = The ideas, and what became of them.
cli-ideas-long = Shows each idea that reached you and what happened to it.

cli-ideas-option-title = Your title for this idea; it is kept.
cli-ideas-option-note = What came of it, in your words; they are kept.

cli-digest = The weekly message.
cli-digest-long = Makes the short weekly message: who waits for you, and what fits the network.
    When there is nothing to say, there is no message.
    With --send it is mailed to you alone, once for each agreed moment. You can answer it by mail.

cli-report = The report: from mail to network.
cli-report-long = Shows how conversation moves from mail to the network: first ideas and answers, then your goal, then the figures.
    Each figure says what it rests on.
    When it is too early to tell, the report says so.
cli-report-option-organisation = The report about ten or more leaders together.
cli-report-option-team = There is no report about one team; this explains why.

cli-status = Where things stand.
cli-status-long = Shows when mail was last read, what is ready for you and when the next weekly message comes.

cli-doctor = Check that everything works.
cli-doctor-long = Checks the configuration, signs in to your mailbox and your network, and says what you can do when something does not work.
    Nothing is posted or changed.
cli-doctor-option-all = The contact mailbox and everyone who takes part; of each only what is not in order.

cli-explain = Why is this a suggestion, or why not?
cli-explain-long = Says why a conversation was suggested or not: the rules, the words that counted and your goal.
    You give the id of a suggestion, or a file with one mail.

## With files
cli-scan = Look at a mail file.
cli-scan-long = Looks once at an mbox, a Maildir or single mails, and shows which conversations fit the network.
    Nothing is kept.

cli-scan-option-imap = Look at the mailbox of the configuration.

cli-classify = Each mail as one line of JSON.
cli-classify-long = Gives one line of JSON for each mail, with the verdict and the chances, in the order of the input.
    This is for scripts and for measuring.

cli-classify-option-ungated = Give figures too where a rule forbids a suggestion.
cli-classify-option-text = Add the author's own words.

## Upkeep
cli-init = Set nudger up, step by step.
cli-init-long = Asks what nudger needs: your goal, your network, your mailbox and when you want the weekly message.
    Nothing is read before you say yes.

cli-init-option-goal = A goal: ideas, workload, errors, or your own words. Once or twice.
cli-init-option-days = You answer within this many working days.
cli-init-option-address = Your mail address; repeat it for other addresses of yours.
cli-init-option-host = The mail server, where the address does not tell.
cli-init-option-auth = How you sign in.
cli-init-option-client-id = The client_id of the app that IT registered.
cli-init-option-username = The name to sign in with, where it is not the address.
cli-init-option-password-env = The password is in this environment variable.
cli-init-option-password-file = The password is in this file.
cli-init-option-domain = A domain of your own; may be repeated.
cli-init-option-folder = A folder to read; may be repeated.
cli-init-option-sent = The folder of sent mail, where it cannot be found.
cli-init-option-network = The kind of network (see nudger network list).
cli-init-option-url = The link to the network.
cli-init-option-community = The group where your goal is at home.
cli-init-option-when = Day and time of the weekly message.
cli-init-option-overwrite = Replace the configuration that is there.
cli-init-option-no-read = Read nothing back yet.

cli-login = Sign in to your mail or your network.
cli-login-long = Signs you in to your mail or your network. The key is kept in the keyring of your computer, or in a file that only you can read.
    With `mail` or `network` only that one. You type a password or token at a question, never in the command.

cli-logout = Sign out.
cli-logout-long = Takes the key of your mail or your network out of the keyring.

cli-resolve = Find out whether a post was placed.
cli-resolve-long = Sometimes the line is cut while a post is being placed.
    With this you see whether it is there, and choose what happens next.

cli-resolve-option-sent = It is there, and this is the link.
cli-resolve-option-not-sent = It is not there; let it wait again.

cli-retract = Take a post back.
cli-retract-long = Takes back a post.
    You first see who has replied to it.
    Where a post cannot be taken back, nudger says so.
    With --to it goes to another community, after a new yes.

cli-retract-option-to = Then place it in this community.

cli-goal = See or choose your goal.
cli-goal-long = Shows your goals, with examples.
    You have one or two, so that everyone knows what it is about.

cli-goal-list = Show your goals and their figures.
cli-goal-note-option-month = The figure of this month (2026-11) instead of the present one.
cli-goal-note = Note the figure of this month.
cli-goal-note-long = Notes the figure of this month with your goal, so that it is in the report.
cli-goal-add = Take on a goal.
cli-goal-add-long = Takes on a goal: ideas, workload or errors, or a goal in your own words.
    At most two count at a time. One that rests counts again this way.
cli-goal-add-option-word = A word by which you know a mail about this goal; may be repeated.
cli-goal-add-option-community = The group where this goal is at home.
cli-goal-add-option-days = You answer within this many working days.
cli-goal-pause = Let a goal rest.
cli-goal-pause-long = Lets a goal rest. It then weighs on nothing; your figures are kept.
cli-goal-remove = Take a goal out.
cli-goal-remove-long = Takes a goal out of your configuration. The figures that you noted are kept.
cli-goal-examples = Examples from care, production and schools.

cli-network = Choose or check your network.
cli-network-long = Helps you choose a network with a list of questions, shows its communities and checks that nudger can reach it.

cli-network-list = Show what nudger can do on each network.
cli-network-list-long = Shows for each network what nudger can do there, and how that was tested.

cli-network-choose = Choose a network with a checklist.
cli-network-choose-long = Asks four questions and says which network suits your goal, with the reasons.
    It also makes a page that you can send to IT.

cli-network-choose-option-exchange = Exchange of information: 2 needed, 1 it helps, 0 no.
cli-network-choose-option-documents = Documents that are always up to date: 2, 1 or 0.
cli-network-choose-option-video = Video: 2, 1 or 0.
cli-network-choose-option-apps = Apps on the phone: 2, 1 or 0.
cli-network-choose-option-point = A point of your own; may be given more than once.
cli-network-choose-option-out = Write the page for IT as Markdown.
cli-network-choose-option-html = Write the page for IT as a web page.

cli-network-communities = Show which communities there are.
cli-network-communities-long = Shows the communities that your account can reach, with who can read them.

cli-network-test = See whether the network lets you in.
cli-network-test-long = Signs in to your network and looks whether the communities of your goals are there.
    Nothing is posted.

cli-announce = Tell others what you are going to do.
cli-announce-long = Makes the texts to announce your goal first, and the network only when the goal is clear to all.

cli-announce-option-done = It was announced on this day.

cli-kit = A page to hand out.
cli-kit-long = Makes a page to hand out: for the start with your team, for the IT department or for the works council.

cli-kit-it = A page for the IT department.
cli-kit-it-long = Prints one page for IT, filled from your configuration: which app to register, with which rights, and what else to switch on.

cli-kit-team = A page for the start with your team.
cli-kit-team-long = Prints one page for the start: the goal, half an hour together, your promise, and the question who helps.
    Names are on it only when you type them.
cli-kit-team-option-ambassador = Someone who said yes; may be repeated. It is kept nowhere.

cli-train = Learn from your choices.
cli-train-long = Learns from what you did and did not post, so that the suggestions suit you better.
    No text of your mail is kept for it.

cli-train-option-base = Learn from these labelled files (for makers of nudger).
cli-train-option-out = Put the model in this folder.

cli-evaluate = Measure how good the verdicts are.
cli-evaluate-long = Measures how often the verdict is right, for each language, on mail that the model has not seen before.

cli-evaluate-option-by = What is new in the test: senders, threads or time.

cli-model = See or change the model.
cli-model-long = Shows which model judges, and switches to another or an older one.

cli-model-list = The models on this computer.
cli-model-use = Use this model.
cli-model-rollback = Back to the model before this one.

cli-leaders = Who takes part.
cli-leaders-long = Manages the leaders who take part.
    Each of them has said yes and can always stop.

cli-leaders-import = Add leaders from a CSV file.
cli-leaders-list = Show who takes part.
cli-leaders-remove = Remove someone, with all that was kept.

cli-privacy = What is kept.
cli-privacy-long = Shows what is kept, wipes what is about one address, or makes an overview for the privacy officer.

cli-privacy-show = What is kept about an address.
cli-privacy-forget = Wipe what is kept about an address.
cli-privacy-report-option-sample = Show a fictional row of every table too.
cli-privacy-report = What is kept, and for how long.

cli-optout = Leave a colleague out.
cli-optout-long = Makes sure that conversations with this colleague are never suggested.
    What was ready already is withdrawn.

cli-purge = Wipe what is old.
cli-purge-long = Wipes what has been kept longer than was agreed.
    Every `nudger poll` does so too.

cli-export = Take along to another computer.
cli-export-long = Puts settings, ledger and keys in one file with a pass phrase, for a new computer.
    Passwords and tokens do not go along.

cli-import = Put back on this computer.
cli-import-long = Puts back what you made with `nudger export`.

cli-pause = No suggestions for a while.
cli-pause-long = Stops everything for a while, for example when you are on leave.
    Until then no clock runs and no message comes.

cli-resume = Go on again.
cli-resume-long = Starts again after a pause, with one list of what came in meanwhile.

cli-stop = End with nudger.
cli-stop-long = Stops reading and suggesting.
    You choose whether what was kept is wiped too.

cli-config = The configuration.
cli-config-long = Shows the configuration, checks it or gives an example.

cli-config-show = Every value, and where it comes from.
cli-config-show-long = Shows each value and whether it comes from a file or is the default.
    Passwords and tokens stay hidden.

cli-config-validate = Check the configuration.
cli-config-validate-long = Reads the configuration and the rules, and names everything that is not right at once.

cli-config-example = An example to begin with.
cli-config-example-long = Gives a configuration with every line explained, ready to change.
