"""Hints on the leader's own text: phrases that end a conversation before it began; said kindly, never a block."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nudger.texts import Language

KILLING: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "nl": {
        "tried": (
            r"(?:dat )?hebben we al (?:eens |vaker |ooit )?(?:geprobeerd|gedaan|gehad)",
            r"(?:dat )?is al (?:eens |vaker )?geprobeerd",
        ),
        "refuses": (r"nee,? want", r"ja,? maar", r"dat (?:kan|gaat|werkt|lukt) (?:hier |bij ons |toch )?niet"),
        "budget": (
            r"(?:daar (?:is|hebben we) )?geen (?:budget|geld|tijd|capaciteit) voor",
            r"geen (?:budget|geld)",
        ),
        "always": (r"zo doen we (?:dat|het) (?:hier )?(?:altijd|nu eenmaal|niet)", r"zoals (?:bekend|afgesproken)"),
    },
    "en": {
        "tried": (
            r"we(?: have|['’]ve)? (?:already )?tried (?:that|this|it)\b",
            r"(?:that|it) (?:has been|was) (?:already )?tried\b",
            r"we did that before",
        ),
        "refuses": (
            r"no,? because",
            r"yes,? but",
            r"(?:that|it|this) (?:will not|won['’]t|does not|doesn['’]t|can(?:no|['’])t) work",
        ),
        "budget": (r"no (?:budget|money|time|capacity) for", r"(?:there is|we have) no (?:budget|money)"),
        "always": (r"(?:that is|that['’]s) (?:not )?how we (?:always )?do (?:it|things)", r"as (?:you know|agreed)"),
    },
}
"""Phrases of each language by what they say (reference: product.md §1, 6d)."""

_FOUND = {
    language: {name: re.compile(rf"\b(?:{'|'.join(phrases)})", re.IGNORECASE) for name, phrases in kinds.items()}
    for language, kinds in KILLING.items()
}


def hints(text: str, language: str) -> list[tuple[str, str]]:
    """For each kind of phrase in ``text`` the key of a sentence of ``hint.ftl`` and the words it is about."""
    kinds = _FOUND["nl" if language == "nl" else "en"]
    found = ((name, pattern.search(text)) for name, pattern in kinds.items())
    return [(f"hint-{name}", match[0].strip()) for name, match in found if match]
