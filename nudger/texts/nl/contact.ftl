# Het contactpostvak: wat er mee gebeurde, en de bevestigingen.
contact-done = Contactpostvak: { $n ->
    [one] 1 verzoek uitgevoerd.
   *[other] { $n } verzoeken uitgevoerd.
  }
contact-unclear = Contactpostvak: { $n ->
    [one] 1 mail is niet duidelijk. Lees die zelf.
   *[other] { $n } mails zijn niet duidelijk. Lees die zelf.
  }
contact-doubtful = Contactpostvak: bij { $n ->
    [one] 1 mail is de afzender niet bewezen. Er is niets mee gedaan.
   *[other] { $n } mails is de afzender niet bewezen. Er is niets mee gedaan.
  }
contact-fails = Contactpostvak: { $reason }
contact-recovered = Contactpostvak: alles is weer goed.

contact-join-subject = Je doet mee met nudger
contact-join-body = Je mailde dat je meedoet. Vanaf vannacht leest nudger je postvak.

    nudger leest alleen. Het verandert niets in je postvak en bewaart geen tekst van je mail.
    Wat het ziet, komt alleen bij jou, in je weekbericht.
    Je leidinggevende en collega's zien dit niet. De beheerder kan er technisch bij.

    Wil je stoppen? Mail dan alleen het woord "stop" naar { $contact }.
    Wist je hier niets van? Mail dan ook "stop", en vertel het aan de beheerder.
contact-stop-subject = nudger leest je postvak niet meer
contact-stop-body = Je mailde stop. Vanaf nu leest nudger je postvak niet meer.

    Wat nog wachtte is ingetrokken, en er zijn geen concepten meer.
    Wil je dat alles wordt gewist wat nudger van je bewaarde? Vraag dat aan de beheerder.
    Wil je later weer meedoen? Mail dan alleen "ik doe mee" naar { $contact }.
contact-opt-out-subject = nudger laat jouw gesprekken met rust
contact-opt-out-body = Je mailde dat je niet mee wilt doen. Dat geldt vanaf nu, bij elke leidinggevende.

    Een gesprek waar jij in zit, wordt nooit meer voorgesteld. Wat nog wachtte is ingetrokken.
    De leidinggevende ziet alleen dat een gesprek beschermd is, niet door wie.
    Jouw adres staat in een lijst die alleen de beheerder kan openen.

    Wil je later toch meedoen? Vraag dat dan aan de beheerder.
contact-share-subject = Jouw totalen tellen mee
contact-share-body = Je mailde dat je je cijfers deelt. Je totalen per week tellen mee in het rapport van de organisatie.

    Dat rapport gaat over tien of meer leidinggevenden samen. Niemand ziet jouw eigen cijfers.
    Wil je dat niet meer? Mail dan alleen "ik deel niet" naar { $contact }.
contact-unshare-subject = Jouw totalen tellen niet meer mee
contact-unshare-body = Je mailde dat je niet meer deelt. Je totalen gaan niet meer naar het rapport van de organisatie.

    Wat er in een rapport stond dat al gemaakt is, blijft staan. Daar staan alleen totalen in van velen.
    Verder verandert er niets.
