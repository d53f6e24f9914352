"""tests/servers: a stub of the Zulip REST API, built from its documentation.

Sources: zulip.com/api (send-message, get-messages, get-subscriptions, get-subscribers, delete-message, rest-error-
handling); too fast is 429 with ``code: RATE_LIMIT_HIT`` and ``retry-after``, which has a fraction. Like the server it
takes a form, lists in ascending order, and counts time in whole seconds. Chosen here: 400 without a code of its own for
a channel that this account is not in.
"""

from __future__ import annotations

import json
from typing import Any

from tests.servers.stub import Kept, Reply, Request, Stub

PAGE = 3


class Zulip(Stub):
    """``kept`` titles are topics."""

    def answer(self, root: str) -> str:
        made = self.add(8, "Goed idee.", 0, self.get(root).title)  # type: ignore[union-attr]
        return str(made.id)

    def reply(self, request: Request) -> Reply:
        if request.user is None or not request.headers["authorization"].startswith("Basic "):
            return 401, self._error("INVALID_API_KEY")
        match [request.method, *request.steps[2:]]:
            case ["GET", "users", "me"]:
                return 200, {"result": "success", "user_id": request.user}
            case ["GET", "users", "me", "subscriptions"]:
                channel = {"stream_id": int(self.community), "name": "zorg", "invite_only": False}
                return 200, {"result": "success", "subscriptions": [{**channel, "stream_post_policy": 1}]}
            case ["GET", "streams", id_, "members"] if id_ == self.community:
                return 200, {"result": "success", "subscribers": [7, 8, 9]}
            case ["GET", "messages"]:
                return 200, self._window(request)
            case ["GET", "messages", id_] if self.get(id_):
                return 200, {"result": "success", "message": self._message(self.get(id_))}  # type: ignore[arg-type]
            case ["POST", "messages"]:
                return self._make(request)
            case ["DELETE", "messages", id_] if self.remove(id_, request.user):
                return 200, {"result": "success", "msg": ""}
            case _:
                return 400, self._error("BAD_REQUEST")

    def _make(self, request: Request) -> Reply:
        form = request.form
        if form["to"] != self.community or form["type"] != "stream":
            return 400, self._error("BAD_REQUEST")
        assert len(form["topic"]) <= 60
        if self.hurried():
            return 429, {**self._error("RATE_LIMIT_HIT"), "retry-after": 28.706807374954224}
        made = self.add(request.user or 0, form["content"][:10_000].rstrip(), 0, form["topic"])
        return 200, {"result": "success", "msg": "", "id": made.id}

    def _window(self, request: Request) -> dict[str, Any]:
        narrow = {one["operator"]: one["operand"] for one in json.loads(request.query["narrow"])}
        assert narrow["stream"] == int(self.community)
        found = [one for one in self.kept if one.title == narrow.get("topic", one.title)]
        if request.query["anchor"] == "oldest":
            return {"result": "success", "messages": [self._message(one) for one in found[:1]], "found_oldest": True}
        if request.query["anchor"] != "newest":
            found = [one for one in found if one.id < int(request.query["anchor"])]
        page = found[-PAGE:]
        oldest = len(page) == len(found)
        return {"result": "success", "messages": [self._message(one) for one in page], "found_oldest": oldest}

    def _message(self, one: Kept) -> dict[str, Any]:
        return {
            "id": one.id,
            "sender_id": one.author,
            "timestamp": int(one.at.timestamp()),
            "subject": one.title,
            "content": one.text,
            "stream_id": int(self.community),
            "type": "stream",
        }

    def _error(self, code: str) -> dict[str, str]:
        return {"result": "error", "msg": "Iets in de taal van de gebruiker.", "code": code}
