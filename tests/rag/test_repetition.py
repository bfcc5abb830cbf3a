"""A question of nearly 4,000 characters that repeats itself is read in seconds, whatever that is.

A pattern that looks again from every place takes minutes here.
"""

from __future__ import annotations

import time

import pytest

from rag.chain import Chain
from rag.conversation.make_whole import make_whole
from rag.records.catalog import Catalog
from rag.types import Answer

_SECONDS = 15  # some ten times what the slowest takes


@pytest.fixture(scope="module")
def before(chain: Chain) -> list[Answer]:
    return [chain.ask("papers from 2024")]


@pytest.mark.parametrize(
    "words",
    [
        "more than 1 but fewer than ",
        "not as first author ",
        "that she did not lead ",
        "with no date and ",
        "how many authors on average per ",
        "average papers per ",
        "how long between the oldest and the newest ",
        "published in winter or ",
        "in the last two ",
        "from 1966 and 1975, ",
        "share authors with T-MAC ",
        "by the authors of ",
        "李 明 ",
        "A. ",
        "who wrote with ",
        "which of the others ",
        "do they share both ",
        "second and third oldest ",
        "rank the authors by ",
        "the paper about ",
        "a?! ",
        "a, thanks ",
        "Zhang and Li have ",
    ],
)
def test_repetition_is_read_in_seconds(catalog: Catalog, before: list[Answer], words: str) -> None:
    text = (words * 4_000)[:3_900].strip()  # a paper's name may take the place of a word
    started = time.perf_counter()
    make_whole(text, before, catalog)
    assert time.perf_counter() - started < _SECONDS
