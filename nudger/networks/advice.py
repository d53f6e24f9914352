"""networks: the advice in words: table, recommendation with reasons, and what to ask IT; as Markdown or a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nudger.networks.choice import ASKED, KNOWN, SHORTLIST, Option, heavy
from nudger.texts import Texts

MARKS: Mapping[str, str] = {"yes": "●", "partly": "◐", "no": "○", "unknown": "?"}
FOR_IT = ("own_server",)
"""What only the page shows: it weighs nothing for the leader."""
QUESTIONS = ("present", "cost", "sign-in", "place", "leaving", "app")
"""What only IT, or the maker of the network, can say."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What was asked and what came of it. ``own`` are the leader's own points, which nobody but people can judge."""

    goals: tuple[str, ...]
    asked: Mapping[str, int]
    own: tuple[str, ...]
    options: Sequence[Option]

    @property
    def best(self) -> Option:
        """The one that is recommended."""
        return self.options[0]

    @property
    def points(self) -> tuple[str, ...]:
        """What decided, and so stands in the table: not what nobody needs, nor what is known of no network."""
        known = (*ASKED, *(point for point in KNOWN if any(one.marks[point] != "unknown" for one in self.options)))
        return tuple(point for point in known if self.asked.get(point, 1))


def heads(points: Sequence[str], texts: Texts) -> list[str]:
    """The heads of the table."""
    return [texts("choose-network"), *(texts(f"choose-point-{point}") for point in points), texts("choose-score")]


def rows(advice: Advice, points: Sequence[str], texts: Texts) -> list[list[str]]:
    """One row a network, the best first."""
    return [
        [one.title, *(MARKS[one.marks[point]] for point in points), texts.percent(round(100 * one.score), 100)]
        for one in advice.options
    ]


def reasons(advice: Advice, texts: Texts) -> list[str]:
    """Why this one, what it lacks, and what comes next, as sentences."""
    weights, best = heavy(advice.asked), advice.best
    said = [texts("choose-advice", network=best.title)]
    if strong := best.strong(weights):
        said.append(texts("choose-because", points=_named(strong, texts)))
    if weak := [point for point in best.weak(weights) if point in advice.points]:
        said.append(texts("choose-lacks", points=_named(weak, texts)))
    equal = [one.title for one in advice.options[1:] if one.score == best.score]
    others = equal or [one.title for one in advice.options[1:SHORTLIST]]
    return [*said, texts("choose-equal" if equal else "choose-next", others=", ".join(others))]


def _named(points: Sequence[str], texts: Texts) -> str:
    return ", ".join(texts(f"choose-point-{point}") for point in points)


def markdown(advice: Advice, texts: Texts) -> str:
    """The one page for IT."""
    lines = [f"# {texts('choose-title')}", "", _why(advice, texts), ""]
    lines += [
        f"- {texts(f'choose-weight-{advice.asked[point]}', point=texts(f'choose-ask-{point}'))}" for point in ASKED
    ]
    points = (*advice.points, *FOR_IT)
    head = heads(points, texts)
    lines += ["", f"## {texts('choose-table')}", "", _row(head), _row(["---"] * len(head))]
    lines += [_row(row) for row in rows(advice, points, texts)]
    lines += ["", texts("choose-marks"), "", f"## {texts('choose-recommended')}", "", " ".join(reasons(advice, texts))]
    lines += ["", f"## {texts('choose-questions')}", ""]
    lines += [f"- {line}" for line in questions(advice, texts)]
    lines += ["", texts("choose-sources", sources=sources(advice))]
    return "\n".join(lines) + "\n"


def questions(advice: Advice, texts: Texts) -> list[str]:
    """What to ask, the leader's own points last."""
    asked = [texts(f"choose-question-{key}", network=advice.best.title) for key in QUESTIONS]
    return [*asked, *(texts("choose-question-own", point=point) for point in advice.own)]


def sources(advice: Advice) -> str:
    """Where the table comes from."""
    return "; ".join(dict.fromkeys(one.source for one in advice.options if one.source))


def page(advice: Advice, texts: Texts) -> str:
    """The same as a self-contained page."""
    from jinja2 import Environment, PackageLoader

    points = (*advice.points, *FOR_IT)
    environment = Environment(
        loader=PackageLoader("nudger.texts"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("advice.html").render(
        t=texts,
        why=_why(advice, texts),
        weights=[texts(f"choose-weight-{advice.asked[p]}", point=texts(f"choose-ask-{p}")) for p in ASKED],
        heads=heads(points, texts),
        rows=rows(advice, points, texts),
        reasons=reasons(advice, texts),
        questions=[line.replace("`", "") for line in questions(advice, texts)],
        sources=sources(advice),
    )


def _why(advice: Advice, texts: Texts) -> str:
    goals = ", ".join(advice.goals)
    return texts("choose-why-goals", goals=goals) if goals else texts("choose-why")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
