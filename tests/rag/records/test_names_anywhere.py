"""People named without a word that says that they wrote."""

import pytest

from rag.records.names_anywhere import names_in, with_cues
from rag.records.people import People

AUTHORS = ["Ada Quint", "J. Ibarzabal", "Ting Cao", "Yifei Liu", "Ning Shang", "M. W. Tingley"]
WORDS = dict.fromkeys(("owl", "low", "nest", "prune"), 1)


def marked_in(text: str) -> str:
    people = People(AUTHORS)
    return with_cues(text, list(names_in(text, people, WORDS)), people)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Quint stuff", "papers by Quint stuff"),
        ("ibarzabel stuff", "papers by Ibarzabal stuff"),
        ("Quint or Tingley – whatever", "papers by Quint or Tingley – whatever"),
        ("Quint + Tingley: any?", "papers by Quint and Tingley: any?"),
        ("do u have anything from Yifei Lui", "do u have anything papers by Yifei Liu"),
        ("titles by both Quint and Tingley", "titles by both Quint and Tingley"),
        ("both Ting Cao and Ning Shang", "papers by both Ting Cao and Ning Shang"),
        ("Tingley M. W. – all records", "papers by M. W. Tingley – all records"),
        ("A Ms or Mr Quint gave something", "papers by Quint gave something"),
        ("Quint not Tingley", "papers by Quint not papers by Tingley"),
        ("anyone but Quint", "papers not by Quint"),
        ("no Quint please", "papers not by Quint please"),
        ("nothing by Quint", "papers not by Quint"),
        ("Quint yes, Tingley no", "papers by Quint yes, not by Tingley no"),
    ],
)
def test_a_name_is_given_its_cue(text: str, marked: str) -> None:
    assert marked_in(text) == marked


@pytest.mark.parametrize(
    "text", ["owls in low nests", "papers by Quint", "the nest", "caos and lius", "shangri la"]
)
def test_other_words_are_no_names(text: str) -> None:
    assert marked_in(text) == text
