"""Follow-ups that turn the order of the answer before around: "reverse the order"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.types import Answer, Order, Question

_REVERSES = re.compile(
    r"^\W*(?:(?:and|ok|now|then|please|no|(?:can|could) you)\W+)*"
    r"(?:(?:reverse|invert|flip|turn around)(?: (?:it|them|that|these|those|(?:the|that|this)"
    r" (?:order|list|sorting|ranking)))?"
    r"|(?:(?:sort|order|show|list|put)(?: (?:it|them|these|those))? )?(?:in )?(?:the )?"
    r"(?:other way (?:a?round|about)|(?:reverse|reversed|opposite|inverse) order))"
    r"(?: (?:please|now|instead))*\W*$",
    re.I,
)
_OPPOSITES = {
    Order.NEWEST: Order.OLDEST,
    Order.OLDEST: Order.NEWEST,
    Order.MOST_AUTHORS: Order.FEWEST_AUTHORS,
    Order.FEWEST_AUTHORS: Order.MOST_AUTHORS,
}


def reordered(text: str, before: Answer) -> Question | None:
    """The question before in the opposite order, where it had one that can be turned around."""
    last = before.question
    if last.order not in _OPPOSITES or not _REVERSES.match(text):
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, text=text, whole=whole, order=_OPPOSITES[last.order])
