"""Follow-ups that say in what two papers are to be compared: "on speed only", "just energy"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.variation import short_name
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.asks import asked_fields
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.order import wanted_order
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_ON = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|please|compare (?:them|those|these)|(?:look|focus))\W+)*"
    r"(?:only|just|but only|and only)(?: (?:compare|look at|by|on|in|for|about|regarding"
    r"|in terms of|with regard to|concerning|the|their))*"
    r" (?P<what>(?!(?:the ones?|those|these|them|that|this|it|papers?|with|which|who|what"
    r"|newer|older|first|second|last|one|two|both|yes|no|show|list|give)\b)"
    r"[\w-]+(?: [\w-]+){0,3})\W*$",
    re.I,
)


# "And energy?" asks for another quantity, "and on phones?" for the same there.
_AND = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|what about|how about)\W+)+(?:(?:on|in|for|in terms of|the"
    r"|their)\W+)*(?P<what>[\w-]+(?: [\w-]+){0,2})\W*$",
    re.I,
)
_QUANTITIES = frozenset(
    terms(
        """speed speedup speedups latency throughput runtime energy power memory cost costs price
        accuracy precision recall perplexity size overhead efficiency use usage consumption
        requirements footprint training inference gains results hardware data limitations"""
    )
)


def compared_on(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """The comparison before in the one thing that a text says; None for other texts."""
    last, match = before.question, _ON.match(text)
    if match is None and (match := _AND.match(text)) and {*terms(match["what"])} - _QUANTITIES:
        return None
    if match is None or last.kind is not Kind.COMPARE or len(before.papers) < 2:
        return None
    what = match["what"]
    if not set(terms(topic_of(what))) - GENERIC or catalog.named_in(what)[0]:
        return None
    if (
        asked_fields(what)
        or wanted_order(what)
        or parse_filters(what, catalog).filters != Filters()
    ):
        return None
    ids = tuple(paper.id for paper in before.papers)
    names = " and ".join(short_name(i, catalog) for i in ids)
    return replace(
        Question(text, f"Compare {names} in {what}", Kind.COMPARE, named=ids), topic=topic_of(what)
    )
