"""What a paper of Semantic Scholar's graph says (api.semanticscholar.org, the Paper object)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.readers.card import Fields, one_line
from store.readers.days import day_of
from store.readers.people import tidy


def is_paper(record: Mapping[str, Any]) -> bool:
    """Whether the object has what only a paper of Semantic Scholar has."""
    return any(key in record for key in ("paperId", "corpusId", "externalIds", "corpusid"))


def fields_of(record: Mapping[str, Any]) -> Fields:
    """The fields of a paper; without an abstract the one-sentence summary is not taken for it."""
    ids = record.get("externalIds") or record.get("externalids") or {}
    journal = record.get("journal") or {}
    names = [str(a.get("name") or "") for a in record.get("authors") or () if isinstance(a, dict)]
    day = record.get("publicationDate") or record.get("publicationdate") or record.get("year") or ""
    topics = [
        topic.get("category") if isinstance(topic, dict) else topic
        for topic in record.get("s2FieldsOfStudy") or record.get("fieldsOfStudy") or ()
    ]
    return Fields(
        title=one_line(str(record.get("title") or "")),
        text=one_line(str(record.get("abstract") or "")),
        authors=tidy(one_line(name) for name in names),
        day=day_of(str(day)),
        doi=str(ids.get("DOI") or ""),
        arxiv=str(ids.get("ArXiv") or ""),
        url=str(record.get("url") or ""),
        venue=str(record.get("venue") or journal.get("name") or ""),
        keywords=tuple(dict.fromkeys(one_line(str(topic)) for topic in topics if topic)),
        source_id=str(record.get("paperId") or record.get("corpusId") or ""),
    )
