"""Questions for the collection as a whole: "what is this collection about?"."""

from __future__ import annotations

import re

OVERVIEW = "overview"
"""A field of `Question.asks`: what all papers together are."""
_ALL = (
    r"(?:the|this|your|our|my|that|whole|entire|paper|present) ?(?:(?:whole|entire|paper"
    r"|research) )?"
    r"(?:collection|library|corpus|database|archive|pile|set of papers|collection of papers)"
)
_THINGS = r"(?:papers?|articles?|works?|things?|stuff|documents?|research|publications?)"
_ASKED = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|so|and|please|first|well|now)\W+)*(?:"
    rf"what(?:['’]?s| is)(?: {_ALL})(?: all)?(?: (?:about|on|for|made of))?"
    r"|what(?:['’]?s| is| do (?:you|we|i) have|(?: can be|['’]s| is) found)(?: there)? (?:in"
    rf"|inside) (?:{_ALL}|here|it all)"
    rf"|what (?:does|do|is|are) {_ALL} (?:all )?(?:contain|cover|hold|include|have|deal with"
    r"|consist of"
    r"|offer|about|made (?:up )?of|talk about)(?: in it)?"
    r"|(?:can you |could you )?(?:summari[sz]e|describe|sum up|introduce|outline"
    rf"|characteri[sz]e) (?:me )?{_ALL}"
    r"(?: (?:for|to) me)?"
    r"|(?:(?:can|could) (?:you|i|we) )?(?:(?:give|show|get|have) (?:me |us )?)?(?:an? "
    r"|the )?(?:\w+ )?"
    rf"(?:overview|summary|description|outline|picture) of (?:everything in )?(?:{_ALL}"
    r"|what(?:['’]s| is) (?:in )?here)"
    rf"|(?:can you |could you )?tell me (?:more |something )?about {_ALL}"
    rf"|what (?:kinds?|sorts?|types?) of {_THINGS} (?:is|are|do (?:you|we) have"
    rf"|does {_ALL} (?:have|hold"
    rf"|contain))(?: there)?(?: (?:in )?(?:{_ALL}|here))?"
    r")[\s?.!]*$",
    re.I,
)


def asks_overview(text: str) -> bool:
    """Whether a question is what all papers together are, and of nothing in particular."""
    return _ASKED.match(text) is not None
