"""Writes the answer to a question for several sets, each of which is looked up by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.question.describe import set_words
from rag.question.more_than import more_than
from rag.types import Claim, Draft, Filters, Question


def write_several(asked: Question, sets: Sequence[tuple[Question, Draft]]) -> Draft:
    """How many papers each set has, then the papers; one of two sets is listed once, with both.

    Where no set has a paper, the first one's answer says what there is instead.
    """
    alike = all(part.filters == sets[0][0].filters for part, _ in sets)
    names = [set_words(replace(part, filters=Filters()) if alike else part) for part, _ in sets]
    sets_of: dict[str, list[str]] = {}
    claims: dict[str, Claim] = {}
    counts = []
    for name, (_, draft) in zip(names, sets, strict=True):
        fitting = {} if draft.abstained else {c.paper_id: c for c in draft.claims if c.paper_id}
        counts.append(len(fitting))
        for paper_id, claim in fitting.items():
            sets_of.setdefault(paper_id, []).append(name)
            claims.setdefault(paper_id, claim)
    if not claims:
        return sets[0][1]
    each = (f"{name}: **{count}**" for name, count in zip(names, counts, strict=True))
    told = (replace(c, text=f"{', '.join(sets_of[i])} – {c.text}") for i, c in claims.items())
    several = sum(len(own) > 1 for own in sets_of.values())
    fit = "paper fits" if several == 1 else "papers fit"
    return Draft(
        f"{_verdict(asked, counts)}{'; '.join(each)}.",
        tuple(told),
        listed=True,
        closing=f"{several} {fit} more than one of these." if several else "",
        confidence=max((d.confidence for _, d in sets if d.confidence is not None), default=None),
        weighed=tuple(one for _, draft in sets for one in draft.weighed if one.fits),
    )


def _verdict(asked: Question, counts: Sequence[int]) -> str:
    """The answer to "more papers on A than on B?", and to how many more."""
    than = more_than(asked.text)
    if than is None or than.each or len(counts) != 2:
        return ""
    one, other = counts
    ahead = other - one if than.fewer else one - other
    if than.by_how_many:
        return f"**{abs(ahead)}** {'more' if one > other else 'fewer'}. " if ahead else "As many. "
    return "Yes. " if ahead > 0 else "No. "
