"""Tells a person step by step how an answer came about."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import singledispatch

from rag.trace import (
    Assessed,
    Checked,
    Decided,
    Excluded,
    Filtered,
    Ordered,
    Ranked,
    Read,
    Step,
    Understood,
    Weighed,
    WeighedPaper,
)
from rag.types import Filters, Question
from ui.terminal import without_controls

_WIDE = 100  # columns
_FEWEST, _LIKELY = 8, 0.05  # papers of a judgement that are shown at least; others from here on
_NEGLIGIBLE = 0.05  # log-odds


def explained(steps: Sequence[Step], timings_ms: Mapping[str, float]) -> str:
    """All steps as numbered paragraphs, then what each part took."""
    paragraphs = []
    for number, step in enumerate(steps, start=1):
        head, *rest = _told(step)
        paragraphs += [f"{number}. {head}", *rest]
    taken = ", ".join(f"{name} {ms:.1f}" for name, ms in timings_ms.items())
    paragraphs.append(f"{len(steps) + 1}. Milliseconds: {taken}")
    return without_controls("\n".join(line for text in paragraphs for line in _wrapped(text)))


def _wrapped(text: str) -> list[str]:
    """The text in lines of bounded width, each as far to the right as its first."""
    indent = " " * (len(text) - len(text.lstrip()) + 3)
    return textwrap.wrap(text, _WIDE, subsequent_indent=indent, break_on_hyphens=False) or [""]


@singledispatch
def _told(step: Step) -> Iterator[str]:
    """A heading and indented lines."""
    raise NotImplementedError(type(step))


@_told.register
def _(step: Understood) -> Iterator[str]:
    question = step.question
    yield f"Understood as a question of the kind {question.kind}"
    for name, value in _set(question, Question(question.text, "", question.kind)):
        yield f"   {name}: {_value(value)}"


def _value(value: object) -> str:
    """A field of a question in words; of filters only what they ask."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, Filters):
        return "; ".join(f"{name} {_value(asked)}" for name, asked in _set(value, Filters()))
    return str(value)


def _set(record: Question | Filters, plain: Question | Filters) -> Iterator[tuple[str, object]]:
    """The fields that differ from those of a plain one."""
    for field in fields(record):
        value = getattr(record, field.name)
        if value != getattr(plain, field.name):
            yield field.name, value


@_told.register
def _(step: Filtered) -> Iterator[str]:
    fit = f"{len(step.fitting)} of {step.considered} fit"
    yield f"Records compared with what is asked of them: {fit}"


@_told.register
def _(step: Excluded) -> Iterator[str]:
    yield f"Papers on “{step.topic}” are excluded: {', '.join(step.papers) or 'none'}"


@_told.register
def _(step: Ranked) -> Iterator[str]:
    yield f"Retrieved for “{step.query}”, the first is taken (score; cosine, BM25)"
    for paper in step.papers:
        yield f"   {paper.score:.2f}  {paper.title} ({paper.cosine:.2f}, {paper.bm25:.1f})"


@_told.register
def _(step: Assessed) -> Iterator[str]:
    yield (
        f"The language model judged {len(step.papers)} papers; that it tells them apart has a "
        f"chance of {step.trust:.2f}, and counts from {step.cut:.2f} on"
    )
    if step.fault:
        yield f"   {step.fault}"
    for paper in step.papers:
        quote = f" “{paper.quote}”" if paper.quote else ""
        yield f"   {'yes' if paper.fits else 'no '} {paper.log_odds:+.1f}  {paper.title}{quote}"


@_told.register
def _(step: Weighed) -> Iterator[str]:
    besides = f", without “{step.without}”" if step.without else ""
    yield (
        f"{len(step.papers) + step.others} papers judged on “{step.topic}” "
        f"({step.relation}{besides}): one fits from {step.cut:.2f} on, "
        f"is a near miss from {step.near:.2f}; log-odds begin at {step.bias:+.1f}"
    )
    shown = [
        paper
        for place, paper in enumerate(step.papers)
        if place < _FEWEST or paper.probability >= _LIKELY or paper.nearness >= step.near
    ]
    for paper in shown:
        yield from _weighed(paper)
    if rest := len(step.papers) + step.others - len(shown):
        yield f"   {rest} more, each below {_LIKELY}"


def _weighed(paper: WeighedPaper) -> Iterator[str]:
    yield f"   {paper.probability:.2f} {paper.verdict}: {paper.title}"
    added = [f"{name} {x:+.1f}" for name, x in paper.log_odds.items() if abs(x) >= _NEGLIGIBLE]
    yield f"        {', '.join(added)}"
    yield f"        “{paper.quote}”"


@_told.register
def _(step: Ordered) -> Iterator[str]:
    wanted = [
        *([str(step.order)] if step.order else []),
        *([f"at most {step.limit}"] * bool(step.limit)),
    ]
    after = f", after the first {step.skip}" if step.skip else ""
    yield f"Put in order and cut ({', '.join(wanted)}{after}): {len(step.kept)} kept"
    if step.dropped:
        yield f"   dropped: {', '.join(step.dropped)}"


@_told.register
def _(step: Read) -> Iterator[str]:
    yield f"Read {step.title} (score, cosine; taken from {step.cut:.2f} on)"
    for sentence in step.sentences:
        taken = "taken" if sentence.taken else "left "
        yield f"   {taken} {sentence.score:.2f}, {sentence.cosine:.2f}  {sentence.text}"


@_told.register
def _(step: Decided) -> Iterator[str]:
    verdict = "enough to answer" if step.answered else "too little to answer"
    yield f"Confidence {step.confidence:.2f}, cut-off {step.cut:.2f}: {verdict}"
    yield f"   words covered {step.coverage:.2f}, nearest sentence's cosine {step.cosine:.2f}"
    if step.missing:
        yield f"   words missing in {step.paper_id}: {', '.join(step.missing)}"
    if step.strange:
        yield f"   of these strange to the library, or names: {', '.join(step.strange)}"
    if step.off_focus:
        yield "   the very thing asked for is missing"
    if step.unsaid:
        yield "   the count or setting asked for is not given"


@_told.register
def _(step: Checked) -> Iterator[str]:
    kept = sum(not claim.fault for claim in step.claims)
    silent = "; the question is refused" if step.abstained else ""
    yield f"Statements compared with the papers: {kept} of {len(step.claims)} hold{silent}"
    if step.lead:
        yield f"   {step.lead}"
    for claim in step.claims:
        verdict = f"dropped, {claim.fault}" if claim.fault else "holds"
        yield f"   {verdict}: {claim.text} [{', '.join(claim.paper_ids)}]"
