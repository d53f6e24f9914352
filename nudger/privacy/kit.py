"""``nudger kit works-council``: the papers for works council, privacy officer and staff, filled from the configuration.

What they say of retention, hosts and limits is what holds here, so that paper and program cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nudger.config.configuration import owners
from nudger.config.contacted import contacted
from nudger.ledger.retention import PEOPLE_DAYS, RUN_DAYS, WEEK_DAYS
from nudger.privacy.keeping import FOREVER, tables
from nudger.shift.organisation import MIN_OWNERS
from nudger.show import json_line

if TYPE_CHECKING:
    from nudger.config.configuration import Config
    from nudger.launch import Context
    from nudger.texts import Texts

PAPERS = ("works-council-request", "dpia", "balancing", "notice", "register")
"""Each is a template ``NAME.LANGUAGE.md``; the first is what is printed."""

DEFAULT_LOOK_BACK = 182


@dataclass(frozen=True, slots=True)
class Row:
    """One table of the ledger, in words."""

    what: str
    kept: str


def show(context: Context, paper: str, out: Path | None) -> None:
    """Print one paper, or write all of them into a folder. Raises ConfigError, CannotWrite."""
    from nudger.nightly.store import replace_file
    from nudger.platform import private_folder

    values = facts(context.config(), context.texts)
    if out:
        private_folder(out)
        for name in PAPERS:
            replace_file(out / f"{name}.md", page(name, values, context.texts))
        context.screen.note("kit-written", folder=str(out), n=len(PAPERS))
    elif context.json:
        json_line({"paper": paper, "text": page(paper, values, context.texts)})
    else:
        context.screen.plain(page(paper, values, context.texts))


def page(paper: str, values: Mapping[str, Any], texts: Texts) -> str:
    """One paper as Markdown."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    # Markdown, of which no value comes from a mail.
    environment = Environment(  # noqa: S701
        loader=PackageLoader("nudger.texts"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template(f"{paper}.{texts.language}.md").render(values)


def facts(config: Config, texts: Texts) -> dict[str, Any]:
    """What the papers say of this configuration."""
    organisation, found = config.settings.organisation, owners(config)
    boxes = [mailbox for owner in found for mailbox in owner.mailboxes.values()]
    return {
        **blank(texts, config.settings.ledger.keep_days),
        "organisation": organisation.domains[0],
        "domains": ", ".join(organisation.domains),
        "contact": organisation.contact or texts("kit-contact-blank"),
        "deny": len(organisation.deny),
        "look_back": max((box.look_back_days for box in boxes), default=DEFAULT_LOOK_BACK),
        "hosts": ", ".join(contacted(config.settings, found)) or texts("kit-hosts-blank"),
        "server": bool(config.leaders) or config.settings.mailbox_template is not None,
    }


def blank(texts: Texts, keep_days: int) -> dict[str, Any]:
    """The papers' values for an organisation of which nothing is known yet: those in the documentation."""
    return {
        "organisation": texts("kit-organisation-blank"),
        "domains": texts("kit-domains-blank"),
        "contact": texts("kit-contact-blank"),
        "deny": 0,
        "look_back": DEFAULT_LOOK_BACK,
        "hosts": texts("kit-hosts-blank"),
        "server": True,
        "keep_days": keep_days,
        "people_days": PEOPLE_DAYS,
        "week_days": WEEK_DAYS,
        "run_days": RUN_DAYS,
        "min_owners": MIN_OWNERS,
        "tables": [_row(name, table.days, texts) for name, table in tables(keep_days).items()],
    }


def _row(name: str, days: int, texts: Texts) -> Row:
    kept = texts("privacy-forever") if days == FOREVER else texts("privacy-days", days=days)
    return Row(texts(f"privacy-table-{name}"), kept)
