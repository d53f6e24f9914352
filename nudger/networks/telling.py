"""What is said to the leader about a post: that it stands there, was refused, or cannot be known."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from nudger.ledger.records import Reply, Suggestion
from nudger.ledger.states import State
from nudger.networks.outbox import Result
from nudger.texts.screen import Screen

SHOWN = 5
"""Characters of an id that are shown."""


def went(screen: Screen, result: Result[Suggestion] | Result[Reply], where: str) -> None:
    """What came of a post just now, and what can be done next."""
    minutes = max(round(result.retry_after / 60), 1)
    values = {"where": where, "id": result.suggestion.id[:SHOWN], "url": result.suggestion.url}
    match result.state:
        case State.SENT if result.reason == "queued":
            screen.say("post-queued", **values)
        case State.SENT:
            screen.say("post-sent", **values)
        case State.REFUSED:
            screen.say("post-refused", why=result.reason, minutes=minutes, **values)
        case State.UNCERTAIN:
            screen.say("post-uncertain", **values)
        case _:
            screen.say(_CAME_BACK.get(result.reason, "post-absent"), **values)


def recovered(screen: Screen, results: Iterable[Result[Suggestion] | Result[Reply]]) -> None:
    """What became of posts of an earlier run."""
    for result in results:
        values = {
            "where": result.suggestion.community,
            "id": result.suggestion.id[:SHOWN],
            "url": result.suggestion.url,
        }
        key = _RECOVERED.get(result.state, "post-found-absent")
        screen.say(key, **values)


def patient(screen: Screen) -> Callable[[float], None]:
    """A way of waiting that tells why."""

    def wait(seconds: float) -> None:
        screen.note("post-waiting", seconds=round(seconds) or 1)
        time.sleep(seconds)

    return wait


_CAME_BACK = {"void": "post-void", "forbidden": "post-not-allowed"}
_RECOVERED = {State.SENT: "post-found", State.UNCERTAIN: "post-uncertain", State.REFUSED: "post-found-refused"}
