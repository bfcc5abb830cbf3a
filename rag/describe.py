"""Says in one line how a question was read, so that a person can see and correct it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.types import Filters, Kind, Order, Question
from store.venue_names import spellings


def describe(question: Question, titles: Iterable[str]) -> str:
    """One line that says how the question was read."""
    parts = [_KIND_NAMES[question.kind]]
    if question.named:
        parts.append("about " + " and ".join(titles))
    if question.topic and question.kind in (Kind.LIST, Kind.RECORD):
        parts.append(f"topic “{question.topic}”")
    if question.without:
        parts.append(f"not “{question.without}”")
    parts += filter_words(question.filters)
    parts += [f"not {words}" for words in filter_words(question.unwanted)]
    if question.scope is not None:
        parts.append(scope_words(question.scope))
    if question.besides:
        parts.append("other than the answer before")
    if question.order:
        parts.append(order_words(question.order))
    return "; ".join(parts)


_NAMED = 4  # authors
_KIND_NAMES = {
    Kind.FACT: "a fact",
    Kind.LIST: "all papers that fit",
    Kind.COMPARE: "a comparison",
    Kind.RECORD: "from the records",
    Kind.SUMMARY: "a summary",
    Kind.NONE: "no question about papers",
}


def scope_words(scope: Sequence[str]) -> str:
    """Which papers a question is confined to, in words."""
    return f"among the {len(scope)} papers of the answer before"


def order_words(order: Order) -> str:
    """In which order papers are wanted, in words."""
    return f"{order.value} first"


def filter_words(filters: Filters) -> list[str]:
    """The filters that are set, each in words."""
    words = []
    if filters.authors:
        who = (" and " if filters.together else " or ").join(filters.authors[:_NAMED])
        if len(filters.authors) > _NAMED:
            who += f" or {len(filters.authors) - _NAMED} others of that name"
        words.append(f"with {who} as first author" if filters.leading else f"by {who}")
    if filters.author_count:
        word = "author" if filters.author_count.most == 1 else "authors"
        words.append(f"with {filters.author_count} {word}")
    if filters.organisations:
        words.append("from " + " or ".join(filters.organisations))
    if filters.categories:
        words.append("in " + " or ".join(f"cs.{c}" for c in filters.categories))
    words += _venue_words(filters.venues)
    if filters.title_words:
        words.append("title with " + ", ".join(f"“{w}”" for w in filters.title_words))
    if filters.since:
        words.append(f"since {filters.since.isoformat()}")
    if filters.until:
        words.append(f"until {filters.until.isoformat()}")
    if filters.has_code is not None:
        words.append("with code" if filters.has_code else "without code")
    return words


def _venue_words(venues: Sequence[str]) -> list[str]:
    """The journals and conferences, each by one of its spellings."""
    called = list(dict.fromkeys(spellings(venues).values()))
    more = f" or {len(called) - _NAMED} others" if len(called) > _NAMED else ""
    return [f"in {' or '.join(called[:_NAMED])}{more}"] if called else []
