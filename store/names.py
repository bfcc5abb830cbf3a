"""The parts of a person's name: what people are sorted by, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PART = re.compile(r"[^\W\d_]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in lower case without accents: the last name, and what stands before it.

    Of "E. G. Coffman Jr." the last name is "coffman" and given are "e" and "g".
    """

    given: tuple[str, ...]
    last: str


def name_parts(name: str) -> NameParts:
    """The parts of a name that is written with the given names first."""
    words = [word for word in words_of_name(name) if word not in _SUFFIXES]
    return NameParts(tuple(words[:-1]), words[-1]) if words else NameParts((), "")


def last_name(name: str) -> str:
    """The last name as it is written, without "Jr." and its like."""
    words = [w for w in name.split() if w.strip(".,").lower() not in _SUFFIXES]
    return words[-1] if words else name.strip()


def words_of_name(text: str) -> list[str]:
    """The runs of letters in a text, in lower case and without accents."""
    return [levelled(word) for word in _PART.findall(text)]


def levelled(text: str) -> str:
    """Lower case, accents dropped ("Gödel" is "godel")."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
