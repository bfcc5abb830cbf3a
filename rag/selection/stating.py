"""Which papers state what a question wants stated: a figure within bounds, or being the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rag.evidence.finder import as_evidence
from rag.language.measures import FIRST, figures_in, gives_figure
from rag.language.stated import Stated
from rag.retrieve import Retriever
from rag.types import Evidence
from store.papers import TITLE, Sentence

_IS_FIRST = re.compile(
    r"\b(?:the|an?|our|their|its) (?:world['’]s |very )?first(?:-ever)?\b(?!-)"
    r"(?! (?:stages?|steps?|phases?|parts?|one|two|three|few|authors?|layers?|tokens?|half|place"
    r"|order|rows?|columns?|components?|years?|days?|levels?|cases?|sections?|types?|kinds?"
    r"|class|group|and|or|is|are|was|were|author|pass|row|term|derivative|of (?!its\b|their\b))\b)"
    r"|\bfirst[- ](?:of (?:its|their)[- ]kind|ever)\b|\b(?:is|are|be|being) first to\b"
    r"|\bpioneering\b",
    re.I,
)


class Stating:
    """Looks through the titles and abstracts of one library."""

    def __init__(self, retriever: Retriever) -> None:
        """Uses the retriever's sentences."""
        self._retriever = retriever
        self._last: tuple[Stated, Mapping[str, Evidence]] | None = None

    def papers(self, stated: Stated) -> Mapping[str, Evidence]:
        """The papers that state it, each with the first of its sentences that does.

        A question asks more than once, so what was found last is kept.
        """
        last = self._last
        if last is None or last[0] != stated:
            self._last = last = (stated, self._found(stated))
        return last[1]

    def _found(self, stated: Stated) -> Mapping[str, Evidence]:
        if stated.first:
            return self._in_order(stated)
        found: dict[str, Evidence] = {}
        for sentence in self._sentences():
            if sentence.paper_id not in found and _states(sentence.text, stated):
                found[sentence.paper_id] = as_evidence(sentence, 1.0)
        return found

    def _sentences(self) -> Iterator[Sentence]:
        """Those of the abstracts."""
        for place, sentence in enumerate(self._retriever.library.sentences):
            if self._retriever.opening[place] and sentence.section != TITLE:
                yield sentence

    def _in_order(self, stated: Stated) -> Mapping[str, Evidence]:
        """The papers that give such a figure, in the order of what each has first."""
        best: dict[str, tuple[float, Evidence]] = {}
        sign = 1.0 if stated.first == "largest" else -1.0
        for sentence in self._sentences():
            for value in figures_in(sentence.text, stated.unit, stated.of):
                if sentence.paper_id not in best or sign * value > best[sentence.paper_id][0]:
                    best[sentence.paper_id] = (sign * value, as_evidence(sentence, 1.0))
        ranked = sorted(best.items(), key=lambda item: -item[1][0])
        return {paper_id: evidence for paper_id, (_, evidence) in ranked}


def _states(text: str, stated: Stated) -> bool:
    if stated.unit == FIRST:
        return _IS_FIRST.search(text) is not None
    return gives_figure(text, stated.unit, stated.least, stated.most, stated.of)
