"""Two papers that a question sets side by side as a set of two: "compare the two cancer papers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answers.sets import Sets
from rag.question.understand import about_papers, understand
from rag.records.catalog import Catalog
from rag.records.sorting import put_in_order
from rag.selection.fitted import fitted
from rag.selection.select import Judge
from rag.types import Kind, Question

_TWO = re.compile(
    r"\b(?:the two|there are two|we have two|both(?: the| of the)?|the 2|(?:these|those) two) "
    r"(?P<set>(?:[\w'’/-]+ ){0,6}?(?:papers|studies|articles|works|reports|publications|protocols"
    r"|reviews|surveys|trials|benchmarks|guides|posters|pilots|meta-analyses)\b"
    r"(?: (?:about|on|by|from|of|with|that|which|in|using|for)"
    r"(?: (?!(?:compare|differ|contrast|have in|agree|disagree|say|each)\b)[^\s,;:?.!]+)+)?)",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:compar\w*|contrast\w*|differ\w*|versus|vs|in common|similar\w*|agree|disagree|each)\b",
    re.I,
)
# Says itself which two: "the two papers, the one on …", "the two older ones, the service and …".
_EACH = re.compile(r"\bthe (?:one|first|second|other)\b", re.I)
_APART = re.compile(r"[\w ]{0,12}[,:–-]\s*(?:the|that)\b", re.I)


class Pairs:
    """Makes out sets of two papers in one library."""

    def __init__(self, judge: Judge, sets: Sets, catalog: Catalog) -> None:
        """Uses the calibrated judge, and what the records allow of a set."""
        self._judge = judge
        self._sets = sets
        self._catalog = catalog

    def side_by_side(self, asked: Question) -> Question:
        """The question about the two papers that it means, or as it was where none are meant."""
        match = _TWO.search(asked.whole)
        rest = f"{asked.whole[: match.start()]} {asked.whole[match.end() :]}" if match else ""
        if match is None or _APART.match(asked.whole, match.end()):
            return asked
        if len(asked.named) > 1 or not _BESIDE.search(rest) or _EACH.search(rest):
            return asked
        meant = understand(f"which {match['set']}", self._catalog)
        among = self._sets.among(meant)
        if meant.topic and meant.kind is Kind.LIST:
            among = self._likeliest(meant, among)
        if meant.order:
            papers = put_in_order([self._catalog.papers[i] for i in among], meant.order)
            among = [paper.id for paper in papers]
        if len(among) < 2 or (len(among) > 2 and not meant.topic and not meant.order):
            return asked
        return about_papers(asked, tuple(among[:2]), rest)

    def _likeliest(self, meant: Question, among: Sequence[str]) -> list[str]:
        """The two papers that fit best; none where not even one fits, or no other comes near.

        Where an order picks the two, all that fit.
        """
        fitting = [v.paper_id for v in self._judge.select(meant, among).fitting]
        if not fitting or (meant.order and len(fitting) > 1):
            return fitting
        judged = [v for v in self._judge.judge(meant.topic, meant.relation) if v.paper_id in among]
        return [v.paper_id for v in judged[:2] if v.probability >= fitted().floor]
