"""How one sentence speaks of a thing: as its paper's own doing, as another's, or in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from store.lexical import STOP_WORDS, terms

_OTHERS = re.compile(
    r"\b(?:existing|previous(?:ly)?|prior|traditional|conventional|contemporary|recent(?:ly)?"
    r"|current|common(?:ly)?|inspired by|unlike|despite|although|have been|has been|such as)\b"
    r"|^(?:However|While|Most|Many|Unfortunately)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:we|our|ours|this (?:paper|work|study|poster)|in this)\b|\bpropos|\bintroduc", re.I
)
_BEFORE_IT = re.compile(
    r"^(?:[^;:(]{0,50}\b(?:existing|previous|prior|traditional|conventional|contemporary)"
    r"|However|Unfortunately|Most|Many)\b",
    re.I,
)
_IS_SHOWN = re.compile(
    r"\b(?:is|are|was|were) (?:here )?(?:presented|described|given|shown|developed|discussed)\b",
    re.I,
)
_BRINGS_IN = re.compile(
    r"\b(?:introduc|propos|present|buil[dt]|design|develop|contribut|construct|creat|establish"
    r"|releas|curat)\w*",
    re.I,
)
# "Our 539-query reasoning benchmark", "on a new benchmark": it is the paper's own.
_OWN_THING = re.compile(
    r"\bour (?:(?:new|novel|own|public|open|large|final|[\w-]*(?:\d|-)[\w-]*|[a-z]+(?:ing|ed)) )"
    r"{0,2}$"
    r"|\b(?:an?|the first) (?:new|novel|original) (?:[\w-]+ )?$|\bthe first (?:[\w-]+ )?$",
    re.I,
)
# Between which things go to and fro: "transfers data between GPUs and CPUs" is on neither.
_PASSING = re.compile(r"\b(?:between|across|among|from|move|migrat|transfer|offload)\w*\b", re.I)
# What only says how a thing is done: a "pruning method" prunes.
_SHELLS = frozenset(
    terms(
        """approach method algorithm technique strategy scheme manner framework system mechanism
        procedure operation process task problem way paradigm pipeline module step stage"""
    )
)
_CLAUSES = re.compile(r"[;:]|\(\d+\)|, (?=(?:while|whereas|which|but|we|it)\b)")
ATTRIBUTE = 0.6
"""The weight of a thing that only says of what kind another is, of that of a thing by itself."""
_LIKENED_TO, _BETWEEN, _BESIDE = 0.5, 0.7, 0.95
_TO_WHAT_END = [["for"], ["to"], ["on"], ["by"], ["with"], ["in"]]
_SOON, _BEHIND, _NEAR_PASSING = 14, 12, 6  # words
# Where what is brought in ends and what it is for begins.
_PURPOSE = re.compile(
    r"\b(?:for|to|in|on|by|with|via|from|using|through|where|that|which|when|while)\b|[;:.]"
)
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|[ai]ble|ary)$")  # an attribute by nature
_PLURAL_OR_VERB = re.compile(r"(?:[^s]s|ed)$")
_PARTICIPLE = re.compile(r"\w{2,}ed")  # "a model trained for": of the model
_RELEASE = re.compile(
    r"\b(?:code|models?|weights|data ?sets?|data|implementation|checkpoints|benchmark)\b[^.;]*"
    r"\b(?:(?:is|are|be|been|being) )*(?:\w+ )?(?:available|released?|open[- ]?sourced?)\b",
    re.I,
)
_LIKENED = re.compile(
    r"\b(?:inspired by|unlike|similar to|analogous to|in contrast to|motivated by"
    r"|borrow(?:s|ed|ing)?\b[^.;]*\bfrom|compared (?:to|with))\b[^.;]*$"
    r"|\b(?:without|no|never|free of|instead of|rather than|avoid(?:s|ing)?)\b(?: [\w-]+){0,3} ?$",
    re.I,
)
_INSPIRES = re.compile(
    r"\b(?:inspired by|motivated by|reminiscent of|analogous to)\b[^.,;]*$", re.I
)


def tells(text: str) -> bool:
    """Whether a sentence says something of the paper, and not only where its code is."""
    return not _RELEASE.search(text)


def mention_weight(text: str, heads: Sequence[str], names: Sequence[str]) -> float:
    """1 where a sentence speaks of the thing as its own paper's doing; less elsewhere.

    What others did counts half, by the clause that holds the thing.
    """
    own_doing = _OWN.search(text) or any(name in text for name in names)
    if own_doing or not _OTHERS.search(text):
        return _as_a_part(text, heads)
    return max(
        _as_a_part(clause, heads) * (0.5 if _OTHERS.search(clause) else 1.0)
        for clause in _CLAUSES.split(text)
    )


def is_of_others(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence tells of what was there before its paper, and of nothing of its own."""
    own_doing = _OWN.search(text) or _IS_SHOWN.search(text) or any(name in text for name in names)
    return not own_doing and _BEFORE_IT.search(text) is not None


