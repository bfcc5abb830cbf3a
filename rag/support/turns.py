"""Which number belongs to which item where a sentence says "respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.support.figures import FigureIn, figures_in, is_equal
from rag.support.plain import content

RESPECTIVELY = re.compile(r"[^;:]*?\brespectively\b", re.I)
_ITEM = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.I)


def out_of_turn(claim: str, spans: Sequence[str]) -> str:
    """A number with another item, or another number, than "respectively" gives it."""
    numbers, words = figures_in(claim), content(claim)
    for span in spans:
        for match in RESPECTIVELY.finditer(span):
            runs = _runs(match.group())
            if wrong := _misplaced(numbers, runs):
                return f"{wrong:g} belongs to another number in what it cites"
            pairs = _in_turn(match.group(), runs) if len(numbers) == 1 else []
            own = set().union(*(item for held, item in pairs if is_equal(numbers[0], held)), set())
            others = set().union(*(i for held, i in pairs if not is_equal(numbers[0], held)), set())
            if own and not own & words and (others - own) & words:
                return f"{numbers[0].value:g} belongs to another item in what it cites"
    return ""


def _runs(text: str) -> list[list[FigureIn]]:
    """The enumerations of numbers in a text: "4.96x and 5.75x", then "16 and 2048"."""
    runs: list[list[FigureIn]] = []
    for number in figures_in(text):
        between = text[runs[-1][-1].end : number.start] if runs else ""
        if runs and re.fullmatch(r"\W*(?:and)?\W*", between):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def is_in_turn(claim: str, span: str) -> bool:
    """Whether a claim pairs numbers as "2x and 3x over 16 and 32 GPUs, respectively" does."""
    numbers = figures_in(claim)
    found = [_places(numbers, _runs(match.group())) for match in RESPECTIVELY.finditer(span)]
    return any(all(places) and places[0] == places[1] for places in found if places)


def _misplaced(numbers: Sequence[FigureIn], runs: list[list[FigureIn]]) -> float | None:
    """A number of the first run beside one of the second that is not its own."""
    places = _places(numbers, runs)
    if places and all(places) and places[0] != places[1]:
        return runs[0][places[0][0]].value
    return None


def _places(numbers: Sequence[FigureIn], runs: list[list[FigureIn]]) -> list[list[int]]:
    """Where in each of two runs of like length the numbers stand; empty for other runs."""
    if len(runs) != 2 or len(runs[0]) != len(runs[1]) or len(runs[0]) < 2:
        return []
    return [
        [i for i, held in enumerate(run) if any(is_equal(n, held) for n in numbers)] for run in runs
    ]


def _in_turn(text: str, runs: list[list[FigureIn]]) -> list[tuple[FigureIn, set[str]]]:
    """The numbers of "2x and 3x in A and B, respectively", each with what only its item has."""
    if len(runs) != 1 or len(runs[0]) < 2:
        return []
    tail = re.sub(r"[,\s]*respectively$", "", text[runs[0][-1].end :], flags=re.I)
    tail = re.split(r"\b(?:over|compared|against|than|versus)\b", tail)[0]
    parts = [re.split(r"\b(?:on|in|for|of|at|to)\b", part)[-1] for part in _ITEM.split(tail)]
    items = [content(part) for part in parts if part.strip()][-len(runs[0]) :]
    if len(items) != len(runs[0]):
        return []
    shared = set.intersection(*items)
    return [(number, item - shared) for number, item in zip(runs[0], items, strict=True)]
