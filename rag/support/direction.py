"""Which way a claim points: more or less, better or worse, is or is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.support.denial import NEGATION, WORD, content_of, denied_alone, wrongly_denied
from rag.support.plain import clauses, plain
from store.lexical import terms

# Each axis: the words of its one end, then of its other.
_AXES = {
    "amount": (
        """increase increases increased increasing raise raises raised raising rise rises rose
        grow grows higher larger greater more boost boosts boosted extend extends extending
        expand expands enlarge lengthen lengthens longer high large double doubles dearer
        costlier""",
        """decrease decreases decreased decreasing reduce reduces reduced reducing reduction
        reductions lower lowers lowered lowering lessen fewer less smaller shrink shrinks shrank
        cut cuts cutting drop drops dropped fall falls fell decline declines shorten shorter low
        small minimal negligible
        halve halves minimize minimizes minimizing save saves saving cheaper""",
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
    "ease": (
        "easy easily simple simpler easier simplify simplifies simplified ease eases",
        """hard difficult complex harder challenge challenging challenges complicated complicate
        complicates cumbersome awkward
        tedious""",
    ),
    "price": ("cheap inexpensive affordable", "expensive"),
    "extreme": ("highest greatest largest most-significant", "lowest least smallest"),
    "load": ("light lightweight", "heavy heavyweight"),
    "rank": ("first", "last"),
    "known": ("known explored", "unknown unexplored"),
    "keep": (
        "keep preserve retain maintain sustain store recover remain",
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
# Denials that say what a plain word says: nothing is denied of what stands after them.
_SAID_OTHERWISE = (
    (
        re.compile(
            r"\b(?:without|with no|(?:does|do|did) not|never|no)(?: any| much| significantly"
            r"| noticeabl[ey]| appreciabl[ey])? (?:hurt(?:ing)?|harm(?:ing)?|los(?:e|ing)"
            r"|loss (?:of|in)|degrad(?:e|ing|ation (?:of|in))|sacrific(?:e|ing)|compromis(?:e|ing)"
            r"|damag(?:e|ing)|impair(?:ing)?|worsen(?:ing)?)\b",
            re.I,
        ),
        "preserving",
    ),
    (
        re.compile(
            r"\b(?:los|sacrific|compromis)(?:es?|ing) (?:no|none of(?: the| its)?|hardly any)\b",
            re.I,
        ),
        "preserves",
    ),
    (re.compile(r"\bwithout (?:any |much )?(?:difficulty|trouble|effort)\b", re.I), "easily"),
    (
        re.compile(
            r"\b(?:eliminat\w+|remov\w+|avoid\w*|obviat\w+) the need (?:for|of|to)\b"
            r"|\bwithout (?:(?:the |any )?need (?:for|of|to)|needing(?: to)?|requiring"
            r"|having to)\b",
            re.I,
        ),
        "without",
    ),
)
_BELOW = re.compile(
    r"\b(?:below|beneath|less|lower|fewer|smaller|at most|sub)\b|\b(?:under|within) \W?\d|[<≤]",
    re.I,
)
_FROM_TO = re.compile(r"\bfrom\s+\D{0,12}?(\d+(?:\.\d+)?)\D.{0,24}?\bto\b\D{0,24}?(\d+(?:\.\d+)?)")


def _root(word: str) -> str:
    """A word's stem, or the word where it has none of its own."""
    found = terms(word.strip("."), joined=False)
    return found[0] if len(found) == 1 else word.lower()


