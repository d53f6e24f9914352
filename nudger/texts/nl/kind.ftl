# Soorten bericht.
kind-idea = idee
kind-discussion = discussie
kind-question = vraag aan de groep
kind-share = iets om te delen
kind-announcement = aankondiging
kind-task = taak
kind-logistics = planning
kind-automatic = automatisch bericht
kind-social = persoonlijk of gezellig
kind-other = iets anders
kind-gated = overgeslagen
