"""What stands beside the conversation, as HTML: a card for each source; at first, the papers.

All of it is pure, and all text goes through `ui.text`. It is shown by Gradio's Markdown, so
each answer's cards are one line: an HTML block that ends at the first blank line. The number
of the turn tells the cards of one answer from those of another: source 2 of the first answer
is `#src-1-2`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from rag.types import Answer, Citation
from store.categories import category_name
from store.papers import Paper, Passage
from ui.conversation import Source, Turn
from ui.marks import time_of
from ui.near import why
from ui.page_links import page_buttons
from ui.text import escape, html

# How much of a passage shows on each side of its quote before "Whole passage" is pressed.
_CONTEXT = 140
_LONGEST_HEADING = 200
_LONGEST_ASKED = 400
# A longer list would be slow to show, and nobody reads it.
_MOST_LISTED = 200


def listing(papers: Collection[Paper]) -> str:
    """The papers that can be asked about, newest first: what is shown before any source."""
    newest = sorted(papers, key=lambda paper: paper.date or date.min, reverse=True)
    lines = "".join(_listed(paper) for paper in newest[:_MOST_LISTED])
    more = len(newest) - _MOST_LISTED
    rest = f'<p class="more">and {more} more</p>' if more > 0 else ""
    return f'<section class="listing"><h2>In this library</h2><ul>{lines}</ul>{rest}</section>'


def _listed(paper: Paper) -> str:
    """A paper's month and its title, which asks about it when it is pressed."""
    asked = escape(f"What is {paper.title[:_LONGEST_ASKED]} about?")
    return (
        f"<li>{time_of(paper, with_day=False)} "
        f'<button type="button" class="act" name="ask" value="{asked}" title="{asked}">'
        f"{html(paper.title)}</button></li>"
    )


def panel(turns: Sequence[Turn], library: str = "", shown: int = 0) -> str:
    """The sources of a conversation, newest first; only those of the newest answer are open.

    `library` is the name of the one that they are from, for pictures of their pages. The first
    `shown` of each answer stand open, the others folded below; 0 is all.
    """
    cited = [(number, turn) for number, turn in enumerate(turns, start=1) if turn.sources]
    if not cited:
        return ""
    newest = cited[-1][0]
    return "\n\n".join(
        _sources(turn, number, library, shown, opened=number == newest)
        for number, turn in reversed(cited)
    )


def _sources(turn: Turn, number: int, library: str, shown: int, *, opened: bool) -> str:
    """The cards of one answer, under its question."""
    count = "1 source" if len(turn.sources) == 1 else f"{len(turn.sources)} sources"
    cards = [_card(source, number, turn.answer, library) for source in turn.sources]
    first, others = "".join(cards[: shown or None]), cards[shown:] if shown else []
    more = (
        f'<details class="others"><summary>{len(others)} more</summary>{"".join(others)}</details>'
        if others
        else ""
    )
    asked = escape(turn.question[:_LONGEST_HEADING])
    return (
        f'<details class="turn"{" open" if opened else ""}>'
        f'<summary><span class="count">{count}</span> <span class="asked">{asked}</span></summary>'
        f"{first}{more}</details>"
    )


def _card(source: Source, turn: int, answer: Answer | None, library: str) -> str:
    """One source: the paper's record, and the quote highlighted in its passage."""
    citation, paper = source.citation, source.paper
    ref = f"{turn}-{citation.n}"
    back = f"Back to where source {citation.n} is cited"
    return (
        f'<article class="card" id="src-{ref}" tabindex="-1">'
        f'<h3><a class="number" href="#ref-{ref}" title="{back}">[{citation.n}]</a> '
        f"{html(paper.title)}</h3>"
        f'<p class="authors">{escape(authors_line(paper))}</p>'
        f'<p class="facts">{_facts(paper, citation.section)}</p>'
        f"{_passage(citation, source.passage)}{page_buttons(source, library)}"
        f"{_why(answer, paper)}</article>"
    )


def _why(answer: Answer | None, paper: Paper) -> str:
    reason = why(answer, paper.id) if answer else ""
    return f'<p class="why">Why it is here: {reason}</p>' if reason else ""


def authors_line(paper: Paper) -> str:
    """All authors as one line of text."""
    names = ", ".join(paper.authors)
    return f"{names} et al." if paper.authors_cut else names


def _facts(paper: Paper, section: str) -> str:
    """The line of small facts: date, category, code, organisations, section."""
    facts = []
    if paper.date:
        facts.append(time_of(paper, with_day=True))
    if paper.category:
        name = escape(category_name(paper.category) or "arXiv category")
        facts.append(f'<abbr class="category" title="{name}">{escape(paper.category)}</abbr>')
    if paper.has_code:
        facts.append('<span class="code" title="The paper\'s code is public">Code</span>')
    if paper.organisations:
        facts.append(f'<span class="organisations">{escape(", ".join(paper.organisations))}</span>')
    facts.append(f'<span class="section">{escape(section_name(section))}</span>')
    return " ".join(facts)


def _passage(citation: Citation, passage: Passage) -> str:
    """The passage with the quote marked, its far ends folded away."""
    start, end = citation.start - passage.start, citation.end - passage.start
    before, after = passage.text[:start], passage.text[end:]
    head, before = before[: _cut_before(before)], before[_cut_before(before) :]
    after, tail = after[: _cut_after(after)], after[_cut_after(after) :]
    button = '<button class="unfold" type="button">Whole passage</button>' if head or tail else ""
    return (
        f'<div class="passage">{_folded(head)}{html(before)}'
        f"<mark>{html(citation.quote)}</mark>{html(after)}{_folded(tail)}</div>{button}"
    )


def _folded(text: str) -> str:
    return f'<span class="rest">{html(text)}</span>' if text else ""


def _cut_before(text: str) -> int:
    """Where the shown end of `text` begins: at a word, never within mathematics."""
    places = [m.end() for m in re.finditer(r"\s", text) if _cuttable(text, m.end())]
    near = [place for place in places if len(text) - place >= _CONTEXT]
    return near[-1] if near else 0


def _cut_after(text: str) -> int:
    """Where the shown beginning of `text` ends: before a word, never within mathematics."""
    places = (m.start() for m in re.finditer(r"\s", text) if _cuttable(text, m.start()))
    return next((place for place in places if place >= _CONTEXT), len(text))


def _cuttable(text: str, place: int) -> bool:
    return text.count("$", 0, place) % 2 == 0


def section_name(section: str) -> str:
    """A section as people call it; all but its first letter as it stands."""
    return section[:1].upper() + section[1:]
