"""Which papers fit a set question: every paper is judged, each with the sentence that shows it.

How a paper speaks of the topic (`rag.selection.aboutness`) is weighed by a logistic regression that
`python -m eval.calibrate` fits to the tune half of the development set. As many of the likeliest
are shown as make the expected F1 the best.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.language.proper import name_of
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.aboutness import FEATURES, Aboutness
from rag.selection.agreement import Opinion, moved
from rag.selection.alternatives import alternatives, any_of, either_alone, lie_apart, pooled
from rag.selection.exclusions import Exclusions
from rag.selection.fitted import fitted, signs_of
from rag.selection.joint import jointly
from rag.selection.judged import Judged, Selection, those_that_fit
from rag.selection.meanings import essence, is_a_thing
from rag.selection.sayings import Sayings
from rag.selection.spoken import NARROWER, Features
from rag.selection.verdicts import Verdicts, weighed
from rag.trace import note
from rag.types import Facet, Question, Relation

_MOST_MISSES = 5
_HELD = NARROWER - 0.01  # what a name covers counts: GPT-4 is OpenAI's
UNKNOWN = 12.0  # log-odds taken from every paper where the topic is not in the library
_BEYOND_DOUBT = 3.0
"""Log-odds of a paper by all else, from which on a mere mention is not held against it: of the
development lots' papers 14 stood there, all of them meant, and 58 below, of which 6 were."""
_A_THING = 2  # words of a thing that is brought in: "a dataset or benchmark"
NEAR = 0.6  # of the least chance that is shown: from there on a paper is a near miss


