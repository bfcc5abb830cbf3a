"""Small charts of a library as SVG; a press on a bar filters, and again lets everything through.

All of it is pure. Lengths across are percentages, so that the letters keep their size in any
width; every bar is a link with a name, so that it can be reached and heard.
"""

from __future__ import annotations

from collections.abc import Mapping

from store.atlas import Atlas, Group
from store.categories import category_name
from ui.shelf.wanted import NONE, Wanted
from ui.text import escape

_HIGH = 88  # pixels of the longest bar over the years
_FULL_LABELS = 7  # more years than this are labelled by their last two digits
_SHORT_LABELS = 14  # and more than this only here and there
_NUMBERED = 14  # bars; more have no room for their numbers
_MOST_CATEGORIES = 8
_ROW = 34  # pixels
_WIDEST = 60  # years; a longer stretch begins later, and what is earlier is in the list


def papers_of(count: int) -> str:
    """A number of papers in words."""
    return "1 paper" if count == 1 else f"{count:,} papers"


def by_time(counts: Mapping[str, int], wanted: Wanted) -> str:
    """A bar a year; "" where no paper has one."""
    years = sorted(int(year) for year in counts if year != NONE)
    if not years:
        return ""
    span = range(max(years[0], years[-1] - _WIDEST), years[-1] + 1)
    most, width = max(counts[str(year)] for year in years), 100 / len(span)
    bars = "".join(
        _bar(year, counts.get(str(year), 0), most, (place * width, width), wanted)
        for place, year in enumerate(span)
    )
    labels = "".join(_label(year, span, width) for year in span)
    return (
        f'<svg class="chart years" width="100%" height="{_HIGH + 40}" role="group" '
        f'aria-label="Papers over time">{bars}{labels}</svg>'
    )


def _bar(year: int, count: int, most: int, place: tuple[float, float], wanted: Wanted) -> str:
    if not count:
        return ""
    left, width = place
    high = max(3.0, _HIGH * count / most)
    top, gap = 18 + _HIGH - high, min(width * 0.12, 1.2)
    # Where bars are narrow a number shows only while its bar is pointed at.
    kind = "n" if width * _NUMBERED >= 100 else "n hint"
    shown = f'<text x="{left + width / 2:.2f}%" y="{top - 4:.1f}" class="{kind}">{count}</text>'
    return _link(
        wanted.toggled("year", str(year)).address,
        f"{year}: {papers_of(count)}",
        f'<rect class="hit" x="{left:.2f}%" y="0" width="{width:.2f}%" height="{_HIGH + 18}"/>'
        f'<rect class="bar" x="{left + gap:.2f}%" y="{top:.1f}" width="{width - 2 * gap:.2f}%" '
        f'height="{high:.1f}" rx="2"/>{shown}',
        on=wanted.year == str(year),
    )


def _label(year: int, span: range, width: float) -> str:
    every = 1 if len(span) <= _SHORT_LABELS else -(-len(span) // _FULL_LABELS)
    if (span[-1] - year) % every:
        return ""
    shown = str(year) if len(span) <= _FULL_LABELS or every > 1 else f"’{year % 100:02}"
    middle = (year - span[0] + 0.5) * width
    return f'<text x="{middle:.2f}%" y="{_HIGH + 34}" class="label">{shown}</text>'


def by_category(counts: Mapping[str, int], wanted: Wanted) -> str:
    """A bar for each of the commonest categories, and for the one that is chosen."""
    ranked = sorted(counts, key=lambda name: (name == NONE, -counts[name], name))
    shown = ranked[:_MOST_CATEGORIES]
    if wanted.category in counts and wanted.category not in shown:
        shown[-1] = wanted.category
    if not shown or shown == [NONE]:
        return ""
    most = max(counts[name] for name in shown)
    rows = "".join(_row(name, counts[name], most, i * _ROW, wanted) for i, name in enumerate(shown))
    rest = len(ranked) - len(shown)
    more = f'<p class="more">and {rest} more, in the list above</p>' if rest > 0 else ""
    return (
        f'<svg class="chart categories" width="100%" height="{_ROW * len(shown)}" role="group" '
        f'aria-label="Papers by category">{rows}</svg>{more}'
    )


def _row(name: str, count: int, most: int, top: int, wanted: Wanted) -> str:
    label = category_label(name)
    return _link(
        wanted.toggled("category", name).address,
        f"{label} {papers_of(count)}",
        f'<rect class="hit" x="0" y="{top}" width="100%" height="{_ROW}"/>'
        # HTML is cut with an ellipsis where it would run into the number; SVG cannot do that.
        f'<foreignObject x="0" y="{top}" width="88%" height="20">'
        f'<div class="of" title="{escape(label)}">{escape(label)}</div></foreignObject> '
        f'<text x="100%" y="{top + 15}" class="n end">{count:,}</text>'
        f'<rect class="track" x="0" y="{top + 21}" width="100%" height="5" rx="2"/>'
        f'<rect class="bar" x="0" y="{top + 21}" width="{100 * count / most:.2f}%" height="5" '
        'rx="2"/>',
        on=wanted.category == name,
    )


def category_label(name: str) -> str:
    """A category as people read it: "CL · Computation and Language"."""
    if name == NONE:
        return "No category"
    known = category_name(name)
    short = name if len(name) <= 40 else f"{name[:40]}…"
    return f"{short} · {known}" if known else short


def _link(address: str, name: str, content: str, *, on: bool) -> str:
    mark = ' class="on" aria-current="true"' if on else ""
    return f'<a href="{escape(address)}"{mark} aria-label="{escape(name)}">{content}</a>'


def by_group(counts: Mapping[str, int], atlas: Atlas, wanted: Wanted) -> str:
    """The groups of the map as a list: what the map shows, in words."""
    items = "".join(
        _group(number, group, counts.get(str(number), 0), wanted)
        for number, group in enumerate(atlas.groups)
    )
    return f'<ul class="groups">{items}</ul>'


def _group(number: int, group: Group, count: int, wanted: Wanted) -> str:
    mark = ' aria-current="true"' if wanted.group == str(number) else ""
    return (
        f'<li><a href="{escape(wanted.toggled("group", str(number)).address)}"{mark}>'
        f'<span class="dot g{number}" aria-hidden="true"></span>'
        f'<span class="terms">{escape(group.name)}</span> <span class="n">{count:,}</span>'
        '<span class="unseen"> papers</span></a></li>'
    )
