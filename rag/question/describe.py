"""Says in one line how a question was read, so that a person can see and correct it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rag.language.foreign import is_foreign
from rag.question.side_by_side import sets_of
from rag.records.lacking import FIELDS
from rag.records.placed import LAST
from rag.types import Filters, Kind, Order, Question
from store.venue_names import spellings


def describe(question: Question, titles: Iterable[str], like: str = "") -> str:
    """One line that says how the question was read.

    `titles` are those of the papers that it names, `like` that of the one to be like.
    """
    parts = [_kind_name(question)]
    if sets := sets_of(question):
        parts.append("each by itself: " + " | ".join(map(set_words, sets)))
        if question.scope is not None:
            parts.append(scope_words(question.scope))
        return "; ".join(parts)
    if question.named:
        parts.append("about " + " and ".join(titles))
    parts += _content_words(question)
    parts += filter_words(question.filters)
    parts += [f"not {words}" for words in _unwanted_words(question.unwanted)]
    if question.scope is not None:
        parts.append(scope_words(question.scope))
    if question.like:
        parts.append(f"like {like}")
    if question.besides and not question.like:
        count = len(question.besides)
        parts.append(f"leaving out {f'{count} papers' if count > 1 else 'one paper'}")
    if question.order:
        parts.append(order_words(question.order))
    if question.told:
        parts.append("with their " + " and ".join(_TOLD[name] for name in question.told))
    return "; ".join(parts)


def _content_words(question: Question) -> list[str]:
    """What the papers are about and must not be about, and what they must state."""
    words = []
    if question.topic and question.kind in (Kind.LIST, Kind.RECORD):
        together = " and ".join(f"“{facet.topic}”" for facet in question.facets)
        first = f"each of {together}" if together else f"“{question.topic}”"
        topics = (first, *(f"“{topic}”" for topic in question.either))
        words.append("topic " + " or ".join(topics))
    if question.without:
        words.append(f"not “{question.without}”")
    if question.stated:
        words.append(str(question.stated))
    return words


_TOLD = {
    "authors": "authors",
    "date": "dates",
    "organisations": "organisations",
    "category": "categories",
    "code": "code flags",
}
_NAMED = 4  # authors, or venues
_KIND_NAMES = {
    Kind.FACT: "a fact",
    Kind.LIST: "all papers that fit",
    Kind.COMPARE: "a comparison",
    Kind.RECORD: "from the records",
    Kind.SUMMARY: "a summary",
    Kind.NONE: "no question about papers",
}


_ONE_YEAR = re.compile(r"since (\d{4})-01-01, until \1-12-31")


def _kind_name(question: Question) -> str:
    is_unread = question.kind is Kind.NONE and is_foreign(question.text)
    return "nothing, for it is not in English" if is_unread else _KIND_NAMES[question.kind]


def set_words(question: Question) -> str:
    """What must be true of the papers of a set, in words."""
    topic = [f"“{question.topic}”"] if question.topic else []
    unwanted = [f"not {words}" for words in _unwanted_words(question.unwanted)]
    words = ", ".join([*topic, *filter_words(question.filters), *unwanted])
    return _ONE_YEAR.sub(r"from \1", words)


def scope_words(scope: Sequence[str]) -> str:
    """Which papers a question is confined to, in words."""
    return f"among the {len(scope)} papers of the answer before"


def order_words(order: Order) -> str:
    """In which order papers are wanted, in words."""
    return "in alphabetical order" if order is Order.TITLE else f"{order.value} first"


def filter_words(filters: Filters) -> list[str]:
    """The filters that are set, each in words."""
    words = []
    if filters.authors:
        who = (" and " if filters.together else " or ").join(filters.authors[:_NAMED])
        if len(filters.authors) > _NAMED:
            who += f" or {_others(len(filters.authors) - _NAMED)} of that name"
        words.append(_by(who, filters.place, elsewhere=filters.elsewhere))
    if filters.author_count:
        word = "author" if filters.author_count.most == 1 else "authors"
        words.append(f"with {filters.author_count} {word}")
    if bounds := filters.organisation_count:
        words.append(f"from {bounds} {'organisation' if bounds.most == 1 else 'organisations'}")
    said = (
        ("from ", (" and " if filters.jointly else " or ").join(filters.organisations)),
        ("in ", " or ".join(f"cs.{c}" for c in filters.categories)),
        ("in ", _venue_words(filters.venues)),
        ("title with ", ", ".join(f"“{w}”" for w in filters.title_words)),
        ("", filters.titled and str(filters.titled)),
        ("", filters.abstracted and str(filters.abstracted)),
        ("since ", filters.since and filters.since.isoformat()),
        ("until ", filters.until and filters.until.isoformat()),
        ("from ", " or ".join(_spell(first, last) for first, last in filters.spells)),
        ("in ", " or ".join(calendar.month_name[month] for month in filters.months)),
        ("on a ", " or ".join(calendar.day_name[day] for day in filters.weekdays)),
        ("linking to ", " or ".join(a.rstrip(".") for a in filters.addresses)),
        ("without ", "code" if filters.has_code is False else ""),
        ("with ", "code" if filters.has_code else ""),
        ("with ", " and ".join(FIELDS[name] for name in filters.states)),
        ("without ", " or ".join(FIELDS[name] for name in filters.lacks)),
    )
    words += [f"{how}{what}" for how, what in said if what]
    return words


def _others(count: int) -> str:
    return f"{count} other{'s' * (count != 1)}"


def _unwanted_words(filters: Filters) -> list[str]:
    """The filters that papers must not meet, each in words; both ends of a span are one."""
    first, last = filters.since, filters.until
    if not first or not last:
        return filter_words(filters)
    years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    ends = (first.year, last.year) if years else (first, last)
    span = f"from {' to '.join(map(str, dict.fromkeys(ends)))}"
    return [*filter_words(replace(filters, since=None, until=None)), span]


def _spell(first: date, last: date) -> str:
    if first == date.min:
        return f"before {last + timedelta(days=1)}"
    return f"{first} on" if last == date.max else f"{first} to {last}"


def _venue_words(venues: Sequence[str]) -> str:
    """The journals and conferences, each by one of its spellings."""
    called = list(dict.fromkeys(spellings(venues).values()))
    more = f" or {_others(len(called) - _NAMED)}" if len(called) > _NAMED else ""
    return f"{' or '.join(called[:_NAMED])}{more}"


def _by(who: str, place: int, *, elsewhere: bool) -> str:
    if not place:
        return f"by {who}"
    role = f"{'last' if place == LAST else _PLACES.get(place, f'{place}th')} author"
    return f"by {who}, not as {role}" if elsewhere else f"with {who} as {role}"


_PLACES = {1: "first", 2: "second", 3: "third"}
