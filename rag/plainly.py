"""A follow-up said plainly: without thanks, and with what a bare question word asks."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:(?:ok(?:ay)?|all ?right|great|thanks|thank you|cool|nice|hm+|got it|i see)\b"
    r"[\s,.!;:–-]+)+(?=\w)",
    re.I,
)
_BARE_ASK = re.compile(
    r"^\W*(?:and |but |so )?(when|who|where|how many|with whom|who with)(?: in (?:all|total))?\W*$",
    re.I,
)
_BARE_ASKS = {
    "how many": ("How many are those?", "How many are those?"),
    "when": ("When was it published?", "When were they published?"),
    "who": ("Who wrote it?", "Who wrote them?"),
    "with whom": ("Who wrote it?", "Who wrote them?"),
    "who with": ("Who wrote it?", "Who wrote them?"),
    "where": ("Which organisations is it from?", "Which organisations are they from?"),
}


def without_thanks(text: str) -> str:
    """The text less the words that only take up the answer before: "ok, thanks, and …"."""
    return _LEAD.sub("", text, count=1) or text


def spelled_out(text: str, *, of_several: bool) -> str:
    """The question that a bare "when?" or "who?" asks of one paper or of several."""
    bare = _BARE_ASK.match(text)
    return _BARE_ASKS[bare[1].lower()][of_several] if bare else text
