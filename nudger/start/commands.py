"""nudger/start: the command line of the beginning: ``init``, ``goal``, ``announce`` and ``kit``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from nudger.launch import Context, Group, command

pass_context = click.make_pass_decorator(Context)


@command(None, "upkeep")
@click.option("--goal", "goals", multiple=True, metavar="GOAL")
@click.option("--days", type=click.IntRange(1, 30))
@click.option("--address", "addresses", multiple=True, metavar="ADDRESS")
@click.option("--host", metavar="HOST[:PORT]")
@click.option("--auth", type=click.Choice(["password", "oauth2-microsoft", "oauth2-google"]))
@click.option("--client-id", metavar="ID")
@click.option("--username", metavar="NAME")
@click.option("--password-env", metavar="NAME")
@click.option("--password-file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--domain", "domains", multiple=True, metavar="DOMAIN")
@click.option("--folder", "folders", multiple=True, metavar="FOLDER")
@click.option("--sent", metavar="FOLDER")
@click.option("--network", metavar="TYPE")
@click.option("--url", metavar="URL")
@click.option("--community", metavar="NAME")
@click.option("--when", metavar="MOMENT")
@click.option("--overwrite", is_flag=True)
@click.option("--no-read", is_flag=True)
@pass_context
def init(context: Context, /, overwrite: bool, no_read: bool, **given: Any) -> None:
    """Set nudger up, step by step."""
    from nudger.start.init import init
    from nudger.start.options import Options, answers

    init(context, answers(Options(**given)), overwrite=overwrite, read=not no_read)


@click.group(cls=Group, section="upkeep")
def kit() -> None:
    """One-page hand-outs."""


@command(kit)
@pass_context
def it(context: Context, /) -> None:
    """A page for IT."""
    from nudger import kit_it

    kit_it.show(context)


@command(kit)
@click.option("--ambassador", "ambassadors", multiple=True, metavar="NAME")
@pass_context
def team(context: Context, /, ambassadors: tuple[str, ...]) -> None:
    """A page for the kick-off."""
    from nudger.start import kit_team

    kit_team.show(context.app(), ambassadors)


@click.group(cls=Group, section="upkeep")
def goal() -> None:
    """The one or two goals."""


@command(goal)
@pass_context
def list_(context: Context, /) -> None:
    """The goals and their figures."""
    from nudger.start import goals

    goals.listed(context.app())


@command(goal)
@click.argument("name", metavar="GOAL")
@click.option("--word", "words", multiple=True, metavar="WORD")
@click.option("--community", metavar="NAME")
@click.option("--days", type=click.IntRange(1, 30))
@pass_context
def add(context: Context, /, name: str, words: tuple[str, ...], community: str | None, days: int | None) -> None:
    """Take on a goal."""
    from nudger.start import goals

    goals.add(context.app(), name, words, community, days)


@command(goal)
@click.argument("name", metavar="GOAL")
@pass_context
def pause(context: Context, /, name: str) -> None:
    """Let a goal rest."""
    from nudger.start import goals

    goals.pause(context.app(), name)


@command(goal)
@click.argument("name", metavar="GOAL")
@pass_context
def remove(context: Context, /, name: str) -> None:
    """Take a goal out."""
    from nudger.start import goals

    goals.remove(context.app(), name)


@command(goal)
@pass_context
def examples(context: Context, /) -> None:
    """Cases to think with."""
    from nudger.start import goals

    goals.examples(context)


@command(goal)
@click.argument("name", metavar="GOAL")
@click.argument("figure", type=float)
@click.option("--month", metavar="YYYY-MM")
@pass_context
def note(context: Context, /, name: str, figure: float, month: str | None) -> None:
    """Keep the figure of this month."""
    from nudger import announcing

    announcing.note_figure(context.app(), name, figure, month)


@command(None, "upkeep")
@click.argument("what", required=False, type=click.Choice(["goal", "network"]))
@click.option("--done", type=click.DateTime(["%Y-%m-%d"]))
@pass_context
def announce(context: Context, /, what: str | None, done: datetime | None) -> None:
    """The goal first, later the network."""
    from nudger import announcing

    announcing.announce(context.app(), what, done.date() if done else None)
