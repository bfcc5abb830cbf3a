"""An answer that is a set of papers as a table that can be sorted, with a small timeline.

The answer itself stays Markdown, a list with a paper an item; where it has just that shape,
each item becomes a row under what the paper's record says. All of it is pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from store.papers import Paper
from ui.cards import authors_line
from ui.conversation import Source
from ui.marks import marker, time_of
from ui.text import escape, html

_MARKERS = re.compile(r"(?:\s*\[\d{1,4}\])+\s*$")
_NUMBER = re.compile(r"\[(\d{1,4})\]")
# What stands between a paper's title and what is said of it: its credit, then a sign.
_CREDIT = re.compile(r"(?: \([^()]{0,200}\))?(?P<sign>[:,]) (?P<said>.*)", re.DOTALL)
_FEWEST = 2  # rows: one paper alone is read better as a sentence
_FEWEST_IN_TIME = 3
_EMPHASIS = re.compile(r"(?<![\\*])\*{1,2}(?=\S)(.+?)(?<=\S)\*{1,2}(?!\*)")


@dataclass(frozen=True, slots=True)
class Row:
    """A paper of the set, what the answer says of it, and the sources of that.

    `said` is "" where the record has said it all.
    """

    paper: Paper
    said: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """A list of papers with what stands before and after it."""

    lead: str
    rows: tuple[Row, ...]
    rest: str


def read_set(markdown: str, sources: Sequence[Source]) -> SetAnswer | None:
    """The set that an answer lists; None where it is not a list with a paper an item."""
    by_number = {source.citation.n: source for source in sources}
    blocks = markdown.split("\n\n")
    place = next((i for i, block in enumerate(blocks) if block.startswith("- ")), None)
    if place is None:
        return None
    items = blocks[place].removeprefix("- ").split("\n- ")
    rows = [_row(item, by_number) for item in items]
    whole = tuple(row for row in rows if row)
    ids = {row.paper.id for row in whole}
    if len(items) < _FEWEST or len(whole) != len(items) or len(ids) != len(items):
        return None
    rest = "\n\n".join(blocks[place + 1 :])
    return SetAnswer("\n\n".join(blocks[:place]), whole, rest)


def _row(item: str, sources: Mapping[int, Source]) -> Row | None:
    """An item that begins with the title of the paper that it cites first."""
    found = _MARKERS.search(item)
    if not found:
        return None
    cited = [sources.get(int(n)) for n in _NUMBER.findall(found.group())]
    own = tuple(source for source in cited if source)
    if not own or len(own) != len(cited):
        return None
    paper, text = own[0].paper, item[: found.start()].strip()
    title = f"**{paper.title}**"
    credit = _CREDIT.fullmatch(text, len(title)) if text.startswith(title) else None
    if not credit:
        return None
    # A comma begins the record's own fields, and they have columns.
    return Row(paper, credit["said"] if credit["sign"] == ":" else "", own)


def table(found: SetAnswer, turn: int) -> str:
    """The rows as one line of HTML, the timeline above them."""
    says = any(row.said for row in found.rows)
    names = ["Paper", "Date", "Authors", *(["Evidence"] if says else []), "Code"]
    heads = "".join(
        f'<th scope="col" class="{name.lower()}"><button type="button" class="act sort" '
        f'name="sort" value="{name.lower()}" title="Sort by {name.lower()}">{name}</button></th>'
        for name in names
    )
    rows = "".join(_html(row, turn, says=says) for row in found.rows)
    return (
        f'{timeline([row.paper for row in found.rows])}<table class="set"><thead><tr>{heads}</tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _html(row: Row, turn: int, *, says: bool) -> str:
    paper = row.paper
    markers = " ".join(marker(source.citation, turn) for source in row.sources)
    day = time_of(paper, with_day=False) or "–"
    evidence = f'<td class="evidence">{_emphasised(row.said)} {markers}</td>' if says else ""
    beside = "" if says else f" {markers}"
    return (
        f'<tr><td class="paper">{html(paper.title)}{beside}</td><td class="date">{day}</td>'
        f'<td class="authors">{_people(paper)}</td>{evidence}'
        f"{_CODE if paper.has_code else _NO_CODE}</tr>"
    )


_CODE = '<td class="code">Code</td>'
_NO_CODE = '<td class="code none">–</td>'


def _people(paper: Paper) -> str:
    """The authors, and small below them where they are from."""
    names = authors_line(paper)
    if not paper.organisations:
        return escape(names)
    return f"{escape(names)}<small>{escape(', '.join(paper.organisations))}</small>"


def _emphasised(text: str) -> str:
    """A statement as HTML; its emphasis is left out, for a cell needs none."""
    return html(_EMPHASIS.sub(r"\1", text))


def timeline(papers: Sequence[Paper]) -> str:
    """A dot for each paper over its year, from the first year to the last."""
    dated = sorted((paper for paper in papers if paper.date), key=lambda p: p.date or p.date.min)  # type: ignore[union-attr]
    years = {
        year: list(own) for year, own in groupby(dated, key=lambda p: p.date.year if p.date else 0)
    }
    if len(dated) < _FEWEST_IN_TIME or len(years) < _FEWEST:
        return ""
    columns = "".join(
        f'<span class="year"><span class="dots">{_dots(years.get(year, []))}</span>{year}</span>'
        for year in range(min(years), max(years) + 1)
    )
    told = ", ".join(f"{year}: {len(own)}" for year, own in years.items())
    return f'<div class="timeline" role="img" title="Papers by year: {told}">{columns}</div>'


def _dots(papers: Sequence[Paper]) -> str:
    return "".join(
        f'<i class="dot" title="{escape(f"{paper.title}, {paper.date:%b %Y}")}"></i>'
        for paper in papers
    )
