"""What a question wants papers to state: a figure within bounds, or that something is the first.

"Which papers report a speedup of at least 5x?", "accuracy above 90 %", "Which claim to be the
first to do something?". The words that say so are taken out of the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, nextafter

from rag.language.measures import FIGURE, FIRST, FOLD, MEASURES, measure_of, usual_unit, value_of
from rag.language.words import cut_out

_MORE = (
    r"(?:more than|greater than|larger than|higher than|better than|bigger than|over|above|beyond"
    r"|exceed(?:s|ed|ing)?|in excess of|upwards of|surpass(?:es|ed|ing)?|>)"
)
_FROM = (
    r"(?:at least|at the least|no less than|not less than|no lower than|a minimum of|minimum"
    r"|>=|≥|=>)"
)
_LESS = r"(?:less than|lower than|smaller than|fewer than|under|below|<)"
_TO = r"(?:at most|no more than|not more than|a maximum of|maximum|<=|≤|=<)"
_SMALL = (
    r"(?:(?:is|are|was|were|that|which|of|by|an?|the|its|their|in|with|for|rate|rates|figures?"
    r"|score|scores|factor|reaches|reaching|gets?|goes|going) )"
)
_UP = r"(?:\s?\+|,? (?:or|and) (?:more|better|higher|above|over|greater|beyond|faster)\b)"
_DOWN = r"(?:,? (?:or|and) (?:less|fewer|lower|below|under|smaller)\b)"
_HOW = rf"(?:(?P<more>{_MORE})|(?P<from>{_FROM})|(?P<less>{_LESS})|(?P<to>{_TO}))"
_KIND = r"(?:(?!(?:or|and|on|than|over|when|while|that|which)\b)[\w-]+ )"
_CHANGE = (
    r"(?: (?:loss(?:es)?|drops?|degradation|gains?|improvements?|reductions?|savings?|increases?))?"
)
_BOUNDED = re.compile(
    rf"(?:\b(?P<before>{MEASURES}\b(?: [\w-]+){{0,2}}?) {_SMALL}*?)?"
    rf"(?:(?:an?|by|of|to) )?(?:{_HOW}\s?(?:an? |the )?(?:factor of )?)?"
    rf"(?P<figure>{FIGURE})(?:(?P<up>{_UP})|(?P<down>{_DOWN}))?"
    rf"(?:[ -]{_SMALL}*{_KIND}{{0,2}}?(?P<after>{MEASURES})\b{_CHANGE})?"
    rf"(?:(?P<up2>{_UP})|(?P<down2>{_DOWN}))?"
    r"(?: (?:over|than|against) (?:an? |the |its |their )?(?:something|baselines?|anything"
    r"|others))?",
    re.I,
)
_OF_THE_LIBRARY = re.compile(
    r"\W*(?:of|in) (?:all )?(?:the |these |those |your |our )?(?:papers|works)\b", re.I
)
_LOOSE = re.compile(r"\b(?:half|twice|doubl)", re.I)  # figures only beside what they are of
_CLAIM = (
    r"(?:boast|claim|say|assert|state|maintain|declare|call|describe|pride|brag|announc|advertis"
    r"|purport|present|bill|style|profess)\w*"
)
_OF_KIND = (
    r"(?: (?:to do (?:something|anything|so|it|this|that|what they do)|ever|of (?:its|their) kind"
    r"|in (?:their|its|the) (?:field|area)|at (?:something|anything)|in (?:something|anything)))?"
)
_CLAIMED_FIRST = re.compile(
    r"\b(?:(?:teams|groups|authors|researchers|scientists|people|labs|those)(?: (?:here|in here))?"
    rf"(?: (?:that|who|which))? )?{_CLAIM}\b(?:(?! (?:who|which|when|where)\b)[^.?!,;]){{0,40}}?"
    rf"\b(?:(?:the|a|an|its|their) )?(?:very |world['’]?s? )?(?:first(?:s|-ever)?\b{_OF_KIND}"
    r"(?=\W*$|[,;.?!]| (?:to|that|in|at|on|for|of|with|when|which)\b"
    r"| (?:ever|works?|papers?|systems?|methods?|frameworks?|approach(?:es)?|one)\b)"
    r"|pioneers?\b|pioneering\b)",
    re.I,
)


_PAPER = (
    r"(?:papers?|articles?|works?|stud(?:y|ies)|methods?|systems?|approach(?:es)?|techniques?"
    r"|ones?)"
)
_EXTREME = re.compile(
    rf"\b(?:(?:which|what) (?:[\w-]+ ){{0,3}}?{_PAPER}|{_PAPER}|who)(?: (?:here|in here|that"
    r"|which))?"
    r"(?P<cut> (?:has|have|had|with|reports?|reported|achieves?|achieved|reach(?:es|ed)?|gets?"
    r"|got|shows?"
    r"|claims?|gives?|delivers?|attains?|obtains?|states?|reporting|achieving|showing)"
    r" (?:the )?(?:single )?(?:(?P<large>largest|highest|biggest|greatest|best|most)"
    r"|(?P<small>smallest"
    r"|lowest))(?: (?:reported|claimed|stated|average|overall|relative|absolute|inference"
    r"|training|top-1))?"
    rf" (?P<of>{MEASURES}(?: (?:improvements?|gains?|savings?|reductions?|ratios?|speed-?ups?"
    r"|increases?"
    r"|boosts?))?))(?=\W*$|[,;?]| (?:in|on|over|of|for|and|here|among|from|since|by)\b)",
    re.I,
)
_EXTREME_OF_ALL = re.compile(
    r"^\W*what(?:['’]?s| is| was)? (?P<cut>(?:the )?(?:(?P<large>largest|highest|biggest"
    r"|greatest|best)"
    rf"|(?P<small>smallest|lowest)) (?:\w+ )?(?P<of>{MEASURES})(?: (?:reported|claimed|stated"
    r"|achieved"
    r"|reached|given|there is))?) (?:in|of|among|across|by|from) (?:any of |all (?:of )?)?(?:these"
    r"|the|those|all|your|our|any) (?=papers?\b)",
    re.I,
)
_ALREADY_LARGE = frozenset({"speed", "accuracy", "recall", "precision", "sparsity"})
_SAVED = re.compile(r"\b(?:savings?|reductions?|gains?|improvements?|compression)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sentence of a paper must state: a figure of a unit from `least` to `most`.

    `unit` is one of `rag.language.measures`: times, percent, or being the first, which has no
    figure; `of` names what the figure must be of ("speed"), or nothing. Where `first`, papers
    are wanted in the order of their figures, the "largest" or the "smallest" first.
    """

    unit: str
    least: float = 0.0
    most: float = inf
    of: str = ""
    first: str = ""

    def __str__(self) -> str:
        """In words, for the line that says how a question was read."""
        if self.unit == FIRST:
            return "saying that something is the first"
        if self.first:
            return f"stating a figure of {self.of}, the {self.first} first"
        sign = "×" if self.unit == FOLD else " %"
        of = f" ({self.of})" if self.of else ""
        low = f"from {self.least:.4g}{sign}" if self.least else ""
        high = f"up to {self.most:.4g}{sign}" if self.most < inf else ""
        return f"stating a figure {' '.join(part for part in (low, high) if part)}{of}"


