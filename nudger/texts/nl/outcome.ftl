# Wat er van een mail werd.
outcome-suggest = { $n } om te delen
outcome-ask = { $n } twijfel
outcome-leave = { $n } prima per mail
outcome-gated = { $n } overgeslagen
outcome-unreadable = { $n } onleesbaar
outcome-gone = { $n } verdwenen
outcome-duplicate = { $n } dubbel
