"""The command line: one short function a command. Everything heavy is imported inside the functions."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from nudger.groups import export, import_, leaders, network, optout, privacy
from nudger.launch import Context, Group, command, common_options, guarded, keep
from nudger.start.commands import announce, goal, init, kit

pass_context = click.make_pass_decorator(Context)


@click.group(cls=Group, invoke_without_command=True)
@common_options
@click.option("--demo", "use_demo", is_flag=True, expose_value=False, callback=keep)
@click.version_option(package_name="nudger", prog_name="nudger")
@click.pass_context
def main(context: click.Context) -> None:
    """Everything begins here; without a command: what waits, or where to begin."""
    if context.invoked_subcommand is None:
        bare(context)


def bare(context: click.Context) -> None:
    """Without a command: what waits, on a terminal with a configuration; else where to begin."""
    from nudger.begin import begin

    begin(context.obj, lambda: click.echo(context.get_help()))


@command(main, "everyday")
@click.option("--weeks", type=click.IntRange(2, 26), default=26, show_default=True)
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def demo(context: Context, /, weeks: int, html: Path | None) -> None:
    """The whole experience on a fictional mailbox."""
    from nudger.demo.play import play

    play(context, weeks=weeks, html=html)


main.add_command(init)


@command(main, "everyday")
@click.option("--all", "everyone", is_flag=True)
@pass_context
def poll(context: Context, /, everyone: bool) -> None:
    """Read, judge, remember."""
    if everyone:
        from nudger.nightly.commands import poll_all

        context.end(poll_all(context))
    context.app().poll()


@command(main, "everyday")
@pass_context
def review(context: Context, /) -> None:
    """Talk through what waits."""
    context.app().review()


@command(main, "everyday")
@click.argument("target", metavar="[ID]", required=False)
@click.argument(
    "what",
    required=False,
    type=click.Choice(["answered", "elsewhere", "not-for-me", "later", "hand-over", "undo"]),
)
@click.option("--network", metavar="NAME")
@click.option("--community", metavar="ID")
@pass_context
def answers(
    context: Context, /, target: str | None, what: str | None, network: str | None, community: str | None
) -> None:
    """Who waits for an answer."""
    from nudger import answering

    if (network is None) != (community is None):
        raise click.UsageError("--network --community")
    waiting = (
        answering.walk(context, network, community)
        if network and community
        else answering.run(context.app(), target, what)
    )
    context.end(10 if context.exit_code and waiting else 0)


@command(main, "everyday")
@click.argument("target", metavar="[ID]", required=False)
@click.argument("stage", required=False, type=click.Choice(["asked", "answered", "tried", "result"]))
@click.option("--title", metavar="TEXT")
@click.option("--note", metavar="TEXT")
@pass_context
def ideas(context: Context, /, target: str | None, stage: str | None, title: str | None, note: str | None) -> None:
    """The ideas, and what became of them."""
    from nudger import answering

    answering.ideas(context.app(), target, stage, title, note)


@command(main, "everyday")
@click.option("--send", is_flag=True)
@click.option("--all", "everyone", is_flag=True)
@pass_context
def digest(context: Context, /, send: bool, everyone: bool) -> None:
    """The weekly text."""
    from nudger import digesting

    if everyone and not send:
        raise click.UsageError("--send")
    if everyone:
        context.end(digesting.send_all(context))
    app = context.app()
    digesting.send(app) if send else app.digest()


@command(main, "everyday")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--csv", type=click.Path(path_type=Path, file_okay=False))
@click.option("--weeks", type=click.IntRange(1, 104), default=26, show_default=True)
@click.option("--organisation", is_flag=True)
@click.option("--team", metavar="NAME")
@pass_context
def report(
    context: Context, /, html: Path | None, csv: Path | None, weeks: int, organisation: bool, team: str | None
) -> None:
    """The shift, in numbers and pictures."""
    if organisation or team is not None:
        from nudger.nightly import organisation as many

        context.end(many.show(context, team))
    context.app().report(html, weeks, csv)


@command(main, "everyday")
@pass_context
def status(context: Context, /) -> None:
    """Where things stand."""
    waiting = context.app().status()
    context.end(10 if context.exit_code and waiting else 0)


@command(main, "upkeep")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]))
@pass_context
def pause(context: Context, /, until: datetime | None) -> None:
    """Offer nothing for four weeks, or until a date."""
    context.app().pause(until and until.astimezone())


@command(main, "upkeep")
@pass_context
def stop(context: Context, /) -> None:
    """Offer nothing any more."""
    context.app().stop()


@command(main, "upkeep")
@pass_context
def resume(context: Context, /) -> None:
    """Offer again."""
    context.app().resume()


@command(main, "everyday")
@click.argument("target")
@pass_context
def explain(context: Context, /, target: str) -> None:
    """Why a thread or a message got its verdict."""
    from nudger import offline

    if Path(target).exists():
        offline.explain(context, Path(target))
    else:
        context.app().explain(target)


@command(main, "everyday")
@click.option("--all", "everyone", is_flag=True)
@pass_context
def doctor(context: Context, /, everyone: bool) -> None:
    """What is wrong, and what to do about it."""
    if everyone:
        from nudger import doctoring

        context.end(doctoring.examine_all(context))
    context.end(0 if context.app().doctor() else 78)


@command(main, "files")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--internal", multiple=True, metavar="DOMAIN")
@click.option("--owner", multiple=True, metavar="ADDRESS")
@pass_context
def scan(context: Context, /, paths: tuple[Path, ...], internal: tuple[str, ...], owner: tuple[str, ...]) -> None:
    """One look at a mailbox file."""
    from nudger import offline

    offline.scan(context, paths, internal, owner)


@command(main, "files")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--internal", multiple=True, metavar="DOMAIN")
@click.option("--owner", multiple=True, metavar="ADDRESS")
@click.option("--ungated", is_flag=True)
@click.option("--text", is_flag=True)
@pass_context
def classify(context: Context, /, paths: tuple[Path, ...], internal: Any, owner: Any, **options: bool) -> None:
    """One JSON line a message."""
    from nudger import offline

    offline.classify(context, paths, internal, owner, **options)


@command(main, "upkeep")
@click.option("--base", "files", multiple=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False))
@pass_context
def train(context: Context, /, files: tuple[Path, ...], out: Path | None) -> None:
    """Learn from the leader's choices; or make the shipped model from labelled mail."""
    from nudger import learning, offline

    if bool(files) != (out is not None):
        raise click.UsageError("--base --out")
    if out:
        offline.train_base(context, files, out)
    else:
        learning.train(context.app())


