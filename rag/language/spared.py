"""What papers are to do without: an effort or a means that they spare, or a thing not used."""

from __future__ import annotations

import re

# "No neural network at all": a paper that only uses one has too much of it.
_UTTERLY = re.compile(
    r"\b(?:nothing|anything) (?:at all )?to do with\b"
    r"|(?:\b(?:no|not|without|never)\b|n['’]t\b)[^.?!;,]{2,80}?\b(?:at all|whatsoever|whatever"
    r"|in any (?:way|form|shape)|of any (?:kind|sort))(?=\W*$|[,;.?!])"
    r"|\bno [\w -]{2,40} in (?:it|them|their (?:methods?|approach(?:es)?))\b",
    re.I,
)
_SPARED = re.compile(
    r"\b(?:without|(?:with|needs?|requires?|needing|requiring|have|has|having) no"
    r"|(?:do|does)(?:n['’]t| not) (?:need|require))"
    r" (?:(?:any|further|additional|extra|more|having to|needing(?: to)?"
    r"|the need (?:for|to)) )*"
    r"(?:(?!using|touching|involving|dealing|being|having)(?:[a-z]+-)?[a-z]{3,}ing\b"
    r"|retrain|train|fine-?tune|(?:[a-z]+ ){0,2}(?:loss|overheads?|degradation)\b)",
    re.I,
)
# A means of which a paper may say that it needs none: "work without labels", "no GPU needed".
_NOT_NEEDED = re.compile(
    r"\b(?:needs?|requires?|needing|requiring) no\b"
    r"|(?:\b(?:do|does|did) not|n['’]t) (?:need|require|rely|depend|call for|have to)\b"
    r"|\b(?:works?|working|runs?|functions?|operates?|manages?|copes?|gets? (?:by|along)|do|does"
    r"|done|making do) (?:\w+ )?without\b"
    r"|\bwithout (?:any |the )*(?:need(?:ing)?|requir|rely|reliance|depend|access)\w*\b"
    r"|\b(?:no|without) (?:[\w-]+ ){1,3}(?:is |are |being )?(?:needed|required|necessary)\b",
    re.I,
)
_NOT_USED = re.compile(
    r"\b(?:us(?:e|es|ing)|involv(?:e|es|ing)|contain(?:s|ing)?|employ(?:s|ing)?) no\b"
    r"|(?:\b(?:do|does|did) not|n['’]t) (?:(?:make )?use|involve|contain|employ|target|run on)\b",
    re.I,
)
_UNSAID = re.compile(
    r"(?:\b(?:do|does|did|are|is) not|n['’]t|\bnever|\bwithout) (?:even )?"
    r"(?:mention|speak of|refer)",
    re.I,
)
_OF_NEED = re.compile(
    r"^(?:(?:depend(?:s|ing)?|rely(?:ing)?|relies|requires?|needs?|calls? for)"
    r"(?: (?:up)?on)? )+(?=\w)"
    r"|(?<=\w) (?:is |are |being )?(?:needed|required|necessary)$"
    r"|\s*(?:/|\bor\b)\s*(?:are )?[\w-]+-free$",
    re.I,
)
# "Avoid X", "eliminate the need for X", "X-free": of a topic, what papers are to say they spare.
_SPARES = re.compile(
    r"^(?:(?:avoid|bypass|circumvent|obviat|eliminat|dispens|remov)\w*|(?:do|does|get|gets) (?:away"
    r"|rid)|rid|(?:make|makes|add|adds|incur|incurs|have|has|cause|causes) no)"
    r"(?: (?:with|of|for|any|the|need|use|all|having to|needing))* (?P<thing>\S.*)$"
    r"|^(?P<free>[\w-]+)-free(?: (?:methods?|approach(?:es)?|techniques?))?$",
    re.I,
)
# Fields to which all neural networks belong, whatever a paper calls its own.
_FIELD = re.compile(r"(?:deep[ -]learning|machine learning|artificial intelligence|AI|ML|DL)", re.I)


def is_done_without(text: str) -> bool:
    """Whether an exclusion is of an effort or a means that a paper may say it spares."""
    return _SPARED.search(text) is not None or _NOT_NEEDED.search(text) is not None


def is_utterly_denied(text: str) -> bool:
    """Whether papers are to have nothing at all of what is excluded, not so much as a word."""
    return _UTTERLY.search(text) is not None or _UNSAID.search(text) is not None


def is_unused(text: str) -> bool:
    """Whether papers are not to use or to need what is excluded, whatever they say of it."""
    return _NOT_USED.search(text) is not None or _NOT_NEEDED.search(text) is not None


def needed_thing(text: str) -> str:
    """What is needed, without the words for needing it: "depend on X", "X needed"."""
    return _OF_NEED.sub("", text)


def spared_thing(topic: str) -> str:
    """What papers on a topic are to spare: the X of "avoid X" and "X-free"; empty where nothing."""
    found = _SPARES.match(topic)
    return (found["thing"] or found["free"]) if found else ""


def with_what_belongs_to_it(thing: str) -> str:
    """A thing that is left out, and where it is a field, what papers of that field speak of."""
    return f"{thing} or neural networks" if _FIELD.fullmatch(thing.strip()) else thing
