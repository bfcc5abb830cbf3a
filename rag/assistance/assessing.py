"""Has a language model judge the candidates of a set question, in batches, best first.

The calibrated judge (`rag.selection.select`) stays what the answer rests on. The first batch is
a trial: among the likeliest papers stand the unlikeliest, and all are shuffled, so that a model
that takes whatever it is shown, or whatever stands first, gives itself away
(`rag.selection.agreement`).
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from prompts.load import load
from rag.assistance.votes import leads_nowhere, proof, schema_of_votes, votes_in
from rag.evidence.fence import fenced_papers, gives_orders
from rag.evidence.finder import as_evidence
from rag.evidence.numbered import within
from rag.models.calls import Talk
from rag.models.model import Reply, Request
from rag.retrieve import Retriever
from rag.selection.agreement import NO, TRUSTED, YES, Opinion, Said, trust, with_opinion
from rag.selection.judged import Judged
from rag.trace import Assessed, AssessedPaper, note
from rag.types import Evidence, Progress, Question, Relation
from store.errors import ModelError
from store.lexical import Scores
from store.papers import TITLE

SET_ASIDE = (
    "The model's verdicts on papers were set aside: they do not tell those that fit from the "
    "others."
)
NO_VERDICT = "The model gave no verdict on any paper."
_log = logging.getLogger(__name__)

BATCH, CONTROLS = 8, 3  # papers of a batch; of the first, so many that surely do not fit
_SENTENCES, _TOKENS = 2, 80  # of a paper, that are shown of it
_LIKELY = 0.5  # a chance from which on a paper is taken to fit while more are asked about
_A_VERDICT = 45  # tokens of one in JSON, with room
_HOPEFUL = 0.5  # trust after the trial from which on further papers are asked about
_WANTED = {
    Relation.SOLELY: "their own work is about {} alone",
    Relation.ABOUT: "their own work is about {}",
    Relation.USES: "they use {}",
    Relation.NEEDS: "they need {}",
    Relation.MENTIONS: "they mention {}",
    Relation.INTRODUCES: "they introduce {}",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """The opinions that count, by the papers' ids; `fault` says what is missing, and why."""

    opinions: Mapping[str, Opinion]
    fault: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """A candidate with the model's verdict; `proof` is the sentence that holds its quote."""

    candidate: Judged
    fits: bool
    proof: Evidence | None

    @property
    def opinion(self) -> Opinion:
        """A yes counts with its quote alone; the judge's own sentence stays where it has one."""
        if not self.fits:
            return Opinion(NO)
        if self.proof is None:
            return Opinion(0.0)
        shown = None if self.candidate.probability >= _LIKELY else self.proof
        return Opinion(YES, shown)

    @property
    def brings(self) -> bool:
        """Whether the paper fits with this verdict."""
        chance = with_opinion(self.candidate.probability, self.opinion)
        return self.fits and chance >= _LIKELY


