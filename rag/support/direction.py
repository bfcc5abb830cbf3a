"""Which way a claim points: more or less, better or worse, is or is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.support.plain import clauses, plain
from rag.words import GENERIC
from store.lexical import terms

# Each axis: the words of its one end, then of its other.
_AXES = {
    "amount": (
        """increase increases increased increasing raise raises raised raising rise rises rose
        grow grows higher larger greater more boost boosts boosted extend extends extending
        expand expands enlarge lengthen lengthens longer high large double doubles""",
        """decrease decreases decreased decreasing reduce reduces reduced reducing reduction
        reductions lower lowers lowered lowering lessen fewer less smaller shrink shrinks shrank
        cut cuts cutting drop drops dropped fall falls fell decline declines shorten shorter low
        small halve halves minimize minimizes minimizing save saves saving""",
    ),
    "speed": (
        """faster quicker accelerate accelerates accelerated accelerating speedup speedups
        speed-up speed-ups fast""",
        "slower slowdown slow slows slowed slowing",
    ),
    "quality": (
        """better improve improves improved improving improvement improvements outperform
        outperforms outperformed outperforming surpass surpasses surpassing surpassed superior
        optimal
        enhance enhances enhanced enhancing beat beats best gain gains strengthen strengthens""",
        """worse worsen worsens degrade degrades degraded degrading degradation underperform
        underperforms inferior worst lag lags weaken weakens hurt hurts harm harms
        deteriorate deteriorates""",
    ),
    "existence": (
        "enable enables enabled allow allows allowing support supports supported permit permits",
        "prevent prevents prevented forbid forbids preclude precludes disallow disallows",
    ),
    "open": ("public publicly open available", "private proprietary unavailable closed"),
    "when": ("before earlier previously prior", "after later afterwards"),
    "kind": ("dynamic dynamically", "static statically"),
    "hand": ("automatic automatically automate", "manual manually handcrafted"),
    "line": ("online", "offline"),
    "ease": ("easy easily simple simpler easier", "hard difficult complex harder"),
    "load": ("light lightweight", "heavy heavyweight"),
    "rank": ("first", "last"),
    "known": ("known explored", "unknown unexplored"),
    "keep": (
        "keep preserve retain maintain sustain store recover",
        "lose destroy sacrifice forfeit discard compromise",
    ),
}
_PHRASES = {
    "more accurate": "better",
    "less accurate": "worse",
    "more efficient": "better",
    "less efficient": "worse",
    "falls short of": "underperforms",
    "fall short of": "underperform",
    "loses to": "underperforms",
}
_BELOW = re.compile(
    r"\b(?:below|beneath|under|within|less|lower|fewer|smaller|at most|up to|sub)\b|[<≤]", re.I
)
_FROM_TO = re.compile(r"\bfrom\s+\D{0,12}?(\d+(?:\.\d+)?)\D.{0,24}?\bto\b\D{0,24}?(\d+(?:\.\d+)?)")


def _root(word: str) -> str:
    """A word's stem, or the word where it has none of its own."""
    found = terms(word.strip("."), joined=False)
    return found[0] if len(found) == 1 else word.lower()


_POLES = {
    _root(word): (axis, pole)
    for axis, ends in _AXES.items()
    for pole, words in enumerate(ends)
    for word in words.split()
}
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|lacks?|lacking|fails? to|unable to|hardly"
    r"|instead of|rather than|no longer|avoids?|avoiding|eliminat(?:es?|ing)|removes?|removing"
    r"|dispens(?:es?|ing) with|free of|nothing|none)\b|n't\b|\bnon-",
    re.I,
)
_REACH = 3  # content words that a negation governs, up to the next of these
_ENDS = frozenset("at with for because since so while without although where when".split())
_CONTRAST = re.compile(
    r"\b(?:unlike|different(?:ly)? from|in contrast (?:to|with)|as opposed to|replac(?:es?|ing))\b",
    re.I,
)
_CONTRASTED = 6  # content words that a contrast sets aside
_ONLY = re.compile(r"(?<!\bnot )\bonly$", re.I)
_HARDLY = frozenset("hardly barely scarcely rarely".split())
_NEAR = 3  # content words on each side that a direction is of
_WORD = re.compile(r"\w[\w.%-]*")


def turned_round(claim: str, spans: Sequence[str]) -> str:
    """What a claim has the other way round than its spans; empty where they agree."""
    text, held = _worded(claim), [_worded(span) for span in spans]
    return (
        _against_itself(text)
        or _below_nothing(text, held)
        or _opposite(text, held)
        or _negated(text, held)
    )


def _worded(text: str) -> str:
    text = plain(text)
    for phrase, word in _PHRASES.items():
        text = text.replace(phrase, word)
    return text


