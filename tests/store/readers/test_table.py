"""Tables of papers, their columns guessed or named."""

from datetime import date

import pytest

from store.errors import CallError
from store.readers.columns import Columns
from store.readers.reading import Unreadable

SCOPUS = (
    '"Authors","Title","Year","Source title","DOI","Abstract","Author Keywords"\n'
    '"Lovelace A.; Turing A.M.","Piles, and how to pile them","2024","Journal of Piles",'
    '"10.1000/xyz","We pile.\nOn two lines, ""quoted"".","piles; heaps"\n'
    '"","Heaps","","","","",""\n'
)
EXPECTED = ("Piles, and how to pile them", "Heaps")


def table(reading, text, name="papers.csv", **more):
    return reading(name, text, taken_for="table", **more)


def test_an_export_whole(reading):
    found = table(reading, SCOPUS)
    assert found.problems == ()
    piles, heaps = found.papers
    assert piles.title == "Piles, and how to pile them"
    assert piles.authors == ("Lovelace A.", "Turing A. M.")
    assert piles.text == 'We pile. On two lines, "quoted".'
    assert (piles.date, piles.date_known) == (date(2024, 1, 1), "year")
    assert (piles.venue, piles.doi) == ("Journal of Piles", "10.1000/xyz")
    assert piles.keywords == ("piles", "heaps")
    assert (heaps.title, heaps.text, heaps.authors) == ("Heaps", "", ())
    assert (piles.source, heaps.source) == ("2", "4")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(reading, separator):
    lines = [("paper_title", "Abstract Note", "pub.year"), ("Piles", "We pile.", "1999")]
    text = "\n".join(separator.join(line) for line in lines)
    (paper,) = table(reading, text, name="whatever").papers
    assert (paper.title, paper.text) == ("Piles", "We pile.")


def test_columns_can_be_named(reading):
    columns = Columns.parse(["title=Heading", "Abstract=What it says"])
    text = "Heading,Title,What it says\nPiles,Not this,We pile.\n"
    (paper,) = table(reading, text, columns=columns).papers
    assert (paper.title, paper.text) == ("Piles", "We pile.")


def test_a_table_without_a_column_of_titles_says_so(reading):
    with pytest.raises(Unreadable, match=r"'Heading, Says'.*--column title=NAME"):
        table(reading, "Heading,Says\nPiles,We pile.\n")


@pytest.mark.parametrize("setting", ["Heading", "titel=Heading", "title="])
def test_a_setting_that_names_no_column(setting):
    with pytest.raises(
        CallError, match="write FIELD=COLUMN, where FIELD is one of title, abstract"
    ):
        Columns.parse([setting])


def test_a_row_without_a_title_costs_only_itself(reading):
    found = table(reading, "title,abstract\nPiles,We pile.\n,Lost.\nHeaps,We heap.\n")
    assert [paper.title for paper in found.papers] == ["Piles", "Heaps"]
    assert [(p.line, p.message) for p in found.problems] == [(3, "the column 'title' is empty")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ada Lovelace; Alan Turing", ("Ada Lovelace", "Alan Turing")),
        ("Lovelace, Ada; Turing, Alan", ("Ada Lovelace", "Alan Turing")),
        (
            "Ada Lovelace, Alan Turing and Grace Hopper",
            ("Ada Lovelace", "Alan Turing", "Grace Hopper"),
        ),
        ("Lovelace, Ada, Turing, Alan", ("Ada Lovelace", "Alan Turing")),
        ("Lovelace, Ada", ("Ada Lovelace",)),
        ("De Millo, R.A.; Perlis, A.J.", ("R. A. De Millo", "A. J. Perlis")),
        ("Ada Lovelace & Alan Turing", ("Ada Lovelace", "Alan Turing")),
    ],
)
def test_names(reading, cell, expected):
    (paper,) = table(reading, f'title,authors\nPiles,"{cell}"\n').papers
    assert paper.authors == expected


def test_a_named_column_that_is_not_there_says_which_are(reading):
    columns = Columns.parse(["title=Headline"])
    with pytest.raises(
        Unreadable, match=r"no column 'Headline'; its columns are 'Heading', 'Says'"
    ):
        table(reading, "Heading,Says\nPiles,We pile.\n", columns=columns)


def test_a_row_keeps_the_id_that_its_table_has_for_it(reading):
    (paper,) = table(reading, "Key,Title\nABCD2345,Piles\n").papers
    assert paper.source_id == "ABCD2345"


def test_a_column_of_years_stands_beside_one_of_days(reading):
    rows = ("Piles,SEP 18,2015", "Heaps,,1999", "Rows,2014-05,2015")
    text = "\n".join(("Title,Publication Date,Publication Year", *rows))
    days = [(paper.date, paper.date_known) for paper in table(reading, text).papers]
    assert days == [
        (date(2015, 9, 18), "day"),
        (date(1999, 1, 1), "year"),
        (date(2014, 5, 1), "month"),
    ]
