"""How often own words are exactly right, per set, client and language, and how fast they are found; peers beside us.

Run from the top of the repository, with the shared data beside it::

    PYTHONPATH=. python benchmarks/own_words.py [--by client|language] [--wrong] [--rounds N]

A message is exact when the text equals one of the accepted ones, white space aside; it loses words when the core (the
author's text without greeting and sign-off) is not whole in it. Peers (quotequail, mail-parser-reply,
email-reply-parser) are measured when they are installed; for an HTML-only mail they are given its visible text with
``>`` before what is quoted, which is more than they would find by themselves.
"""

from __future__ import annotations

import argparse
import email
import importlib.util
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nudger.mail.html.text import to_text
from nudger.mail.mime.structure import choose_texts
from nudger.mail.mime.transfer import text_of
from nudger.mail.mime.tree import structure_of
from nudger.mail.perspective import Perspective
from nudger.mail.reading import read
from nudger.mail.source import RawMessage
from nudger.mail.words.own_words import extract

SHARED = Path(os.environ.get("NUDGER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden" / "replies"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LANGUAGES = ["en", "nl", "de", "fr"]

Tool = Callable[["Reply"], str]


@dataclass(frozen=True, slots=True)
class Reply:
    """One mail of a set: its octets, its texts, and what is right."""

    octets: bytes
    plain: str | None
    html: str | None
    client: str
    language: str
    accept: frozenset[str]
    core: str
    name: str


def main() -> None:
    """Print exactness of all tools on all sets, then the speed."""
    arguments = argparse.ArgumentParser(description="Exactness and speed of own words")
    arguments.add_argument("--by", choices=("set", "client", "language"), default="set")
    arguments.add_argument("--wrong", action="store_true", help="name the mails that are not exact")
    arguments.add_argument("--rounds", type=int, default=3, help="the fastest counts")
    chosen = arguments.parse_args()
    sets = {name: replies for name, replies in found_sets() if replies}
    tools: dict[str, Tool] = {"nudger": ours} | dict(peers())
    for name, replies in sets.items():
        print_set(name, replies, tools, chosen.by)
        if chosen.wrong:
            print("  not exact:", ", ".join(reply.name for reply in replies if not exact(ours, reply)) or "none")
    print_speed([reply for replies in sets.values() for reply in replies], tools, chosen.rounds)


def found_sets() -> Iterator[tuple[str, list[Reply]]]:
    """The sets that are here: written replies, real ones, and the golden ones of the tests."""
    for name in ("own", "public"):
        folder = SHARED / "data" / name / "replies"
        if folder.is_dir():
            yield f"{name}/replies", shared_replies(folder)
    yield "tests/golden/replies", golden_replies()


def shared_replies(folder: Path) -> list[Reply]:
    """The replies of a folder with a manifest."""
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [
        reply(folder / f"{row['id']}.eml", row["client"], row["lang"], tuple(row["accept"]), row["core"])
        for row in rows
    ]


def golden_replies() -> list[Reply]:
    """The pairs NAME.eml and NAME.expected.txt."""
    replies = []
    for path in sorted(GOLDEN.glob("*.eml")):
        headers = email.message_from_bytes(path.read_bytes())
        expected = path.with_suffix(".expected.txt").read_text(encoding="utf-8")
        replies.append(reply(path, headers["X-Mailer"], headers["Content-Language"], (expected,), ""))
    return replies


def reply(path: Path, client: str, language: str, accept: tuple[str, ...], core: str) -> Reply:
    octets = path.read_bytes()
    _, parts, bodies = structure_of(octets)
    texts: dict[str, str] = {}
    for part in choose_texts(parts):
        texts.setdefault(part.media_type, text_of(part, bodies[part.section]))
    plain, html = texts.get("text/plain"), texts.get("text/html")
    return Reply(octets, plain, html, client, language, frozenset(map(squeezed, accept)), squeezed(core), path.stem)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def ours(reply: Reply) -> str:
    """From octets, through the reader of the product."""
    header, parts, bodies = structure_of(reply.octets)
    raw = RawMessage(1, header, len(reply.octets), parts=parts, bodies=bodies)
    return read(raw, Perspective(), now=NOW).own_words


def peers() -> Iterator[tuple[str, Tool]]:
    """The kept libraries that are installed."""
    for module, tool in (
        ("quotequail", quotequail),
        ("mailparser_reply", mail_parser_reply),
        ("email_reply_parser", email_reply_parser),
    ):
        if importlib.util.find_spec(module):
            yield module, tool


def quotequail(reply: Reply) -> str:
    """What stands above and below the mail that the library unwraps."""
    import quotequail as library

    text = peer_text(reply)
    found = library.unwrap(text)
    return text if not found else "\n".join(filter(None, (found.get("text_top"), found.get("text_bottom"))))


def mail_parser_reply(reply: Reply) -> str:
    from mailparser_reply import EmailReplyParser

    return EmailReplyParser(languages=LANGUAGES).parse_reply(text=peer_text(reply)) or ""


def email_reply_parser(reply: Reply) -> str:
    from email_reply_parser import EmailReplyParser

    return EmailReplyParser.parse_reply(peer_text(reply))


def peer_text(reply: Reply) -> str:
    """Plain text for a library that reads nothing else."""
    if reply.plain and reply.plain.strip():
        return reply.plain.replace("\r\n", "\n")
    lines = to_text(reply.html or "").lines
    return "\n".join("> " * line.depth + line.text for line in lines)


def exact(tool: Tool, reply: Reply) -> bool:
    return squeezed(tool(reply)) in reply.accept


def loses(tool: Tool, reply: Reply) -> bool:
    """Whether something the author wrote is not there; told where the core is known and stands in one piece."""
    wanted = reply.core or next(iter(reply.accept))
    return not set(wanted.split()) <= set(squeezed(tool(reply)).split())


def print_set(name: str, replies: list[Reply], tools: dict[str, Tool], by: str) -> None:
    groups: dict[str, list[Reply]] = defaultdict(list)
    for one in replies:
        groups[{"set": "exact", "client": squeezed(one.client), "language": one.language}[by]].append(one)
    print(f"\n{name}: {len(replies)} messages")
    print(f"  {'':24}" + "".join(f"{tool:>20}" for tool in tools))
    for group, members in sorted(groups.items()):
        rates = (f"{sum(exact(tool, one) for one in members)}/{len(members)}" for tool in tools.values())
        print(f"  {group[:24]:24}" + "".join(f"{rate:>20}" for rate in rates))
    lost = (str(sum(loses(tool, one) for one in replies)) for tool in tools.values())
    print(f"  {'messages losing words':24}" + "".join(f"{count:>20}" for count in lost))


def print_speed(replies: list[Reply], tools: dict[str, Tool], rounds: int) -> None:
    steps: dict[str, Callable[[Reply], object]] = {
        "stdlib bare parse": lambda one: email.message_from_bytes(one.octets),
        "nudger, words alone": lambda one: extract(one.plain, one.html),
        "nudger, from octets": ours,
    } | {f"{name}, words alone": tool for name, tool in tools.items() if name != "nudger"}
    print(f"\nmessages a CPU second, one process, best of {rounds}")
    for name, step in steps.items():
        seconds = min(cpu_seconds(step, replies) for _ in range(rounds))
        print(f"  {name:34}{len(replies) / seconds:10,.0f}")


def cpu_seconds(step: Callable[[Reply], object], replies: list[Reply]) -> float:
    started = time.process_time()
    for one in replies:
        step(one)
    return time.process_time() - started


if __name__ == "__main__":
    main()
