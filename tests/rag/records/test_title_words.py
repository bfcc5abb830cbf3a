from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.records.title_words import title_words_in


@pytest.mark.parametrize(
    ("text", "has", "omits"),
    [
        ('titles without the word "for"', (), ("for",)),
        ("papers without the word LLM in the title", (), ("llm",)),
        ('titles that do not contain "LLM"', (), ("llm",)),
        ("titles containing both LLM and Inference", ("llm", "inference"), ()),
        ("titles with the words Efficient and Fast", ("efficient", "fast"), ()),
        ('titles that mention "Language Models"', ("language models",), ()),
        ('papers with "Large Language Models" in the title', ("large language models",), ()),
        ("titles that mention pruning", (), ()),
        ("papers without the word LLM", (), ()),
        ("titles without a colon", (), ()),
    ],
)
def test_words_that_titles_have_and_omit(
    text: str, has: tuple[str, ...], omits: tuple[str, ...]
) -> None:
    assert title_words_in(text)[:2] == (has, omits)


def test_papers_are_found_by_what_their_titles_omit(chain: Chain) -> None:
    titles = {paper.title for paper in chain.library.papers.values()}
    found = {paper.title for paper in chain.ask('titles without the word "for"').papers}
    assert found == {title for title in titles if " for" not in title.lower()}
