"""Pictures of the shift as SVG that needs no script, no font and no network; readable in black and white."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 9.0, 2.6
INK, SOFT, MOVED = "#334155", "#94a3b8", "#0f766e"


def bars(weeks: Sequence[str], mail: Sequence[int], moved: Sequence[int], legend: tuple[str, str]) -> str:
    """Stacked bars a week: what stayed on mail (hatched) and what moved (solid); SVG text."""
    figure, axes = _canvas()
    places = range(len(weeks))
    axes.bar(places, mail, color="#e2e8f0", edgecolor=INK, hatch="///", linewidth=0.6, label=legend[0])
    axes.bar(places, moved, bottom=mail, color=MOVED, edgecolor=INK, linewidth=0.6, label=legend[1])
    top = max((a + b for a, b in zip(mail, moved, strict=True)), default=0)
    axes.set_ylim(0, max(4, top + 1))
    axes.legend(loc="upper right", frameon=False, ncols=2, fontsize=9)
    return _svg(figure, axes, weeks)


def line(weeks: Sequence[str], values: Sequence[int]) -> str:
    """One line a week; SVG text."""
    figure, axes = _canvas()
    axes.plot(range(len(weeks)), values, color=INK, linewidth=1.6, marker="o", markersize=3)
    axes.set_ylim(0, max(4, *(value * 1.15 for value in values)) if values else 4)
    return _svg(figure, axes, weeks)


def _canvas() -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#e2e8f0", linewidth=0.8)
    axes.set_axisbelow(True)
    return figure, axes


def _svg(figure: Figure, axes: Axes, weeks: Sequence[str]) -> str:
    """Text stays text (searchable, and in the page's own font); ids are fixed, so equal data gives equal bytes."""
    import matplotlib as mpl
    from matplotlib.ticker import MaxNLocator

    step = max(1, len(weeks) // 9)
    axes.set_xticks(range(0, len(weeks), step), [week.partition("-W")[2] for week in weeks[::step]])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(colors=INK, labelsize=9, length=0)
    target = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "nudger", "font.family": "sans-serif"}):
        figure.savefig(target, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _bare(target.getvalue())


def _bare(svg: str) -> str:
    """Only the ``svg`` element, sized by the page; text takes the page's colour, so that dark mode can be read."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    return svg.replace(INK, "currentColor").replace("#e2e8f0", "#94a3b855")
