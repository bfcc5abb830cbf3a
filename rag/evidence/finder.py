"""Within a paper: which sentences hold what a question asks for, and how much of it they hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence.amounts import lacks_amount, lacks_figure
from rag.evidence.asked_value import expected
from rag.evidence.covering import Covering
from rag.evidence.exhibits import lacks_exhibit
from rag.evidence.faults import lacks_fault
from rag.evidence.giving import giving_first
from rag.evidence.listed_names import leaves_unnamed
from rag.evidence.own_first import OwnFirst, own_first
from rag.evidence.quantity import is_counted, leaves_unsaid
from rag.evidence.supposed import supposes_an_end
from rag.evidence.weighing import AVAILABILITY, sentence_scores, wanted_terms
from rag.evidence.whose import Whose
from rag.language.instances import names_none
from rag.question.asked_part import asked_part
from rag.question.twofold import parts_of
from rag.records.catalog import Catalog
from rag.records.own_names import is_introduced
from rag.retrieve import Retriever
from rag.trace import Read, ReadSentence, note
from rag.types import Evidence
from store.lexical import Scores, terms
from store.papers import TITLE, Sentence

_SECOND, _AT_MOST = 0.42, 3
_WHOLE = 0.5  # of a whole question beside a part of it
# A paper less similar to what is asked says nothing of it, unless it has half of the words.
_TOUCHES, _HALF = 0.35, 0.5
_EXPLAINED = 6  # sentences of a paper that an explanation shows

_CREDIT = re.compile(
    r"\b(?:introduced|invented|proposed|devised|discovered|developed|suggested|originated|due|first"
    r" described|described) (?:\w+ly )?(?:by|to) (?!we\b)(?:[A-Z]\.? ?)*[A-Z][a-z]+"
)
# "As what kind of process is it seen?" is answered by one that is called by its own name.
_OF_A_SORT = re.compile(r"\b(?:what|which) (?:kind|sort|type|form|class)s? of\b", re.I)
_POINTS_BACK = re.compile(r"(?:This|The|Th[eo]se|It)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A paper's best sentences for a question.

    `cosine` is the best sentence's bare similarity, `missing` the question's own terms that
    neither the paper nor its record has, `coverage` the weight of those found among all (0-1),
    `strange` the missing terms that no paper has or that are proper names, of which `odd` are
    mere words, `off_focus` whether
    the thing asked for ("which optimizer …") is among the missing, `unsaid` whether a count or
    setting is asked for that the paper does not give. `held` and `lacking` are the weights of
    the terms that are there and are not, where little is made of freely chosen words, `alien`
    the missing terms of subjects. `background` are those of the sentences that speak of what was
    before the paper, where it is asked of itself.
    """

    paper_id: str
    sentences: tuple[Evidence, ...]
    cosine: float
    coverage: float
    missing: tuple[str, ...]
    strange: tuple[str, ...]
    off_focus: bool = False
    unsaid: bool = False
    odd: tuple[str, ...] = ()
    held: float = 0.0
    lacking: float = 0.0
    background: tuple[Evidence, ...] = ()
    alien: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The sentences of a paper, their places in the library, and of whom they speak."""

    sentences: Sequence[Sentence]
    places: list[int]
    of_whom: Sequence[Whose]

    def of_itself(self) -> list[str]:
        """The sentences that do not speak of what was before the paper."""
        told = zip(self.sentences, self.of_whom, strict=True)
        return [sentence.text for sentence, one in told if not one.is_background]

    def background(self, kept: Sequence[int], said: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Those of the sentences kept that do speak of it."""
        told = zip(kept, said, strict=True)
        return tuple(evidence for i, evidence in told if self.of_whom[i].is_background)


