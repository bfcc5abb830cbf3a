"""Which column of a table, or key of an object, holds which field of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from store.errors import SourceError

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "paper title", "article title", "document title", "display name", "name"),
    "text": (
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
}
"""The fields of a paper, each with the names that exports give it, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Names given by a person: field -> column. Fields without one are guessed."""

    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, settings: Iterable[str]) -> Columns:
        """From settings such as "title=Paper Name"; raises SourceError for another shape."""
        given = {}
        for setting in settings:
            name, sign, column = setting.partition("=")
            if not sign or name not in FIELDS or not column.strip():
                raise SourceError(
                    f"{setting!r} names no column; write FIELD=COLUMN, where FIELD is one of "
                    f"{', '.join(FIELDS)}."
                )
            given[name] = column.strip()
        return cls(given)

    def among(self, names: Iterable[str]) -> dict[str, str]:
        """Field -> the column of these names that holds it; the given ones before the guessed."""
        known = {plain_name(name): name for name in reversed(list(names)) if name}
        found: dict[str, str] = {}
        for field_name, usual in FIELDS.items():
            wanted = self.given.get(field_name)
            for candidate in (wanted,) if wanted else usual:
                if (column := known.get(plain_name(candidate))) is not None:
                    found[field_name] = column
                    break
        return found


def plain_name(name: str) -> str:
    """A column's name in lower case, with a space for every other sign ("Paper_Title")."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", spaced.lower()))
