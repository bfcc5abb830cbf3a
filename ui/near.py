"""Why a paper is in a set, and which ones are not though they come near."""

from __future__ import annotations

from rag.question.describe import filter_words
from rag.types import Answer, Weighed
from ui.text import escape, html


def near_misses(answer: Answer) -> str:
    """The near misses of a set, folded away, each with the sentence that came nearest."""
    near = [weighed for weighed in answer.weighed if not weighed.fits]
    if not near:
        return ""
    count = "1 near miss" if len(near) == 1 else f"{len(near)} near misses"
    items = "".join(_near(weighed, answer) for weighed in near)
    return (
        f'<details class="near"><summary>{count}, not counted</summary><ul>{items}</ul></details>'
    )


def _near(weighed: Weighed, answer: Answer) -> str:
    return (
        f"<li><strong>{html(weighed.title)}</strong> {_fits(weighed, answer)}. "
        f"Its nearest sentence: “{html(weighed.evidence.text)}”</li>"
    )


def why(answer: Answer, paper_id: str) -> str:
    """Why a paper is in the set, in one line; "" where nothing was weighed or filtered."""
    own = next((w for w in answer.weighed if w.paper_id == paper_id and w.fits), None)
    reasons = []
    if own:
        by = "" if answer.question.like else ", by its nearest sentence"
        reasons.append(f"{_fits(own, answer)}{by}")
    if met := filter_words(answer.question.filters):
        reasons.append(f"its record meets: {', '.join(met)}")
    return escape("; ".join(reasons))


def _fits(weighed: Weighed, answer: Answer) -> str:
    """How a paper was judged: its chance of fitting, or how like it is to a given one."""
    if answer.question.like:
        return f"has a likeness of {weighed.chance:.2f} (cosine)"
    return f"fits with {_percent(weighed.chance)}"


def _percent(chance: float) -> str:
    """Never certain: the judge is right most of the time, not always."""
    return f"{min(99, max(1, round(100 * chance)))} %"
