"""The command line as a person types it: files of every form, every way to end, both languages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nudger.demo.mailbox import deliver, messages, moments
from nudger.platform import UNIX

ROOT = Path(__file__).resolve().parents[1]
MAILS = messages()[:25]
KEYS = [
    "source", "message_id", "kind", "kinds", "score", "worth", "verdict", "gates", "findings", "internal", "language",
    "error",
]  # fmt: skip


def environ(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}


def start(home: Path, *words: str, **options: Any) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=home, env=environ(home), text=True, **(pipes | options))


def run(home: Path, *words: str, code: int = 0) -> str:
    child = start(home, *words)
    out, err = child.communicate(timeout=120)
    assert child.returncode == code, err
    assert "Traceback" not in err
    return out if code == 0 else err


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same 25 mails as mbox, as Maildir and as a folder, with one that cannot be read at the end."""
    folder = tmp_path_factory.mktemp("files")
    raws = [mail.raw for mail in MAILS] + [b""]
    (folder / "eml").mkdir()
    for number, raw in enumerate(raws):
        (folder / "eml" / f"{number:03d}.eml").write_bytes(raw)
    for part in ("cur", "new", "tmp"):
        (folder / "maildir" / part).mkdir(parents=True)
    for number, raw in enumerate(raws):
        (folder / "maildir" / "new" / f"{number:03d}.host").write_bytes(raw)
    quoted = (raw.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") for raw in raws)
    line = b"From - Mon Jan  5 09:00:00 2026\n"
    (folder / "mails.mbox").write_bytes(b"".join(line + raw + b"\n\n" for raw in quoted))
    return folder


@pytest.mark.parametrize("form", ["eml", "maildir", "mails.mbox"])
def test_classify_gives_one_line_a_message_in_order_whatever_it_is(files: Path, tmp_path: Path, form: str) -> None:
    out = run(tmp_path, "classify", str(files / form), "--internal", "voorbeeld.example", "--text")
    rows = [json.loads(line) for line in out.splitlines()]
    assert len(rows) == len(MAILS) + 1
    assert all(list(row) == [*KEYS, "own_words"] for row in rows)
    assert [row["source"] for row in rows] == [f"{files / form}#{n}" for n in range(len(rows))]
    assert rows[-1]["error"]
    for row in rows:
        if row["gates"] or row["error"]:
            assert (row["kind"], row["kinds"], row["score"], row["worth"], row["verdict"]) == (*[None] * 4, "leave")
        else:
            assert abs(sum(row["kinds"].values()) - 1) < 0.01
            assert 0 <= row["score"] <= 1
            assert 0 <= row["worth"] <= 1


def test_the_three_forms_are_judged_alike(files: Path, tmp_path: Path) -> None:
    def judged(form: str) -> list[dict[str, Any]]:
        out = run(tmp_path, "classify", str(files / form), "--internal", "voorbeeld.example")
        return [{key: value for key, value in json.loads(line).items() if key != "source"} for line in out.splitlines()]

    assert judged("eml") == judged("maildir") == judged("mails.mbox")


def test_ungated_fills_the_scores_and_keeps_the_verdict(files: Path, tmp_path: Path) -> None:
    out = run(tmp_path, "classify", str(files / "eml"), "--internal", "nowhere.example", "--ungated")
    rows = [json.loads(line) for line in out.splitlines()]
    gated = [row for row in rows if row["gates"]]
    assert len(gated) == len(MAILS)
    assert all(row["worth"] is not None and row["verdict"] == "leave" for row in gated)


@pytest.mark.parametrize(("lang", "words"), [("nl", "niets bewaard en niets verzonden"), ("en", "Nothing was stored")])
def test_scan_shows_candidates_with_reasons(files: Path, tmp_path: Path, lang: str, words: str) -> None:
    out = run(tmp_path, "scan", str(files / "mails.mbox"), "--internal", "voorbeeld.example", "--lang", lang)
    assert words in out
    assert not (tmp_path / ".local").exists()
    found = json.loads(run(tmp_path, "scan", str(files / "eml"), "--internal", "voorbeeld.example", "--json"))
    assert sum(found["outcomes"].values()) == len(MAILS) + 1


def test_explain_a_file(files: Path, tmp_path: Path) -> None:
    target = str(files / "eml" / "003.eml")
    for lang in ("nl", "en"):
        assert run(tmp_path, "explain", target, "--lang", lang).strip()
    data = json.loads(run(tmp_path, "explain", target, "--json"))
    assert {"reasons", "threshold", "goal", "verdict", "gates"} <= set(data)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nonsense"], 2),
        (["poll", "--nonsense"], 2),
        (["explain"], 2),
        (["poll"], 78),
        (["status", "--config", "absent.toml"], 78),
        (["scan", "absent.mbox", "--internal", "a.example"], 65),
        (["scan", "."], 2),
        (["explain", "sabc"], 78),
        (["--demo", "review"], 2),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_mistake_has_its_code_and_a_way_out(tmp_path: Path, words: list[str], code: int, lang: str) -> None:
    assert run(tmp_path, "--lang", lang, *words, code=code).strip()


def test_without_anything_it_says_where_to_begin(tmp_path: Path) -> None:
    assert "nudger demo" in run(tmp_path)


@pytest.mark.skipif(not UNIX, reason="closed pipes raise elsewhere")
def test_a_closed_pipe_leaves_no_traceback(files: Path, tmp_path: Path) -> None:
    child = start(tmp_path, "classify", *[str(files / "eml")] * 40, "--internal", "voorbeeld.example")
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr is not None
    with child.stderr as stderr:
        assert stderr.read() == ""
    assert child.wait(timeout=60) == 0


@pytest.mark.skipif(not UNIX, reason="signals")
def test_ctrl_c_leaves_no_traceback(files: Path, tmp_path: Path) -> None:
    child = start(tmp_path, "classify", *[str(files / "eml")] * 200, "--internal", "voorbeeld.example")
    assert child.stdout is not None
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert err.strip() == ""


def test_a_canary_in_a_crash_never_reaches_the_screen(tmp_path: Path) -> None:
    program = (
        "import sys, cli, nudger.scanning as s\n"
        "from nudger.launch import guarded\n"
        "def boom(*a, **k):\n    secret = 'kanarie'\n    raise ValueError(secret)\n"
        "s.classify = boom\n"
        "sys.argv = ['nudger', 'classify', '.', '-vv']\n"
        "sys.exit(guarded(cli.main))\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, env=environ(tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "kanarie" not in done.stdout + done.stderr
    assert "ValueError" in done.stderr


def test_the_demo_tells_its_story_and_the_other_commands_go_on_from_it(tmp_path: Path) -> None:
    page = tmp_path / "demo.html"
    out = run(tmp_path, "demo", "--weeks", "8", "--html", str(page), "--lang", "nl")
    assert "Van mail naar netwerk" in out
    assert page.read_text(encoding="utf-8").count("<svg") == 3
    status = json.loads(run(tmp_path, "--demo", "status", "--json"))
    assert status["last_poll"]
    assert status["paused_until"] is None, "Fatima said yes, so nudger has not stopped by itself"
    assert "week" in run(tmp_path, "--demo", "report", "--lang", "nl")
    for entry in json.loads(run(tmp_path, "--demo", "digest", "--json"))["suggestions"]:
        assert run(tmp_path, "--demo", "explain", entry["id"][:5], "--lang", "nl").strip()


def test_the_demo_without_its_server_reads_the_files(tmp_path: Path) -> None:
    deliver(tmp_path / "mail", None, moments()[2])
    out = run(tmp_path, "scan", str(tmp_path / "mail"), "--internal", "voorbeeld.example", "--json")
    assert sum(json.loads(out)["outcomes"].values()) > 10
