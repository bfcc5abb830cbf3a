"""Checks every span that an answer rests on against the stored text, to the letter."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.trace import Checked, CheckedClaim, note
from rag.types import Claim, Draft, Evidence
from store.papers import Paper

_log = logging.getLogger(__name__)


def verify(draft: Draft, papers: Mapping[str, Paper]) -> Draft:
    """The draft with only those claims whose every span stands where it says it stands.

    A claim that fails is logged as an error and left out.
    """
    if draft.verdict and (why := _fault(draft.verdict, papers)):
        _log.error("A verdict was dropped: %s. The verdict: %r", why, draft.verdict.text)
        draft = replace(draft, verdict=None)
    faults = [_fault(claim, papers) for claim in draft.claims]
    note(lambda: _checked(draft, faults))
    kept = []
    for claim, why in zip(draft.claims, faults, strict=True):
        if why:
            _log.error("A claim was dropped: %s. The claim: %r", why, claim.text)
        else:
            kept.append(claim)
    if len(kept) == len(draft.claims):
        return draft
    lead = f"{len(kept)} of {len(draft.claims)} statements passed the checks."
    return replace(draft, lead=lead, claims=tuple(kept), abstained=not kept)


def _checked(draft: Draft, faults: Sequence[str]) -> Checked:
    claims = tuple(
        CheckedClaim(claim.text, tuple(dict.fromkeys(e.paper_id for e in claim.evidence)), fault)
        for claim, fault in zip(draft.claims, faults, strict=True)
    )
    return Checked(draft.lead, draft.abstained, claims)


def _fault(claim: Claim, papers: Mapping[str, Paper]) -> str:
    """What is wrong with a claim's evidence; empty where all of it holds."""
    if not claim.evidence:
        return "it cites nothing"
    for evidence in claim.evidence:
        if why := _misquote(evidence, papers):
            return why
    if claim.paper_id and all(e.paper_id != claim.paper_id for e in claim.evidence):
        return f"it names the paper {claim.paper_id!r} and cites only others"
    return ""


def _misquote(evidence: Evidence, papers: Mapping[str, Paper]) -> str:
    paper = papers.get(evidence.paper_id)
    if paper is None:
        return f"there is no paper {evidence.paper_id!r}"
    # Python would read a negative offset from the end and silently quote something else.
    if not 0 <= evidence.start < evidence.end:
        return f"the span {evidence.start}-{evidence.end} is no span"
    if paper.part(evidence.section)[evidence.start : evidence.end] != evidence.text:
        return f"the quote {evidence.text[:60]!r} does not stand at its place in {paper.id!r}"
    return ""
