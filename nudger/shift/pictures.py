"""Pictures of the shift as SVG that needs no script, no font and no network; readable in black and white."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from nudger.shift.statistics import Share
from nudger.shift.survival import Curve

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 4.3, 2.0
"""Inches, narrow on purpose: the page scales a picture down to a phone, where its letters have to stay readable."""

LETTERS = 9.5
"""Points."""

INK, LIGHT, MID, MOVED = "#334155", "#e2e8f0", "#94a3b8", "#0f766e"
HATCHES = ("///", "", "...")


Mark = tuple[float, str]
"""A vertical line: its place, and what it says."""


class Span(NamedTuple):
    """The weeks along the axis of a picture, ``title`` under it, vertical ``marks``, and the places ``shaded`` grey."""

    weeks: Sequence[str]
    title: str
    marks: Sequence[Mark] = ()
    shaded: Sequence[int] = ()


def bars(span: Span, layers: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Stacked bars a week, each layer with its own hatching; SVG text."""
    figure, axes = _canvas()
    floor = [0] * len(span.weeks)
    for (label, values), hatch, colour in zip(layers, HATCHES, (LIGHT, MOVED, MID), strict=False):
        axes.bar(range(len(floor)), values, bottom=floor, color=colour, edgecolor=INK, hatch=hatch, lw=0.6, label=label)
        floor = [a + b for a, b in zip(floor, values, strict=True)]
    # Room above the bars for the legend.
    axes.set_ylim(0, max(4, max(floor, default=0) * 1.35))
    axes.legend(
        loc="upper left", frameon=False, ncols=3, fontsize=LETTERS, handlelength=1.6, columnspacing=1.2, borderpad=0
    )
    _weeks(axes, span)
    return _svg(figure, axes)


def line(span: Span, values: Sequence[int]) -> str:
    """One line a week, on the same axis as the bars; SVG text."""
    figure, axes = _canvas()
    axes.plot(range(len(values)), values, color=INK, linewidth=1.6, marker="o", markersize=3)
    axes.set_ylim(0, max(4, max(values, default=0) * 1.35))
    _weeks(axes, span)
    return _svg(figure, axes)


def band(
    span: Span,
    points: Sequence[tuple[float, Share]],
    limits: Sequence[tuple[float, float, float]],
    legend: tuple[str, str],
) -> str:
    """Shares as points with their interval; ``limits`` are (place, low, high) of ordinary weeks; SVG text."""
    figure, axes = _canvas()
    places = [place for place, _ in points]
    lows, highs = [one.low for _, one in points], [one.high for _, one in points]
    axes.fill_between(places, lows, highs, color=MID, alpha=0.33, linewidth=0, label=legend[0])
    axes.plot(places, [one.value for _, one in points], color=INK, linewidth=1.6, marker="o", markersize=4)
    for column in (1, 2) if limits else ():
        label = legend[1] if column == 1 else None
        axes.step(
            [x[0] for x in limits], [x[column] for x in limits], where="mid", color=INK, ls=":", lw=1, label=label
        )
    axes.set_ylim(0, 1.3)
    axes.legend(loc="upper left", frameon=False, ncols=2, fontsize=LETTERS, borderpad=0)
    _weeks(axes, span)
    _percent_axis(axes.yaxis)
    return _svg(figure, axes, whole=False)


def ages(labels: Sequence[str], counts: Sequence[int], title: str) -> str:
    """Lying bars of what is open, the oldest on top; SVG text."""
    figure, axes = _canvas()
    drawn = axes.barh(range(len(counts)), counts, color=LIGHT, edgecolor=INK, hatch="///", linewidth=0.6)
    axes.bar_label(drawn, padding=4, fontsize=LETTERS, color=INK)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set_xlim(0, max(1, max(counts, default=0)) * 1.12)
    axes.set_ylabel(title, fontsize=LETTERS, color=INK)
    return _svg(figure, axes, whole=False)


