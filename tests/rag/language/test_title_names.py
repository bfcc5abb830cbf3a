"""What titles call their own things, in any field."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.language.title_names import names_in_title
from rag.records.catalog import Catalog
from store.papers import Paper


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("WATFOR-The University of Waterloo FORTRAN IV Compiler", ["WATFOR"]),
        ("ELIZA-A Computer Program For the Study of Language", ["ELIZA"]),
        ("TRAC, A Procedure-Describing Language", ["TRAC"]),
        ("The LRLTRAN Compiler", ["LRLTRAN", "LRLTRAN Compiler"]),
        (
            "The LACONIQ Monitor: Time Sharing",
            ["The LACONIQ Monitor", "LACONIQ", "LACONIQ Monitor"],
        ),
        ("BLAST2 – searching protein databases", ["BLAST2"]),
        ("ORBIS (a model of Roman travel)", ["ORBIS"]),
        ("Argus: An Incentive System", ["Argus"]),
        ("COMPAS, a tool of the courts", ["COMPAS"]),
    ],
)
def test_a_name_stands_first(title: str, names: Sequence[str]) -> None:
    assert names_in_title(title, {}) == names


@pytest.mark.parametrize(
    "title",
    [
        "Time-Sharing and Batch-Processing",
        "Machine-Independent Garbage Collection",
        "Rome, the Eternal City",
        "The Courts of England",
        "The Fall of the House of Tudor",
        "Co-evolution of Figs and Wasps",
        "A-posteriori Error Bounds",
        "DNA Repair in Yeast",
        "Charles I, the King",
    ],
)
def test_other_titles_name_nothing(title: str) -> None:
    assert names_in_title(title, {}) == []


def test_what_other_papers_speak_of_is_no_name_of_one() -> None:
    assert names_in_title("DNA-The Molecule of Life", {"DNA": 1}) == ["DNA"]
    assert names_in_title("DNA-The Molecule of Life", {"DNA": 2}) == []


def test_a_word_of_the_papers_names_one_only_with_its_capital() -> None:
    papers = {
        "a": Paper("a", "Reduction: A Method of Proof", "A reduction shortens a proof.", ""),
        "b": Paper("b", "Noise in Courts", "We study the reduction of noise.", ""),
    }
    catalog = Catalog(papers)
    assert catalog.named_in("papers on noise reduction")[0] == ()
    assert catalog.named_in("How does Reduction work?")[0] == ("a",)
