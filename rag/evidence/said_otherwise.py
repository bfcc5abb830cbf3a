"""Words of a question that a paper has in another form, or that only say how it is put."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from rag.language.numbers import WORDS
from store.lexical import terms

_WORD = re.compile(r"[^\W_]+")
# Of "Huang's group" and "the T-MAC people" the person or the paper is what matters.
_WHOSE = re.compile(
    r"(?<=['’]s) (?:group|team|people|lab|folks|crew|colleagues)\b"
    r"|(?<=s['’]) (?:group|team|people|lab|folks|crew|colleagues)\b"
    r"|(?<=\bthe )(?P<name>[\w.+-]*[A-Z\d][\w.+-]*) (?:group|team|people|folks|crew|guys)\b",
)
_OUTRIGHT = re.compile(r"^\W*(?:and |but |so )?(?:does|do|did|is|are|can|could|must|will)\b", re.I)
_SHORT = 4
_PROCESSORS = frozenset(("gpu", "cpu", "npu", "tpu", "fpga"))
_CHIPS = frozenset(terms("accelerators cards chips"))
# Said of the sort of thing that is asked for, which a sentence with one of that sort need not say.
_SORTS = frozenset(
    terms(
        "reason reasons cause causes caused blame blamed explain explanation source sources origin"
        " responsible hold held draw drawn obtain obtained gather gathered granularity level"
        " circumstances condition conditions prerequisite proviso case year decade happen happens"
        " discipline domain field area branch raw material materials"
        " stage stages phase phases step steps split job"
        " percentage percent fraction proportion"
        " wrong drawback drawbacks shortcoming shortcomings weakness weaknesses limitation"
        " limitations downside downsides disadvantage disadvantages flaw flaws fault faults"
        " largest smallest biggest highest lowest longest shortest greatest maximum maximal minimum"
    )
)
_MEASURES = frozenset(
    terms("proportion fraction percentage percent share factor multiple extent amount degree")
)
_BEATS = frozenset(
    terms(
        "beat beats beaten beating outperform outperforms surpass surpasses exceed exceeds outdo"
        " outrun outruns outpace outpaces overtake overtakes"
    )
)
_BETTER = _BEATS | frozenset(terms("faster quicker better superior speedup"))
_SLOW = frozenset(terms("slow sluggish"))
_SPEED = frozenset(terms("throughput latency faster speedup speed accelerate acceleration"))
_PACE = frozenset(terms("faster quicker slower speed speedup speed-up acceleration"))
# "1ms" may be said as "one millisecond", "32GB" as "32 gigabytes".
_UNITS = {
    "ms": "millisecond", "us": "microsecond", "ns": "nanosecond", "s": "second", "sec": "second",
    "min": "minute", "h": "hour", "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte",
    "tb": "terabyte", "hz": "hertz", "mm": "millimetre", "cm": "centimetre", "km": "kilometre",
    "kg": "kilogram", "mg": "milligram",
}  # fmt: skip
_NAME_AND_NUMBER = re.compile(r"(?P<name>[^\W\d_]{2,})(?P<number>\d{2,}[a-z]?)")
_AMOUNT = re.compile(rf"(?P<number>\d{{1,6}})(?P<unit>{'|'.join(_UNITS)})")


def without_possessors(text: str) -> str:
    """The text less the groups and people that stand behind a name."""
    return _WHOSE.sub(lambda match: match["name"] or "", text)


def run_together(text: str) -> dict[str, frozenset[str]]:
    """Term -> the terms of the words that it may be a part of: "set" of "data sets"."""
    found: dict[str, frozenset[str]] = {}
    for one, other in pairwise(_WORD.findall(text.lower())):
        apart = {*terms(one), *terms(other)}
        # "RTX 3090" is no "RTX": what one of the two says alone does not stand for the other.
        whole = frozenset(terms(one + other)) - apart
        for term in apart:
            found[term] = found.get(term, frozenset()) | whole
    return found


def is_run_apart(term: str, held: Collection[str]) -> bool:
    """Whether a name and its number, written as one, stand in a text as two: "RTX 4090"."""
    match = _NAME_AND_NUMBER.fullmatch(term)
    return match is not None and {match["name"], match["number"]} <= {*held}


def settled(term: str, question: str, held: Collection[str]) -> bool:
    """Whether a text says what it runs on, where it is asked outright about another processor.

    Or what is better than another, where it is asked what beats it; or an amount that is asked
    about, in other words ("1ms": one millisecond).
    """
    if term in _BEATS:
        return not _BETTER.isdisjoint(held)
    if term in _SLOW:  # "is it slow?" of "4x increase in throughput"
        return _OUTRIGHT.match(question) is not None and not _SPEED.isdisjoint(held)
    if term in _CHIPS:  # "how many accelerators?" of "64 GPUs"
        return not _PROCESSORS.isdisjoint(held)
    asked = term in _PROCESSORS and _OUTRIGHT.match(question)
    if asked and not _PROCESSORS.isdisjoint(held):
        return True
    return is_run_apart(term, held) or _is_amount_held(term, held)


def _is_amount_held(term: str, held: Collection[str]) -> bool:
    amount = _AMOUNT.fullmatch(term)
    if amount is None:
        return False
    units = {amount["unit"], *terms(_UNITS[amount["unit"]])}
    number = int(amount["number"])
    numbers = {amount["number"], *(terms(WORDS[number]) if number < len(WORDS) else ())}
    glued = {f"{amount['number']}{unit}" for unit in units}
    return not glued.isdisjoint(held) or not (units.isdisjoint(held) or numbers.isdisjoint(held))


def undoubled(term: str) -> str:
    """The term that an agent comes from: "debugg" of "debugger" is the "debug" of "debugging"."""
    return term[:-1] if len(term) > _SHORT and term[-1] == term[-2] else term


def is_measure(term: str) -> bool:
    """Whether a term only says that a number is asked for, which stands for itself: "3.5x"."""
    return term in _MEASURES


def is_pace(term: str) -> bool:
    """Whether a term only says that a factor of speed is asked for: "faster" of "4x"."""
    return term in _PACE


def is_sort(term: str) -> bool:
    """Whether a term only names the sort of thing asked for, such as a reason."""
    return term in _SORTS
