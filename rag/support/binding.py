"""What goes with what: a number with its system, a winner with a loser, a start with an end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rag.support.figures import FigureIn, figures_in, is_equal
from rag.support.names import names_in, squeezed
from rag.support.plain import content, plain
from rag.support.turns import RESPECTIVELY, is_in_turn, out_of_turn
from store.lexical import terms

_SEGMENT = re.compile(
    r"[;()]|,\s|\.(?=\s|$)|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bagainst\b", re.I
)
_PAIR = re.compile(r"(?P<a>\d[\d.]*)\S{0,4}\s*(?:-|to|of|out of|of the)\s*(?P<b>\d[\d.]*)")
_FROM_TO = re.compile(r"\bfrom\s+\D{0,12}?(?P<a>\d[\d.]*)\W.{0,24}?\bto\b\D{0,24}?(?P<b>\d[\d.]*)")
_BETWEEN = re.compile(r"\bbetween\s+(?P<a>\d[\d.]*)\S{0,4} and (?P<b>\d[\d.]*)")
_WINS = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beats?|beating|(?:better|superior|faster|higher"
    r"|larger|greater|more(?: \w+)?) (?:than|to)"
    r"|(?:speed-?ups?|improv\w+|gains?|increase) (?:over|compared (?:to|with))"
    r"|(?:times|twice) as (?:fast|quick|good|accurate|efficient|large|high|much|many)\w* as)"
    r"(?! \d)",
    re.I,
)
_LOSES = re.compile(
    r"\b(?:underperform\w*|(?:slower|worse|lower|smaller|fewer|less(?: \w+)?|inferior) (?:than|to))"
    r"(?! \d)",
    re.I,
)
_AGAINST = re.compile(
    r"^(?:compared (?:with|to)|relative to|against) [^,]+,"
    r"(?=.*\b(?:faster|better|higher|larger|greater|more|superior|up to)\b)",
    re.I,
)
_NAMED = re.compile(r"\b[A-Z][\w-]* (?:\d+-)?$")  # Raspberry Pi 5, AIME 2024-2025
_CLEARLY = 3  # more words in common with another number's part than with its own
_SIDE = 6  # words after a comparing word in which the other side is named


def wrongly_bound(claim: str, spans: Sequence[str], own: Sequence[str]) -> str:
    """What a claim puts together that its spans keep apart; empty where nothing."""
    text, held = _opened(plain(claim)), [_opened(plain(span)) for span in spans]
    ours = {squeezed(name) for name in own}
    return (
        _wrong_order(text, held)
        or _wrong_sides(text, held, ours)
        or _wrong_roles(text, held)
        or _wrong_owner(text, held, ours)
        or out_of_turn(text, held)
        or _wrong_context(text, held, {term for name in own for term in terms(name)})
    )


def _opened(text: str) -> str:
    """What a bracket holds stands with the word before it: "latency (≤ 6.8x)", "it (Alpa)"."""
    text = re.sub(r"\s*\((\W{0,3}\d[^()]{0,12})\)", r" \1", text)
    return re.sub(r"\s*\(([A-Z][\w-]*(?: [A-Z][\w-]*)?)\)", r" \1", text)


def _wrong_order(claim: str, spans: Sequence[str]) -> str:
    """From A to B, or A of B, where the spans have the two apart or the other way round."""
    numbers = [[f.value for f in figures_in(span)] for span in spans]
    for match in (m for p in (_FROM_TO, _PAIR, _BETWEEN) for m in p.finditer(claim)):
        a, b = float(match["a"].rstrip(".")), float(match["b"].rstrip("."))
        together = [own for own in numbers if a in own and b in own]
        if together and all((a, b) not in pairwise(own) for own in together):
            return f"{a:g} and {b:g} do not stand so in what it cites"
    counted = Counter(f.value for f in figures_in(claim))
    held = Counter(value for own in numbers for value in own)
    for value, times in counted.items():
        if times > max(1, held[value]):
            return f"{value:g} is said more often than in what it cites"
    return ""


def _wrong_sides(claim: str, spans: Sequence[str], own: set[str]) -> str:
    """A outdoes B where the spans say that B outdoes A; the paper's own system outdoes others."""
    winners, losers = _sides(claim)
    beaten = set() if _LOSES.search(claim) else losers & own  # "less energy than" is no defeat
    if beaten and not any(beaten & _sides(span)[1] for span in spans):
        return "it has the two sides of a comparison the other way round"
    for span in spans:
        above, below = _sides(span)
        if not (above or below):
            continue
        ours = own - below  # what a paper introduces may be what is beaten: PDE solvers
        above = above | ours
        if (winners & below) - above or (losers & above) - below:
            return "it has the two sides of a comparison the other way round"
    return ""


def _sides(text: str) -> tuple[set[str], set[str]]:
    """Who wins and who loses by a comparing word: the name before it, and those just after."""
    losing = _LOSES.search(text)
    match = losing or _WINS.search(text)
    if against := _AGAINST.match(text):
        return set(), {squeezed(name) for name in _names(against.group())}
    if match is None:
        return set(), set()
    before = {squeezed(name) for name in _names(text[: match.start()])[-1:]}
    near = " ".join(text[match.end() :].split()[:_SIDE])
    after = {squeezed(name) for name in _names(near)}
    return (after, before) if losing else (before, after)


