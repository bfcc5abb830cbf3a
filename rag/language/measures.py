"""Figures in times and in percent, as questions and papers write them, and what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.language.numbers import WORDS

FOLD, PERCENT, FIRST = "times", "percent", "first"
_WORD_NUMBERS = {word: float(number) for number, word in enumerate(WORDS) if number} | {
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "hundred": 100.0,
    "a hundred": 100.0,
    "one hundred": 100.0,
    "a thousand": 1000.0,
    "thousand": 1000.0,
}
_NUMBER = (
    r"(?:(?<![\w.,])\d[\d,]*(?:\.\d+)?"
    rf"|\b(?:{'|'.join(sorted(_WORD_NUMBERS, key=len, reverse=True))})\b)"
)
_TEX = r"(?:\$|\\\(|\\\)|\\,|\s|-)*"  # between a number and its unit: "$40\times$", "ten-fold"
FIGURE = (
    rf"(?:(?:(?P<folds>{_NUMBER}){_TEX}(?:x\b(?!\s?\d)|×(?!\s?\d)|\\times(?!\s?\$?\d)|times\b|folds?\b))"
    rf"|(?:(?P<percents>{_NUMBER})(?:\$|\s|\\)*(?:%|per ?cent\b))"
    r"|\b(?P<tenfold>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)fold\b"
    r"|\b(?P<magnitudes>an?|one|two|three|four|several) orders? of magnitude\b"
    r"|\b(?P<twice>twice|twofold|doubl(?:e|es|ed|ing))\b"
    r"|\b(?P<half>(?:by |in )?half|halv(?:e|es|ed|ing))\b)"
)
"""A pattern of a figure, with groups that `value_of` reads; to be used once in a pattern."""
_FIGURE = re.compile(FIGURE, re.I)
_KINDS = {
    "speed": r"speed[- ]?ups?|speeds?|speeding(?: up)?|speeded(?: up)?|sped(?: up)?|faster|quicker"
    r"|as fast|accelerat\w+|throughputs?|latenc(?:y|ies)|runtimes?|running times?|performance"
    r"|slower|slowdowns?",
    "accuracy": r"accurac(?:y|ies)|accurate(?:ly)?|correct(?:ly|ness)?|pass@1|top-1",
    "energy": r"energy|power|electricity|watts?",
    "memory": r"memory|ram|footprints?|storage|disk",
    "cost": r"costs?|cheaper|price|expenses?|money|budget",
    "size": r"smaller|size|sizes|compression|compress(?:es|ed)?|parameters?|larger|bigger",
    "sparsity": r"sparsity",
    "recall": r"recall",
    "precision": r"precision",
    "improvement": r"improvements?|improv(?:e|es|ed|ing)|gains?|better|boosts?|increases?"
    r"|outperform\w*",
    "saving": r"reductions?|reduc(?:e|es|ed|ing)|savings?|sav(?:e|es|ed|ing)|less|fewer|lower"
    r"|decreas\w+|cuts?|shrink\w*",
}
MEASURES = rf"(?:{'|'.join(_KINDS.values())})"
_OF_KIND = {kind: re.compile(rf"\b(?:{words})(?!\w)", re.I) for kind, words in _KINDS.items()}
_CHANGES = ("improvement", "saving")
_BEFORE, _AFTER, _NEXT = 12, 6, 2  # words beside a figure
_BRACKETED = re.compile(
    r"(?P<of>[\w-]+(?: [\w-]+)?) \((?:\$|\\leq?|≤|<|~|up to|by|\s)*$"  # "latency ($\leq$ 6.8x)"
)
_OF_ELSE = re.compile(r"(?:fewer|larger|bigger|longer|wider|extension)\b", re.I)


def measure_of(words: str) -> str:
    """What a figure is of, by the words beside it; empty where these only say a change."""
    kinds = [kind for kind, pattern in _OF_KIND.items() if pattern.search(words)]
    return next((kind for kind in kinds if kind not in _CHANGES), "")


def value_of(figure: str) -> tuple[float, str]:
    """The value and the unit of what `FIGURE` matched."""
    match = _FIGURE.search(figure)
    assert match is not None, figure
    return _read(match)


def _read(match: re.Match[str]) -> tuple[float, str]:
    if match["percents"]:
        return _number(match["percents"]), PERCENT
    if match["half"]:
        return 50.0, PERCENT
    if match["twice"]:
        return 2.0, FOLD
    if match["magnitudes"]:
        power = {"two": 2, "three": 3, "four": 4, "several": 2}.get(match["magnitudes"].lower(), 1)
        return 10.0**power, FOLD
    return _number(match["folds"] or match["tenfold"]), FOLD


def _number(words: str) -> float:
    known = _WORD_NUMBERS.get(words.lower())
    return float(words.replace(",", "").rstrip(".")) if known is None else known


def gives_figure(text: str, unit: str, least: float, most: float, of: str) -> bool:
    """Whether a sentence has a figure of a unit within bounds that is of what is asked for."""
    return any(least <= value <= most for value in figures_in(text, unit, of))


def figures_in(text: str, unit: str, of: str) -> Iterator[float]:
    """The figures of a unit in a sentence that are of what is asked for."""
    for match in _FIGURE.finditer(text):
        value, own = _read(match)
        if own == unit and (not of or _is_of(text, match, of)):
            yield value


def figure_spans(text: str, of: str) -> Iterator[tuple[float, str, int, int]]:
    """(value, unit, start, end) of the figures in a text that are of what is asked for."""
    for match in _FIGURE.finditer(text):
        if _is_of(text, match, of):
            yield (*_read(match), *match.span())


def usual_unit(of: str) -> str:
    """The unit in which figures of a measure are mostly given."""
    return FOLD if of == "speed" else PERCENT


def _is_of(text: str, match: re.Match[str], of: str) -> bool:
    """Whether what a figure is of stands beside it, and nothing else stands nearer behind it."""
    if bracketed := _BRACKETED.search(text[: match.start()]):
        return _OF_KIND[of].search(bracketed["of"]) is not None
    behind = re.split(r"[;:]|\. ", text[match.end() :])[0].split()
    ahead = re.split(r"[;:]|\. ", text[: match.start()])[-1].split()
    nearest = " ".join(behind[:_NEXT])
    others = [k for k, p in _OF_KIND.items() if k not in _CHANGES and p.search(nearest)]
    elsewhere = others or any(_OF_ELSE.match(word) for word in behind[:1])
    if elsewhere and of not in others:
        return False
    beside = f"{' '.join(ahead[-_BEFORE:])} | {' '.join(behind[:_AFTER])}"
    return _OF_KIND[of].search(beside) is not None
