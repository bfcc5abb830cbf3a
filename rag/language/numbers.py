"""Numbers and places as people write them: "12", "twelve", "a couple of", "third", "2nd"."""

from __future__ import annotations

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
"""The words of numbers, each at the place of its number."""
_PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_CARDINALS = {word: number for number, word in enumerate(WORDS)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "dozen": 12,
    "couple": 2,
}
_ORDINALS = {word: place for place, word in enumerate(_PLACES, start=1)} | {"twentieth": 20}
_PHRASES = {
    "no": 0,
    "a single": 1,
    "single": 1,
    "a lone": 1,
    "a sole": 1,
    "a couple of": 2,
    "a pair of": 2,
    "half a dozen": 6,
    "a dozen": 12,
}


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


CARDINAL = rf"\d{{1,3}}|{_longest_first(_CARDINALS)}"
"""A pattern of a number, without groups, to be put between brackets."""
COUNT = rf"\d{{1,3}}|{_longest_first(_CARDINALS | _PHRASES)}"
"""The same with what stands before a noun alone: "no", "a single", "a couple of"."""
ORDINAL = rf"\d{{1,2}}(?:st|nd|rd|th)|{_longest_first(_ORDINALS)}"
"""A pattern of a place, without groups, to be put between brackets."""


def number_of(words: str) -> int:
    """The number that a match of `CARDINAL` or `COUNT` says."""
    words = words.lower()
    return int(words) if words.isdecimal() else (_CARDINALS | _PHRASES)[words]


def place_of(word: str) -> int:
    """The place that a match of `ORDINAL` says; the first is 1."""
    word = word.lower()
    return int(word[:-2]) if word[0].isdecimal() else _ORDINALS[word]
