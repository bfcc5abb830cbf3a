"""Papers asked for by another paper's record: "more authors than T-MAC", "the same category as"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.records.catalog import Catalog
from store.papers import Paper

_AUTHORS = r"(?:co-?)?(?:authors?|writers?)"
_PEOPLE = rf"(?:{_AUTHORS}|people|persons?|researchers?|team|group)"
_PAPER = r"(?:paper|article|study|work|report)(?: (?:on|about|called|titled))?"
_THE = rf"(?: that of)?(?: the(?: {_PAPER})?)?"
_COUNT = re.compile(
    r"\b(?:(?P<more>more|fewer|less|a (?:larger|greater|higher|smaller|lower) number of)"
    rf" {_AUTHORS} than"
    rf"|(?:exactly )?(?:as (?:many|few) {_AUTHORS} as|the same number of {_AUTHORS} as)){_THE} $",
    re.I,
)
_DID = r"(?:wrote|made|did|worked on|appear on|are (?:on|behind)|contributed to)"
_SHARED = re.compile(
    r"\b(?:(?:that |which |who )?(?:shar(?:e|es|ed|ing)|ha(?:s|ve|ving)|with|overlap\w* in)"
    r" (?:an?|any|some|one|at least one|the|its|their)? ?(?:same |common )?"
    rf"(?P<lead>first |lead )?{_PEOPLE}(?: in common)? (?:with|as)"
    r"|(?:written |authored |published )?by (?:(?:any|some|one|all) of )?the (?:same )?"
    rf"(?P<lead2>first |lead )?{_PEOPLE} (?:as|of|behind|(?:who|that) (?:also )?{_DID})"
    rf"|(?:whose|with|by|from) {_PEOPLE} (?:who |that )?(?:also )?{_DID}){_THE} $",
    re.I,
)
# What stands before the paper's name, and what behind it.
_WROTE = re.compile(
    r"\b(?:what|which(?: other)? (?:papers|articles|works))(?: else)? (?:did|have|has) "
    rf"the (?P<lead>first |lead )?{_PEOPLE} (?:of|behind){_THE} $",
    re.I,
)
_WRITE = re.compile(r"^(?: (?:also|ever))? (?:wr[io]te|written|publish(?:ed)?|do|done)\b", re.I)
_PLACE = r"organi[sz]ations?|institut(?:ion|e)s?|affiliations?|lab|universit(?:y|ies)|company"
_FIELD = re.compile(
    r"\b(?:(?:in|from|of|with|has|have|share|shares) )?"
    rf"(?:the same (?P<same>categor(?:y|ies)|fields?|{_PLACE}) as"
    rf"|(?:an?|its|their) (?P<shared>category|field|{_PLACE}) (?:in common )?with){_THE} $",
    re.I,
)
_SPOKEN_OF = re.compile(rf"\b(?:{_PEOPLE}|same|categor(?:y|ies)|fields?|{_PLACE})\b", re.I)
_WHO = re.compile(r"^\W*(?:and )?(?:who|what)\b(?: else)?", re.I)


@dataclass(frozen=True, slots=True)
class Likened:
    """A question with what a paper's record has in the place of the paper, which is left out."""

    text: str
    paper_id: str


def likened(text: str, catalog: Catalog) -> Likened | None:
    """The question put by what the record of the paper that it names has; None for others.

    Where that record does not say it, what is asked is what it does say.
    """
    if not _SPOKEN_OF.search(text):
        return None
    for start, end, ids in catalog.places_named_in(text):
        if len(ids) != 1:
            continue
        paper, before = catalog.papers[ids[0]], text[:start]
        match, verb = _WROTE.search(before), _WRITE.match(text[end:])
        if match and verb and paper.authors:
            names = paper.authors[:1] if match["lead"] else paper.authors
            rest = f"{before[: match.start()]} which papers by {' or '.join(names)}"
            return Likened(f"{rest}{text[end + verb.end() :]}", paper.id)
        for pattern, words in ((_COUNT, _count), (_SHARED, _authors), (_FIELD, _field)):
            match = pattern.search(before)
            if match is None:
                continue
            if (put := words(match, paper)) is None:
                return Likened(f"{_INSTEAD[pattern]} {text[start:end]}?", "")
            rest = _WHO.sub("Which papers", before[: match.start()].rstrip())
            return Likened(f"{rest} {put}{text[end:]}", paper.id)
    return None


def _count(match: re.Match[str], paper: Paper) -> str | None:
    if paper.authors_cut or not paper.authors:
        return None
    count, more = len(paper.authors), (match["more"] or "").lower()
    if not more:
        return f"exactly {count} authors"
    above = more == "more" or any(word in more for word in ("larger", "greater", "higher"))
    return f"{'more' if above else 'fewer'} than {count} authors"


def _authors(match: re.Match[str], paper: Paper) -> str | None:
    if not paper.authors:
        return None
    if match["lead"]:
        return f"with {paper.authors[0]} as first author"
    if match["lead2"] and not match.group().rstrip().endswith(" as"):
        return f"by {paper.authors[0]}"
    return f"by {' or '.join(paper.authors)}"


def _field(match: re.Match[str], paper: Paper) -> str | None:
    if (match["same"] or match["shared"]).lower().startswith(("categ", "field")):
        category = paper.category
        return (
            f"in the category {category if '.' in category else f'cs.{category}'}"
            if category
            else None
        )
    return f"from {' or '.join(paper.organisations)}" if paper.organisations else None


_INSTEAD = {
    _COUNT: "How many authors has",
    _SHARED: "Who wrote",
    _FIELD: "Which category and which organisations has",
}
