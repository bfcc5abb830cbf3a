"""After a set, a paper by its name: "what about Argus?" asks of it what the set was asked for."""

from __future__ import annotations

from dataclasses import replace

from rag.conversation.variation import VARIES, short_name
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question, Relation

_DOES = {
    Relation.SOLELY: "deal with",
    Relation.ABOUT: "deal with",
    Relation.USES: "use",
    Relation.MENTIONS: "mention",
    Relation.INTRODUCES: "introduce",
}


def asked_of_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Whether what papers were asked for is true of one that a text names and nothing more."""
    last, varies = before.question, VARIES.match(text)
    if varies is None or last.kind not in (Kind.LIST, Kind.RECORD) or last.named:
        return None
    named, rest = catalog.named_in(text[varies.end() :])
    if len(named) != 1 or rest.strip(" ?.!") or last.tally or last.order or last.asks:
        return None
    name = short_name(named[0], catalog)
    if last.filters != Filters():
        return _by_record(name, named[0], last.filters, catalog)
    if last.kind is not Kind.LIST or not last.topic or last.without or named[0] in _shown(before):
        return None
    asked = understand(f"Does {name} {_DOES[last.relation]} {last.topic}?", catalog)
    return replace(asked, kind=Kind.FACT, topic="", named=named, filters=Filters())


def _by_record(name: str, paper_id: str, filters: Filters, catalog: Catalog) -> Question | None:
    """What the record says of the field that papers were chosen by."""
    if filters.has_code is not None:
        asked = f"Does {name} have code?"
    elif filters.authors:
        asked = f"Who wrote {name}?"
    elif filters.since or filters.until or filters.spells:
        asked = f"When was {name} published?"
    elif filters.organisations:
        asked = f"Which organisations are behind {name}?"
    elif filters.categories:
        asked = f"What is the category of {name}?"
    else:
        return None
    return replace(understand(asked, catalog), named=(paper_id,))


def _shown(before: Answer) -> set[str]:
    return {paper.id for paper in before.papers}
