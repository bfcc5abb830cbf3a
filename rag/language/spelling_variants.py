"""The other spellings of a word: British and American ("oedema"), Latin and Greek plurals ("loci").

They are guesses by rule, many of them no words at all; whoever asks keeps those that a library
has.
"""

from __future__ import annotations

from collections.abc import Iterator

_SHORTEST = 4  # letters; shorter words are other words too easily
# Within a word: of American spelling, and of British.
_WITHIN = (("ae", "e"), ("oe", "e"), ("ph", "f"))
_ENDS = (
    ("tre", "ter"),
    ("bre", "ber"),
    ("logue", "log"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("elling", "eling"),
    ("elled", "eled"),
)
_PLURALS = (
    ("us", "i"),
    ("um", "a"),
    ("on", "a"),
    ("sis", "ses"),
    ("xis", "xes"),
    ("ix", "ices"),
    ("ex", "ices"),
    ("ma", "mata"),
    ("nx", "nges"),
    ("a", "ae"),
    ("s", "ses"),  # "lens" itself looks like several to the stemmer
)


def spellings_of(word: str) -> tuple[str, ...]:
    """How a word may be written otherwise, itself left out."""
    word = word.lower()
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    return tuple(dict.fromkeys(other for other in _guesses(word) if other != word))


def _guesses(word: str) -> Iterator[str]:
    for one, other in _WITHIN:
        yield word.replace(one, other)
    for place, letter in enumerate(word):
        if letter == "e" and place:  # "hemorrhage", "edema" of "oedema" alone at the head
            yield f"{word[:place]}a{word[place:]}"
            yield f"{word[:place]}o{word[place:]}"
    if word[0] == "e":
        yield f"o{word}"
        yield f"a{word}"
    if "sulf" in word:
        yield word.replace("sulf", "sulph")
    for one, other in (*_ENDS, *_PLURALS):
        yield from _exchanged(word, one, other)
        yield from _exchanged(word, other, one)


def _exchanged(word: str, one: str, other: str) -> Iterator[str]:
    if word.endswith(one):
        yield word.removesuffix(one) + other
