"""The library's page, whole: what can be asked for, what was found, what was removed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from store import readers
from store.atlas import Atlas
from store.removals import Removals
from ui.shelf.charts import by_category, by_group, by_time, category_label, papers_of
from ui.shelf.holdings import Holding, counted, found
from ui.shelf.names import html, short
from ui.shelf.plot import plot
from ui.shelf.table import table
from ui.shelf.wanted import ADDRESS, CODE, MAP, NONE, TABLE, Wanted
from ui.text import escape

_ASSETS = Path(__file__).parent / "assets"
_SCRIPTS = ("page.js", "work.js", "map.js")  # the first serves the others
_SHARED = Path(__file__).parents[1] / "assets" / "page.css"
_MOST_ORGANISATIONS = 200
# Gradio darkens the body of the chat's page so; the styles that both have in common look for it.
_DARK = (
    "const dark = matchMedia('(prefers-color-scheme: dark)');"
    "const set = () => document.body.classList.toggle('dark', dark.matches);"
    "dark.addEventListener('change', set); set();"
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that the page shows of a library; `atlas` is None while the map is being drawn.

    `state` names the library's state, so that the page notices when it is another.
    """

    holdings: Sequence[Holding]
    removed: Removals
    atlas: Atlas | None
    state: str


def document(shelf: Shelf, wanted: Wanted, nonce: str) -> str:
    """The page; scripts run only with this nonce, so that nothing in a paper ever does."""
    styles = _SHARED.read_text("utf-8") + (_ASSETS / "shelf.css").read_text("utf-8")
    scripts = "".join((_ASSETS / name).read_text("utf-8") for name in _SCRIPTS)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Library · Footnote</title><style>{styles}</style></head>"
        f'<body class="shelf"><script nonce="{nonce}">{_DARK}</script>{_header(shelf, wanted)}'
        f'<main>{_form(shelf, wanted)}{_adding()}<div id="found" data-state="{shelf.state}" '
        f'data-drawn="{"yes" if shelf.atlas else "no"}">'
        f'{_found(shelf, wanted)}</div><div id="removed">{_removed(shelf.removed)}</div></main>'
        f'<div id="told" hidden></div><div id="said" role="status"></div>'
        f'<script nonce="{nonce}">{scripts}</script></body></html>'
    )


def _header(shelf: Shelf, wanted: Wanted) -> str:
    here = Wanted(library=wanted.library).address
    chat = f"/?{urlencode({'library': wanted.library})}" if wanted.library else "/"
    name = f" <strong>{escape(wanted.library)}</strong>" if wanted.library else ""
    return (
        '<header id="header"><h1>Footnote</h1>'
        f'<p><span id="total">{papers_of(len(shelf.holdings))}</span> '
        f'<span class="where">in the library{name}</span></p>'
        f'<nav aria-label="Footnote"><a href="{escape(chat)}">Chat</a>'
        f'<a href="{escape(here)}" aria-current="page">Library</a></nav></header>'
    )


def _form(shelf: Shelf, wanted: Wanted) -> str:
    categories = Counter(one.category for one in shelf.holdings)
    years = Counter(one.year for one in shelf.holdings)
    ranked = sorted(categories, key=lambda name: (name == NONE, -categories[name], name))
    newest = sorted(years, key=lambda name: (name != NONE, name), reverse=True)
    names = Counter(name for one in shelf.holdings for name in one.paper.organisations)
    organisations = "".join(
        f'<option value="{escape(short(name, 80))}"></option>'
        for name, _ in names.most_common(_MOST_ORGANISATIONS)
    )
    labels = {name: f"{short(category_label(name), 60)} ({categories[name]:,})" for name in ranked}
    by_year = {y: f"{'No date' if y == NONE else y} ({years[y]:,})" for y in newest}
    code = {"yes": "With code", "no": "Without code"}
    assert tuple(code) == CODE
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (
            *(("group", wanted.group), ("sort", wanted.sort), ("view", wanted.view)),
            *([("library", wanted.library)] if wanted.library else []),
        )
    )
    return (
        f'<form id="wanted" role="search" action="{ADDRESS}" aria-label="Papers">'
        f'<input type="search" name="q" value="{escape(wanted.q)}" maxlength="200" '
        'placeholder="Search titles, authors, abstracts …" aria-label="Search papers">'
        f"{_select('category', 'Any category', labels, wanted.category)}"
        f"{_select('year', 'Any year', by_year, wanted.year)}"
        f"{_select('code', 'Any code', code, wanted.code)}"
        f'<input type="text" name="org" value="{escape(wanted.org)}" list="organisations" '
        'maxlength="200" placeholder="Organisation" aria-label="Organisation">'
        f'<datalist id="organisations">{organisations}</datalist>{kept}'
        '<button type="submit">Search</button>'
        '<button type="button" name="adding" aria-expanded="false" aria-controls="adding">'
        "Add papers</button></form>"
    )


