"""What is counted as talk, in one place. The definition's short hash stands under every report."""

from __future__ import annotations

import hashlib

TEXT = (
    "talk v3: by mail a thread with every participant inside the organisation, two or more authors, one or more "
    "replies and at least one message that is an idea, a discussion or a question; automatic, list and calendar "
    "mail not counted; "
    "on the network a conversation of two or more people with one or more replies; "
    "week of the first message, ISO 8601, in the organisation's time zone; fixed seven days after the first message; "
    "weeks in which a network was not read whole are left out; "
    "share = threads by mail / (threads by mail + conversations on the network); "
    "where no network is read: threads that stayed on mail / threads that began by mail; "
    "load = all mails that came or went; answered = the owner wrote in the thread after the idea or question"
)
"""The definition in words; a change of it starts a new series."""

DEFINITION = hashlib.sha256(TEXT.encode()).hexdigest()[:8]
"""Kept with every weekly count, so that counts under different definitions are never added."""

SETTLE_DAYS = 7
MIN_PEOPLE, MIN_REPLIES = 2, 1
"""What makes a conversation on the network one: nobody converses alone."""