def only_inspires(text: str, heads: Sequence[str]) -> bool:
    """Whether a thing stands in a sentence only as what gave an idea: "inspired by X"."""
    words, stems = _read(text)
    places = [i for i, own in enumerate(stems) if any(head in own for head in heads)]
    before = (" ".join(words[max(0, i - _BEHIND) : i]) for i in places)
    return bool(places) and all(_INSPIRES.search(behind) for behind in before)


def _as_a_part(text: str, heads: Sequence[str]) -> float:
    """How much of what a text tells the thing is: 1 for a part of its own, 0 where it is not."""
    words, stems = _read(text)
    best = 0.0
    for place, own in enumerate(stems):
        if not any(head in own for head in heads):
            continue
        likened = _LIKENED.search(" ".join(words[max(0, place - _BEHIND) : place]))
        attribute = _is_attribute(words, stems, place)
        company = _in_company(words, stems, place, heads)
        best = max(best, _LIKENED_TO if likened else ATTRIBUTE if attribute else company)
    return best


def _is_attribute(words: Sequence[str], stems: Sequence[list[str]], place: int) -> bool:
    """Whether a thing only tells of what kind another is: "CPU memory".

    Adjectives are attributes by nature, plurals and verbs hardly ever are ("prunes tokens"),
    and of a "pruning method" pruning is the point.
    """
    following = words[place + 1] if place + 1 < len(words) else "."
    if not (following.isalpha() and following.islower()) or following in STOP_WORDS:
        return False
    if _PARTICIPLE.fullmatch(following) and words[place + 2 : place + 3] in _TO_WHAT_END:
        return False
    if _ADJECTIVE.search(words[place]) or _PLURAL_OR_VERB.search(words[place]):
        return False
    return not _SHELLS & set(stems[place + 1])


@lru_cache(maxsize=4096)  # asked anew for every topic; some 10 MB
def _read(text: str) -> tuple[list[str], list[list[str]]]:
    """The words and signs of a sentence, and the index terms of each."""
    words = re.findall(r"[\w-]+|[^\w\s]", text)
    return words, [terms(word) for word in words]


def _in_company(
    words: Sequence[str], stems: Sequence[list[str]], place: int, heads: Sequence[str]
) -> float:
    """1 for a thing by itself, less for one of two: "on CPUs and GPUs", "from GPUs to CPUs"."""
    others: list[list[str]] = []
    if words[place + 1 : place + 2] and words[place + 1] in ("and", "/"):
        others += stems[place + 2 : place + 3]
    if place > 1 and words[place - 1] in ("and", "to", "/"):
        others.append(stems[place - 2])
    if _ADJECTIVE.search(words[place]) or all(set(other) & set(heads) for other in others):
        return 1.0
    before = " ".join(words[max(0, place - _NEAR_PASSING) : place])
    return _BETWEEN if _PASSING.search(before) else _BESIDE


def introduces(text: str, heads: Set[str], names: Sequence[str]) -> bool:
    """Whether a sentence of the paper's own doing has the thing soon after such a verb."""
    if not (_OWN.search(text) or any(name in text for name in names)):
        return False
    brought_in = (_brought_in(text[verb.end() :]) for verb in _BRINGS_IN.finditer(text))
    return any(heads & set(terms(told)) for told in brought_in) or _has_as_its_own(text, heads)


def _has_as_its_own(text: str, heads: Set[str]) -> bool:
    """Whether a thing is called the paper's own, or new: "our benchmark", "on a new benchmark"."""
    return any(
        heads & set(terms(word.group())) and _OWN_THING.search(text[: word.start()])
        for word in re.finditer(r"[\w-]+", text)
    )


def _brought_in(text: str) -> str:
    """The object of a verb that brings something in, and what it is called, from behind it."""
    return " ".join(_PURPOSE.split(text, maxsplit=1)[0].split()[:_SOON])
