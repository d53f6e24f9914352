"""Launch: what every command shares. Options before and after the command, help in the user's language, errors to exit
codes. Imports nothing heavy: ``nudger --help`` must come at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nudger.errors import ConfigError, NudgerError
from nudger.platform import private_umask
from nudger.texts import Language, Texts, choose_language

if TYPE_CHECKING:
    from nudger.app import App
    from nudger.config.configuration import Config
    from nudger.texts.screen import Screen

SECTIONS = ("everyday", "files", "upkeep")
"""The groups of ``nudger --help``, in their order."""

_UNEXPECTED = 1
_INTERRUPTED = 130


class Context:
    """The options of one call, and the parts of the program, each made when it is first needed."""

    def __init__(self) -> None:
        self.config_path: Path | None = None
        self.lang: str | None = None
        self.json = False
        self.mailbox: str | None = None
        self.quiet = False
        self.verbose = 0
        self.log: Path | None = None
        self.use_demo = False
        self.as_of: datetime | None = None
        self.exit_code = False

    @cached_property
    def texts(self) -> Texts:
        """The catalogue in the user's language."""
        return Texts(spoken_language(self.lang, self.config_path))

    @cached_property
    def screen(self) -> Screen:
        """The terminal."""
        from nudger.texts.screen import Screen

        return Screen(self.texts, quiet=self.quiet or self.json)

    def forget_language(self) -> None:
        """Speak the language of ``lang`` from here on, when it was chosen after the start."""
        for part in ("texts", "screen"):
            self.__dict__.pop(part, None)

    @property
    def now(self) -> datetime:
        """The clock of this run: ``--as-of``, else now."""
        return self.as_of or datetime.now(UTC)

    def config(self) -> Config:
        """The configuration. Raises ConfigError."""
        from nudger.config.configuration import find, load
        from nudger.nudges.policy import problems

        path = find(self.config_path, os.environ)
        return load(path, self.texts.language, check_nudge=problems)

    def has_configuration(self) -> bool:
        """Whether there is anything to configure this call: one that was asked for, the usual file, or the demo."""
        from nudger.config.configuration import find

        return self.use_demo or bool(self.config_path) or find(None, os.environ).is_file()

    def app(self) -> App:
        """The commands of the one owner that this call is about. Raises ConfigError, UsageError."""
        from nudger.app import App, only_owner
        from nudger.config.configuration import owners, state_folder
        from nudger.runlog import RunLog
        from nudger.workplace import Workplace

        if self.use_demo:
            from nudger.demo.play import demo_app

            return demo_app(self)
        config = self.config()
        owner = only_owner(owners(config), self.mailbox)
        place = Workplace(config, owner, self.texts, self.now, state_folder())
        return App(place, self.screen, as_json=self.json, log=RunLog(self.log))

    def apps(self) -> list[App]:
        """The commands of every owner, for what concerns all their ledgers. Raises ConfigError."""
        from nudger.app import App
        from nudger.config.configuration import owners, state_folder
        from nudger.workplace import Workplace

        config = self.config()
        places = [Workplace(config, owner, self.texts, self.now, state_folder()) for owner in owners(config)]
        if not places:
            raise ConfigError("no-mailbox", hint="no-mailbox-hint")
        return [App(place, self.screen, as_json=self.json) for place in places]

    @staticmethod
    def end(code: int) -> None:
        """End the program with this exit code."""
        raise click.exceptions.Exit(code)


def spoken_language(flag: str | None, config_path: Path | None) -> Language:
    """The language to speak, found without checking the configuration."""
    from nudger.config.configuration import configured_language, find

    configured = None
    if flag is None:
        try:
            configured = configured_language(find(config_path, os.environ))
        except NudgerError:
            configured = None
    return choose_language(flag, configured, os.environ)


# --- options before and after the command


def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Put an option into the Context; given twice, the later place wins."""
    if value not in (None, False, 0):
        setattr(context.ensure_object(Context), str(parameter.name), value)


def _moment(context: click.Context, parameter: click.Parameter, value: datetime | None) -> None:
    keep(context, parameter, value and value.astimezone(UTC))


def common_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The global options; every command takes them too."""
    shared: dict[str, Any] = {"expose_value": False, "callback": keep}
    options = [
        click.option("--config", "config_path", type=click.Path(path_type=Path, dir_okay=False), **shared),
        click.option("--lang", type=click.Choice(["nl", "en"]), is_eager=True, **shared),
        click.option("--json", is_flag=True, **shared),
        click.option("--mailbox", metavar="NAME", **shared),
        click.option("-q", "--quiet", is_flag=True, **shared),
        click.option("-v", "--verbose", count=True, **shared),
        click.option("--log", type=click.Path(path_type=Path, dir_okay=False), **shared),
        click.option("--exit-code", is_flag=True, **shared),
        click.option(
            "--as-of",
            type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
            metavar="TIME",
            expose_value=False,
            callback=_moment,
        ),
    ]
    for option in reversed(options):
        function = option(function)
    return function


