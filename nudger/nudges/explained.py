"""An explanation in sentences: what a thoughtful colleague would say of one message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from classifiers.labels import Verdict
from nudger.nudges.grounds import WORDS, Ground
from nudger.texts import Texts

if TYPE_CHECKING:
    from nudger.nudges.explaining import Explanation
    from rules.rule import Rule


def verdict(why: Explanation, texts: Texts) -> Iterator[str]:
    """What was decided, and what it takes the message for; of a gate why it holds."""
    if not why.gates:
        chance = percent(why.judgement.worth or 0, texts)
        yield texts(f"explain-{why.judgement.verdict}", kind=texts(f"explain-kind-{why.kind}"), worth=chance)
        return
    first, *others = dict.fromkeys(_why(rule, texts) for rule in why.gates)
    yield texts("explain-gated", why=first)
    yield from (texts("explain-gated-more", why=other) for other in others)


def sides(why: Explanation) -> list[tuple[str, list[Ground]]]:
    """What spoke for and what against, each with its heading; first what carried the verdict, nothing behind a gate."""
    both = [("explain-for", why.supporting), ("explain-against", why.opposing)]
    ordered = both if why.judgement.verdict is Verdict.SUGGEST else both[::-1]
    return [] if why.gates else [(key, grounds) for key, grounds in ordered if grounds]


def ground(one: Ground, texts: Texts) -> str:
    """One thing that spoke for or against, with the author's own words."""
    return texts("explain-ground-heavy" if one.heavy else "explain-ground", what=_said(one, texts))


def change(why: Explanation, texts: Texts) -> str:
    """What would change the verdict."""
    threshold = percent(why.threshold, texts)
    if why.changes == "one":
        what = _said(why.opposing[0], texts)
        return texts("explain-change-one", threshold=threshold, what=what, chance=percent(why.without, texts))
    return texts(f"explain-change-{why.changes}", threshold=threshold)


def percent(chance: float, texts: Texts) -> str:
    """A chance in whole percents."""
    return texts.percent(round(100 * chance), 100)


def _said(one: Ground, texts: Texts) -> str:
    words = ", ".join(f"“{word}”" for word in one.words)
    key = f"reason-{one.id}"
    if one.id == WORDS:
        return texts(key, words=words, n=len(one.words))
    return texts(key, words=f" ({words})" if words else "") if key in texts else one.id


def _why(rule: Rule, texts: Texts) -> str:
    return str(getattr(rule.why, texts.language) or getattr(rule.title, texts.language) or rule.id)
