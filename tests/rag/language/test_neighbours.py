"""The table of neighbours: as the embedder places the words, and used where a word is missing."""

from eval.neighbours import NEAREST
from rag.language.neighbours import neighbours
from store.embed import default_embedder
from store.lexical import terms
from tests.rag.conftest import Chained


def test_table_says_what_the_embedder_says() -> None:
    pairs = [("kids", "children"), ("cheap", "inexpensive"), ("robots", "machines")]
    for word, other in pairs:
        one, two = default_embedder().embed([word, other])
        assert float(one @ two) >= NEAREST
        assert terms(other)[0] in neighbours()[terms(word)[0]]
    apart = default_embedder().embed(["kids", "kernel"])
    assert float(apart[0] @ apart[1]) < NEAREST
    assert "kernel" not in neighbours()["kid"]


def test_a_word_that_no_paper_has_finds_its_neighbours_papers(chained: Chained) -> None:
    toy = ("A toy for schools", "A game is tried with children of ten.", "2001-01-01", ())
    chain = chained([toy, ("Sorting of tapes", "Tapes are merged.", "2002-01-01", ())])
    answer = chain.ask("Which papers are for kids?")
    assert [paper.title for paper in answer.papers] == ["A toy for schools"]
    assert chain.ask("Which papers are about kernels?").abstained


def test_no_word_is_its_own_neighbour_or_its_contrary() -> None:
    assert len(neighbours()) > 5_000
    assert "expens" not in neighbours()["cheap"]
    assert "unfair" not in neighbours().get("fair", ())
    assert "usa" not in neighbours()["china"]
    assert "danish" in neighbours()["denmark"]
    assert "norway" not in neighbours()["denmark"]
    assert "googl" not in neighbours()
    assert all(stem not in others for stem, others in neighbours().items())
