"""What a question asks of the records: people, dates, categories, organisations, code.

Each rule takes the words that it understood out of the question, so that what is left is the
topic. Names come from the library's own records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from rag.author_counts import author_bounds, has_authors
from rag.authorship import by_people
from rag.catalog import Catalog
from rag.dates import parse_dates
from rag.people import Mention
from rag.topic import split_negation
from rag.types import Filters
from rag.words import cut_out
from store.categories import categories_called, category_name
from store.papers import Paper

_NO_CODE = re.compile(
    r"\b(?:not without(?P<double>)|(?:where|for which|whose) (?:there is )?no"
    r"|(?:but )?not with|without|with no|no|lack(?:s|ing)?"
    r"|have no|has no"
    r"|(?:do|does)(?:n't| not) (?:have|provide|release|share))"
    r" (?:any |the |public |released |available |open )?(?:source )?code"
    r"(?: (?:is |was |were |has been )?(?:available|released|listed|flag(?:ged)?))?\b",
    re.I,
)
_WITH_CODE = re.compile(
    r"(?:\b(?:that |which |and )?(?:with|have|has|having|provide|provides|release|releases"
    r"|released|share|shares|ship|ships"
    r"|come with|comes with|publish|published|offer|offers|include|includes) "
    r"(?:an? |the |any |their |its |public |released |available |open |some )*"
    r"(?:open[- ])?(?:source )?code\b(?![- ](?:\w+ing|\w+ion|\w+is|LLMs?|models?|search|repair"
    r"|reviews?|quality|agents?)\b)(?: available| released| flag| online)*"
    r"|\bcode (?:is |was |are )?(?:available|released|public|flag(?:ged)?|listed|online)\b"
    r"|\b(?:where|for which) (?:i|we|you|one) can (?:grab|get|find|download|see) "
    r"(?:the |its |their )?code\b"
    r"|\bopen[- ]sourced?\b)",
    re.I,
)
_CATEGORY = re.compile(
    r"\b(?:in |from |of )?(?:the )?(?:(?:arxiv )?categor(?:y|ies) )?"
    r"\(?(?P<code>[a-z-]+\.[A-Z]{2})\)?(?: categor(?:y|ies))?"
    r"|\b(?:category|under|in) (?P<bare>[A-Z]{2})\b|\((?P<within>[A-Z]{2})\)"
    r"|\b(?P<before>[A-Z]{2})(?: \([\w ]+\))? (?:category|papers)\b"
)
_FIELD = re.compile(
    r"(?:\b(?:in|from|of|under) (?:the )?(?:(?:field|area|category) of )?)?"
    r"\b(?P<words>[a-z]+(?:[- ][a-z]+){0,2}?) (?P<noun>categor(?:y|ies)|papers?)\b"
    r"|\b(?:in|under) (?:the )?(?:(?:field|area|category) of )?"
    r"(?P<words2>[a-z]+(?:[- ][a-z]+){0,2})\s*[?.!]*$",
    re.I,
)
_TITLE_WORD = re.compile(
    r"\b(?:with|has|have|contain(?:s|ing)?|mention(?:s|ing)?)? ?(?:the )?(?:word|term) "
    r"[\"'“‘]?(?P<word>[\w-]+)[\"'”’]?(?: in (?:the(?:ir)? |its )?titles?| in (?:them|it))?"
    r"|\b(?:whose |with |the )?titles? (?:that |which )?(?:mention|contain|include|has|have"
    r"|start(?:s|ing)?"
    r"|begin(?:s|ning)?|say|with)(?:s|ing)?(?: with)? (?:the )?(?:word |term )?"
    r"[\"'“‘]?(?P<word3>[\w-]+)[\"'”’]?"
    r"|\b(?:with )?[\"'“‘]?(?P<word2>[\w-]+)[\"'”’]? in (?:the(?:ir)? |its )titles?\b",
    re.I,
)
_TYPO_SCORE = 88  # of 100; two letters changed places in a name of two words
_NAME_WORDS = 4  # of a category's usual name
_ORGANISATION_NAMES = {
    "peking university": "pku",
    "beijing university": "pku",
    "tsinghua university": "tsinghua",
    "microsoft": "microsoft-research",
    "msr": "microsoft-research",
    "microsoft research asia": "microsoft-research",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The filters that a question sets and those it excludes, and what is left of its words.

    `rest` is the question without the words that said a filter, `without` the same of the
    part behind "not", "except" and their like.
    """

    filters: Filters
    unwanted: Filters
    rest: str
    without: str


def parse_filters(text: str, catalog: Catalog) -> Parsed:
    """Takes the filters out of a question."""
    venues = catalog.venues_in(text)
    filters, text = Filters(venues=venues.wanted), venues.rest
    for rule in (_titles, _author_count, _code):
        filters, text = rule(filters, text, catalog)
    rest, without = split_negation(text)
    unwanted = Filters(venues=venues.unwanted)
    for rule in (_people, _organisations, _dates, _categories):
        filters, rest = rule(filters, rest, catalog)
        unwanted, without = rule(unwanted, without, catalog)
    return Parsed(filters, unwanted, " ".join(rest.split()), " ".join(without.split()))


