"""The one paper that a few words describe: "the text one", "the one on geometry by Gear"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.references import ENDS, Pick
from rag.language.topic import topic_of
from rag.language.wording import PAPER_KIND
from rag.language.words import GENERIC
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters
from store.lexical import terms
from store.papers import Paper

# "The whole paper" and "the next study" are none by what they are about.
_NO_WORD = (
    r"(?!second|third|last|first|other|same|new|old|right|whole|next|previous|present|current|only"
    r"|best|single|entire|latest|earliest|above)"
)
_DESCRIBED = re.compile(
    rf"\bthe (?P<before>{_NO_WORD}[\w-]+(?: [\w-]+)?) (?:one|(?P<called>{PAPER_KIND}))\b(?! of\b)"
    rf"|\bthe (?:one|(?P<kind>{PAPER_KIND})) (?:on|about|for|with|that|which|using|from|at|in"
    r"|covering) (?P<after>[\w -]+?)(?=\s*(?:[?.!,;:]|\s[–—-]\s|$))",
    re.I,
)
# "How does it compare with the toothpaste study?" speaks of two.
_BESIDE_IT = re.compile(r"\b(?:it|its|that|this)\b", re.I)
# By its record, or by what it is about and no list has: more may follow, but for a noun.
_BY_MORE = re.compile(
    r"(?<!without )(?<!except )(?<!excluding )(?<!but not )(?<!besides )"
    r"\bthe one (?P<what>(?P<on>by|from|on|about|for|concerning|dealing with|regarding|of|in|with)"
    rf" (?:the |an? )?[\w.’'-]+(?: [\w.’'-]+){{0,6}}?){ENDS}",
    re.I,
)
# "The one with the most layers" is found by reading the papers of a list, and no others.
_OF_A_LIST = re.compile(r"\b(?:most|least|best|worst|more|less|fewer|better|[a-z]{3,}est)\b", re.I)
_LISTED = ("of", "in", "with")
_LAST_VERB = re.compile(r" [\w-]+(?: (?:with|about|on|for|of|from|in|to|at))?$", re.I)
_ASKED_OF = re.compile(r"\b(?:do|does|did|can|will|would)\W*$", re.I)


def described_paper(text: str, ids: Sequence[str], catalog: Catalog) -> Pick | None:
    """The one paper of some that a few words describe: "the text one", "the one on geometry".

    A study that none of them is, one paper of the library may be: a list may have missed it.
    """
    match = _DESCRIBED.search(text)
    said = set(terms((match["before"] or match["after"]) if match else ""))
    wanted = said - GENERIC
    if match is None or not wanted:
        return None
    if (match["called"] or match["kind"]) and _BESIDE_IT.search(text[: match.start()]):
        return None
    papers = [catalog.papers[i] for i in ids]
    paper = _alone_with(wanted, papers) or _alone_with(said, papers)  # "the long context one"
    paper = paper or _alone_titled(match["before"] or match["after"], papers)
    if paper is None and match["kind"]:
        paper = _alone_with(wanted, list(catalog.papers.values()))
    return Pick(paper.id, *match.span()) if paper else None


def the_one(text: str, answers: Sequence[Answer], catalog: Catalog) -> Pick | None:
    """The paper that "the one by Gear" or "the one on stroke risk" means.

    `answers` are those with papers, the last one first. The nearest list counts that has one such
    paper; where none has any, the library: a list may have missed it.
    """
    match = _BY_MORE.search(text)
    if match is None:
        return None
    what, end = match["what"], match.end()
    if _ASKED_OF.search(text[: match.start()]) and not text[end:].strip(" ?.!"):
        what = _LAST_VERB.sub("", what)  # "what does the one on anger conclude?"
        end -= len(match["what"]) - len(what)
    parsed = parse_filters(f"papers {what}", catalog)
    wanted = set(terms(topic_of(parsed.rest))) - GENERIC
    if parsed.without or not (wanted or parsed.filters != Filters()):
        return None
    sets = [[catalog.papers[p.id] for p in a.papers] for a in answers if len(a.papers) > 1]
    if match["on"].lower() not in _LISTED and not _OF_A_LIST.search(what):
        sets.append(list(catalog.papers.values()))
    for papers in sets:
        fitting = [paper for paper in papers if fits(paper, parsed.filters)]
        one = _alone_with(wanted, fitting) if wanted else _alone_of(fitting, parsed.filters)
        if one:
            return Pick(one.id, match.start(), end)
    return None


def _alone_of(papers: Sequence[Paper], filters: Filters) -> Paper | None:
    """The only one of some papers, or the only one whose first author is asked for."""
    if len(papers) > 1 and filters.authors:
        papers = [paper for paper in papers if fits(paper, replace(filters, place=1))]
    return papers[0] if len(papers) == 1 else None


def _alone_titled(words: str, papers: Sequence[Paper]) -> Paper | None:
    """The only one of some papers with the very words in its title: "self-evolving"."""
    titled = [p for p in papers if f" {words} ".lower() in f" {p.title} ".lower()]
    return titled[0] if len(titled) == 1 else None


def _alone_with(wanted: set[str], papers: Sequence[Paper]) -> Paper | None:
    """The only one of some papers that has all terms in its title, its opening, or its authors."""
    held_by = (
        lambda paper: paper.title,
        lambda paper: f"{paper.title} {paper.text[: paper.opening]}",
        lambda paper: f"{paper.title} {' '.join(paper.authors)}",  # "the Salton one"
    )
    for held in ([hold(paper) for paper in papers] for hold in held_by):
        fitting = [p for p, text in zip(papers, held, strict=True) if wanted <= set(terms(text))]
        if len(fitting) == 1:
            return fitting[0]
    return None
