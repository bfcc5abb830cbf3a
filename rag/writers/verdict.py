"""The sentence above a comparison that says which of two papers has more, or why none does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.question.rivalry import Rivalry
from rag.shown import clipped, short_title
from rag.support.rated import Rated
from rag.types import Claim, Evidence
from store.papers import Paper

# What is said of the paper that has more of a measure, and of the one that has less.
_WORDS = {
    "speed": ("is faster", "is slower"),
    "context length": ("has the longer context", "has the shorter context"),
    "bit width": ("goes down to more bits", "goes down to fewer bits"),
    "model size": ("has the larger model", "has the smaller model"),
    "memory": ("saves less memory", "saves more memory"),
    "energy": ("saves less energy", "saves more energy"),
    "latency": ("cuts latency less", "cuts latency more"),
    "accuracy": ("scores higher", "scores lower"),
}
_NOUNS = {"accuracy": "score in percent", "speed": "speedup"}
_RELATIVE = ("speed", "memory", "energy", "latency")


def write_verdict(
    rivalry: Rivalry, first: Rated, second: Rated, papers: Mapping[str, Paper]
) -> Claim:
    """Which of two papers has more or less, `first` being the one that has what is asked for."""
    better, worse = papers[first.evidence.paper_id], papers[second.evidence.paper_id]
    return Claim(
        f"By the figures that they give, **{short_title(better)}** {_said(rivalry)}:"
        f" {_shown(first)}, against {_shown(second)} in **{short_title(worse)}**.",
        (first.evidence, second.evidence),
    )


def write_said_so(paper: Paper, evidence: Evidence) -> Claim:
    """What one paper says of itself and the other."""
    return Claim(f"**{short_title(paper)}** says so itself: {clipped(evidence.text)}", (evidence,))


def write_not_alike(
    rivalry: Rivalry, one: Rated, other: Rated, papers: Mapping[str, Paper]
) -> Claim:
    """That the figures of two papers are not of the same, and what they are over."""
    said = "; ".join(
        f"**{short_title(papers[r.evidence.paper_id])}**: {_shown(r)}{_over(rivalry, r)}"
        for r in (one, other)
    )
    return Claim(
        "As far as they say, the two do not measure the same, so which"
        f" {_said(rivalry)} is not told ({said}).",
        (one.evidence, other.evidence),
    )


def none_given(
    rivalry: Rivalry, given: Sequence[Rated], on: str, papers: Mapping[str, Paper]
) -> str:
    """That one paper or none gives a figure of what is asked, which so is not told."""
    who = f"Only **{short_title(papers[given[0].evidence.paper_id])}**" if given else "Neither"
    noun = _NOUNS.get(rivalry.measure, f"figure of its {rivalry.measure}")
    where = f" on {on}" if on else ""
    return f"{who} gives a {noun}{where}, so which {_said(rivalry)} is not told."


def _said(rivalry: Rivalry) -> str:
    more, less = _WORDS[rivalry.measure]
    return more if rivalry.more else less


def _shown(one: Rated) -> str:
    return ", ".join(dict.fromkeys(one.shown))


def _over(rivalry: Rivalry, one: Rated) -> str:
    """What a relative figure is over, in the words of its sentence, or that it does not say."""
    if rivalry.measure not in _RELATIVE:
        return ""
    return f" {one.baseline}" if one.baseline else ", over what it does not say"
