"""Answers what the largest or smallest figure of a thing is, and which are the next two."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.language.measures import measure_of, usual_unit
from rag.language.quantities import Quantity, may_give, quantities_in
from rag.question.extremes import Extreme, extreme_in
from rag.retrieve import Retriever
from rag.support.plain import plain
from rag.types import Draft, Evidence, Filters, Kind, Question
from rag.writers.extreme import write_extreme
from store.papers import TITLE

_SHOWN = 3


class Extremes:
    """Looks through the abstracts of one library for the figures of a thing."""

    def __init__(self, retriever: Retriever, own_first: OwnFirst) -> None:
        """Uses the sentences, and what tells of whom they speak."""
        self._retriever = retriever
        self._own_first = own_first

    def draft(self, asked: Question) -> tuple[Question, Draft] | None:
        """The extreme figure of all papers and the next two; None where no such is asked for."""
        if asked.named or asked.like or asked.filters != Filters() or asked.unwanted != Filters():
            return None
        extreme = extreme_in(asked.whole)
        if extreme is None or (asked.stated and asked.kind is Kind.LIST):
            return None
        found = self._first(extreme, asked)
        if not found or (len(found) == 1 and not _stands_alone(extreme.thing, found[0][0])):
            return None
        draft = write_extreme(extreme, found[:_SHOWN], len(found), self._retriever.library.papers)
        return replace(asked, kind=Kind.FACT), draft

    def _first(self, extreme: Extreme, asked: Question) -> list[tuple[Quantity, Evidence]]:
        """Each paper's own extreme, in order, all of the unit that most papers have."""
        figures = self._figures(extreme.thing, asked)
        units = Counter(unit for _, unit in {(e.paper_id, q.unit) for q, e in figures})
        usual = usual_unit(measure_of(extreme.thing))
        unit = max(units, key=lambda u: (units[u], u == usual), default="")
        ordered = sorted(
            ((q, e) for q, e in figures if q.unit == unit),
            key=lambda pair: -pair[0].value if extreme.largest else pair[0].value,
        )
        best: dict[str, tuple[Quantity, Evidence]] = {}
        for quantity, evidence in ordered:
            best.setdefault(evidence.paper_id, (quantity, evidence))
        return list(best.values())

    def _figures(self, thing: str, asked: Question) -> list[tuple[Quantity, Evidence]]:
        """The figures of a thing in the papers' sentences on themselves."""
        retriever, found = self._retriever, []
        for place, sentence in enumerate(retriever.library.sentences):
            if not retriever.opening[place] or sentence.section == TITLE:
                continue
            if asked.scope is not None and sentence.paper_id not in asked.scope:
                continue
            if not may_give(sentence.text, thing):
                continue
            quantities = quantities_in(plain(sentence.text), thing)
            if quantities and not self._is_background(sentence.paper_id, place):
                found += [(quantity, as_evidence(sentence)) for quantity in quantities]
        return found

    def _is_background(self, paper_id: str, place: int) -> bool:
        whose = self._own_first.read(paper_id).get(place)
        return whose is not None and whose.is_background


def _stands_alone(thing: str, quantity: Quantity) -> bool:
    """Whether a figure that one paper alone gives is surely one of the thing that is asked for.

    A count or an amount in a unit is; "a dataset of 418K problems" tells no size of data sets.
    """
    counts = thing.endswith("s") or re.search(r"\bnumber\b", thing, re.I) is not None
    return counts or bool(quantity.unit)
