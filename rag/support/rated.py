"""The figures that a paper gives of one thing, with what they are measured against and on.

Two figures are comparable where they are of one unit and were measured against the same; a
length, a size or a width in bits stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass

from rag.language.measures import figure_spans
from rag.language.quantities import ABSOLUTE, absolute_in, scores_in
from rag.support.names import names_in, squeezed
from rag.support.plain import plain
from rag.types import Evidence

_OF = {"latency": "speed"}
_AGAINST = re.compile(
    r"\b(?:over|than|compared (?:to|with)|against|relative to|versus|vs\.?|beyond)\b", re.I
)
_CLAUSES = re.compile(
    r";|:|, and (?=[a-z]+s )| and (?=up to )"
    r"|,? (?:while|whereas|and (?:surpass|outperform|exceed)\w*|surpassing|outperforming"
    r"|exceeding)\b"
)
_OUTDOES = re.compile(r"surpass|outperform|exceed")
_SETTING = re.compile(r"[.;(](?:\s|$)|\b(?:on|to|in|at|for|when|within|by|under)\b")
_ANY = frozenset("gpu gpus cpu cpus npu tpu llm llms dnn dnns ai ml sota nlp".split())
_ENDS = re.compile(r"[,.;()](?:\s|$)|\b(?:on|to|in|at|for|when|within|by|under|and|with)\b")
_BASELINE = 7  # words
_SAVES = re.compile(r"\b(?:reduc|sav|less|lower|cut|small|fewer|decreas|shrink|efficien)\w*", re.I)
_QUICKENS = re.compile(r"\b(?:reduc|lower|cut|decreas|improv|speed-?up|accelerat|faster)", re.I)
_BESIDE = {
    "latency": re.compile(r"\blatenc", re.I),
    "memory": re.compile(r"\bmemory", re.I),
    "energy": re.compile(r"\b(?:energy|power)\b", re.I),
}
_FALLS = re.compile(r"\baccurac(?:y|ies) (?:drops?|loss|decreas\w+|degrad\w+|falls?)\b", re.I)
# "power (41.7%)" of savings, and a place among people: "the top 20%".
_OF_OTHERS = re.compile(
    r"\b(?:power|energy|memory|latency|size|cost|FLOPs|time)\s?\([^()]*\)"
    r"|\b(?:top|bottom|among) \d[\d.]*\s?%",
    re.I,
)
_PRECISION = re.compile(r"(?:fp|int|bf|w\d+a)\d+", re.I)
# What may be a figure of a measure, however it is put: where one stands, no more is denied.
_TIME = r"\b(?:milli|micro|nano)?seconds?\b|\d\s?(?:ms|us|µs|μs|ns|s)\b|\bminutes?\b"
_FACTOR = r"\d\s?(?:%|x\b|times\b|-?fold\b)|orders? of magnitude"
_MAY_BE = {
    "speed": re.compile(rf"{_FACTOR}|{_TIME}", re.I),
    "latency": re.compile(rf"{_TIME}|{_FACTOR}", re.I),
    "memory": re.compile(rf"\d\s?[KMGT]i?B\b|{_FACTOR}", re.I),
    "energy": re.compile(rf"\d\s?(?:m?J|m?W|watts?|joules?)\b|{_FACTOR}", re.I),
    "accuracy": re.compile(r"\d\s?%|\b(?:score|accuracy|AUC|F1)\b[^.;]*?\d|\d of \d|\d points"),
    "context length": re.compile(r"\d\s?[kM]\b|\btokens?\b|\b(?:million|thousand)\b", re.I),
    "model size": re.compile(r"\d\s?[MBT]\b|\b(?:million|billion|trillion)\b"),
    "bit width": re.compile(r"\bbits?\b|\b(?:INT|FP|W)\d", re.I),
}


@dataclass(frozen=True, slots=True)
class Rated:
    """Figures of one clause as they stand there, of one unit; the names that they are against
    and on, and the baseline in the words of the clause.
    """

    values: tuple[float, ...]
    shown: tuple[str, ...]
    unit: str
    against: frozenset[str]
    on: frozenset[str]
    evidence: Evidence
    baseline: str = ""

    def is_like(self, other: Rated, measure: str) -> bool:
        """Whether two papers' figures are of one thing, as far as they say."""
        if self.unit != other.unit:
            return False
        if measure in ABSOLUTE:
            return True
        if measure == "accuracy":
            return bool(self.on) and self.on == other.on
        alike = not (self.on and other.on) or bool(self.on & other.on)
        return bool(self.against & other.against) and alike


