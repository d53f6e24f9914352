# The announcement: the goal first, later the network.
announce-and = {" and "}
announce-goal = What I want to reach with you: { $titles }.
announce-why = You see every day what could be better. Those ideas and questions I want to hear, from everyone.
announce-promise = { $days ->
    [one] You get an answer from me within one working day, also when it is no.
   *[other] You get an answer from me within { $days } working days, also when it is no.
  }
announce-ask = What is your first thought about this? Tell me or write to me.
announce-after-goal = Send this, or tell it in a meeting. Once the goal is clear to all: nudger announce network
announce-network = For our goal ({ $titles }) we get a place where everyone can read and join in.
announce-where = You find it here: { $name }
announce-where-link = You find it here: { $name } ({ $link })
announce-mail-too = Whoever would rather mail can go on doing so. I will answer there too.
announce-privacy = nudger reads my own mailbox and suggests to me which conversations could be of use to more people. Your words are never taken over without asking you.
announce-after-network = Once it is sent: nudger announce --done YEAR-MONTH-DAY. From that day on the report compares before with after.
announce-done = Announced on { $day }. From then on the report compares before with after, and suggestions go beyond what you begin yourself.
