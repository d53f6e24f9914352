# Het rapport van de organisatie.
organisation-title = De organisatie: { $n } of meer leidinggevenden samen
organisation-none = Er is nog geen periode klaar. Elke periode duurt vier weken en is ruim twee weken later klaar.
organisation-period = { $first } tot en met { $last }
organisation-few = Niet te tonen: minder dan { $n } leidinggevenden delen hun cijfers, of een cijfer zou over één van hen gaan.
organisation-hidden = niet te tonen
organisation-value = { $n }
organisation-mails = mails
organisation-talk = gesprekken per mail
organisation-ideas = daarvan ideeën
organisation-questions = daarvan vragen
organisation-discussions = daarvan discussies
organisation-stayed = daarvan in de mail gebleven
organisation-moved = daarvan naar het netwerk gegaan
organisation-left-on-mail = gesprekken die terecht per mail gaan
organisation-footer = Elk cijfer is afgerond op vijf en gaat over { $n } of meer leidinggevenden. Wie erbij zit, wordt deels geloot.
    Eén gesprek kan bij meer leidinggevenden meetellen. Een periode wordt één keer gemaakt en verandert daarna niet.
    Een cijfer over één persoon of één team bestaat niet. Definitie { $hash }.
organisation-one-team = Een rapport over één team of één leidinggevende bestaat niet.

    Waarom niet? Bij zo weinig mensen zegt een cijfer iets over één persoon.
    Dat is ook zo afgesproken met de ondernemingsraad en met wie meedoet.

    Wat wel kan:
    - Het rapport over { $n } of meer leidinggevenden samen: nudger report --organisation
    - Praat met de leidinggevende over het doel. Vraag haar niet om haar eigen rapport.
    - Vraag het team zelf hoe het gaat. Dat zegt meer dan een cijfer.
