"""What is counted as talk, in one place. The definition's short hash stands under every report."""

from __future__ import annotations

import hashlib

TEXT = (
    "talk thread v1: every participant inside the organisation; two or more authors; one or more replies; "
    "at least one message that is an idea, a discussion or a question; automatic, list and calendar mail not counted; "
    "week of the first message, ISO 8601, in the organisation's time zone; fixed seven days after the first message"
)
"""The definition in words; a change of it starts a new series."""

DEFINITION = hashlib.sha256(TEXT.encode()).hexdigest()[:8]
"""Kept with every weekly count, so that counts under different definitions are never added."""

SETTLE_DAYS = 7
