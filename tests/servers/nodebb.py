"""tests/servers: a stub of NodeBB's write API v3 and read API, from its documentation and answers of a real one.

Sources: repo NodeBB/NodeBB, public/openapi; answers of NodeBB 4.11.3 (queued with 202, too fast and too long with 400
and a sentence, a bad token 403 as JSON, no token 403 ``Forbidden``, names of categories escaped as HTML).
"""

from __future__ import annotations

from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

PAGE = 3


class NodeBB(Stub):
    """``queueing`` holds posts back for a moderator; ``public`` lets strangers read."""

    queueing = False
    public = False
    fast = "You can only post once every 10 second(s) - please wait before posting again"

    def answer(self, root: str) -> str:
        return f"posts/{self.add(ANNA, 'Goed idee.', int(root.partition('/')[2])).id}"

    def reply(self, request: Request) -> Reply:
        if "authorization" not in request.headers and not self.public:
            return 403, "Forbidden"
        if "authorization" in request.headers and request.user is None:
            return 403, self._status("not-authorised", "A valid login session was not found.")
        match [request.method, *request.steps]:
            case ["GET", "api", "self"]:
                return 200, {"uid": request.user, "username": "leider"}
            case ["GET", "api", "users"]:
                return 200, {"users": [], "userCount": 9}
            case ["GET", "api", "categories"]:
                above = {"cid": 1, "name": "Alles", "slug": "1/alles"}
                return 200, {"categories": [{**above, "children": [self._category()]}]}
            case ["GET", "api", "category", cid, "zorg"] if cid == self.community:
                return 200, {**self._category(), **self._topics(request), "privileges": {"topics:create": True}}
            case ["GET", "api", "topic", tid, _]:
                return 200, self._posts(request, int(tid))
            case ["GET", "api", "v3", "posts", pid, "raw"] if self.get(pid):
                return 200, {**self._status("ok"), "response": {"content": self.get(pid).text}}  # type: ignore[union-attr]
            case ["GET", "api", "v3", "topics" | "posts", id_] if self.get(id_):
                return 200, {**self._status("ok"), "response": {"deleted": self.get(id_).more.get("deleted", 0)}}  # type: ignore[union-attr]
            case ["POST", "api", "v3", "topics"]:
                return self._make(request, 0)
            case ["POST", "api", "v3", "topics", tid]:
                return self._make(request, int(tid))
            case ["DELETE", "api", "v3", "topics" | "posts", id_, "state"]:
                return self._delete(id_)
            case _:
                return 404, self._status("not-found", "Does not exist")

    def _make(self, request: Request, root: int) -> Reply:
        said = request.json
        if not root and str(said["cid"]) != self.community:
            return 403, self._status("forbidden", "You do not have enough privileges for this action.")
        if len(said["content"]) > 32_767:
            return 400, self._status("bad-request", "Post can't be longer than 32767 character(s)")
        if self.hurried():
            return 400, self._status("bad-request", self.fast)
        if self.queueing:
            held = {"id": "topic-1795441787294", "type": "topic", "queued": True, "message": "[[success:post-queued]]"}
            return 202, {**self._status("accepted"), "response": held}
        made = self.add(request.user or 0, said["content"], root, said.get("title", ""))
        response = {"tid": made.root, "pid": made.id, "slug": f"{made.root}/idee", "mainPid": made.root}
        return 200, {**self._status("ok"), "response": response}

    def _delete(self, id_: str) -> Reply:
        one = self.get(id_)
        if one is None or one.more.get("deleted"):
            return 400, self._status("bad-request", "This topic has already been deleted")
        one.more["deleted"] = 1
        return 200, {**self._status("ok"), "response": {}}

    def _topics(self, request: Request) -> dict[str, Any]:
        roots = [one for one in self.newest if one.id == one.root]
        return self._page("topics", [self._topic(one) for one in roots], request)

    def _posts(self, request: Request, root: int) -> dict[str, Any]:
        chain = [one for one in self.kept if one.root == root]
        return self._page("posts", [self._post(one) for one in chain], request)

    def _page(self, what: str, items: list[dict[str, Any]], request: Request) -> dict[str, Any]:
        start = (int(request.query.get("page", 1)) - 1) * PAGE
        return {what: items[start : start + PAGE], "pagination": {"pageCount": max(-(-len(items) // PAGE), 1)}}

    def _topic(self, one: Kept) -> dict[str, Any]:
        last = [other for other in self.kept if other.root == one.id][-1]
        facts = {"tid": one.id, "mainPid": one.id, "slug": f"{one.id}/idee", "title": one.title, "uid": one.author}
        return {**facts, "timestampISO": one.iso, "lastposttimeISO": last.iso, "deleted": one.more.get("deleted", 0)}

    def _post(self, one: Kept) -> dict[str, Any]:
        facts = {"pid": one.id, "tid": one.root, "uid": one.author, "timestampISO": one.iso}
        return {**facts, "content": f"<p>{one.text}</p>", "deleted": one.more.get("deleted", 0)}

    def _category(self) -> dict[str, Any]:
        slug = f"{self.community}/zorg"
        return {"cid": int(self.community), "name": "Zorg &amp; Welzijn", "slug": slug, "disabled": 0, "children": []}

    def _status(self, code: str, message: str = "OK") -> dict[str, Any]:
        return {"status": {"code": code, "message": message}, "response": {}}
