"""What a question asks of the records: people, dates, categories, organisations, code.

Each rule takes the words that it understood out of the question, so that what is left is the
topic. Names come from the library's own records.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from rag.language.exclusions import split_negation
from rag.language.months import months_in
from rag.language.weekdays import weekdays_in
from rag.language.words import cut_out
from rag.records.abstract_cues import abstracted_in
from rag.records.addresses import addresses_in
from rag.records.author_counts import author_bounds
from rag.records.authorship import by_people
from rag.records.catalog import Catalog
from rag.records.category_codes import categories_in
from rag.records.code_cues import code_asked
from rag.records.dates import parse_dates
from rag.records.lacking import fields_apart, lacking
from rag.records.organisation_names import (
    ORGANISATION_NAMES,
    organisation_bounds,
    organisations_in,
    runs_there,
    said_jointly,
    without_jointly,
)
from rag.records.people import Mention
from rag.records.placed import Placed, placed_in
from rag.records.title_cues import Titled, titled_in
from rag.records.title_words import TitleWords, title_words_in
from rag.types import Filters

_TITLE_WORD = re.compile(
    r"\b(?:with|has|have|contain(?:s|ing)?|mention(?:s|ing)?)? ?(?:the )?(?:word|term) "
    r"[\"'“‘]?(?P<word>[\w-]+)[\"'”’]?(?: in (?:the(?:ir)? |its )?titles?| in (?:them|it))?"
    r"|\b(?:whose |with |the )?titles? (?:that |which )?(?:mention|contain|include|has|have"
    r"|start(?:s|ing)?"
    r"|begin(?:s|ning)?|say|with)(?:s|ing)?(?: with)? (?:the )?(?:word |term )?"
    r"[\"'“‘]?(?P<word3>(?!an? |(?:the )?(?:most|fewest) (?:words|characters|letters)\b"
    r"|the (?:most|fewest)\b)[\w-]+)[\"'”’]?"
    r"|\b(?:with )?[\"'“‘]?(?P<word2>(?!(?:words|characters|letters) in )[\w-]+)[\"'”’]?"
    r" in (?:the(?:ir)? |its )titles?\b",
    re.I,
)
_OF_SOMEBODY = re.compile(
    r"^(?:(?:what|whatever|everything|anything|all|those|the ones?)(?: that)? )?"
    r"(?P<who>.+?)"
    r"(?:['’]s?(?: (?:papers?|works?|stud(?:y|ies)|ones?))?"
    r"| (?:is|was|are|were) (?:on|in|among|involved)"
    r"| (?:has |had )?(?:signed|wrote|written|did|made|published|(?:co-?)?authored))$",
    re.I,
)

# What is left of "no affiliation with A", "not authored by A", "not listing A as an author".
_OF_RECORDS = re.compile(
    r"(?:\W|\b(?:been|written|(?:co-?)?authored|published|released|produced|made|come|coming|dated"
    r"|appear(?:ed|ing)?|affiliat(?:ed|ions?)|organi[sz]ations?|institut(?:ions?|es?)|authors?"
    r"|categor(?:y|ies)|involve(?:d|ment)|credited|listed|names?|people|anyone|anybody|somebody"
    r"|someone|papers?|works?|ones?|as|an?|any|the|among|out|by|from|in|of|at|with|to|its|their)\b)*",
    re.I,
)


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
    parsed = _placed(venues.rest, catalog)
    return replace(
        parsed,
        filters=replace(parsed.filters, venues=venues.wanted),
        unwanted=replace(parsed.unwanted, venues=venues.unwanted),
    )


def _placed(text: str, catalog: Catalog) -> Parsed:
    if placed := placed_in(text):
        parsed = _parsed(placed.text, catalog)
        if parsed.filters.authors or parsed.unwanted.authors:  # else he is what is asked for
            return replace(
                parsed,
                filters=_standing(parsed.filters, placed),
                unwanted=_standing(parsed.unwanted, placed),
            )
    return _parsed(text, catalog)


def _standing(filters: Filters, placed: Placed) -> Filters:
    if not filters.authors:
        return filters
    return replace(filters, place=placed.place, elsewhere=placed.elsewhere)


def _parsed(text: str, catalog: Catalog) -> Parsed:
    filters, text = Filters(), fields_apart(text)
    for rule in (
        _addresses,
        _abstracts,
        _titles,
        _author_count,
        _organisation_count,
        _lacking,
        _code,
    ):
        filters, text = rule(filters, text, catalog)
    rest, without = split_negation(text)
    unwanted = Filters()
    for rule in (_people, _organisations, _dates, _categories):
        filters, rest = rule(filters, rest, catalog)
        unwanted, without = rule(unwanted, without, catalog)
    if not unwanted.authors and (them := _people_alone(without, catalog, bool(filters.authors))):
        unwanted, without = replace(unwanted, authors=them), ""
    if unwanted != Filters() and _OF_RECORDS.fullmatch(without):
        without = ""
    return Parsed(filters, unwanted, " ".join(rest.split()), " ".join(without.split()))


def _people_alone(text: str, catalog: Catalog, of_people: bool) -> tuple[str, ...]:
    """The authors that a text means where it is a name and no more: "by Bo but without Du".

    `of_people` says that the question asks for somebody's papers; else it must be plain that it
    is a name and no subject: "owls, but not Low's", "owls, minus everything that Low is on".
    """
    words = re.sub(r"^\W*(?:with|by)\b|[\s?.!,]+$", "", text).strip()
    shorn = _OF_SOMEBODY.sub(r"\g<who>", words)
    if not of_people and shorn == words:
        return ()
    found = catalog.people.mentions(f"papers by {shorn}") if shorn else []
    if len(found) != 1 or found[0].words != shorn:
        return ()
    return found[0].authors


def _addresses(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    found, rest = addresses_in(text)
    return replace(filters, addresses=found), rest


def _abstracts(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    abstracted, rest = abstracted_in(text)
    return replace(filters, abstracted=abstracted), rest


def _titles(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    titled, text = titled_in(text)
    words, text = title_words_in(text)
    if words.omitted or words.one_of:
        titled = replace(titled or Titled(), omits=words.omitted, one_of=words.one_of)
    filters = replace(filters, titled=titled, title_words=words.every)
    if words != TitleWords():
        return filters, text
    match = _TITLE_WORD.search(text) if "title" in text.lower() else None
    if not match:
        return filters, text
    word = (match["word"] or match["word2"] or match["word3"]).lower()
    return replace(filters, title_words=(word,)), cut_out(text, match)


def _author_count(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    bounds, rest = author_bounds(text)
    return replace(filters, author_count=bounds), rest


def _organisation_count(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    bounds, rest = organisation_bounds(text)
    return replace(filters, organisation_count=bounds), rest


def _lacking(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    lacks, has, rest = lacking(text)
    return replace(filters, lacks=lacks, states=has), rest


def _code(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    asked, rest = code_asked(text)
    return replace(filters, has_code=asked), rest


def _people(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    known = catalog.organisations
    places = {*known, *ORGANISATION_NAMES, *(o.replace("-", " ") for o in known)}
    mentions = [m for m in catalog.people.mentions(text) if not _is_other(m, places, catalog)]
    return by_people(filters, text, mentions) if mentions else (filters, text)


def _is_other(one: Mention, places: Set[str], catalog: Catalog) -> bool:
    """Whether a name that is no author's is that of an organisation, or of a paper."""
    known = one.words.lower() in places or bool(catalog.named_in(one.words)[0])
    return not one.authors and known


def _organisations(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    found, rest = organisations_in(text, catalog.organisations)
    jointly = len(found) > 1 and said_jointly(text)
    rest = without_jointly(rest) if jointly else rest
    at_work = bool(found) and runs_there(text)
    return replace(filters, organisations=found, jointly=jointly, at_work=at_work), rest


def _dates(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    if found := parse_dates(text, catalog.papers.values()):
        since, until = found.span
        text = f"{text[: found.start]} {text[found.end :]}"
        filters = (
            replace(filters, spells=found.spells)
            if found.spells
            else replace(filters, since=since, until=until)
        )
    if weekdays := weekdays_in(text):
        days, start, end = weekdays
        filters, text = replace(filters, weekdays=days), f"{text[:start]} {text[end:]}"
    if months := months_in(text):
        numbers, start, end = months
        return replace(filters, months=numbers), f"{text[:start]} {text[end:]}"
    return filters, text


def _categories(filters: Filters, text: str, catalog: Catalog) -> tuple[Filters, str]:
    used = {p.category.removeprefix("cs.") for p in catalog.papers.values()}
    codes, rest = categories_in(text, used, catalog.speller.is_acronym)
    return replace(filters, categories=codes), rest
