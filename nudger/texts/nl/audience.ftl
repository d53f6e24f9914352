# Waar naar gekeken wordt voor het plaatsen: hoeveel er vandaag al ging, en wat er al staat.
audience-enough = nudger heeft voor vandaag genoeg geplaatst. Dit kan tot morgen wachten; het blijft klaarliggen.
audience-similar = Er lijkt daar al iets over te staan ({ $ago }): “{ $first }”
audience-similar-still = Liever daar reageren? Dan nee. Of dit er toch naast plaatsen? [j/N]
