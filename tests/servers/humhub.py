"""tests/servers: a stub of HumHub's REST module, built from its documentation.

Source: repo humhub/rest, docs/swagger (auth, space, post, content, comment); ``POST /comment`` as clients send it.
Chosen here: 401 with a page for a bad token, the header of 429.
"""

from __future__ import annotations

from typing import Any

from tests.servers.stub import ANNA, Kept, Reply, Request, Stub

PAGE = 3


class HumHub(Stub):
    def answer(self, root: str) -> str:
        return f"comment/{self.add(ANNA, 'Goed idee.', int(root.partition('/')[2])).id}"

    def reply(self, request: Request) -> Reply:
        if request.user is None:
            return 401, "<html>Unauthorized</html>"
        match [request.method, *request.steps[2:]]:
            case ["GET", "auth", "current"]:
                return 200, {"id": request.user, "display_name": "Leider"}
            case ["GET", "space"]:
                return 200, self._page([self._space()], request)
            case ["GET", "space", "3", "membership"]:
                return 200, {"total": 9, "page": 1, "pages": 1, "results": []}
            case ["GET", "content", "findByContainer", id_] if id_ == self.community:
                assert request.query["orderBy"] == "lastUpdate"
                roots = [one for one in self.newest if one.id == one.root]
                return 200, self._page([self._content(one) for one in roots], request)
            case ["GET", "comment", "content", id_]:
                chain = [one for one in self.kept if one.root == int(id_) - 50_000 and one.id != one.root]
                return 200, self._page([self._comment(one) for one in chain], request)
            case ["GET", "post", id_] if self.get(id_):
                return 200, self._post(self.get(id_))  # type: ignore[arg-type]
            case ["POST", "post", "container", id_]:
                return self._make(request, request.json["data"]["message"], 0, id_)
            case ["POST", "comment"]:
                assert request.json["objectModel"] == "humhub\\modules\\post\\models\\Post"
                return self._make(request, request.json["Comment"]["message"], request.json["objectId"])
            case ["DELETE", "post" | "comment", id_]:
                gone = self.remove(id_, request.user)
                return (200, {"code": 200, "message": "Deleted"}) if gone else (404, {"code": 404, "message": "Nee."})
            case _:
                return 404, {"code": 404, "message": "Not found"}

    def _make(self, request: Request, text: str, root: int, place: str = "") -> Reply:
        if place not in ("", self.community):
            return 403, {"code": 403, "message": "You cannot create content."}
        if self.hurried():
            return 429, "<html>Too Many Requests</html>", {"Retry-After": "30"}
        made = self.add(request.user or 0, text, root)
        return 200, self._comment(made) if root else self._post(made)

    def _page(self, items: list[dict[str, Any]], request: Request) -> dict[str, Any]:
        start = (int(request.query["page"]) - 1) * PAGE
        pages = -(-len(items) // PAGE)
        page = {"total": len(items), "page": int(request.query["page"]), "pages": pages, "links": {}}
        return {**page, "results": items[start : start + PAGE]}

    def _post(self, one: Kept) -> dict[str, Any]:
        return {"id": one.id, "message": one.text, "content": self._content(one)}

    def _content(self, one: Kept) -> dict[str, Any]:
        replies = [reply for reply in self.kept if reply.root == one.id != reply.id]
        metadata = {
            "id": 50_000 + one.id,
            "object_model": "humhub\\modules\\post\\models\\Post",
            "object_id": one.id,
            "created_by": {"id": one.author},
            "created_at": one.at.isoformat(" ").removesuffix("+00:00"),
            "updated_at": [one, *replies][-1].at.isoformat(" ").removesuffix("+00:00"),
            "url": f"https://humhub.example/content/perma?id={one.id}",
        }
        return {"metadata": metadata, "comments": {"total": len(replies), "latestComments": []}}

    def _comment(self, one: Kept) -> dict[str, Any]:
        stamp = one.at.isoformat(" ").removesuffix("+00:00")
        return {"id": one.id, "message": one.text, "createdBy": {"id": one.author}, "createdAt": stamp}

    def _space(self) -> dict[str, Any]:
        place = {"contentcontainer_id": int(self.community), "visibility": 1, "status": 1}
        return {"id": 3, "name": "Zorg", "url": "https://humhub.example/s/zorg/", **place}
