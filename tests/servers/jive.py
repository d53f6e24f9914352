"""tests/servers: a stub of the Jive REST API core v3, built from its documentation.

Sources: developers.jivesoftware.com, api/v3/cloud/rest (ContentService, DiscussionEntity, MessageEntity, PlaceService);
forms of lists and errors as described for recorded answers of 2018 (jantman/jiveapi). Not in the documents, so chosen
here: 400 for a text that is too long, the header of 429.
"""

from __future__ import annotations

import json
from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

GUARD = "throw 'allowIllegalResourceCall is false.';\n"
PAGE = 3


class Jive(Stub):
    """``guarded`` says whether its JSON comes behind the guard."""

    community, closed = "2044", "2045"
    guarded = True

    def answer(self, root: str) -> str:
        id_ = root.partition("/")[2]
        made = self.add(ANNA, "<body><p>Goed idee.</p></body>", int(id_))
        discussion = self.get(id_).more["type"] in ("discussion", "question")  # type: ignore[union-attr]
        return f"{'messages' if discussion else 'comments'}/{made.id}"

    def reply(self, request: Request) -> Reply:
        status, body, *more = self._reply(request)
        if self.guarded and not isinstance(body, str):
            body = GUARD + json.dumps(body)
        return status, body, *more  # type: ignore[return-value]

    def _reply(self, request: Request) -> Reply:
        assert request.path.startswith("/api/core/v3/")
        if request.user is None:
            return 401, "<html><body>Unauthorized</body></html>"
        match [request.method, *request.steps[3:]]:
            case ["GET", "people", "@me"]:
                return 200, {"id": str(request.user), "displayName": "Leider"}
            case ["GET", "places"]:
                return 200, {"list": [self._place()], "links": {}}
            case ["GET", "places", place] if place == self.community:
                return 200, self._place()
            case ["GET", "places", place, "contents"] if place == self.community:
                assert request.query["sort"] == "latestActivityDesc"
                roots = [one for one in self.newest if one.root == one.id]
                return 200, self._page([self._content(one) for one in roots], request)
            case ["GET", "messages", "contents", root] | ["GET", "contents", root, "comments"]:
                replies = [one for one in self.kept if str(one.root) == root and one.id != one.root]
                return 200, self._page([self._content(one) for one in replies], request)
            case ["POST", "contents"]:
                return self._make(request, 0)
            case ["POST", "messages", "contents", root] | ["POST", "contents", root, "comments"]:
                return self._make(request, int(root))
            case ["DELETE", "contents" | "messages" | "comments", id_]:
                return (204, "") if self.remove(id_, request.user) else self._error(404, "contentMissing")
            case _:
                return self._error(404, "placeMissing")

    def _make(self, request: Request, root: int) -> Reply:
        said, text = request.json, request.json["content"]["text"]
        assert said["content"]["type"] == "text/html"
        assert text.startswith("<body>")
        if not root and said["parent"] != f"{self.url}/api/core/v3/places/{self.community}":
            return self._error(403, "noAccess")
        if self.hurried():
            return 429, "", {"Retry-After": "30"}
        more = {"type": said["type"], "question": said.get("question")}
        made = self.add(request.user or 0, text, root, said.get("subject", ""), **more)
        content = self._content(made)
        return 201, content, {"Location": f"{self.url}/api/core/v3/contents/{made.id}"}

    def _error(self, status: int, code: str) -> Reply:
        return status, {"error": {"status": status, "code": code, "message": "Missing"}}

    def _page(self, items: list[dict[str, Any]], request: Request) -> dict[str, Any]:
        start = int(request.query.get("startIndex", 0))
        links = {}
        if start + PAGE < len(items):
            sort = f"&sort={request.query['sort']}" if "sort" in request.query else ""
            links["next"] = f"{self.url}{request.path}?startIndex={start + PAGE}{sort}"
        return {"itemsPerPage": PAGE, "list": items[start : start + PAGE], "links": links}

    def _content(self, one: Kept) -> dict[str, Any]:
        stamp = one.iso.replace("Z", "+0000")
        replies = [reply for reply in self.kept if reply.root == one.id != reply.id]
        key = {"contentID": str(one.id), "id": "18"} if one.root == one.id else {"id": str(one.id)}
        return {
            **key,
            "type": one.more.get("type", "message"),
            "subject": one.title,
            "author": {"id": str(one.author)},
            "content": {"type": "text/html", "text": one.text},
            "published": stamp,
            "updated": stamp,
            "lastActivityDate": max(reply.milliseconds for reply in (one, *replies)),
            "replyCount": len(replies),
            "resources": {"html": {"ref": f"https://jive.example/thread/{one.id}"}},
        }

    def _place(self) -> dict[str, Any]:
        resources = {"contents": {"ref": "x", "allowed": ["GET", "POST"]}, "html": {"ref": "https://jive.example/zorg"}}
        kind = {"type": "group", "groupType": "OPEN", "memberCount": 9}
        return {"placeID": self.community, "name": "Zorg", "resources": resources, **kind}
