"""Whatever stands in a configuration: a Config, or one ConfigError that names every mistake without showing a value."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nudger.config.configuration import load, owners, tighten
from nudger.config.example import example, show
from nudger.config.loading import check
from nudger.config.models import OwnerSettings, Section, Settings, section_of
from nudger.errors import ConfigError
from nudger.texts import LANGUAGES, Texts
from rules.characters import FORBIDDEN

TEXTS = {language: Texts(language) for language in LANGUAGES}
VALUES = st.one_of(
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.dates(),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.times(),
)
REAL = st.sampled_from(
    (
        *("nl", "password", "oauth2-microsoft", "loopback-plain", "localhost", "a@b.example"),
        *("tcp://[", "https://[x", "{user}", "~nobody-9/x", "mon 08:30"),
    )
)
ANYTHING = st.recursive(
    st.one_of(VALUES, REAL),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)


def like(section: type[Section]) -> st.SearchStrategy[dict[str, Any]]:
    """Tables with the keys of a section, some absent, some unknown, each value as it may be or anything else."""
    keys = {name: value_like(info.annotation) for name, info in section.model_fields.items()}
    unknown = st.dictionaries(st.sampled_from(["host", "langauge", "x", "Password", "[key]"]), ANYTHING, max_size=1)
    return st.tuples(st.fixed_dictionaries({}, optional=keys), unknown).map(lambda both: {**both[1], **both[0]})


def value_like(annotation: Any) -> st.SearchStrategy[Any]:
    inner = section_of(annotation)
    if inner is None:
        return ANYTHING
    table = st.deferred(lambda: like(inner))
    named = st.dictionaries(st.one_of(st.just("fatima"), st.text(max_size=5)), table, max_size=2)
    return st.one_of(table, named, st.lists(table, max_size=3), ANYTHING)


@pytest.mark.parametrize("root", [Settings, OwnerSettings])
@given(data=st.data())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_tables_give_a_model_or_sentences(root: type[Section], data: st.DataObject) -> None:
    raw = data.draw(st.one_of(like(root), st.dictionaries(st.text(max_size=8), ANYTHING, max_size=4)))
    model, found = check(raw, root, Path("/folder"))
    assert (model is None) == bool(found)
    for problem in found:
        for texts in TEXTS.values():
            line = problem.line(texts)
            assert not FORBIDDEN.search(line)
            assert "{" not in line.replace("{user}", "").partition(": ")[2] or problem.key == "secret-form"


PIECES = ["]", "[", "=", '"', "\n", "#", "\0", "[[goals]]", "{", "}", "1", "a.b = 1", "\ud7ff", "é"]


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 30), st.sampled_from(PIECES)), max_size=4),
    st.booleans(),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_loads_or_is_a_config_error(
    tmp_path: Path, language: str, cuts: list[tuple[int, int, str]], as_leader: bool
) -> None:
    text = example(language)  # type: ignore[arg-type]
    for start, length, piece in cuts:
        text = text[:start] + piece + text[start + length :]
    (tmp_path / "leaders").mkdir(exist_ok=True)
    (tmp_path / "nudger.toml").write_text(example("nl") if as_leader else text, encoding="utf-8")
    (tmp_path / "leaders" / "joris.toml").write_text(text if as_leader else "", encoding="utf-8")
    path = tmp_path / "nudger.toml"
    try:
        config = load(path, language, policy=tmp_path / "none")  # type: ignore[arg-type]
        told = show(config, TEXTS["en"]) + str(owners(config))
    except ConfigError as error:
        told = "".join(TEXTS["nl"].error(error))
    assert told


NUMBERS = st.dictionaries(st.sampled_from(["per_week", "per_digest", "min_people"]), st.integers(0, 20))


@given(NUMBERS, NUMBERS)
def test_nothing_loosens_a_ceiling(values: dict[str, int], ceilings: dict[str, int]) -> None:
    result = tighten(values, ceilings)
    assert result.keys() == values.keys() | ceilings.keys()
    for key, ceiling in ceilings.items():
        assert result[key] >= ceiling if key.startswith("min_") else result[key] <= ceiling
    assert tighten(result, ceilings) == result
