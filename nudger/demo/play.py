"""Plays the demo: delivers the fictional mail week by week, polls it for real, and shows what came of it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from nudger import show
from nudger.answering import offers, promise
from nudger.app import App
from nudger.config.configuration import load, owners, state_folder
from nudger.demo import server
from nudger.demo.letters import perspective
from nudger.demo.mailbox import END, deliver, messages, moments
from nudger.errors import UsageError
from nudger.ledger.ledger import Ledger
from nudger.ledger.states import State
from nudger.mail.imap.account import ImapAccount
from nudger.mail.imap.mailbox import ImapSource
from nudger.mail.stored.files import open_path
from nudger.nudges import answers
from nudger.nudges.digest import IDS
from nudger.nudges.review import Review
from nudger.platform import private_file, private_folder
from nudger.poll import poll_folder
from nudger.shift.facts import ANNOUNCED
from nudger.shift.settling import settle
from nudger.workplace import Workplace

if TYPE_CHECKING:
    from nudger.launch import Context
    from nudger.mail.source import Source
    from nudger.texts.screen import Screen

OWNER = "fatima"
MAIL = "mail"
ANNOUNCED_WEEK = 9
"""Weeks after the first in which Fatima tells her team about the network; from then on she takes suggestions over."""

_CONFIG = """version = 1
language = "{language}"

[organisation]
domains = ["voorbeeld.example"]
authserv_id = "mail.voorbeeld.example"
deny = ["hr@voorbeeld.example"]

[[goals]]
id = "errors"
community = "Team Zorg"

[[goals]]
id = "ideas"
community = "Team Zorg"

[mailboxes.fatima]
host = "127.0.0.1"
tls = "loopback-plain"
username = "fatima"
password = {{ env = "NUDGER_DEMO_PASSWORD" }}
addresses = [{addresses}]
look_back_days = 0

[networks.plein]
type = "handoff"
url = "https://plein.voorbeeld.example"
notifications = ["noreply@plein.voorbeeld.example"]
"""


@dataclass
class DemoPlace(Workplace):
    """Fatima's workplace: her mailbox is a Maildir, served over IMAP on loopback where that can be had."""

    served: server.Server | None = None

    @contextmanager
    def sources(self, *, patient: bool = False) -> Iterator[dict[str, Source]]:
        """The mailbox over IMAP, else the files themselves."""
        with ExitStack() as stack:
            source = self._source(stack)
            stack.callback(source.close)
            yield {OWNER: source}

    def _source(self, stack: ExitStack) -> Source:
        root = self.state / MAIL
        if not server.available():
            return open_path(root, account=OWNER)
        served = self.served or stack.enter_context(server.serve(root))
        account = ImapAccount(
            name=OWNER,
            host=served.host,
            port=served.port,
            tls="loopback-plain",
            username=served.username,
            password=lambda: served.password,
        )
        return ImapSource(account, with_html=True)


def demo_app(context: Context) -> App:
    """Any command on the demo's mailbox and ledger. Raises UsageError when the demo was not played yet."""
    folder = state_folder() / "demo"
    if not (folder / f"{OWNER}.db").exists():
        raise UsageError("demo-missing", hint="demo-missing-hint")
    return App(_place(context, folder, context.as_of or END), context.screen, as_json=context.json)


def play(context: Context, *, weeks: int, html: Path | None) -> None:
    """The whole experience; everything lies in a folder of its own, made anew each time."""
    folder = state_folder() / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    private_folder(folder)
    screen = context.screen
    with ExitStack() as stack:
        place = _place(context, folder, END)
        screen.say("demo-intro", style="bold", n=len(messages(weeks=weeks)), weeks=weeks)
        deliver(folder / MAIL, moments(weeks=weeks)[0], moments(weeks=weeks)[0])
        if server.available():
            place.served = stack.enter_context(server.serve(folder / MAIL))
        screen.say("demo-server" if server.available() else "demo-no-server", style="dim")
        outcomes, taken = _weeks(place, screen, weeks)
        _show(App(place, screen), screen, outcomes, taken, weeks, html)


