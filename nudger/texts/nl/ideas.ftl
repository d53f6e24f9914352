# De ideeën en wat ermee gebeurde: `nudger ideas`.
ideas-none = Er is nog geen idee bij je gekomen.
ideas-intro = { $n ->
    [one] Eén idee kwam bij je.
   *[other] { $n } ideeën kwamen bij je.
  }
ideas-line = { $id }  { $title }: { $stage }, { $ago }
ideas-untitled = (nog zonder titel)
ideas-stage-asked = gevraagd
ideas-stage-answered = beantwoord
ideas-stage-tried = uitgeprobeerd
ideas-stage-result = met resultaat
ideas-how = Geef een idee een eigen titel: nudger ideas NUMMER --title "..."
