# Kinds of message.
kind-idea = idea
kind-discussion = discussion
kind-question = question to the group
kind-share = something to share
kind-announcement = announcement
kind-task = task
kind-logistics = planning
kind-automatic = automatic message
kind-social = personal or social
kind-other = something else
kind-gated = skipped