def _place(context: Context, folder: Path, now: datetime) -> DemoPlace:
    path = private_file(folder / "nudger.toml")
    addresses = ", ".join(f'"{address}"' for address in sorted(perspective().owner))
    path.write_text(_CONFIG.format(language=context.texts.language, addresses=addresses), encoding="utf-8")
    config = load(path, context.texts.language, policy=folder / "no-policy.toml")
    return DemoPlace(config, owners(config)[0], context.texts, now, folder)


def _weeks(place: DemoPlace, screen: Screen, weeks: int) -> tuple[Counter[str], int]:
    """Each week: the post comes, the nightly run reads it, and on Tuesday Fatima looks."""
    outcomes: Counter[str] = Counter()
    taken = 0
    with place.ledger(alone=True) as ledger, place.sources() as sources, screen.progress("demo-playing") as progress:
        for number, now in enumerate(moments(weeks=weeks)):
            place.now = now
            deliver(place.state / MAIL, now - timedelta(weeks=1), now)
            outcomes += _night(place, ledger, sources[OWNER])
            if number == ANNOUNCED_WEEK:
                _announce(ledger, now)
            if ANNOUNCED_WEEK < number < weeks - 1:
                taken += _tuesday(place, ledger, sources)
            progress(number + 1, weeks)
    return outcomes, taken


def _announce(ledger: Ledger, now: datetime) -> None:
    with ledger.atomic():
        ledger.settings.put(ANNOUNCED, now.date().isoformat())


def _night(place: DemoPlace, ledger: Ledger, source: Source) -> Counter[str]:
    """What ``nudger poll`` does, on the sessions that are open already."""
    outcomes: Counter[str] = Counter()
    for folder in place.folders(OWNER, source, ledger):
        outcomes += poll_folder(source, folder, ledger, place.reader, look_back_days=0).outcomes
    with ledger.atomic():
        settle(ledger, place.now, place.zone)
        answers.update(ledger, promise(place, ledger), place.now)
        offers(place, ledger)
        ledger.mail.log_run(f"demo-{place.now:%Y%m%d}", "poll", place.now, place.now, {"new": outcomes.total()})
    return outcomes


def _tuesday(place: DemoPlace, ledger: Ledger, sources: dict[str, Source]) -> int:
    """Fatima takes over one suggestion that is ready in her own words, through the same Review that a person uses."""
    review = Review(
        ledger, place.network, lambda thread: place.read_thread(thread, ledger, sources), show.sentence, place.now
    )
    for item in review.items():
        if item.drafted.own:
            review.accept(item, review.post(item))
            review.hand_off(item, f"https://plein.voorbeeld.example/{item.suggestion.id[:8]}")
            return 1
    return 0


def _show(app: App, screen: Screen, outcomes: Counter[str], taken: int, weeks: int, html: Path | None) -> None:
    """What the six months gave: counts, the digest, one explanation, the report, and what to do next."""
    counts = ", ".join(screen.texts(f"outcome-{name}", n=outcomes[name]) for name in show.OUTCOMES if outcomes[name])
    screen.say("demo-read", n=outcomes.total(), counts=counts)
    _head(screen, "demo-digest")
    app.digest()
    first = _first_id(app)
    if first:
        _head(screen, "demo-why")
        app.explain(first)
    _head(screen, "demo-report", weeks=weeks)
    screen.say("demo-played", n=taken)
    app.report(html, weeks, brief=True)
    _head(screen, "demo-next")
    screen.say("demo-next-review")
    if first:
        screen.say("demo-next-explain", id=first)
    screen.say("demo-next-report")
    screen.say("demo-next-own")
    if html:
        screen.say("demo-page", path=str(html.resolve()))


def _head(screen: Screen, key: str, **values: object) -> None:
    screen.line()
    screen.say(key, style="bold underline", **values)


def _first_id(app: App) -> str:
    with app.place.ledger() as ledger:
        waiting = ledger.suggestions.in_states((State.OFFERED,))
    return waiting[0].id[:IDS] if waiting else ""
