"""What a language model thinks of answers, and how far that agrees with the measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.bootstrap import Figure, figure
from eval.run import Outcome

FAITHFUL, RELEVANT = "faithful", "relevant"
BESIDE = {FAITHFUL: "supported", RELEVANT: "passed"}
"""Which measure each opinion is compared with: a yes agrees with its being 1."""

Opinion = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two judges say the same, and Cohen's kappa (1960), which discounts chance.

    `kappa` is None where one of them always says the same: then nothing can be told.
    """

    share: float
    kappa: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """The opinions of one system's answers: by question, as figures, and against measures."""

    opinions: Mapping[str, Opinion]
    figures: Mapping[str, Figure]
    agreements: Mapping[str, Agreement]


def judgement(outcomes: Sequence[Outcome], opinions: Mapping[str, Opinion]) -> Judgement:
    """The opinions, by question, summed up beside the outcomes' own values."""
    figures, agreements = {}, {}
    for name, measure in BESIDE.items():
        if found := figure([float(opinion[name]) for opinion in opinions.values()]):
            figures[name] = found
        pairs = [
            (opinions[o.row.id][name], o.values[measure] == 1.0)
            for o in outcomes
            if o.row.id in opinions and measure in o.values
        ]
        if pairs:
            agreements[name] = agreement(pairs)
    return Judgement(opinions, figures, agreements)


def agreement(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    """The agreement of two judges over the same answers; at least one pair."""
    count = len(pairs)
    share = sum(a == b for a, b in pairs) / count
    yes_a, yes_b = (sum(column) / count for column in zip(*pairs, strict=True))
    by_chance = yes_a * yes_b + (1 - yes_a) * (1 - yes_b)
    constant = {yes_a, yes_b} & {0.0, 1.0}
    kappa = None if constant else (share - by_chance) / (1 - by_chance)
    return Agreement(share, kappa, count)
