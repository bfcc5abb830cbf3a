from __future__ import annotations

import pytest

from rag.records.people import People

AUTHORS = (
    "A. J. Perlis",
    "P. B. Hansen",
    "P. Hansen",
    "W. J. Hansen",
    "E. G. Coffman Jr.",
    "Li Lyna Zhang",
    "Bo Li",
    "Mingyuan Ma",
    "Kwang-Ting Cheng",
    "R. W. Floyd",
    "A. Young",
    "N. R. Nielsen",
)


@pytest.fixture
def people() -> People:
    return People(AUTHORS)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("papers by Perlis", "A. J. Perlis"),
        ("papers by perlis", "A. J. Perlis"),
        ("papers by A. J. Perlis", "A. J. Perlis"),
        ("Alan Perlis papers", "A. J. Perlis"),
        ("papers by Perlis, A. J.", "A. J. Perlis"),
        ("Perlis A J", "A. J. Perlis"),
        ("Perlis's papers", "A. J. Perlis"),
        ("which of those did Perlis write?", "A. J. Perlis"),
        ("papers by P. B. Hansen", "P. B. Hansen"),
        ("papers by P. Hansen", "P. Hansen"),
        ("only the ones by Coffman", "E. G. Coffman Jr."),
        ("what did lyna zhang write", "Li Lyna Zhang"),
        ("papers by Li Lyna Zhang", "Li Lyna Zhang"),
        ("K.-T. Cheng", "Kwang-Ting Cheng"),
        ("papers by Neilsen", "N. R. Nielsen"),
    ],
)
def test_one_author_by_many_names(people: People, text: str, author: str) -> None:
    assert [mention.authors for mention in people.mentions(text)] == [(author,)]


def test_a_last_name_alone_means_all_who_have_it(people: People) -> None:
    (mention,) = people.mentions("papers by Hansen")
    assert mention.authors == ("P. B. Hansen", "P. Hansen", "W. J. Hansen")


def test_several_are_found_in_order(people: People) -> None:
    mentions = people.mentions("What did Floyd and Perlis write together?")
    assert [mention.authors for mention in mentions] == [("R. W. Floyd",), ("A. J. Perlis",)]


@pytest.mark.parametrize(
    "text",
    ["papers about Floyd", "Floyd's algorithm", "it is a young field", "results reached by T-MAC"],
)
def test_a_name_in_a_topic_is_no_author(people: People, text: str) -> None:
    assert people.mentions(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("papers by Alan Turing", "Alan Turing"),
        ("Which papers did Alan Turing write?", "Alan Turing"),
        ("What did Lingxiao Ma co-author?", "Lingxiao Ma"),
        ("How many papers by Alan Turing are there?", "Alan Turing"),
    ],
)
def test_a_person_whom_no_record_names_is_known_as_such(
    people: People, text: str, name: str
) -> None:
    (mention,) = people.mentions(text)
    assert (mention.words, mention.authors) == (name, ())


@pytest.mark.parametrize(
    ("asked", "author"),
    [
        ("李 明", "李明"),
        ("李明", "李明"),
        ("Soren Angstrom", "Søren Ångström"),
        ("Ångström", "Søren Ångström"),
        ("Zolc", "Łukasz Żółć"),
        ("Иванов", "Владимир Иванов"),
        ("O'Neill", "Anna-Maria O'Neill"),
        ("O’Neill", "Anna-Maria O'Neill"),
        ("ONeill", "Anna-Maria O'Neill"),
        ("Garcia", "José García Márquez"),
        ("García Márquez", "José García Márquez"),
        ("Zhang Li Lyna", "Li Lyna Zhang"),
        ("Zhang, L. L.", "Li Lyna Zhang"),
        ("L. L. Zhang", "Li Lyna Zhang"),
        ("Lyna", "Li Lyna Zhang"),
        ("J. A. Perlis", "A. J. Perlis"),
        ("Perlis Alan", "Alan Perlis"),
    ],
)
def test_names_of_any_script_and_order(asked: str, author: str) -> None:
    others = ("李 明亮", "Søren Ångström", "Łukasz Żółć", "Владимир Иванов", "José García Márquez")
    known = ("李明", "Li Lyna Zhang", "Lintao Zhang", "Anna-Maria O'Neill", *others)
    people = People([*known, "Alan Perlis" if "Alan" in asked else "A. J. Perlis"])
    assert [mention.authors for mention in people.mentions(f"papers by {asked}")] == [(author,)]


def test_a_stranger_of_any_script_is_named(people: People) -> None:
    (mention,) = people.mentions("papers by 王伟")
    assert (mention.words, mention.authors) == ("王伟", ())


@pytest.mark.parametrize(
    ("question", "authors"),
    [
        ("papers with an author named Lyna", ("Li Lyna Zhang",)),
        ("papers by somebody called Nobody", ()),
        ("papers with an author whose first name is Lyna", ("Li Lyna Zhang",)),
    ],
)
def test_somebody_is_called_by_a_name_alone(question: str, authors: tuple[str, ...]) -> None:
    (mention,) = People(["Li Lyna Zhang", "Ting Cao"]).mentions(question)
    assert mention.authors == authors
