"""tests/servers: a stub of the Mattermost API v4, built from its documentation.

Sources: repo mattermost/mattermost-api-reference, v4/source (posts, channels, users); an error is
``{"id", "message", "request_id", "status_code"}``; too fast is 429 with the text ``limit exceeded`` and
``X-Ratelimit-*`` (docs.mattermost.com, rate limiting).
"""

from __future__ import annotations

from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub


def key(number: int | str) -> str:
    """An id in the form of this server: 26 signs."""
    return f"{number:0>26}"


class Mattermost(Stub):
    community, closed = key("kanaal"), key("dicht")

    def answer(self, root: str) -> str:
        return key(self.add(ANNA, "Goed idee.", int(root)).id)

    def reply(self, request: Request) -> Reply:
        if request.user is None:
            return 401, self._error(401, "api.context.session_expired.app_error")
        match [request.method, *request.steps[2:]]:
            case ["GET", "users", "me"]:
                return 200, {"id": key(request.user), "username": "leider"}
            case ["GET", "users", "me", "channels"]:
                return 200, [self._channel(), {"id": key("x"), "type": "D", "name": "a__b"}]
            case ["GET", "channels", id_] if id_ == self.community:
                return 200, self._channel()
            case ["GET", "channels", id_, "stats"] if id_ == self.community:
                return 200, {"channel_id": id_, "member_count": 9}
            case ["GET", "channels", id_, "members", "me"] if id_ == self.community:
                return 200, {"user_id": key(request.user)}
            case ["GET", "channels", id_, "posts"] if id_ == self.community:
                start, size = int(request.query["page"]) * 200, int(request.query["per_page"])
                found = self.newest[start : start + size]
                return 200, {
                    "order": [key(one.id) for one in found],
                    "posts": {key(o.id): self._post(o) for o in found},
                }
            case ["POST", "posts"]:
                return self._make(request)
            case ["DELETE", "posts", id_]:
                if self.remove(id_.lstrip("0"), request.user):
                    return 200, {"status": "OK"}
                return 404, self._error(404, "app.post.get.app_error")
            case _:
                return 403, self._error(403, "api.context.permissions.app_error")

    def _make(self, request: Request) -> Reply:
        said = request.json
        if said["channel_id"] != self.community:
            return 403, self._error(403, "api.context.permissions.app_error")
        if len(said["message"]) > 16_383:
            return 400, self._error(400, "model.post.is_valid.message_length.app_error")
        if self.hurried():
            return 429, "limit exceeded", {"X-Ratelimit-Limit": "10", "X-Ratelimit-Reset": "1"}
        made = self.add(request.user or 0, said["message"], int(said["root_id"] or 0), props=said["props"])
        return 201, self._post(made)

    def _error(self, status: int, id_: str) -> dict[str, Any]:
        return {"id": id_, "message": "Nee.", "request_id": "r", "status_code": status}

    def _channel(self) -> dict[str, Any]:
        return {"id": self.community, "type": "O", "name": "zorg", "display_name": "Zorg", "delete_at": 0}

    def _post(self, one: Kept) -> dict[str, Any]:
        return {
            "id": key(one.id),
            "user_id": key(one.author),
            "channel_id": self.community,
            "root_id": "" if one.root == one.id else key(one.root),
            "message": one.text,
            "create_at": one.milliseconds,
            "update_at": one.milliseconds,
            "delete_at": 0,
            "type": "",
            "props": one.more.get("props", {}),
        }
