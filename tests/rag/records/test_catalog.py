from __future__ import annotations

import pytest

from rag.records.catalog import Catalog
from rag.records.own_names import squeezed


@pytest.mark.parametrize(
    ("question", "paper_ids"),
    [
        ("What is SeerAttention?", ["gao2024seerattention"]),
        ("What is SeerAttention-R?", ["gao2025seerattentionr"]),  # the longer name wins
        ("How do LongRoPE and LongRoPE2 differ?", ["ding2024longrope", "shang2025longrope2"]),
        ("how long does longrope 2 go", ["shang2025longrope2"]),
        ("is t mac fast?", ["wei2024tmac"]),
        ("TMAC's throughput", ["wei2024tmac"]),
        ("what does BitDecodng do", ["du2025bitdecoding"]),
        ("LongRoPE3?", []),  # a number is no typo
        ("What is ToP?", ["li2023constraintaware"]),
        ("the top papers", []),
        ("how hard is the pit of despair", []),
        ("the system called HAGeo", ["duan2025goldmedallevel"]),
        ("Tutel vs SPANN vs Tutel", ["hwang2022tutel", "chen2021spann"]),
    ],
)
def test_names_of_papers_are_found_in_questions(
    catalog: Catalog, question: str, paper_ids: list[str]
) -> None:
    named, _ = catalog.named_in(question)
    assert list(named) == paper_ids


def test_names_are_taken_out_of_the_question(catalog: Catalog) -> None:
    assert catalog.named_in("What recall does SPANN reach?")[1] == "What recall does reach?"


def test_a_whole_title_is_one_name(catalog: Catalog) -> None:
    title = "LUT Tensor Core: A Software-Hardware Co-Design for LUT-Based Low-Bit LLM Inference"
    assert catalog.named_in(f"Who wrote {title}?")[0] == ("mo2024lut",)


@pytest.mark.parametrize(
    ("acronym", "stands_for"),
    [
        ("moe", ("mixtur", "expert")),
        ("mcts", ("mont", "carlo", "tree", "search")),
        ("cnn", ("convolut", "neural", "network")),
        ("asr", ("automat", "speech", "recognit")),
    ],
)
def test_acronyms_are_read_where_papers_spell_them_out(
    catalog: Catalog, acronym: str, stands_for: tuple[str, ...]
) -> None:
    assert stands_for in catalog.acronyms[acronym]


def test_people_and_organisations_come_from_the_records(catalog: Catalog) -> None:
    assert catalog.people.knows("Li Lyna Zhang")
    assert set(catalog.organisations.values()) == {"microsoft-research", "pku", "tsinghua"}


def test_hyphens_spaces_and_case_do_not_tell_names_apart() -> None:
    assert squeezed("T-MAC") == squeezed("t mac") == squeezed("TMAC") == "tmac"


def test_an_empty_library_names_nothing() -> None:
    assert Catalog({}).named_in("What is SPANN?") == ((), "What is SPANN?")
