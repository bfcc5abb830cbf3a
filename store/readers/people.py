"""Reads names as reference managers and tables write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OTHERS = re.compile(r"(?:[,;]?\s*(?:\bet al\.?|\band others))\s*$", re.I)
_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)")
_SUFFIX = re.compile(r"(?:Jr|Sr|[IVX]{2,4})\.?")


def given_name_first(name: str) -> str:
    """Turns "Lovelace, Ada" into "Ada Lovelace", "Davis, Jr., Sammy" into "Sammy Davis Jr.".

    Initials stand apart ("A.J." is "A. J."), so that one person is found by one name.
    """
    apart = _INITIALS.sub(" ", name)
    parts = [" ".join(part.split()) for part in apart.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[1]):
        return f"{parts[2]} {parts[0]} {parts[1]}"
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):
        return f"{parts[1]} {parts[0]} {parts[2]}"
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):
        return " ".join(parts)
    return " ".join(reversed(parts)) if len(parts) == 2 else " ".join(parts)


def people(text: str) -> tuple[tuple[str, ...], bool]:
    """The names of a line, given names first, and whether it ended in "et al." or "and others".

    Names are put apart by semicolons or "and"; by commas where each part is a whole name.
    """
    line = " ".join(text.split())
    whole = _OTHERS.sub("", line)
    if ";" in whole:
        names = whole.split(";")
    elif re.search(r"\band\b", whole) or whole.count("&") == 1:
        last = re.split(r",? and |,? & ", whole)
        inverted = all(_is_inverted(part) for part in last)
        names = last if inverted else [n for part in last for n in _by_commas(part)]
    else:
        names = _by_commas(whole)
    return tidy(names), whole != line


def tidy(names: Iterable[str]) -> tuple[str, ...]:
    """Given names first, each once, in order, without the empty ones."""
    return tuple(dict.fromkeys(name for n in names if (name := given_name_first(n))))


def _is_inverted(part: str) -> bool:
    """Whether this is "Lovelace, Ada" or a name without any comma."""
    pieces = [piece.strip() for piece in part.split(",")]
    return len(pieces) == 1 or (len(pieces) == 2 and len(pieces[0].split()) == 1)


def _by_commas(text: str) -> list[str]:
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) == 2 and len(pieces[0].split()) == 1:
        return [text]  # "Lovelace, Ada" is one person
    if len(pieces) > 2 and all(len(piece.split()) == 1 for piece in pieces[::2]):
        pairs = zip(pieces[::2], pieces[1::2], strict=False)
        return [f"{last}, {first}" for last, first in pairs]
    return pieces
