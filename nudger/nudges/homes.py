"""Homes: in which community a suggestion belongs; a pure choice, with no way to post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nudger.ledger.records import Suggestion
from nudger.networks.base import Community


def home(
    suggestion: Suggestion, homes: Mapping[str, str], places: Sequence[Community], network: str, *, any_will_do: bool
) -> Community:
    """As chosen, else where its goal lives (``homes``: goal → community); without an id where that is not known.

    ``any_will_do``: where a person pastes, the first of ``places`` is better than none; where nudger posts, nothing is
    guessed. ``network`` is the name to show for want of a community.
    """
    wanted = (suggestion.community, homes.get(suggestion.goal, ""), *homes.values())
    found = [place for name in wanted for place in places if place.called(name)]
    if not found and any_will_do:
        found = list(places)
    return (found or [Community(id="", name=network)])[0]
