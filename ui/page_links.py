"""Where a source stands on the pages of its PDF: buttons that show them; pure."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import quote

from store.places import Place
from ui.conversation import Source
from ui.text import escape


def page_buttons(source: Source, library: str) -> str:
    """A button for each page that the quote stands on; none where it stands on no page."""
    places = sorted(source.citation.places, key=lambda place: place.page)
    pages = {page: list(own) for page, own in groupby(places, key=lambda place: place.page)}
    if not pages or not source.edition:
        return ""
    return (
        '<div class="pages">'
        + "".join(_button(source, library, page, own) for page, own in pages.items())
        + "</div>"
    )


def _button(source: Source, library: str, page: int, places: list[Place]) -> str:
    """Its value is the picture's address, and the boxes to mark on it, in points."""
    address = f"/pages/{quote(library, safe='')}/{source.paper.id}/{page}-{source.edition}"
    boxes = ";".join(",".join(f"{side:g}" for side in place.box) for place in places)
    title = escape(f"Page {page} of {source.paper.title}")
    return (
        f'<button type="button" class="act page" name="page" value="{escape(address)} {boxes}" '
        f'title="{title}">Show page {page}</button>'
    )
