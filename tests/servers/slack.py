"""tests/servers: a stub of the Slack Web API, built from its documentation.

Sources: docs.slack.dev (chat.postMessage, chat.delete, conversations.history, .replies, .info, users.conversations,
auth.test, rate limits). A refusal is status 200 with ``ok: false`` and ``error``; too fast is 429 with ``Retry-After``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

PAGE = 3


class Slack(Stub):
    """``outsiders`` makes the channel one that is shared with another organisation."""

    community, closed = "C024BE91L", "C024BE91X"
    outsiders = False
    failing = ""
    """An ``error`` that it says after it has posted."""

    def answer(self, root: str) -> str:
        return self._ts(self.add(ANNA, "Goed idee.", self._by_ts(root).id))  # type: ignore[union-attr]

    def reply(self, request: Request) -> Reply:
        if request.user is None:
            return 200, self._error("invalid_auth")
        said = request.json if request.method == "POST" else request.query
        match [request.method, request.steps[1]]:
            case ["GET", "auth.test"]:
                return 200, {"ok": True, "url": "https://voorbeeld.slack.com/", "user_id": f"U{request.user}"}
            case ["GET", "users.conversations"]:
                return 200, self._page("channels", [self._channel()], said)
            case ["GET", "conversations.info"] if said["channel"] == self.community:
                return 200, {"ok": True, "channel": self._channel()}
            case ["GET", "conversations.history"] if said["channel"] == self.community:
                roots = [one for one in self.newest if one.root == one.id]
                return 200, self._page("messages", map(self._message, roots), said)
            case ["GET", "conversations.replies"]:
                root = self._by_ts(said["ts"])
                chain = [one for one in self.kept if root and one.root == root.id]
                return 200, self._page("messages", map(self._message, chain), said)
            case ["POST", "chat.postMessage"]:
                return self._make(request, said)
            case ["POST", "chat.delete"]:
                one = self._by_ts(said["ts"])
                gone = one and self.remove(str(one.id), request.user)
                return 200, {"ok": True} if gone else self._error("message_not_found")
            case _:
                return 200, self._error("channel_not_found")

    def _make(self, request: Request, said: dict[str, Any]) -> Reply:
        assert said["parse"] == "none"
        assert said["mrkdwn"] is said["link_names"] is False
        if said["channel"] != self.community:
            return 200, self._error("not_in_channel")
        if len(said["text"]) > 40_000:
            return 200, self._error("msg_too_long")
        if self.hurried():
            return 429, "", {"Retry-After": "30"}
        root = self._by_ts(said["thread_ts"]) if "thread_ts" in said else None
        made = self.add(request.user or 0, said["text"], root.id if root else 0, metadata=said["metadata"])
        if self.failing:
            return 200, self._error(self.failing)
        return 200, {"ok": True, "channel": self.community, "ts": self._ts(made), "message": self._message(made)}

    def _page(self, what: str, items: Iterable[dict[str, Any]], said: Any) -> dict[str, Any]:
        since = float(said.get("oldest", 0))
        found = [one for one in items if float(one.get("ts", "inf")) > since]
        start = int(said.get("cursor", 0))
        following = str(start + PAGE) if start + PAGE < len(found) else ""
        return {"ok": True, what: found[start : start + PAGE], "response_metadata": {"next_cursor": following}}

    def _ts(self, one: Kept) -> str:
        return f"{one.at.timestamp():.6f}"

    def _by_ts(self, ts: str) -> Kept | None:
        return next((one for one in self.kept if self._ts(one) == ts), None)

    def _message(self, one: Kept) -> dict[str, Any]:
        replies = [reply for reply in self.kept if reply.root == one.id != reply.id]
        message = {"type": "message", "user": f"U{one.author}", "text": one.text, "ts": self._ts(one)}
        if one.root != one.id:
            message["thread_ts"] = self._ts(self.get(one.root) or one)
        thread = {"reply_count": len(replies), "latest_reply": self._ts(replies[-1])} if replies else {}
        return {**message, **thread, "metadata": one.more.get("metadata")}

    def _channel(self) -> dict[str, Any]:
        kind = {"is_private": False, "is_member": True, "is_ext_shared": self.outsiders}
        return {"id": self.community, "name": "zorg", "num_members": 9, **kind}

    def _error(self, error: str) -> dict[str, Any]:
        return {"ok": False, "error": error}
