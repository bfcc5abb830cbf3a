"""Reads a question anew where the first reading finds nothing: by whom and when it names.

A name then needs no cue, and words that are only told beside what records are asked for, or
that nothing says to be a subject, are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rag.language import wording
from rag.language.glosses import exemplified, glossed
from rag.language.topic import topic_of
from rag.question.asks import without_fields
from rag.question.scaffold import is_no_topic, is_said_to_be_about
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.names_anywhere import names_in, says_something_else, with_cues
from rag.types import Filters, Kind, Question

_SEVERAL = 2  # examples
_LONGEST = 500  # characters; who writes more says in it what is meant
_MANY = re.compile(
    r"\b(?:papers|articles|works|publications|studies|records|entries|titles|items|ones|everything"
    r"|anything|stuff|whatever|any|all|list|those|these|together|joint(?:ly)?|shared?"
    r"|what (?:lies|came|got|was|were|has been|is|appeared|dates|fell)|ever)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:not|no|nor|never|without|minus)\b|n['’]t\b", re.I)
_WHO = re.compile(r"\bwho (?!is\b|are\b|was\b|were\b)\w+|\b(?:most|fewest|least)\b", re.I)


def second_readings(
    asked: Question, catalog: Catalog, fits_some: Callable[[str], bool]
) -> Iterator[Question]:
    """Other readings of a question, in the order in which they are to be tried.

    `fits_some` says whether any paper fits a topic.
    """
    yield from _by_examples(asked, catalog, fits_some)
    yield from _by_whose(asked, catalog)


def _by_examples(
    asked: Question, catalog: Catalog, fits_some: Callable[[str], bool]
) -> Iterator[Question]:
    """A set by the examples of it that the question gives: "lab animals (mice, rats)".

    One alone that some paper has may be a word of another meaning: "sharks (great whites)".
    """
    said = glossed(asked.text) or exemplified(asked.text)
    if asked.kind is not Kind.LIST or said is None or not said.examples:
        return
    plain = understand(said.rest, catalog)
    if plain.kind is not Kind.LIST or not plain.topic or plain.filters != asked.filters:
        return
    topics = tuple(filter(None, map(topic_of, said.examples)))
    found = tuple(topic for topic in topics if fits_some(topic))
    if len(found) >= _SEVERAL and 2 * len(found) >= len(topics):
        read = replace(plain, facets=(), either=(*plain.either, *found), scope=asked.scope)
        yield replace(read, text=asked.text, whole=asked.whole)


def _by_whose(asked: Question, catalog: Catalog) -> Iterator[Question]:
    """A question by the people and the records that it may name without a cue."""
    if not _may_be_of_records(asked):
        return
    names = list(names_in(asked.whole, catalog.people, catalog.words))
    if says_something_else(asked.whole, names):
        return
    marked = with_cues(asked.whole, names, catalog.people)
    read = asked
    if marked != asked.whole:
        read = understand(marked, catalog)
        besides = tuple(dict.fromkeys((*read.besides, *asked.besides)))
        read = replace(read, text=asked.text, scope=asked.scope, besides=besides)
    denied = _DENIES.search(marked) and read.unwanted == Filters() and read.filters.has_code is None
    if denied or (read.named and not asked.named):
        return
    if marked != asked.whole:
        yield read
    chooses = read.filters != Filters() or read.unwanted != Filters() or read.order
    topic = read.topic
    if read.kind is Kind.FACT and chooses:
        topic = topic_of(without_fields(parse_filters(marked, catalog).rest))
    elif read.kind is not Kind.LIST:
        return
    if chooses and not _asks_more(marked, topic) and not is_said_to_be_about(marked, topic):
        asks = tuple(field for field in read.asks if field == "venue")
        yield replace(read, kind=Kind.RECORD, topic="", without="", asks=asks)


def _may_be_of_records(asked: Question) -> bool:
    """Whether papers are asked for, of which none is named, and nothing but whose they are."""
    if len(asked.whole) > _LONGEST:
        return False
    of_many = asked.kind in (Kind.LIST, Kind.RECORD) or _MANY.search(asked.whole)
    if not of_many or (asked.named and not wording.LIST.search(asked.whole)):
        return False
    of_one = wording.ONE_PAPER.search(asked.whole)
    return not of_one and not wording.HOW_MANY_THINGS.search(asked.whole)


def _asks_more(text: str, topic: str) -> bool:
    """Whether words that were not understood change what is asked: a name, a "who", a doing.

    Such as "papers Low hates".
    """
    named = any(word[0].isupper() and not text.startswith(word) for word in topic.split())
    return bool(named or _WHO.search(text) or _does_something(text, topic))


def _does_something(text: str, topic: str) -> bool:
    """Whether a word of the topic follows a name as what its bearer does."""
    words = (word for word in topic.split() if not is_no_topic(word, word))
    return any(re.search(rf"\b[A-Z][\w’'-]+ {re.escape(word)}\b", text) for word in words)
