"""One paper once: what is merged, which fields win, and how it is undone for good."""

from dataclasses import fields, replace
from datetime import date

import pytest

from store import merging, splits
from store.curating import join, merged_papers, split
from store.errors import CallError, LibraryBrokenError
from store.indexing import index_library
from store.merging import merged, papers_of
from store.papers import Paper
from store.places import LineBox, Section
from store.records import Record
from tests.store.conftest import titles

LISTED = Paper(
    "",
    "Sorting Piles of Papers",
    "Piles are sorted.",
    "CLMay 2, 2020Code",
    ("Ada Lovelace",),
    authors_cut=True,
    category="CL",
    date=date(2020, 5, 2),
    has_code=True,
    source="1",
    fields={"title": (0, 2), "date": (2, 13), "category": (0, 2), "code": (13, 17)},
)
CITED = Paper(
    "",
    "Sorting piles of papers",
    "",
    "doi:10.1/a\nAda Lovelace, Bo Li\n2021\nJournal of Piles",
    ("Ada Lovelace", "Bo Li"),
    date=date(2021, 1, 1),
    date_known="year",
    source="9",
    doi="10.1/a",
    venue="Journal of Piles",
    fields={"doi": (0, 10), "authors": (11, 30), "date": (31, 35), "venue": (36, 52)},
)
FIRST, SECOND = Record("list.txt", LISTED), Record("refs.bib", CITED)


def test_the_better_fields_of_both_and_both_sources():
    paper = merged([FIRST, SECOND])
    assert paper.text == "Piles are sorted."
    assert (paper.authors, paper.authors_cut) == (("Ada Lovelace", "Bo Li"), False)
    assert (paper.date, paper.date_known) == (date(2020, 5, 2), "day")
    assert (paper.category, paper.has_code) == ("CL", True)
    assert (paper.doi, paper.venue) == ("10.1/a", "Journal of Piles")
    assert {paper.source, *paper.also_in} == {"list.txt:1", "refs.bib:9"}


def test_every_field_is_cited_from_the_record_it_came_from():
    paper = merged([FIRST, SECOND])
    cited = {name: paper.record[start:end] for name, (start, end) in paper.fields.items()}
    assert LISTED.record in paper.record
    assert CITED.record in paper.record
    assert cited == {
        "date": "May 2, 2020",
        "category": "CL",
        "code": "Code",
        "doi": "doi:10.1/a",
        "authors": "Ada Lovelace, Bo Li",
        "venue": "Journal of Piles",
    }


def test_no_field_of_a_paper_is_forgotten():
    rule = {name for names in merging._FIELDS.values() for name in names}
    by_hand = {"authors", "authors_cut", "date", "date_known"}
    lead = {"id", "title", "record", "source", "also_in", "fields", "source_id"}
    text = {"text", "sections", "lines"}
    assert rule | by_hand | lead | text == {field.name for field in fields(Paper)}


def test_sections_and_pages_come_with_the_text():
    section, line = Section("1 Piles", 0, 40), LineBox(0, 40, 1, (0.0, 0.0, 9.0, 9.0))
    printed = replace(
        LISTED, text="Piles are sorted, as we show at length.", sections=(section,), lines=(line,)
    )
    paper = merged([FIRST, Record("paper.pdf", printed), replace(FIRST, file="copy.txt")])
    assert (paper.text, paper.sections, paper.lines) == (printed.text, (section,), (line,))


def test_the_same_record_in_two_files_stands_once():
    paper = merged([FIRST, replace(FIRST, file="copy.txt")])
    assert paper.record == LISTED.record
    assert (paper.source, paper.also_in) == ("list.txt:1", ("copy.txt:1",))


def test_a_record_that_left_its_file_gives_way_to_one_that_is_there():
    gone = replace(FIRST, gone=True)
    assert merged([gone, replace(FIRST, file="new.txt")]).source == "new.txt:1"


