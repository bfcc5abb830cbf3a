"""Numbers that questions bound: "more than five", "a single", "two or three", "four or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.numbers import COUNT, number_of

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
    how = rf"{_ABOVE}|{_FROM}|{_BELOW}|{_TO}|{_EXACTLY}"
    also = r",? (?:but|and|yet)(?: also)? "  # "more than 1 but fewer than 5", noun before or after
    counted = rf"[ -](?:different |distinct |listed |named )?(?:{noun})" if noun else ""
    return (
        rf"(?:(?P<how>{how}) )?(?:a (?=total))?(?:total of )?"
        rf"(?:(?P<number>{COUNT})(?:(?:,? (?:or|to) |-|–)(?P<other>{COUNT}))?"
        rf"|(?:between|from) (?P<low>{COUNT}) (?:and|to) (?P<high>{COUNT})|(?P<several>{_SEVERAL}))"
        rf"(?P<open> or (?:more|fewer|less))?(?:{also}(?P<how2>{how}) (?P<number2>{COUNT}))?"
        rf"{counted}(?P<open2> or (?:more|fewer|less))?"
        rf"(?:{also}(?P<how3>{how}) (?P<number3>{COUNT}))?"
    )


def bounds_of(match: re.Match[str]) -> Bounds:
    """The bounds that a match of a `bounded` pattern sets, both where it sets two."""
    if match["several"]:
        bounds = Bounds(2)
    elif match["low"]:
        bounds = Bounds(*sorted((number_of(match["low"]), number_of(match["high"]))))
    else:
        after = match["open"] or match["open2"]
        bounds = _bounds(match["how"], match["number"], match["other"], after)
    for n in ("2", "3"):
        if match[f"number{n}"]:
            bounds = _both(bounds, _bounds(match[f"how{n}"], match[f"number{n}"]))
    return bounds


def _both(one: Bounds, other: Bounds) -> Bounds:
    ends = [bounds.most for bounds in (one, other) if bounds.most is not None]
    return Bounds(max(one.least, other.least), min(ends, default=None))


def _bounds(
    how: str | None, words: str, other: str | None = None, after: str | None = None
) -> Bounds:
    number = number_of(words)
    how, after = (how or "").lower(), (after or "").lower()
    if re.fullmatch(_ABOVE, how):
        return Bounds(number + 1)
    if re.fullmatch(_FROM, how) or "more" in after:
        return Bounds(number)
    if re.fullmatch(_BELOW, how):
        return Bounds(0, max(0, number - 1))
    if re.fullmatch(_TO, how) or after:
        return Bounds(0, number)
    return Bounds(*sorted((number, number_of(other) if other else number)))
