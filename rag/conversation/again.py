"""Follow-ups that ask the question before again: counted by another field, or of another place.

"And per category?" counts the papers that were counted, not those that the answer shows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language.numbers import ORDINAL
from rag.language.topic import topic_of
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.placed import placed_in
from rag.records.tally import Wanted
from rag.types import Answer, Filters, Question

_PER = re.compile(
    r"^\W*(?:(?:and|or|but|now|what about|how about)\b\W*)*(?:per|by|for (?:each|every)|in each)"
    r" (?P<field>[\w -]{3,40})\W*$",
    re.I,
)
# "Which categories are there? And organisations?"
_FIELD_TOO = re.compile(
    r"^\W*(?:and|what about|how about) (?:the |which )?(?P<field>years|months|authors|first authors"
    r"|categories|fields|organi[sz]ations|institutions|venues|journals|conferences)(?: too)?\W*$",
    re.I,
)
_LISTED = (Wanted.VALUES, Wanted.COUNT, Wanted.EACH)
_OTHERWISE = re.compile(
    r"\b(?:of|among|from) (?:them|those|these)\b|\b(?:papers?|articles?|works?|publications?"
    r"|collection|library|here|all|altogether)\b",
    re.I,
)
_OF_A_PERSON = re.compile(
    r"^\W*(?:(?:and|but|only|just|those|the ones|ones|papers|which)\W+)*"
    r"(?:(?:where|when|in which|on which) (?:he|she|they|that)|not as|as)\b"
    r"|^\W*(?:(?:and|but|so|in|on|of) )*which (?:ones?|of (?:them|those|these)|papers|is|was|does"
    r"|did|are"
    r"|were) (?:(?:is|was|does|did|are|were) )?(?:he|she|they)\b",
    re.I,
)
_THAT_NAME = re.compile(
    rf"\b(?:where|when) (?:he|she|that)(?:['’]s| is)(?: the)? (?P<place>{ORDINAL}|last) name\b",
    re.I,
)


# After "where is she first author?": "and second?"; the text may be counted out in full.
_THERE = re.compile(
    rf"^\W*(?:(?:and|but|so|or|what about|how about|as|the)\W+)*(?P<place>{ORDINAL}|last)"
    r"(?: (?:one|author))?\W*$",
    re.I,
)
_NOT_THERE = re.compile(
    r"^\W*(?:(?:and|but|so|or|what about|how about|show|list|the|those|ones|papers)\W+)*"
    r"(?:where|when|in which|on which) (?:he|she|they|that"
    r"|(?-i:[A-Z])[\w.’'-]*(?: [A-Z][\w.-]*){0,3}?)"
    r"(?:['’]s| is| are|) ?(?:not|n['’]t)\W*$",
    re.I,
)
_WHEREVER = re.compile(
    r"\b(?:regardless of|irrespective of|no matter|whatever|independent(?:ly)? of|not counting|in"
    r"|at|on) (?:the |what |which |her |his |their |any |author )*(?:position|place|order|rank)s?\b"
    r"(?: (?:in|on|of) the (?:author )?(?:list|names)(?: of authors)?)?",
    re.I,
)
_PERSON = re.compile(r"\b(?:he|she|they|his|her|their|him|them)\b", re.I)


def asked_again(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """The question before, counted over another field or with its people elsewhere in the list."""
    last = before.question
    again = _counted(text, last, catalog) or _standing(text, last, catalog)
    return again or _wherever(text, last)


def _counted(text: str, last: Question, catalog: Catalog) -> Question | None:
    match = _PER.match(text)
    if last.tally and last.tally.wanted in _LISTED and (field := _FIELD_TOO.match(text)):
        text = f"Which {field['field']} are there?"
    if last.tally is None or not (match or not _OTHERWISE.search(text)):
        return None
    asked = understand(f"How many papers per {match['field']}?" if match else text, catalog)
    if asked.tally is None or asked.topic or asked.filters != Filters():
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, tally=asked.tally, whole=whole)


def _standing(text: str, last: Question, catalog: Catalog) -> Question | None:
    if not last.filters.authors or last.named:
        return None
    if last.filters.place and _NOT_THERE.match(text):
        filters = replace(last.filters, elsewhere=not last.filters.elsewhere)
        return replace(last, filters=filters, whole=f"{last.whole.rstrip(' ?.!')} – {text}")
    if last.filters.place and (there := _THERE.match(text)):
        text = f"as {there['place']} author"
    elif not _OF_A_PERSON.match(text):
        return None
    placed = placed_in(_THAT_NAME.sub(r"as \g<place> author", text))
    if placed is None or topic_of(placed.text) or catalog.people.mentions(placed.text):
        return None
    filters = replace(last.filters, place=placed.place, elsewhere=placed.elsewhere)
    return replace(last, filters=filters, whole=f"{last.whole.rstrip(' ?.!')} – {text}")


def _wherever(text: str, last: Question) -> Question | None:
    """The papers of the people before wherever they stand: "regardless of position, how many …"."""
    placed = last.filters.place or last.filters.elsewhere
    if not placed or last.named or not (_WHEREVER.search(text) and _PERSON.search(text)):
        return None
    filters = replace(last.filters, place=0, elsewhere=False)
    counted = last.counted or re.search(r"\bhow many\b", text, re.I) is not None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, filters=filters, counted=counted, whole=whole)
