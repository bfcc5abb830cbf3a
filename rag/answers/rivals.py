"""Which of two papers has more of what a question weighs them by, as far as their figures tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.question.rivalry import Rivalry, rivalry_in
from rag.records.catalog import Catalog
from rag.support.names import squeezed
from rag.support.plain import plain
from rag.support.rated import Rated, may_be_given, rated
from rag.types import Claim, Draft, Evidence, Question
from rag.writers.verdict import none_given, write_not_alike, write_said_so, write_verdict

_BEATS = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beats?|faster|quicker|better|more accurate"
    r"|speed-?ups?|superior)\b[^.;]{0,60}$",
    re.I,
)
_TO_THE_TOP = ("context length",)  # of several lengths that a paper speaks of, what it reaches
_TO_THE_BOTTOM = ("bit width",)


class Rivals:
    """Weighs two papers of one library by the figures that they give."""

    def __init__(self, catalog: Catalog, own_first: OwnFirst) -> None:
        """Uses the papers' names, and what tells of whom a sentence speaks."""
        self._catalog = catalog
        self._own_first = own_first

    def judged(self, asked: Question, draft: Draft) -> Draft:
        """The comparison with the verdict above it that the papers' own figures bear out."""
        rivalry = rivalry_in(asked.whole) if len(asked.named) == 2 else None
        if rivalry is None:
            return draft
        if verdict := self._said_so(rivalry, asked.named):
            return replace(draft, verdict=verdict)
        papers = self._catalog.papers
        figures = [self._rated(rivalry, i) for i in asked.named]
        on, figures = self._on_what_is_named(asked, figures)
        given = [found for found in figures if found]
        if len(given) < 2:
            silent = [papers[i].text for i, f in zip(asked.named, figures, strict=True) if not f]
            if any(_may_give(rivalry, on, text) for text in silent):
                return draft
            lead = none_given(rivalry, given[0] if given else (), on, papers)
            return replace(draft, lead=f"{lead}\n\n{draft.lead}")
        pairs = [p for p in product(*figures) if p[0].is_like(p[1], rivalry.measure)]
        if pairs:
            return replace(draft, verdict=self._weighed(rivalry, pairs))
        unlike = write_not_alike(rivalry, figures[0][0], figures[1][0], papers)
        return replace(draft, verdict=unlike)

    def _weighed(self, rivalry: Rivalry, pairs: Sequence[tuple[Rated, ...]]) -> Claim | None:
        """The verdict, where in each pair all figures of the same paper lie above the other's."""
        # More of a factor by which memory, energy or latency is cut leaves less of it.
        upward = rivalry.more != (rivalry.measure in ("memory", "energy", "latency"))
        ahead = {_ahead(one, other) for one, other in pairs}
        if len(ahead) != 1 or 0 in ahead:
            return None
        one, other = pairs[0] if (ahead == {1}) == upward else pairs[0][::-1]
        return write_verdict(rivalry, one, other, self._catalog.papers)

    def _rated(self, rivalry: Rivalry, paper_id: str) -> list[Rated]:
        """What a paper gives; of lengths and widths the one that it reaches."""
        own = self._catalog.own_names(paper_id)
        found = rated(rivalry.measure, self._own(paper_id), own)
        found = [one for one in found if not (rivalry.measure == "model size" and one.against)]
        if not found:
            return []
        if rivalry.measure in (*_TO_THE_TOP, *_TO_THE_BOTTOM):
            end = max if rivalry.measure in _TO_THE_TOP else min
            one = end(found, key=lambda r: end(r.values))
            place = one.values.index(end(one.values))
            return [replace(one, values=(one.values[place],), shown=(one.shown[place],))]
        return found

    def _on_what_is_named(
        self, asked: Question, figures: list[list[Rated]]
    ) -> tuple[str, list[list[Rated]]]:
        """The benchmark or machine that the question names besides the papers, and figures on it.

        None, and all figures, where neither paper has any on it.
        """
        _, rest = self._catalog.named_in(asked.whole)
        words = re.findall(r"\w[\w.+-]*", rest)
        named = {squeezed(word): word for word in words if re.search(r"\w[A-Z\d]", word)}
        held = {name for found in figures for one in found for name in one.on | one.against}
        on = [word for name, word in named.items() if any(_is_of(name, other) for other in held)]
        if not on:
            return "", figures
        wanted = {squeezed(word) for word in on}
        return " ".join(on), [
            [r for r in f if any(_is_of(w, n) for w in wanted for n in r.on | r.against)]
            for f in figures
        ]

    def _said_so(self, rivalry: Rivalry, named: Sequence[str]) -> Claim | None:
        """What one paper says of itself and the other by its name; of speed and accuracy alone."""
        if rivalry.measure not in ("speed", "accuracy") or not rivalry.more:
            return None
        for own, other in (named, named[::-1]):
            names = [n for n in self._catalog.own_names(other) if squeezed(n)]
            for evidence in self._own(own):
                if any(_beats(name, plain(evidence.text)) for name in names):
                    return write_said_so(self._catalog.papers[own], evidence)
        return None

    def _own(self, paper_id: str) -> list[Evidence]:
        """The sentences of the abstract that are not on what was before the paper."""
        read = self._own_first.of_openings(paper_id)
        return [as_evidence(sentence) for sentence, whose in read if not whose.is_background]


def _ahead(one: Rated, other: Rated) -> int:
    """1 where all figures of one lie above the other's, -1 where below, 0 where neither."""
    above, below = min(one.values) > max(other.values), max(one.values) < min(other.values)
    return int(above) - int(below)


def _may_give(rivalry: Rivalry, on: str, text: str) -> bool:
    """Whether a text may give a figure of what is asked, on what the question names for it."""
    if on:
        return any(re.search(rf"(?<!\w){re.escape(name)}\d*\b", text) for name in on.split())
    return may_be_given(rivalry.measure, text)


def _is_of(name: str, other: str) -> bool:
    """Whether two names are one, or one is an edition of the other: AIME and AIME24."""
    if name == other:
        return True
    bare, whole = sorted((name, other), key=len)
    return not bare[-1:].isdigit() and re.fullmatch(rf"{re.escape(bare)}\d+", whole) is not None


def _beats(name: str, text: str) -> bool:
    match = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    return match is not None and _BEATS.search(text[: match.start()]) is not None
