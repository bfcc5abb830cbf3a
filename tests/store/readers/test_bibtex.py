"""BibTeX as reference managers, publishers and people write it."""

from datetime import date

import pytest

VASWANI = r"""% Exported by a reference manager
@string{neurips = "Advances in Neural Information Processing Systems"}

@inproceedings{vaswani2017attention,
  title     = {Attention Is {All} You Need},
  author    = {Vaswani, Ashish and Shazeer, Noam and
               {\L}ukasz Kaiser and M{\"u}ller, J{\'e}r{\^o}me},
  booktitle = neurips,
  year      = 2017,
  month     = jun,
  abstract  = {The dominant models cost $O(n^{2})$ and 50\% more.
               We propose the {Transformer}.},
  keywords  = {attention, translation},
  doi       = {https://doi.org/10.5555/3295222.3295349},
  eprint    = {1706.03762v7}, archivePrefix = {arXiv}, primaryClass = {cs.CL},
  url       = {https://arxiv.org/abs/1706.03762}
}
"""


def bib(reading, text):
    return reading("refs.bib", text, taken_for="BibTeX")


def only(reading, text):
    found = bib(reading, text)
    assert found.problems == ()
    (paper,) = found.papers
    return paper


def test_an_entry_whole(reading):
    paper = only(reading, VASWANI)
    assert paper.title == "Attention Is All You Need"
    assert paper.authors == ("Ashish Vaswani", "Noam Shazeer", "Łukasz Kaiser", "Jérôme Müller")
    assert (
        paper.text
        == "The dominant models cost $O(n^{2})$ and 50% more. We propose the Transformer."
    )
    assert (paper.date, paper.date_known) == (date(2017, 6, 1), "month")
    assert paper.venue == "Advances in Neural Information Processing Systems"
    assert (paper.doi, paper.arxiv) == ("10.5555/3295222.3295349", "1706.03762")
    assert (paper.category, paper.keywords) == ("cs.CL", ("attention", "translation"))
    assert paper.url == "https://arxiv.org/abs/1706.03762"
    assert paper.source == "4"


def test_the_record_is_its_fields_one_a_line_each_where_it_says(reading):
    paper = only(reading, VASWANI)
    assert paper.record.split("\n") == [
        "Attention Is All You Need",
        "Ashish Vaswani, Noam Shazeer, Łukasz Kaiser, Jérôme Müller",
        "2017-06",
        "Advances in Neural Information Processing Systems",
        "cs.CL",
        "attention, translation",
        "doi:10.5555/3295222.3295349",
        "arXiv:1706.03762",
    ]
    start, end = paper.fields["date"]
    assert paper.record[start:end] == "2017-06"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year={1843}", (date(1843, 1, 1), "year")),
        ("year=1843, month=10", (date(1843, 10, 1), "month")),
        ("year=1843, month={October}", (date(1843, 10, 1), "month")),
        ("date={1843-10-05}", (date(1843, 10, 5), "day")),
        ('year=1843, month="10"', (date(1843, 10, 1), "month")),
        ('year=1843, month=oct # "~5"', (date(1843, 10, 5), "day")),
        ('year=1843, month="5~" # oct', (date(1843, 10, 5), "day")),
        ("year=1843, month={October}, day=5", (date(1843, 10, 5), "day")),
        ("year=1843, month={October-November}", (date(1843, 10, 1), "month")),
        ("year={1843a}", (date(1843, 1, 1), "year")),
        ("year={in press, 1843}", (date(1843, 1, 1), "year")),
        ("year=1843, date={5--7 October}", (date(1843, 10, 5), "day")),
        ("year={in press}", (None, "day")),
        ("note={nothing}", (None, "day")),
    ],
)
def test_dates_say_no_more_than_the_entry_does(reading, fields, expected):
    paper = only(reading, f"@misc{{k, title={{T}}, {fields}}}")
    assert (paper.date, paper.date_known) == expected


@pytest.mark.parametrize(
    ("author", "expected", "cut"),
    [
        ("Ada Lovelace", ("Ada Lovelace",), False),
        ("Lovelace, Ada and others", ("Ada Lovelace",), True),
        ("Lovelace, Ada and Turing, Alan M.", ("Ada Lovelace", "Alan M. Turing"), False),
        ("de la Cruz, Juana and Knuth, Donald E.", ("Juana de la Cruz", "Donald E. Knuth"), False),
        ("King, Jr., Martin", ("Martin King Jr.",), False),
        ("{The Piling Consortium}", ("The Piling Consortium",), False),
        (r"Jo\~ao Fr{\~a}o and Nu{\~{n}}ez, Ana", ("João Frão", "Ana Nuñez"), False),
        ("Knuth,~Donald~E.", ("Donald E. Knuth",), False),
        (
            r"J\''{o}rg M\''uller and Jo\''elle Bou{\''e}nard",
            ("Jörg Müller", "Joëlle Bouënard"),
            False,
        ),
        (r"Jer\^onimo d'Angelo", ("Jerônimo d'Angelo",), False),
    ],
)
def test_names(reading, author, expected, cut):
    paper = only(reading, f"@misc{{k, title={{T}}, author={{{author}}}}}")
    assert (paper.authors, paper.authors_cut) == (expected, cut)


def test_a_damaged_entry_is_told_by_its_line_and_the_rest_is_read(reading):
    found = bib(
        reading,
        "@article{a, title={One}}\n\n@article{broken, title = {No end\n@article{b, title={Two}}\n"
        "@article{c, year=1999}\n",
    )
    assert [paper.title for paper in found.papers] == ["One", "Two"]
    assert sorted(problem.line for problem in found.problems) == [3, 5]
    assert any("'c' has no title" in problem.message for problem in found.problems)


def test_a_repeated_key_or_field_loses_nothing(reading):
    found = bib(
        reading,
        "@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{c, title={Three}, title={Drei}}\n",
    )
    assert [paper.title for paper in found.papers] == ["One", "Two", "Three"]


def test_a_long_file_keeps_its_lines_and_macros(reading):
    entries = "".join(
        f"@article{{k{i},\n  title = {{Paper {i}}},\n  journal = jop,\n"
        f"  abstract = {{{'Words pile up. ' * 20}}}\n}}\n"
        for i in range(1_500)
    )
    found = bib(reading, f'@string{{jop = "Journal of Piles"}}\n{entries}')
    assert len(found.papers) == 1_500
    assert {paper.venue for paper in found.papers} == {"Journal of Piles"}
    assert found.papers[1_499].source == str(2 + 5 * 1_499)


def test_latin_1_and_windows_line_ends(reading):
    text = "@misc{k,\r\n title={Café},\r\n author={Müller, Jérôme}}\r\n".encode("latin-1")
    paper = only(reading, text)
    assert (paper.title, paper.authors) == ("Café", ("Jérôme Müller",))
