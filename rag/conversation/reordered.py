"""Follow-ups that turn the order of the answer before around: "reverse the order"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.records.lengths import BY_LENGTH
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
_ENDS = (
    (Order.NEWEST, Order.OLDEST),
    (Order.MOST_AUTHORS, Order.FEWEST_AUTHORS),
    (Order.LONGEST_TITLE, Order.SHORTEST_TITLE),
    (Order.LONGEST_ABSTRACT, Order.SHORTEST_ABSTRACT),
    (Order.MOST_TITLE_WORDS, Order.FEWEST_TITLE_WORDS),
    (Order.MOST_ABSTRACT_WORDS, Order.FEWEST_ABSTRACT_WORDS),
)
_OPPOSITES = {**dict(_ENDS), **{second: first for first, second in _ENDS}}
_OTHER_END = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|what about|how about|what is|which is|which has|the"
    r"|one with)\W+)*(?P<end>longest|shortest)(?: (?:one|title|abstract))?\W*$",
    re.I,
)


def reordered(text: str, before: Answer) -> Question | None:
    """The question before in the opposite order, where it had one that can be turned around."""
    last = before.question
    if (other := _OTHER_END.match(text)) and last.order in BY_LENGTH and last.limit == 1:
        what = last.order.rpartition(" ")[2]
        if text.lower().rstrip(" ?.!").endswith(("title", "abstract")):
            what = text.lower().rstrip(" ?.!").rpartition(" ")[2]
        whole = f"{last.whole.rstrip(' ?.!')} – {text}"
        order = Order(f"{other['end'].lower()} {what}")
        return replace(last, text=text, whole=whole, order=order, skip=0)
    if last.order not in _OPPOSITES or not _REVERSES.match(text):
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, text=text, whole=whole, order=_OPPOSITES[last.order])
