# Wat er van een bericht geworden is: geplaatst, geweigerd, onzeker, teruggehaald.
post-parts = Dit is te lang voor één bericht. Het wordt één bericht met { NUMBER($n) } delen: de rest komt eronder als reactie.
post-away = Het netwerk antwoordt nu niet. Kijken kan wel, plaatsen niet.
post-no-community = Ik weet nog niet in welke groep dit hoort. Zet bij je doel een community; welke er zijn zie je met `nudger network communities`.
post-wider = De mail ging naar { NUMBER($people) } mensen, dit lezen er veel meer. Typ het aantal lezers ({ NUMBER($members, useGrouping: 0) }) als je dat wilt:
post-waiting = Het antwoord bleef uit. Over { $seconds } seconden kijk ik of het er staat.
post-sent = Het staat in { $where }: { $url }
post-queued = { $where } heeft het aangenomen. Een beheerder laat het door; daarna is het te lezen.
post-refused = { $where } nam het niet aan, en het staat er dus niet. { $why ->
    [auth] De aanmelding klopt niet meer; kijk met `nudger network test`.
    [forbidden] Je mag daar niet plaatsen. Vraag het de beheerder van de groep.
    [not-found] De groep is er niet. Kijk met `nudger network communities`.
    [too-long] De tekst is te lang. Met b maak je hem korter.
    [duplicate] Er staat daar al een bericht met deze titel.
    [rate-limited] Er gaan nu te veel berichten achter elkaar. Probeer het over { $minutes ->
        [one] een minuut
       *[other] { $minutes } minuten
      } nog een keer.
    [moved] Het netwerk heeft een ander adres. Kijk naar url in je configuratie.
    [not-sent-tls] De beveiligde verbinding lukte niet. Kijk met `nudger network test`.
    [not-sent-name-unknown] De naam van het netwerk bestaat niet. Kijk naar url in je configuratie.
    [not-sent-refused] Het netwerk neemt niet op. Probeer het later nog een keer.
    [not-sent-timeout] Het netwerk antwoordt niet. Probeer het later nog een keer.
   *[invalid] Het netwerk gaf geen reden die ik ken.
  }
post-void = De groep of je account is veranderd sinds je ja zei. Er is niets geplaatst; kijk nog eens en kies opnieuw.
post-not-allowed = In { $where } mag je niet plaatsen. Er is niets geplaatst.
post-absent = Het staat niet in { $where }. Het ligt weer klaar in `nudger review`.
post-uncertain = Of het in { $where } staat, weet ik niet zeker. Kijk zelf, en zeg het met `nudger resolve { $id }`. Ik plaats het niet nog eens.
post-found = Een bericht van een eerdere keer staat in { $where }. { $url }
post-found-absent = Een bericht van een eerdere keer staat niet in { $where }. Het ligt weer klaar.
post-found-refused = Een bericht van een eerdere keer is door { $where } niet aangenomen. Het ligt weer klaar.
post-approved-already = Aan dit voorstel gaf je al een ja. Met p plaats je het, met n laat je het los.
post-stays = Het blijft klaarliggen.
post-all-known = Van elk bericht is bekend wat ervan geworden is.
post-known-already = Van { $id } is al bekend wat ervan geworden is.
post-look = Kijk in { $where } of dit bericht er staat ({ $id }):
post-is-it-there = Staat het er? [j]a  [n]ee  een andere toets: weet ik niet
post-standing = Dit bericht staat in { $where }.
post-replies = { $n ->
    [0] Er is nog niet op gereageerd.
    [one] Er staat één reactie onder.
   *[other] Er staan { $n } reacties onder.
  }
post-replies-unknown = Of erop gereageerd is, kan ik nu niet zien.
post-apology = Een eerlijk woord eronder past vaak beter dan weghalen. Bijvoorbeeld:
post-apology-text = Ik plaatste dit te snel, en dat spijt me. Dank voor jullie reacties. Ik kom erop terug.
post-take-back = Het bericht weghalen? Wie het al las, heeft het gelezen. [j/N]
post-taken-back = Weggehaald.
post-not-taken-back = Weghalen lukte niet. Doe het op het netwerk zelf: { $url }
post-by-hand = nudger kan het daar niet weghalen. Open het bericht, kies in het menu ernaast voor verwijderen, en zeg het hier.
post-is-it-gone = Is het weg? [j/N]
post-noted-gone = Genoteerd.
post-waits-uncertain = Of een bericht in { $where } staat, weet ik niet zeker. Kijk even, en dan: nudger resolve { $id }
post-waits-review = { $n ->
    [one] Eén bericht met jouw ja is nog niet geplaatst.
   *[other] { $n } berichten met jouw ja zijn nog niet geplaatst.
  } Je ziet het in `nudger review`.
post-waits-look = Wat mensen in { $where } antwoorden, kan ik niet lezen. Kijk even of iemand reageerde: { $url }
