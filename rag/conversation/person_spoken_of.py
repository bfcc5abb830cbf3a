"""Says who "he" or "she" is: the one author whose papers were spoken of last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.records.catalog import Catalog
from rag.records.tally import Tally, TallyOf, Wanted
from rag.types import Answer, Kind, Question

_ALONE = re.compile(r"\b(?:s?he|s/he|(?:he|she) or (?:she|he)|him)\b", re.I)
_WHAT = (
    r"(?:papers?|works?|articles?|publications?|stud(?:y|ies)|stuff|research|co-?authors?"
    r"|collaborators?|colleagues?)"
)
_WHOSE = re.compile(rf"\b(?:his|her)\b(?=(?: [\w-]+){{0,3}} {_WHAT}\b)", re.I)
_WHOSE_END = re.compile(
    r"\b(?:his|her) (?P<end>(?:very )?(?:newest|latest|oldest|earliest|first|last|most recent))"
    r"(?: one)?(?=\W*$)",
    re.I,
)
# With nothing said before it, a whole question, and no part of a list.
_ONLY_WHOSE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|what about|how about|show me|show|give me)\W+)*(?:his|her)"
    r" (?P<end>(?:very )?(?:newest|latest|oldest|earliest|first|last|most recent))"
    r"(?: (?:one|paper|article|work|publication))?(?: (?:here|then|please))*\W*$",
    re.I,
)
_HER = re.compile(r"\b(?:by|with|of|from|on|about) her\b(?=\W*$)", re.I)
_COLLEAGUES = re.compile(r"\b(?:collaborators?|colleagues?)\b", re.I)
_WITH_WHOM = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*(?:(?:together )?with (?:whom|who)(?: else)?|who with"
    r"|alongside whom)"
    r"(?: (?:did|has|have|was|were) (?:s?he|they) (?:(?:wr[io]te|written|do|done|publish(?:ed)?"
    r"|work(?:ed)?)(?: on)?)(?: (?:it|them|that|those|these))?)?\W*$"
    r"|^\W*(?:(?:and|but|so|ok)\W+)*whom? (?:else )?(?:did|has|have|was|were) (?:s?he|they)"
    r" (?:wr[io]te|written|do|done|publish(?:ed)?|work(?:ed|ing)?)(?: on)?"
    r"(?: (?:it|them|that|those|these))? with\W*$",
    re.I,
)
# Where somebody stands on a list of names, and which of the papers shown are meant, is told by
# the set before.
_OF_THE_SET = re.compile(
    r"\b(?:first|last|lead|senior|sole|second|third|main) (?:author|name)|\b(?:position|order"
    r"|place|rank)\b|\b(?:which|any|some|all|most|many|one|none|each|both) of (?:his|her)s?\b",
    re.I,
)


def with_person_named(text: str, history: Sequence[Answer], catalog: Catalog) -> str:
    """The text with the author spoken of in the place of "he", "she", "his papers"; else as it is.

    `history` are the answers before, the last one last.
    """
    if _OF_THE_SET.search(text) or _WITH_WHOM.match(text):
        return text
    if not (name := _spoken_of(history, catalog)):
        return text
    if _ALONE.search(text):
        return _COLLEAGUES.sub("coauthors", _ALONE.sub(lambda _: name, text))
    if only := _ONLY_WHOSE.match(text):
        return f"what is the {only['end']} paper by {name}?"
    if _WHOSE_END.search(text):
        return _WHOSE_END.sub(lambda found: f"{name}'s {found['end']} paper", text)
    if _WHOSE.search(text):
        return _COLLEAGUES.sub("coauthors", _WHOSE.sub(lambda _: f"{name}'s", text))
    return _HER.sub(lambda found: f"{found.group()[:-4]} {name}", text)


def with_whom(text: str, history: Sequence[Answer], catalog: Catalog) -> Question | None:
    """Who else wrote the papers of a person's that were asked for: "with whom?"."""
    before = next((a for a in reversed(history) if a.papers and not a.abstained), None)
    if before is None or not _WITH_WHOM.match(text):
        return None
    last, name = before.question, _spoken_of(history, catalog)
    is_set = last.kind in (Kind.LIST, Kind.RECORD) and not (last.named or last.asks)
    papers = [catalog.papers[paper.id] for paper in before.papers if paper.id in catalog.papers]
    if not name or not is_set or not all(name in paper.authors for paper in papers):
        return None
    plain = last.filters.authors == (name,) and not (last.topic or last.limit)
    ids = last.scope if plain else tuple(paper.id for paper in papers)
    asked = replace(last, kind=Kind.RECORD, topic="", scope=ids, counted=False, order=None)
    return replace(
        asked,
        whole=f"{last.whole.rstrip(' ?.!')} – {text}",
        filters=replace(last.filters, authors=(name,)),
        tally=Tally(TallyOf.AUTHOR, Wanted.COUNT, leaving=(name,)),
        limit=None,
        facets=(),
        either=(),
    )


def _spoken_of(history: Sequence[Answer], catalog: Catalog) -> str:
    """The one person whose papers were asked for last; "" where a paper's authors came since."""
    for answer in reversed(history):
        asked = answer.question
        if asked.tally and asked.tally.of is TallyOf.AUTHOR and asked.tally.wanted is Wanted.MOST:
            return _of_all(answer, catalog)
        if asked.tally and asked.tally.leaving:
            return asked.filters.authors[0] if len(asked.filters.authors) == 1 else ""
        if asked.filters.authors and not asked.named:
            return asked.filters.authors[0] if len(asked.filters.authors) == 1 else ""
        if "authors" in asked.asks:
            return ""
    return ""


def _of_all(answer: Answer, catalog: Catalog) -> str:
    """The only one who wrote all papers of an answer."""
    papers = [catalog.papers[paper.id] for paper in answer.papers if paper.id in catalog.papers]
    if len(papers) < 2:
        return ""
    common = set.intersection(*(set(paper.authors) for paper in papers))
    return next(iter(common)) if len(common) == 1 else ""
