# What became of a post: placed, refused, uncertain, taken back.
post-parts = This is too long for one post. It becomes one post in { NUMBER($n) } parts: the rest goes below it as a reply.
post-away = The network does not answer now. You can look, but not post.
post-no-community = I do not know yet where this belongs. Name a community with your goal; see which there are with `nudger network communities`.
post-wider = The mail went to { NUMBER($people) } people, and far more will read this. Type the number of readers ({ NUMBER($members, useGrouping: 0) }) if you want that:
post-waiting = No answer came. In { $seconds } seconds I look whether it is there.
post-sent = It is in { $where }: { $url }
post-queued = { $where } took it. A moderator lets it through; then it can be read.
post-refused = { $where } did not take it, so it is not there. { $why ->
    [auth] The sign-in is no longer right; see `nudger network test`.
    [forbidden] You may not post there. Ask the person who runs that community.
    [not-found] The community is not there. See `nudger network communities`.
    [too-long] The text is too long. Press e to make it shorter.
    [duplicate] There is a post with this title already.
    [rate-limited] Too many posts in a row. Try again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
      }.
    [moved] The network has another address. Look at url in your configuration.
    [not-sent-tls] The secure connection failed. See `nudger network test`.
    [not-sent-name-unknown] The name of the network does not exist. Look at url in your configuration.
    [not-sent-refused] The network does not answer the door. Try again later.
    [not-sent-timeout] The network does not answer. Try again later.
   *[invalid] The network gave no reason that I know.
  }
post-void = The community or your account changed since you said yes. Nothing was posted; look again and choose anew.
post-not-allowed = You may not post in { $where }. Nothing was posted.
post-absent = It is not in { $where }. It waits again in `nudger review`.
post-uncertain = I am not sure whether it is in { $where }. Please look, and tell me with `nudger resolve { $id }`. I will not post it again.
post-found = A post of an earlier time is in { $where }. { $url }
post-found-absent = A post of an earlier time is not in { $where }. It waits again.
post-found-refused = A post of an earlier time was not taken by { $where }. It waits again.
post-approved-already = You said yes to this one before. Press p to post it, n to let it go.
post-stays = It stays where it is.
post-all-known = Of every post it is known what became of it.
post-known-already = Of { $id } it is known already what became of it.
post-look = Please look in { $where } whether this post is there ({ $id }):
post-is-it-there = Is it there? [y]es  [n]o  any other key: I do not know
post-standing = This post is in { $where }.
post-replies = { $n ->
    [0] Nobody has replied yet.
    [one] One reply stands below it.
   *[other] { $n } replies stand below it.
  }
post-replies-unknown = Whether anyone replied, I cannot see now.
post-apology = An honest word below it is often better than taking it away. For example:
post-apology-text = I posted this too soon, and I am sorry. Thank you for your replies. I will come back to it.
post-take-back = Take the post away? Those who read it have read it. [y/N]
post-taken-back = Taken away.
post-not-taken-back = Taking it away failed. Please do it on the network itself: { $url }
post-by-hand = nudger cannot take it away there. Open the post, choose delete in the menu beside it, and say so here.
post-is-it-gone = Is it gone? [y/N]
post-noted-gone = Noted.
post-waits-uncertain = I am not sure whether a post is in { $where }. Please look, then: nudger resolve { $id }
post-waits-review = { $n ->
    [one] One post with your yes is not placed yet.
   *[other] { $n } posts with your yes are not placed yet.
  } See them in `nudger review`.
post-waits-look = What people reply in { $where }, I cannot read. Please look whether someone reacted: { $url }