@command(main, "upkeep")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--by", type=click.Choice(["sender", "thread", "time"]), default="sender", show_default=True)
@pass_context
def evaluate(context: Context, /, files: tuple[Path, ...], by: Any) -> None:
    """Honest scores on labelled mail."""
    from nudger import evaluating

    evaluating.evaluate(context, files, by)


@main.group(cls=Group, section="upkeep")
def model() -> None:
    """The models of the leader."""


@command(model)
@pass_context
def list___(context: Context, /) -> None:
    """Which models there are."""
    from nudger import model_choice

    model_choice.listed(context.app())


@command(model)
@click.argument("name")
@pass_context
def use(context: Context, /, name: str) -> None:
    """Let this model judge."""
    from nudger import model_choice

    model_choice.use(context.app(), name)


@command(model)
@pass_context
def rollback(context: Context, /) -> None:
    """Back to the model before this one."""
    from nudger import model_choice

    model_choice.back(context.app())


@command(main, "upkeep")
@click.argument("target", required=False)
@click.option("--sent", metavar="URL")
@click.option("--not-sent", is_flag=True)
@pass_context
def resolve(context: Context, /, target: str | None, sent: str | None, not_sent: bool) -> None:
    """Settle posts of which it is not known whether they were placed."""
    from nudger import posting

    left = posting.resolve(context.app(), target, sent=sent, not_sent=not_sent)
    context.end(10 if context.exit_code and left else 0)


@command(main, "upkeep")
@click.argument("target")
@click.option("--to", metavar="COMMUNITY")
@pass_context
def retract(context: Context, /, target: str, to: str | None) -> None:
    """Take a post back."""
    from nudger import posting

    posting.retract(context.app(), target, to)


@command(main, "upkeep")
@click.argument("target", required=False, type=click.Choice(["mail", "network"]))
@pass_context
def login(context: Context, /, target: Any) -> None:
    """Sign in to mail and network."""
    from nudger import login

    login.login(context.app(), target)


@command(main, "upkeep")
@click.argument("target", required=False, type=click.Choice(["mail", "network"]))
@pass_context
def logout(context: Context, /, target: Any) -> None:
    """Sign out."""
    from nudger import login

    login.logout(context.app(), target)


for part in (kit, goal, announce):
    main.add_command(part)


@command(main, "upkeep")
@pass_context
def purge(context: Context, /) -> None:
    """Forget what is older than its time."""
    from nudger.privacy import commands

    commands.wipe(context.app())


@main.group(cls=Group, section="upkeep")
def config() -> None:
    """The configuration file."""


@command(config)
@pass_context
def show(context: Context, /) -> None:
    """Every value and where it comes from."""
    from nudger.config.commands import show_config

    show_config(context)


@command(config)
@pass_context
def validate(context: Context, /) -> None:
    """All mistakes at once."""
    from nudger.config.commands import validate_config

    validate_config(context)


@command(config)
@pass_context
def example(context: Context, /) -> None:
    """A configuration to begin with."""
    from nudger.config.commands import show_example

    show_example(context)


for group in (leaders, network, privacy):
    main.add_command(group)
for single in (optout, export, import_):
    main.add_command(single)


def run() -> None:
    """Start from a shell; the entry point of the installed command."""
    sys.exit(guarded(main))


if __name__ == "__main__":
    run()
