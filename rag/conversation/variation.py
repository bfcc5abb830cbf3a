"""Varies the question before: "and by …?", "what about …?" exchange one of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.asks import asked_fields, without_fields
from rag.question.understand import understand
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import Parsed, parse_filters
from rag.records.order import ordered_as, wanted_order
from rag.types import Answer, Filters, Kind, Question, Relation
from store.lexical import terms
from store.papers import Paper

VARIES = re.compile(
    r"^\W*(?:and|or|but|so)?\W*(?:what about|how about|what of|and|now|next,"
    r"|(?:the )?same(?: (?:question|thing|again))?,? (?:for|with|about)|ditto for)(?<=[\w,])(?!\w)"
    r"(?!\W+(?:please )?(?!show|give|tell|list|find|name)[a-z]+ (?:me|us)\b)\W*",
    re.I,
)
_ON = re.compile(r"^\W*(?:(?:those|the ones|papers) )?(?:on|about)\b", re.I)
_A_PAPER = re.compile(r"^\W*(?:of )?the (?:[\w-]+ ){0,5}?(?:paper|article|study|report)\b", re.I)
_STAND = {
    Relation.SOLELY: "are about",
    Relation.ABOUT: "are about",
    Relation.USES: "use",
    Relation.NEEDS: "need",
    Relation.MENTIONS: "mention",
    Relation.INTRODUCES: "introduce",
}
_ASKED_AGAIN = {
    "authors": "Who wrote",
    "date": "When was the date of",
    "author count": "How many authors has",
    "category": "What is the category of",
    "organisations": "Which organisations are behind",
    "code": "Is there code for",
}
# Of a paper whose record or whose account was asked for, more is asked in other words.
_OF_RECORDS = (Kind.RECORD, Kind.SUMMARY)
_PROPER = re.compile(r"(?:[\w.+-]*[A-Z\d][\w.+@-]*)(?: [\w.+-]*[A-Z\d][\w.+@-]*)*")
_INSTEAD = re.compile(r"(?:,? (?:instead|then|though|perhaps|maybe))+(?=\W*$)", re.I)
_IN_FRONT = re.compile(r"^\W*(?:for|in|of|on|about)\s+(?=\w)", re.I)
_QUOTES = re.compile(r"[\"'“”‘’]")
_FEW = 4  # words of a fragment that is but a value
_PREPOSITION = re.compile(
    r"^(?:(?:for|with|on|in|at|by|from|against|over|using)\s+)?(?:the |an? )?", re.I
)


def short_name(paper_id: str, catalog: Catalog) -> str:
    """The name that a person would use: the system's, else the title."""
    title = catalog.papers[paper_id].title
    names = [name for name in catalog.own_names(paper_id) if name != title]
    head = title.partition(":")[0]
    return head if head in names else next(iter(names), title)


def varied(fragment: str, before: Answer, catalog: Catalog) -> Question | None:
    """The question before with one of its parts exchanged for the fragment's."""
    last, fragment = before.question, _INSTEAD.sub("", fragment)
    parsed = parse_filters(fragment, catalog)
    if parsed.filters == Filters():
        parsed = _of_its_field(fragment, last.filters, catalog) or parsed
    if last.kind in (Kind.LIST, Kind.RECORD) and not last.named:
        return _varied_set(fragment, last, parsed, catalog)
    fragment = re.sub(
        r"^\W*the one (?=on\b|about\b|by\b|for\b)", "the paper ", fragment, flags=re.I
    )
    if last.kind is Kind.RECORD and last.asks and _A_PAPER.match(fragment):
        asked = " and ".join(_ASKED_AGAIN[name] for name in last.asks if name in _ASKED_AGAIN)
        if asked:
            return understand(f"{asked} {fragment}", catalog)
    return _exchanged_name(fragment, before, catalog)


def _of_its_field(fragment: str, old: Filters, catalog: Catalog) -> Parsed | None:
    """A bare fragment as another value of the field that the last question chose by: "and IR?"."""
    bare = _PREPOSITION.sub("", fragment).strip(" ?.!")
    if len(bare.split()) > _FEW:
        return None
    puts = (
        (old.categories, f"papers in category {bare}", "categories"),
        (old.dated or old.months, f"papers from {bare}", "months"),
        (old.title_words, f'papers with "{_QUOTES.sub("", bare)}" in the title', "title_words"),
    )
    for chosen, put, name in puts:
        parsed = parse_filters(put, catalog) if chosen else None
        if parsed and getattr(parsed.filters, name):
            return parsed
    return None


def _varied_set(fragment: str, last: Question, parsed: Parsed, catalog: Catalog) -> Question | None:
    """A question for a set, of other times or people, in another order, or on another topic."""
    filters, topic = parsed.filters, parsed.rest
    new, _ = catalog.named_in(fragment)
    if filters != Filters() and not (_ON.match(topic) and topic_of(topic)):
        new_set = _with_filters(last, filters, fragment)
        within = [catalog.papers[i] for i in new_set.scope or ()]
        if within and not any(fits(paper, new_set.filters) for paper in within):
            # They were of another year, or of others.
            return replace(new_set, scope=None) if _are_alike(within, filters) else new_set
        return new_set
    if wanted_order(fragment):
        return ordered_as(last, fragment)
    if last.kind is Kind.LIST and not new and (topic_of(topic) or parsed.without):
        return _on_another_topic(last, fragment, catalog)
    return None if new else _on_a_topic(last, fragment, catalog)


