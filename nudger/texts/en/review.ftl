# The conversation of `nudger review`.
review-nothing = Nothing is waiting. That is fine too.
review-intro = { $n ->
    [one] One conversation to look at. Nothing leaves without your yes.
   *[other] { $n } conversations to look at. Nothing leaves without your yes.
  }
review-vanished = { $n ->
    [one] One mail is no longer in your mailbox. That suggestion has expired.
   *[other] { $n } mails are no longer in your mailbox. Those suggestions have expired.
  }
review-item = { $i }/{ $n }  { $kind }
review-facts = { $people ->
    [one] 1 person
   *[other] { $people } people
  }, { $messages ->
    [one] 1 mail
   *[other] { $messages } mails
  }, last { $ago }
review-goal = goal: { $goal }
review-own = You began this yourself, by mail.
review-took-part = You took part in this by mail. Nobody else’s words are copied.
review-other = This comes from a colleague. Nobody else’s words are copied.
review-thread = The conversation
review-draft = Draft for { $where }
review-audience = { $members ->
    [0] Everyone in { $where } can read this; how many that are is not known. The mail went to { NUMBER($people) } people.
   *[other] { $members } people can read this. The mail went to { NUMBER($people) } people.
  }
review-masked = { $n ->
    [one] One personal detail was replaced by dots.
   *[other] { $n } personal details were replaced by dots.
  }
review-invite = You can ask { $name } to post this (a).
review-keys = [p]ost  [e]dit  [f] other form  [c]opy  [m]ail text
    {"["}a]sk the author  [w] quote  [l]ater  [n]o
    {"["}u]ndo  [q]uit  [?]
review-keys-help = p  post: you first see the exact text and who can read it
    e  edit in your own text program
    f  other form: an invitation to join in, or what came of it
    c  copy, to paste it yourself
    m  a short mail that tells where the conversation goes on
    a  ask the author to post it
    w  quote the words of the author, who said yes to that
    l  later: it comes back in a week
    n  no: this conversation never comes back
    u  undo the last choice
    q  quit; the rest stays where it is
review-unknown-key = That key does nothing here. Press ? to see what does.
review-exact = This is how it will read:
review-confirm = Post this text in { $where }? [y/N]
review-by-hand = nudger cannot post in { $where } itself. Paste the text there.
review-open-link = Link: { $url }
review-link = Is it there? Paste the link here (or leave it empty):
review-handed-off = Noted. This conversation has moved.
review-copied = Copied.
review-copy-by-hand = Copy the text between the lines.
review-mail = A short mail that tells where the conversation goes on:
review-mail-text = This conversation goes on in { $where }, so that more colleagues can join in. Do reply there: { $url }
review-mail-text-soon = This conversation goes on in { $where }, so that more colleagues can join in. Do reply there.
review-ask = A note to the author:
review-ask-text = Good point. Would you post this in { $where } yourself? Then more colleagues can join in.
review-asked = It comes back in a week.
review-later = It comes back in a week.
review-let-go = This came back twice already. I let it go.
review-why = Why not? [1] private  [2] not a good find  [3] it is there already  [4] mail is fine  [Enter] rather not say
review-declined = Fine. This conversation does not come back.
review-undone = Undone.
review-nothing-to-undo = There is nothing to undo.
review-empty-draft = The draft is not finished yet. Press e to complete it in your own words.
review-form-edited = You edited this text. Begin again in another form? [y/N]
review-form-idea = Form: an idea.
review-form-discussion = Form: a discussion.
review-form-question = Form: a question.
review-form-share = Form: something to learn from.
review-form-living = Form: an invitation to join in.
review-form-outcome = Form: what came of it.
review-no-author = These are your own words; there is nobody to ask.
review-consent = Did the author say yes? [1] by mail  [2] in person  [3] network  [Enter] no
review-no-consent = Then those words stay out. Press a to ask, or e to write it yourself.
review-asked-before = You asked the author { $ago }. Is it there already? Press n, then 3.
review-opener = { $n ->
    [one] You sent this to one person. Could this be more open?
   *[other] You sent this to { $n } people. Could this be more open?
  }
review-capitals = See whether there are names among these: { $words }
review-personal = { $n ->
    [one] There is a personal detail in this:
   *[other] There are { $n } personal details in this:
  }
review-personal-word = Type “out” (they become dots) or “fine” (they stay). Enter: back.
review-unchanged = Nothing changed.
review-no-editor = I found no text program. Put its name in EDITOR, for example: export EDITOR=nano
review-edit-title = Title on the first line, then an empty line, then the text.
review-doubt = A question to learn from: does this conversation belong on the network?
review-audit-intro = { $n ->
    [one] One more short question about an earlier conversation,
   *[other] { $n } more short questions about earlier conversations,
  } chosen by lot. That way the report knows how often the model is wrong.
review-audit = Was this conversation about an idea, a question or a discussion?
review-audit-keys = [y]es  [n]o  [Enter] not sure  [u] back  [q]uit  [x] never ask again
review-audit-off = Fine. This question will not come again. To have it back: nudger resume
review-doubt-keys = [y]es  [n]o  [u]ndo  [q]uit
review-thanks = Thank you. That counts.
review-done = { $n ->
    [0] Done.
    [one] Done. One conversation moved.
   *[other] Done. { $n } conversations moved.
  }
review-needs-terminal = `nudger review` asks you things, so it only works in a terminal.
