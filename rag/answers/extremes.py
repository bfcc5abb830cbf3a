"""Answers what the largest or smallest figure of a thing is, and which are the next two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from rag.answers.sets import Sets
from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.language.counts import is_counted
from rag.language.measures import measure_of, usual_unit
from rag.language.quantities import ABSOLUTE, Quantity, called, may_give, quantities_in
from rag.question.extremes import Extreme, extreme_in
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.select import Judge
from rag.support.plain import plain
from rag.types import Draft, Evidence, Filters, Kind, Question
from rag.writers.extreme import write_extreme
from store.lexical import terms
from store.papers import TITLE, Sentence

_SHOWN, _MOST_SHOWN = 3, 20
_ON = re.compile(r"^(?:on|in|for|at|with|under|of)\b ?(?:the |an? )?(?!any\b|all\b)", re.I)
Found = list[tuple[Quantity, Evidence]]


class Extremes:
    """Looks through the abstracts of one library for the figures of a thing."""

    def __init__(
        self,
        retriever: Retriever,
        own_first: OwnFirst,
        sets: Sets,
        judge: Judge,
        catalog: Catalog,
    ) -> None:
        """Uses the sentences, what tells of whom they speak, and what tells which papers fit."""
        self._retriever = retriever
        self._own_first = own_first
        self._sets = sets
        self._judge = judge
        self._catalog = catalog

    def draft(self, asked: Question) -> tuple[Question, Draft] | None:
        """The extreme figure of the papers meant and the next two; None where none is asked for."""
        if asked.named or asked.like or (asked.stated and asked.kind is Kind.LIST):
            return None
        extreme = extreme_in(asked.whole)
        if extreme is None:
            return None
        found, among = self._among(extreme, asked)
        if not found or (len(found) == 1 and not _stands_alone(extreme.thing, found[0][0])):
            return None
        papers, shown = self._retriever.library.papers, min(extreme.limit or _SHOWN, _MOST_SHOWN)
        draft = write_extreme(extreme, found[:shown], len(found), papers, among)
        return replace(asked, kind=Kind.FACT), draft

    def _among(self, extreme: Extreme, asked: Question) -> tuple[Found, int]:
        """The papers' figures in order, and among how many they were looked for; 0 for all.

        "On CPUs" tells of which figure, where sentences have it with one, and else of which papers.
        """
        pool = self._sets.among(replace(asked, stated=None))
        if extreme.papers:
            pool = self._fitting(extreme.papers, pool)
        on = ""
        if extreme.tail:
            meant = understand(f"which papers {extreme.tail}", self._catalog)
            if meant.filters == Filters() and meant.unwanted == Filters():
                on = _ON.sub("", extreme.tail) if _ON.match(extreme.tail) else ""
            if not on or not (found := self._first(extreme, pool, on)):
                pool, on = self._fitting(f"which papers {extreme.tail}", pool), ""
            else:
                return found, self._narrowed(pool)
        return self._first(extreme, pool, on), self._narrowed(pool)

    def _narrowed(self, pool: Collection[str]) -> int:
        return len(pool) if len(pool) < len(self._catalog.papers) else 0

    def _fitting(self, text: str, pool: Collection[str]) -> list[str]:
        """Those of the papers that a question for a set asks for."""
        meant = understand(text, self._catalog)
        among = [i for i in self._sets.among(meant) if i in pool]
        if not meant.topic:
            return among
        return [judged.paper_id for judged in self._judge.select(meant, among).fitting]

    def _first(self, extreme: Extreme, pool: Collection[str], on: str) -> Found:
        """Each paper's own extreme, in order, all of the unit that most papers have.

        The fewest of what is counted is of the papers that have it, each with all it has.
        """
        figures = list(self._figures(extreme.thing, {*pool}, on))
        units = Counter(unit for _, unit in {(e.paper_id, q.unit) for q, e in figures})
        usual = usual_unit(measure_of(extreme.thing))
        unit = max(units, key=lambda u: (units[u], u == usual), default="")
        counted = not unit and is_counted(extreme.thing) and called(extreme.thing) not in ABSOLUTE
        of_unit = [(q, e) for q, e in figures if q.unit == unit]
        own = _in_order(of_unit, largest=extreme.largest or counted)
        best: dict[str, tuple[Quantity, Evidence]] = {}
        for quantity, evidence in own:
            best.setdefault(evidence.paper_id, (quantity, evidence))
        return _in_order(best.values(), largest=extreme.largest)

    def _figures(
        self, thing: str, pool: Collection[str], on: str
    ) -> Iterable[tuple[Quantity, Evidence]]:
        """The figures of a thing in the papers' sentences on themselves, and on what is named."""
        retriever = self._retriever
        for place, sentence in enumerate(retriever.library.sentences):
            if not retriever.opening[place] or sentence.section == TITLE:
                continue
            if sentence.paper_id not in pool or not may_give(sentence.text, thing):
                continue
            quantities = quantities_in(plain(sentence.text), thing, on)
            if (
                quantities
                and _speaks_of(sentence, on)
                and not self._is_background(sentence.paper_id, place)
            ):
                yield from ((quantity, as_evidence(sentence)) for quantity in quantities)

    def _is_background(self, paper_id: str, place: int) -> bool:
        whose = self._own_first.read(paper_id).get(place)
        return whose is not None and whose.is_background


def _in_order(figures: Iterable[tuple[Quantity, Evidence]], *, largest: bool) -> Found:
    return sorted(figures, key=lambda pair: -pair[0].value if largest else pair[0].value)


def _speaks_of(sentence: Sentence, on: str) -> bool:
    """Whether a sentence has all words of what a figure is to be on; "AIME24" is of AIME."""
    held = terms(sentence.text, joined=False)
    return all(any(own.startswith(term) for own in held) for term in terms(on, joined=False))


def _stands_alone(thing: str, quantity: Quantity) -> bool:
    """Whether a figure that one paper alone gives is surely one of the thing that is asked for.

    A count or an amount in a unit is; "a dataset of 418K problems" tells no size of data sets.
    """
    return is_counted(thing) or bool(quantity.unit)
