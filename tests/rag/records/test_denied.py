"""What is denied of a paper's record leaves out those papers, and no others."""

from __future__ import annotations

import pytest

from rag.chain import Chain


@pytest.mark.parametrize(
    ("question", "all_of", "left_out"),
    [
        ("papers not written by Microsoft", "all papers", "papers from Microsoft"),
        ("Which papers weren't written by Li Lyna Zhang?", "all papers", "papers by Li Lyna Zhang"),
        ("How many papers did Ting Cao not write?", "all papers", "papers by Ting Cao"),
        ("which papers were not published in 2025?", "all papers", "papers from 2025"),
        ("Which papers are not in cs.CL?", "all papers", "papers in cs.CL"),
        ("papers from 2023 not by Microsoft", "papers from 2023", "papers from Microsoft"),
        ("papers not by Microsoft from 2023", "papers from 2023", "papers from Microsoft"),
        ("2024 papers that aren't from Microsoft", "papers from 2024", "papers from Microsoft"),
        ("papers of 2023 with no PKU affiliation", "papers from 2023", "papers from PKU"),
        ("papers by Microsoft not written with PKU", "papers from Microsoft", "papers from PKU"),
    ],
)
def test_the_others_are_listed(chain: Chain, question: str, all_of: str, left_out: str) -> None:
    def ids(text: str) -> set[str]:
        return {paper.id for paper in chain.ask(text).papers}

    assert ids(question) == ids(all_of) - ids(left_out)
    assert ids(left_out)


def test_who_is_not_named_in_a_record_cut_short_may_be_an_author(chain: Chain) -> None:
    markdown = chain.ask("Did Li Lyna Zhang write T-MAC?").markdown
    assert markdown.startswith("No, not as far as the record names its authors: ")


@pytest.mark.parametrize("question", ["Papers by Knuth", "Papers by Geoffrey Hinton"])
def test_whom_no_record_names_is_said(chain: Chain, question: str) -> None:
    assert chain.ask(question).markdown.startswith("No paper lists ")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which papers are from OpenAI?", "No paper's record names OpenAI."),
        ("papers from Stanford in 2024", "No paper's record names Stanford."),
        ("papers by Google", "No paper lists Google as an author."),
    ],
)
def test_what_no_record_names_is_no_topic(chain: Chain, question: str, said: str) -> None:
    assert chain.ask(question).markdown == said


@pytest.mark.parametrize("question", ["papers from March 2023", "papers from Summer 2023"])
def test_a_time_is_no_organisation(chain: Chain, question: str) -> None:
    assert chain.ask(question).question.filters.authors == ()
