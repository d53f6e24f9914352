"""tests/servers: a stub of the Discourse API, built from its documentation.

Sources: repo discourse/discourse_api_docs, openapi.json (posts, topics, categories, site); discourse/discourse,
posts_controller (``latest`` gives the posts of a window of ids) and its errors: ``{"errors": [], "error_type"}``; too
fast is 429 with ``extras.wait_seconds``. Members are told by about.json for the whole site.
"""

from __future__ import annotations

from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

WINDOW = 50
NAMES = {7: "leider", 8: "anna"}


class Discourse(Stub):
    """``queueing`` holds posts back for a moderator; ``public`` lets strangers read."""

    queueing = False
    public = False

    def answer(self, root: str) -> str:
        return f"posts/{self.add(ANNA, 'Goed idee.', int(root.partition('/')[2])).id}"

    def reply(self, request: Request) -> Reply:
        user = {"leider": 7, "anna": 8}.get(request.headers.get("api-key", ""))
        if "api-key" in request.headers and user is None:
            return 403, self._error("invalid_access")
        if user is None and not self.public:
            return 403, self._error("not_logged_in")
        match [request.method, *request.steps]:
            case ["GET", "session", "current.json"]:
                return 200, {"current_user": {"id": user, "username": NAMES[user or 0]}}
            case ["GET", "site.json"]:
                return 200, {"categories": [self._category()]}
            case ["GET", "about.json"]:
                return 200, {"about": {"stats": {"users_count": 9}}}
            case ["GET", "c", id_, "show.json"] if id_ == self.community:
                return 200, {"category": self._category()}
            case ["GET", "t", "external_id", key]:
                return self._by_key(key.removesuffix(".json"))
            case ["GET", "t", "slug", id_]:
                return 200, {"id": int(id_.removesuffix(".json"))}
            case ["GET", "posts.json"]:
                highest = int(request.query.get("before", self.kept[-1].id if self.kept else 0))
                found = [one for one in self.newest if highest - WINDOW < one.id <= highest]
                return 200, {"latest_posts": [self._post(one) for one in found]}
            case ["POST", "posts.json"]:
                return self._make(request, user)
            case ["DELETE", "t" | "posts", id_]:
                gone = self.remove(id_.removesuffix(".json"), user)
                return (200, "") if gone else (404, self._error("not_found"))
            case _:
                return 404, self._error("not_found")

    def _by_key(self, key: str) -> Reply:
        one = next((one for one in self.kept if one.more.get("external_id") == key), None)
        if one is None:
            return 404, self._error("not_found")
        return 301, "", {"Location": f"{self.url}/t/slug/{one.root}.json"}

    def _make(self, request: Request, user: int | None) -> Reply:
        said = request.json
        if "category" in said and str(said["category"]) != self.community:
            return 403, self._error("invalid_access")
        if len(said["raw"]) > 32_000:
            return 422, {"action": "create_post", "errors": ["Body is limited to 32000 characters"]}
        if self.hurried():
            return 429, {**self._error("rate_limit"), "extras": {"wait_seconds": 18}}, {"Retry-After": "18"}
        if self.queueing:
            return 200, {"success": True, "action": "enqueued", "pending_post": {"id": 12}}
        key = {"external_id": said["external_id"]} if "external_id" in said else {}
        return 200, self._post(self.add(user or 0, said["raw"], said.get("topic_id", 0), said.get("title", ""), **key))

    def _post(self, one: Kept) -> dict[str, Any]:
        chain = [other.id for other in self.kept if other.root == one.root]
        return {
            "id": one.id,
            "topic_id": one.root,
            "topic_slug": "slug",
            "topic_title": one.title,
            "post_number": 1 if one.id == one.root else chain.index(one.id) + 1,
            "post_type": 1,
            "category_id": int(self.community),
            "username": NAMES[one.author],
            "created_at": one.iso,
            "raw": one.text,
            "cooked": "<p></p>",
        }

    def _category(self) -> dict[str, Any]:
        return {"id": int(self.community), "name": "Zorg", "slug": "zorg", "read_restricted": False, "permission": 1}

    def _error(self, kind: str) -> dict[str, Any]:
        return {"errors": ["Nee."], "error_type": kind}
