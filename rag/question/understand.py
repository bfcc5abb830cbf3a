"""Understands a question: its kind, its topic, the papers it names, what it asks of records."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language import wording
from rag.language.exclusions import each_excepted
from rag.language.facets import said_as_both
from rag.language.not_both import not_both
from rag.language.plain_denials import denied_plainly
from rag.language.proper import name_of
from rag.language.spared import is_done_without, is_unused, is_utterly_denied, needed_thing
from rag.language.stated import stated_in
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.also_asked import also_asked
from rag.question.askable import check
from rag.question.asked_part import asked_part
from rag.question.asks import asked_fields, fields_of, without_fields
from rag.question.both_sides import both_sides
from rag.question.intent import is_for_set
from rag.question.kin import with_kin
from rag.question.kinds import SAID, UNSAID, is_bare, with_kind
from rag.question.loose_fields import loose_fields
from rag.question.more_than import more_than
from rag.question.portions import portion_in
from rag.question.relations import relation_of
from rag.question.said_again import said_again
from rag.question.side_by_side import side_by_side
from rag.question.similar_to import similar_to
from rag.question.superlatives import with_ends_named
from rag.question.told_of_each import told_of_each
from rag.records.catalog import Catalog
from rag.records.dated_by import with_dates_put
from rag.records.filters import parse_filters
from rag.records.lengths import asked_length, measured_order
from rag.records.likened import likened
from rag.records.order import ordered_as, wanted_limit
from rag.records.overview import OVERVIEW, asks_overview
from rag.types import Filters, Kind, Question, Relation
from store.lexical import terms

_SHOUTED = 2  # words; so many capitals alone may be a name
_CO = re.compile(r"\(co-?\)-?(?=author|wr[io]t)", re.I)


def understand(text: str, catalog: Catalog) -> Question:
    """Reads one question on its own; raises QuestionError where there is nothing to read."""
    text = _tidied(text)
    if (plain := denied_plainly(text)) != text:
        return replace(understand(plain, catalog), text=text)
    if asks_overview(text):
        return Question(text, text, Kind.RECORD, asks=(OVERVIEW,))
    if ends := with_ends_named(text, catalog, lambda part: _understood(part, catalog)):
        return replace(understand(ends, catalog), text=text)
    if like := _like_another(text, catalog):
        return like
    if several := _of_several_sets(text, catalog):
        return several
    if stating := _stating(text, catalog) or _portion(text, catalog):
        return stating
    one_alone, plain = not_both(text)
    if one_alone and (read := _understood(plain, catalog)).kind is Kind.LIST:
        return replace(read, text=text, whole=text, alone=True)
    plain, told = told_of_each(text)
    if told and _asks_for_papers(read := _understood(plain, catalog)):
        return replace(read, text=text, told=told)
    return said_again(text, lambda part: _understood(part, catalog))


def _like_another(text: str, catalog: Catalog) -> Question | None:
    """A question for papers like a named one; None for any that also says what they are about."""
    like = similar_to(text, catalog)
    if like is None:
        return None
    read = _understood(like.rest, catalog)
    count = int(read.topic) if read.topic.isdecimal() else None  # "three papers like A"
    if read.named or read.tally or (read.topic and count is None):
        return None
    whole = replace(read, text=text, whole=text, kind=Kind.LIST, topic="", asks=())
    besides = (*read.besides, like.paper_id)
    return replace(whole, like=like.paper_id, besides=besides, limit=count or read.limit)


def _of_several_sets(text: str, catalog: Catalog) -> Question | None:
    """A question for several sets, each by itself; None for any other."""

    def read(words: str) -> Question | None:
        return _plain_set(words, catalog)

    if than := more_than(text):
        parts = both_sides(than, read, catalog.people.knows)
    else:
        parts = tuple(filter(None, map(read, said := side_by_side(text))))
        parts = parts if len(parts) == len(said) else ()
    if not parts:
        return None
    first, *others = parts
    if others[0].topic and first.filters != Filters():  # "from 2023 on A, and how many on B?"
        others = [
            replace(part, filters=first.filters) if part.filters == Filters() else part
            for part in others
        ]
    counted = wording.counts_papers(text, text, 0)
    kind = Kind.LIST if first.topic else Kind.RECORD
    whole = replace(first, text=text, whole=text, kind=kind, counted=counted)
    return replace(whole, parts=(first, *others))


def _plain_set(words: str, catalog: Catalog) -> Question | None:
    part = _understood(words, catalog)
    return part if _is_plain_set(part) else None


def _portion(text: str, catalog: Catalog) -> Question | None:
    """A question for a share of a set, or whether all of it is so; None for any other."""
    if (portion := portion_in(text)) is None:
        return None
    base = _understood(f"which {portion.base}", catalog)
    those = _understood(f"which {portion.those}", catalog)
    of_set = _is_plain_set(base) and _is_plain_set(those) and those.topic == base.topic
    if not of_set or those.filters == base.filters:
        return None
    return replace(those, text=text, whole=text, counted=True, portion_of=base)


def _is_plain_set(read: Question) -> bool:
    """Whether papers on a topic, or with something in their records, are asked for."""
    if not (read.topic or read.filters != Filters()):
        return False
    plain = Question(read.text, read.whole, read.kind, read.topic, filters=read.filters)
    said = replace(read, relation=Relation.ABOUT, facets=())
    return read.kind in (Kind.LIST, Kind.RECORD) and plain == said


def _stating(text: str, catalog: Catalog) -> Question | None:
    """A question for the papers that state a figure within bounds, or that they are the first."""
    stated, rest = stated_in(text)
    if stated is None or catalog.named_in(text)[0]:
        return None
    if not (wording.LIST.search(text) or wording.PAPERS.search(text) or is_bare(text)):
        return None
    read = _understood(rest if wording.PAPERS.search(rest) else f"papers {rest}", catalog)
    if not _asks_for_papers(read):
        return None
    says = set(terms(read.topic)) - GENERIC or "sorting" in read.topic  # and not "this sort"
    topic = read.topic if says else ""
    whole = replace(read, text=text, whole=text, kind=Kind.LIST, topic=topic, asks=())
    return replace(whole, stated=stated, order=None, limit=None, ends=False)


def _asks_for_papers(read: Question) -> bool:
    """Whether papers are asked for, and nothing else of them."""
    of_records = read.kind is Kind.RECORD and not (read.named or read.tally or read.asks)
    return read.kind is Kind.LIST or of_records


def _understood(text: str, catalog: Catalog) -> Question:
    whole = with_kin(catalog.speller.mended(said_as_both(_CO.sub("", text))), catalog)
    read = with_dates_put(whole, catalog)
    if like := likened(read, catalog):
        read = like.text
    also, alone = also_asked(read)
    ends = bool(also) and wanted_limit(alone) == 1 and not catalog.named_in(alone)[0]
    read = alone if ends else read
    named, unnamed = _named_in(read, catalog)
    parsed = parse_filters(catalog.intext.without(read), catalog)
    besides, excluded = catalog.named_in(parsed.without)
    if besides and (wording.LIST.search(parsed.rest) or is_bare(parsed.rest)):
        named = tuple(paper_id for paper_id in named if paper_id not in besides)
    else:
        besides, excluded = (), parsed.without
    if like and like.paper_id:
        besides = (*besides, like.paper_id)
    rest = catalog.collocations.joined(parsed.rest)
    asked_in = unnamed if named else rest
    question = Question(
        text=text,
        whole=whole,
        kind=Kind.FACT,
        filters=parsed.filters,
        unwanted=parsed.unwanted,
        named=named,
        besides=besides,
        relation=relation_of(rest),
        counted=wording.counts_papers(read, unnamed, len(named)),
        asks=_fields(asked_in, bool(named), catalog, also if ends else ""),
    )
    question = _excluding(ordered_as(question, asked_in), excluded, catalog)
    if len(named) > 1 and _chooses_by_record(question, unnamed, catalog):
        return replace(question, kind=Kind.RECORD, named=(), scope=named, asks=())
    if named and _is_told_by_record(question, unnamed, catalog):
        return replace(question, kind=Kind.RECORD, asks=fields_of(question.filters))
    return with_kind(
        question, catalog.collocations.joined(measured_order(unnamed)[1]), measured_order(rest)[1]
    )


def _excluding(question: Question, excluded: str, catalog: Catalog) -> Question:
    """The question with what it excludes, and how that must not stand to a paper."""
    excluded = each_excepted(question.text, excluded)
    without = needed_thing(topic_of(catalog.collocations.joined(excluded)))
    if not without:
        return question
    brought_in = relation_of(excluded) is Relation.INTRODUCES
    denied = Relation.INTRODUCES if brought_in else Relation.SOLELY
    used = question.relation is Relation.USES  # "results on A, but none on B"
    if is_unused(question.text):
        denied = Relation.USES
    elif is_utterly_denied(question.text) or (used and name_of(without)):
        denied = Relation.MENTIONS
    return replace(question, without=without, spared=is_done_without(question.text), denied=denied)


def _tidied(text: str) -> str:
    """The text in single spaces, and in small letters where all of it is shouted."""
    check(text)
    text = " ".join(text.split())
    return text.lower() if text.isupper() and len(text.split()) > _SHOUTED else text


def _fields(text: str, named: bool, catalog: Catalog, also: str = "") -> tuple[str, ...]:
    """The fields of records that a text asks for; of papers that it names in few words, too.

    `also` is one that was asked for behind it.
    """
    asks = asked_fields(measured_order(asked_part(text))[1])
    venue = ("venue",) if catalog.venues.asked_in(text) else ()
    length = asked_length(text) if named else ""
    if length:
        return (length,)
    more = (also,) if also else ()
    return tuple(dict.fromkeys((*asks, *more, *venue, *(loose_fields(text) if named else ()))))


def _named_in(read: str, catalog: Catalog) -> tuple[tuple[str, ...], str]:
    """The papers that a text names, by a family's name too, and the text without their names."""
    family = wording.FAMILY.search(read)
    if family and (kin := catalog.family(family["name"])):
        return kin, f"{read[: family.start()]} the papers {read[family.end() :]}"
    rest = catalog.venues_in(read).rest
    by_patterns = wording.LIST.search(read) or is_bare(read)
    of_all = is_for_set(read, SAID if by_patterns else UNSAID)
    if of_all and all(
        catalog.is_plain(rest[start:end]) for start, end, _ in catalog.places_named_in(rest)
    ):
        return (), rest
    return catalog.named_in(rest)


