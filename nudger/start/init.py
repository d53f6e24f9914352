"""nudger/start: ``nudger init``: asks, tries, writes the configuration, reads back. Nothing told is lost on the way.

What was told lies in ``nudger.toml.new`` beside the configuration until it takes that place; it holds no secret.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nudger.app import App
from nudger.config import file
from nudger.config.configuration import find, load, owners, state_folder
from nudger.errors import CannotWrite, ConfigError, NudgerError, UsageError
from nudger.launch import Context
from nudger.nudges.policy import problems
from nudger.platform import private_file, private_folder
from nudger.start import connecting, talk
from nudger.start.answers import Answers, text, told
from nudger.start.baseline import read_back
from nudger.start.talk import NotNowError, Talk
from nudger.workplace import Workplace

if TYPE_CHECKING:
    from nudger.texts import Language

NEW, OLD = ".new", ".old"


class Wizard:
    """One run of ``init`` on the configuration at ``path``."""

    def __init__(self, context: Context, path: Path, answers: Answers) -> None:
        self.context = context
        self.path = path
        self.draft = path.with_name(path.name + NEW)
        self.answers = answers

    # --- with a person

    def walk(self) -> bool:
        """Ask everything; False when the leader does not want it after all. Raises KeyboardInterrupt, CannotWrite."""
        self._language()
        spoken = self._talk()
        if self.path.exists() and not spoken.agrees("init-replace", path=str(self.path)):
            return False
        spoken.screen.say("init-resumed" if self.draft.exists() else "init-intro")
        steps: list[talk.Step] = [talk.commitment, talk.goals, talk.mailbox, talk.inside]
        for number, step in enumerate(steps, 1):
            self._step(number, step.__name__, step)
        if not self.answers.waits_for_app:
            self._step(5, "folders", self._folders)
        self._step(6, "network", connecting.network)
        self._step(7, "moment", talk.moment)
        return self._confirmed(spoken)

    def _talk(self) -> Talk:
        return Talk(self.context.screen)

    def _language(self) -> None:
        """Dutch or English, unless the command said so."""
        if self.context.lang is None:
            usual = self.answers.language or self.context.texts.language
            said = self._talk().until("init-language", usual, lambda line: line if line in {"nl", "en"} else None)
            self.context.lang = said
        self.context.forget_language()
        self.answers = replace(self.answers, language=self.context.texts.language)

    def _step(self, number: int, name: str, step: talk.Step) -> None:
        screen = self.context.screen
        screen.line()
        screen.say("init-step", style="bold", number=number, of=7, about=screen.texts(f"init-about-{name}"))
        self.answers = step(self._talk(), self.answers)
        self.keep()

    def _folders(self, spoken: Talk, answers: Answers) -> Answers:
        app = self.app(self.draft)
        if not connecting.sign_in(spoken, app):
            spoken.screen.say("init-sign-in-later")
            return replace(answers, folders=answers.folders or (connecting.INBOX,))
        return connecting.folders(spoken, answers, connecting.look(app.place))

    def _confirmed(self, spoken: Talk) -> bool:
        answers, screen = self.answers, spoken.screen
        screen.line()
        screen.say(
            "init-summary",
            goals=", ".join(aim.title or screen.texts(f"goal-{aim.id}") for aim in answers.aims),
            days=answers.promise_days,
            mail=answers.addresses[0],
            host=answers.server.host if answers.server else "",
            folders=", ".join(answers.folders),
            network=answers.network,
            when=_spoken(answers.when, screen.texts.language),
            path=str(self.path),
        )
        return spoken.agrees("init-write")

    # --- the files

    def keep(self) -> None:
        """Lay down what was told so far. Raises CannotWrite."""
        if not self.draft.parent.exists():
            private_folder(self.draft.parent)
        private_file(self.draft)
        try:
            self.draft.write_text(text(self.answers, self.context.texts), encoding="utf-8")
        except OSError:
            raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(self.draft)) from None

    def settle(self) -> None:
        """Put the new configuration in its place; the one that stood there is kept beside it. Raises CannotWrite."""
        try:
            if self.path.exists():
                self.path.replace(self.path.with_name(self.path.name + OLD))
            self.draft.replace(self.path)
        except OSError:
            raise CannotWrite("cannot-write", hint="cannot-write-hint", path=str(self.path)) from None

    def app(self, path: Path) -> App:
        """The commands of the owner of the configuration in ``path``. Raises ConfigError with every mistake."""
        context = self.context
        config = load(path, context.texts.language, check_nudge=problems)
        place = Workplace(config, owners(config)[0], context.texts, context.now, state_folder())
        return App(place, context.screen, as_json=context.json)


def init(context: Context, given: Answers, *, overwrite: bool, read: bool) -> None:
    """Set nudger up. ``given`` is what the options say; without a terminal they say everything.

    Raises UsageError, ConfigError, CannotWrite, and what signing in raises.
    """
    path = find(context.config_path, os.environ)
    wizard = Wizard(context, path, _begin(path, given))
    if context.screen.interactive and not context.json:
        _with_person(wizard, read=read)
    else:
        _alone(wizard, overwrite=overwrite, read=read)


def _begin(path: Path, given: Answers) -> Answers:
    """What the options say, completed by what was told before, in a walk that broke off or in the configuration."""
    before = Answers()
    for known in (path.with_name(path.name + NEW), path):
        if known.is_file():
            try:
                before = told(file.read(known))
            except ConfigError:
                continue
            break
    fields = Answers.__dataclass_fields__
    return replace(before, **{name: value for name in fields if (value := getattr(given, name))})


def _with_person(wizard: Wizard, *, read: bool) -> None:
    context = wizard.context
    try:
        wanted = wizard.walk()
    except NotNowError:
        context.screen.say("init-not-now")
        return
    except (KeyboardInterrupt, EOFError):
        if wizard.draft.exists():
            context.screen.line()
            context.screen.say("init-kept")
        raise
    if not wanted:
        context.screen.say("init-kept" if wizard.draft.exists() else "init-unchanged")
        return
    wizard.settle()
    context.screen.say("init-written", path=str(wizard.path))
    if wizard.answers.waits_for_app:
        context.screen.say("init-next-it")
        return
    _read_with_person(wizard, read=read)


def _read_with_person(wizard: Wizard, *, read: bool) -> None:
    context = wizard.context
    app = wizard.app(wizard.path)
    try:
        connecting.look(app.place)
        if read and Talk(context.screen).agrees("init-read-back"):
            read_back(app)
    except NudgerError as error:
        for line in context.texts.error(error):
            context.screen.line(line)
    context.screen.line()
    context.screen.say("report-hold-out", style="dim")
    context.screen.say("init-next")


def _alone(wizard: Wizard, *, overwrite: bool, read: bool) -> None:
    """Without questions: all that is missing comes at once; what does not sign in is not written."""
    answers, context = wizard.answers, wizard.context
    missing = [option for option, value in _needed(answers) if not value]
    if missing:
        raise UsageError("init-missing", hint="init-missing-hint", options=", ".join(missing))
    if wizard.path.exists() and not overwrite:
        raise UsageError("init-exists", hint="init-exists-hint", path=str(wizard.path))
    wizard.answers = _completed(answers, context.texts.language)
    try:
        wizard.keep()
        app = wizard.app(wizard.draft)
        if not wizard.answers.waits_for_app:
            _note_writers(context, connecting.look(app.place))
        wizard.settle()
    finally:
        wizard.draft.unlink(missing_ok=True)
    if read and not wizard.answers.waits_for_app:
        read_back(wizard.app(wizard.path))
    elif not context.json:
        context.screen.say("init-written", path=str(wizard.path))


def _note_writers(context: Context, found: connecting.Folders) -> None:
    for address in found.writers:
        context.screen.note("init-writer-unknown", address=address, sent=found.sent)


def _needed(answers: Answers) -> list[tuple[str, object]]:
    return [
        ("--goal", answers.aims),
        ("--days", answers.promise_days),
        ("--address", answers.addresses),
        ("--host", answers.server),
    ]


def _completed(answers: Answers, language: Language) -> Answers:
    """With the usual answers for what the options leave open."""
    address = answers.addresses[0]
    return replace(
        answers,
        language=answers.language or language,
        username=answers.username or address,
        password=answers.password or ({"keyring": f"mail {address}"} if answers.server.auth == "password" else None),  # type: ignore[union-attr]
        domains=answers.domains or (address.partition("@")[2],),
        folders=answers.folders or (connecting.INBOX,),
        network_type=answers.network_type or "handoff",
        network=answers.network or ("netwerk" if language == "nl" else "network"),
        when=answers.when or talk.USUAL_MOMENT,
    )


def _spoken(when: str, language: str) -> str:
    """A moment of the week with its day in the reader's language."""
    from nudger.config.types import WEEKDAYS, WEEKDAYS_NL

    day, _, clock = when.partition(" ")
    return f"{WEEKDAYS_NL[WEEKDAYS.index(day)]} {clock}" if language == "nl" and day in WEEKDAYS else when
