"""RIS as publishers and reference managers export it."""

from datetime import date

import pytest

TWO = """TY  - JOUR
AU  - Lovelace, Ada
AU  - Turing, Alan M.
TI  - On Computable Piles
T2  - Journal of Piles
AB  - We pile things up and
  wrap the lines of the abstract.
PY  - 2024/05/12/
DO  - 10.1000/XYZ
KW  - piles
KW  - heaps
UR  - https://example.org/piles
ER  -

TY  - CPAPER
A1  - Hopper, Grace
T1  - Heaps at Sea
Y1  - 1952
N2  - Heaps float.
UR  - https://arxiv.org/abs/2401.01234v3
ER  -
"""


def ris(reading, text):
    return reading("export.ris", text, taken_for="RIS")


def test_records_whole(reading):
    found = ris(reading, TWO)
    assert found.problems == ()
    piles, heaps = found.papers
    assert piles.title == "On Computable Piles"
    assert piles.authors == ("Ada Lovelace", "Alan M. Turing")
    assert piles.text == "We pile things up and wrap the lines of the abstract."
    assert (piles.date, piles.date_known) == (date(2024, 5, 12), "day")
    assert (piles.doi, piles.venue) == ("10.1000/xyz", "Journal of Piles")
    assert (piles.keywords, piles.url) == (("piles", "heaps"), "https://example.org/piles")
    assert (heaps.title, heaps.authors, heaps.text) == (
        "Heaps at Sea",
        ("Grace Hopper",),
        "Heaps float.",
    )
    assert (heaps.date, heaps.date_known) == (date(1952, 1, 1), "year")
    assert heaps.arxiv == "2401.01234"
    assert (piles.source, heaps.source) == ("1", "15")


def test_line_ends_and_a_mark_change_nothing(reading):
    marked = b"\xef\xbb\xbf" + TWO.replace("\n", "\r\n").encode()
    assert ris(reading, marked) == ris(reading, TWO)


def test_a_record_without_its_end_or_title_costs_only_itself(reading):
    found = ris(
        reading,
        "TY  - JOUR\nTI  - One\n\nTY  - JOUR\nAU  - Nobody\nER  - \n"
        "TY  - JOUR\nTI  - Three\nER  -\n",
    )
    assert [paper.title for paper in found.papers] == ["One", "Three"]
    assert [(p.line, p.message) for p in found.problems] == [
        (4, "the RIS record has no title (TI or T1)")
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("PY  - 2015\nDA  - Sep 18", (date(2015, 9, 18), "day")),  # as EndNote has it
        ("DA  - Jan-Feb\nPY  - 2015", (date(2015, 1, 1), "month")),
        ("DA  - Sep\nY1  - 2015///", (date(2015, 9, 1), "month")),
        ("PY  - 2015\nDA  - Spring", (date(2015, 1, 1), "year")),
        ("PY  - 2015///", (date(2015, 1, 1), "year")),
        ("PY  - 2015\nDA  - 2015/09/18/", (date(2015, 9, 18), "day")),
        ("PY  - in press\nDA  - Sep 18", (None, "day")),
        ("PY  - 2015\nY2  - 2016/01/02", (date(2015, 1, 1), "year")),  # the day of a visit
    ],
)
def test_a_date_in_two_fields(reading, lines, expected):
    (paper,) = ris(reading, f"TY  - JOUR\nTI  - Piles\n{lines}\nER  - \n").papers
    assert (paper.date, paper.date_known) == expected
