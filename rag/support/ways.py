"""Which way a sentence says that a thing goes: more or less of it, or faster than another."""

from __future__ import annotations

import re

from store.lexical import terms

_MORE = (
    r"(?:increas|rais|boost|improv|enhanc|grow|extend|expand|accelerat|enlarg|lengthen|speed(?:s|ing)?"
    r" up)(?:e|es|ed|ing|s)?"
)
_LESS = (
    r"(?:(?:reduc|decreas|lower|cut|shrink|shorten|minimiz|sav|slash|lessen|diminish|alleviat"
    r"|mitigat|degrad|hurt|harm|sacrific|compromis|los|worsen|impair|damag|slow|deteriorat)"
    r"(?:e|es|ed|ing|s|t|ting|ens)?|slows? down)"
)
_KEEPS = r"(?:preserv|maintain|retain|keep)(?:e|es|ed|ing|s)?"
_MORE_OF = r"(?:increase|improvement|gain|boost|growth)s?"
_LESS_OF = r"(?:reduction|decrease|saving|loss|drop|decline|degradation)s?"
_ATTRIBUTED = (
    (re.compile(rf"^(?:{_MORE}|need more|use more|have (?:a )?higher) (?P<thing>.+)$", re.I), True),
    (re.compile(rf"^(?:{_LESS}|need less|use less|have (?:a )?lower) (?P<thing>.+)$", re.I), False),
)
_QUICK = r"faster|quicker|speed-?ups?|accelerat\w+|speeds? up"
_RATE = r"(?:increas\w+|improv\w+|higher|gain) (?:[\w-]+ ){0,3}?(?:throughput|speed)"
_LAG = r"(?:reduc\w+|lower\w*|decreas\w+) (?:[\w-]+ ){0,3}?(?:latency|time|runtime)"
_FASTER = re.compile(rf"\b(?:{_QUICK}|{_RATE}|{_LAG})\b", re.I)
_SLOWER = re.compile(r"\b(?:slower|slow-?downs?)\b", re.I)
_THAN = re.compile(r"^(?P<how>[\w-]+) than (?P<other>.+)$", re.I)
_SPEED = re.compile(r"^(?:faster|quicker|slower)$", re.I)
_OVER = r"\b(?:over|than|compared (?:to|with)|against|relative to|versus)\b"
# Where what is done to a thing ends, and something else is said.
_ENDS = re.compile(
    r"[;:]|\b(?:while|whereas|but|by|compared|over|than|with|for|without|using|through|via|which"
    r"|achieving|providing|maintaining|preserving|retaining|improving|increasing|reducing)\b"
    r"|, (?!including)(?:and )?[a-z]+(?:ing|s)\b|\band (?:provides?|achieves?|improves?|reduces?"
    r"|increases?|a[n ]|\d)",
    re.I,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MADE_SMALL = re.compile(
    rf"\b(?:{_LESS}|minimal|negligible|no|without|little|small|modest|slight|avoid\w*|prevent\w*)\b",
    re.I,
)
_LOSSES = frozenset(terms("loss losses drop degradation decline gap error overhead penalty"))
_AHEAD = 6  # words ahead of a change that may say how small it is made
_HEDGES = re.compile(
    r"\b(?:near|nearly|almost|most|comparable|modest|slight(?:ly)?|if|may|might|can(?:not)?|not"
    r"|no|without|over \d[\d.]*%|\d[\d.]*% of)\b",
    re.I,
)


def ways_of(said: str, text: str) -> bool | None:
    """Whether a text says that a thing goes the way that it is said to; None where it says neither.

    Less of a thing that is said to be increased, or as much as before, is the other way.
    """
    if match := _THAN.match(said):
        return _than(match["how"], match["other"], text)
    for pattern, more in _ATTRIBUTED:
        if match := pattern.match(said):
            thing = frozenset(terms(match["thing"], joined=False))
            if not thing:
                return None
            told = _told(thing, _BRACKETS.sub("", text))
            kept = _is_kept(thing, text)
            if len(told) > 1 or (told and kept):
                return None
            return (told.pop() == more) if told else (False if kept else None)
    return None


def _told(thing: frozenset[str], text: str) -> set[bool]:
    """Whether a text says that there is more of a thing, or less; both where it says both."""
    found = set()
    for verb, noun, more in ((_MORE, _MORE_OF, True), (_LESS, _LESS_OF, False)):
        behind = re.finditer(rf"\b(?:{verb}|{noun} (?:in|of))\s+", text, re.I)
        scopes = [_ENDS.split(text[m.end() :], maxsplit=1)[0] for m in behind]
        if any(thing <= _of(scope) and not _of_else(scope, thing) for scope in scopes):
            found.add(more)
        ahead = re.finditer(rf"(?P<of>(?:[\w-]+ ){{1,2}}){noun}\b", text, re.I)
        if any(thing <= _of(m["of"]) and not _lessened(m) for m in ahead):
            found.add(more)
    return found


def _lessened(match: re.Match[str]) -> bool:
    """Whether a change is itself one that is made small: "mitigates accuracy loss"."""
    ahead = match.string[: match.start()] + match["of"]
    return _MADE_SMALL.search(" ".join(ahead.split()[-_AHEAD:])) is not None


def _is_kept(thing: frozenset[str], text: str) -> bool:
    """Whether a text says that a thing stays as it is, all of it."""
    for match in re.finditer(rf"\b{_KEEPS}\s+", text, re.I):
        scope = _ENDS.split(text[match.end() :], maxsplit=1)[0]
        scope = re.split(r"[,.]|\b(?:on|in|at)\b", scope)[0]
        if thing <= _of(scope) and not _HEDGES.search(scope):
            return True
    spared = re.finditer(rf"\bwithout {_LESS}\s+(?P<of>[\w -]+)", text, re.I)
    return any(thing <= _of(m["of"]) for m in spared)


def _of(words: str) -> frozenset[str]:
    return frozenset(terms(words, joined=False))


def _of_else(scope: str, thing: frozenset[str]) -> bool:
    """Whether what is changed is a loss of the thing, or only may be."""
    if re.search(r"\b(?:may|might|if)\b", scope, re.I):
        return True
    return not (_of(scope) & _LOSSES <= thing)


def _than(how: str, other: str, text: str) -> bool | None:
    """Whether a text calls its thing faster or slower than another, as it is said to be."""
    if not _SPEED.match(how):
        return None
    place = next(
        (m for m in re.finditer(_OVER, text, re.I) if _of(other) <= _of(text[m.end() :])), None
    )
    if place is None:
        return None
    ahead = text[: place.end()]
    clause = re.split(r"[;:]|\bbut\b|\bwhile\b", ahead)[-1]
    faster, slower = _FASTER.search(clause), _SLOWER.search(clause)
    if bool(faster) == bool(slower):
        return None
    return bool(faster) == (how.lower() != "slower")
