"""Which spellings are of one journal or conference, and by which it is called."""

from __future__ import annotations

from itertools import product
from time import perf_counter

import pytest

from store.venue_names import is_event, key_of, shortens, spellings, words_of

NIME = "Proceedings of the International Conference on New Interfaces for Musical Expression"


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (
            ("The American Economic Review", "American Economic Review"),
            "The American Economic Review",
        ),
        (("J Neurotrauma", "Journal of Neurotrauma"), "Journal of Neurotrauma"),
        (("Br. J. Psychiatry", "British Journal of Psychiatry"), "British Journal of Psychiatry"),
        (("Cognition & Emotion", "Cognition and Emotion"), "Cognition and Emotion"),
        (
            ("Psychol Trauma", "Psychological trauma : theory, research, practice and policy"),
            "Psychological trauma : theory, research, practice and policy",
        ),
        (("Proc. Int. Conf. on New Interfaces for Musical Expression", NIME), NIME),
        (("Proc. Int'l Conf. on Piles", "International Conference on Piles"), None),
        (
            (
                "2015 IEEE/ACM 37th International Conference on Software Engineering (ICSE)",
                "Proceedings of the Thirty-Eighth International Conference on Software Engineering",
            ),
            None,
        ),
    ],
)
def test_spellings_of_one_venue(names: tuple[str, ...], called: str | None) -> None:
    found = spellings(names)
    assert len({*found.values()}) == 1
    assert called is None or {*found.values()} == {called}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health Psychology", "Journal of Health Psychology"),
        ("Health Psychology", "Health Psychology Review"),
        (NIME, f"Music {NIME}"),
        ("Journal of Physics A", "Journal of Physics B"),
        ("Cell", "Cellulose"),
        ("Lecture Notes 1", "Lecture Notes 12"),
        ("IEEE Transactions on Networking", "ACM Transactions on Networking"),
    ],
)
def test_names_of_two_venues(one: str, other: str) -> None:
    assert len({*spellings((one, other)).values()}) == 2


def test_the_commonest_spelling_is_what_a_venue_is_called() -> None:
    names = ("The Lancet", "Lancet", "Lancet")
    assert spellings(names) == {"The Lancet": "Lancet", "Lancet": "Lancet"}


def test_a_short_form_of_two_venues_is_neither() -> None:
    names = ("Comput Sci", "Computer Science", "Computing Science")
    assert spellings(names) == {name: name for name in names}


def test_words_and_keys() -> None:
    assert words_of("The Journal of Piles & Heaps") == ("journal", "piles", "heaps")
    assert key_of("Proceedings of the 38th Annual Conference on Piles '16") == (
        *("conference", "piles"),
    )
    assert key_of("Journal of the ACM") == ("journal", "acm")


def test_abbreviations() -> None:
    assert shortens(("j", "psychiatr", "res"), ("journal", "psychiatric", "research"))
    assert not shortens(("piles",), ("pilesort",))
    assert not shortens(("journal", "piles"), ("journal", "piles"))


def test_events() -> None:
    assert is_event(NIME)
    assert is_event("Symposium on Piles")
    assert not is_event("Journal of Piles")


def test_thousands_of_venues_take_no_minutes() -> None:
    letters = "abcdefghijklmnopqrst"
    names = [f"Journal of A{a}{b} B{c}{d}" for a, b, c, d in product(letters, repeat=4)][:10_000]
    started = perf_counter()
    found = spellings([*names, "J Aaa Bab", "J A B"])
    assert perf_counter() - started < 5
    assert found["J Aaa Bab"] == "Journal of Aaa Bab"
    assert found["J A B"] == "J A B"
