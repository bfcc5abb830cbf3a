"""What a question says again in other words: "shapes with an axis (bodies of revolution)".

Words in brackets, or behind a dash at the end, are another wording of what stands before them,
or examples of it, and no more that a paper must have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.words import GENERIC
from store.lexical import terms

_BRACKETS = re.compile(r"\s*\((?P<said>[^()]+)\)")
_BEHIND_A_DASH = re.compile(
    r"(?<=[\w)])(?:\s+[-–—]+\s+|\s*[–—]\s*)(?P<said>[^-–—?!.;:()]+)(?=[?!.\s]*$)"
)
_SUCH_AS = re.compile(
    r"(?<=[\w)]),? (?:such as|e\.g\.|for (?:example|instance)|(?<=, )(?:like|say|including)),? "
    r"(?P<said>[^-–—?!.;:()]+)(?=[?!.\s]*$)",
    re.I,
)
_LEAD = re.compile(
    r"^\W*(?:e\.g\.|i\.e\.|eg|ie|for (?:example|instance)|such as|like|say|namely|that is|aka"
    r"|a\.k\.a\.|also known as|also called|in other words|meaning|incl\.|including|be it)\W*\s",
    re.I,
)
_AND_SO_ON = re.compile(
    r"\W*\b(?:(?:and|or) (?:so on|so forth|such|the like|similar|others?|more|whatever|(?:that"
    r"|this|such)"
    r" (?:sort|kind|type)s? of things?)|(?:that|this) (?:sort|kind|type) of thing|you know|etc"
    r"|et cetera|whatever)\W*$|\W*(?:\.{2,}|…)\W*$",
    re.I,
)
# What is remarked of a question or of its papers is no other wording of what they are about.
_REMARKS = re.compile(
    r"\b(?:not|no|nor|non|without|never|any(?:thing|body|one)?|every(?:thing|one|body)?|some(?:thing"
    r"|body|one)?|all|only|if|though|although|but|except|unless|please|pls|thanks?|papers?|articles?"
    r"|works?|studies|study|publications|ones?|authors?|titles?|abstracts?|code|i|we|you|me|us|my|our"
    r"|your|it|its|them|they|their|those|these|this|that|he|she|who|whom|whose|which|what|where"
    r"|when|why|how|is|are|was|were|be|been|do|does|did|has|have|had|can|could|should|would|may"
    r"|might|must|will|also|too|even|just|both|either|counts?|count|included?|fine|ok(?:ay)?|since"
    r"|before|after|until|from|by|than|as|opposed|instead|versus|vs|whats|itself|themselves|rather"
    r"|first|last|newest|oldest|there|lists?|name|show|give|find|tell|least|most|less)\b|n['’]t\b|(?<![\w.-])\d",
    re.I,
)
# What is said of the thing named before: "Fortran - the language itself, or libraries for it".
_OF_IT = re.compile(r"\b(?:itself|themselves|it|them|they)\b", re.I)
_ASKS = re.compile(
    r"\b(?:which|what|who|papers|articles|not|no|without|only|i|we|you)\b|n['’]t\b", re.I
)
_OR = re.compile(r"\s*(?:[,;]|\s/\s|\bor\b)\s*(?:\b(?:and|or)\b\s*)?", re.I)
_PAIR = re.compile(r"^(?P<one>[\w-]+) and (?P<other>[\w-]+)$", re.I)
_WORDS = 2, 6  # of another wording; a single word in brackets is mostly an attribute
_MOST_WORDS = 4  # of an example


@dataclass(frozen=True, slots=True)
class Glossed:
    """A text without what it says again, the other wording of it, and the examples.

    Where there is neither, what was said again only says more of the thing named.
    """

    rest: str
    wording: str = ""
    examples: tuple[str, ...] = ()


def glossed(text: str) -> Glossed | None:
    """What a text says again in brackets or behind a dash; None where it says all once."""
    for form in (_BRACKETS, _BEHIND_A_DASH):
        for match in form.finditer(text):
            said = match["said"]
            of_it = form is _BEHIND_A_DASH and _OF_IT.search(said) and not _ASKS.search(said)
            if found := ("", ()) if of_it else _read(said):
                rest = f"{text[: match.start()]}{text[match.end() :]}"
                return Glossed(rest, *found) if terms(rest) else None
    return None


def exemplified(text: str) -> Glossed | None:
    """The examples that a text ends with: "toys such as dolls or balls"; None where it has none."""
    match = _SUCH_AS.search(text)
    found = _read(match["said"]) if match else None
    if match is None or found is None:
        return None
    examples = found[1] or (found[0],)
    return Glossed(text[: match.start()], examples=examples)


def _read(said: str) -> tuple[str, tuple[str, ...]] | None:
    """The other wording that a text is, or the examples; None for a remark."""
    named = _LEAD.sub("", _AND_SO_ON.sub("", said)).strip(" ,.")
    if _REMARKS.search(named):
        return None
    items = _items(named)
    if len(items) > 1:
        fit = all(len(item.split()) <= _MOST_WORDS and _says_something(item) for item in items)
        return ("", items) if fit else None
    fewest, most = _WORDS
    fits = fewest <= len(named.split()) <= most and _says_something(named)
    return (named, ()) if fits else None


def _items(named: str) -> tuple[str, ...]:
    if pair := _PAIR.match(named):
        return pair["one"], pair["other"]
    items = [re.sub(r"^(?:an?|the)\s+", "", part.strip(), flags=re.I) for part in _OR.split(named)]
    if len(items) > 1 and (pair := _PAIR.match(items[-1])):
        items[-1:] = pair["one"], pair["other"]
    return tuple(item for item in items if item)


def _says_something(text: str) -> bool:
    return bool(set(terms(text)) - GENERIC)