# --- help in the user's language


def _help(key: str) -> str:
    """A sentence for the help; the language is asked of the words as typed, for help comes before all options."""
    context = click.get_current_context(silent=True)
    kept = context.find_object(Context) if context else None
    texts = kept.texts if kept and kept.lang else _help_texts()
    return texts(key) if key in texts else ""


def _help_texts() -> Texts:
    words = sys.argv[1:]
    flags = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    flags += [after for word, after in pairwise(words) if word == "--lang"]
    return Texts(spoken_language(flags[-1] if flags else None, None))


class _Spoken:
    """Help texts from the catalogue, by the command's full name."""

    section = ""

    @staticmethod
    def _key(context: click.Context) -> str:
        names = context.command_path.split()[1:]
        return "-".join(["cli", *names]) if names else "cli-main"

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph about the command."""
        key = self._key(context)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help(f"{key}-long") or _help(key))

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Own options first, then those that every command takes."""
        assert isinstance(self, click.Command)
        own: list[tuple[str, str]] = []
        shared: list[tuple[str, str]] = []
        for parameter in self.get_params(context):
            record = parameter.get_help_record(context)
            if record and isinstance(parameter, click.Option):
                name = max(parameter.opts, key=len).lstrip("-")
                help_text = _help(f"{self._key(context)}-option-{name}") or _help(f"cli-option-{name}")
                place = shared if not parameter.expose_value and name != "help" else own
                place.append((record[0], help_text))
        for heading, records in (("cli-heading-options", own), ("cli-heading-always", shared)):
            if records:
                with formatter.section(_help(heading)):
                    formatter.write_dl(records)


class Command(_Spoken, click.Command):
    """A command that speaks the user's language."""

    def __init__(self, *args: Any, section: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class Group(_Spoken, click.Group):
    """A group of commands that speaks the user's language."""

    command_class = Command

    def __init__(self, *args: Any, section: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        self.format_commands(context, formatter)
        super().format_options(context, formatter)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """In three groups, in the order in which they were made."""
        prefix = self._key(context).replace("cli-main", "cli")
        for section in (*SECTIONS, ""):
            names = [name for name, made in self.commands.items() if getattr(made, "section", "") == section]
            if names:
                with formatter.section(_help(f"cli-heading-{section or 'commands'}")):
                    formatter.write_dl([(name, _help(f"{prefix}-{name}")) for name in names])


def command(group: click.Group | None, section: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """A command with the global options, of a group or to be added to one."""

    def made(function: Callable[..., Any]) -> click.Command:
        make = group.command if group else click.command
        decorate = make(name=function.__name__.strip("_").replace("_", "-"), cls=Command, section=section)
        return decorate(common_options(function))

    return made


# --- the end


def guarded(main: click.Command) -> int:
    """Run the command line; every way to end becomes an exit code, and no traceback reaches a person."""
    private_umask()
    context = Context()
    try:
        code = main.main(standalone_mode=False, obj=context)
        sys.stdout.flush()
    except NudgerError as error:
        return _complain(context, list(_translated(context).error(error)), error.exit_code)
    except click.ClickException as error:
        return _complain(context, _usage(context, error), error.exit_code)
    except (KeyboardInterrupt, click.Abort, EOFError):
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has gone (click turns that into SystemExit); what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: a bug is named, its values are not
        return _complain(context, _bug(context, error), _UNEXPECTED)
    return code if isinstance(code, int) else 0


def _translated(context: Context) -> Texts:
    try:
        return context.texts
    except NudgerError:
        return Texts(choose_language(context.lang, None, os.environ))


def _complain(context: Context, lines: Sequence[str], code: int) -> int:
    from nudger.texts.safe import safe

    for line in lines:
        click.echo(safe(line, lines=True), err=True)
    return code


def _usage(context: Context, error: click.ClickException) -> list[str]:
    texts = _translated(context)
    where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "nudger"
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            text = texts("usage-no-option-near" if near else "usage-no-option", option=error.option_name, near=near)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            text = texts("usage-missing", name=name)
        case click.BadParameter():
            text = texts("usage-bad-value", name=", ".join(error.param.opts) if error.param else "")
        case _:
            text = texts("usage-unknown", words=" ".join(sys.argv[1:])[:80])
    return [text, texts("usage-help", command=where)]


def _bug(context: Context, error: Exception) -> list[str]:
    """Where it happened and what kind it was: enough to report, without any value (promise M6)."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    if context.verbose > 1:
        return [*_frames(error), type(error).__name__]
    return [_translated(context)("usage-bug", kind=type(error).__name__, place=place)]


def _frames(error: Exception) -> list[str]:
    import traceback

    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
