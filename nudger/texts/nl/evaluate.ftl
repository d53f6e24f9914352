# Eerlijke cijfers, voor makers van nudger.
evaluate-begins = Leren en toetsen op { $n } gelabelde mails. Dit duurt enkele minuten.
evaluate-by-sender = Mail van afzenders van wie niets geleerd is
evaluate-by-thread = Mail uit gesprekken waarvan niets geleerd is
evaluate-by-time = Mail die verstuurd is na alles waarvan geleerd is
evaluate-set = { $name }: { $n } mails, { $talk } gesprek, { $worth } het delen waard
evaluate-talk = {"  "}gesprek: gemiddelde precisie { $value } ({ $low } tot { $high }), fout van de kansen { $error }
evaluate-worth = {"  "}het delen waard: gemiddelde precisie { $value } ({ $low } tot { $high }), fout van de kansen { $error }
evaluate-suggested = {"  "}voorgesteld: { $right } van { $n } terecht; { $worth } waren het delen waard; { $sensitive } duidelijk gevoelig
evaluate-meaning = Tussen haakjes: daar liggen 95 van de 100 trekkingen van afzenders. De afzenders die voor de laatste meting bewaard zijn, deden niet mee.
