"""Sets a paper that a follow-up names beside the one before: "vs SuperScaler?", "is X faster?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.variation import short_name
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.comparatives import with_quantity
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question
from store.lexical import terms

_LEAD = (
    r"^\W*(?:(?:and|but|so|ok|now|then|what about|how about|how does (?:it|this|that) (?:do"
    r"|fare|stack up)|(?:can|could) you)\W+)*"
)
_IT = r"(?:(?:it|this|that)(?: one)? )?"
_AGAINST = re.compile(
    rf"{_LEAD}(?:vs\.?|versus|(?:as )?(?:compared?|comparing|opposed|relative) {_IT}(?:to|with)"
    r"|compare[sd]?|contrast|in (?:comparison|contrast) (?:to|with)"
    rf"|(?:put|set|pit) {_IT}"
    rf"(?:against|beside|next to)|against"
    r"|any (?:better|worse|faster|slower|smaller|larger|cheaper|different) (?:than|from)"
    rf"|(?:any |the |what(?:['’]s| is) the )?differences? "
    rf"(?:to|from|with))(?: the)?(?= |$)",
    re.I,
)
_MORE = (
    r"(?:(?:fast|slow|small|larg|bigg|cheap|strong|weak|quick|high|low|long|short|simpl|light|heavi"
    r"|saf|easi|hard|wid|deep|great|few|new|old|earli|lat|young|clos|accurat)er|better|worse"
    r"|(?:more|less) [a-z-]+)"
)
_IS_MORE = re.compile(
    rf"{_LEAD}(?:(?:is|are|was) \S.*? (?:any |much |even |also |actually |really )?{_MORE}"
    r"|(?:does|do|did) \S.*? (?:do|perform|run|work|fare|score|scale) (?:any |much |even )?"
    rf"{_MORE})(?: (?:on|in|at|for|with|under|when) [\w .-]{{2,40}})?\W*$",
    re.I,
)
_THAN = re.compile(r"\bthan\b|\b(?:papers|articles|works|others?|ones)\b", re.I)
_NOTHING = re.compile(r"(?:\W|\b(?:the|paper|one|system|method|by|is|it|that|do|does)\b)*", re.I)

# Said so, more may be asked of both: "compare with T-MAC on the same card: tokens per second".
_COMPARED = re.compile(
    rf"{_LEAD}(?:compare|contrast|(?:put|set|pit) {_IT}(?:against|beside|next to)|vs\.?|versus)\b",
    re.I,
)
_OF_OTHERS = re.compile(r"\b(?:papers|articles|works|others?|which|who|is there|any)\b", re.I)
_THE_SAME = re.compile(r"\b(?:the )?same(?: (?:\w+))?\b", re.I)
_LINKS = re.compile(
    r"\b(?:in terms of|when it comes to|with (?:regard|respect) to|as to|for each|each)\b", re.I
)


def _in_what(more: str, before: Answer, catalog: Catalog) -> str:
    """What two papers are compared in: what is said besides, and what was asked if it is to be the
    same.
    """
    last = before.question
    asked = ""
    if last.kind is Kind.FACT and _THE_SAME.search(more):
        asked = topic_of(catalog.named_in(last.whole)[1])
    topic = topic_of(f"{asked} {_LINKS.sub(' ', _THE_SAME.sub(' ', more))}")
    return topic if set(terms(topic)) - GENERIC else ""


def than_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """A comparison of the one paper before with one that a text names, with no word for "it"."""
    named, unnamed = catalog.named_in(text)
    one = before.papers[0].id
    if len(before.papers) != 1 or len(named) != 1 or named[0] == one:
        return None
    own = short_name(one, catalog)
    if against := _AGAINST.match(text):
        _, more = catalog.named_in(text[against.end() :])
        if _NOTHING.fullmatch(more):
            topic = ""
        elif _COMPARED.match(text) and not _OF_OTHERS.search(more):
            topic = _in_what(more, before, catalog)
        else:
            return None
        ids = (one, named[0])
        whole = f"Compare {own} and {short_name(named[0], catalog)}"
        whole = f"{whole} in {topic}" if topic else whole
        return replace(understand(whole, catalog), kind=Kind.COMPARE, named=ids, topic=topic)
    if not _IS_MORE.match(text) or _THAN.search(text):
        return None
    asked = understand(f"{text.rstrip(' ?.!')} than {own}?", catalog)
    if asked.kind is Kind.FACT:
        return replace(asked, kind=Kind.COMPARE, topic=with_quantity(unnamed))
    return asked
