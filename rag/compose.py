"""Puts a checked draft together: numbers its footnotes and lays it out as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.types import Citation, Claim, Draft, Evidence, PaperRef
from store.papers import Paper

# What a paper may have of its own that a reader of Markdown would take for a marker, a link, an
# image or a tag.
_TAKEN_FOR_MARKUP = re.compile(
    r"(?<!\\)(?:\[(?=\d{1,4}\])|\[(?=[^\[\]\n]*\]\()|<(?=[/!]?[a-z][\w-]*(?:[\s/][^<>]*)?>))", re.I
)

NOTHING_LEFT = "No statement passed the checks; ask the question in other words."


@dataclass(frozen=True, slots=True)
class Composed:
    """The text with its markers, the numbered citations, and the papers in their order."""

    markdown: str
    citations: tuple[Citation, ...]
    papers: tuple[PaperRef, ...]


def compose(draft: Draft, papers: Mapping[str, Paper]) -> Composed:
    """Numbers the spans in the order of their first use; the same span keeps its number."""
    numbers: dict[Evidence, int] = {}  # spans without their scores
    verdict = _with_markers(draft.verdict, numbers) if draft.verdict else ""
    texts = [_with_markers(claim, numbers) for claim in draft.claims]
    if draft.columns:
        body = _table(draft, texts)
    else:
        body = "\n".join(f"- {text}" for text in texts) if draft.listed else " ".join(texts)
    parts = [verdict, _as_text(draft.lead), body, _as_text(draft.closing)]
    citations = tuple(_citation(n, e, papers) for e, n in numbers.items())
    return Composed(
        "\n\n".join(part for part in parts if part) or NOTHING_LEFT,
        citations,
        tuple(_refs(draft.claims, papers)),
    )


def _table(draft: Draft, texts: Sequence[str]) -> str:
    """A row an aspect, a column a paper; aspects that no claim is left of have no row."""
    cells = {(c.aspect, c.paper_id): t for c, t in zip(draft.claims, texts, strict=True)}
    rows = [["", *map(_as_text, draft.columns.values())], ["---"] * (1 + len(draft.columns))]
    for aspect in dict.fromkeys(claim.aspect for claim in draft.claims):
        rows.append([aspect, *(cells.get((aspect, i), "–") for i in draft.columns)])
    return "\n".join(f"| {' | '.join(map(_in_a_cell, row))} |" for row in rows)


def _in_a_cell(text: str) -> str:
    """A bar would end the cell, in mathematics too, where LaTeX has a name for it."""
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def _with_markers(claim: Claim, numbers: dict[Evidence, int]) -> str:
    spans = [replace(evidence, score=0.0) for evidence in claim.evidence]
    markers = "".join(f"[{numbers.setdefault(span, len(numbers) + 1)}]" for span in spans)
    return f"{_as_text(claim.text)} {markers}"


def _as_text(text: str) -> str:
    """A text in which nothing is taken for a marker, a link, an image or a tag."""
    return _TAKEN_FOR_MARKUP.sub(r"\\\g<0>", text)


def _citation(n: int, evidence: Evidence, papers: Mapping[str, Paper]) -> Citation:
    paper = papers[evidence.paper_id]
    span = (evidence.section, evidence.start, evidence.end)
    return Citation(
        n=n,
        paper_id=evidence.paper_id,
        title=paper.title,
        quote=evidence.text,
        section=paper.where(*span),
        start=evidence.start,
        end=evidence.end,
        places=tuple(paper.places(*span)),
    )


def _refs(claims: Iterable[Claim], papers: Mapping[str, Paper]) -> Iterable[PaperRef]:
    """The papers that claims say belong to the answer; else all that they cite."""
    claims = list(claims)
    ids = [c.paper_id for c in claims if c.paper_id]
    ids = ids or [e.paper_id for claim in claims for e in claim.evidence]
    return [PaperRef(i, papers[i].title, papers[i].source_id) for i in dict.fromkeys(ids)]
