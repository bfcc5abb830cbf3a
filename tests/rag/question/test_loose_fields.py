"""Few words beside a paper's name ask its record."""

import pytest

from rag.question.loose_fields import loose_fields


@pytest.mark.parametrize(
    ("unnamed", "fields"),
    [
        (" - by?", ("authors",)),
        ("who did and when", ("authors", "date")),
        (": date + authors", ("date", "authors")),
        ("who are the people on the paper", ("authors",)),
        ("Whose name stands first on the paper?", ("authors",)),
        ("I need to know the year of the paper", ("date",)),
        ("Put the dates of and side by side.", ("date",)),
        ("code?", ("code",)),
        ("source code yes or no", ("code",)),
        ("code released?", ("code",)),
        ("released?", ("date",)),
        ("cat of?", ("category",)),
        ("which code does verify?", ()),
        ("what is about", ()),
        ("Which papers name ?", ()),
        ("What is behind ?", ()),
        ("who uses ?", ()),
        ("what does do?", ()),
        (", and side by side", ()),
        ("what year's data was it trained on", ()),
        ("how many people took part in the study of", ()),
    ],
)
def test_the_fields_of_few_words(unnamed: str, fields: tuple[str, ...]) -> None:
    assert loose_fields(unnamed) == fields
