"""Numbers that questions bound: "more than five", "a single", "two or three", "four or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {
    "no": 0,
    "a single": 1,
    "single": 1,
    "a lone": 1,
    "a sole": 1,
    "a couple of": 2,
    "a pair of": 2,
}
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_ABOVE, _FROM = r"more than|over|above|greater than", r"at least|no (?:fewer|less) than|minimum of"
_BELOW, _TO = r"fewer than|less than|under|below", r"at most|up to|no more than|maximum of"
_EXACTLY = r"exactly|only|just|precisely"
_SEVERAL = r"several|multiple"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most of a number, both inclusive; `most` is None where nothing bounds it.

    Example: ``Bounds(4)`` is four or more, ``Bounds(4, 4)`` exactly four.
    """

    least: int = 0
    most: int | None = None

    def hold(self, least: int, most: int | None) -> bool | None:
        """Whether a number from `least` to `most` is within; None where it may or may not be."""
        above = most is not None and most < self.least
        if above or (self.most is not None and least > self.most):
            return False
        inside = self.most is None or (most is not None and most <= self.most)
        return True if inside and least >= self.least else None

    def __str__(self) -> str:
        """In words: "exactly 4", "at least 4", "at most 3", "2 to 3"."""
        if self.most is None:
            return f"at least {self.least}"
        if self.least == self.most:
            return f"exactly {self.least}" if self.most else "no"
        return f"{self.least} to {self.most}" if self.least else f"at most {self.most}"


def bounded(noun: str) -> str:
    """A pattern of a bounded number and the noun that it counts ("": none), for `bounds_of`.

    It has groups with names, so that a pattern holds it once.
    """
    return (
        rf"(?:(?P<how>{_ABOVE}|{_FROM}|{_BELOW}|{_TO}|{_EXACTLY}) )?(?:a (?=total))?"
        rf"(?:total of )?(?:(?P<number>{_NUMBER})(?:(?:,? (?:or|to) |-|–)(?P<other>{_NUMBER}))?"
        rf"|(?P<several>{_SEVERAL}))(?P<open> or (?:more|fewer|less))?"
        rf"{f'[ -](?:different |distinct |listed |named )?(?:{noun})' if noun else ''}"
        r"(?P<open2> or (?:more|fewer|less))?"
    )


def bounds_of(match: re.Match[str]) -> Bounds:
    """The bounds that a match of a `bounded` pattern sets."""
    if match["several"]:
        return Bounds(2)
    number = _number(match["number"])
    how = (match["how"] or "").lower()
    after = (match["open"] or match["open2"] or "").lower()
    if re.fullmatch(_ABOVE, how):
        return Bounds(number + 1)
    if re.fullmatch(_FROM, how) or "more" in after:
        return Bounds(number)
    if re.fullmatch(_BELOW, how):
        return Bounds(0, max(0, number - 1))
    if re.fullmatch(_TO, how) or after:
        return Bounds(0, number)
    other = _number(match["other"]) if match["other"] else number
    return Bounds(*sorted((number, other)))


def _number(word: str) -> int:
    word = word.lower()
    return _NUMBERS[word] if word in _NUMBERS else int(word)
