"""What is wrong with a paper's own system: asked often, told seldom."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ASKED = re.compile(
    r"\b(?:drawbacks?|limitations?|weakness(?:es)?|shortcomings?|downsides?|disadvantages?|flaws?"
    r"|caveats?|weak points?|pitfalls?)\b|\bwrong with\b|\bbad about\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:drawbacks?|limitations?|weakness(?:es)?|shortcomings?|downsides?|disadvantages?|caveats?"
    r"|future work|at the (?:cost|expense) of|trade-?offs?|trad(?:es?|ing) off|limited (?:to|by)"
    r"|(?:do|does|did|can)(?: not|n['’]t) (?:support|handle|cover|scale|generali[sz]e|work|perform)"
    r"|cannot|fails? to|struggles?|degrades?|slower|less accurate|slight(?:ly)? (?:loss|drop|lower"
    r"|worse|decrease))\b",
    re.I,
)
_CURED = re.compile(
    r"\b(?:overcom|address|alleviat|mitigat|tackl|solv|avoid|eliminat|resolv|remed|bypass|compared"
    r"|unlike|existing|previous|prior|without)\w*",
    re.I,
)


def lacks_fault(question: str, own: Iterable[str]) -> bool:
    """Whether a paper is asked what is wrong with its own thing, and no own sentence says that."""
    if not _ASKED.search(question):
        return False
    return not any(_TOLD.search(text) and not _CURED.search(text) for text in own)
