"""Screen: the one place where nudger writes to a terminal and asks a person something."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from nudger.texts import Texts
from nudger.texts.safe import safe

if TYPE_CHECKING:
    from rich.console import Console

EDITORS = ("notepad",) if os.name == "nt" else ("nano", "micro", "gnome-text-editor", "gedit", "kate")


class Screen:
    """Results go to stdout, progress to stderr; everything printed is made safe here (promise M10).

    Colour appears on a terminal only, and never when NO_COLOR is set (https://no-color.org).
    """

    def __init__(self, texts: Texts, *, quiet: bool = False) -> None:
        from rich.console import Console

        self.texts = texts
        self.quiet = quiet
        # Without colour there is no other style either: plain text is what other programs and screen readers read best.
        colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
        self._out = Console(highlight=False, markup=False, emoji=False, soft_wrap=False, color_system=colours)
        self._err = Console(stderr=True, highlight=False, markup=False, emoji=False, color_system=colours)

    @property
    def console(self) -> Console:
        """The console of stdout, for tables."""
        return self._out

    @property
    def width(self) -> int:
        """Cells in a line."""
        return self._out.width

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked something."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def say(self, key: str, style: str = "", **values: object) -> None:
        """Print a sentence of the catalogue."""
        self.line(self.texts(key, **values), style=style)

    def line(self, text: str = "", *, style: str = "", indent: int = 0) -> None:
        """Print text, wrapped at words, indented by so many cells."""
        from rich.padding import Padding
        from rich.text import Text

        content = Text(safe(text, lines=True), style=style)
        self._out.print(Padding(content, (0, 0, 0, indent), expand=False) if indent else content)

    def plain(self, text: str) -> None:
        """Text that goes into a file or another program: no wrapping, no colour."""
        sys.stdout.write(safe(text, lines=True).rstrip("\n") + "\n")

    def note(self, key: str, **values: object) -> None:
        """A line about progress, on stderr; nothing when quiet."""
        if not self.quiet:
            self._err.print(safe(self.texts(key, **values), lines=True))

    def block(self, text: str, *, exact: bool = False) -> None:
        """Text between two lines, wrapped at words to be read; ``exact`` leaves each of its lines whole, to be copied.

        Without colour the lines are three dashes: a screen reader would spell out a longer one.
        """
        self._rule()
        self._out.print(safe(text, lines=True), soft_wrap=exact)
        self._rule()

    def _rule(self) -> None:
        if self._out.color_system is None:
            self._out.print("---")
        else:
            self._out.rule(style="dim")

    @contextmanager
    def progress(self, key: str, **values: object) -> Iterator[Callable[[int, int], None]]:
        """A bar on stderr while work lasts; gives a function (done, total). Silent when not a terminal, or quiet."""
        if self.quiet or not self._err.is_terminal:
            yield lambda _done, _total: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=self._err, transient=True) as bar:
            task = bar.add_task(safe(self.texts(key, **values)), total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)

    def ask_key(self) -> str:
        """One key, lower case; Ctrl-C and Ctrl-D end the program as they do everywhere."""
        import click

        key = click.getchar()
        if key in ("\x03", "\x04"):
            raise KeyboardInterrupt
        return key.lower()

    def ask_line(self, key: str, **values: object) -> str:
        """A line of text, without white space around it."""
        self._out.print(safe(self.texts(key, **values)), end=" ")
        return safe(input()).strip()

    def ask_hidden(self, key: str, **values: object) -> str:
        """A line that is not shown while it is typed: a password."""
        import getpass

        return getpass.getpass(safe(self.texts(key, **values)) + " ")

    def confirm(self, key: str, **values: object) -> bool:
        """Yes only on j or y; anything else is no."""
        self._out.print(safe(self.texts(key, **values)), end=" ")
        answer = self.ask_key()
        self._out.print(safe(answer))
        return answer in ("j", "y")

    def copy(self, text: str) -> bool:
        """Put text on the clipboard where there is one."""
        import pyperclip

        try:
            pyperclip.copy(text)
        except pyperclip.PyperclipException:
            return False
        return True

    def edit(self, text: str, folder: Path) -> str | None:
        """The text after the leader's own editor closed, None when there is no editor.

        The file stands in ``folder`` (private) under a name of its own, for on a server several leaders may write at
        once; it is removed whatever happens.
        """
        from secrets import token_hex

        import click

        from nudger.platform import private_file

        editor = editor_command()
        if editor is None:
            return None
        path = private_file(folder / f"draft-{token_hex(4)}.txt")
        try:
            path.write_text(text, encoding="utf-8")
            click.edit(filename=str(path), editor=editor)
            return path.read_text(encoding="utf-8", errors="replace")
        finally:
            path.unlink(missing_ok=True)


def editor_command() -> str | None:
    """``$VISUAL``, ``$EDITOR``, else an editor that a newcomer can leave again; never vi."""
    for name in ("VISUAL", "EDITOR"):
        if os.environ.get(name, "").strip():
            return os.environ[name]
    if sys.platform == "darwin":
        return "open -W -e"
    return next((shlex.quote(path) for name in EDITORS if (path := shutil.which(name))), None)
