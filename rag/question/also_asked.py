"""What is asked of the paper at an end beside which it is: "the oldest one, and from when?"."""

from __future__ import annotations

import re

_IT = r"(?:it|that|this|that one|this one)"
_TAIL = re.compile(
    r",? (?:and|&|plus) (?P<date>(?:(?:from|since|of) )?when(?: (?:was|is|did"
    rf"|does) {_IT}\b[^?.!]{{0,30}})?"
    rf"|(?:in|from) (?:what|which) (?:year|month)(?: (?:was|is|did) {_IT}\b[^?.!]{{0,30}})?"
    r"|how old (?:is|was) it|(?:its|the)(?: publication| release)? (?:dates?|year|month|age))\W*$"
    rf"|,? (?:and|&|plus) (?P<authors>who (?:wrote|made|is behind|published) {_IT}"
    r"|by whom(?: is it)?"
    r"|(?:its|the) (?:\w+ )?authors?|who (?:is|are) (?:its|the) (?:\w+ )?authors?)\W*$"
    r"|,? (?:and|&|plus) (?P<category>(?:its|the) category|(?:in )?(?:what"
    rf"|which) category(?: is {_IT}"
    r"(?: in)?)?)\W*$"
    r"|,? (?:and|&|plus) (?P<organisations>(?:its|the) (?:organi[sz]ations?|institutions?"
    r"|affiliations?)"
    rf"|where is {_IT} from)\W*$"
    rf"|,? (?:and|&|plus) (?P<code>(?:is|does|has) (?:there|{_IT}) (?:have "
    rf"|any )*code[^?.!]{{0,20}})\W*$",
    re.I,
)


def also_asked(text: str) -> tuple[str, str]:
    """The field of the one paper that a text asks for at its end, and the text without; or ""."""
    match = _TAIL.search(text)
    if match is None:
        return "", text
    name = next(name for name, words in match.groupdict().items() if words)
    return name, text[: match.start()]
