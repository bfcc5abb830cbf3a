"""JSON and JSON Lines: OpenAlex, Semantic Scholar, and objects of anybody's making."""

import json
from datetime import date

import pytest

from store.readers.columns import Columns
from store.readers.reading import Unreadable

WORK = {
    "id": "https://openalex.org/W4400000001",
    "doi": "https://doi.org/10.1000/XYZ",
    "title": "On Computable <i>Piles</i>",
    "display_name": "On Computable <i>Piles</i>",
    "publication_year": 2024,
    "publication_date": "2024-05-12",
    "authorships": [
        {
            "author": {"display_name": "Ada Lovelace"},
            "institutions": [{"display_name": "University of Piles"}],
        },
        {"author": {"display_name": "Alan Turing"}, "institutions": []},
    ],
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1000/xyz",
        "source": {"display_name": "Journal of Piles"},
    },
    "locations": [{"landing_page_url": "http://arxiv.org/abs/2401.01234"}],
    "keywords": [{"display_name": "Piles"}],
    "abstract_inverted_index": {"We": [0, 3], "pile.": [1], "Then": [2], "heap.": [4]},
}
PAPER = {
    "paperId": "0f40b1f08821e22e859c6050916cec3667778613",
    "externalIds": {"ArXiv": "2401.01234", "DOI": "10.1000/xyz", "CorpusId": 1},
    "title": "On Computable Piles",
    "abstract": "We pile.",
    "venue": "Journal of Piles",
    "year": 2024,
    "publicationDate": None,
    "authors": [{"authorId": "1", "name": "Ada Lovelace"}],
    "s2FieldsOfStudy": [{"category": "Computer Science", "source": "model"}],
    "url": "https://www.semanticscholar.org/paper/0f40",
}
PLAIN = {"name": "Piles", "summary": "We pile.", "creators": ["Ada Lovelace"], "year": 1999}


def read(reading, value, name="export.json"):
    text = value if isinstance(value, str) else json.dumps(value)
    return reading(name, text, taken_for="JSON")


def test_a_work_of_openalex(reading):
    (paper,) = read(reading, {"meta": {"count": 1}, "results": [WORK]}).papers
    assert paper.title == "On Computable Piles"
    assert paper.text == "We pile. Then We heap."
    assert paper.authors == ("Ada Lovelace", "Alan Turing")
    assert paper.organisations == ("University of Piles",)
    assert (paper.date, paper.date_known) == (date(2024, 5, 12), "day")
    assert (paper.doi, paper.arxiv) == ("10.1000/xyz", "2401.01234")
    assert (paper.venue, paper.keywords) == ("Journal of Piles", ("Piles",))
    assert paper.source == "1"


def test_a_paper_of_semantic_scholar(reading):
    (paper,) = read(reading, {"total": 1, "data": [PAPER]}).papers
    assert (paper.title, paper.text) == ("On Computable Piles", "We pile.")
    assert paper.authors == ("Ada Lovelace",)
    assert (paper.date, paper.date_known) == (date(2024, 1, 1), "year")
    assert (paper.doi, paper.arxiv) == ("10.1000/xyz", "2401.01234")
    assert paper.keywords == ("Computer Science",)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([PLAIN]),
        json.dumps(PLAIN),
        json.dumps({"papers": [PLAIN]}, indent=2),
        json.dumps(PLAIN) + "\n",
    ],
    ids=["list", "object", "indented", "one line"],
)
def test_objects_of_anybodys_making(reading, text):
    (paper,) = read(reading, text).papers
    assert (paper.title, paper.text, paper.authors) == ("Piles", "We pile.", ("Ada Lovelace",))
    assert (paper.date, paper.date_known) == (date(1999, 1, 1), "year")


def test_half_a_character_and_turned_text_become_spaces(reading):
    text = '{"title": "Half a \\ud83d Sign", "abstract": "It is \\u202esdrawkcab\\u2069."}'
    (paper,) = read(reading, text).papers
    assert paper.title == "Half a Sign"
    assert paper.text == "It is sdrawkcab ."


def test_lines_may_be_of_different_makers_and_a_bad_one_costs_only_itself(reading):
    lines = [json.dumps(WORK), "{broken", json.dumps(PAPER), "", json.dumps({"title": ""})]
    found = read(reading, "\n".join(lines), "papers.jsonl")
    assert [paper.source for paper in found.papers] == ["1", "3"]
    assert [(p.line, p.unit) for p in found.problems] == [(2, "line"), (5, "line")]