class Assessor:
    """Asks about the papers of one library."""

    def __init__(self, retriever: Retriever) -> None:
        """Uses retrieval to choose what is shown of a paper."""
        self._retriever = retriever
        self._papers = retriever.library.papers

    def assess(
        self, talk: Talk, asked: Question, candidates: Sequence[Judged]
    ) -> Generator[Progress, None, Assessment]:
        """What is done, and in the end what it came to; `candidates` come likeliest first.

        Raises ReplayError, and of the model's failures none.
        """
        heard: list[_Heard] = []
        fault = ""
        if len(candidates) < 2:  # of one paper nobody can tell whether the model tells any apart
            return Assessment({}, "")
        try:
            yield from self._ask(talk, asked, candidates, heard)
        except ModelError as error:
            _log.info("The model failed: %s", error)
            fault = str(error)
        believed = _trust(heard)
        if believed < TRUSTED:
            fault = fault or (SET_ASIDE if heard else NO_VERDICT)
        note(lambda: self._told(heard, believed, fault))
        opinions = {h.candidate.paper_id: h.opinion for h in heard} if believed >= TRUSTED else {}
        return Assessment(opinions, fault)

    def _ask(
        self, talk: Talk, asked: Question, candidates: Sequence[Judged], heard: list[_Heard]
    ) -> Generator[Progress, None, None]:
        """Batch after batch, until one brings nothing more; adds to what is heard."""
        likeliest = BATCH - CONTROLS
        trial = [*candidates[:likeliest], *candidates[likeliest:][-CONTROLS:]]
        yield from self._together(talk, asked, [trial], len(candidates), heard)
        if not heard or not _is_hopeful(heard):
            return
        left = [candidate for candidate in candidates if candidate not in trial]
        together = BATCH * talk.model.settings.at_once
        while left:
            batches = [left[i : i + BATCH] for i in range(0, len(left[:together]), BATCH)]
            left = left[together:]
            yield from self._together(talk, asked, batches, len(candidates), heard)
            brought = {h.candidate.paper_id for h in heard if h.brings}
            if any(brought.isdisjoint(c.paper_id for c in batch) for batch in batches):
                return

    def _together(
        self,
        talk: Talk,
        asked: Question,
        batches: Sequence[Sequence[Judged]],
        total: int,
        heard: list[_Heard],
    ) -> Generator[Progress, None, None]:
        """Asks about some batches at once; one that fails leaves its papers unjudged."""
        mixed = [_shuffled(batch, asked) for batch in batches]
        scores = self._retriever.score(asked.topic).sentences
        shown = [[self._shown(talk, scores, candidate) for candidate in batch] for batch in mixed]
        requests = [self._request(asked, *pair) for pair in zip(mixed, shown, strict=True)]
        known = len(heard)
        yield Progress(f"Judging {known} of {total} papers")
        outcomes: list[Reply | ModelError | None] = []
        for outcomes in talk.all(requests, leads_nowhere):
            done = [len(b) for b, o in zip(mixed, outcomes, strict=True) if isinstance(o, Reply)]
            yield Progress(f"Judging {known + sum(done)} of {total} papers")
        for batch, sentences, outcome in zip(mixed, shown, outcomes, strict=True):
            if isinstance(outcome, Reply):
                heard += _read(outcome, batch, sentences)
        failures = [outcome for outcome in outcomes if isinstance(outcome, ModelError)]
        if failures:
            raise failures[0]

    def _told(self, heard: Sequence[_Heard], believed: float, fault: str) -> Assessed:
        papers = tuple(
            AssessedPaper(
                h.candidate.paper_id,
                self._papers[h.candidate.paper_id].title,
                h.fits,
                h.opinion.log_odds,
                h.proof.text if h.proof else "",
            )
            for h in heard
        )
        return Assessed(believed, TRUSTED, fault, papers)

    def _request(
        self, asked: Question, batch: Sequence[Judged], shown: Sequence[Sequence[Evidence]]
    ) -> Request:
        papers = [self._papers[candidate.paper_id] for candidate in batch]
        text, mark = fenced_papers(list(zip(papers, shown, strict=True)))
        wanted = _WANTED[asked.relation].format(asked.topic)
        if asked.without:
            wanted += f", and not about {asked.without}"
        system, user = load("judge").fill(
            question=asked.whole, wanted=wanted, papers=text, mark=mark
        )
        return Request(system, user, schema_of_votes(len(batch)), _A_VERDICT * len(batch))

    def _shown(self, talk: Talk, scores: Scores, candidate: Judged) -> list[Evidence]:
        """The sentences of a paper's abstract that are nearest to the topic, in their order."""
        library = self._retriever.library
        own = self._retriever.mask_of([candidate.paper_id]) & self._retriever.opening
        ranked = sorted(np.flatnonzero(own), key=lambda place: -scores[place])
        sentences = [library.sentences[int(place)] for place in ranked]
        body = [s for s in sentences if s.section != TITLE and not gives_orders(s.text)]
        best = [as_evidence(sentence) for sentence in body[:_SENTENCES]]
        return sorted(within(best, talk.model.count, _TOKENS), key=lambda e: e.start)


def _read(
    reply: Reply, batch: Sequence[Judged], shown: Sequence[Sequence[Evidence]]
) -> list[_Heard]:
    """The verdict on each paper; what a cut-off or foreign reply leaves out has none."""
    found = votes_in(reply.text, len(batch))
    if found is None:
        return []
    heard = []
    for number, (candidate, sentences) in enumerate(zip(batch, shown, strict=True), start=1):
        if number in found:
            heard.append(_Heard(candidate, True, proof(found[number], sentences)))
        elif reply.complete:
            heard.append(_Heard(candidate, False, None))
    return heard


def _shuffled(batch: Sequence[Judged], asked: Question) -> list[Judged]:
    """In an order that says nothing, and is the same in every run."""

    def key(candidate: Judged) -> str:
        return hashlib.sha256(f"{asked.topic} {candidate.paper_id}".encode()).hexdigest()

    return sorted(batch, key=key)


def _is_hopeful(heard: Sequence[_Heard]) -> bool:
    """Whether to ask about further papers after the trial; a yes without a proof adds nothing."""
    if not any(h.fits for h in heard):
        return True
    return any(h.proof for h in heard) and _trust(heard) >= _HOPEFUL


def _trust(heard: Sequence[_Heard]) -> float:
    return trust([Said(h.candidate.probability, h.fits, h.proof is not None) for h in heard])
