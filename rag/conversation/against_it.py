"""Sets a paper that a follow-up names against the one before: "how is AnTKV different from it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.pronouns import it_in
from rag.conversation.variation import short_name
from rag.language.topic import topic_of
from rag.language.wording import PAPER_KINDS
from rag.language.words import GENERIC
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question
from store.lexical import terms

_ONE = r"(?:it|that|this)(?: one)?"
_SAME = r"the same(?: (?:thing|idea|approach|method|trick|way|principle|kind))?"
_DIFFERS = re.compile(
    rf"\b(?:different|differs?|differences?|compare[sd]?|contrasts?)\b(?: (?:from|to|with|than"
    rf"|between) {_ONE})?"
    rf"|\b(?:is|are|does|do|did|was|works?)(?: (?:it|that|this))?(?: \S+){{0,3}}? {_SAME}"
    rf"(?: (?:as|like) {_ONE})?"
    r"|\b(?:is|are|does)(?: (?:it|that|this))?(?: \S+){0,3}? (?:similar|alike|any different"
    rf"|something else|anything else)(?: to {_ONE})?",
    re.I,
)
_OTHERWISE = re.compile(
    rf"\bor (?:does it (?:do )?|is it |is that )?(?:something|anything) (?:else|different)\b"
    rf"|\b(?:and|but|so|in|what|which|way|ways|how|same|thing|else|else|not)\b|\b{_ONE}\b",
    re.I,
)
_OF_PAPERS = re.compile(
    r"^\W*(?:and |but |so )?(?:which|who|list|show|find)\b"
    r"|\b(?:papers|articles|works|studies|methods|systems|others?)\b",
    re.I,
)
# "Does the study on owls agree?" says not with whom.
_SAYS_THE_SAME = re.compile(
    r"^\W*(?:(?:and|but|so) )*(?:does|do|did|is|would) (?:the|that) [^?.!,;]{0,80}?"
    rf"\b(?:{PAPER_KINDS}|one)\b[^?.!,;]{{0,80}}? "
    r"(?:(?P<with>agree|disagree|concur|in agreement|at odds|in line)|(?P<from>differ)"
    r"|(?P<as>(?:say|find|report|show|conclude)s? the same(?: thing)?)"
    r"|(?P<none>contradict|confirm|support)(?: (?:it|that|this))?)(?: too| as well)?\W*$",
    re.I,
)


def against_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """A comparison of the one paper before with the one that a text names; None for no such."""
    if len(before.papers) != 1 or before.question.kind is Kind.RECORD:
        return None
    if says := _SAYS_THE_SAME.match(text):
        joins = "" if says["none"] else f" {says.lastgroup}"
        end = max(says.end(group) for group in ("with", "from", "as", "none"))
        return understand(
            f"{text[:end]}{joins} {short_name(before.papers[0].id, catalog)}?", catalog
        )
    named, unnamed = catalog.named_in(text)
    one, match = before.papers[0].id, _DIFFERS.search(text)
    if match is None or len(named) != 1 or named[0] == one or _OF_PAPERS.search(text):
        return None
    rest = _OTHERWISE.sub(" ", _DIFFERS.sub(" ", unnamed))
    points = it_in(text, catalog)
    topic = topic_of(rest)
    if not set(terms(topic)) - GENERIC:
        topic = ""
    if topic and points is None:  # "does X differ from the baseline?" asks of X alone
        return None
    other_first = points is None or points.start() > min(
        start for start, _, _ in catalog.places_named_in(text)
    )
    ids = (named[0], one) if other_first else (one, named[0])
    whole = f"Compare {' and '.join(short_name(i, catalog) for i in ids)}"
    whole = f"{whole} in {topic}" if topic else whole
    asked = understand(whole, catalog)
    return replace(asked, kind=Kind.COMPARE, named=ids, topic=topic)
