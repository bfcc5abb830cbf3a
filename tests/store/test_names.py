"""Where a title ends and its authors begin, with nothing between them."""

import pytest

from store.readers.names import split_title_from_authors


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        ("Stronger Problem-SolversZhenting Qi", "Stronger Problem-Solvers", ["Zhenting Qi"]),
        ("A, B, and C for DLi Lyna Zhang, An Li", "A, B, and C for D", ["Li Lyna Zhang", "An Li"]),
        ("Reasoning in Base LLMsXumeng Wen", "Reasoning in Base LLMs", ["Xumeng Wen"]),
        ("Search for INT8Bo Li, Yue Yu", "Search for INT8", ["Bo Li", "Yue Yu"]),
        ("Campaigns (Extended)Xian Zhang", "Campaigns (Extended)", ["Xian Zhang"]),
        ("Why Not?Ada Lovelace", "Why Not?", ["Ada Lovelace"]),
        ("On PilesKwang-Ting Cheng", "On Piles", ["Kwang-Ting Cheng"]),
        ("On PilesRonald McDonald", "On Piles", ["Ronald McDonald"]),
        ("On PilesZachary DeVito, Tri Dao", "On Piles", ["Zachary DeVito", "Tri Dao"]),
        ("On PilesConan O'Brien", "On Piles", ["Conan O'Brien"]),
        ("On PilesLudwig van Beethoven", "On Piles", ["Ludwig van Beethoven"]),
        ("On PilesJ. R. Smith, Bo Li", "On Piles", ["J. R. Smith", "Bo Li"]),
        ("On PilesÉmile Zola, Åsa Öberg", "On Piles", ["Émile Zola", "Åsa Öberg"]),
        ("On PilesBo Li, and Yue Yu", "On Piles", ["Bo Li", "Yue Yu"]),
    ],
)
def test_splits(line, title, authors):
    found = split_title_from_authors(line)
    assert found is not None
    assert (found.title, list(found.authors), found.cut) == (title, authors, False)


@pytest.mark.parametrize("ending", [" et al.", " et al", ", et al."])
def test_et_al_is_no_author(ending):
    found = split_title_from_authors(f"On PilesBo Li, Yue Yu{ending}")
    assert found is not None
    assert (found.title, found.authors, found.cut) == ("On Piles", ("Bo Li", "Yue Yu"), True)


@pytest.mark.parametrize(
    "line",
    ["", "On Piles", "On Piles Ada Lovelace", "on pilesada lovelace", "On Piles, Heaps, Stacks"],
)
def test_what_cannot_be_split_is_not_guessed(line):
    assert split_title_from_authors(line) is None
