"""How far a language model's verdicts on papers are to be believed, and what they then add.

The calibrated judge has its own chance for every paper, right on average. Two readings of a
model's verdicts are weighed against each other by Bayes' rule: that it tells papers that fit
from others, and that its yes and no have nothing to do with the papers. Only where the first is
far likelier do its verdicts count, and then as one more witness: each adds to the odds that the
calibrated judge gives, as two independent raters are put together (Dawid and Skene 1979,
"Maximum likelihood estimation of observer error-rates using the EM algorithm").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb, exp, log
from typing import TYPE_CHECKING

from rag.types import Evidence

if TYPE_CHECKING:
    from rag.selection.judged import Judged

# How often a judge worth having says yes to a paper that fits, and to one that does not.
HITS, FALSE_ALARMS = 0.93, 0.04
_MISQUOTES = 0.05  # and how often such a judge quotes what does not stand there
TRUSTED = 0.95  # the chance that it tells papers apart from which on a model is believed
# The calibrated judge is never taken to be surer than this: it is wrong now and then.
_SUREST = 0.99
_LEAST = 1e-9  # the odds of 0 and 1 have no logarithm


YES, NO = log(HITS / FALSE_ALARMS), log((1 - HITS) / (1 - FALSE_ALARMS))
"""What a verdict of a model that is believed adds to a paper's log-odds."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model's verdict adds to a paper's log-odds, and the sentence that it showed."""

    log_odds: float
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Whether a model says that a paper fits, beside the calibrated judge's chance of it.

    `proved` is whether what it quotes for a yes stands in the paper.
    """

    chance: float
    fits: bool
    proved: bool = True


def trust(verdicts: Sequence[Said]) -> float:
    """The chance that these are verdicts of a judge that tells papers apart, 0 to 1.

    Without verdicts, and where all are alike, there is nothing to tell it by: 0.
    """
    said = sum(verdict.fits for verdict in verdicts)
    if said in (0, len(verdicts)):
        return 0.0
    able = sum(log(_chance_of(verdict)) for verdict in verdicts)
    # Of a judge that says yes at random, however often, every such rate being as likely.
    blind = -log((len(verdicts) + 1) * comb(len(verdicts), said))
    return 1 / (1 + exp(min(700.0, blind - able)))


def with_opinion(chance: float, opinion: Opinion) -> float:
    """The chance that a paper fits once an opinion is heard."""
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return 1 / (1 + exp(-(log(bounded / (1 - bounded)) + opinion.log_odds)))


def moved(judged: Sequence[Judged], opinions: Mapping[str, Opinion]) -> list[Judged]:
    """The papers with what opinions add to their odds, likeliest first."""
    moved = {paper.paper_id: paper for paper in judged}
    for paper_id, opinion in opinions.items():
        paper = moved[paper_id]
        moved[paper_id] = replace(
            paper,
            probability=with_opinion(paper.probability, opinion),
            nearness=with_opinion(paper.nearness, opinion),
            evidence=opinion.evidence or paper.evidence,
        )
    return sorted(moved.values(), key=lambda paper: -paper.probability)


def _chance_of(verdict: Said) -> float:
    """How likely a judge worth having says this, the calibrated judge's chance being right."""
    chance = min(max(verdict.chance, 1 - _SUREST), _SUREST)
    yes = chance * HITS + (1 - chance) * FALSE_ALARMS
    if not verdict.fits:
        return 1 - yes
    return yes * (1 - _MISQUOTES if verdict.proved else _MISQUOTES)