def stated_in(text: str) -> tuple[Stated | None, str]:
    """What papers are to state, and the text without the words that say so."""
    if claim := _CLAIMED_FIRST.search(text):
        return Stated(FIRST), cut_out(text, claim)
    for match in _BOUNDED.finditer(text):
        bounds, of = _bounds(match), measure_of(f"{match['after'] or ''} {match['before'] or ''}")
        loose = _LOOSE.search(match["figure"]) and not of
        if bounds and not loose and not _OF_THE_LIBRARY.match(text[match.end() :]):
            unit = value_of(match["figure"])[1]
            return Stated(unit, *bounds, of), cut_out(text, match)
    return _extreme(text)


def _extreme(text: str) -> tuple[Stated | None, str]:
    """Of which measure the largest or the smallest figure is asked for, and the rest.

    Of a latency or a cost the largest saving may be meant or the lowest figure; none is read.
    """
    match = _EXTREME.search(text) or _EXTREME_OF_ALL.match(text)
    if match is None:
        return None, text
    of = measure_of(match["of"])
    if (
        not of
        or "performance" in match["of"].lower()
        or (of not in _ALREADY_LARGE and not _SAVED.search(match["of"]))
    ):
        return None, text
    if match["small"] and re.match(r"latenc|run", match["of"], re.I):
        return None, text
    stated = Stated(usual_unit(of), of=of, first="smallest" if match["small"] else "largest")
    return stated, f"{text[: match.start('cut')]} {text[match.end('cut') :]}"


def _bounds(match: re.Match[str]) -> tuple[float, float] | None:
    """The least and the most that a match of a figure sets; None where it sets neither."""
    value = value_of(match["figure"])[0]
    if match["more"]:
        return nextafter(value, inf), inf
    if match["less"]:
        return 0.0, nextafter(value, 0.0)
    if match["to"] or match["down"] or match["down2"]:
        return 0.0, value
    return (value, inf) if match["from"] or match["up"] or match["up2"] else None
