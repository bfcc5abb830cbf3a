"""Which column of a table, or key of an object, holds which field of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from store.errors import CallError

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "paper title", "article title", "document title", "display name", "name"),
    "text": (  # its first name is how people call it
        *("abstract", "abstract note", "summary", "abstract text", "description", "text"),
        *("content", "body"),
    ),
    "authors": ("authors", "author", "author names", "author full names", "creators", "creator"),
    "date": (
        *("date", "publication date", "published", "published date", "date published"),
        *("published at", "submitted", "created", "update date", "year", "publication year"),
        "pub year",
    ),
    "doi": ("doi", "digital object identifier"),
    "arxiv": ("arxiv", "arxiv id", "arxivid", "eprint"),
    "url": ("url", "link", "pdf url", "paper url", "urls", "article url"),
    "venue": (
        *("venue", "journal", "publication title", "source title", "conference", "booktitle"),
        *("container title", "journal ref", "publication", "publisher"),
    ),
    "keywords": ("keywords", "author keywords", "tags", "topics", "manual tags", "fields of study"),
    "category": ("category", "primary category", "categories"),
    "organisations": (
        *("organisations", "organizations", "affiliations", "affiliation", "institutions"),
        "institution",
    ),
    "code": (
        *("code", "has code", "code url", "code link", "code available", "code repository"),
        *("repository", "repo", "repo url", "github", "github url", "github link"),
    ),
    "id": ("id", "key", "paper id", "item key", "citation key", "accession number"),
}
"""The fields of a paper, each with the names that exports give it, the likeliest first."""

_YEARS = ("publication year", "year", "pub year")  # beside a date that may be but "SEP 18"
_CALLED = {name: field for field, names in FIELDS.items() for name in (field, *names)}
_WRAPPERS = ("metadata", "meta", "attributes", "properties", "_source", "paper", "bib")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names given by a person: field -> column. Fields without one are guessed."""

    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, settings: Iterable[str]) -> Columns:
        """From settings such as "title=Paper Name"; raises CallError for another shape."""
        given = {}
        for setting in settings:
            name, _, column = setting.partition("=")
            called = _CALLED.get(plain_name(name))
            if called is None or not column.strip():
                known = ", ".join(names[0] for names in FIELDS.values())
                raise CallError(
                    f"{setting!r} names no column; write FIELD=COLUMN, where FIELD is one of "
                    f"{known}."
                )
            given[called] = column.strip()
        return cls(given)

    def strange_to(self, names: Iterable[str]) -> list[str]:
        """The columns that a person named and that are not among these."""
        known = {plain_name(name) for name in names}
        return [column for column in self.given.values() if plain_name(column) not in known]

    def among(self, names: Iterable[str]) -> dict[str, str]:
        """Field -> the column of these names that holds it; the given ones before the guessed.

        "year" is the column of years, if there is one, also where another holds the date.
        """
        known = {plain_name(name): name for name in reversed(list(names)) if name}
        found: dict[str, str] = {}
        for field_name, usual in FIELDS.items():
            wanted = self.given.get(field_name)
            for candidate in (wanted,) if wanted else usual:
                if (column := known.get(plain_name(candidate))) is not None:
                    found[field_name] = column
                    break
        if year := next((known[name] for name in _YEARS if name in known), None):
            found["year"] = year
        return found


def unwrapped(record: Mapping[str, Any]) -> dict[str, Any]:
    """An object's values with those of objects in it, as "metadata.date" and, if free, "date".

    Only what is known to wrap a paper's fields gives its names away: the name of a journal is
    no title.
    """
    flat = dict(record)
    for outer, inner in record.items():
        for name, value in inner.items() if isinstance(inner, Mapping) else ():
            flat.setdefault(f"{outer}.{name}", value)
            if outer.lower() in _WRAPPERS:
                flat.setdefault(name, value)
    return flat


def plain_name(name: str) -> str:
    """A column's name in lower case, with a space for every other sign ("Paper_Title")."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", spaced.lower()))
