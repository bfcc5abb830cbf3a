"""Whether a sentence plainly says of its paper's thing what a question attributes to it, or denies
it: "without fine-tuning" denies "need fine-tuning", "reduces latency" denies "increase latency".

Only what needs no inference counts; of everything else nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rag.support.degrees import degree_of, is_of_degree
from rag.support.denial import NEGATION
from rag.support.plain import plain
from rag.support.ways import ways_of
from store.lexical import terms

_NEEDS = r"(?:need|require|rely|relie|depend|call|demand|necessitate)(?:s|d|ing|ed)?"
_USES = r"(?:us|employ|leverag|utiliz|utilis|exploit|adopt|involv)(?:e|es|ed|ing|s)?"
_PARTICLE = r"(?: (?:on|upon|for|of|with|in|at|to))?"
_BY_USE = re.compile(rf"^(?:make use of|{_USES}|based on|built (?:up)?on){_PARTICLE} ", re.I)
_BY_NEED = re.compile(rf"^{_NEEDS}{_PARTICLE} ", re.I)
_BY_ADDING = re.compile(r"^(?:add|incur|introduce|cause|bring|impose|create|come with) ", re.I)
_ON = re.compile(r"^(?:run|work|perform|operate|function)(?:s|ing)? (?:on|in|across)\b ", re.I)
_TESTED_ON = re.compile(
    r"^(?:evaluated|tested|measured|benchmarked|tried(?: out)?|assessed|validated)"
    r" (?:on|with|in|for|over|across)\b ",
    re.I,
)
_TEST = re.compile(
    r"\b(?:evaluat|experiment|test|benchmark|accura|achiev|outperform|improv|surpass|results?"
    r"|validat|demonstrat)\w*|\d\s?(?:%|x\b)",
    re.I,
)
_DOES_WITH = (_BY_USE, _BY_NEED, _BY_ADDING)
_IS_A = re.compile(r"^(?:an?|the) ", re.I)
_FILLERS = frozenset(
    terms("a an the any its their all extra additional further more own new original overall model")
)
_SEPARATOR = re.compile(
    r"[.,;:()]|\s-\s|\b(?:while|whereas|but|yet|thus|hence|so|by|at|through|via|when|during|which"
    r"|that|compared)\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:without(?: (?:the need (?:for|of)|needing|requiring|using|relying on|any need for))?"
    r"|(?:no|any) need (?:for|of)|(?:needs?|requires?|requiring|needing|uses?|using|involves?"
    r"|incurs?|with|has|having) no|free (?:of|from)|dispens(?:es?|ing) with|obviat(?:es?|ing)"
    r"(?: the need (?:for|of))?|eliminat(?:es?|ing)(?: the need (?:for|of))?"
    r"|(?:does|do|did|is|are) not(?: (?:need|require|use|rely on|involve|depend on|incur))?"
    r"|no longer (?:needs?|requires?|uses?)|avoid(?:s|ing)?(?: the need for)?)\s+",
    re.I,
)
_FREE = re.compile(r"(?<![\w-])(?P<thing>[A-Za-z]+(?:-[A-Za-z]+)?)-free\b", re.I)
_HEDGES = re.compile(
    r"\b(?:only|partly|partially|near|nearly|almost|mostly|may|might|some|sometimes|optionally"
    r"|minimal(?:ly)?|little|few|unlike|instead|rather|if|existing|previous|prior|although"
    r"|shortcomings?|limitations?|lack\w*|weak\w*|fail\w*|compar\w+|than|against|baselines?)\b",
    re.I,
)
_USED_BEFORE = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|employ\w*|leverag\w+|utiliz\w+|utilis\w+|adopt\w*|exploit\w*"
    r"|augment\w*|incorporat\w+|integrat\w+"
    r"|via|through|based on|trained (?:with|by|on))\b",
    re.I,
)
_NEED_BEFORE = re.compile(rf"\b{_NEEDS}\b", re.I)
_ON_BEFORE = re.compile(r"\b(?:on|across|over|in)\b", re.I)
_BEFORE_THINGS = (
    (_BY_USE, _USED_BEFORE),
    (_BY_NEED, _NEED_BEFORE),
    (_ON, _ON_BEFORE),
    (_TESTED_ON, _ON_BEFORE),
)
_JOINS = re.compile(r"and|or|but|while|whereas|which|that|thus|than", re.I)
_BEFORE, _NEAR, _LOOSE = 5, 2, 6  # words before a thing, and those among its own


def denies(said: str, text: str) -> bool:
    """Whether a sentence plainly says the contrary of what is attributed to its thing."""
    text = plain(text)
    if degree_of(said, text) is False:
        return True
    return _done_without(said, text) or ways_of(said, text) is False


def affirms(said: str, text: str, names: Collection[str], *, title: bool = False) -> bool:
    """Whether a sentence of a paper on its own thing, called by some names, plainly says so."""
    text = plain(text)
    if degree_of(said, text) or ways_of(said, text):
        return True
    if is_of_degree(said):
        return False
    for pattern, before in _BEFORE_THINGS:
        if match := pattern.match(f"{said} "):
            if pattern is _TESTED_ON and (title or not _TEST.search(text)):
                return False
            return _stands(said[match.end() :], text, _NEAR, before)
    if title or any(name in text for name in names):
        near = _NEAR if title or _IS_A.match(said) else _LOOSE
        return _stands(_IS_A.sub("", said), text, near, None)
    return False


def speaks_of(said: str, text: str) -> bool:
    """Whether a text has any of the words of what is attributed; else it decides nothing."""
    return not _content(said).isdisjoint(terms(text, joined=False))


def names_it(said: str, title: str) -> bool:
    """Whether a title has all the words of what is attributed, as it says or otherwise."""
    wanted = _content(_IS_A.sub("", said))
    return bool(wanted) and wanted <= _content(title)


def _content(words: str) -> frozenset[str]:
    return frozenset(terms(words, joined=False)) - _FILLERS


def _done_without(said: str, text: str) -> bool:
    """Whether a text says in so many words that a thing is done without."""
    match = next(filter(None, (p.match(f"{said} ") for p in _DOES_WITH)), None)
    thing = _content(said[match.end() :] if match else said)
    if not thing:
        return False
    denied = (part for m in _DENIES.finditer(text) for part in _parts(text[m.end() :]))
    if any(_content(part) == thing for part in denied):
        return True
    return match is not None and any(_content(m["thing"]) == thing for m in _FREE.finditer(text))


def _parts(rest: str) -> list[str]:
    """The things that a denial governs: "fine-tuning or superior models" are two."""
    phrase = _SEPARATOR.split(rest, maxsplit=1)[0]
    return [phrase, *re.split(r"\b(?:or|and|nor)\b", phrase)]


def _stands(thing: str, text: str, near: int, before: re.Pattern[str] | None) -> bool:
    """Whether the words of a thing stand together in a text that neither denies nor hedges."""
    wanted = _content(thing)
    words = text.split()
    if not wanted:
        return False
    for start in range(len(words)):
        if not wanted & _content(words[start]):
            continue
        stretch = _one_phrase(words[start : start + len(thing.split()) + near])
        if not wanted <= _content(" ".join(stretch)):
            continue
        ahead = " ".join(words[max(0, start - _BEFORE) : start])
        around = f"{ahead} {' '.join(stretch)}"
        if NEGATION.search(around) or _HEDGES.search(around.replace("-", " ")):
            continue
        if before is None or before.search(ahead):
            return True
    return False


def _one_phrase(words: Sequence[str]) -> Sequence[str]:
    """The words up to where another phrase begins: "high utilization" of that "and low waste"."""
    for i, word in enumerate(words):
        if i and _JOINS.fullmatch(word):
            return words[:i]
        if word[-1] in ",;:":
            return words[: i + 1]
    return words