def rated(measure: str, said: Iterable[Evidence], own: Collection[str]) -> list[Rated]:
    """What the sentences of a paper give of a measure; `own` are the paper's own names."""
    skip = {squeezed(plain(name)) for name in own}
    return [one for evidence in said for one in _in_sentence(measure, evidence, skip)]


def _in_sentence(measure: str, evidence: Evidence, skip: Set[str]) -> Iterator[Rated]:
    text = plain(evidence.text)
    for clause in _clauses(measure, text):
        opens = text.startswith(clause)
        found = list(_figures(measure, clause))
        if not found:
            continue
        place = _AGAINST.search(clause)
        split = place.end() if place and measure != "accuracy" else len(clause)
        on = _names(clause[:split] if opens else f"of {clause[:split].strip()}", skip)
        behind = _SETTING.split(clause[split:], maxsplit=1)
        against = _names(f"over {behind[0].strip()}", skip)
        on |= _names(f"on {' '.join(behind[1:])}", skip)
        for unit in dict.fromkeys(unit for _, _, unit in found):
            of_unit = [(value, shown) for value, shown, own in found if own == unit]
            values, shown = zip(*of_unit, strict=True)
            baseline = _baseline(clause, place) if place and split < len(clause) else ""
            yield Rated(values, shown, unit, against, on - against, evidence, baseline)


def _baseline(clause: str, place: re.Match[str]) -> str:
    """What stands behind "over" or "than", up to where the clause says something else."""
    words = _ENDS.split(clause[place.end() :], maxsplit=1)[0].split()
    how = "over" if place.group().lower() == "than" else place.group()
    return f"{how} {' '.join(words[:_BASELINE])}" if words else ""


def _clauses(measure: str, text: str) -> Iterator[str]:
    """The parts of a sentence; what is outdone has no size of the paper's own."""
    start, outdone = 0, False
    for cut in [*_CLAUSES.finditer(text), None]:
        if not (outdone and measure in ABSOLUTE):
            yield text[start : cut.start() if cut else len(text)]
        if cut:
            start, outdone = cut.end(), _OUTDOES.search(cut.group()) is not None


def _names(text: str, skip: Set[str]) -> frozenset[str]:
    found = (squeezed(name) for name in names_in(text))
    return frozenset(n for n in found if n and n not in skip | _ANY and not _PRECISION.fullmatch(n))


def _figures(measure: str, clause: str) -> Iterator[tuple[float, str, str]]:
    """(value, as it stands, unit) of the figures of a measure in one clause."""
    if measure in ABSOLUTE:
        for one in absolute_in(clause, measure):
            yield one.value, one.shown, ""
    elif measure == "accuracy":
        if not _FALLS.search(clause):
            for one in scores_in(_OF_OTHERS.sub("", clause)):
                yield one.value, one.shown, one.unit
    elif _is_on(measure, clause):
        for value, unit, start, end in figure_spans(clause, _OF.get(measure, measure)):
            yield value, clause[start:end].strip(), unit


def _is_on(measure: str, clause: str) -> bool:
    """Whether a clause speaks of less of what is measured; of speed every figure does."""
    if measure not in _BESIDE:
        return True
    less = _QUICKENS if measure == "latency" else _SAVES
    return _BESIDE[measure].search(clause) is not None and (
        less.search(clause) is not None or "(" in clause
    )


def may_be_given(measure: str, text: str) -> bool:
    """Whether anything in a text may be a figure of a measure, in whatever way it is put."""
    return _MAY_BE[measure].search(plain(text)) is not None
