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
    words = title_words_in(text)[0]
    assert (words.every, words.omitted) == (has, omits)


@pytest.mark.parametrize(
    ("text", "every", "one_of"),
    [
        ("which titles contain attention or pruning?", (), ("attention", "pruning")),
        (
            "papers with pruning, 'LUT' or attention in the title",
            (),
            ("pruning", "lut", "attention"),
        ),
        ("How many titles contain the words language models?", ("language", "models"), ()),
        ("papers with the words low-bit inference in their titles", ("low-bit", "inference"), ()),
        ("which titles are longer or shorter than ten words?", (), ()),
        ("papers on pruning or attention, titles only", (), ()),
        ("the title of the paper with pruning or attention", (), ()),
    ],
)
def test_any_of_several_words_and_words_without_quotes(
    text: str, every: tuple[str, ...], one_of: tuple[str, ...]
) -> None:
    words = title_words_in(text)[0]
    assert (words.every, words.one_of) == (every, one_of)


def test_either_word_is_enough_for_a_title(chain: Chain) -> None:
    titles = {paper.title for paper in chain.library.papers.values()}
    answer = chain.ask("How many papers have pruning or quantization in the title?")
    wanted = {t for t in titles if "pruning" in t.lower() or "quantization" in t.lower()}
    assert {paper.title for paper in answer.papers} == wanted
    assert len(wanted) > 3
    assert "title with “pruning” or “quantization”" in answer.understood


def test_papers_are_found_by_what_their_titles_omit(chain: Chain) -> None:
    titles = {paper.title for paper in chain.library.papers.values()}
    found = {paper.title for paper in chain.ask('titles without the word "for"').papers}
    assert found == {title for title in titles if " for" not in title.lower()}
