"""What "them" stands for after a word on two things and one paper: "why mix them?"."""

from __future__ import annotations

import re

from rag.conversation.named_paper import with_name
from rag.conversation.variation import short_name
from rag.records.catalog import Catalog
from rag.types import Answer, Question

_TWO_THINGS = re.compile(
    r"(?<![\w-])(?P<one>[\w-]{2,}) (?:and|\+|&|with|plus) (?P<other>[\w-]{2,})"
)
# "Why mix them", "how do they combine both": done to things, not to a paper.
_JOINED = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )*(?:why|how)\b.*\b(?:mix|combin|join|merg|fus|blend|coupl|unif"
    r"|integrat|split|separat|overlap|balanc|schedul|shar|alternat|interleav)(?:e|s|es|ed|ing|y)?"
    r" (?P<them>them|both|the two|these|those)(?: (?:up|together|at all))?\W*$",
    re.I,
)


def the_two_things(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Why or how two things are joined or parted that the question before named, in its paper."""
    match = _JOINED.match(text)
    things = _TWO_THINGS.search(before.question.whole)
    if match is None or things is None or len(before.papers) != 1 or catalog.named_in(text)[0]:
        return None
    paper_id = before.papers[0].id
    both = f"{things['one']} and {things['other']}"
    asked = f"{text[: match.start('them')]}{both}{text[match.end('them') :]}".rstrip(" ?.!")
    return with_name(f"{asked} in {short_name(paper_id, catalog)}?", paper_id, catalog)
