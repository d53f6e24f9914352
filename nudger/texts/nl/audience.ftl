# Waar naar gekeken wordt voor het plaatsen: hoeveel er vandaag al ging, en wat er al staat.
audience-enough = nudger heeft voor vandaag genoeg geplaatst. Dit kan tot morgen wachten; het blijft klaarliggen.
audience-similar = Daar staat al iets over hetzelfde, zo lijkt het ({ $ago }): “{ $first }”
audience-similar-still = Liever daar reageren? Dan nee. Of dit er toch naast plaatsen? [j/N]
