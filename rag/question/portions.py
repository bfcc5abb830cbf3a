"""A share of some papers, or whether all of them are so: "do all papers of 2023 have code?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from rag.language.wording import SHARES
from rag.question.more_than import PAPERS
from rag.types import Filters, Question

_BASE = (
    rf"(?:(?:all|the|our|your|my|these) )*(?P<base>(?:[\w.’'-]+ ){{1,6}}?{PAPERS}"
    rf"|{PAPERS} (?:[\w.’'-]+ ){{1,6}}?[\w.’'-]+)"
)
_VERB = (
    r"(?:is|are|was|were|ha(?:s|ve)|comes?|came|names?|lists?|states?|gives?|releases?|released"
    r"|carr(?:y|ies)|appear(?:s|ed)?|do(?:es)?)"
)
_SHARE = re.compile(
    rf"^\W*(?:(?:and|so|but)\W+)*(?:(?:what|which)(?: is the|['’]s the)?|how (?:large|big"
    rf"|great|high)"
    rf" an?|how many) {SHARES} of {_BASE} (?P<cond>{_VERB} .+?)[\s?.!]*$",
    re.I,
)
_ALL = re.compile(
    rf"^\W*(?:(?:and|so|but)\W+)*(?P<do>are|do|did|have|were) (?:all|every one) (?:of )?{_BASE} "
    r"(?P<cond>.+?)[\s?.!]*$",
    re.I,
)
_BE = {"are": "are ", "were": "were ", "have": "have ", "do": "", "did": ""}


@dataclass(frozen=True, slots=True)
class Portion:
    """The papers that a share is of, and those of them that are so, each in words."""

    base: str
    those: str


def portion_in(text: str) -> Portion | None:
    """What a share is asked of, or whether all of it is so; None for any other text."""
    match = _SHARE.match(text) or _ALL.match(text)
    if match is None:
        return None
    be = _BE[match["do"].lower()] if match.re is _ALL else ""
    return Portion(match["base"], f"{match['base']} that {be}{match['cond']}")


def base_of(asked: Question, base: Question) -> Question:
    """The papers that a share is of, under what follow-ups have since asked: "and of 2024?"."""
    none = Filters()
    own = [
        f.name for f in fields(Filters) if getattr(base.filters, f.name) != getattr(none, f.name)
    ]
    return replace(
        base, filters=replace(none, **{name: getattr(asked.filters, name) for name in own})
    )