def steps(curves: Sequence[tuple[str, Curve]], title: str) -> str:
    """Which part still waits after so many days, up to three weeks; the first curve solid, the second dashed."""
    figure, axes = _canvas()
    for (label, curve), style in zip(curves, ("-", "--"), strict=False):
        days = [0.0, *(hour / 24 for hour in curve.hours)]
        axes.step(days, [1.0, *curve.waiting], where="post", color=INK, linestyle=style, linewidth=1.6, label=label)
    axes.set_xlim(0, 21)
    axes.set_ylim(0, 1.05)
    axes.set_xticks(range(0, 22, 7))
    axes.set_xlabel(title, fontsize=LETTERS, color=INK)
    axes.legend(loc="upper right", frameon=False, fontsize=LETTERS)
    _percent_axis(axes.yaxis)
    return _svg(figure, axes, whole=False)


def intervals(rows: Sequence[tuple[str, Share]]) -> str:
    """A dot and its interval a row; SVG text."""
    figure, axes = _canvas(HEIGHT * 0.65)
    for place, (_, one) in enumerate(reversed(rows)):
        reach = [[one.value - one.low], [one.high - one.value]]
        axes.errorbar([one.value], [place], xerr=reach, fmt="o", color=INK, capsize=4, markersize=6)
    axes.set_yticks(range(len(rows)), [label for label, _ in reversed(rows)])
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_xlim(0, 1)
    axes.grid(axis="x", color=LIGHT, linewidth=0.8)
    _percent_axis(axes.xaxis)
    return _svg(figure, axes, whole=False)


def _canvas(height: float = HEIGHT) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(MID)
    axes.grid(axis="y", color=LIGHT, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure, axes


def _marks(axes: Axes, marks: Sequence[Mark]) -> None:
    for place, label in marks:
        # The line and its word end below the legend, in the room that is kept free above the data.
        axes.axvline(place, ymax=0.86, color=INK, linestyle="--", linewidth=1)
        right = place > axes.get_xlim()[1] * 0.8
        side = "right" if right else "left"
        height = axes.get_ylim()[1] * 0.87
        axes.text(place + (-0.3 if right else 0.3), height, label, ha=side, va="top", fontsize=LETTERS, color=INK)


def _weeks(axes: Axes, span: Span) -> None:
    """One axis for all pictures of weeks, so that they can be laid under each other."""
    step = max(1, len(span.weeks) // 9)
    axes.set_xlim(-0.7, len(span.weeks) - 0.3)
    axes.set_xticks(range(0, len(span.weeks), step), [week.partition("-W")[2] for week in span.weeks[::step]])
    axes.set_xlabel(span.title, fontsize=LETTERS, color=INK, loc="left")
    for place in span.shaded:
        axes.axvspan(place - 0.5, place + 0.5, ymax=0.8, color=MID, alpha=0.25, lw=0, zorder=0)
    _marks(axes, span.marks)


def _percent_axis(axis: object) -> None:
    ticks = (0, 0.25, 0.5, 0.75, 1)
    axis.set_ticks(ticks, [f"{round(100 * tick)}%" for tick in ticks])  # type: ignore[attr-defined]


def _svg(figure: Figure, axes: Axes, *, whole: bool = True) -> str:
    """Text stays text (searchable, and in the page's own font); ids are fixed, so equal data gives equal bytes."""
    import matplotlib as mpl
    from matplotlib.ticker import MaxNLocator

    if whole:
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(colors=INK, labelsize=LETTERS, length=0)
    if legend := axes.get_legend():
        for text in legend.get_texts():
            text.set_color(INK)
    target = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "nudger", "font.family": "sans-serif"}):
        figure.savefig(target, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _bare(target.getvalue())


def _bare(svg: str) -> str:
    """Only the ``svg`` element, sized by the page; its colours are the page's, so that dark mode can be read."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    return svg.replace(INK, "currentColor").replace(LIGHT, "#94a3b855").replace(MOVED, "var(--accent, #0f766e)")


def distinct(svg: str, name: str) -> str:
    """The picture with ids of its own: several stand in one page, and an id may occur once."""
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    return re.sub(r'(url\(#|href="#)', rf"\1{name}-", svg)
