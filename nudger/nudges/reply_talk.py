"""The conversation about one reply on the network: the exact text, who can read it, a yes, and what came of it."""

from __future__ import annotations

from nudger.errors import NudgerError
from nudger.ledger.loop_rows import Loop
from nudger.ledger.states import State
from nudger.networks.telling import recovered, went
from nudger.nudges.replies import Replies
from nudger.texts.screen import Screen


class ReplyTalk:
    """Posts replies with a person."""

    def __init__(self, replies: Replies, screen: Screen) -> None:
        self._replies = replies
        self._screen = screen

    def recover(self) -> None:
        """Tell what became of replies of an earlier run."""
        recovered(self._screen, self._replies.recover())

    def offers(self, loop: Loop) -> bool:
        """Whether nudger itself can reply to this one now."""
        return self._replies.target(loop) is not None

    def post(self, loop: Loop, text: str, language: str) -> bool:
        """Show it, ask, and post; True when nothing is left to decide."""
        target = self._replies.target(loop)
        if target is None:
            return False
        where = target.community.name
        try:
            post = self._replies.post(target, text, language)
            self._screen.say("review-exact")
            self._screen.block(post.text)
            self._screen.say("answers-audience", where=where, members=target.community.members)
            if not self._screen.confirm("review-confirm", where=where):
                return False
            result = self._replies.send(loop, target, post, text, language)
        except NudgerError as error:
            for line in self._screen.texts.error(error):
                self._screen.line(line)
            return False
        went(self._screen, result, where)
        return result.state in (State.SENT, State.UNCERTAIN)
