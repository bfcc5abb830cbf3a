"""Follow-ups that ask which papers answered both questions before: "which mention both?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Facet, Filters, Kind, Question

_LEAD = r"^\W*(?:(?:and|but|so|ok|now)\W+)*"
_LISTS = r"(?:lists|sets|answers|results|selections|groups|questions|searches)"
_TWO_OF = (
    rf"(?:both|the two|these two|those two)(?: (?:of )?(?:(?:them|those|these|it)\b|{_LISTS}))?"
)
_BOTH = re.compile(
    rf"{_LEAD}(?:(?P<count>how many)|which|what(?:['’]s)?|are there|is there|does|do|has|have"
    rf"|show(?: me)?|list|papers|any|anything)\b[^?.!,]{{0,40}}?\b{_TWO_OF}"
    r"(?: (?:topics|things|subjects|together|at once))*\W*$"
    r"|^\W*(?:(?:and|or|what about|how about|on|about|the ones on|those on)\W+)*both"
    r"(?: of (?:them|those)| topics| things| subjects| together| at once)*\W*$",
    re.I,
)
# "What is the overlap?", "do the two lists share a paper?": of lists and of nothing else.
_SHARED = re.compile(
    rf"{_LEAD}(?:(?:is|are) there |do (?:they|the (?:two )?{_LISTS}) (?:have )?"
    r"|what(?:['’]s| is)? |show me |which papers? (?:are|is) in )?(?:an?y? |any |the |some )?"
    rf"(?:overlap|intersection|papers? in common)(?: (?:between|of|in) (?:the )?(?:{_TWO_OF}|them"
    rf"|those|two|{_LISTS}|two {_LISTS}))?\W*$"
    rf"|{_LEAD}(?:which|what|do|are|does|have)\b[^?.!]{{0,30}}\b(?:the|these|those|both)(?: two)? "
    rf"{_LISTS} (?:share|overlap|have in common|have)\b[^?.!]{{0,30}}\W*$",
    re.I,
)
# Of what neither of two questions before found, and of what either did.
_NEITHER = re.compile(
    rf"{_LEAD}(?:(?P<count>how many)|which|what(?: about)?|how about|the ones|those|papers"
    r"|show(?: me)?|list|is|are|do|deal|there|any|anything|that|have|on|about|with|in|of|or|\W)*"
    r"(?:(?P<neither>neither|none)"
    r"(?: of (?:the two|those two|them|those|these)(?: topics| lists)?)?"
    r"|(?P<either>either)(?: of (?:the two|them|those|these))?|(?P<not>not in either))"
    r"(?: (?:topics?|subjects?|things?|lists?|sets?|years?|of the two))?\W*$",
    re.I,
)
ALSO_THERE = re.compile(
    rf"{_LEAD}(?:(?P<count>how many)|which|what|are any|is any|any)\b[^?.!]{{0,30}}?"
    r"\b(?:(?:also|already) (?:in|on|part of) the (?:first|other|earlier|previous)"
    r"(?: (?:list|set|answer|one))?"
    r"|(?:in|on|part of) the (?:first|other|earlier|previous) (?:list|set|answer|one),? "
    r"(?:too|as well|already|also))\W*$",
    re.I,
)
"""What asks which papers of the last answer stood in the one before it: "in the first list too"."""
_OF_LISTS = re.compile(rf"\b(?:in|on|of|to) (?:both|the two) {_LISTS}\W*$", re.I)
_TWO = 2


def in_both(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The papers that stand in the last two answers, each of a set on a topic of its own."""
    match = _BOTH.match(text) or ALSO_THERE.match(text)
    of_lists = _SHARED.match(text) or _OF_LISTS.search(text) or ALSO_THERE.match(text)
    kinds = (Kind.LIST, Kind.RECORD) if of_lists else (Kind.LIST,)
    sets = [a for a in answers if a.question.kind in kinds and not a.question.named][:_TWO]
    if not (match or of_lists) or len(sets) < _TWO or sets[0] is not answers[0]:
        return None
    new, old = sets
    if new.question.scope is not None or (new.question.topic == old.question.topic != ""):
        return None
    others = {paper.id for paper in old.papers}
    ids = tuple(paper.id for paper in new.papers if paper.id in others)
    if not ids and new.question.topic and old.question.topic:  # a list may have missed some
        return _on_both_topics(old.question, new.question, catalog)
    whole = f"{text.rstrip(' ?.!')} (“{old.question.whole}” and “{new.question.whole}”)"
    counted = match is not None and (match["count"] or "").lower() == "how many"
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids, counted=counted)


def in_neither(text: str, answers: Sequence[Answer]) -> Question | None:
    """The papers that stand in none of the last two answers, each of a set; or those in either."""
    match = _NEITHER.match(text)
    sets = [a for a in answers if a.question.of_set][:_TWO]
    if match is None or len(sets) < _TWO or sets[0] is not answers[0]:
        return None
    new, old = sets
    if any(a.question.scope is not None or a.question.limit for a in sets):
        return None
    if new.question.topic == old.question.topic and new.question.filters == old.question.filters:
        return None
    ids = tuple(dict.fromkeys(paper.id for a in (old, new) for paper in a.papers))
    whole = f"{text.rstrip(' ?.!')} (“{old.question.whole}” and “{new.question.whole}”)"
    counted = (match["count"] or "").lower() == "how many"
    asked = Question(text=text, whole=whole, kind=Kind.RECORD, counted=counted)
    if match["either"]:
        return replace(asked, scope=ids)
    kept = new.question.filters if new.question.filters == old.question.filters else Filters()
    return replace(asked, besides=ids, filters=kept)


def _on_both_topics(old: Question, new: Question, catalog: Catalog) -> Question:
    """The papers on the topics of two sets at once, under the conditions that both have."""
    asked = understand(f"Which papers are about {old.topic} and {new.topic}?", catalog)
    kept = new.filters if new.filters == old.filters else asked.filters
    if old.facets or new.facets or asked.kind is not Kind.LIST or not asked.topic:
        return replace(asked, filters=kept)
    facets = (Facet(old.topic, old.relation), Facet(new.topic, new.relation))
    return replace(asked, filters=kept, facets=facets)
