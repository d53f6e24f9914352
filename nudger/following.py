"""Following: reads what happens on the networks, where that can be read without a person, and remembers it.

It never fails the run it is part of: what cannot be read is remembered as such, and said. A nightly run over many
owners holds no token of theirs; it reads only with the account that the configuration names as ``reader``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from time import monotonic
from typing import TYPE_CHECKING

from nudger.errors import NetworkUnavailable, NudgerError
from nudger.ledger.activity_rows import MAIL, READ, ActivityRow, NetworkRead
from nudger.ledger.ledger import Ledger
from nudger.ledger.outbox_rows import Sending
from nudger.ledger.states import State
from nudger.ledger.times import iso_week
from nudger.networks import network
from nudger.networks.activity import SETTLE, Eyes, conversations
from nudger.networks.base import Activity, Network
from nudger.networks.notices import Notice, OwnPost, about

if TYPE_CHECKING:
    from nudger.config.models import Network as Settings
    from nudger.workplace import Workplace

FIRST = timedelta(days=28)
"""How far back a network is read the first time."""
MARGIN = timedelta(hours=1)
"""The clocks of the network and of this machine may differ."""
PATIENCE = 120.0
"""Seconds after which reading one network is given up until the next run."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read of one network: posts since ``since``, or the ``trouble`` that kept it from being read.

    ``account`` is who we are there, empty for an account that only reads.
    """

    network: str
    since: datetime
    account: str = ""
    found: tuple[Activity, ...] = ()
    trouble: str = ""


def listen(place: Workplace, ledger: Ledger, *, unattended: bool = False) -> list[Heard]:
    """Read each network that can be read here, outside any transaction. Never raises a NudgerError."""
    reads = {read.network: read for read in ledger.activity.reads()}
    return [
        _heard(place, name, settings, reads.get(name))
        for name, settings in place.config.settings.networks.items()
        if settings.reader or settings.feeds or not unattended
    ]


def _heard(place: Workplace, name: str, settings: Settings, before: NetworkRead | None) -> Heard:
    since = begin(before, place.now)
    try:
        here = _reading(place, name, settings)
        if not here.capabilities.reads:
            return Heard(name, since, trouble=UNREADABLE)
        account = "" if settings.reader or settings.feeds else here.check()
        return Heard(name, since, account, tuple(_patiently(here, since, place.now + MARGIN)))
    except NudgerError as error:
        return Heard(name, since, trouble=error.key)


UNREADABLE = "by-hand"
"""The trouble with a network that nobody but a person can read."""


def begin(before: NetworkRead | None, now: datetime) -> datetime:
    """From when on to read: so far back that conversations which still count are read whole."""
    if before is None or before.until is None:
        return now - FIRST
    return min(before.until, now) - SETTLE - MARGIN


def _reading(place: Workplace, name: str, settings: Settings) -> Network:
    communities = [goal.community for goal in place.goals if goal.community]
    if settings.reader is None:
        return network(name, place.signins.network(settings), communities)
    changes = {"token": settings.reader.token, "username": settings.reader.username or settings.username}
    return network(name, settings.model_copy(update=changes), communities)


def _patiently(here: Network, since: datetime, until: datetime) -> Iterator[Activity]:
    ends = monotonic() + PATIENCE
    for one in here.activity(since, until):
        if monotonic() > ends:
            raise NetworkUnavailable("network-reading-long", network=here.name)
        yield one


def remember(place: Workplace, ledger: Ledger, heard: Sequence[Heard]) -> None:
    """Write down what was heard; inside a transaction."""
    rows = ledger.activity.all()
    reads = {read.network: read for read in ledger.activity.reads()}
    for one in heard:
        if one.trouble == UNREADABLE:
            continue
        ledger.activity.note_read(_noted(one, reads.get(one.network), place.now))
        ledger.crowds.note(one.network, ((a.author, a.at.astimezone(place.zone).date()) for a in one.found if a.author))
        known = {row.conversation: row for row in rows if row.network == one.network and row.source == READ}
        for row in conversations(one.found, known, _eyes(place, ledger, one)):
            ledger.activity.put(row)


def _noted(one: Heard, before: NetworkRead | None, now: datetime) -> NetworkRead:
    begun, until = (before.begun, before.until) if before else (None, None)
    if one.trouble:
        return NetworkRead(network=one.network, begun=begun, until=until, tried=now, trouble=one.trouble)
    return NetworkRead(network=one.network, begun=begun or one.since, until=now, tried=now)


def _eyes(place: Workplace, ledger: Ledger, heard: Heard) -> Eyes:
    sent = [row for row in ledger.outbox.all() if row.network == heard.network and row.state is Sending.SENT]
    accounts = {heard.account, *(row.account for row in sent)} - {""}
    posted = {*(row.remote_id for row in sent), *(post.url for post in own_posts(ledger, heard.network))} - {""}
    return Eyes(heard.network, accounts, posted, lambda id_: ledger.activity.key(heard.network, id_), place.zone)


# --- what the networks mail


def hear(ledger: Ledger, notices: Sequence[Notice], zone: tzinfo) -> None:
    """Remember the reactions that mails of the networks tell of; inside a transaction. Doing it twice is as once."""
    if not notices:
        return
    rows = {(row.network, row.conversation): row for row in ledger.activity.all()}
    for one in notices:
        found = about(one, own_posts(ledger, one.network))
        if found is None:
            continue
        id_, post = found
        key = ledger.activity.key(one.network, id_)
        row = reacted(rows.get((one.network, key)), one, key, post, zone)
        rows[one.network, key] = row
        ledger.activity.put(row)


def own_posts(ledger: Ledger, name: str) -> list[OwnPost]:
    """The posts of the owner on a network that nudger knows: sent by it, or pasted by a person with a link."""
    ours = {one.id for one in ledger.suggestions.all()}
    sent = [
        row
        for row in ledger.outbox.all()
        if row.suggestion in ours and row.network == name and row.state is Sending.SENT and row.part == 0
    ]
    pasted = [one for one in ledger.suggestions.in_states((State.HANDED_OFF,)) if one.network == name and one.url]
    return [
        *(OwnPost(row.remote_id, row.url, row.community, row.started_at) for row in sent),
        *(OwnPost("", one.url, one.community, one.decided_at or one.offered_at) for one in pasted),
    ]


def reacted(before: ActivityRow | None, one: Notice, key: str, post: OwnPost | None, zone: tzinfo) -> ActivityRow:
    """The row of an own conversation after a reaction at that time; pure."""
    started = post.at if post else one.at
    row = before or ActivityRow(
        network=one.network,
        community=post.community if post else "",
        conversation=key,
        week=iso_week(started, zone),
        started=started,
        people=2,
        replies=1,
        own=True,
        url=post.url if post else "",
        source=MAIL,
    )
    first = min(filter(None, (row.first_answer, one.at)))
    return replace(row, first_answer=first, last_reply=max(filter(None, (row.last_reply, one.at))))
