from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.evidence.account import ALSO, ASKED, HOW, PROPOSES, REPORTS, Accounts
from rag.evidence.finder import Finder
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from tests.rag.conftest import Chained


@pytest.fixture(scope="module")
def accounts(retriever: Retriever, catalog: Catalog, finder: Finder) -> Accounts:
    return Accounts(retriever, catalog, finder.own_first)


def test_an_account_is_in_the_papers_own_order(accounts: Accounts) -> None:
    told = accounts.account("wei2024tmac", "", 4)
    assert len(told) == 4
    assert [e.start for e in told] == sorted(e.start for e in told)
    assert any("we introduce T-MAC" in e.text for e in told)


def test_each_paper_says_what_it_does_and_what_it_reports(accounts: Accounts) -> None:
    cells = accounts.aspects(["liu2024vptq", "li2025antkv"], "", {})
    papers = ("liu2024vptq", "li2025antkv")
    assert [(aspect, paper_id) for aspect, paper_id, _ in cells] == [
        (aspect, paper_id) for aspect in (PROPOSES, HOW, REPORTS, ALSO) for paper_id in papers
    ]
    texts = [evidence.text for _, _, evidence in cells]
    assert "we introduce Vector Post-Training Quantization" in texts[0]
    assert "6.32 at 1-bit" in texts[5]


def test_what_is_asked_has_a_row(chain: Chain) -> None:
    answer = chain.ask("AnTKV vs RetroInfer: which speedups do they report?")
    row = next(line for line in answer.markdown.splitlines() if line.startswith(f"| {ASKED}"))
    assert "3.5" in row
    assert "4.5X" in row


def test_what_a_paper_does_not_speak_of_has_no_cell(chain: Chain) -> None:
    answer = chain.ask("How do VPTQ and Argus treat quantization at low bits?")
    rows = [line for line in answer.markdown.splitlines() if line.startswith(f"| {ASKED}")]
    assert all(row.rstrip(" |").endswith("–") for row in rows)


def test_a_benchmark_is_compared_by_the_sentence_that_brings_it_in(chain: Chain) -> None:
    answer = chain.ask("Which benchmark is larger, RepoCraft or HAGeo-409?")
    row = next(line for line in answer.markdown.splitlines() if line.startswith(f"| {ASKED}"))
    assert "1,052 tasks" in row
    assert "409 geometry problems" in row


def test_no_sentence_stands_twice(accounts: Accounts) -> None:
    cells = accounts.aspects(["liu2024vptq", "li2025antkv"], "perplexity of quantization", {})
    spans = [(e.paper_id, e.start) for _, _, e in cells]
    assert len(spans) == len(set(spans))


def test_a_comparison_is_a_table(chain: Chain) -> None:
    answer = chain.ask("Compare SeerAttention and SeerAttention-R")
    header = next(line for line in answer.markdown.splitlines() if line.startswith("|"))
    assert "**SeerAttention: Learning" in header
    assert "**SeerAttention-R: Sparse" in header
    assert {paper.id for paper in answer.papers} == {
        "gao2024seerattention",
        "gao2025seerattentionr",
    }


def test_studies_of_other_fields_say_what_they_did_and_found(chained: Chained) -> None:
    text = (
        "Sleep is often thought to be lost on night shifts. We examined whether nurses {} slept "
        "less than others. Nurses have many duties. They were found to sleep two hours less."
    )
    chain = chained(
        [
            (f"Sleep of nurses in {place}", text.format(place), "2001-01-01", ())
            for place in ("Riga", "Oslo")
        ]
    )
    rows = chain.ask("compare the two papers on nurses").markdown.splitlines()
    does = next(row for row in rows if row.startswith("| What it does"))
    assert does.count("We examined") == 2
    assert next(row for row in rows if row.startswith("| What it reports")).count("were found") == 2


def test_what_is_asked_has_its_row_though_it_says_what_the_paper_does(chain: Chain) -> None:
    answer = chain.ask("Which has the larger speedup, PIT or SuperScaler?")
    rows = answer.markdown.splitlines()
    place = next(i for i, row in enumerate(rows) if row.startswith(f"| {ASKED}"))
    assert "5.9x" in rows[place]
    assert "3.5X" in rows[place]
    assert rows[place - 1].startswith(f"| {PROPOSES}")


def test_how_it_is_done_stands_behind_what_is_done(chain: Chain) -> None:
    answer = chain.ask("compare LongRoPE2 and OpEvo")
    assert "Code will be available" not in answer.markdown
    assert "Manually optimizing" not in answer.markdown  # what others do leads up to it


def test_the_two_of_a_description_are_those_that_are_about_it(chain: Chain) -> None:
    answer = chain.ask("compare the image retrieval paper with the vector search paper")
    assert [paper.id for paper in answer.papers] == ["zhang2023irgen", "chen2021spann"]


def test_an_account_begins_with_the_papers_own_doing(accounts: Accounts) -> None:
    told = accounts.account("zhang2021wrench", "WRENCH", 4)
    assert not any(e.text.startswith(("Second,", "First,", "Finally,")) for e in told)
    assert "we introduce a benchmark platform" in told[0].text


def test_the_abstract_is_given_whole_where_it_is_asked_for(chain: Chain) -> None:
    for question in ("give me the abstract of T-MAC", "abstract of T-MAC"):
        answer = chain.ask(question)
        assert answer.markdown.count("[") >= 8
        assert "The deployment of Large Language Models" in answer.citations[0].quote
    assert len(chain.ask("Summarise T-MAC").citations) == 4