def test_records_that_are_none_are_told_by_their_number(reading):
    found = read(reading, [PLAIN, 7, {"title": None}])
    assert len(found.papers) == 1
    assert [(p.line, p.unit, p.message) for p in found.problems] == [
        (2, "record", "it is no JSON object"),
        (3, "record", "it has no title"),
    ]


@pytest.mark.parametrize("text", ['{"results": [', "[" * 100_000, '[{"title": "x"},]'])
def test_json_that_is_not_whole(reading, text):
    with pytest.raises(Unreadable, match=r"no whole JSON \(.*\); export it again"):
        read(reading, text)


def test_values_of_another_shape_are_a_problem_and_no_crash(reading):
    odd = {**WORK, "abstract_inverted_index": {"We": 3}, "authorships": "Ada"}
    found = read(reading, [odd, PLAIN])
    assert len(found.papers) == 1
    assert found.problems[0].message.startswith("a value is not what it should be")


def test_halves_of_surrogate_pairs_do_not_get_in(reading):
    (paper,) = read(reading, '[{"title": "Pi\\ud800les", "abstract": "We \\u0000 pile."}]').papers
    assert (paper.title, paper.text) == ("Pi les", "We pile.")


# A line of a corpus in BEIR's format
DOCUMENT = {
    "_id": "1046",
    "title": "Protection in a Computing System",
    "text": "The need for protection is discussed.",
    "metadata": {"authors": ["Perlis, A. J.", "van der Poel, W. L."], "date": "December, 1958"},
}


def test_a_document_of_a_beir_corpus(reading):
    lines = f"{json.dumps(DOCUMENT)}\n{json.dumps({**DOCUMENT, '_id': '7', 'title': 'On Piles'})}\n"
    paper, other = read(reading, lines, "corpus.jsonl").papers
    assert paper.title == "Protection in a Computing System"
    assert paper.text == "The need for protection is discussed."
    assert paper.authors == ("A. J. Perlis", "W. L. van der Poel")
    assert (paper.date, paper.date_known, paper.day) == (
        date(1958, 12, 1),
        "month",
        "December 1958",
    )
    assert (paper.source_id, other.source_id) == ("1046", "7")


def test_what_wraps_fields_gives_them_and_nothing_else_does(reading):
    wrapped = {"title": "Piles", "journal": {"name": "Heaps"}, "meta": {"year": 1999}}
    (paper,) = read(reading, wrapped).papers
    assert (paper.title, paper.venue, paper.day) == ("Piles", "", "1999")


def test_keys_can_be_named_also_those_of_inner_objects(reading):
    columns = Columns.parse(["title=heading", "abstract=says.english"])
    value = {"heading": "Piles", "says": {"english": "We pile."}}
    (paper,) = reading("a.json", json.dumps(value), taken_for="JSON", columns=columns).papers
    assert (paper.title, paper.text) == ("Piles", "We pile.")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_named_key_that_no_record_has_says_which_there_are(reading, name):
    columns = Columns.parse(["title=headline"])
    text = json.dumps([PLAIN]) if name == "a.json" else f"{json.dumps(PLAIN)}\n" * 2
    with pytest.raises(Unreadable, match="no column 'headline'; its columns are 'name', 'summary'"):
        reading(name, text, taken_for="JSON", columns=columns)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We pile. Then we heap.", "We pile"),
        (
            "Work is in progress on a technique " * 5,
            "Work is in progress on a technique " * 2 + "Work is in progress on a …",
        ),
        ("x" * 200, "x" * 100 + " …"),
    ],
)
def test_a_document_without_a_title_is_called_by_its_first_words(reading, text, title):
    (paper,) = read(reading, {**DOCUMENT, "title": "", "text": text}).papers
    assert (paper.title, paper.text) == (title, text.strip())


@pytest.mark.parametrize(
    ("value", "has_code"),
    [
        ("https://example.org/piles", True),
        (["https://example.org/piles"], True),
        (True, True),
        ("yes", True),
        (False, False),
        ("No", False),
        ("n/a", False),
        ("", False),
        (None, False),
    ],
)
def test_a_field_for_code_says_whether_there_is_some(reading, value, has_code):
    record = {"title": "Piles", "abstract": "We pile.", "code": value}
    (paper,) = read(reading, json.dumps([record])).papers
    assert paper.has_code is has_code
    assert ("code: https://example.org/piles" in paper.record) is ("https" in str(value))
