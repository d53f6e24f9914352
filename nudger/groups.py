"""The command line, the part for an organisation and for rights: leaders, network, privacy, export and import."""

from __future__ import annotations

from pathlib import Path

import click

from nudger.launch import Context, Group, command

pass_context = click.make_pass_decorator(Context)


@click.group(cls=Group, section="upkeep")
def leaders() -> None:
    """Who takes part in an organisation."""


@command(leaders)
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def import__(context: Context, /, path: Path) -> None:
    """Add leaders from a CSV file."""
    from nudger.nightly import leaders

    leaders.import_(context, path)


@command(leaders)
@pass_context
def list__(context: Context, /) -> None:
    """Everyone, and whether they said yes."""
    from nudger.nightly import leaders

    leaders.listed(context)


@command(leaders)
@click.argument("name")
@pass_context
def remove(context: Context, /, name: str) -> None:
    """Take a leader out."""
    from nudger.nightly import leaders

    leaders.remove(context, name)


@click.group(cls=Group, section="upkeep")
def network() -> None:
    """The social network."""


@command(network)
@pass_context
def list_(context: Context, /) -> None:
    """What can be done on each network."""
    from nudger.networks import commands

    commands.listed(context)


@command(network)
@click.option("--exchange", type=click.IntRange(0, 2))
@click.option("--documents", type=click.IntRange(0, 2))
@click.option("--video", type=click.IntRange(0, 2))
@click.option("--apps", type=click.IntRange(0, 2))
@click.option("--point", "own", multiple=True, metavar="TEXT")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def choose(context: Context, /, own: tuple[str, ...], out: Path | None, html: Path | None, **given: int | None) -> None:
    """Which network suits."""
    from nudger.networks.choose import choose

    choose(context, given, own, out=out, html=html)


@command(network)
@pass_context
def communities(context: Context, /) -> None:
    """The communities that the account can reach."""
    from nudger.networks import commands

    commands.communities(context.app())


@command(network)
@pass_context
def test(context: Context, /) -> None:
    """Whether the network lets us in; posts nothing."""
    from nudger.networks import commands

    context.end(0 if commands.tested(context.app()) else 78)


@click.group(cls=Group, section="upkeep")
def privacy() -> None:
    """What is kept, of whom, for how long."""


@command(privacy)
@click.argument("address")
@pass_context
def show_(context: Context, /, address: str) -> None:
    """What the ledger holds of an address."""
    from nudger.privacy import commands

    commands.shown(context.app(), address)


@command(privacy)
@click.argument("address")
@click.option("--all", "everyone", is_flag=True)
@pass_context
def forget(context: Context, /, address: str, everyone: bool) -> None:
    """Take an address out of the ledger."""
    from nudger.privacy import commands

    commands.forget(context.apps() if everyone else [context.app()], address)


@command(privacy)
@click.option("--sample", is_flag=True)
@pass_context
def report_(context: Context, /, sample: bool) -> None:
    """The settings that hold here."""
    from nudger.privacy import commands

    commands.report(context.app(), sample=sample)


@command(None, "upkeep")
@click.argument("address")
@pass_context
def optout(context: Context, /, address: str) -> None:
    """Leave a colleague out."""
    from nudger.privacy import commands

    commands.opt_out([context.app()] if context.use_demo else context.apps(), address)


@command(None, "upkeep")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--passphrase-file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def export(context: Context, /, path: Path, passphrase_file: Path | None) -> None:
    """Everything for a new computer, in one sealed file."""
    from nudger.privacy import moving

    moving.export(context.app(), path, passphrase_file)


@command(None, "upkeep")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--passphrase-file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def import_(context: Context, /, path: Path, passphrase_file: Path | None) -> None:
    """Put such a file in its place here."""
    from nudger.privacy import moving

    moving.import_(context, path, passphrase_file)
