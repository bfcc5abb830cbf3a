"""A sentence behind a question that only says in which form an answer will do.

"What came out in 2021? Title and authors would be enough for me." It says nothing of what the
papers are about, and may name what is to be told of each.
"""

from __future__ import annotations

import re

_FIELD = (
    r"(?:titles?|names?|headings?|dates?|years?|authors?|writers?|abstracts?|organi[sz]ations?"
    r"|affiliations?|institutions?|categor(?:y|ies)|lists?|overview|links?|urls?|details?"
    r"|summar(?:y|ies)|numbers?|figures?|counts?|totals?|yes|no|answers?|reply|keywords?|venues?)"
)
_ENOUGH = (
    r"(?:enough|suffic(?:e|es|ient)|do|does|fine|ok(?:ay)?|good|great|plenty|perfect|all|only|just"
    r"|alone|happy|glad|content|satisfied|need|needed|require[ds]?|want|wanted|interested|simply"
    r"|nothing|help|helpful|useful|ideal|grateful|appreciated|give|list|show|state|include|mention"
    r"|note|add|matters?|counts?|beg)"
)
_PLAIN = (
    r"(?:an?|the|its|their|your|my|of|for|with|in|to|and|or|plus|on|at|but|i|me|us|we|you|he|it|that"
    r"|this|these|those|them|each|every|paper|papers|one|is|are|am|was|be|been|being|will|would"
    r"|could|can|should|ll|d|m|s|re|short|brief|bare|plain|simple|quick|full|exact|publication"
    r"|release|have|has|get|see|given|know|say|more|else|also|too|really|absolutely|quite|very"
    r"|already|please|thanks|thank|pls|here|now|as|well|so|not|don['’]?t|any|such|by|than|nicely)"
)
_FORM = re.compile(
    rf"(?<=[?.!])\s+(?P<form>(?=[^?]*\b{_FIELD}\b)(?=[^?]*\b{_ENOUGH}\b)"
    rf"(?:\W*\b(?:{_FIELD}|{_ENOUGH}|{_PLAIN})\b)+)[\s.!]*$",
    re.I,
)
_NONE = re.compile(
    r"\b(?:not|no|don['’]?t|nothing)\b(?! (?:more|else|but|other)\b)[^,;]*", re.I
)  # "no abstracts"
_TELLS = re.compile(
    r"^\W*(?:please |also )*(?:give|list|show|state|include|mention|note|add)\b", re.I
)
_OF_ONE = re.compile(r"\b(?:how many|number of|who|when)\b", re.I)
_ASKS = re.compile(
    r"\b(?:which|what|who|whose|how|when|where|list|show|find|give|name|any|papers?|articles?"
    r"|everything|all)\b",
    re.I,
)
_TOLD = (
    ("authors", re.compile(r"\b(?:authors?|writers?)\b", re.I)),
    ("organisations", re.compile(r"\b(?:organi[sz]ation|affiliation|institution)", re.I)),
    ("categories", re.compile(r"\bcategor", re.I)),
)


def without_form(text: str) -> str:
    """The question with what its last sentence wants told of each paper said in its own words.

    The text as it was where that sentence says anything else, or none asks before it.
    """
    match = _FORM.search(text)
    if match is None or not _ASKS.search(text[: match.start()]):
        return text
    rest, form = text[: match.start()].rstrip(), match["form"]
    of_one = _OF_ONE.search(rest)
    if of_one and _TELLS.search(form):
        return text
    told = [name for name, pattern in _TOLD if pattern.search(_NONE.sub(" ", form))]
    if not told or of_one:
        return rest
    return f"{rest.rstrip(' ?.!')}, with their {' and '.join(told)}?"
