"""Makes false claims of true ones, each in one way, and by rule, so that it is false for sure."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rag.support.figures import figures_in
from rag.support.names import names_in
from rag.support.plain import plain

_OPPOSITES = {
    a: b
    for line in """faster/slower, higher/lower, lower/higher, better/worse, more/less, less/more,
        improves/worsens, improve/worsen, lifts/lowers, lowers/raises, cuts/raises, keeps/loses,
        smaller/larger, cheaper/dearer, preserves/destroys, surpasses/falls short of,
        beats/loses to, extends/shortens, lengthens/shortens, fell/rose, drops/rises, above/below,
        reduces/increases, rises/falls, gain/lose, gains/loses, speeds/slows, increases/decreases,
        automatically/manually, online/offline, dynamic/static, before/after, without/with,
        first/last, minimal/large, optimal/worst, open/closed, supports/prevents, low/high""".split(
        ","
    )
    for a, b in [line.strip().split("/")]
}
_BOUNDS = {"up to": "at least", "as much as": "no less than", "over": "below", "above": "below"}
_INVENTED = (
    "thanks to a new loss function",
    "in a federated setting",
    "for low-resource languages",
    "at the cost of a higher memory use",
    "with the help of human annotators",
    "and was tested with thousands of volunteers",
    "although training takes a week longer",
    "which also protects the privacy of patients",
    "by copying weights from a teacher",
    "as long as the batch stays small",
    "and has been adopted by several banks",
    "under a noisy wireless channel",
    "for medical images",
    "which makes it robust against adversarial examples",
)
_COMPARES = re.compile(r"\b(?:than|surpasses|beats|outperforms)\b")
_NEGATED = re.compile(r"\b(?:is|are|can|was|has|have|reaches|runs|learns|supports|needs|solves)\b")
_AUXILIARY = {"is": "is not", "are": "are not", "can": "cannot", "was": "was not"}


@dataclass(frozen=True, slots=True)
class Pool:
    """What corruptions draw from: the names of the library's other systems, and chance."""

    names: Sequence[str]
    chance: random.Random


def changed_numbers(claim: str, span: str, pool: Pool) -> Iterator[str]:
    """One number another one: any other, and where it can be one that the span has too."""
    text = plain(claim)
    for figure in figures_in(text):
        shown = text[figure.start : figure.end]
        number = re.match(r"[\d.]+", shown)
        if not number:
            continue
        other = _another(number.group(), pool.chance)
        yield _put(text, figure.start, number.group(), other)
        own = {re.sub(r"[^\d.]", "", text[f.start : f.end]) for f in figures_in(text)}
        rivals = [r for r in _rivals(span, figure.unit) if r not in own]
        if rivals:
            yield _put(text, figure.start, number.group(), pool.chance.choice(rivals))


def _another(number: str, chance: random.Random) -> str:
    places = [i for i, c in enumerate(number) if c.isdigit()]
    place = chance.choice(places)
    digit = chance.choice([d for d in "123456789" if d != number[place]])
    return number[:place] + digit + number[place + 1 :]


def _rivals(span: str, unit: str) -> list[str]:
    """The other numbers of a span that have the same unit."""
    text = plain(span)
    same = [f for f in figures_in(text) if f.unit == unit]
    found = [re.match(r"[\d.]+", text[f.start : f.end]) for f in same]
    return [m.group().rstrip(".") for m in found if m]


def _put(text: str, place: int, old: str, new: str) -> str:
    return text[:place] + new + text[place + len(old) :]


def swapped_names(claim: str, span: str, pool: Pool) -> Iterator[str]:
    """One name another one: another system's, and where it can be one that the span has too."""
    text = plain(claim)
    opening = text.split()[0].removesuffix("'s")
    own = list(dict.fromkeys([*([opening] if opening in pool.names else []), *names_in(text)]))
    for name in own[:2]:
        strange = [n for n in pool.names if n.lower() not in f"{span} {claim}".lower()]
        yield re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", pool.chance.choice(strange), text)
    for match in list(_COMPARES.finditer(text))[:1]:
        before, after = text[: match.start()], text[match.end() :]
        winners = [n for n in own if n in before]
        losers = [n for n in own if n in " ".join(after.split()[:5]) and n not in before]
        if winners and losers:
            winner = max(winners, key=before.rindex)
            loser = min(losers, key=after.index)
            before = before.replace(winner, loser)
            yield f"{before}{match.group()}{after.replace(loser, winner)}"


def flipped_directions(claim: str, span: str, pool: Pool) -> Iterator[str]:
    """One word its opposite, a bound the other bound, or a verb denied."""
    text = plain(claim)
    for word, opposite in (_OPPOSITES | _BOUNDS).items():
        if re.search(rf"\b{word}\b", text):
            yield re.sub(rf"\b{word}\b", opposite, text, count=1)
    if (verb := _NEGATED.search(text)) and "not" not in text:
        negated = _AUXILIARY.get(verb.group(), f"never {verb.group()}")
        yield f"{text[: verb.start()]}{negated}{text[verb.end() :]}"


def invented_details(claim: str, span: str, pool: Pool) -> Iterator[str]:
    """Something more, of which the span knows nothing."""
    detail = pool.chance.choice(_INVENTED)
    yield f"{plain(claim).rstrip('.')} {detail}."
    yield f"{plain(claim).rstrip('.')}, {pool.chance.choice(_INVENTED)}."


CORRUPTIONS: dict[str, Callable[[str, str, Pool], Iterator[str]]] = {
    "changed number": changed_numbers,
    "swapped system": swapped_names,
    "flipped direction": flipped_directions,
    "invented detail": invented_details,
}
