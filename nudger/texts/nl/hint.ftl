# Kleine tips bij wat je zelf schrijft. Je mag ze naast je neerleggen.
hint-tried = Tip: “{ $words }” kan een gesprek stil laten vallen. Wat ging er toen mis, en wat is nu anders?
hint-refuses = Tip: “{ $words }” klinkt als een dichte deur. Wat zou er nodig zijn om het wel te proberen?
hint-budget = Tip: “{ $words }” sluit het gesprek. Hoe zou een kleine eerste stap eruitzien?
hint-always = Tip: “{ $words }” laat weinig ruimte. Vraag eens hoe anderen het zouden doen.
