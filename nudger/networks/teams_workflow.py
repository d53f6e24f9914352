"""teams-workflow: a channel of Microsoft Teams by a Workflows address, for posting only.

From documentation, not tried against the real service. The address is itself the secret, so it is kept as the token.
The service takes a card and says nothing of what became of it, and it can take one and post nothing: the outcome is
Unknown, and the leader looks. Text goes in text runs, which know no Markdown.

Sources: learn.microsoft.com, "Create incoming webhooks with Workflows for Microsoft Teams"; adaptivecards.io
(RichTextBlock, TextRun); lindegroup/autopkgr#729 (taken, not posted).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nudger.networks import answers
from nudger.networks.base import Capabilities, Outcome, Post, Rejected, Unknown
from nudger.networks.closed import Closed
from nudger.networks.http import Answer, Client

CARD = Capabilities(
    posts=True, reads=False, finds=False, retracts=False, dialect="plain", body_limit=20_000, unit="bytes"
)


@dataclass(frozen=True, kw_only=True)
class TeamsWorkflow(Closed):
    """One channel. ``client`` makes the client for its secret address when it is needed."""

    can = CARD

    client: Callable[[], Client]

    def check(self) -> str:
        """Nobody signs in; the address stands for the flow that somebody made."""
        self.client()
        return "workflow"

    def publish(self, post: Post, key: str, reply_to: str | None = None) -> Outcome:
        """Hand the card over; what becomes of it is not told."""
        if reply_to:
            return Rejected("invalid")
        client = self.client()
        answer = answers.attempted(lambda: client.send("POST", client.url.rstrip("/"), json=_message(post.parts[0])))
        if not isinstance(answer, Answer):
            return answer
        return Unknown() if 200 <= answer.status < 300 else answers.refused(answer)


def _message(text: str) -> dict[str, Any]:
    blocks = [
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": paragraph}]}
        for paragraph in text.split("\n\n")
        if paragraph
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": blocks,
    }
    return {
        "type": "message",
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": card}],
    }