def _against_itself(claim: str) -> str:
    """Lowered from 1 to 2, or raised from 2 to 1."""
    poles = {p for axis, p, *_ in _directions(claim) if axis in ("amount", "quality")}
    for match in _FROM_TO.finditer(claim):
        start, end = float(match[1]), float(match[2])
        if poles == {1} and start < end and "amount" in {a for a, *_ in _directions(claim)}:
            return f"it lowers from {match[1]} to {match[2]}"
        if poles == {0} and start > end and not re.search(r"\bperplexity|latency|error", claim):
            return f"it raises from {match[1]} to {match[2]}"
    return ""


def _below_nothing(claim: str, spans: Sequence[str]) -> str:
    """Below something, where the spans put nothing below, under or within anything."""
    if re.search(r"\bbelow\b", claim) and not any(_BELOW.search(span) for span in spans):
        return "nothing is below anything in what it cites"
    return ""


def _opposite(claim: str, spans: Sequence[str]) -> str:
    """A direction that the spans have only the other way round, of the same thing or at all."""
    claimed = _directions(claim)
    found = [direction for span in spans for direction in _directions(span)]
    for axis, pole, word, about in claimed:
        on_axis = [(p, a) for x, p, _, a in found if x == axis]
        if on_axis and all(p != pole for p, _ in on_axis):
            return f"“{word}” is the other way round in what it cites"
        same = [p for p, a in on_axis if a & about]
        if same and pole not in same:
            return f"“{word}” is said of something else in what it cites"
    return ""


def _directions(text: str) -> list[tuple[str, int, str, frozenset[str]]]:
    """(axis, end, word, terms near it) of each word that points one way."""
    found = []
    for clause in clauses(text):
        words = _WORD.findall(clause.replace("-", " "))
        for place, word in enumerate(words):
            if pole := _POLES.get(_root(word)):
                around = words[max(0, place - _NEAR - 2) : place] + words[place + 1 :][: _NEAR + 2]
                about = frozenset(t for w in around for t in _content(w))
                axis, end = pole
                if _ONLY.search(" ".join(words[max(0, place - 2) : place])):
                    continue  # known only then is unknown before, and both are said of it
                hardly = not _HARDLY.isdisjoint(w.lower() for w in words[max(0, place - 2) : place])
                found.append((axis, 1 - end if hardly else end, word, about))
    return found


def _negated(claim: str, spans: Sequence[str]) -> str:
    """Something that the claim denies and the spans say, or the other way round."""
    denials, said = _denials(claim)
    denied = frozenset().union(*denials)
    held = [_denials(span) for span in spans]
    held_denials = [scope for scopes, _ in held for scope in scopes]
    held_denied = frozenset().union(*held_denials)
    held_said = frozenset().union(*(s for _, s in held))
    for scope in denials:
        if scope & held_said and not scope & held_denied and not _undone(scope, held_said):
            return f"it denies “{sorted(scope & held_said)[0]}”, which what it cites says"
    for scope in held_denials:
        wrong = (scope & said) - held_said
        if len(wrong) >= min(2, len(scope)) and not scope & denied and not _undone(scope, said):
            return f"it says “{sorted(wrong)[0]}”, which what it cites denies"
    return ""


def _undone(scope: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a text denies by a prefix: unsolvable, non-uniform, training-free."""
    return any(f"{prefix}{term}" in said for term in scope for prefix in ("un", "non", "in"))


def _denials(text: str) -> tuple[list[frozenset[str]], frozenset[str]]:
    """What each negation of a text governs, and the content terms that none does."""
    scopes: list[frozenset[str]] = []
    said: set[str] = set()
    for clause in clauses(text):
        place = 0
        for match in sorted(_set_aside(clause), key=lambda found: found.start()):
            said |= set(_content(clause[place : match.start()]))
            reach = _CONTRASTED if _CONTRAST.fullmatch(match.group()) else _REACH
            inside: list[str] = []
            begun = False  # "not in March" is of March, "hardly explored in March" is not
            for word in _WORD.findall(clause[match.end() :]):
                ends = word.lower() in _ENDS and (inside or (begun and word.lower() != "at"))
                if len(inside) >= reach or ends:  # what one is not good at is denied, too
                    break
                begun = begun or bool(terms(word))
                inside += _content(word)
            if inside:
                scopes.append(frozenset(inside))
            place = match.end() + _length(clause[match.end() :], inside)
        said |= set(_content(clause[place:]))
    return scopes, frozenset(said)


def _set_aside(clause: str) -> list[re.Match[str]]:
    """Where a clause denies something, or contrasts it with what is said."""
    return [*_NEGATION.finditer(clause), *_CONTRAST.finditer(clause)]


def _length(rest: str, inside: Sequence[str]) -> int:
    """How far into the rest the governed words reach."""
    left = len(inside)
    for match in _WORD.finditer(rest):
        left -= len(_content(match.group()))
        if left <= 0:
            return match.end()
    return len(rest)


def _content(text: str) -> list[str]:
    return [t for t in terms(text, joined=False) if t not in GENERIC and len(t) > 1]