def _are_alike(papers: Sequence[Paper], filters: Filters) -> bool:
    """Whether papers are alike in what filters ask, so that they may have been chosen by it."""
    values: list[list[set[object]]] = []
    if filters.since or filters.until or filters.spells:
        values.append([{p.date.year if p.date else None} for p in papers])
    if filters.months:
        values.append([{p.date.month if p.date else None} for p in papers])
    if filters.categories:
        values.append([{p.category} for p in papers])
    if filters.authors:
        values.append([set(p.authors) for p in papers])
    if filters.organisations:
        values.append([set(p.organisations) for p in papers])
    return all(set.intersection(*own) for own in values)


def _exchanged_name(fragment: str, before: Answer, catalog: Catalog) -> Question | None:
    """A question about one paper, asked of another, or of another thing in it."""
    last = before.question
    new, _ = catalog.named_in(fragment)
    name = _PREPOSITION.sub("", fragment, count=1).strip(" ?.!")
    if (one := _alone(before)) and last.kind in _OF_RECORDS and _is_of(name, one, catalog):
        fact = understand(f"{name} in {short_name(one, catalog)}?", catalog)
        return replace(fact, kind=Kind.FACT, topic="", named=(one,))
    if last.kind is Kind.RECORD and last.asks and not new and _is_topic(name):
        asked = " and ".join(_ASKED_AGAIN[each] for each in last.asks if each in _ASKED_AGAIN)
        return understand(f"{asked} the paper on {name}", catalog) if asked else None
    if new and last.named:
        return renamed(last, name, catalog)
    return understand(_exchanged(last, name, before, catalog), catalog)


def _alone(before: Answer) -> str:
    """The one paper that the question before named, or that answered a question about one."""
    named = before.question.named and len(before.papers) == 1
    return before.papers[0].id if named else ""


def _is_of(name: str, paper_id: str, catalog: Catalog) -> bool:
    """Whether a fragment says what stands in a paper, and no paper and no field of a record."""
    wanted = set(terms(topic_of(name))) - GENERIC
    if not wanted or asked_fields(name) or catalog.named_in(name)[0]:
        return False
    return wanted <= set(terms(catalog.papers[paper_id].text))


def _is_topic(name: str) -> bool:
    """Whether a fragment says what a paper may be about, and no field of its record."""
    return bool(topic_of(name)) and not asked_fields(name) and bool(topic_of(without_fields(name)))


def _on_another_topic(last: Question, fragment: str, catalog: Catalog) -> Question:
    """The last question about a set, on what the fragment says, under the same conditions.

    Of those before it, where it was asked of them: "which of those are about A? And B?".
    """
    what = _IN_FRONT.sub("", fragment, count=1)
    asked = understand(f"which papers {_STAND[last.relation]} {what}", catalog)
    if asked.kind is not Kind.LIST:
        return asked
    filters = _exchanged_filters(last.filters, asked.filters)
    return replace(asked, filters=filters, scope=last.scope)


def _chooses(last: Question) -> bool:
    """Whether a question says by records alone which papers it is about."""
    says_more = last.tally or last.order or last.asks
    return not says_more and (last.filters != Filters() or last.scope is not None)


def _on_a_topic(last: Question, fragment: str, catalog: Catalog) -> Question | None:
    """Those of a set that its records chose that are about what a fragment says: "and on owls?"."""
    if not _ON.match(fragment) or not _chooses(last):
        return None
    asked = understand(f"which papers are {fragment.strip()}", catalog)
    if asked.kind is not Kind.LIST or not asked.topic:
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {fragment}"
    return replace(
        asked, whole=whole, filters=last.filters, unwanted=last.unwanted, scope=last.scope
    )


def renamed(last: Question, name: str, catalog: Catalog) -> Question | None:
    """The last question about another paper."""
    old = max(catalog.own_names(last.named[0]), key=lambda own: (own in last.whole, len(own)))
    whole = re.sub(re.escape(old), lambda _: name, last.whole, flags=re.I)
    return understand(whole, catalog) if whole != last.whole else None


def _with_filters(last: Question, filters: Filters, fragment: str) -> Question:
    """The last question with the fragment's filters in the place of its own of that sort."""
    merged = _exchanged_filters(last.filters, filters)
    return replace(last, filters=merged, whole=f"{last.whole.rstrip(' ?.!')} – {fragment}")


def _exchanged_filters(old: Filters, new: Filters) -> Filters:
    """The old filters with the new ones in the place of those of that sort."""
    empty = Filters()
    given = {
        name: getattr(new, name)
        for name in new.__slots__
        if getattr(new, name) != getattr(empty, name)
    }
    merged = replace(old, **given)
    if merged.since and merged.until and merged.since > merged.until:  # "and after 2000?"
        return replace(merged, since=new.since, until=new.until)
    return merged


def _exchanged(last: Question, name: str, before: Answer, catalog: Catalog) -> str:
    """Puts a name in the place of the last proper name of a question that is no paper's."""
    own = {short_name(paper.id, catalog).lower() for paper in before.papers}
    spots = [
        m
        for m in _PROPER.finditer(last.whole)
        if m.start() > 0 and m.group().rstrip("?").lower() not in own
    ]
    spots = [m for m in spots if not catalog.named_in(m.group())[0]]
    prefix = "" if last.named else f"{short_name(before.papers[0].id, catalog)}: "
    if not spots:
        return f"{prefix}{last.whole.rstrip(' ?.!')} {name}?"
    spot = spots[-1]
    end = spot.end() - (spot.group().endswith((".", "?")))
    return f"{prefix}{last.whole[: spot.start()]}{name}{last.whole[end:]}"