class Finder:
    """Finds evidence in the papers of one library."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the retriever's scores and the catalog's acronyms and word counts."""
        self._retriever = retriever
        self._catalog = catalog
        self._covering = Covering(catalog)
        self.own_first = OwnFirst(retriever, catalog)

    def find(self, paper_id: str, question: str, unnamed: str) -> Found:
        """The sentences of a paper that best answer; `unnamed` is without the papers' names."""
        body = self._body(paper_id)
        own = body.sentences
        scored = self._retriever.score(unnamed or question)
        asked = asked_part(unnamed or question)
        near = self._retriever.score(asked).cosine[body.places]
        scores = sentence_scores(own, asked, near, self._catalog, body.of_whom)
        of_itself = self.own_first.asked(paper_id, question)
        kept = self._kept(body, asked, scores, of_itself=of_itself)
        note(lambda: self._read(own, scores, scored.cosine[body.places], kept))
        said = tuple(as_evidence(own[i], float(scores[i])) for i in kept)
        near_by = [own[i] for i in kept]
        covered = self._covering.coverage(unnamed, question, self._near(paper_id, near_by), near_by)
        missing, text = covered.missing, self._catalog.papers[paper_id].text
        strange = self._covering.strange(missing, question)
        proper = self._covering.proper_terms(question)
        return Found(
            paper_id,
            said,
            float(max(scored.cosine[body.places])),
            covered.share,
            missing,
            strange,
            any(term in missing for term in covered.in_focus(question))
            and not (is_counted(question, text) or _OF_A_SORT.search(question)),
            _is_unsaid(question, text)
            or lacks_figure(question, (evidence.text for evidence in said))
            or (of_itself and lacks_fault(question, body.of_itself())),
            tuple(term for term in strange if term not in proper),
            covered.held,
            covered.lacking,
            body.background(kept, said) if of_itself else (),
            () if covered.given >= 1 else self._covering.alien(missing, question),
        )

    def _body(self, paper_id: str) -> _Body:
        """The sentences of a paper below its title; of one without a text, the title."""
        sentences = self._retriever.library.sentences
        places = [int(i) for i in np.flatnonzero(self._retriever.mask_of([paper_id]))]
        places = [i for i in places if sentences[i].section != TITLE] or places
        read = self.own_first.read(paper_id)
        of_whom = [read.get(i, Whose.OPEN) for i in places]
        return _Body([sentences[i] for i in places], places, of_whom)

    def _kept(self, body: _Body, asked: str, scores: Scores, *, of_itself: bool) -> list[int]:
        """The places of the sentences that answer, the best one first."""
        texts = [sentence.text for sentence in body.sentences]
        ranked = _ranked(body.sentences, scores)
        cut = _SECOND * float(scores[ranked[0]])
        near = [i for i in ranked[:_AT_MOST] if scores[i] >= cut]
        of_parts = self._of_parts(body, asked, scores)
        kept = list(dict.fromkeys((ranked[0], *of_parts, *near)))[:_AT_MOST]
        if of_itself:
            kept = own_first(kept, scores, body.of_whom, texts)
        background = {i for i, whose_it_is in enumerate(body.of_whom) if whose_it_is.is_background}
        return giving_first(kept, asked, texts, background, scores)[:_AT_MOST]

    def _read(
        self, own: Sequence[Sentence], scores: Scores, cosine: Scores, kept: Collection[int]
    ) -> Read:
        """What an explanation shows of a paper that was read."""
        paper_id, ranked = own[0].paper_id, _ranked(own, scores)
        shown = (
            ReadSentence(own[i].text, float(scores[i]), float(cosine[i]), i in kept)
            for i in ranked[:_EXPLAINED]
        )
        cut = _SECOND * float(scores[ranked[0]])
        return Read(paper_id, self._catalog.papers[paper_id].title, cut, tuple(shown))

    def _of_parts(self, body: _Body, asked: str, scores: Scores) -> list[int]:
        """The best sentence for each of the things that a question asks for, if it asks for two."""
        found = []
        for part in parts_of(asked):
            near = self._retriever.score(part).cosine[body.places]
            of_part = sentence_scores(body.sentences, part, near, self._catalog, body.of_whom)
            found.append(int(np.argmax(of_part + _WHOLE * scores)))
        return found

    def on(self, paper_id: str, text: str, names: Sequence[str]) -> list[Evidence]:
        """What a paper says on a text, best first; none where it is about other things.

        `names` are those of the paper's own things; where it brings one in goes first.
        """
        found = self.find(paper_id, text, text)
        introducing = [
            as_evidence(s)
            for s in self._retriever.library.sentences
            if s.paper_id == paper_id and any(is_introduced(name, s.text) for name in names)
        ]
        near = found.cosine >= _TOUCHES or found.coverage >= _HALF
        near = near or expected(text, found.sentences[0].text) > 0
        return introducing + (list(found.sentences) if near and not found.unsaid else [])

    def background(self, paper_id: str) -> set[int]:
        """The places in the library of a paper's sentences on what was before it."""
        return {i for i, one in self.own_first.read(paper_id).items() if one.is_background}

    def on_code(self, ids: Collection[str]) -> list[Evidence]:
        """What papers say of where their code is."""
        sentences = self._retriever.library.sentences
        own = (s for s in sentences if s.paper_id in ids and s.section != TITLE)
        return [as_evidence(s) for s in own if AVAILABILITY.search(s.text)]

    def credits(self, paper_id: str, topic: str) -> list[Evidence]:
        """The sentences of a paper that say who, other than its authors, brought a thing up."""
        wanted = set(self.wanted(topic))
        sentences = [s for s in self._retriever.library.sentences if s.paper_id == paper_id]
        found = [
            s
            for s in sentences
            if _CREDIT.search(s.text) and (wanted & {*terms(s.text)} or _POINTS_BACK.match(s.text))
        ]
        return [as_evidence(s) for s in found]

    def _near(self, paper_id: str, kept: Sequence[Sentence]) -> set[str]:
        """The terms that a paper has: all of an abstract, of a long text what is near."""
        paper = self._catalog.papers[paper_id]
        near = paper.text
        if paper.opening < len(paper.text):
            around = self._retriever.library.passage_around
            near = " ".join(around(paper_id, s.section, s.start, s.end).text for s in kept)
        return set(terms(f"{paper.title} {near} {paper.record} {' '.join(paper.authors)}"))

    def wanted(self, text: str) -> list[str]:
        """The terms of a question that a paper should have."""
        return wanted_terms(text)


def _ranked(own: Sequence[Sentence], scores: Scores) -> list[int]:
    return sorted(range(len(own)), key=lambda i: (-scores[i], own[i].start))


def _is_unsaid(question: str, text: str) -> bool:
    """Whether a figure or a name is asked for that a text does not give; of two, neither."""
    parts = parts_of(question) or (question,)
    without = all(leaves_unsaid(part, text) or lacks_amount(part, text) for part in parts)
    if lacks_exhibit(question, text) or supposes_an_end(question, text):
        return True
    return without or names_none(question, text) or leaves_unnamed(question, text)


def as_evidence(sentence: Sentence, score: float = 0.0) -> Evidence:
    """A sentence as evidence."""
    return Evidence(
        sentence.paper_id, sentence.section, sentence.start, sentence.end, sentence.text, score
    )
