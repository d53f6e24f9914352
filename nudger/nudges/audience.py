"""Audience: what is looked at before a yes: how many will read it, how much went out today, what stands there already.

Pure decisions; :mod:`nudger.nudges.review` fetches what they need. Why: reference on pre-send controls (a mail to four
people must not land with three thousand unnoticed), and two leaders who both got the same mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from nudger.ledger.outbox_rows import Attempt, Sending
from nudger.networks.base import Draft, Recent

SIMILAR_DAYS = timedelta(days=14)
"""How far back similar posts in the same community are looked for."""
MOST_SIMILAR = 3

_WORD = re.compile(r"[^\W\d_]{5,}")
_MIN_TITLE = 2
_MIN_SHARED = 3
_MIN_SHARE = 0.5
_COUNTED = frozenset({Sending.SENDING, Sending.SENT, Sending.UNCERTAIN, Sending.RETRACTED})
"""What may have been read by others, also when it was taken back."""


def widens(people: int, members: int, factor: int) -> bool:
    """Whether so many more will read the post than the ``people`` of the mail that their number is to be typed.

    ``members`` 0 means that the number is not known; then nothing can be typed.
    """
    return members > factor * max(people, 1)


def posted(attempts: Iterable[Attempt], now: datetime, zone: tzinfo) -> int:
    """How many posts went out today (the day of ``zone``), those of which it is not known among them.

    Replies (their ids begin with ``l``, as those of loops do) are no posts: an answer is never held back.
    """
    today = now.astimezone(zone).date()
    begun = (one for one in attempts if one.part == 0 and not one.suggestion.startswith("l"))
    return sum(one.state in _COUNTED and one.started_at.astimezone(zone).date() == today for one in begun)


def similar(draft: Draft, found: Iterable[Recent]) -> list[Recent]:
    """The posts that seem to be about the same, the most alike first.

    Alike is: every long word of the title (two or more; five letters and up), or three long words in common that are
    half of those of the shorter text.
    """
    title, mine = content_words(draft.title), content_words(f"{draft.title}\n{draft.body}")
    weighed = [(_alike(title, mine, content_words(one.text)), one) for one in found]
    close = sorted((pair for pair in weighed if pair[0]), key=lambda pair: (-pair[0], pair[1].at))
    return [one for _, one in close[:MOST_SIMILAR]]


def content_words(text: str) -> frozenset[str]:
    """The words that carry what a text is about: long ones, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def _alike(title: frozenset[str], mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    share = shared / max(min(len(mine), len(theirs)), 1)
    same_title = len(title) >= _MIN_TITLE and title <= theirs
    return share if same_title or (shared >= _MIN_SHARED and share >= _MIN_SHARE) else 0.0