def fits(paper: Paper, filters: Filters) -> bool:
    """Whether a paper's record meets every filter; an unknown date meets no date filter."""
    title = paper.title.lower()
    return (
        _is_by(paper, filters)
        and (filters.author_count is None or has_authors(paper, filters.author_count) is True)
        and (not filters.categories or paper.category.removeprefix("cs.") in filters.categories)
        and (not filters.venues or paper.venue in filters.venues)
        and (not filters.organisations or bool({*filters.organisations} & {*paper.organisations}))
        and all(re.search(rf"(?<!\w){re.escape(w)}", title) for w in filters.title_words)
        and (filters.since is None or (paper.date is not None and paper.date >= filters.since))
        and (filters.until is None or (paper.date is not None and paper.date <= filters.until))
        and (filters.has_code is None or paper.has_code == filters.has_code)
    )


def by_their_records(papers: Mapping[str, Paper], filters: Filters) -> list[str] | None:
    """The ids of the papers of the people or journals that filters name; None without either."""
    if not (filters.authors or filters.venues):
        return None
    return [i for i, paper in papers.items() if fits(paper, filters)] or None


def _is_by(paper: Paper, filters: Filters) -> bool:
    if not filters.authors:
        return True
    own = paper.authors[:1] if filters.leading else paper.authors
    return len({*filters.authors} & {*own}) >= max(1, filters.together)


def _titles(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    match = _TITLE_WORD.search(text) if "title" in text.lower() else None
    if not match:
        return filters, text
    word = (match["word"] or match["word2"] or match["word3"]).lower()
    return replace(filters, title_words=(word,)), cut_out(text, match)


def _author_count(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    bounds, rest = author_bounds(text)
    return replace(filters, author_count=bounds), rest


def _code(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    for pattern, value in ((_NO_CODE, False), (_WITH_CODE, True)):
        if match := pattern.search(text):
            twice_negated = pattern is _NO_CODE and match["double"] is not None
            return replace(filters, has_code=value or twice_negated), cut_out(text, match)
    return filters, text


def _people(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    known = catalog.organisations
    places = {*known, *_ORGANISATION_NAMES, *(o.replace("-", " ") for o in known)}
    mentions = [m for m in catalog.people.mentions(text) if not _is_other(m, places, catalog)]
    return by_people(filters, text, mentions) if mentions else (filters, text)


def _is_other(one: Mention, places: Set[str], catalog: Catalog) -> bool:
    """Whether a name that is no author's is that of an organisation, or of a paper."""
    known = one.words.lower() in places or bool(catalog.named_in(one.words)[0])
    return not one.authors and known


def _organisations(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    known = catalog.organisations
    spoken = {o.replace("-", " "): own for o, own in known.items()}
    usual = {u: known[o] for u, o in _ORGANISATION_NAMES.items() if o in known}
    found = []
    for words, own in sorted({**known, **spoken, **usual}.items(), key=lambda item: -len(item[0])):
        pattern = re.compile(
            rf"(?:\b(?:(?:done |written |together |in collaboration )?with|by|from|of|at|did) "
            rf"(?:the )?)?\b{re.escape(words)}\b(?:['’]s)?"
            r"(?: contributed?(?: to)?)?",
            re.I,
        )
        if (match := pattern.search(text)) and not re.search(r"\bat $", text[: match.start()]):
            found.append(own)
            text = cut_out(text, match)
    if not found:
        found, text = _misspelled_organisation({**spoken, **usual}, text)
    return replace(filters, organisations=tuple(dict.fromkeys(found))), text


def _misspelled_organisation(known: Mapping[str, str], text: str) -> tuple[list[str], str]:
    """An organisation of several words with a typing error, and the text without it."""
    words = text.split()
    for name, own in known.items():
        count = len(name.split())
        for place in range(len(words) - count + 1 if count > 1 else 0):
            spoken = " ".join(words[place : place + count]).strip("?!.,").lower()
            if fuzz.ratio(spoken, name) >= _TYPO_SCORE:
                return [own], " ".join([*words[:place], *words[place + count :]])
    return [], text


def _dates(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    if found := parse_dates(text, catalog.papers.values()):
        since, until = found.span
        rest = f"{text[: found.start]} {text[found.end :]}"
        return replace(filters, since=since, until=until), rest
    return filters, text


def _categories(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    used = {p.category.removeprefix("cs.") for p in catalog.papers.values()}
    for match in _CATEGORY.finditer(text):
        code = (match["code"] or match["bare"] or match["within"] or match["before"]).removeprefix(
            "cs."
        )
        if code in used or match["code"]:
            rest = _without_name(cut_out(text, match), match.start(), code)
            return replace(filters, categories=(code,)), rest
    for match in _FIELD.finditer(text):
        words = (match["words"] or match["words2"]).lower()
        # The longest run of words before "papers" or "category" that names a category.
        for skip in range(len(words.split())):
            tail = " ".join(re.split(r"[ ]", words)[skip:])
            codes = categories_called(tail) or categories_called(tail.replace("-", " "))
            if codes and (set(codes) & used or (match["noun"] or "").lower().startswith("categ")):
                start = match.start() + match.group().lower().find(tail)
                rest = text[match.end() :]
                return replace(filters, categories=codes), f"{text[:start]} papers {rest}"
    return filters, text


def _without_name(text: str, place: int, code: str) -> str:
    """The text less the category's name, wherever it stands whole or in part before its code."""
    before, after = text[:place].rstrip(" ("), text[place:].lstrip(" )")
    words = before.split()
    for skip in range(max(0, len(words) - _NAME_WORDS), len(words)):
        if code in categories_called(" ".join(words[skip:]).lower()):
            return f"{' '.join(words[:skip])} papers {after}"
    return re.sub(re.escape(category_name(code)), " ", f"{before} {after}", flags=re.I)
