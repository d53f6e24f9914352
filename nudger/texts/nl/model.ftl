# Welk model er oordeelt.
model-base = { $mark } base: het model van iedereen
model-own = { $mark } { $name }: van jou, gemaakt op { $made } van { $n } keuzes; het gaf wat jij koos een kans van { $learned }, base { $base }
model-broken = { $mark } { $name }: niet te lezen ({ $reason })
model-outdated = Jouw model { $name } hoort bij een andere versie van nudger, dus nu oordeelt base. Opnieuw leren kan met: nudger train
model-used = Vanaf nu beoordeelt model { $name } nieuwe mail.
model-used-base = Vanaf nu beoordeelt het model van iedereen nieuwe mail.
