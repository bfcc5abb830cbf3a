"""What a work of OpenAlex says of a paper (docs.openalex.org, the Work object)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.readers.card import Fields, one_line
from store.readers.days import day_of
from store.readers.people import tidy

_LONGEST = 100_000  # words of an abstract: an index can claim any place


def is_work(record: Mapping[str, Any]) -> bool:
    """Whether the object has what only a work of OpenAlex has."""
    return "abstract_inverted_index" in record or "authorships" in record


def fields_of(record: Mapping[str, Any]) -> Fields:
    """The fields of a work; the abstract is put together again from its index."""
    authorships = [a for a in record.get("authorships") or () if isinstance(a, dict)]
    institutions = [i for a in authorships for i in a.get("institutions") or ()]
    names = [
        (a.get("author") or {}).get("display_name") or a.get("raw_author_name") or ""
        for a in authorships
    ]
    place = record.get("primary_location") or {}
    words = record.get("keywords") or record.get("concepts") or ()
    day = record.get("publication_date") or record.get("publication_year") or ""
    return Fields(
        title=one_line(str(record.get("title") or record.get("display_name") or "")),
        text=one_line(_abstract(record.get("abstract_inverted_index") or {})),
        authors=tidy(one_line(name) for name in names),
        day=day_of(str(day)),
        doi=str(record.get("doi") or (record.get("ids") or {}).get("doi") or ""),
        arxiv=_arxiv(record),
        url=str(place.get("landing_page_url") or record.get("id") or ""),
        venue=str((place.get("source") or {}).get("display_name") or ""),
        keywords=_names(words),
        organisations=_names(institutions),
        source_id=str(record.get("id") or "").rpartition("/")[2],
    )


def _names(things: Any) -> tuple[str, ...]:
    """The display names of objects, each once."""
    names = (one_line(str(t.get("display_name") or "")) for t in things if isinstance(t, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _abstract(index: Mapping[str, list[int]]) -> str:
    places = sorted((place, word) for word, places in index.items() for place in places)
    return " ".join(word for _, word in places[:_LONGEST])


def _arxiv(record: Mapping[str, Any]) -> str:
    for place in record.get("locations") or ():
        address = str((place or {}).get("landing_page_url") or "")
        if "arxiv.org" in address:
            return address
    return ""
