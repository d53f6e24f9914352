"""nudger/start: the command line of the beginning: ``init`` with its options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nudger.launch import Context, command

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