def _wrong_roles(claim: str, spans: Sequence[str]) -> str:
    """A does something to B where the spans say that B does it to A."""
    done = _deeds(claim)
    for span in spans:
        told = _deeds(span)
        for before, deed, after in done:
            if (after, deed, before) in told and (before, deed, after) not in told:
                return f"{deed} is done the other way round in what it cites"
    return ""


def _deeds(text: str) -> set[tuple[str, str, str]]:
    """(name, term, name) of each content word between two names that are next to it."""
    found = set()
    for part in re.split(r"[;.]\s", text):
        names = [(m.start(), m.end(), squeezed(m.group())) for m in _places(part)]
        for (_, end, before), (start, _, after) in pairwise(names):
            found |= {(before, term, after) for term in content(part[end:start])}
    return found


def _places(text: str) -> Iterable[re.Match[str]]:
    """Where the names of a text stand."""
    names = sorted(set(_names(text)), key=len, reverse=True)
    if not names:
        return ()
    return re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", text)


def _wrong_owner(claim: str, spans: Sequence[str], ours: set[str]) -> str:
    """A number with a name where the spans give the name other numbers, and it other names."""
    owned = _owned(claim)
    claimed = [number for number, _ in owned]
    told = [_owned_segments(span) for span in spans if owned and not is_in_turn(claim, span)]
    for number, named in owned:
        names = named - ours  # its own system goes with every number of a paper
        for segments in told:
            own = [s for s in segments if any(is_equal(number, n) for n in s[0])]
            others = [s for s in segments if s not in own]
            with_it = set().union(*(s[1] for s in own), set())
            if own and _belongs_elsewhere(names, with_it, others, claimed, ours):
                return f"{number.value:g} belongs to something else in what it cites"
    return ""


def _belongs_elsewhere(
    names: set[str],
    with_it: set[str],
    others: Sequence[tuple[list[FigureIn], set[str]]],
    claimed: Sequence[FigureIn],
    ours: set[str],
) -> bool:
    """Whether a claim's names stand with other numbers rather than with the one claimed."""
    rivals = [s for s in others if not any(is_equal(n, c) for n in s[0] for c in claimed)]
    elsewhere = set().union(*(s[1] for s in rivals), set()) - with_it
    if with_it - ours:
        nearer = len(names & elsewhere) - len(names & with_it)
        # What all parts have in common (GSM8K) is said in one: it does not outweigh a system.
        return nearer > 0 or (
            nearer == 0 and bool(names & elsewhere) and not with_it - ours <= names
        )
    return bool(names & elsewhere) and not names & with_it


def _owned(text: str) -> list[tuple[FigureIn, set[str]]]:
    """Each number of a claim with the names of its part, or of the whole where it is alone."""
    whole = {squeezed(name) for name in _names(text)}
    parts = _owned_segments(text)
    return [
        (number, names if names and len(parts) > 1 else whole)
        for numbers, names in parts
        for number in numbers
    ]


def _owned_segments(text: str) -> list[tuple[list[FigureIn], set[str]]]:
    """The parts of a text that hold numbers, each with the names that it holds."""
    parts = [part for part in _SEGMENT.split(text) if part and part.strip()]
    pairs = [(_free(part), {squeezed(name) for name in _names(part)}) for part in parts]
    return [(numbers, names) for numbers, names in pairs if numbers]


def _free(text: str) -> list[FigureIn]:
    """The figures of a text that are no part of a name, as the 5 of Raspberry Pi 5 is."""
    return [f for f in figures_in(text) if not _NAMED.search(text[: f.start])]


def _wrong_context(claim: str, spans: Sequence[str], own: set[str]) -> str:
    """A number among words that in the spans stand with another number, and none of its own.

    The words of the paper's `own` names go with each of its numbers.
    """
    whole = content(claim) - own
    for number, context in _contexts(claim):
        for span in spans:
            if RESPECTIVELY.search(span):
                continue  # there a number's own words stand far from it
            if _is_apart(number, context - own, span) and _is_apart(number, whole, span, 1):
                return f"{number.value:g} is said of something else in what it cites"
    return ""


def _is_apart(number: FigureIn, words: set[str], span: str, clearly: int = _CLEARLY) -> bool:
    """Whether a claim's words stand with another number of the span rather than with this one."""
    scored = [(len(words & other), held) for held, other in _contexts(span)]
    own = [score for score, held in scored if is_equal(number, held)]
    best = max((score for score, _ in scored), default=0)
    if not own:
        return False
    return (max(own) == 0 and best >= 1) or best - max(own) >= clearly


def _contexts(text: str) -> list[tuple[FigureIn, set[str]]]:
    """Each number with the content terms of its part of the text."""
    found = []
    for part in _SEGMENT.split(text):
        words = content(part or "")
        found += [(number, words) for number in figures_in(part or "")]
    return found


def _names(text: str) -> list[str]:
    """Names, the first word among them where it is capitalised."""
    return names_in(f"a {text}")
