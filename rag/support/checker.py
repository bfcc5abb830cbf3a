"""Checks what a language model claims against the spans that it cites, whatever model it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rag.catalog import Catalog
from rag.support.binding import wrongly_bound
from rag.support.coverage import Coverage, coverage, drag
from rag.support.direction import turned_round
from rag.support.figures import wrong_figure
from rag.support.names import strange_name
from rag.types import Evidence
from store.embed import Vectors
from store.library import Library

# From `footnote eval checker`, on the half of the claims that is for tuning.
WORDS, MEANING, BARE, DOUBTFUL, DRAG = 0.5, 0.4, 1.2, 0.7, 0.02
# Other words for all of it: so near in meaning that a barer run may stand, if no phrase of the
# claim leads away from what it cites.
CLOSE, BAREST = 0.78, 1.9
_LEAST = 3  # words of letters
_LONGEST = 600  # characters; a longer claim is no sentence
_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|https?://|www\.|```")


class Checker:
    """Checks claims about the papers of one library."""

    def __init__(self, library: Library, catalog: Catalog) -> None:
        """Uses the library's embedder, and the catalog's names and word counts."""
        self._library = library
        self._catalog = catalog
        self._papers = len(library.papers)
        self._embed = lru_cache(maxsize=20_000)(self._embed_now)

    def fault(self, claim: str, spans: Sequence[Evidence]) -> str:
        """Why a claim may not be shown, in words for its writer; empty where it may."""
        if why := _no_sentence(claim):
            return why
        texts = [span.text for span in spans]
        own = self._own(spans)
        return (
            wrong_figure(claim, texts)
            or strange_name(claim, texts, own, self._catalog.names)
            or turned_round(claim, texts)
            or wrongly_bound(claim, texts, own)
            or self._beyond(claim, spans)
        )

    def _beyond(self, claim: str, spans: Sequence[Evidence]) -> str:
        """What a claim says that its spans do not."""
        found = self.coverage(claim, spans)
        if found.meaning < MEANING:
            return "it says something else than what it cites"
        barest = BAREST if found.meaning >= CLOSE else BARE
        if found.words < WORDS or found.bare > barest:
            return "it says more than what it cites"
        if found.bare > DOUBTFUL:
            # An embedding for each phrase: only where words leave a doubt.
            led_away = drag(claim, [span.text for span in spans], self._embed)
            allowed = DRAG if found.bare <= BARE else 0.0
            return "it adds something to what it cites" if led_away > allowed else ""
        return ""

    def coverage(self, claim: str, spans: Sequence[Evidence]) -> Coverage:
        """How much of a claim the spans cover."""
        texts = [span.text for span in spans]
        return coverage(claim, texts, self._own(spans), self._embed, self._weight)

    def _own(self, spans: Sequence[Evidence]) -> list[str]:
        """The names of the papers that are cited."""
        ids = dict.fromkeys(span.paper_id for span in spans)
        return [name for i in ids for name in self._names_of(i)]

    def _names_of(self, paper_id: str) -> list[str]:
        title = self._library.papers[paper_id].title
        return [title, *self._catalog.own_names(paper_id)]

    def _weight(self, term: str) -> float:
        """Half of it alike for every word, half by inverse document frequency."""
        rarity = np.log((1 + self._papers) / (0.5 + self._catalog.words.get(term, 0)))
        return float(0.5 + 0.5 * rarity / np.log(2 * (1 + self._papers)))

    def _embed_now(self, text: str) -> Vectors:
        return self._library.embed(text)


def _no_sentence(claim: str) -> str:
    if len(re.findall(r"[^\W\d_]{2,}", claim)) < _LEAST:
        return "it is no sentence"
    if len(claim) > _LONGEST:
        return "it is too long for one statement"
    if _MARKUP.search(claim):
        return "it holds a link or markup"
    return ""
