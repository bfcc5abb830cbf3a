"""What of a library is to be shown: read from the page's address, and written back into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

ADDRESS = "/library"
NONE = "none"  # the papers without a year or category
SORTS = ("date", "title", "authors", "category", "code")
TABLE, MAP = "table", "map"
CODE = ("yes", "no")
_LONGEST = 200  # characters of a filter
_NEWEST_FIRST = "-date"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters (an empty one lets everything through), the order, the page, and the view.

    `sort` is one of SORTS, with "-" before it for the other way round; `group` is the number
    of a group on the map. `library` is the name of one that the chat was not started with.
    """

    library: str = ""
    q: str = ""
    category: str = ""
    year: str = ""
    code: str = ""
    org: str = ""
    group: str = ""
    sort: str = _NEWEST_FIRST
    page: int = 1
    view: str = TABLE

    def but(self, **changes: Any) -> Wanted:
        """This with other filters, order or view; it begins with the first page again."""
        return replace(self, **{"page": 1, **changes})

    def toggled(self, name: str, value: str) -> Wanted:
        """This with a filter set, or taken away where it is set so already."""
        return self.but(**{name: "" if getattr(self, name) == value else value})

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set."""
        names = ("q", "category", "year", "code", "org", "group")
        return {name: value for name in names if (value := getattr(self, name))}

    @property
    def address(self) -> str:
        """The page's address that shows this; what is as usual is left out."""
        usual = Wanted()
        said = {
            name: value
            for name in ("library", *self.filters, "sort", "page", "view")
            if (value := getattr(self, name)) != getattr(usual, name)
        }
        return f"{ADDRESS}?{urlencode(said)}" if said else ADDRESS


def read_wanted(query: Mapping[str, str]) -> Wanted:
    """What an address asks for; whatever makes no sense in it is passed over."""
    said = {
        name: " ".join(query.get(name, "").split())[:_LONGEST]
        for name in ("library", "q", "category", "year", "code", "org", "group")
    }
    sort, page = query.get("sort", ""), query.get("page", "")
    return Wanted(
        **{
            **said,
            "code": said["code"] if said["code"] in CODE else "",
            "group": said["group"] if _is_number(said["group"]) else "",
        },
        sort=sort if sort.removeprefix("-") in SORTS else _NEWEST_FIRST,
        page=max(1, int(page)) if _is_number(page) else 1,
        view=MAP if query.get("view") == MAP else TABLE,
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7
