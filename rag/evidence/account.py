"""What a paper says of itself: what it does, what came of it, and what touches a topic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.evidence.weighing import AVAILABILITY
from rag.question.summary_wording import ABSTRACT
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.types import Evidence
from store.papers import TITLE

PROPOSES, HOW, ASKED = "What it does", "How", "On what is asked"
REPORTS, ALSO = "What it reports", "It also reports"
_A_RESULT = 0.2
_BACKGROUND = 1.0  # less for a sentence on what was before: an account opens with the paper's own

_OWN = re.compile(
    r"\b(?:we (?:propose|present|introduce|develop|design|describe|conduct|examined?|investigated?"
    r"|assess(?:ed)?|stud(?:y|ied)|explored?|compared?|analy[sz]ed?)"
    r"|in this (?:paper|work|study|poster|article)"
    r"|this (?:paper|work|study|article|report) (?:introduces|presents|proposes|describes"
    r"|examine[sd]|investigate[sd]|explore[sd]|assesse[sd]|aim(?:s|ed)|used|compare[sd]|test(?:s|ed))"
    r"|the (?:aims?|objectives?|purpose|goal)s? (?:of|was|were|is|are))\b"
    r"|^(?:aims?|objectives?|purpose)\b",
    re.I,
)
_RESULT = re.compile(
    r"\b(?:experiment|evaluat|result|achiev|outperform|improv|demonstrat|speed-?up|surpass)\w*"
    r"|^(?:results?|findings?|conclusions?)\b|\bfindings\b|\bwe found\b|\brevealed\b"
    r"|\b(?:was|were) (?:\w+ )?(?:found|observed|associated|identified)\b",
    re.I,
)
# How a thing is done, where a sentence says so in so many words and does not tell of a test.
_WAY = re.compile(
    r"^(?!.*\b(?:experiments?|evaluations?|results?|demonstrat\w+|outperform\w*|surpass\w*) )"
    r".*\b(?:(?:key|main|core|three|two|several|novel) (?:\w+ )?(?:innovations?|contributions?"
    r"|components?|techniques?|ideas?|mechanisms?|steps?|phases?|stages?)"
    r"|is achieved by|consists? of|we (?:first|then|further|also) [a-z]+"
    r"|(?:key|core|main|basic) (?:idea|insight) is|works? by|by (?:leveraging|using|combining"
    r"|introducing|employing|exploiting))\b",
    re.I | re.S,
)
_FIGURE = re.compile(r"(?<![\w.-])\d+(?:[.,]\d+)*")


class Accounts:
    """The papers' accounts of themselves in one library."""

    def __init__(self, retriever: Retriever, catalog: Catalog, own_first: OwnFirst) -> None:
        """Uses the retriever's scores, the catalog's names, and what tells whose a sentence is."""
        self._retriever = retriever
        self._catalog = catalog
        self._own_first = own_first

    def account(self, paper_id: str, topic: str, count: int) -> list[Evidence]:
        """The sentences in which a paper says what it does, and those nearest to a topic."""
        sentences = self._retriever.library.sentences
        if not self._opening(paper_id):  # a paper without a text has its title
            return [as_evidence(sentences[self._places(paper_id)[0]])]
        relevance, of_whom = self._relevance(paper_id, topic), self._own_first.read(paper_id)
        scores = {
            i: self._doing(i)
            + _reporting(sentences[i].text)
            + relevance[i]
            - _BACKGROUND * of_whom[i].is_background
            for i in self._opening(paper_id)
        }
        best = sorted(scores, key=lambda i: -scores[i])[:count]
        return [as_evidence(sentences[i]) for i in sorted(best)]

    def summary(self, paper_id: str, asked: str, count: int) -> list[Evidence]:
        """A paper's account of itself; all of its abstract where that is asked for by its name."""
        if not ABSTRACT.search(asked):
            return self.account(paper_id, asked, count)
        places = self._opening(paper_id) or self._places(paper_id)[:1]
        return [as_evidence(self._retriever.library.sentences[i]) for i in places]

    def aspects(
        self, paper_ids: Sequence[str], topic: str, asked: Mapping[str, Sequence[Evidence]]
    ) -> list[tuple[str, str, Evidence]]:
        """(aspect, paper, sentence) of papers side by side; no sentence stands twice.

        `asked` holds what papers say on what is asked, best first, where they do. How it is done
        and what came of it stand behind what is done; what stands before that leads up to it.
        """
        chosen = {
            (aspect, paper_id): evidence
            for paper_id in paper_ids
            for aspect, evidence in self._aspects_of(
                paper_id, topic, asked.get(paper_id, ())
            ).items()
        }
        order = product((PROPOSES, ASKED, HOW, REPORTS, ALSO), paper_ids)
        return [(*place, chosen[place]) for place in order if place in chosen]

    def _aspects_of(
        self, paper_id: str, topic: str, asked: Sequence[Evidence]
    ) -> dict[str, Evidence]:
        sentences, left = self._retriever.library.sentences, self._opening(paper_id)
        relevance = self._relevance(paper_id, topic)
        if not left:  # a paper without a text has its title
            return {PROPOSES: as_evidence(sentences[self._places(paper_id)[0]])}
        by_doing = sorted(left, key=lambda i: -(self._doing(i) + 0.5 * relevance[i]))
        doing = by_doing[0]
        found: dict[str, Evidence] = {}
        if best := _asked_beside(asked, as_evidence(sentences[doing])):
            found[ASKED] = replace(best, score=0.0)
            if _place(best) == _place(as_evidence(sentences[doing])):
                doing = by_doing[min(1, len(left) - 1)]
        found[PROPOSES] = as_evidence(sentences[doing])
        told = {_place(evidence) for evidence in found.values()}
        left = [i for i in left if i > doing and _place(as_evidence(sentences[i])) not in told]
        return {**found, **self._how_and_results(left, relevance)}

    def _how_and_results(
        self, left: Sequence[int], relevance: Sequence[float]
    ) -> dict[str, Evidence]:
        """How it is done and two results, of the sentences that are left."""
        sentences, found = self._retriever.library.sentences, {}
        left = [i for i in left if not AVAILABILITY.search(sentences[i].text)]
        ways = [i for i in left if _WAY.search(sentences[i].text)]
        if ways:
            how = max(ways, key=lambda i: self._doing(i) + relevance[i])
            found[HOW] = as_evidence(sentences[how])
            left = [i for i in left if i != how]
        results = [i for i in left if _reporting(sentences[i].text) >= _A_RESULT]
        results.sort(key=lambda i: -(_reporting(sentences[i].text) + relevance[i]))
        for aspect, place in zip((REPORTS, ALSO), results, strict=False):
            found[aspect] = as_evidence(sentences[place])
        left = [i for i in left if i not in results[:2]]
        if left and HOW not in found:
            how = max(left, key=lambda i: self._doing(i) + relevance[i])
            found[HOW] = as_evidence(sentences[how])
        return found

    def _places(self, paper_id: str) -> list[int]:
        return [int(i) for i in np.flatnonzero(self._retriever.mask_of([paper_id]))]

    def _body(self, paper_id: str) -> list[int]:
        sentences = self._retriever.library.sentences
        return [i for i in self._places(paper_id) if sentences[i].section != TITLE]

    def _opening(self, paper_id: str) -> list[int]:
        """The sentences of the abstract, in which a paper gives an account of itself."""
        return [i for i in self._body(paper_id) if self._retriever.opening[i]]

    def _relevance(self, paper_id: str, topic: str) -> list[float]:
        title = self._catalog.papers[paper_id].title
        return [float(s) for s in self._retriever.score(f"{title} {topic}").sentences]

    def _doing(self, place: int) -> float:
        """How much a sentence says of what its paper does: 1.2 for "we propose" and its name."""
        sentence = self._retriever.library.sentences[place]
        names = self._catalog.own_names(sentence.paper_id)
        score = 0.8 if _OWN.search(sentence.text) else 0.0
        score += 0.4 if any(name in sentence.text for name in names) else 0.0
        return score - (0.6 if re.search(r"https?://", sentence.text) else 0.0)


def _asked_beside(asked: Sequence[Evidence], doing: Evidence) -> Evidence | None:
    """What is said on what is asked, best first, beside the sentence on what the paper does.

    Where that one says it best, another does no better that only leads up to it.
    """
    others = [e for e in asked if _place(e) != _place(doing)]
    if asked and _place(asked[0]) == _place(doing):
        others = [e for e in others if _place(e) > _place(doing)] or [asked[0]]
    return others[0] if others else None


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.section, evidence.start


def _reporting(text: str) -> float:
    """How far a sentence gives a result: 0.2 for the word, up to 0.3 for figures."""
    figures = len(set(_FIGURE.findall(text)))
    return (0.2 if _RESULT.search(text) else 0.0) + 0.1 * min(figures, 3)
