# Het begin.
begin-offer = Welkom bij nudger. Er is nog geen configuratie.

    nudger demo             alles zien op een verzonnen postvak, zonder account
    nudger init             nudger instellen voor je eigen mail, in een paar minuten
    nudger scan MAP.mbox    een map bekijken die je zelf uit je mail hebt geëxporteerd
    nudger config example   een configuratie om mee te beginnen
    nudger --help           alles wat nudger kan
