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
_BRINGS_IN = re.compile(
    r"\b(?:introduc|propos|present|buil[dt]|design|develop|contribut|construct|creat)\w*", re.I
)
_SOON, _BEHIND, _SOON_DENIED = 14, 12, 6  # words
_DENIES = re.compile(
    r"\b(?:without|no|not|never|avoid(?:s|ing)?|free of|bypass(?:es|ing)?|eliminat(?:es|ing)"
    r"|(?:does|do|is|are)(?: not|n['’]t) (?:need|requir)\w*)\b",
    re.I,
)
_FREE = re.compile(r"\b([\w-]+)-free\b", re.I)
# Where what is brought in ends and what it is for begins.
_PURPOSE = re.compile(
    r"\b(?:for|to|in|on|by|with|via|from|using|through|where|that|which|when|while)\b|[;:.]"
)
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|[ai]ble|ary)$")  # an attribute by nature
_RELEASE = re.compile(
    r"\b(?:code|models?|weights|data ?sets?|data|implementation|checkpoints|benchmark)\b[^.;]*"
    r"\b(?:(?:is|are|be|been|being) )*(?:\w+ )?(?:available|released?|open[- ]?sourced?)\b",
    re.I,
)
_LIKENED = re.compile(
    r"\b(?:inspired by|unlike|similar to|analogous to|in contrast to|motivated by|borrowed from"
    r"|compared (?:to|with))\b[^.;]*$"
    r"|\b(?:without|no|never|free of|instead of|rather than|avoid(?:s|ing)?)\b(?: [\w-]+){0,2} ?$",
    re.I,
)


def tells(text: str) -> bool:
    """Whether a sentence says something of the paper, and not only where its code is."""
    return not _RELEASE.search(text)


def mention_weight(text: str, heads: Sequence[str], names: Sequence[str]) -> float:
    """1 where a sentence speaks of the thing as its own paper's doing; less elsewhere."""
    words, stems = _read(text)
    best = 0.0
    for place, own in enumerate(stems):
        if not any(head in own for head in heads):
            continue
        following = words[place + 1] if place + 1 < len(words) else "."
        noun_follows = following.isalpha() and following.islower() and following not in STOP_WORDS
        by_nature = _ADJECTIVE.search(words[place]) is not None
        attribute = noun_follows and not by_nature
        beside = not by_nature and _beside_another(words, stems, place, heads)
        likened = _LIKENED.search(" ".join(words[max(0, place - _BEHIND) : place]))
        best = max(best, 0.5 if likened else 0.6 if attribute else 0.7 if beside else 1.0)
    own_doing = _OWN.search(text) or any(name in text for name in names)
    if _OTHERS.search(text) and not own_doing:
        best *= 0.5
    return best


@lru_cache(maxsize=4096)  # asked anew for every topic; some 10 MB
def _read(text: str) -> tuple[list[str], list[list[str]]]:
    """The words and signs of a sentence, and the index terms of each."""
    words = re.findall(r"[\w-]+|[^\w\s]", text)
    return words, [terms(word) for word in words]


def _beside_another(
    words: Sequence[str], stems: Sequence[list[str]], place: int, heads: Sequence[str]
) -> bool:
    """Whether a thing stands in a pair with one that is not asked for: "GPUs and CPUs"."""
    others: list[list[str]] = []
    if words[place + 1 : place + 2] and words[place + 1] in ("and", "/"):
        others += stems[place + 2 : place + 3]
    if place > 1 and words[place - 1] in ("and", "to", "/"):
        others.append(stems[place - 2])
    return any(not set(other) & set(heads) for other in others)


def does_without(text: str, groups: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether a sentence says that the thing is not needed: "without X", "X-free", "no X".

    Each group must be among the few words behind the denial, in any of its phrases (of terms).
    """
    denied = [
        set(terms(" ".join(re.split(r"[.;:]", text[match.end() :])[0].split()[:_SOON_DENIED])))
        for match in _DENIES.finditer(text)
    ]
    denied += [set(terms(match[1])) for match in _FREE.finditer(text)]
    return any(
        all(any(held.issuperset(phrase) for phrase in group) for group in groups) for held in denied
    )


def introduces(text: str, heads: Set[str], names: Sequence[str]) -> bool:
    """Whether a sentence of the paper's own doing has the thing soon after such a verb."""
    if not (_OWN.search(text) or any(name in text for name in names)):
        return False
    return any(
        heads & set(terms(_brought_in(text[verb.end() :]))) for verb in _BRINGS_IN.finditer(text)
    )


def _brought_in(text: str) -> str:
    """The object of a verb that brings something in, and what it is called, from behind it."""
    return " ".join(_PURPOSE.split(text, maxsplit=1)[0].split()[:_SOON])
