"""Papers of several pages: facts are found in their bodies, and sets take each paper as one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pages import Fact, long_papers
from typeset import Typeset

from rag.chain import Chain
from rag.contract import to_contract
from rag.retrieve import Retriever
from rag.types import Answer
from store.indexing import index_library
from store.library import Library
from store.readers import read
from store.sources import DEFAULT_LIST


@pytest.fixture(scope="module")
def printed_and_facts() -> tuple[list[Typeset], list[Fact]]:
    return long_papers(read(DEFAULT_LIST).papers)


@pytest.fixture(scope="module")
def chain(
    printed_and_facts: tuple[list[Typeset], list[Fact]], tmp_path_factory: pytest.TempPathFactory
) -> Chain:
    folder = tmp_path_factory.mktemp("long")
    for number, printed in enumerate(printed_and_facts[0]):
        (folder / f"{number}.pdf").write_bytes(printed.data)
    index_library(folder / "library", [folder])
    return Chain(Library.open(folder / "library"))


@pytest.fixture(scope="module")
def answers(
    chain: Chain, printed_and_facts: tuple[list[Typeset], list[Fact]]
) -> list[tuple[Fact, Answer]]:
    return [(fact, chain.ask(fact.question)) for fact in printed_and_facts[1]]


def test_fifty_questions_find_their_facts_in_the_bodies(
    answers: list[tuple[Fact, Answer]],
) -> None:
    assert len(answers) == 50
    missed = [
        fact.question
        for fact, answer in answers
        if not any(fact.sentence in citation.quote for citation in answer.citations)
    ]
    assert missed == []


def test_every_quote_is_found_on_its_page(
    answers: list[tuple[Fact, Answer]], printed_and_facts: tuple[list[Typeset], list[Fact]]
) -> None:
    printed = dict(zip(_titles(printed_and_facts[1]), printed_and_facts[0], strict=True))
    for _, answer in answers:
        assert answer.citations
        for citation in answer.citations:
            said = re.fullmatch(r".+, pp?\. (\d+)(?:–(\d+))?", citation.section)
            assert said
            first, last = int(said[1]), int(said[2] or said[1])
            assert printed[citation.title].holds(citation.quote, first, last)
            assert {place.page for place in citation.places} == {first, last}


def test_a_citation_names_the_section(answers: list[tuple[Fact, Answer]]) -> None:
    for fact, answer in answers:
        sections = [c.section for c in answer.citations if fact.sentence in c.quote]
        assert sections[0].startswith(f"{fact.section}, p")


def test_the_record_for_programs_has_page_and_box(answers: list[tuple[Fact, Answer]]) -> None:
    citation = to_contract(answers[0][1])["citations"][0]
    assert [*citation][:7] == ["n", "paper_id", "title", "quote", "section", "start", "end"]
    (place, *_) = citation["places"]
    left, top, right, bottom = place["box"]
    assert place["page"] >= 1
    assert 0 < left < right < 612
    assert 0 < top < bottom < 792


def test_a_set_is_judged_by_what_a_paper_is_about_not_by_what_its_body_mentions(
    chain: Chain,
) -> None:
    answer = chain.ask("Which papers are about mixture of experts?")
    assert answer.papers == ()
    answer = chain.ask("Which papers are about piles of paper?")
    assert len(answer.papers) == 5
    assert all(c.section in ("title", "Abstract, p. 1") for c in answer.citations)


def _titles(facts: list[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.title for fact in facts))


def test_of_two_papers_that_say_the_same_the_short_one_leads(tmp_path: Path) -> None:
    sentence = "The Osier scheduler holds 137 requests in its waiting room."
    short = {"title": "Schedulers at Work", "abstract": f"{sentence} It is quick. It is small."}
    (tmp_path / "short.json").write_text(json.dumps(short))
    parts = [f"## Part {n}\n\n{p.text}" for n, p in enumerate(read(DEFAULT_LIST).papers[:12])]
    body = "\n\n".join([*parts, f"## Setting\n\n{sentence} It is quick. It is small."])
    (tmp_path / "long.md").write_text(f"# Schedulers at Rest\n\n## Abstract\n\nWe rest.\n\n{body}")
    index_library(tmp_path / "library", [tmp_path / "long.md", tmp_path / "short.json"])
    retriever = Retriever(Library.open(tmp_path / "library"))
    question = "How many requests does the Osier scheduler hold in its waiting room?"
    scored = retriever.score(question)
    titles = [paper.title for paper in retriever.library.papers.values()]
    long_one, short_one = titles.index("Schedulers at Rest"), titles.index("Schedulers at Work")
    assert scored.papers[short_one] - scored.papers[long_one] > 0.05
    assert retriever.first(question, [retriever.ids[long_one]]) == retriever.ids[long_one]