def _select(name: str, usual: str, labels: dict[str, str], chosen: str) -> str:
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(label)}</option>"
        for value, label in {"": usual, **labels}.items()
    )
    return f'<select name="{name}" aria-label="{name.capitalize()}">{options}</select>'


def _adding() -> str:
    endings = ",".join(sorted(readers.ENDINGS))
    return (
        '<section id="adding" aria-label="Add papers" hidden><div id="drop">'
        f'<label class="button">Choose files<input type="file" multiple accept="{endings}">'
        "</label><p>or drop them anywhere on this page: PDF, BibTeX, RIS, CSV, JSON, Atom, "
        "Markdown, plain text, or a zip of these. They are kept on this machine, in the library’s "
        'folder.</p></div><ul id="files" aria-label="Files" tabindex="0" '
        f'data-largest="{readers.LARGEST_FILE}"></ul></section>'
        "<noscript><p>Adding and removing papers needs JavaScript; on the command line, "
        "<code>footnote index</code> adds them.</p></noscript>"
    )


def _found(shelf: Shelf, wanted: Wanted) -> str:
    shown = found(shelf.holdings, wanted, shelf.atlas)
    count = _count(len(shown), len(shelf.holdings))
    return (
        f'<div class="summary"><h2 id="count" tabindex="-1">{count}</h2>'
        f"{_chips(shelf, wanted)}{_views(wanted)}</div>"
        f'<div class="columns"><div class="view">{_view(shelf, shown, wanted)}</div>'
        f'<aside aria-label="Charts" tabindex="0">{_charts(shelf, wanted)}</aside></div>'
    )


def _count(count: int, total: int) -> str:
    return papers_of(total) if count == total else f"{count:,} of {papers_of(total)}"


def _chips(shelf: Shelf, wanted: Wanted) -> str:
    """The filters that are set; a press takes one away."""
    if not wanted.filters:
        return ""
    chips = "".join(
        f'<a class="chip" href="{escape(wanted.but(**{name: ""}).address)}" '
        f'aria-label="Without the filter {escape(label)}">{escape(label)}</a>'
        for name, value in wanted.filters.items()
        for label in [_said(shelf, name, value)]
    )
    view = Wanted(wanted.library, sort=wanted.sort, view=wanted.view).address
    return f'<p class="chips">{chips}<a class="act" href="{escape(view)}">Clear all</a></p>'


def _said(shelf: Shelf, name: str, value: str) -> str:
    """A filter as people say it."""
    if name == "q":
        return f"“{short(value, 40)}”"
    if name == "category":
        return category_label(value)
    if name == "year":
        return "No date" if value == NONE else value
    if name == "code":
        return "With code" if value == "yes" else "Without code"
    if name == "org":
        return f"At {short(value, 40)}"
    groups = shelf.atlas.groups if shelf.atlas else ()
    return groups[int(value)].name if int(value) < len(groups) else "Another group"


def _views(wanted: Wanted) -> str:
    links = "".join(
        f'<a href="{escape(wanted.but(view=view).address)}"'
        f"{' aria-current=true' if wanted.view == view else ''}>{label}</a>"
        for view, label in ((TABLE, "Table"), (MAP, "Map"))
    )
    return f'<nav class="views" aria-label="View">{links}</nav>'


def _view(shelf: Shelf, shown: Sequence[Holding], wanted: Wanted) -> str:
    if wanted.view == MAP:
        if shelf.atlas is None:
            return '<p class="none" id="drawing">The map is being drawn …</p>'
        papers = [one.paper for one in shelf.holdings]
        return plot(papers, [one.paper.id for one in shown], shelf.atlas, wanted)
    if not shown:
        return '<p class="none">No paper fits all of that; take a filter away.</p>'
    return table(shown, wanted)


def _charts(shelf: Shelf, wanted: Wanted) -> str:
    def counts(name: str) -> Counter[str]:
        return counted(shelf.holdings, wanted, shelf.atlas, name)

    years = counts("year")
    undated = f"{years[NONE]:,} without a date" if years[NONE] else ""
    note = f'<p class="more">{undated}</p>' if undated else ""
    parts = [
        ("Over time", by_time(years, wanted) + note),
        ("Categories", by_category(counts("category"), wanted)),
    ]
    if shelf.atlas and len(shelf.atlas.groups) > 1:
        parts.append(("Topics", by_group(counts("group"), shelf.atlas, wanted)))
    return "".join(
        f"<section><h3>{heading}</h3>{content}</section>" for heading, content in parts if content
    )


def _removed(removed: Removals) -> str:
    """What can be put back, the newest removal first."""
    if not removed.papers:
        return ""
    items = "".join(
        f"<li><span>{html(short(paper.title))}</span>"
        f'<button type="button" class="act" name="restore" value="{escape(paper.id)}">Restore'
        f'<span class="unseen"> {escape(short(paper.title, 120))}</span></button></li>'
        for paper in reversed(removed.papers)
    )
    return (
        f"<details><summary>{papers_of(len(removed.papers))} removed</summary><ul>{items}</ul>"
        "</details>"
    )