def test_what_is_kept_apart_stays_apart():
    apart = splits.NONE.with_all_apart([FIRST, SECOND])
    assert len(papers_of([FIRST, SECOND], {})) == 1
    assert len(papers_of([FIRST, SECOND], {}, apart)) == 2
    third = Record("more.bib", CITED)
    assert len(papers_of([FIRST, SECOND, third], {}, apart)) == 2
    assert len(papers_of([FIRST, SECOND], {}, apart.without([SECOND]))) == 1


# In a library


@pytest.fixture
def twice(tmp_path, write_list):
    """A library of two lists that have a paper in common, spelled in two ways."""
    one = write_list(("Sorting Piles", "Piles are sorted."), name="one.txt")
    two = write_list(
        ("Sorting piles", "Piles are sorted. They grow."), ("Heaps", "Heaps."), name="two.txt"
    )
    index_library(tmp_path / "twice", [one, two])
    return tmp_path / "twice"


def test_a_merged_paper_is_one_paper_and_can_be_seen(twice):
    assert titles(twice) == ["Sorting Piles", "Heaps"]
    ((paper, records),) = merged_papers(twice)
    assert paper.text == "Piles are sorted. They grow."
    assert [record.paper.title for record in records] == ["Sorting Piles", "Sorting piles"]


def test_a_split_stays_in_every_later_run_and_can_be_undone(twice, write_list):
    ((paper, _),) = merged_papers(twice)
    report = index_library(twice, decide=lambda folder: split(folder, paper.id))
    assert (report.added, report.changed, report.unchanged) == (1, 1, 1)
    assert titles(twice) == ["Sorting Piles", "Sorting piles", "Heaps"]
    write_list(("Stacks", "New."), ("Sorting Piles", "Piles are sorted."), name="one.txt")
    index_library(twice)
    index_library(twice, rebuild=True)
    assert titles(twice) == ["Stacks", "Sorting Piles", "Sorting piles", "Heaps"]
    index_library(twice, decide=lambda folder: join(folder, paper.id))
    assert titles(twice) == ["Stacks", "Sorting Piles", "Heaps"]


def test_what_was_not_merged_cannot_be_split(twice):
    with pytest.raises(CallError, match="was not merged"):
        index_library(twice, decide=lambda folder: split(folder, "lovelace2024heaps"))
    with pytest.raises(CallError, match="There is no paper 'nobody'"):
        index_library(twice, decide=lambda folder: split(folder, "nobody"))
    with pytest.raises(CallError, match="was not split"):
        index_library(twice, decide=lambda folder: join(folder, "lovelace2024heaps"))


def test_damaged_decisions_are_not_passed_over(twice):
    (twice / "splits.json").write_text("{")
    with pytest.raises(LibraryBrokenError, match="What was split cannot be read"):
        index_library(twice)
    assert len(titles(twice)) == 2


def test_a_paper_keeps_the_id_of_the_first_source_that_has_one():
    cited = replace(CITED, source_id="lovelace2021")
    assert merged([FIRST, Record("refs.bib", cited)]).source_id == "lovelace2021"


def dated(month, source_id, file="own.jsonl", **more):
    day = date(1961, month, 1)
    paper = Paper(
        "", "An Imaginary Number System", "", "r", ("Donald Knuth",), date=day, date_known="month"
    )
    return Record(file, replace(paper, source=source_id, source_id=source_id, **more))


@pytest.mark.parametrize(
    ("records", "papers"),
    [
        ((dated(1, "197"), dated(2, "294")), 2),
        ((dated(1, "197"), dated(1, "294")), 1),
        ((dated(1, "197"), dated(2, "")), 1),
        ((dated(1, "197"), dated(2, "294", file="other.jsonl")), 1),
        ((dated(1, "197"), dated(2, "294", arxiv="2401.01234")), 1),
        ((dated(1, "197", doi="10.1/a"), dated(2, "294", doi="10.1/a")), 1),
        ((dated(1, "197"), replace(dated(2, "294"), paper=replace(LISTED, source="3"))), 2),
    ],
)
def test_a_file_that_counts_two_at_two_dates_has_two(records, papers):
    assert len(papers_of(records, {})) == papers
