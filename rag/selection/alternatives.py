"""Topics with an "or" in them: each alternative by itself, and what all of them are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, combinations
from math import exp, log

from rag.language.words import GENERIC
from rag.selection.judged import Judged, those_that_fit
from rag.selection.meanings import essence
from store.lexical import terms

_LONG = 3  # words of an alternative, beside which a single word is none
_IN_COMMON = 0.6  # weight of all alternatives as one topic, beside the best of them
_SUREST = 1e-9
_APART = 0.34  # of the smaller of two sets, that the other has at most where they are two things


def alternatives(topic: str) -> list[str]:
    """The alternatives of a topic, any of which will do: "A or B" is A, and B.

    One word beside a long phrase is no topic of its own: "redesign or optimise the attention
    operator" stays whole.
    """
    parts = [p.strip() for p in re.split(r"\bor\b|(?<=\w) / (?=\w)", topic) if p.strip()]
    parts = list(dict.fromkeys(p for p in parts if set(terms(p)) - GENERIC))
    lengths = sorted(len(essence(p).split()) for p in parts)
    if len(parts) < 2 or (lengths[0] == 1 and lengths[-1] >= _LONG):
        return [topic if len(parts) > 1 else "".join(parts) or topic]
    return parts


def lie_apart(each: Sequence[Sequence[Judged]]) -> bool:
    """Whether alternatives, every paper judged against each, are as many sets and none is empty.

    "Quantization or pruning" are two; who asks for "energy or power savings" says one thing twice.
    """
    sets = [{v.paper_id for v in those_that_fit(judged)} for judged in each]
    pairs = combinations(sets, 2)
    return all(sets) and all(len(a & b) <= _APART * min(len(a), len(b)) for a, b in pairs)


def any_of(each: Sequence[Sequence[Judged]]) -> list[Judged]:
    """The papers of several sets, each by the best of its judgements, likeliest first."""
    best: dict[str, Judged] = {}
    for one in sorted(chain(*each), key=lambda judged: -judged.probability):
        best.setdefault(one.paper_id, one)
    return list(best.values())


def either_alone(fits: Sequence[Sequence[Judged]]) -> list[Judged]:
    """The papers of one of two sets that the other has not, likeliest first."""
    both = set.intersection(*({v.paper_id for v in fitting} for fitting in fits))
    return [v for v in any_of(fits) if v.paper_id not in both]


def pooled(best: Judged, common: Judged) -> Judged:
    """A paper by its best alternative and by all of them as one topic: a mean of log-odds.

    What people join by "or" is mostly one thing in two words ("concurrent processes or parallel
    programs"), so what all have in common says more than the luck of one of them.
    """
    return mean_of_odds(best, common, _IN_COMMON)


def mean_of_odds(own: Judged, common: Judged, share: float) -> Judged:
    """A paper with a mean of the log-odds of two judgements, `share` being that of the second."""

    def mean(one: float, other: float) -> float:
        odds = (1 - share) * _log_odds(one) + share * _log_odds(other)
        return 1 / (1 + exp(-odds))

    pairs = zip(own.added, common.added, strict=True)
    return replace(
        own,
        probability=mean(own.probability, common.probability),
        nearness=mean(own.nearness, common.nearness),
        added=tuple((1 - share) * one + share * other for one, other in pairs),
    )


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _SUREST), 1 - _SUREST)
    return log(chance / (1 - chance))