class Judge:
    """Judges the papers of one library."""

    def __init__(self, retriever: Retriever, catalog: Catalog, own_first: OwnFirst) -> None:
        """Uses the retriever's exact scan, the catalog's acronyms, and whose a sentence is."""
        self._retriever = retriever
        self._catalog = catalog
        self._aboutness = Aboutness(retriever, catalog)
        about = self._aboutness
        self._sayings = Sayings(retriever, catalog, about.spoken, about.denials, own_first)
        self.exclusions = Exclusions(self.judge, self._sayings, catalog)

    def select(
        self,
        question: Question,
        among: Sequence[str],
        opinions: Mapping[str, Opinion] = MappingProxyType({}),
    ) -> Selection:
        """The papers among the given ones that fit a question's topic and not what it excludes.

        `opinions` of a language model, by the papers' ids, move the chances before the cut.
        """
        allowed = set(among)
        judged = moved(self.judged(question), opinions)
        denied = self.exclusions.among(question, judged) if question.without else set()
        verdicts = [v for v in judged if v.paper_id in allowed - denied]
        fitting = self._fitting(question, verdicts, opinions)
        cut = fitting[-1].probability if fitting else fitted().floor
        shown = {v.paper_id for v in fitting}
        out = [v for v in verdicts if v.paper_id not in shown]
        misses = sorted(out, key=lambda v: -v.nearness)[:_MOST_MISSES]
        misses = [v for v in misses if v.nearness >= NEAR * cut]
        likeliest = max((v.probability for v in (*verdicts, *fitting) if not v.denied), default=0.0)
        margin = likeliest - fitted().floor
        found = Selection(tuple(fitting), tuple(misses), len(allowed), margin, len(opinions))
        made = Verdicts(found, allowed, denied, cut, NEAR * cut)
        note(lambda: weighed(question, judged, made, self._catalog.papers))
        return found

    def _fitting(
        self, question: Question, verdicts: Sequence[Judged], opinions: Mapping[str, Opinion]
    ) -> list[Judged]:
        """Those of the papers judged that fit; of alternatives, those of each that is a thing."""
        parts = alternatives(question.topic)
        fitting = those_that_fit(verdicts)
        if len(parts) == 1 or question.facets or question.either:
            return fitting
        things = all(is_a_thing(part, self._catalog) for part in parts)
        if not (things or (question.alone and len(parts) == 2)):
            return fitting
        each = [moved(self.judge(part, question.relation), opinions) for part in parts]
        if not question.alone and not lie_apart(each):
            return fitting
        allowed = {v.paper_id for v in verdicts}
        fits = [those_that_fit([v for v in one if v.paper_id in allowed]) for one in each]
        if question.alone:
            return either_alone(fits)
        return any_of([fitting, *([v for v in own if v.whole] for own in fits)])

    def chances(self, topic: str) -> Mapping[str, float]:
        """Paper id -> its chance of being about a topic."""
        return {judged.paper_id: judged.probability for judged in self.judge(topic)}

    def fits_some(self, topic: str) -> bool:
        """Whether any paper fits a topic."""
        return bool(those_that_fit(self.judge(topic)))

    def judged(self, question: Question) -> list[Judged]:
        """Every paper by the likeliest of the topics of a set, each of which is a set by itself."""
        first = (
            self._jointly(question)
            if question.facets
            else self.judge(question.topic, question.relation)
        )
        each = [first, *(self.judge(topic, question.relation) for topic in question.either)]
        return each[0] if len(each) == 1 else any_of(each)

    def _jointly(self, question: Question) -> list[Judged]:
        """Every paper by all facets of a question, likeliest first."""
        each = [self._as_own(facet) for facet in question.facets]
        topic = " ".join(facet.topic for facet in question.facets)
        together = list(self._judge_one(topic, question.relation))
        return sorted(jointly(each, together), key=lambda judged: -judged.probability)

    def _as_own(self, facet: Facet) -> list[Judged]:
        """Every paper by one facet, denied where it speaks of that only as of what others did."""
        judged = self._in_order(facet.topic, facet.relation)
        others = self._sayings.only_of_others(facet.topic)
        return [replace(v, denied=True) if v.paper_id in others else v for v in judged]

    def judge(self, topic: str, relation: Relation = Relation.ABOUT) -> list[Judged]:
        """Every paper with its probability, likeliest first; any of alternatives will do."""
        return sorted(self._in_order(topic, relation), key=lambda judged: -judged.probability)

    def _in_order(self, topic: str, relation: Relation) -> list[Judged]:
        """Every paper, in the library's order, judged against a topic or its alternatives."""
        parts = alternatives(topic)
        by_name = relation is Relation.USES and all(map(name_of, parts))
        things = all(len(part.split()) <= _A_THING for part in parts)
        apart = by_name or (relation is Relation.INTRODUCES and things)
        each = [list(self._judge_one(part, relation)) for part in parts]
        found = [max(judged, key=_by_likelihood) for judged in zip(*each, strict=True)]
        if len(parts) > 1 and not apart and any(not judged[0].unknown for judged in each if judged):
            common = self._judge_one(" ".join(parts), relation, present=True)
            found = [pooled(*pair) for pair in zip(found, common, strict=True)]
        return found

    def _judge_one(
        self, topic: str, relation: Relation, *, present: bool = False
    ) -> Iterator[Judged]:
        """Every paper, in the library's order, judged against one topic without alternatives.

        `present` says that the library is known to have something on it.
        """
        name = name_of(topic) if relation is Relation.USES else ""
        name = essence(topic) if relation is Relation.MENTIONS else name
        features, evidence, lacking = self._aboutness.features(name or topic, relation)
        added = features * np.array(fitted().weights)
        mere = FEATURES.index("mere mention")
        all_else = np.delete(added, mere, axis=1).sum(axis=1) + fitted().bias
        if relation is not Relation.SOLELY:
            added[all_else > _BEYOND_DOUBT, mere] = 0.0
        spoken_of = all_else + np.minimum(added[:, mere], 0.0)
        nearest = self._retriever.nearest(essence(topic))
        unspoken = self._aboutness.unspoken(name or topic)
        present = present or fitted().is_present(signs_of(spoken_of, unspoken, nearest))
        unknown = 0.0 if present else UNKNOWN
        chances = _sigmoid(all_else + added[:, mere] - unknown)
        nearness = _sigmoid(all_else - unknown)
        if name:
            chances = _by_name(chances, features)
        whole = features[:, FEATURES.index("whole")] > 0
        for place, paper_id in enumerate(self._retriever.ids):
            yield Judged(
                paper_id,
                float(chances[place]),
                float(nearness[place]),
                as_evidence(evidence[place], float(chances[place])),
                whole=bool(whole[place]),
                added=(*map(float, added[place]), -unknown),
                denied=bool(lacking[place]),
            )


def _by_likelihood(judged: Judged) -> tuple[bool, float]:
    return not judged.denied, judged.probability


def _sigmoid(odds: Features) -> Features:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def _by_name(chances: Features, features: Features) -> Features:
    """A paper uses a named thing where a sentence holds its name; what is left only orders."""
    holds = features[:, FEATURES.index("best sentence")] > _HELD
    return np.where(holds, (1 + chances) / 2, fitted().floor * chances)
