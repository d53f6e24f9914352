"""The shipped catalogues: complete, kind, readable; every sentence that code asks for is there, with its values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from fluent.syntax import FluentParser

from nudger import errors
from nudger.config.models import OwnerSettings, Section, Settings, section_of
from nudger.nudges.drafts import SHAPES
from nudger.texts import FOLDER, LANGUAGES, Language, Texts
from nudger.texts.lint import issues, main, sentences

ROOT = Path(__file__).parents[3]
CODE = [ROOT / "cli.py", *(ROOT / "nudger").rglob("*.py")]
COMMANDS = (
    *("demo", "init", "poll", "review", "answers", "ideas", "digest", "report", "status", "doctor", "scan", "classify"),
    *("explain", "login", "logout", "resolve", "retract", "goal", "network", "announce", "kit", "train", "evaluate"),
    *("model", "leaders", "privacy", "optout", "purge", "export", "import", "pause", "resume", "stop", "config"),
)
"""Those of the design, also where they are not built yet."""

ERRORS = {
    name for name, made in vars(errors).items() if isinstance(made, type) and issubclass(made, errors.NudgerError)
}
MAKERS = ERRORS | {"wrong", "_wrong"}
"""Functions and classes whose first argument is the key of an error."""


@dataclass(frozen=True)
class Use:
    """A place in the code that names an error's sentence, with the values it gives; None when they come by ``**``."""

    file: str
    key: str
    values: frozenset[str] | None


def uses() -> Iterator[Use]:
    for path in CODE:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MAKERS:
                words = {word.arg: word.value for word in call.keywords}
                values = None if None in words else frozenset(filter(None, words))
                for named in (*call.args[:1], words.get("hint")):
                    if isinstance(named, ast.Constant) and isinstance(named.value, str) and named.value:
                        yield Use(path.name, f"errors-{named.value}", values)


def test_catalogues_have_no_issue() -> None:
    assert [str(issue) for issue in issues()] == []
    assert main(lambda _line: None) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_sentence_and_gives_its_values(language: Language) -> None:
    catalogue = sentences(FluentParser().parse((FOLDER / language / "errors.ftl").read_text("utf-8")).body)
    found = set(uses())
    assert len(found) > 50
    assert sorted(f"{use.file}: {use.key}" for use in found if use.key not in catalogue) == []
    known = [use for use in found if use.values is not None and use.key in catalogue]
    assert [use for use in known if not catalogue[use.key].variables <= use.values] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_design_has_its_help(language: Language) -> None:
    texts = Texts(language)
    assert [name for name in COMMANDS if f"cli-{name}" not in texts or f"cli-{name}-long" not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help(language: Language) -> None:
    from cli import main as program

    assert list(without_help(program, "cli", Texts(language))) == []


def without_help(command: click.Command, key: str, texts: Texts) -> Iterator[str]:
    for parameter in command.params:
        name = max(parameter.opts, key=len).lstrip("-")
        keys = (f"{key}-option-{name}", f"cli-option-{name}")
        if isinstance(parameter, click.Option) and not any(option in texts for option in keys):
            yield f"{key} --{name}"
    for name, child in getattr(command, "commands", {}).items():
        if f"{key}-{name}" not in texts:
            yield f"{key}-{name}"
        yield from without_help(child, f"{key}-{name}", texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", [Settings, OwnerSettings])
def test_every_key_of_the_configuration_is_explained(root: type[Section], language: Language) -> None:
    assert list(unexplained(root, "top", Texts(language))) == []


def unexplained(section: type[Section], name: str, texts: Texts) -> Iterator[str]:
    for key, info in section.model_fields.items():
        inner = section_of(info.annotation)
        if inner:
            yield from unexplained(inner, key, texts)
        elif f"config-{name}-{key}" not in texts and f"config-{key}" not in texts:
            yield f"config-{name}-{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_ends_in_an_open_question(language: Language) -> None:
    """Open: it begins with a question word, so that yes is no answer."""
    texts, words = Texts(language), {"nl": "Wie Wat Hoe Welke Waar", "en": "Who What How Which Where"}[language].split()
    keys = [f"draft-question-{shape}" for shape in SHAPES]
    for text in map(texts, keys):
        assert text.split()[0] in words, text
        assert text.endswith("?")
        assert text.count("?") == 1
