"""Mail room: how many questions an author asks."""

from __future__ import annotations

import re

from nudger.mail.words.phrases import any_of

MOST = 20
"""Questions that are counted at most."""

_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_MARKED = re.compile(r"[\w\"'”’)%€] ?\?+(?=[\s\"'”’).!]|\Z)")
_FORMS = any_of("""
    wat (?:vind|vinden|denk|denken) (?:jij|je|jullie|u) | hoe (?:doen|pakken|zien|denken) (?:jullie|we)
    wie (?:weet|kent|heeft|wil|kan) | (?:heeft|weet|kent|kan|wil) iemand | hoor graag (?:wat|of|hoe)
    (?:laat|let) (?:me|mij|us|ons) (?:eens )?(?:weten|know) (?:wat|of|hoe|what|if|how|whether)
    (?:ik ben |ben )?benieuwd (?:wat|hoe|of|naar) | vraag me af (?:of|hoe|waarom|wat)
    (?:i )?wonder(?:ing)? (?:if|how|why|whether|what) | curious (?:what|how|if|to) | what do (?:you|we|people)
    (?:does|has|can|could|did) any(?:one|body) | any (?:ideas|thoughts|suggestions|views|experience)
    who (?:knows|has|can|wants)
""")
_UNMARKED = re.compile(rf"(?:\A|[.!:;]\s|,\s|\n)[-*• ]{{0,4}}(?:{_FORMS})\b[^?\n.]{{0,300}}(?=[.\n]|\Z)")
_READ = 20_000


def count_questions(text: str) -> int:
    """Count the questions, with a question mark or in the usual Dutch and English forms, up to :data:`MOST`."""
    text = _URL.sub(" ", text[:_READ].lower())
    marked = len(_MARKED.findall(text)) if "?" in text else 0
    return min(MOST, marked + len(_UNMARKED.findall(text)))
