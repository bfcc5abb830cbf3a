"""Checks what a language model claims against the spans that it cites, whatever model it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from rag.language.compounds import Phrase
from rag.language.synonyms import synonyms
from rag.records.catalog import Catalog
from rag.support.binding import wrongly_bound
from rag.support.coverage import coverage, drag
from rag.support.crossing import crossed
from rag.support.direction import turned_round
from rag.support.figures import wrong_figure
from rag.support.names import strange_name
from rag.support.reach import goes_further
from rag.types import Evidence
from store.embed import Vectors
from store.library import Library

# What speaks against a claim, in the units of a logistic regression over the claims of
# eval/claims.jsonl and what is made of them, by cross-validation; docs/decisions.md.
BARE, DRAG, MEANING, MOST = 4.1, 14.4, -2.1, 2.2
_LEAST_MEANING = 0.3  # below, it speaks of something else, whatever its words
_LEAST = 3  # words of letters
LONGEST = 600  # characters; a longer claim is no sentence
_PRONOUN = re.compile(
    r"^(?:(?:however|also|moreover|furthermore|additionally|thus|hence|then|consequently), )?"
    r"(?:it|its|they|their|that|those)\b"
    r"|\b(?:this|these|such) (?!papers?\b|work\b|study\b|poster\b|article\b|as\b|an?\b)",
    re.I,
)
# "Faster than GSM8K." has no subject, "The claim is that …" the wrong one.
_FRAGMENT = re.compile(
    r"^(?!rather|other)(?:\w+er|(?:more|less) [\w-]+) than\b[^,]*$"
    r"|^the claim (?:is )?that\b",
    re.I,
)
# Cut short by its writer: after these a sentence goes on. Prepositions may end one ("runs on").
_BROKEN_OFF = re.compile(
    r"(?:\b(?:and|or|but|the|an?|into|than|whose|because|our|its|their)|[,;:(])\s*[.…]*\s*$"
)
_JOINED = re.compile(r";\s+|,? (?:while|whereas|but)\b ?|(?<=[.?!])\s+(?=[A-Z])")
_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|https?://|www\.|```")


class Checker:
    """Checks claims about the papers of one library."""

    def __init__(self, library: Library, catalog: Catalog) -> None:
        """Uses the library's embedder, and the catalog's names and word counts."""
        self._library = library
        self._catalog = catalog
        self._papers = len(library.papers)
        self._before = {
            (after.paper_id, after.section, after.start): sentence.text
            for sentence, after in pairwise(library.sentences)
            if (sentence.paper_id, sentence.section) == (after.paper_id, after.section)
        }
        self._embed = lru_cache(maxsize=20_000)(self._embed_now)

    def fault(self, claim: str, spans: Sequence[Evidence]) -> str:
        """Why a claim may not be shown, in words for its writer; empty where it may."""
        papers = dict.fromkeys(span.paper_id for span in spans)
        if len(papers) > 1:
            each = [[span for span in spans if span.paper_id == one] for one in papers]
            return self._spliced(claim, each)
        if why := _no_sentence(claim):
            return why
        texts = [span.text for span in spans]
        own, whole = self._own(spans), [self._made_whole(span) for span in spans]
        return (
            wrong_figure(claim, texts)
            or strange_name(claim, whole, own, self._catalog.names)
            or turned_round(claim, texts)
            or wrongly_bound(claim, texts, own)
            or goes_further(claim, texts)
            or crossed(claim, texts)
            or self._beyond(claim, spans)
        )

    def _spliced(self, claim: str, each: Sequence[Sequence[Evidence]]) -> str:
        """Why a claim on several papers may not be shown: each part must rest on one of them.

        "Flex reaches 8.2x", where Flex is of one paper and 8.2x of another, is of neither.
        """
        parts = [part for part in _JOINED.split(claim) if part.strip(" .,;")]
        for part in parts:
            if all(self.fault(part, own) for own in each):
                return "it joins what different papers say"
        return ""

    def _beyond(self, claim: str, spans: Sequence[Evidence]) -> str:
        """What a claim says that its spans do not; "it" is what the sentence before speaks of."""
        own, texts = self._own(spans), [span.text for span in spans]
        why = self._uncovered(claim, texts, own)
        whole = [self._made_whole(span) for span in spans]
        return why if not why or whole == texts else self._uncovered(claim, whole, own)

    def _uncovered(self, claim: str, texts: Sequence[str], own: Sequence[str]) -> str:
        found = coverage(claim, texts, own, self._embed, self._weight, self._meant)
        if found.meaning < _LEAST_MEANING:
            return "it says something else than what it cites"
        against = BARE * found.bare + MEANING * found.meaning
        if against > MOST:
            return "it says more than what it cites"
        # An embedding for each phrase: only where words leave a doubt.
        if against + DRAG * drag(claim, texts, self._embed) > MOST:
            return "it adds something to what it cites"
        return ""

    def _made_whole(self, span: Evidence) -> str:
        """A sentence that points back ("it", "this operation"), after the one before it."""
        if not _PRONOUN.search(span.text):
            return span.text
        before = self._before.get((span.paper_id, span.section, span.start), "")
        return f"{before} {span.text}".strip()

    def _own(self, spans: Sequence[Evidence]) -> list[str]:
        """The names of the papers that are cited."""
        ids = dict.fromkeys(span.paper_id for span in spans)
        return [name for i in ids for name in self._names_of(i)]

    def _names_of(self, paper_id: str) -> list[str]:
        title = self._library.papers[paper_id].title
        return [title, *self._catalog.own_names(paper_id)]

    def _meant(self, term: str) -> Iterable[Phrase]:
        """What an acronym stands for, in the field or in this library."""
        return (*synonyms().get((term,), ()), *self._catalog.acronyms.get(term, ()))

    def _weight(self, term: str) -> float:
        """Half of it alike for every word, half by inverse document frequency."""
        rarity = np.log((1 + self._papers) / (0.5 + self._catalog.words.get(term, 0)))
        return float(0.5 + 0.5 * rarity / np.log(2 * (1 + self._papers)))

    def _embed_now(self, text: str) -> Vectors:
        return self._library.embed(text)


def _no_sentence(claim: str) -> str:
    if len(re.findall(r"[^\W\d_]{2,}", claim)) < _LEAST or _FRAGMENT.search(claim):
        return "it is no sentence"
    if _BROKEN_OFF.search(claim):
        return "it breaks off"
    if len(claim) > LONGEST:
        return "it is too long for one statement"
    if _MARKUP.search(claim):
        return "it holds a link or markup"
    return ""
