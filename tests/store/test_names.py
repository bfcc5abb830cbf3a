from __future__ import annotations

import pytest

from store.names import NameParts, last_name, name_parts


@pytest.mark.parametrize(
    ("name", "given", "last"),
    [
        ("Li Lyna Zhang", ("li", "lyna"), "zhang"),
        ("A.J. Perlis", ("a", "j"), "perlis"),
        ("E. G. Coffman Jr.", ("e", "g"), "coffman"),
        ("Kwang-Ting Cheng", ("kwang", "ting"), "cheng"),
        ("Kurt Gödel", ("kurt",), "godel"),
        ("Plato", (), "plato"),
        ("", (), ""),
    ],
)
def test_the_parts_of_a_name(name: str, given: tuple[str, ...], last: str) -> None:
    assert name_parts(name) == NameParts(given, last)


def test_a_last_name_is_as_it_is_written() -> None:
    assert last_name("E. G. Coffman Jr.") == "Coffman"
    assert last_name("Kurt Gödel") == "Gödel"
