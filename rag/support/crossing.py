"""What stands on which side: cause and effect, from and to, one clause and the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from rag.support.plain import clauses, content, plain
from store.lexical import terms

Sides = tuple[set[str], set[str]]

_CAUSE_AFTER = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|caused by|stems? from"
    r"|since(?! \d))\b",
    re.I,
)
_EFFECT_AFTER = re.compile(
    r"\b(?:leads? to|leading to|results? in|resulting in|causes?|causing|produc(?:es?|ing)"
    r"|so that|therefore|thus|hence|consequently)\b",
    re.I,
)
# What a claim joins by a bare "and" may be two things of which it says one.
_SENTENCES = re.compile(
    r"[;:,]|\b(?:while|whereas|but|although|though|which|yet)\b|\.(?=\s|$)", re.I
)
_FROM_TO = re.compile(r"\bfrom\s+(?P<a>[^,;.]+?)\s+(?:to|into)\s+(?P<b>[^,;.]+)", re.I)


def crossed(claim: str, spans: Sequence[str]) -> str:
    """What a claim has on the other side than its spans; empty where nothing."""
    text, held = plain(claim), plain(" ".join(spans))
    for kind, sides in _KINDS.items():
        for own in sides(text):
            for theirs in sides(held):
                if _is_crossed(own, theirs):
                    return f"{kind} are the other way round in what it cites"
    return _mixed_clauses(text, [plain(span) for span in spans])


def _is_crossed(own: Sides, theirs: Sides) -> bool:
    """Whether each of two sides has more in common with the other's other side."""
    (a, b), (p, q) = own, theirs
    return len(a & q) > len(a & p) and len(b & p) > len(b & q)


def _causes(text: str) -> Iterator[Sides]:
    """(cause, effect) of each sentence that says "because" or "leads to"."""
    for sentence in re.split(r"\.\s", text):
        if match := _CAUSE_AFTER.search(sentence):
            before, after = sentence[: match.start()], sentence[match.end() :]
            if not before.strip():  # "Because of this, that"
                after, _, before = after.partition(",")
            yield content(after), content(before)
        elif match := _EFFECT_AFTER.search(sentence):
            yield content(sentence[: match.start()]), content(sentence[match.end() :])


def _ends(text: str) -> Iterator[Sides]:
    for match in _FROM_TO.finditer(text):
        yield content(match["a"]), content(match["b"])


_KINDS: dict[str, Callable[[str], Iterator[Sides]]] = {
    "cause and effect": _causes,
    "start and end": _ends,
}


def _mixed_clauses(claim: str, spans: Sequence[str]) -> str:
    """Two clauses of a claim that have exchanged what two clauses of its spans say apart.

    One says this of A and the other that of B, where in the spans this is said of B and that of A.
    """
    own = [_words(clause) for clause in _SENTENCES.split(claim)]
    theirs = [_words(clause) for span in spans for clause in clauses(span)]
    for a, b in combinations(own, 2):
        only_a, only_b = a - b, b - a
        of_both = [c for c in theirs if c & only_a and c & only_b]
        for p, q in combinations(of_both, 2):
            exchanged = all(side & only for side in (only_a, only_b) for only in (p - q, q - p))
            if exchanged and _is_rest(theirs, p, q, a | b):
                return "it says of one thing what its source says of another"
    return ""


def _words(clause: str) -> set[str]:
    return {t for t in terms(clause) if not t[0].isdigit()}


def _is_rest(theirs: Sequence[set[str]], p: set[str], q: set[str], claimed: set[str]) -> bool:
    """Whether nothing that the claim says of the two stands in a third clause, too."""
    others = set().union(*(c for c in theirs if c is not p and c is not q), set())
    return not others & claimed & (p ^ q)
