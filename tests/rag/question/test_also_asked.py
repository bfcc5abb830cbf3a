"""The oldest or newest paper, and a field of it."""

import pytest

from rag.chain import Chain
from rag.question.also_asked import also_asked


@pytest.mark.parametrize(
    ("text", "field", "rest"),
    [
        ("the oldest paper, and from when is it?", "date", "the oldest paper"),
        ("which is the oldest, and when did it come out?", "date", "which is the oldest"),
        ("the newest paper and its date", "date", "the newest paper"),
        ("newest paper and who wrote it", "authors", "newest paper"),
        ("first paper and its category", "category", "first paper"),
    ],
)
def test_a_field_behind_the_paper(text: str, field: str, rest: str) -> None:
    assert also_asked(text) == (field, rest)


@pytest.mark.parametrize(
    "text", ["papers on time and date", "who wrote it and why?", "when was it?"]
)
def test_nothing_else_is_asked(text: str) -> None:
    assert also_asked(text) == ("", text)


def test_the_oldest_paper_and_its_date(chain: Chain) -> None:
    answer = chain.ask("What's the oldest paper you hold, and from when is it?")
    assert [p.title.split(":")[0] for p in answer.papers] == ["V-CNN"]
    assert "2018" in answer.markdown
