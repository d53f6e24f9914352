"""What works without a configuration: scan, classify and explain on files, and training the shipped model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from nudger import scanning, show
from nudger.errors import NudgerError, UnreadableInput, UsageError
from nudger.looking import Reader
from nudger.mail.perspective import Perspective
from rules.pack import builtin_packs, digest_of

if TYPE_CHECKING:
    from classifiers.labels import Example
    from nudger.launch import Context

ZONE = ZoneInfo("Europe/Amsterdam")
SHOWN = 20
"""Candidates that ``scan`` shows at most."""


def reader(context: Context, internal: Sequence[str], owner: Sequence[str]) -> Reader:
    """What reads files: the configuration where there is one, with these domains and addresses in its place."""
    base = _configured(context) or _plain(context)
    domains = frozenset(domain.lower().lstrip("@") for domain in internal) or base.perspective.domains
    addresses = frozenset(address.lower() for address in owner) or base.perspective.owner
    return replace(base, perspective=replace(base.perspective, domains=domains, owner=addresses))


def _configured(context: Context) -> Reader | None:
    """The reader of the configuration; None where there is no configuration and none was asked for."""
    try:
        return context.app().place.reader
    except NudgerError as error:
        if error.key == "config-missing" and context.config_path is None:
            return None
        raise


def _plain(context: Context) -> Reader:
    from classifiers.model import load

    packs = builtin_packs()
    return Reader(Perspective(), packs, load(packs=digest_of(packs)), (), ZONE, context.now)


def classify(
    context: Context, paths: Sequence[Path], internal: Sequence[str], owner: Sequence[str], *, ungated: bool, text: bool
) -> None:
    """One JSON line a message, in input order. Raises UnreadableInput after the last path when one was no mail."""
    reading = reader(context, internal, owner)
    for one in scanning.classify(_existing(paths), reading, ungated=ungated):
        show.json_line(scanning.as_json(one, text=text))


def scan(context: Context, paths: Sequence[Path], internal: Sequence[str], owner: Sequence[str]) -> None:
    """Candidate threads with their reasons. Raises UsageError when nobody knows what is internal."""
    reading = reader(context, internal, owner)
    if not reading.perspective.domains:
        raise UsageError("scan-needs-internal", hint="scan-needs-internal-hint")
    result = scanning.scan(list(_existing(paths)), reading)
    if context.json:
        show.json_line(show.scan_json(result, reading))
    else:
        show.scan(context.screen, result, reading, SHOWN)


def explain(context: Context, path: Path) -> None:
    """Why the first message of a file gets its verdict."""
    from nudger.mail.perspective import Perspective
    from nudger.nudges.explaining import explanation

    reading = reader(context, (), ())
    first = next(scanning.classify([path], reading, ungated=True), None)
    if first is None or first.message is None:
        raise UnreadableInput("file-no-message", path=str(path))
    if reading.perspective == Perspective() and first.message.sender:
        # Without a configuration the sender's own domain counts as inside, else every file would be external.
        domain = first.message.sender.email.partition("@")[2]
        reading = replace(reading, perspective=Perspective(domains=frozenset({domain})))
        first = next(scanning.classify([path], reading, ungated=True))
    assert first.message is not None
    result = explanation(first.message, reading)
    if context.json:
        show.json_line(result.as_json())
    else:
        show.explanation(context.screen, result, {goal.id: goal.title for goal in reading.goals})


def train_base(context: Context, files: Sequence[Path], out: Path) -> None:
    """Make the shipped model from labelled files. Raises UnreadableInput, CannotWrite."""
    from classifiers.storage import save
    from classifiers.training import train_base as train

    examples = labelled(files)
    context.screen.note("train-begins", n=len(examples))
    model = train(examples, seed=0, packs=digest_of(builtin_packs()))
    save(model, out)
    context.screen.note("train-done", path=str(out))


def labelled(files: Sequence[Path]) -> list[Example]:
    """The labelled messages of these files, with the findings of the rules. Raises UnreadableInput."""
    return list(_examples(_existing(files)))


def _examples(files: Iterable[Path]) -> Iterator[Example]:
    from dataclasses import replace as changed

    from nudger.mail.labelled import examples
    from rules.engine import findings

    packs = builtin_packs()
    for example in examples(files):
        found = tuple(finding.rule_id for finding in findings(packs, example.message) if not finding.gate)
        yield changed(example, findings=found)


def _existing(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise UnreadableInput("file-missing", path=str(path))
        yield path
