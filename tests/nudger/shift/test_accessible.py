"""The page for everyone: axe-core finds no fault in light and dark, wide and narrow; html-validate calls it valid.

Both come from npm: ``npm install axe-core html-validate`` in the checkout, or in the folder that NUDGER_NODE names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from nudger.shift.page import page
from nudger.texts import LANGUAGES, Language, Texts
from tests.nudger.shift.sample import rich
from tests.nudger.shift.test_page import dom

ROOT = Path(__file__).resolve().parents[3]
LOOK = """
onload = () => axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const list = found.violations.map(one => ({id: one.id, impact: one.impact, nodes: one.nodes.map(n => n.html)}));
  document.body.innerHTML = ""; document.body.append(
    Object.assign(document.createElement("pre"), {id: "found", textContent: btoa(encodeURIComponent(JSON.stringify(
      {list, passes: found.passes.length, width: innerWidth})))}));
});
"""


def package(name: str) -> Path:
    """The folder of an npm package; a visible skip where it is not installed."""
    folder = Path(os.environ.get("NUDGER_NODE", ROOT)) / "node_modules" / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not here: npm install {name}")
    return folder


@pytest.fixture(params=LANGUAGES)
def text(request: pytest.FixtureRequest) -> str:
    language: Language = request.param
    return page(rich(), Texts(language), [("Een stilteruimte", "idee, 4 mensen")])


@pytest.mark.chromium
@pytest.mark.parametrize("width", [500, 800, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(text: str, width: int, scheme: str, tmp_path: Path) -> None:
    script = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    # The page itself lets no script run; without that line it is looked at as it is.
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    path = tmp_path / "page.html"
    path.write_text(bare.replace("</head>", f"<script>{script}</script><script>{LOOK}</script></head>"), "utf-8")
    blink = f"--blink-settings=preferredColorScheme={('dark', 'light').index(scheme)}"
    shown = dom(path.as_uri(), tmp_path / "profile", blink, f"--window-size={width},900")
    found = re.search(r'<pre id="found">([^<]+)</pre>', shown)
    assert found
    result = json.loads(_decoded(found[1]))
    assert result["width"] == width
    assert result["passes"] > 15
    assert result["list"] == []


def _decoded(text: str) -> str:
    from base64 import b64decode
    from urllib.parse import unquote

    return unquote(b64decode(text).decode("ascii"))


def test_it_is_valid_html(text: str, tmp_path: Path) -> None:
    node, script = shutil.which("node"), package("html-validate") / "bin" / "html-validate.mjs"
    if node is None:
        pytest.skip("no node here")
    path, rules = tmp_path / "report.html", tmp_path / "rules.json"
    path.write_text(text, encoding="utf-8")
    # Standard HTML and its content model; inline style sheets and the attributes of SVG are how the page is made.
    off = dict.fromkeys(("no-inline-style", "require-sri", "svg-focusable", "long-title"), "off")
    rules.write_text(json.dumps({"extends": ["html-validate:standard", "html-validate:a11y"], "rules": off}))
    command = [node, str(script), "--config", str(rules), "--formatter", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    faults = [fault for file in json.loads(done.stdout) for fault in file["messages"]]
    assert [(fault["ruleId"], fault["message"], fault["line"]) for fault in faults] == []
