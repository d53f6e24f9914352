"""The page: whole, valid, quiet on the wire, and as wide as the screen it is on."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nudger.shift.facts import Facts
from nudger.shift.page import _points as shares
from nudger.shift.page import page
from nudger.shift.report import report
from nudger.texts import LANGUAGES, Language, Texts
from tests.conftest import skip
from tests.nudger.shift.sample import NOW, ZONE, facts, rich

VOID = {"meta", "br", "link", "img", "hr", "input"}
BLOCKS = {"p", "div", "ul", "ol", "section", "figure", "table", "header", "footer", "h1", "h2"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = '</strong><script src="http://evil.example/x.js"></script><img src="http://evil.example/p.gif">'


class Nesting(HTMLParser):
    """Collects what is wrong with the nesting, and the ids and references."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.references: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.ids += [values["id"]] if "id" in values else []
        self.references.update(values.get("aria-labelledby", "").split())
        self.references.update(re.findall(r"url\(#([^)]+)\)", " ".join(values.values())))
        self.references.update(
            value[1:] for name, value in values.items() if name.endswith("href") and value[:1] == "#"
        )
        if "p" in self.open and tag in BLOCKS:
            self.wrong.append(f"{tag} in p")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


@pytest.fixture(params=LANGUAGES)
def text(request: pytest.FixtureRequest) -> str:
    language: Language = request.param
    return page(rich(), Texts(language), [(HOSTILE, "idee, 4 mensen")])


def test_every_tag_is_closed_and_every_reference_leads_somewhere(text: str) -> None:
    nesting = Nesting()
    nesting.feed(text)
    assert (nesting.wrong, nesting.open) == ([], [])
    assert len(nesting.ids) == len(set(nesting.ids))
    assert nesting.references
    assert nesting.references <= set(nesting.ids)


def test_every_picture_has_words_and_every_part_is_there(text: str) -> None:
    alts = re.findall(r'role="img" aria-label="([^"]+)"', text)
    assert len(alts) == text.count("<svg") == 6
    assert all(len(alt) > 20 for alt in alts)
    headings = [re.sub("<.*?>", "", part) for part in re.findall(r"<h2[^>]*>(.*?)</h2>", text)]
    assert headings[0] in ("Ideeën en antwoorden", "Ideas and answers")
    assert rich().definition in text


def test_nothing_in_it_points_outside_and_nothing_from_a_mail_becomes_markup(text: str) -> None:
    assert "<script" not in text
    assert "<img" not in text
    outside = set(re.findall(r"https?://[^\s\"'<&]+", text))
    assert outside <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
        "http://evil.example/x.js",
        "http://evil.example/p.gif",
    }


def test_equal_numbers_give_equal_bytes() -> None:
    assert page(rich(), Texts("nl")) == page(rich(), Texts("nl"))


def test_without_a_goal_there_is_a_friendly_refusal_and_no_picture() -> None:
    given = facts()
    bare = Facts(rows=given.rows, activity=given.activity)
    text = page(report(bare, NOW, ZONE), Texts("en"))
    assert "There is no goal yet" in text
    assert "<svg" not in text


class Log(BaseHTTPRequestHandler):
    """Serves one page and remembers every path that was asked for, on whatever host."""

    def do_GET(self) -> None:
        self.server.paths.append(f"{self.headers['Host']}{self.path}")  # type: ignore[attr-defined]
        body = self.server.body if self.path == "/report.html" else b""  # type: ignore[attr-defined]
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Log)
    server.paths = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def dom(url: str, profile: Path, *more: str) -> str:
    """What Chromium makes of a page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        skip("no Chromium here")
    command = [str(browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    # The browser's own clock and update checks are not the page's requests.
    command += ["--disable-features=NetworkTimeServiceQuerying", "--disable-component-update"]
    command += ["--disable-background-networking", f"--user-data-dir={profile}", "--virtual-time-budget=5000", *more]
    done = subprocess.run([*command, "--dump-dom", url], capture_output=True, text=True, timeout=90, check=False)
    return done.stdout


@pytest.mark.chromium
def test_no_request_leaves_the_page(text: str, served: ThreadingHTTPServer, tmp_path: Path) -> None:
    port = served.server_address[1]
    served.body = text.encode()  # type: ignore[attr-defined]
    found = dom(f"http://report.test:{port}/report.html", tmp_path, f"--host-resolver-rules=MAP * 127.0.0.1:{port}")
    assert rich().definition in found
    asked = {path for path in served.paths if not path.endswith("/favicon.ico")}  # type: ignore[attr-defined]
    assert asked == {f"report.test:{port}/report.html"}


@pytest.mark.chromium
@pytest.mark.parametrize("width", [380, 800, 1400])
def test_it_is_never_wider_than_the_screen(text: str, width: int, tmp_path: Path) -> None:
    frame = f'<iframe id="f" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(text)}"></iframe>'
    script = "onload=()=>{const d=f.contentDocument.documentElement;document.title=d.scrollWidth+'/'+d.clientWidth}"
    path = tmp_path / "frame.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{frame}<script>{script}</script>", encoding="utf-8")
    found = re.search(r"<title>(\d+)/(\d+)</title>", dom(path.as_uri(), tmp_path / "profile"))
    assert found
    assert int(found[1]) <= int(found[2]) <= width


def test_no_point_of_the_share_rests_on_fewer_than_ten() -> None:
    for pace in (2, 4, 9):
        points = shares(report(facts(pace=pace), NOW, ZONE))
        assert points
        assert all(one.n >= 10 for _, one in points)
        assert [place for place, _ in points] == sorted(place for place, _ in points)


def test_what_still_counts_on_is_in_no_picture_and_no_point_mixes_before_with_after() -> None:
    result = rich()
    assert [week.settled for week in result.weeks[-2:]] == [False, False]
    assert len(result.fixed) == len(result.weeks) - 2
    start = [week.week for week in result.fixed].index("2026-W32")
    before, after = (sum(w.share.n for w in side) for side in (result.fixed[:start], result.fixed[start + 1 :]))
    points = shares(result)
    assert sum(one.n for place, one in points if place < start) <= before
    assert sum(one.n for place, one in points if place > start) <= after


def test_limits_of_ordinary_weeks_stand_only_where_a_point_is_a_week() -> None:
    assert "four weeks or more" in page(rich(), Texts("en"))
    wide = page(report(facts(pace=40), NOW, ZONE), Texts("en"))
    assert "Between the dotted lines" in wide
    assert "four weeks or more" not in wide
