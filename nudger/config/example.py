"""The configuration written out: a commented example, the reference page, and what holds now with its origin.

All three walk the models of :mod:`nudger.config.models`; the sentences stand in ``texts/*/config.ftl``.
"""

from __future__ import annotations

import datetime as dt
import json
import textwrap
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from nudger.config.configuration import LEADERS, POLICY, Config, Leader
from nudger.config.models import Section, Settings, section_of
from nudger.config.types import Moment
from nudger.networks.hosts import hosts
from nudger.signin.secrets import Secret
from nudger.texts import Language, Texts

ORDER = (
    *(
        "version",
        "language",
        "organisation",
        "goals",
        "mailboxes",
        "networks",
        "microsoft",
        "google",
        "digest",
        "contact",
    ),
    *("nudge", "judge", "ledger", "nightly", "mailbox_template", "participation"),
)
"""The order in which a person reads it."""
WIDTH = 100

_KINDS: Mapping[Any, str] = {
    str: "text",
    int: "whole",
    float: "number",
    dt.date: "date",
    Path: "file",
    bool: "switch",
    Secret: "secret",
    Moment: "moment",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value that holds, and the file it comes from; an empty ``origin`` means that it is the default."""

    path: str
    value: Any
    origin: str


def toml(value: Any) -> str:
    """A value as TOML; a secret is hidden, a path or moment is text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(str(value), ensure_ascii=False)


# --- the example


def example(language: Language) -> str:
    """A configuration to begin with, every key explained. It is valid, and stays so when every ``#key`` is used."""
    texts = Texts(language)
    lines = [*_comment(texts("config-example-head")), ""]
    for name, info in _top():
        if _is_section(info):
            lines += ["", *_example_section(name, _header(name, info, _sample(info)), info, texts)]
        else:
            lines += _assignment(f"config-top-{name}", name, info, texts)
    return "\n".join(lines).replace('language = "nl"', f'language = "{language}"') + "\n"


def _example_section(name: str, header: str, info: FieldInfo, texts: Texts) -> Iterator[str]:
    """A section with its keys; the tables inside it come after them, as TOML wants it."""
    mark = "" if _is_shown(info) else "#"
    yield from _comment(texts(f"config-{name}"))
    yield mark + header
    keys, inner = _contents(info)
    if not keys:
        yield from (f"{mark}{key} = {toml(value)}" for key, value in _sample(info).items())
    for key, field in keys.items():
        yield from _assignment(f"config-{name}-{key}", key, field, texts, mark)
    for key, field in inner.items():
        yield ""
        yield from _example_section(key, header.replace("]", f".{key}]"), field, texts)


def _assignment(key: str, name: str, info: FieldInfo, texts: Texts, mark: str = "") -> Iterator[str]:
    yield from _comment(texts(key))
    yield f"{mark if _is_shown(info) else '#'}{name} = {toml(_sample(info))}"


def _comment(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(line, WIDTH, initial_indent="# ", subsequent_indent="# ")


# --- the models


def _top() -> Iterator[tuple[str, FieldInfo]]:
    return ((name, Settings.model_fields[name]) for name in ORDER)


def _is_section(info: FieldInfo) -> bool:
    """Whether it is a ``[section]`` rather than a key; one whose keys are not ours has a table as its sample."""
    return section_of(info.annotation) is not None or isinstance(_sample(info), dict)


def _contents(info: FieldInfo) -> tuple[dict[str, FieldInfo], dict[str, FieldInfo]]:
    """The keys of a section, and the sections inside it."""
    section = section_of(info.annotation)
    fields = section.model_fields if section else {}
    inner = {key: field for key, field in fields.items() if section_of(field.annotation)}
    return {key: field for key, field in fields.items() if key not in inner}, inner


def _header(name: str, info: FieldInfo, label: str) -> str:
    """``[[goals]]``, ``[mailboxes.fatima]`` or ``[digest]``."""
    origin = get_origin(info.annotation)
    return f"[[{name}]]" if origin is tuple else f"[{name}.{label}]" if origin is dict else f"[{name}]"


def _is_shown(info: FieldInfo) -> bool:
    return bool(info.json_schema_extra)


def _sample(info: FieldInfo) -> Any:
    return info.examples[0] if info.examples else info.get_default(call_default_factory=True, validated_data={})


# --- the reference page


def reference(language: Language = "en") -> str:
    """Every section and key, as a Markdown page."""
    texts = Texts(language)
    lines = [f"# {texts('config-reference-title')}", ""]
    for key in ("intro", "search", "leaders", "policy"):
        lines += [texts(f"config-reference-{key}"), ""]
    lines += _table("top", {name: info for name, info in _top() if not _is_section(info)}, texts)
    for name, info in _top():
        if _is_section(info):
            lines += _chapter(name, _header(name, info, texts("config-name")), info, texts)
    return "\n".join(lines).rstrip() + "\n"


def _chapter(name: str, header: str, info: FieldInfo, texts: Texts) -> Iterator[str]:
    yield from (f"## `{header}`", "", texts(f"config-{name}"), "")
    keys, inner = _contents(info)
    if keys:
        yield from _table(name, keys, texts)
    else:
        yield from ("```toml", *(f"{key} = {toml(value)}" for key, value in _sample(info).items()), "```", "")
    for key, field in inner.items():
        yield from _chapter(key, header.replace("]", f".{key}]"), field, texts)


def _table(section: str, keys: Mapping[str, FieldInfo], texts: Texts) -> Iterator[str]:
    yield _row(texts(f"config-column-{column}") for column in ("key", "kind", "default", "meaning"))
    yield _row(["---"] * 4)
    for key, info in keys.items():
        meaning = texts(f"config-{section}-{key}")
        yield _row([f"`{key}`", _kind(info.annotation, texts) + _bounds(info), _default(info, texts), meaning])
    yield ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _kind(annotation: Any, texts: Texts) -> str:
    """In words: ``list: text``, ``whole number``, or the few possible values."""
    origin, inside = (
        get_origin(annotation),
        [item for item in get_args(annotation) if item not in {None, type(None), ...}],
    )
    if origin is Literal:
        return ", ".join(f"`{toml(value)}`" for value in inside)
    if origin is tuple:
        return texts("config-kind-list", of=_kind(inside[0], texts))
    if origin is Annotated:
        return _kind(inside[0], texts)
    if origin in {Union, types.UnionType}:
        return ", ".join(_kind(item, texts) for item in inside)
    return texts(f"config-kind-{_KINDS[annotation]}")


def _bounds(info: FieldInfo) -> str:
    limits = {name: getattr(rule, name) for rule in info.metadata for name in ("ge", "le") if hasattr(rule, name)}
    return f", {limits['ge']}–{limits['le']}" if len(limits) == 2 else ""


def _default(info: FieldInfo, texts: Texts) -> str:
    if info.is_required():
        return texts("config-required")
    value = info.get_default(call_default_factory=True, validated_data={})
    return "" if value in (None, ()) else f"`{toml(value)}`"


# --- what holds now


def show(config: Config, texts: Texts) -> str:
    """Every value that holds with the file it comes from, as lines of TOML; secrets stay hidden."""
    default = texts("config-origin-default")
    lines = [f"{item.path} = {toml(item.value)}  # {item.origin or default}" for item in values(config)]
    for name, network in config.settings.networks.items():
        reached = ", ".join(hosts(network)) or texts("config-hosts-none")
        lines.append(f"# {texts('config-hosts', network=name, hosts=reached)}")
    return "".join(f"{line}\n" for line in lines)


def values(config: Config) -> Iterator[Value]:
    """Every value that holds, of the main file and then of each leader (``leaders/fatima: digest.to``)."""
    main, nudge = config.path.name, config.settings.nudge
    for path, value, is_set in _walk(config.settings, "", ORDER):
        if not path.startswith("nudge."):
            yield Value(path, value, main if is_set else "")
    for key, value in config.nudge.items():
        yield Value(f"nudge.{key}", value, main if nudge.get(key) == value else POLICY)
    for leader in config.leaders:
        for path, value, is_set in _walk(leader.settings, ""):
            origin = f"{LEADERS}/{leader.path.name}" if _given(leader, path) else main if is_set else ""
            yield Value(f"{LEADERS}/{leader.name}: {path}", value, origin)


def _walk(section: Section, prefix: str, order: Iterable[str] | None = None) -> Iterator[tuple[str, Any, bool]]:
    """Path, value and whether it was set, of every value in a section; what is absent is left out."""
    for name in order or type(section).model_fields:
        value, path = getattr(section, name), prefix + name
        if isinstance(value, Section):
            yield from _walk(value, f"{path}.")
        elif isinstance(value, Mapping):
            for key, item in value.items():
                inside = _walk(item, f"{path}.{key}.") if isinstance(item, Section) else [(f"{path}.{key}", item, True)]
                yield from inside
        elif isinstance(value, tuple) and any(isinstance(item, Section) for item in value):
            for number, item in enumerate(value, 1):
                yield from _walk(item, f"{path}[{number}].")
        elif value is not None:
            yield path, value, name in section.model_fields_set


def _given(leader: Leader, path: str) -> bool:
    return bool(leader.given & {path, path.partition("[")[0]})
