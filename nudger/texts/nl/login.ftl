# Aanmelden en afmelden.
login-password = Wachtwoord van postvak { $name } (je ziet niet wat je typt):
login-token = Sleutel van { $name } (je ziet niet wat je typt):
login-code = Open { $url } in een browser, hier of op je telefoon, en typ deze code: { $code }
login-browser = Stem in de browser in voor { $name }. Gaat er geen open, ga dan op deze computer naar dit adres:
login-microsoft = Aangemeld bij Microsoft als { $name }.
login-tried = { $name }: nudger is binnengelaten.
login-nothing = { $name }: er is niets om mee aan te melden.
login-kept-keyring = { $name }: bewaard in de sleutelbos van deze computer.
login-kept-file = { $name }: deze computer heeft geen open sleutelbos. Daarom staat het in een bestand dat alleen jij kunt lezen.
login-elsewhere = { $name }: het geheim komt van { $where }, zoals de configuratie zegt.
login-removed = { $n ->
    [0] Er was niets bewaard.
    [one] Afgemeld: er is 1 sleutel weg van deze computer.
   *[other] Afgemeld: er zijn { $n } sleutels weg van deze computer.
  }
login-stays = { $name }: het geheim bij { $where } haal je zelf weg.
login-revoke-microsoft = Bij Microsoft blijft de afspraak staan. Die stop je op https://myapps.microsoft.com, of IT doet dat.
login-revoke-google = Bij Google blijft de afspraak staan. Die stop je op https://myaccount.google.com/permissions.
