"""Two attributes of one noun each have it; two things keep their own."""

import pytest

from rag.language.attributes import with_noun_each


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("public or private hospitals", "public hospitals or private hospitals"),
        ("papers on laminar or turbulent flow", "papers on laminar flow or turbulent flow"),
        (
            "on university or college libraries in Spain?",
            "on university libraries or college libraries in Spain?",
        ),
        (
            "a formal mathematical or statistical theory",
            "a formal mathematical theory or statistical theory",
        ),
        (
            "primary, secondary or vocational schools",
            "primary schools or secondary schools or vocational schools",
        ),
        ("free (unbound) amino acids", "free amino acids or unbound amino acids"),
        ("edge / mobile devices", "edge devices or mobile devices"),
    ],
)
def test_the_noun_is_written_out_for_each(text: str, each: str) -> None:
    assert with_noun_each(text) == each


@pytest.mark.parametrize(
    "text",
    [
        "compilers or operating systems",
        "image retrieval or nearest neighbour search",  # a noun before it has its own head
        "sorting or number theory",
        "LoRA or parameter-efficient tuning",
        "protection or attack detection",
        "methods (mostly) work",
        "public or not",
        "large or small ones",
        "energy / power consumption",  # one thing in two words
    ],
)
def test_what_may_be_two_things_stays(text: str) -> None:
    assert with_noun_each(text) == text
