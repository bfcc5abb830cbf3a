"""Writes answers from the papers' own sentences, with no language model."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rag.selection.judged import Judged, Selection
from rag.shown import byline, clipped, short_title
from rag.types import Claim, Draft, Evidence, Weighed
from rag.writers.lines import record_line, said_of
from store.papers import TITLE, Paper

ENGINE = "extractive"
BACKGROUND = "Background"
_DECIDED = 3  # sentences of an answer that one of them decides


def write_fact(
    sentences: Sequence[Evidence],
    papers: Mapping[str, Paper],
    background: Collection[Evidence] = (),
) -> Draft:
    """The sentence that holds what is asked, its paper named, then what supports it.

    `background` are sentences on what was before the paper, which must not pass for its own.
    """
    first = sentences[0]
    texts = [f"{BACKGROUND}: {s.text}" if s in background else s.text for s in sentences]
    texts[0] = f"{byline(papers[first.paper_id])}: {texts[0]}"
    claims = [Claim(text, (s,)) for text, s in zip(texts, sentences, strict=True)]
    return Draft("", tuple(claims))


def write_decided(
    lead: str, decisive: Evidence, found: Sequence[Evidence], papers: Mapping[str, Paper]
) -> Draft:
    """Yes, no or that a paper says otherwise, its words that decide it, and what else it says."""
    paper = papers[decisive.paper_id]
    said = byline(paper) + ("." if decisive.section == TITLE else f": {decisive.text}")
    place = (decisive.section, decisive.start)
    more = [s for s in found if (s.section, s.start) != place][: _DECIDED - 1]
    claims = (Claim(said, (decisive,)), *(Claim(s.text, (s,)) for s in more))
    return Draft(lead, claims)


def write_summary(sentences: Sequence[Evidence], papers: Mapping[str, Paper]) -> Draft:
    """The paper's own account of itself, in its own order."""
    paper = papers[sentences[0].paper_id]
    return Draft(byline(paper), tuple(Claim(s.text, (s,)) for s in sentences))


def write_comparison(
    aspects: Sequence[tuple[str, str, Evidence]], papers: Mapping[str, Paper]
) -> Draft:
    """A table: a column a paper, a row an aspect, in each cell the paper's own sentence."""
    claims = tuple(Claim(e.text, (e,), paper_id, aspect) for aspect, paper_id, e in aspects)
    columns = {c.paper_id: byline(papers[c.paper_id]) for c in claims if c.paper_id}
    return Draft("Side by side, in the papers' own words:", claims, columns=columns)


def write_list(
    selection: Selection, papers: Mapping[str, Paper], told: Sequence[str] = ()
) -> Draft:
    """The papers that fit, each with the sentence that shows it; near misses apart.

    `told` are the fields of their records that are told of each.
    """
    claims = tuple(_list_item(judged, papers, told) for judged in selection.fitting)
    count = len(claims)
    fit = "1 paper fits" if count == 1 else f"{count} papers fit"
    heard = f", {selection.heard} of them judged by the model" if selection.heard else ""
    lead = f"{fit} ({selection.considered} considered{heard})."
    closing = near_misses(selection.near, papers)
    return Draft(
        lead,
        claims,
        listed=True,
        closing=closing,
        confidence=selection.margin,
        weighed=weighed(selection, papers),
    )


def weighed(selection: Selection, papers: Mapping[str, Paper]) -> tuple[Weighed, ...]:
    """How the papers of a set and its near misses were judged."""
    judged = [*((j, True) for j in selection.fitting), *((j, False) for j in selection.near)]
    return tuple(
        Weighed(j.paper_id, papers[j.paper_id].title, fits, j.probability, j.evidence)
        for j, fits in judged
    )


def near_misses(near: Sequence[Judged], papers: Mapping[str, Paper]) -> str:
    """One line naming the papers that come near the topic and are not in the answer."""
    if not near:
        return ""
    titles = "; ".join(f"*{short_title(papers[judged.paper_id])}*" for judged in near)
    return f"Near misses, not counted: {titles}."


def _list_item(judged: Judged, papers: Mapping[str, Paper], told: Sequence[str]) -> Claim:
    paper, evidence = papers[judged.paper_id], judged.evidence
    if not told:
        return Claim(f"{byline(paper)}: {clipped(evidence.text)}", (evidence,), paper.id)
    lines = tuple(dict.fromkeys(record_line(paper, name) for name in told))
    fields = "; ".join(said_of(paper, name) for name in told)
    return Claim(
        f"**{paper.title}** ({fields}): {clipped(evidence.text)}", (evidence, *lines), paper.id
    )
