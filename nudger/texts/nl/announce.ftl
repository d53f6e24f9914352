# De aankondiging: eerst het doel, later het netwerk.
announce-and = {" en "}
announce-goal = Wat ik met jullie wil bereiken: { $titles }.
announce-why = Jullie zien elke dag wat er beter kan. Die ideeën en vragen hoor ik graag, van iedereen.
announce-promise = { $days ->
    [one] Je krijgt binnen één werkdag antwoord van mij, ook als het nee is.
   *[other] Je krijgt binnen { $days } werkdagen antwoord van mij, ook als het nee is.
  }
announce-ask = Wat is jouw eerste gedachte hierbij? Vertel of schrijf het me.
announce-after-goal = Verstuur dit, of vertel het in een overleg. Is het doel voor iedereen helder: nudger announce network
announce-network = Voor ons doel ({ $titles }) krijgen we een plek waar iedereen kan meelezen en meedenken.
announce-where = Je vindt het hier: { $name }
announce-where-link = Je vindt het hier: { $name } ({ $link })
announce-mail-too = Wie liever mailt, kan dat blijven doen. Ik antwoord daar ook.
announce-privacy = nudger leest mijn eigen postvak en stelt mij voor welke gesprekken nuttig zijn voor meer mensen. Jouw woorden neem ik nooit over zonder het te vragen.
announce-after-network = Is het verstuurd: nudger announce --done JAAR-MAAND-DAG. Vanaf die dag vergelijkt het overzicht ervoor met erna.
announce-done = Aangekondigd op { $day }. Vanaf dan vergelijkt het overzicht ervoor met erna, en kijkt nudger verder dan wat jij zelf begint.
