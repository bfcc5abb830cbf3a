from __future__ import annotations

import pytest

from rag.language.bounds import Bounds
from rag.records.title_cues import Titled, titled_in


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ('papers whose title starts with "Long"', Titled(begins="long")),
        ("titles beginning with the letter S", Titled(begins="s")),
        ("titles that start with a T", Titled(begins="t")),
        ("titles that start with the word Deep", Titled(begins="deep", whole=True)),
        ("papers starting with the letter V", Titled(begins="v")),
        ("titles ending in Models", Titled(ends="models")),
        ("Which titles contain a question mark?", Titled(has=("a question mark",))),
        ("papers whose title is a question", Titled(has=("a question mark",))),
        ("titles with a number in them", Titled(has=("a number",))),
        ("papers with a title without a colon", Titled(lacks=("a colon",))),
        ("titles with neither a colon nor a hyphen", Titled(lacks=("a colon", "a hyphen"))),
        ("papers with a colon and a number in the title", Titled(has=("a colon", "a number"))),
        ("titles with a comma or a dash", Titled(either=("a comma", "a dash"))),
        ("titles longer than ten words", Titled(words=Bounds(11))),
        ("titles with fewer than five words", Titled(words=Bounds(0, 4))),
        ("one-word titles", Titled(words=Bounds(1, 1))),
    ],
)
def test_what_titles_are_to_look_like_is_read(text: str, titled: Titled) -> None:
    found, rest = titled_in(text)
    assert found == titled
    assert rest.split()[0] in ("papers", "Which")


@pytest.mark.parametrize(
    "text",
    [
        "papers with the word owl in the title",
        "titles that mention pruning",
        "Which papers begin with a warm-up phase?",
        "papers that start with a small model",
        "Which papers count the number of questions?",
        "What does the paper with that title find?",
    ],
)
def test_other_words_on_titles_and_beginnings_are_left(text: str) -> None:
    assert titled_in(text) == (None, text)


@pytest.mark.parametrize(
    ("titled", "holds"),
    [
        (Titled(begins="long"), True),
        (Titled(begins="long", whole=True), False),
        (Titled(ends="owls"), False),
        (Titled(ends="caves", whole=True), True),
        (Titled(has=("a question mark", "a colon")), True),
        (Titled(lacks=("a comma",)), True),
        (Titled(either=("a comma", "a colon")), True),
        (Titled(words=Bounds(0, 6)), False),
    ],
)
def test_a_title_looks_so_or_not(titled: Titled, holds: bool) -> None:
    assert titled.holds("Longing for Light: do Owls sleep in Caves? Caves") is holds


def test_it_says_how_it_was_read() -> None:
    titled = Titled(begins="long", has=("a colon",), words=Bounds(1, 1))
    assert str(titled) == "title beginning with “long” and with a colon and of exactly 1 word"
