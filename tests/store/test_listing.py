"""Every hazard of the listing format, by the exact record that must come of it."""

import csv
from datetime import date
from pathlib import Path

import pytest

from store.readers.formats import format_of
from store.readers.listing import parse_listing
from store.readers.reading import Content
from store.sources import DEFAULT_LIST

HERE = Path(__file__).parent
GOOD = "CLAug 12, 2024Code\nOn PilesAda Lovelace, Alan Turing et al. · org-a, org-b\nWe pile.\n"
LATER = "LGMay 1, 2023\nOn HeapsGrace Hopper, Edsger Dijkstra\nWe heap.\n"


def parse(text):
    return parse_listing(text.encode())


def titles(reading):
    return [paper.title for paper in reading.papers]


def places(reading):
    return [(problem.line, problem.message) for problem in reading.problems]


@pytest.fixture(scope="module")
def papers():
    reading = parse_listing(DEFAULT_LIST.read_bytes())
    assert reading.problems == ()
    return reading.papers


@pytest.fixture(scope="module")
def expected():
    """The 50 records as a person reads them, one a row."""
    with (HERE / "data" / "records.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


# The default list


def test_all_fifty_records_are_read_as_a_person_reads_them(papers, expected):
    assert len(papers) == len(expected) == 50
    for paper, row in zip(papers, expected, strict=True):
        assert paper.category == row["category"]
        assert paper.date == date.fromisoformat(row["date"])
        assert paper.has_code == (row["code"] == "Code")
        assert paper.title == row["title"]
        assert ", ".join(paper.authors) == row["authors"]
        assert ", ".join(paper.organisations) == row["organisations"]
        assert paper.authors_cut


def test_the_expected_records_are_the_lists_own_lines_put_apart(expected):
    lines = [line for line in DEFAULT_LIST.read_text("utf-8").split("\n") if line]
    for row, line in zip(expected, lines[1::3], strict=True):
        organisations = f" · {row['organisations']}" if row["organisations"] else ""
        assert f"{row['title']}{row['authors']} et al.{organisations}" == line


def test_abstracts_are_kept_to_the_letter_with_their_latex(papers):
    lines = [line for line in DEFAULT_LIST.read_text("utf-8").split("\n") if line]
    assert [paper.text for paper in papers] == lines[2::3]
    by_title = {paper.title.split(":")[0]: paper.text for paper in papers}
    assert "by $0.01$-$0.34$ on LLaMA-2" in by_title["VPTQ"]
    assert r"{\footnotesize\color{blue}{\url{https://gi" in by_title["SPANN"]


def test_fields_say_where_they_stand_in_the_record(papers):
    first = papers[0]
    found = {name: first.record[start:end] for name, (start, end) in first.fields.items()}
    assert found == {
        "category": "CL",
        "date": "Aug 12, 2024",
        "code": "Code",
        "title": "Mutual Reasoning Makes Smaller LLMs Stronger Problem-Solvers",
        "authors": "Zhenting Qi, Mingyuan Ma, Jiahang Xu et al.",
        "organisations": "microsoft-research",
    }
    for paper in papers:
        start, end = paper.fields["title"]
        assert paper.record[start:end] == paper.title


def test_a_source_is_the_line_where_the_record_begins(papers):
    assert [paper.source for paper in papers[:3]] == ["1", "4", "7"]
    assert papers[-1].source == "148"


# Dates


def test_a_day_without_a_year_is_the_first_after_the_newest_full_date(papers):
    assert max(p.date for p in papers if p.date.year < 2026) == date(2025, 11, 27)
    (paper,) = [p for p in papers if p.title.startswith("Neuro-Symbolic Verification")]
    assert paper.date == date(2026, 1, 25)


@pytest.mark.parametrize(
    ("newest", "day", "expected_date"),
    [
        ("Nov 27, 2025", "Jan 25", date(2026, 1, 25)),
        ("Nov 27, 2025", "Nov 28", date(2025, 11, 28)),
        ("Nov 27, 2025", "Nov 27", date(2026, 11, 27)),
        ("Nov 27, 2025", "Nov 26", date(2026, 11, 26)),
        ("Dec 31, 2024", "Jan 1", date(2025, 1, 1)),
        ("Mar 1, 2025", "Feb 29", date(2028, 2, 29)),
        ("Feb 28, 2024", "Feb 29", date(2024, 2, 29)),
        ("Mar 1, 1896", "Feb 29", date(1904, 2, 29)),
    ],
)
def test_days_without_a_year(newest, day, expected_date):
    reading = parse(f"CL{day}\nYearlessAda Lovelace\nText.\n\nCL{newest}\nFullAlan Turing\nText.")
    assert reading.papers[0].date == expected_date


def test_a_list_without_any_full_date_leaves_such_days_unknown():
    (paper,) = parse("CLJan 25\nOn PilesAda Lovelace\nText.").papers
    assert paper.date is None


@pytest.mark.parametrize("day", ["Feb 30, 2024", "Feb 29, 2023", "Jun 31, 2024", "Feb 30"])
def test_a_day_that_is_in_no_calendar_is_a_problem(day):
    reading = parse(f"{GOOD}\nCL{day}\nOn HeapsGrace Hopper\nWe heap.")
    assert titles(reading) == ["On Piles"]
    assert places(reading) == [(5, f"there is no such day as {day!r}")]


# Headers and lines


@pytest.mark.parametrize(
    ("header", "category", "code"),
    [
        ("CLAug 12, 2024Code", "CL", True),
        ("CLAug 12, 2024", "CL", False),
        ("cs.CLAug 12, 2024", "cs.CL", False),
        ("quant-phAug 12, 2024Code", "quant-ph", True),
        ("CLAugust 12, 2024", "CL", False),
        ("CLAug 12, 2024 ", "CL", False),
    ],
)
def test_headers(header, category, code):
    (paper,) = parse(f"{header}\nOn PilesAda Lovelace\nText.").papers
    assert (paper.category, paper.date, paper.has_code) == (category, date(2024, 8, 12), code)


@pytest.mark.parametrize(
    "data",
    [
        f"{GOOD}\n{LATER}".encode(),
        f"{GOOD}{LATER}".encode(),
        f"\n\n{GOOD}\n\n\n{LATER}\n\n".encode(),
        f"{GOOD}\n{LATER}".replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + f"{GOOD}\n{LATER}".encode(),
    ],
    ids=["as it should be", "no blank line", "many blank lines", "CRLF", "BOM"],
)
def test_line_ends_blank_lines_and_marks_change_nothing(data):
    reading = parse_listing(data)
    assert titles(reading) == ["On Piles", "On Heaps"]
    assert [paper.text for paper in reading.papers] == ["We pile.", "We heap."]
    assert [paper.authors_cut for paper in reading.papers] == [True, False]
    assert reading.papers[0].organisations == ("org-a", "org-b")
    assert reading.problems == ()


# Bad records cost only themselves


@pytest.mark.parametrize(
    ("bad", "line", "message"),
    [
        ("CLMay 2, 2023\nNo AbstractAlan Kay\n", 5, "the record has no abstract"),
        ("CLMay 2, 2023\n", 5, "the record has no title and abstract"),
        ("not a header\nOn AirAlan Kay\nText.\n", 5, "found 'not a header'"),
        ("CLMay 2, 2023\nno authors here\nText.\n", 5, "cannot tell the title from the authors"),
    ],
)
def test_a_bad_record_is_reported_by_its_line_and_the_rest_is_read(bad, line, message):
    reading = parse(f"{GOOD}\n{bad}\n{LATER}")
    assert titles(reading) == ["On Piles", "On Heaps"]
    ((found_line, found_message),) = places(reading)
    assert found_line == line
    assert message in found_message


def test_lines_past_the_third_are_reported_and_not_swallowed():
    reading = parse(f"{GOOD}An extra line.\nAnother.\n\n{LATER}")
    assert titles(reading) == ["On Piles", "On Heaps"]
    assert reading.papers[0].text == "We pile."
    ((line, message),) = places(reading)
    assert line == 4
    assert "found 'An extra line.'" in message


def test_a_line_that_is_not_utf8_spoils_only_its_own_record():
    latin = "CLMay 2, 2023\nOn CaféAlan Kay\nTexte.\n".encode("latin-1")
    reading = parse_listing(f"{GOOD}\n".encode() + latin + f"\n{LATER}".encode())
    assert titles(reading) == ["On Piles", "On Heaps"]
    assert places(reading) == [(5, "the record is not UTF-8 text")]


# Relatives: other headers, authors on a line of their own, items of a list


@pytest.mark.parametrize(
    ("header", "category", "code"),
    [
        ("Aug 12, 2024CL", "CL", False),
        ("Aug 12, 2024 · cs.CL · Code", "cs.CL", True),
        ("CodeCLAug 12, 2024", "CL", True),
        ("CLCodeAug 12, 2024", "CL", True),
        ("cs.CL | 12 Aug 2024", "cs.CL", False),
        ("[cs.CL] 12 August 2024 [code]", "cs.CL", True),
        ("2024-08-12", "", False),
        ("2024-08-12 quant-ph", "quant-ph", False),
        ("Published on Aug 12th, 2024", "", False),
        ("Mon, 12 Aug 2024 - CL", "CL", False),
        ("12.  CLAug 12, 2024Code", "CL", True),
        ("[7] Aug 12, 2024", "", False),
        ("• CL, Aug 12, 2024", "CL", False),
    ],
)
def test_headers_of_other_orders_and_dates(header, category, code):
    (paper,) = parse(f"{header}\nOn PilesAda Lovelace\nText.").papers
    assert (paper.category, paper.date, paper.has_code) == (category, date(2024, 8, 12), code)
    for name in {"date", "category", "code"} & set(paper.fields):
        start, end = paper.fields[name]
        assert paper.record[start:end] in header


@pytest.mark.parametrize("line", ["May 5", "CL", "Code", "12 Aug", "IS 2024", "In May 2024 we saw"])
def test_what_is_no_header(line):
    assert parse(f"{GOOD}\n{line}\n").problems[0].line == 5


SEPARATE = """1. Aug 12, 2024 CL
   On Piles, and Heaps of Them
Ada Lovelace, Alan Turing et al. · org-a
We pile.

2. 2023-05-01
- On Heaps
Grace Hopper, Edsger Dijkstra
We heap.
"""


def test_title_and_authors_on_separate_lines():
    reading = parse(SEPARATE)
    piles, heaps = reading.papers
    assert reading.problems == ()
    assert titles(reading) == ["On Piles, and Heaps of Them", "On Heaps"]
    assert (piles.authors, piles.authors_cut) == (("Ada Lovelace", "Alan Turing"), True)
    assert (heaps.authors, heaps.authors_cut) == (("Grace Hopper", "Edsger Dijkstra"), False)
    assert (piles.organisations, heaps.organisations) == (("org-a",), ())
    assert (piles.text, heaps.text) == ("We pile.", "We heap.")
    for paper, people in ((piles, "Ada Lovelace, Alan Turing et al."), (heaps, "Grace Hopper, E")):
        found = {name: paper.record[a:b] for name, (a, b) in paper.fields.items()}
        assert found["title"] == paper.title
        assert found["authors"].startswith(people)


def test_a_date_alone_makes_a_list_only_where_it_begins_one():
    assert format_of(Content("a", SEPARATE.encode())).name == "listing"
    assert (
        format_of(Content("a", b"2023-05-01\nOn Heaps\nGrace Hopper\nWe heap.")).name == "listing"
    )
    paper = b"On Heaps\nGrace Hopper\n12 May 2023\n\nWe heap."
    assert format_of(Content("a", paper)).name == "plain text"