def about_papers(question: Question, named: tuple[str, ...], unnamed: str) -> Question:
    """A question about papers that it names otherwise than by their names.

    `unnamed` are its words without those that stand for the papers.
    """
    plain = Question(question.text, question.whole, Kind.FACT, named=named)
    asks = asked_fields(measured_order(unnamed)[1])
    read = with_kind(ordered_as(replace(plain, asks=asks), unnamed), unnamed, unnamed)
    if read.named != named:  # a set was read into what is left
        return replace(plain, kind=Kind.COMPARE, topic=unnamed)
    return read


def _is_told_by_record(question: Question, unnamed: str, catalog: Catalog) -> bool:
    """Whether yes or no is asked of what named papers' records say: "Is T-MAC from 2024?"."""
    if question.filters == Filters() or not wording.YES_NO.search(unnamed):
        return False
    return not topic_of(without_fields(parse_filters(unnamed, catalog).rest))


def _chooses_by_record(question: Question, unnamed: str, catalog: Catalog) -> bool:
    """Whether it is asked which of named papers have something in their records."""
    if question.filters == Filters() or question.order or not wording.WHICH_OF.search(unnamed):
        return False
    if set(question.asks) - {"authors"}:
        return False
    return not topic_of(without_fields(parse_filters(unnamed, catalog).rest))
