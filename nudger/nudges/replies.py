"""Replies: the leader's answer below an own post, through the outbox: only what was seen and approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from nudger.errors import NudgerError
from nudger.ledger.activity_rows import ActivityRow
from nudger.ledger.ledger import Ledger
from nudger.ledger.loop_rows import Loop, LoopState
from nudger.ledger.outbox_rows import Sending
from nudger.ledger.records import Reply
from nudger.ledger.states import State
from nudger.networks.base import Community, Draft, Network, Post, compose
from nudger.networks.outbox import ReplyBox, Result
from nudger.nudges.answers import settle

AROUND = timedelta(minutes=5)
"""The first post of a conversation is looked for so long around the time at which it was read."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer goes: below the post ``root`` (the network's id) in ``community``."""

    root: str
    community: Community


class Replies:
    """The answers of one sitting to reactions on the network."""

    def __init__(self, ledger: Ledger, network: Network, box: ReplyBox, now: datetime) -> None:
        self._ledger = ledger
        self._network = network
        self._box = box
        self._now = now

    def recover(self) -> list[Result[Reply]]:
        """What became of replies that were on their way; the loop of one that stands there is answered."""
        results = self._box.recover()
        for reply in self._ledger.replies.in_states((State.SENT,)):
            self._settle(reply.id)
        return results

    def target(self, loop: Loop) -> Target | None:
        """The own post that was reacted to; None where nudger cannot reply there now, so that the leader does."""
        if loop.kind != "reaction" or not self._network.capabilities.posts:
            return None
        rows = (row for row in self._ledger.activity.all() if row.conversation == loop.message)
        row = next((row for row in rows if row.network == self._network.name), None)
        try:
            root = self._root(row) if row else ""
            place = self._network.community(row.community) if row and root else None
        except NudgerError:
            return None
        return Target(root, place) if place and place.may_post else None

    def post(self, target: Target, text: str, language: str) -> Post:
        """The exact bytes and audience that an approval would hold for. Raises NudgerError."""
        draft = Draft("", text, target.community.id, language)
        return compose(self._network, draft, self._network.check(), target.community, reply=True)

    def send(self, loop: Loop, target: Target, post: Post, text: str, language: str) -> Result[Reply]:
        """The leader has seen these exact bytes and this audience, and said yes. It cannot be undone.

        Raises NudgerError when nothing was sent because the network could not be asked.
        """
        reply = Reply(
            id=loop.key,
            state=State.ACCEPTED,
            network=post.network,
            community=target.community.id,
            root=target.root,
            approved_hash=post.hash,
            body=text,
            language=language,
            decided_at=self._now,
        )
        with self._ledger.atomic():
            reply = self._ledger.replies.approve(reply)
        result = self._box.send(reply)
        if result.state is State.SENT:
            self._settle(loop.key)
        return result

    def _settle(self, key: str) -> None:
        for loop in self._ledger.loops.find(key):
            if loop.state is not LoopState.CLOSED:
                settle(self._ledger, loop, "answered", self._now)

    def _root(self, row: ActivityRow) -> str:
        """The network's id of the first post: as it was sent from here, else as it is read there now."""
        key = self._ledger.activity.key
        sent = (one.remote_id for one in self._ledger.outbox.all() if one.state is Sending.SENT and one.remote_id)
        found = next((id_ for id_ in sent if key(row.network, id_) == row.conversation), "")
        if found or not self._network.capabilities.reads:
            return found
        near = self._network.activity(row.started - AROUND, row.started + AROUND)
        return next((one.id for one in near if not one.is_reply and key(row.network, one.id) == row.conversation), "")
