"""One paper once: records of one paper become one paper with the better fields of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from store import removals, splits
from store.identity import Identity, Lookup
from store.ids import assign_ids
from store.papers import Paper
from store.records import Record
from store.removals import Removals
from store.splits import Splits

_FIELDS = {
    "organisations": ("organisations",),
    "category": ("category",),
    "code": ("has_code",),
    "venue": ("venue",),
    "keywords": ("keywords",),
    "doi": ("doi",),
    "arxiv": ("arxiv",),
    "url": ("url",),
}
"""A field's name in `Paper.fields`, and the attributes that come with it from one record."""

_PRECISION = {"year": 1, "month": 2, "day": 3}


def papers_of(
    records: Iterable[Record],
    known: Mapping[str, str],
    apart: Splits = splits.NONE,
    removed: Removals = removals.NONE,
) -> dict[str, Paper]:
    """The papers that these records are of, by id, each in the place of its first record.

    `known` maps the ids that the library has to their titles, so that they stay; `apart` says
    which records must not be merged, `removed` which papers are left out. Those keep their ids,
    too: a paper that is put back is what it was.
    """
    groups = grouped(records, apart)
    papers = assign_ids(map(merged, groups), {**removed.titles, **known})
    return {
        paper.id: paper
        for paper, group in zip(papers, groups, strict=True)
        if not removed.cover(group)
    }


def grouped(records: Iterable[Record], apart: Splits) -> list[list[Record]]:
    """The records put together by paper, in the order of their first ones."""
    groups: list[list[Record]] = []
    lookup = Lookup()
    for record in records:
        identity = Identity.of(record.paper)
        fits = (
            g
            for g in lookup.like(identity)
            if not apart.keep_out(record, groups[g]) and not _counted_apart(record, groups[g])
        )
        group = next(fits, len(groups))
        if group == len(groups):
            groups.append([])
        groups[group].append(record)
        lookup.add(identity, group)
    return groups


def _counted_apart(record: Record, group: Sequence[Record]) -> bool:
    """Whether the record's own file counts it as another paper than one of the group's.

    Under another id and at another date it is: a column, a second part, a correction. A preprint
    and what was printed of it stay one paper, and so do records with the same DOI.
    """
    return any(
        other.file == record.file
        and record.paper.source_id != other.paper.source_id != ""
        and record.paper.source_id != ""
        and _dates_differ(record.paper, other.paper)
        and not (record.paper.arxiv or other.paper.arxiv)
        and not (record.paper.doi and record.paper.doi == other.paper.doi)
        for other in group
    )


def _dates_differ(one: Paper, other: Paper) -> bool:
    """Whether both say a date and the coarser of the two is not that of the other."""
    if one.date is None or other.date is None:
        return False
    length = {"year": 4, "month": 7, "day": 10}
    shown = min(length[one.date_known], length[other.date_known])
    return one.date.isoformat()[:shown] != other.date.isoformat()[:shown]


def merged(group: Sequence[Record]) -> Paper:
    """One paper of a group's records; `source` and `also_in` name the files of all of them.

    The fullest record leads. A field that it lacks comes from the next one that has it, the
    authors from the longest list that is not cut, the date from the one that says most of it,
    the text from the record with the longest.
    All records stand below one another in `record`, so that every field can be cited.
    """
    order = sorted(group, key=lambda r: (r.gone, -_fullness(r.paper)))
    lead, papers = order[0].paper, [record.paper for record in order]
    places = tuple(dict.fromkeys(record.place for record in order))
    if len(papers) == 1:
        return replace(lead, source=places[0])
    text, starts = _below_one_another(papers)
    values: dict[str, Any] = {}
    fields = {name: span for name, span in lead.fields.items() if name == "title"}
    for name, attributes, owner in _owners(papers):
        values |= {attribute: getattr(owner, attribute) for attribute in attributes}
        if span := owner.fields.get(name):
            start = starts[owner.record]
            fields[name] = (start + span[0], start + span[1])
    longest = max(papers, key=lambda paper: len(paper.text))
    return replace(
        lead,
        **values,
        text=longest.text,
        sections=longest.sections,
        lines=longest.lines,
        record=text,
        fields=fields,
        source=places[0],
        also_in=places[1:],
        source_id=next((paper.source_id for paper in papers if paper.source_id), ""),
    )


def _owners(papers: Sequence[Paper]) -> Iterator[tuple[str, tuple[str, ...], Paper]]:
    """Each field with its attributes and the paper that it is taken from."""
    by_authors = max(papers, key=lambda p: (bool(p.authors), not p.authors_cut, len(p.authors)))
    yield "authors", ("authors", "authors_cut"), by_authors
    by_date = max(papers, key=lambda p: _PRECISION[p.date_known] if p.date else 0)
    yield "date", ("date", "date_known"), by_date
    for name, attributes in _FIELDS.items():
        yield name, attributes, next((p for p in papers if getattr(p, attributes[0])), papers[0])


def _fullness(paper: Paper) -> int:
    """How many fields a record fills; a list of authors that is not cut counts twice."""
    filled = sum(bool(getattr(paper, names[0])) for names in _FIELDS.values())
    return (
        filled
        + bool(paper.date)
        + bool(paper.authors)
        + (bool(paper.authors) and not paper.authors_cut)
    )


def _below_one_another(papers: Sequence[Paper]) -> tuple[str, dict[str, int]]:
    """The different records, a blank line between two, and where each begins."""
    starts: dict[str, int] = {}
    text = ""
    for paper in papers:
        if paper.record not in starts:
            text += "\n\n" if text else ""
            starts[paper.record] = len(text)
            text += paper.record
    return text, starts
