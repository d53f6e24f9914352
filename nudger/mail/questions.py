"""Mail room: how many questions an author asks."""

from __future__ import annotations

import re

MOST = 20
"""Questions that are counted at most."""

_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_MARKED = re.compile(r"[\w\"'”’)%€] ?\?+(?=[\s\"'”’).!]|\Z)")
_UNMARKED = re.compile(
    r"(?:\A|[.!:;]\s|,\s|\n)[-*• ]{0,4}(?:wat (?:vind|vinden|denk|denken) (?:jij|je|jullie|u)|hoe (?:doen|pakken|"
    r"zien|denken) (?:jullie|we)|wie (?:weet|kent|heeft|wil|kan)|"
    r"(?:heeft|weet|kent|kan|wil) iemand|hoor graag (?:wat|of|hoe)|(?:laat|let) (?:me|mij|us|ons) (?:eens )?(?:weten|"
    r"know) (?:wat|of|hoe|what|if|how|whether)|"
    r"(?:ik ben |ben )?benieuwd (?:wat|hoe|of|naar)|vraag me af (?:of|hoe|waarom|wat)|(?:i )?wonder(?:ing)? (?:if|"
    r"how|why|whether|what)|curious (?:what|how|if|to)|"
    r"what do (?:you|we|people)|(?:does|has|can|could|did) any(?:one|body)|any (?:ideas|thoughts|suggestions|views|"
    r"experience)|who (?:knows|has|can|wants))\b[^?\n.]{0,300}(?=[.\n]|\Z)",
    re.IGNORECASE,
)


def count_questions(text: str) -> int:
    """Count the questions of a text, with a question mark or in the usual Dutch and English forms, up to :data:`MOST`."""
    text = _URL.sub(" ", text[:20_000])
    return min(MOST, len(_MARKED.findall(text)) + len(_UNMARKED.findall(text)))
