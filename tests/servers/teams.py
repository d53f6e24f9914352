"""tests/servers: a stub of Microsoft Graph for the channels of a team, built from its documentation.

Sources: learn.microsoft.com/graph/api (channel-post-messages, chatmessage-post-replies, channel-list-messages with
``$expand=replies`` and ``@odata.nextLink``, chatmessage-softdelete, team-get, channel-list-members); others saw its
``Retry-After`` with a fraction.
"""

from __future__ import annotations

from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

TEAM = "02bd9fd6-8f93-4758-87c3-1fb73740a315"
PAGE = 2


class Teams(Stub):
    """``shared`` makes the channel one that other organisations may be in."""

    community, closed = "19:zorg@thread.tacv2", "19:dicht@thread.tacv2"
    kind = "standard"

    def answer(self, root: str) -> str:
        return f"{root}/replies/{self.add(ANNA, '<p>Goed idee.</p>', int(root)).id}"

    def reply(self, request: Request) -> Reply:
        if request.user is None:
            return 401, self._error("InvalidAuthenticationToken")
        match [request.method, *request.steps[1:]]:
            case ["GET", "me"]:
                return 200, {"id": str(request.user)}
            case ["GET", "teams", team] if team == TEAM:
                counts = {"ownersCount": 2, "membersCount": 7, "guestsCount": 0}
                return 200, {"id": TEAM, "visibility": "public", "summary": counts}
            case ["GET", "teams", team, "channels"] if team == TEAM:
                return 200, {"value": [self._channel()]}
            case [method, "teams", team, "channels", channel, *more] if (team, channel) == (TEAM, self.community):
                return self._in_channel(request, method, more)
            case _:
                return 403, self._error("Forbidden")

    def _in_channel(self, request: Request, method: str, more: list[str]) -> Reply:
        match [method, *more]:
            case ["GET"]:
                return 200, self._channel()
            case ["GET", "members"]:
                return 200, {"value": [{"id": "a"}, {"id": "b"}]}
            case ["GET", "messages"]:
                return 200, self._page(request)
            case ["POST", "messages"]:
                return self._make(request, 0)
            case ["POST", "messages", root, "replies"] if self.get(root):
                return self._make(request, int(root))
            case ["POST", "messages", id_, "softDelete"] | ["POST", "messages", _, "replies", id_, "softDelete"]:
                return (204, "") if self.remove(id_, request.user) else (404, self._error("NotFound"))
            case _:
                return 404, self._error("NotFound")

    def _make(self, request: Request, root: int) -> Reply:
        body = request.json["body"]
        assert body["contentType"] == "html"
        assert "mentions" not in request.json
        if len(body["content"].encode()) > 28_000:
            return 413, self._error("RequestEntityTooLarge")
        if self.hurried():
            return 429, self._error("TooManyRequests"), {"Retry-After": "2.128"}
        made = self.add(request.user or 0, body["content"], root, request.json.get("subject", ""))
        return 201, self._message(made)

    def _page(self, request: Request) -> dict[str, Any]:
        assert request.query["$expand"] == "replies"
        chains: dict[int, list[Kept]] = {}
        for one in self.newest:
            chains.setdefault(one.root, []).append(one)
        posts = []
        for root, chain in chains.items():
            replies = [self._message(one) for one in chain if one.id != root]
            post = self.get(root)
            gone = {"id": str(root), "messageType": "message", "createdDateTime": chain[0].iso, "deletedDateTime": "x"}
            shown = self._message(post) if post else gone
            posts.append({**shown, "replies": replies[:1]})
            if replies[1:]:
                posts[-1]["replies@odata.nextLink"] = f"{self.url}{request.path}?$expand=replies&rest={root}"
        if "rest" in request.query:
            found = [self._message(one) for one in chains[int(request.query["rest"])] if one.id != one.root]
            return {"value": found[1:]}
        start = int(request.query.get("$skiptoken", 0))
        page: dict[str, Any] = {"value": posts[start : start + PAGE]}
        if start + PAGE < len(posts):
            page["@odata.nextLink"] = f"{self.url}{request.path}?$expand=replies&$skiptoken={start + PAGE}"
        return page

    def _message(self, one: Kept) -> dict[str, Any]:
        return {
            "id": str(one.id),
            "messageType": "message",
            "createdDateTime": one.iso,
            "lastModifiedDateTime": one.iso,
            "deletedDateTime": None,
            "subject": one.title or None,
            "body": {"contentType": "html", "content": one.text},
            "from": {"user": {"id": str(one.author)}},
            "webUrl": f"https://teams.microsoft.com/l/message/{one.id}",
        }

    def _channel(self) -> dict[str, Any]:
        return {"id": self.community, "displayName": "Zorg", "membershipType": self.kind}

    def _error(self, code: str) -> dict[str, Any]:
        return {"error": {"code": code, "message": "Nee.", "innerError": {"request-id": "r"}}}