POLES = {
    _root(word): (axis, pole)
    for axis, ends in _AXES.items()
    for pole, words in enumerate(ends)
    for word in words.split()
}
_LEVELS = frozenset("high large long low small minimal negligible short".split())
_ONLY = re.compile(r"(?<!\bnot )\bonly$", re.I)
_OF_THINGS = frozenset(("ease", "price"))  # "not hard" is easy; "not more" need not be less
DENIED = re.compile(r"\b(?:not|never|no longer)(?: \w+)?$", re.I)
_HARDLY = frozenset("hardly barely scarcely rarely".split())
_MANNER = re.compile(r"(?!likely)\w+ly\b", re.I)
_NEAR = 3  # content words on each side that a direction is of
# What more of these means: "with higher accuracy" denies "and less accurate".
_MATTERS = (
    ("quality", True, frozenset(terms("accuracy quality performance recall fidelity auc"))),
    ("speed", True, frozenset(terms("throughput speed"))),
    ("speed", False, frozenset(terms("latency runtime delay"))),
)
_LOSSES = frozenset(terms("loss drop degradation gap decline penalty overhead cost"))
_MERIT_AFTER = 4  # words after one of an amount in which what there is more of is named


def turned_round(claim: str, spans: Sequence[str]) -> str:
    """What a claim has the other way round than its spans; empty where they agree."""
    text, held = _worded(claim), [_worded(span) for span in spans]
    return (
        _against_itself(text)
        or _below_nothing(text, held)
        or _opposite(text, held)
        or wrongly_denied(text, held)
        or denied_alone(text, held)
    )


def _worded(text: str) -> str:
    text = plain(text)
    for phrase, word in _PHRASES.items():
        text = text.replace(phrase, word)
    for pattern, words in _SAID_OTHERWISE:
        text = pattern.sub(words, text)
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
        # What is high may be cut: only words of one sort speak of the same.
        alike = [p for x, p, w, _ in found if x == axis and _is_level(w) == _is_level(word)]
        if _is_level(word) and not any(a & about for _, a in on_axis):
            continue  # a large file, a small number: each has its own size
        if alike and len(alike) == len(on_axis) and pole not in alike:
            return f"“{word}” is the other way round in what it cites"
        same = [
            p for x, p, w, a in found if x == axis and a & about and _is_level(w) == _is_level(word)
        ]
        if same and pole not in same:
            return f"“{word}” is said of something else in what it cites"
    return ""


def _is_level(word: str) -> bool:
    return word.lower() in _LEVELS


def _directions(text: str) -> list[tuple[str, int, str, frozenset[str]]]:
    """(axis, end, word, terms near it) of each word that points one way."""
    found = []
    for clause in clauses(text):
        words = WORD.findall(clause.replace("-", " "))
        for place, word in enumerate(words):
            if pole := POLES.get(_root(word)):
                around = words[max(0, place - _NEAR - 2) : place] + words[place + 1 :][: _NEAR + 2]
                about = frozenset(t for w in around for t in content_of(w))
                axis, end = pole
                if NEGATION.match(f"{word} {' '.join(words[place + 1 :][:1])}"):
                    continue  # "drops a step" is to do without it, and less of nothing
                if word.lower() in ("more", "less") and _MANNER.match(
                    " ".join(words[place + 1 :][:1])
                ):
                    continue  # "more concisely" is more of nothing
                if _ONLY.search(" ".join(words[max(0, place - 2) : place])):
                    continue  # known only then is unknown before, and both are said of it
                hardly = not _HARDLY.isdisjoint(w.lower() for w in words[max(0, place - 2) : place])
                denied = axis in _OF_THINGS and DENIED.search(
                    " ".join(words[max(0, place - 3) : place])
                )
                end = 1 - end if hardly or denied else end
                found.append((axis, end, word, about))
                after = words[place + 1 : place + 1 + _MERIT_AFTER]
                if axis == "amount":
                    found += [(x, e, word, about) for x, e in _so(end, after)]
    return found


def _so(end: int, after: Sequence[str]) -> list[tuple[str, int]]:
    """What more or less of something means: of accuracy it is better, of latency slower."""
    named = frozenset(t for word in after for t in content_of(word))
    if not _LOSSES.isdisjoint(named):
        return []
    return [
        (axis, end if good else 1 - end)
        for axis, good, names in _MATTERS
        if not names.isdisjoint(named)
    ]
