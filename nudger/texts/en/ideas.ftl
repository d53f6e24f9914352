# The ideas and what became of them: `nudger ideas`.
ideas-none = No idea has reached you yet.
ideas-intro = { $n ->
    [one] One idea reached you.
   *[other] { $n } ideas reached you.
  }
ideas-line = { $id }  { $title }: { $stage }, { $ago }
ideas-untitled = (no title yet)
ideas-stage-asked = asked
ideas-stage-answered = answered
ideas-stage-tried = tried
ideas-stage-result = with a result
ideas-how = Give an idea a title of your own: nudger ideas ID --title "..."
