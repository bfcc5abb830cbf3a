"""The papers as a table, a page of it at a time, with the way to the other pages. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.papers import Paper
from ui.cards import authors_line
from ui.marks import time_of
from ui.shelf.charts import category_label
from ui.shelf.holdings import Holding
from ui.shelf.names import asking, authors, html, short
from ui.shelf.wanted import Wanted
from ui.text import escape

ON_A_PAGE = 50
_LONGEST_ABSTRACT = 12_000  # characters
_HEADINGS = {
    "title": "Paper",
    "authors": "Authors",
    "date": "Date",
    "category": "Category",
    "code": "Code",
}
_FIRST_FALLS = ("date",)


def pages_of(count: int) -> int:
    """How many pages so many papers take, at least one."""
    return max(1, -(-count // ON_A_PAGE))


def table(found: Sequence[Holding], wanted: Wanted) -> str:
    """One page of the papers found; a press on a heading sorts."""
    page = min(wanted.page, pages_of(len(found)))
    shown = found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    heads = "".join(_heading(name, wanted) for name in _HEADINGS)
    rows = "".join(_row(one.paper, wanted.library) for one in shown)
    return (
        f'<table class="papers" role="table" aria-label="Papers"><thead role="rowgroup">'
        '<tr role="row"><th role="columnheader" scope="col" class="pick">'
        '<input type="checkbox" id="pick-all" aria-label="Select all papers on this page">'
        f'</th>{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        f"{_pager(len(found), replace(wanted, page=page))}"
    )


def _heading(name: str, wanted: Wanted) -> str:
    own = wanted.sort.removeprefix("-") == name
    falls = wanted.sort.startswith("-")
    down = not falls if own else name in _FIRST_FALLS
    state = f' aria-sort="{"descending" if falls else "ascending"}"' if own else ""
    address = escape(wanted.but(sort=f"-{name}" if down else name).address)
    return (
        f'<th role="columnheader" scope="col" class="{name}"{state}>'
        f'<a href="{address}">{_HEADINGS[name]}</a></th>'
    )


def _row(paper: Paper, library: str) -> str:
    name = html(short(paper.title)) or "Untitled"
    said = escape(short(paper.title, 120))
    pick = (
        f'<input type="checkbox" name="pick" value="{escape(paper.id)}" aria-label="Select {said}">'
    )
    title = f"<details><summary>{name}</summary>{_whole(paper, library)}</details>"
    code = '<span class="code" title="The paper\'s code is public">Code</span>'
    return (
        f'<tr role="row" id="paper-{escape(paper.id)}">'
        f"{_cell('pick', pick)}{_cell('title', title)}{_cell('authors', _credit(paper))}"
        f"{_cell('date', time_of(paper, with_day=False))}{_cell('category', _category(paper))}"
        f"{_cell('code', code if paper.has_code else '')}</tr>"
    )


def _cell(name: str, content: str) -> str:
    lacks = "" if content else " lacks"
    return f'<td role="cell" class="{name}{lacks}">{content or "–"}</td>'


def _category(paper: Paper) -> str:
    if not paper.category:
        return ""
    label = escape(category_label(paper.category))
    return f'<span title="{label}">{escape(short(paper.category, 24))}</span>'


def _credit(paper: Paper) -> str:
    """The first authors, and their organisations below."""
    at = escape(", ".join(short(name, 40) for name in paper.organisations[:3]))
    return f"{escape(authors(paper))}{f'<small>{at}</small>' if at else ''}"


def _whole(paper: Paper, library: str) -> str:
    """What a press on the title opens: abstract, all authors, places, and what can be done."""
    abstract = short(paper.text[: paper.opening], _LONGEST_ABSTRACT)
    facts = {
        "Authors": authors_line(paper),
        "Date": paper.day,
        "Category": category_label(paper.category) if paper.category else "",
        "Code": "public" if paper.has_code else "",
        "Organisations": ", ".join(paper.organisations),
        "In": paper.venue,
        "DOI": paper.doi,
        "arXiv": paper.arxiv,
        "From": ", ".join(_file(place) for place in (paper.source, *paper.also_in) if place),
    }
    listed = "".join(
        f"<dt>{name}</dt><dd>{escape(short(value, 2_000))}</dd>"
        for name, value in facts.items()
        if value
    )
    title = f'<p class="full">{html(paper.title)}</p>' if len(paper.title) > 300 else ""
    return (
        f'<div class="whole">{title}<p>{html(abstract)}</p><dl>{listed}</dl><p class="acts">'
        f'<a class="act" href="{asking(paper, library)}">Ask about it</a>'
        f'<button type="button" class="act" name="remove" value="{escape(paper.id)}">Remove'
        f'<span class="unseen"> {escape(short(paper.title, 120))}</span></button></p></div>'
    )


def _file(place: str) -> str:
    """The name of the file that a place is in, without its folder."""
    return place.rpartition(":")[0].replace("\\", "/").rpartition("/")[2] or place


def _pager(count: int, wanted: Wanted) -> str:
    pages = pages_of(count)
    if pages == 1:
        return ""
    first = (wanted.page - 1) * ON_A_PAGE + 1
    last = min(count, wanted.page * ON_A_PAGE)
    before = _page(wanted, wanted.page - 1, "Previous") if wanted.page > 1 else ""
    after = _page(wanted, wanted.page + 1, "Next") if wanted.page < pages else ""
    near = [n for n in range(1, pages + 1) if n in (1, pages) or abs(n - wanted.page) <= 2]
    links = ""
    for place, number in enumerate(near):
        gap = " … " if place and number - near[place - 1] > 1 else " "
        links += gap + _page(wanted, number, str(number))
    return (
        f'<nav class="pager" aria-label="Pages"><span>{first:,}–{last:,} of {count:,}</span>'
        f"<span>{before}{links} {after}</span></nav>"
    )


def _page(wanted: Wanted, number: int, label: str) -> str:
    if label == str(wanted.page):
        return f'<a aria-current="page" href="{escape(wanted.address)}">{label}</a>'
    return f'<a href="{escape(replace(wanted, page=number).address)}">{label}</a>'
